//! Which way does an arrow run, to the right or to the left? In news everybody acts on everybody, so that no order of columns suits all
//! arrows: each box looks for the column, of a few, in which its arrows are short and most of them run to the right.

use super::{Arc, Shape};
use std::collections::BTreeMap;

/// What it costs when an arrow runs to the left, passes a column, has no room for its label, makes the picture wider.
const LEFTWARDS: f64 = 7.0;
const LONG: f64 = 4.0;
const NO_ROOM: f64 = 40.0;

/// The columns of all boxes, and what follows from them: for each arc, whether it runs to the left. No arrows run in a circle then.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    pub columns: Vec<f64>,
    pub backwards: Vec<bool>,
}

/// What is joined to what.
pub struct Joins<'a> {
    arcs: &'a [Arc],
    /// What an arrow comes from, its label, what it leads to.
    arrows: BTreeMap<usize, [usize; 3]>,
    /// The arrow of each label.
    arrow_of: Vec<Option<[usize; 3]>>,
    /// What joins labels.
    links: Vec<[usize; 2]>,
    boxes: Vec<usize>,
    shapes: usize,
}

impl<'a> Joins<'a> {
    pub fn new(shapes: &[Shape], arcs: &'a [Arc]) -> Self {
        let mut arrows: BTreeMap<usize, [usize; 3]> = BTreeMap::new();
        for arc in arcs.iter().filter(|arc| !arc.loose) {
            arrows.entry(arc.arrow).and_modify(|arrow| arrow[2] = arc.to).or_insert([arc.from, arc.to, arc.to]);
        }
        let mut arrow_of = vec![None; shapes.len()];
        for arrow in arrows.values().filter(|arrow| shapes[arrow[1]].point) {
            arrow_of[arrow[1]] = Some(*arrow);
        }
        Self {
            arcs,
            links: arcs.iter().filter(|arc| arc.loose).map(|arc| [arc.from, arc.to]).collect(),
            boxes: (0..shapes.len()).filter(|at| arrow_of[*at].is_none()).collect(),
            arrows,
            arrow_of,
            shapes: shapes.len(),
        }
    }

    /// Promising ways, the most promising first.
    pub fn candidates(&self) -> Vec<Way> {
        let mut found: Vec<(f64, Way)> = Vec::new();
        for order in self.orders() {
            for count in 2..=6 {
                let (cost, columns) = self.settle(&order, count);
                let way = self.way(columns);
                if found.iter().all(|(_, known)| known.backwards != way.backwards) {
                    found.push((cost, way));
                }
            }
        }
        found.sort_by(|a, b| a.0.total_cmp(&b.0));
        found.into_iter().map(|(_, way)| way).collect()
    }

    /// The boxes, those first that most arrows touch.
    pub fn movable(&self) -> Vec<usize> {
        let [.., by_arrows] = self.orders();
        by_arrows
    }

    /// What follows from columns.
    pub fn way(&self, columns: Vec<f64>) -> Way {
        let keys = self.keys(&columns);
        let back = |arc: &Arc| {
            let [from, label, to] = self.arrows.get(&arc.arrow).copied().unwrap_or([arc.from, arc.from, arc.to]);
            // What acts on itself does so in a loop: out to the right and back.
            if from == to { arc.from == label } else { (keys[arc.from], arc.from) > (keys[arc.to], arc.to) }
        };
        Way { backwards: self.arcs.iter().map(back).collect(), columns }
    }

    /// The place across of every shape, no two alike where one is joined to the other: a label stands between what it joins.
    fn keys(&self, columns: &[f64]) -> Vec<f64> {
        let mut keys: Vec<Option<f64>> = vec![None; self.shapes];
        for (place, at) in self.boxes.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "boxes are few")]
            let apart = place as f64 / (4.0 * self.shapes as f64);
            keys[*at] = Some(columns[*at] + apart);
        }
        (0..self.shapes).map(|at| self.key(at, &mut keys, 0)).collect()
    }

    fn key(&self, at: usize, keys: &mut [Option<f64>], depth: usize) -> f64 {
        if let Some(key) = keys[at] {
            return key;
        }
        let key = match self.arrow_of[at] {
            Some([from, _, to]) if depth < 12 => f64::midpoint(self.key(from, keys, depth + 1), self.key(to, keys, depth + 1)),
            _ => 0.0,
        };
        keys[at] = Some(key);
        key
    }

    /// Orders in which boxes may choose their columns: the most salient first, those who act most, those whom most arrows touch.
    fn orders(&self) -> [Vec<usize>; 3] {
        let (mut acts, mut arrows) = (vec![0_i32; self.shapes], vec![0_i32; self.shapes]);
        for [from, _, to] in self.arrows.values() {
            acts[*from] += 1;
            acts[*to] -= 1;
            arrows[*from] += 1;
            arrows[*to] += 1;
        }
        let by = |key: &[i32]| {
            let mut order = self.boxes.clone();
            order.sort_by_key(|at| -key[*at]);
            order
        };
        [self.boxes.clone(), by(&acts), by(&arrows)]
    }

    /// Each takes the best column that those before it leave, then looks for a better one as long as any moves.
    fn settle(&self, order: &[usize], count: u32) -> (f64, Vec<f64>) {
        let mut columns: Vec<f64> = vec![f64::NAN; self.shapes];
        for round in 0..12 {
            let mut moved = false;
            for at in order {
                let known = columns[*at];
                let mut best = (f64::INFINITY, known);
                for column in (0..count).map(|column| f64::from(2 * column)) {
                    columns[*at] = column;
                    // Where nothing else decides: what comes first stands left, and what stands somewhere stays.
                    let cost = self.cost(&columns) + column * 0.01 - if same(column, known) { 0.02 } else { 0.0 };
                    if cost < best.0 {
                        best = (cost, column);
                    }
                }
                moved |= !same(best.1, known);
                columns[*at] = best.1;
            }
            if !moved && round > 0 {
                break;
            }
        }
        (self.cost(&columns), columns)
    }

    /// What all arrows cost whose ends have places.
    fn cost(&self, columns: &[f64]) -> f64 {
        let mut cost = 0.0;
        let mut keys: Vec<Option<f64>> = vec![None; self.shapes];
        for at in &self.boxes {
            keys[*at] = Some(columns[*at]);
        }
        for [from, label, to] in self.arrows.values() {
            let span = if self.arrow_of[*label].is_none() {
                2.0
            } else {
                2.0 + [from, to].iter().map(|end| f64::from(u8::from(self.arrow_of[**end].is_some()))).sum::<f64>()
            };
            let (from, to) = (self.key(*from, &mut keys, 0), self.key(*to, &mut keys, 0));
            let ahead = to - from;
            if ahead.is_nan() {
                continue;
            }
            let room = ahead.abs() - span;
            cost += if ahead < 0.0 { LEFTWARDS } else { 0.0 } + if room < 0.0 { NO_ROOM } else { room * LONG / 2.0 };
        }
        for [from, to] in &self.links {
            let far = (self.key(*from, &mut keys, 0) - self.key(*to, &mut keys, 0)).abs();
            cost += if far.is_nan() { 0.0 } else { far };
        }
        cost
    }
}

/// Whether two columns are the same one.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.5
}
