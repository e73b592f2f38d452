//! How high does everything stand? Each column in its order, as near to what it is joined to as the room lets it (isotonic regression).

use super::layers::Layers;
use super::ports::Ports;

/// The height of every slot, and how far from it each step begins and ends.
pub struct Heights {
    pub slots: Vec<f64>,
    pub ports: Ports,
}

/// Works out the heights.
pub fn coordinates(layers: &Layers, ports: Ports) -> Heights {
    let mut heights = Heights { slots: stacked(layers), ports };
    let count = layers.columns.len();
    for round in 0..12 {
        for step in 0..count {
            let column = if round % 2 == 0 { step } else { count - 1 - step };
            heights.settle(layers, column, [round % 2 == 0, round % 2 == 1], false);
        }
    }
    // Then both sides at once: first the mean, which is fair, then the median, which is straight.
    for round in 0..48 {
        for step in 0..count {
            let column = if round % 2 == 0 { step } else { count - 1 - step };
            heights.settle(layers, column, [true, true], round >= 36);
        }
    }
    heights
}

/// Every column from its top downwards, around height 0.
fn stacked(layers: &Layers) -> Vec<f64> {
    let mut heights = vec![0.0; layers.slots.len()];
    for column in &layers.columns {
        let mut at = 0.0;
        for (place, slot) in column.iter().enumerate() {
            at += if place > 0 { apart(layers, column[place - 1], *slot) } else { 0.0 };
            heights[*slot] = at;
        }
        for slot in column {
            heights[*slot] -= at / 2.0;
        }
    }
    heights
}

/// How far two neighbours in a column must be apart.
pub fn apart(layers: &Layers, above: usize, below: usize) -> f64 {
    let (above, below) = (layers.slots[above], layers.slots[below]);
    let gap = match (above.passing, below.passing) {
        (true, true) => 5.0,
        (false, false) => 10.0,
        _ => 8.0,
    };
    above.shape.down + gap + below.shape.up
}

/// Slots that lie as near to each other as they may, and move as one.
struct Block {
    wishes: Vec<(f64, f64)>,
    slots: usize,
    height: f64,
}

impl Heights {
    /// Moves a column as near as its order lets it to what it is joined to on the sides given.
    fn settle(&mut self, layers: &Layers, column: usize, sides: [bool; 2], median: bool) {
        let column = &layers.columns[column];
        let mut blocks: Vec<Block> = Vec::new();
        let mut shifts = Vec::with_capacity(column.len());
        let mut shift = 0.0;
        for (place, slot) in column.iter().enumerate() {
            shift += if place > 0 { apart(layers, column[place - 1], *slot) } else { 0.0 };
            shifts.push(shift);
            let mut wishes = self.wishes(layers, *slot, sides);
            if wishes.is_empty() {
                // Nothing pulls it: it stays, but gives way.
                wishes.push((self.slots[*slot], 0.01));
            }
            for wish in &mut wishes {
                wish.0 -= shift;
            }
            let height = middle(&mut wishes, median);
            blocks.push(Block { wishes, slots: 1, height });
            while let [.., above, below] = blocks.as_slice() {
                if above.height <= below.height {
                    break;
                }
                let Some(mut below) = blocks.pop() else { break };
                if let Some(above) = blocks.last_mut() {
                    above.wishes.append(&mut below.wishes);
                    above.slots += below.slots;
                    above.height = middle(&mut above.wishes, median);
                }
            }
        }
        let mut slots = column.iter().zip(shifts);
        for block in blocks {
            for (slot, shift) in slots.by_ref().take(block.slots) {
                self.slots[*slot] = block.height + shift;
            }
        }
    }

    /// Where the neighbours would have a slot, and how much each of them wants it.
    fn wishes(&self, layers: &Layers, slot: usize, [left, right]: [bool; 2]) -> Vec<(f64, f64)> {
        let mut wishes = Vec::new();
        for step in layers.left[slot].iter().filter(|_| left) {
            let info = layers.steps[*step];
            wishes.push((self.slots[info.from] + self.ports.begins[*step] - self.ports.ends[*step], info.weight));
        }
        for step in layers.right[slot].iter().filter(|_| right) {
            let info = layers.steps[*step];
            wishes.push((self.slots[info.to] + self.ports.ends[*step] - self.ports.begins[*step], info.weight));
        }
        wishes
    }
}

/// The weighted mean or median of wishes.
fn middle(wishes: &mut [(f64, f64)], median: bool) -> f64 {
    let all: f64 = wishes.iter().map(|wish| wish.1).sum();
    if !median {
        return wishes.iter().map(|wish| wish.0 * wish.1).sum::<f64>() / all;
    }
    wishes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut sum = 0.0;
    for (place, wish) in wishes.iter().enumerate() {
        sum += wish.1;
        if sum * 2.0 > all {
            return wish.0;
        }
        if sum * 2.0 >= all {
            return wishes.get(place + 1).map_or(wish.0, |next| f64::midpoint(wish.0, next.0));
        }
    }
    0.0
}
