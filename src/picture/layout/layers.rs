//! What stands in each column, and what is joined to what in the next?

use super::{Arc, Shape};

/// A place in a column: a shape, or where an arc passes.
#[derive(Debug, Clone, Copy)]
pub struct Slot {
    pub shape: Shape,
    pub layer: usize,
    /// Whether it only lets an arc pass.
    pub passing: bool,
}

/// A step of an arc from one column to the next.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    pub from: usize,
    pub to: usize,
    pub weight: f64,
    /// Whether it is the own line of the label where it begins, and where it ends.
    pub own: [bool; 2],
}

/// The columns: the first slots are the shapes, the others the places where arcs pass.
#[derive(Debug, Clone)]
pub struct Layers {
    pub slots: Vec<Slot>,
    pub columns: Vec<Vec<usize>>,
    pub steps: Vec<Step>,
    /// The steps that lead to a slot from the left, and from it to the right.
    pub left: Vec<Vec<usize>>,
    pub right: Vec<Vec<usize>>,
    /// The steps of each arc from left to right.
    pub ways: Vec<Vec<usize>>,
    /// What each slot is joined to within its column, around the outside.
    pub aside: Vec<Vec<usize>>,
}

/// Room for an arc that passes a column.
const PASSING: Shape = Shape { width: 0.0, up: 3.0, down: 3.0, point: true };

impl Layers {
    pub fn new(shapes: &[Shape], arcs: &[Arc], ranks: &[usize]) -> Self {
        let count = ranks.iter().max().map_or(0, |most| most + 1);
        let slots = shapes.iter().zip(ranks).map(|(shape, layer)| Slot { shape: *shape, layer: *layer, passing: false }).collect();
        let mut layers = Self {
            slots,
            columns: vec![Vec::new(); count],
            steps: Vec::new(),
            left: vec![Vec::new(); shapes.len()],
            right: vec![Vec::new(); shapes.len()],
            ways: Vec::with_capacity(arcs.len()),
            aside: vec![Vec::new(); shapes.len()],
        };
        for (at, layer) in ranks.iter().enumerate() {
            layers.columns[*layer].push(at);
        }
        for arc in arcs {
            let mut way = Vec::new();
            let mut at = arc.from;
            if ranks[arc.from] == ranks[arc.to] {
                layers.ways.push(way);
                layers.aside[arc.from].push(arc.to);
                layers.aside[arc.to].push(arc.from);
                continue;
            }
            for layer in ranks[arc.from] + 1..ranks[arc.to] {
                let slot = layers.slots.len();
                layers.slots.push(Slot { shape: PASSING, layer, passing: true });
                layers.columns[layer].push(slot);
                layers.left.push(Vec::new());
                layers.right.push(Vec::new());
                layers.aside.push(Vec::new());
                way.push(layers.step(at, slot, arc.label));
                at = slot;
            }
            way.push(layers.step(at, arc.to, arc.label));
            layers.ways.push(way);
        }
        layers
    }

    fn step(&mut self, from: usize, to: usize, label: Option<usize>) -> usize {
        // Where an arc passes it wants to be straight.
        let straight = match (self.slots[from].passing, self.slots[to].passing) {
            (true, true) => 8.0,
            (false, false) => 1.0,
            _ => 2.0,
        };
        let step = self.steps.len();
        self.steps.push(Step { from, to, weight: straight, own: [from, to].map(|end| label == Some(end)) });
        self.right[from].push(step);
        self.left[to].push(step);
        step
    }

    /// The place of each slot in its column.
    pub fn places(&self) -> Vec<usize> {
        let mut places = vec![0; self.slots.len()];
        for column in &self.columns {
            for (place, slot) in column.iter().enumerate() {
                places[*slot] = place;
            }
        }
        places
    }

    /// The slots that a slot is joined to on one side.
    pub fn beside(&self, slot: usize, right: bool) -> impl Iterator<Item = usize> {
        let steps = if right { &self.right[slot] } else { &self.left[slot] };
        steps.iter().map(move |step| if right { self.steps[*step].to } else { self.steps[*step].from })
    }
}
