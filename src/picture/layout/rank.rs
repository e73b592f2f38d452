//! In which column does a shape stand? Network simplex (after Gansner and others): the arrows are as short as they can be in sum.

use super::Arc;

/// The column of each shape, from 0. The arcs hang together and have no cycle.
pub fn ranks(shapes: usize, arcs: &[Arc]) -> Vec<usize> {
    let mut tree = Tree::new(shapes, arcs);
    // Each exchange makes the sum no longer; the limit is for chains of exchanges that leave it as it is.
    for _ in 0..shapes * 8 {
        if !tree.exchange() {
            break;
        }
    }
    let least = tree.ranks.iter().min().copied().unwrap_or_default();
    tree.ranks.iter().map(|rank| usize::try_from(rank - least).unwrap_or_default()).collect()
}

struct Tree<'a> {
    arcs: &'a [Arc],
    ranks: Vec<i64>,
    touching: Vec<Vec<usize>>,
    /// Whether an arc belongs to the tree; all of these are as short as they may be.
    inside: Vec<bool>,
    /// Where the search for an arc that stretches the graph goes on.
    next: usize,
}

impl<'a> Tree<'a> {
    fn new(shapes: usize, arcs: &'a [Arc]) -> Self {
        let mut touching = vec![Vec::new(); shapes];
        for (at, arc) in arcs.iter().enumerate() {
            touching[arc.from].push(at);
            touching[arc.to].push(at);
        }
        let mut tree = Self { arcs, ranks: longest(shapes, arcs), touching, inside: vec![false; arcs.len()], next: 0 };
        tree.grow();
        tree
    }

    fn slack(&self, arc: usize) -> i64 {
        let Arc { from, to, span, .. } = self.arcs[arc];
        self.ranks[to] - self.ranks[from] - i64::try_from(span).unwrap_or(i64::MAX)
    }

    /// Makes a spanning tree of tight arcs.
    fn grow(&mut self) {
        let mut reached = vec![false; self.ranks.len()];
        let mut stack = vec![0];
        if let Some(first) = reached.first_mut() {
            *first = true;
        } else {
            return;
        }
        loop {
            while let Some(shape) = stack.pop() {
                for &arc in &self.touching[shape] {
                    let other = self.other(arc, shape);
                    if !reached[other] && self.slack(arc) == 0 {
                        reached[other] = true;
                        self.inside[arc] = true;
                        stack.push(other);
                    }
                }
            }
            let border = (0..self.arcs.len()).filter(|arc| reached[self.arcs[*arc].from] != reached[self.arcs[*arc].to]);
            let Some(arc) = border.min_by_key(|arc| self.slack(*arc)) else { return };
            // The tree moves until the nearest arc at its border is tight.
            let slack = self.slack(arc);
            let step = if reached[self.arcs[arc].from] { slack } else { -slack };
            for (rank, reached) in self.ranks.iter_mut().zip(&reached) {
                if *reached {
                    *rank += step;
                }
            }
            let (shape, other) = (self.arcs[arc].from, self.arcs[arc].to);
            let new = if reached[shape] { other } else { shape };
            reached[new] = true;
            self.inside[arc] = true;
            stack.push(new);
        }
    }

    fn other(&self, arc: usize, shape: usize) -> usize {
        let Arc { from, to, .. } = self.arcs[arc];
        if from == shape { to } else { from }
    }

    /// Replaces an arc of the tree that stretches the graph; `false` where none does.
    fn exchange(&mut self) -> bool {
        let (order, parent) = self.walk();
        // What the arcs that leave a subtree weigh more than those that enter it: all within it cancel out.
        let mut pull: Vec<i64> = vec![0; self.ranks.len()];
        for arc in self.arcs {
            pull[arc.from] += 1;
            pull[arc.to] -= 1;
        }
        for shape in order.iter().rev() {
            if let Some(arc) = parent[*shape] {
                pull[self.other(arc, *shape)] += pull[*shape];
            }
        }
        let count = order.len();
        for step in 0..count {
            let shape = order[(self.next + step) % count];
            let Some(leaving) = parent[shape] else { continue };
            let outward = self.arcs[leaving].from == shape;
            if (outward && pull[shape] >= 0) || (!outward && pull[shape] <= 0) {
                continue;
            }
            self.next = (self.next + step + 1) % count;
            let mut below = vec![false; self.ranks.len()];
            below[shape] = true;
            for at in &order {
                if let Some(arc) = parent[*at] {
                    below[*at] |= below[self.other(arc, *at)];
                }
            }
            let crossing = (0..self.arcs.len()).filter(|arc| {
                let Arc { from, to, .. } = self.arcs[*arc];
                if outward { !below[from] && below[to] } else { below[from] && !below[to] }
            });
            let Some(entering) = crossing.min_by_key(|arc| self.slack(*arc)) else { continue };
            let slack = self.slack(entering);
            let move_by = if outward { -slack } else { slack };
            for (rank, below) in self.ranks.iter_mut().zip(&below) {
                if *below {
                    *rank += move_by;
                }
            }
            self.inside[leaving] = false;
            self.inside[entering] = true;
            return true;
        }
        false
    }

    /// The shapes from the root of the tree downwards, and the arc that leads to each.
    fn walk(&self) -> (Vec<usize>, Vec<Option<usize>>) {
        let mut parent = vec![None; self.ranks.len()];
        let mut seen = vec![false; self.ranks.len()];
        let mut order = Vec::with_capacity(self.ranks.len());
        if !seen.is_empty() {
            seen[0] = true;
            order.push(0);
        }
        let mut at = 0;
        while let Some(&shape) = order.get(at) {
            at += 1;
            for &arc in self.touching[shape].iter().filter(|arc| self.inside[**arc]) {
                let other = self.other(arc, shape);
                if !seen[other] {
                    seen[other] = true;
                    parent[other] = Some(arc);
                    order.push(other);
                }
            }
        }
        (order, parent)
    }
}

/// Columns in which each shape stands as far left as the arcs let it.
fn longest(shapes: usize, arcs: &[Arc]) -> Vec<i64> {
    let mut waiting = vec![0_usize; shapes];
    let mut out: Vec<Vec<usize>> = vec![Vec::new(); shapes];
    for (at, arc) in arcs.iter().enumerate() {
        waiting[arc.to] += 1;
        out[arc.from].push(at);
    }
    let mut ranks = vec![0; shapes];
    let mut ready: Vec<usize> = (0..shapes).filter(|shape| waiting[*shape] == 0).collect();
    while let Some(shape) = ready.pop() {
        for arc in out[shape].iter().map(|at| arcs[*at]) {
            let far = ranks[shape] + i64::try_from(arc.span).unwrap_or(1);
            ranks[arc.to] = far.max(ranks[arc.to]);
            waiting[arc.to] -= 1;
            if waiting[arc.to] == 0 {
                ready.push(arc.to);
            }
        }
    }
    ranks
}
