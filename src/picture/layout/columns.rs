//! Which way does an arrow run, to the right or to the left? In news everybody acts on everybody, so that no order of columns suits all
//! arrows: each box looks for the column, of a few, in which its arrows are short and most of them run to the right.

use super::{Arc, Shape};

/// For each arc whether it runs to the left, where boxes stand in so many columns.
pub fn backwards(shapes: &[Shape], arcs: &[Arc], columns: usize) -> Vec<bool> {
    let joins = Joins::new(shapes, arcs);
    let ranks = joins.ranks(columns);
    arcs.iter()
        .map(|arc| {
            let (from, to) = joins.ends(arc);
            // What acts on itself does so in a loop: out to the right and back.
            if from == to { joins.loose[arc.from] } else { (ranks[from], from) > (ranks[to], to) }
        })
        .collect()
}

/// What is joined to what, where labels that nothing else ends at are no more than a part of their arrow.
struct Joins {
    /// For each shape, what an arrow that enters it comes from or leads to in the end.
    before: Vec<usize>,
    after: Vec<usize>,
    /// Whether a shape is a label that other arrows end at.
    label: Vec<bool>,
    loose: Vec<bool>,
    /// From, to, and the least distance.
    joins: Vec<(usize, usize, i64)>,
    touching: Vec<Vec<usize>>,
}

impl Joins {
    fn new(shapes: &[Shape], arcs: &[Arc]) -> Self {
        let count = shapes.len();
        let (mut into, mut out) = (vec![Vec::new(); count], vec![Vec::new(); count]);
        for (at, arc) in arcs.iter().enumerate() {
            out[arc.from].push(at);
            into[arc.to].push(at);
        }
        // A label that only its own arrow passes is part of it.
        let loose: Vec<bool> = (0..count).map(|at| shapes[at].point && into[at].len() == 1 && out[at].len() == 1).collect();
        let mut joins = Self {
            before: (0..count).map(|at| if loose[at] { arcs[into[at][0]].from } else { at }).collect(),
            after: (0..count).map(|at| if loose[at] { arcs[out[at][0]].to } else { at }).collect(),
            label: shapes.iter().map(|shape| shape.point).collect(),
            loose,
            joins: Vec::new(),
            touching: vec![Vec::new(); count],
        };
        for arc in arcs.iter().filter(|arc| !joins.loose[arc.to]) {
            let (from, to) = joins.ends(arc);
            let span = if joins.label[from] == joins.label[to] { 2 } else { 1 };
            for end in [from, to] {
                joins.touching[end].push(joins.joins.len());
            }
            joins.joins.push((from, to, span));
        }
        joins
    }

    fn ends(&self, arc: &Arc) -> (usize, usize) {
        (if self.loose[arc.from] { self.before[arc.from] } else { arc.from }, if self.loose[arc.to] { self.after[arc.to] } else { arc.to })
    }

    /// A rank for everything that is no loose label: even for boxes, odd for labels.
    fn ranks(&self, columns: usize) -> Vec<i64> {
        let last = 2 * i64::try_from(columns).unwrap_or(3) - 2;
        let mut ranks: Vec<Option<i64>> = vec![None; self.label.len()];
        let mut order: Vec<usize> = (0..ranks.len()).filter(|at| !self.loose[*at]).collect();
        order.sort_by_key(|at| (self.label[*at], *at));
        // Each takes the best column that those before it leave, then looks for a better one as long as anything changes.
        for round in 0..16 {
            let mut changed = false;
            for at in &order {
                let known = ranks[*at];
                let mut best = (i64::MAX, 0);
                let mut rank = i64::from(self.label[*at]);
                while rank <= last {
                    let cost = self.cost(*at, rank, &ranks, last);
                    if cost < best.0 || (cost == best.0 && Some(rank) == known) {
                        best = (cost, rank);
                    }
                    rank += 2;
                }
                if known != Some(best.1) {
                    ranks[*at] = Some(best.1);
                    changed = true;
                }
            }
            if !changed && round > 0 {
                break;
            }
        }
        ranks.into_iter().map(Option::unwrap_or_default).collect()
    }

    /// What it costs to put a shape there.
    fn cost(&self, shape: usize, rank: i64, ranks: &[Option<i64>], last: i64) -> i64 {
        let mut cost = 0;
        for join in &self.touching[shape] {
            let (from, to, span) = self.joins[*join];
            let other = if from == shape { to } else { from };
            if other == shape {
                continue;
            }
            let Some(there) = ranks[other] else { continue };
            let ahead = if from == shape { there - rank } else { rank - there };
            cost += (ahead.abs() - span).max(0) * 5 + if ahead < 0 { 7 } else { 0 } + if ahead.abs() < span { 60 } else { 0 };
        }
        // Where nothing else decides: what comes first stands left.
        cost * 100 + (rank - last / 4).abs()
    }
}
