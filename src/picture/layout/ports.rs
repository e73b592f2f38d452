//! Where on its sides does a shape meet its arrows? A box side by side, in the order of what they come from or lead to; a label on its own
//! line, and above or below it those that end at it or point from it.

use super::layers::Layers;
use super::{Arc, PORT};

/// How far above (less than 0) or below the line of its shape each stretch begins and ends.
#[derive(Debug, Clone, Default)]
pub struct Ports {
    /// Of each step.
    pub begins: Vec<f64>,
    pub ends: Vec<f64>,
    /// Of each arc that stays within its column, at both ends.
    pub aside: Vec<[f64; 2]>,
}

/// From side to side between arrows that meet a label.
const NEAR: f64 = 8.0;
/// Room for half of an arrow's head.
const HEAD: f64 = 5.0;

/// Gives every stretch its ports, and labels the room for them.
pub fn ports(layers: &mut Layers, arcs: &[Arc]) -> Ports {
    let places = layers.places();
    let mut ports = Ports { begins: vec![0.0; layers.steps.len()], ends: vec![0.0; layers.steps.len()], aside: vec![[0.0; 2]; arcs.len()] };
    let shapes = layers.slots.iter().take_while(|slot| !slot.passing).count();
    for slot in 0..shapes {
        layers.fit(slot);
        for right in [true, false] {
            let mut steps = if right { layers.right[slot].clone() } else { layers.left[slot].clone() };
            steps.sort_by_key(|step| places[if right { layers.steps[*step].to } else { layers.steps[*step].from }]);
            let offsets = if layers.slots[slot].shape.point {
                let own: Vec<bool> = steps.iter().map(|step| layers.steps[*step].own[usize::from(!right)]).collect();
                around(&own)
            } else {
                spread(steps.len())
            };
            for (step, offset) in steps.into_iter().zip(offsets) {
                if right {
                    ports.begins[step] = offset;
                } else {
                    ports.ends[step] = offset;
                }
                layers.reach(slot, offset);
            }
        }
    }
    ports.within(layers, arcs, &places);
    ports
}

/// Ports side by side around the middle.
fn spread(many: usize) -> Vec<f64> {
    (0..many).map(|place| (count(place) - count(many - 1) / 2.0) * PORT).collect()
}

/// Ports of a label: its own line goes through its middle, the others lie above and below.
fn around(own: &[bool]) -> Vec<f64> {
    let (Some(first), Some(last)) = (own.iter().position(|own| *own), own.iter().rposition(|own| *own)) else {
        return spread(own.len());
    };
    let offset = |place: usize| count(place.saturating_sub(last)) * NEAR - count(first.saturating_sub(place)) * NEAR;
    (0..own.len()).map(offset).collect()
}

impl Ports {
    /// What joins two labels of a column leaves them at the side where the other one is, beyond all others.
    fn within(&mut self, layers: &mut Layers, arcs: &[Arc], places: &[usize]) {
        let mut joins: Vec<usize> = (0..arcs.len()).filter(|arc| layers.ways[*arc].is_empty()).collect();
        // The farthest first: what lies nearer stays within.
        joins.sort_by_key(|arc| std::cmp::Reverse(places[arcs[*arc].from].abs_diff(places[arcs[*arc].to])));
        let mut used: Vec<[f64; 2]> = vec![[0.0; 2]; layers.slots.len()];
        for (slot, used) in used.iter_mut().enumerate() {
            for step in &layers.left[slot] {
                used[0] = used[0].max(-self.ends[*step]);
                used[1] = used[1].max(self.ends[*step]);
            }
        }
        for join in joins {
            let Arc { from, to, .. } = arcs[join];
            for (end, (slot, other)) in [(from, to), (to, from)].into_iter().enumerate() {
                let below = places[other] > places[slot];
                let used = &mut used[slot][usize::from(below)];
                *used += NEAR;
                self.aside[join][end] = if below { *used } else { -*used };
                layers.reach(slot, self.aside[join][end]);
            }
        }
    }
}

impl Layers {
    /// Makes a box high enough for all that meets one of its sides.
    fn fit(&mut self, slot: usize) {
        let many = self.left[slot].len().max(self.right[slot].len());
        let shape = &mut self.slots[slot].shape;
        if !shape.point && many > 0 {
            let half = count(many - 1) * PORT / 2.0 + HEAD + 2.0;
            shape.up = shape.up.max(half);
            shape.down = shape.down.max(half);
        }
    }

    /// Makes a label high enough for what meets it so far above or below its line.
    fn reach(&mut self, slot: usize, offset: f64) {
        let shape = &mut self.slots[slot].shape;
        if shape.point && offset != 0.0 {
            shape.up = shape.up.max(HEAD - offset);
            shape.down = shape.down.max(HEAD + offset);
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "places are few")]
const fn count(number: usize) -> f64 {
    number as f64
}
