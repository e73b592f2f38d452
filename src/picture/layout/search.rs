//! Which of many layouts is the best? Several are laid out whole; then boxes move from column to column as long as that makes it better.

use super::columns::{Joins, Way};
use super::{Arc, Placed, Plan, Point, Shape, pack, with};

/// How many ways are laid out whole, and how many moves of a box, for a picture of one arc: small pictures are looked at from all sides,
/// large ones would take too long, for each layout of theirs takes longer, too.
const WAYS: usize = 2000;
const MOVES: usize = 4000;
const MOVES_OF_LARGE: usize = 600_000;

/// One part in the best layout that was found.
pub fn part(shapes: &[Shape], arcs: &[Arc], part: &pack::Part, plan: Plan) -> Placed {
    let shapes: Vec<Shape> = part.shapes.iter().map(|at| shapes[*at]).collect();
    let arcs: Vec<Arc> = part
        .arcs
        .iter()
        .map(|at| arcs[*at])
        .map(|arc| Arc { from: part.within(arc.from), to: part.within(arc.to), label: arc.label.map(|label| part.within(label)), ..arc })
        .collect();
    if plan.strict {
        return with(&shapes, &arcs, &vec![false; arcs.len()], plan).0;
    }
    let joins = Joins::new(&shapes, &arcs);
    let mut search = Search { shapes: &shapes, arcs: &arcs, plan, seen: Vec::new(), best: None };
    for way in joins.candidates().into_iter().take((WAYS / arcs.len().max(1)).clamp(2, 15)) {
        search.look_at(way);
    }
    let many = arcs.len().max(1);
    search.climb(&joins, (MOVES / many).min(MOVES_OF_LARGE / (many * many)).min(100));
    search.best.map(|(_, placed, _)| placed).unwrap_or_default()
}

struct Search<'a> {
    shapes: &'a [Shape],
    arcs: &'a [Arc],
    plan: Plan,
    seen: Vec<Vec<bool>>,
    best: Option<(f64, Placed, Way)>,
}

impl Search<'_> {
    /// Lays it out this way; whether that is the best until now. `None` where it was looked at before.
    fn look_at(&mut self, way: Way) -> Option<bool> {
        if self.seen.contains(&way.backwards) {
            return None;
        }
        self.seen.push(way.backwards.clone());
        let (placed, crossings) = with(self.shapes, self.arcs, &way.backwards, self.plan);
        let score = score(&placed, crossings, &way.backwards, self.plan.room);
        let better = self.best.as_ref().is_none_or(|(least, ..)| score < *least);
        if better {
            self.best = Some((score, placed, way));
        }
        Some(better)
    }

    /// Moves box after box to other columns, and keeps what is better.
    fn climb(&mut self, joins: &Joins<'_>, mut tries: usize) {
        let mut better = true;
        while better {
            better = false;
            for shape in joins.movable() {
                for step in [-2.0, 2.0, -4.0, 4.0] {
                    let Some((.., way)) = &self.best else { return };
                    let mut columns = way.columns.clone();
                    columns[shape] += step;
                    if tries == 0 {
                        return;
                    }
                    let found = self.look_at(joins.way(columns));
                    tries -= usize::from(found.is_some());
                    better |= found == Some(true);
                }
            }
        }
    }
}

/// How bad a layout is: large, too wide for a page, with arrows that cross or run to the left.
#[expect(clippy::cast_precision_loss, reason = "arrows are few")]
fn score(placed: &Placed, crossings: usize, backwards: &[bool], room: f64) -> f64 {
    let Point { x, y } = placed.size;
    let too_wide = ((x - room) / 400.0).max(0.0);
    let back = backwards.iter().filter(|back| **back).count();
    (x + 60.0) * (y + 60.0) * (1.0 + too_wide) * (1.0 + 0.5 * crossings as f64) * (1.0 + 0.15 * back as f64 / backwards.len().max(1) as f64)
}
