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
    let mut search = Search { shapes: &shapes, arcs: &arcs, plan, seen: Vec::new() };
    let many = arcs.len().max(1);
    let ways = joins.candidates().into_iter().take((WAYS / many).clamp(2, 15));
    let mut starts: Vec<Found> = ways.filter_map(|way| search.look_at(way)).collect();
    // A stable sort: of equals the most promising comes first.
    starts.sort_by(|a, b| a.score.total_cmp(&b.score));
    // The best may be so wide that no move of one box makes it narrow: the best that is not, or the narrowest, is looked at, too.
    let wide = |at: &usize| starts[*at].placed.size.x.max(1.2 * plan.room);
    let narrow = (1..starts.len()).min_by(|a, b| wide(a).total_cmp(&wide(b))).map(|at| starts.remove(at));
    let tries = (MOVES / many).min(MOVES_OF_LARGE / (many * many)).min(80);
    let ends = starts.into_iter().take(1).chain(narrow).map(|start| search.climb(start, &joins, tries));
    ends.reduce(|best, other| if other.score < best.score { other } else { best }).map(|found| found.placed).unwrap_or_default()
}

/// A layout.
struct Found {
    score: f64,
    placed: Placed,
    way: Way,
}

struct Search<'a> {
    shapes: &'a [Shape],
    arcs: &'a [Arc],
    plan: Plan,
    seen: Vec<Vec<bool>>,
}

impl Search<'_> {
    /// Lays it out this way; `None` where it was looked at before.
    fn look_at(&mut self, way: Way) -> Option<Found> {
        if self.seen.contains(&way.backwards) {
            return None;
        }
        self.seen.push(way.backwards.clone());
        let (placed, crossings) = with(self.shapes, self.arcs, &way.backwards, self.plan);
        Some(Found { score: score(&placed, crossings, &way.backwards, self.plan.room), placed, way })
    }

    /// Moves box after box to other columns, and keeps what is better.
    fn climb(&mut self, start: Found, joins: &Joins<'_>, mut tries: usize) -> Found {
        let mut best = start;
        let mut better = true;
        while better {
            better = false;
            for shape in joins.movable() {
                for step in [-2.0, 2.0, -4.0, 4.0] {
                    let mut columns = best.way.columns.clone();
                    columns[shape] += step;
                    if tries == 0 {
                        return best;
                    }
                    let Some(found) = self.look_at(joins.way(columns)) else { continue };
                    tries -= 1;
                    if found.score < best.score {
                        best = found;
                        better = true;
                    }
                }
            }
        }
        best
    }
}

/// How bad a layout is: large, too wide for a page, with arrows that cross or run to the left.
#[expect(clippy::cast_precision_loss, reason = "arrows are few")]
fn score(placed: &Placed, crossings: usize, backwards: &[bool], room: f64) -> f64 {
    let Point { x, y } = placed.size;
    // A picture that is a quarter too wide is as bad as one twice as large.
    let too_wide = (4.0 * (x - room) / room).max(0.0);
    let back = backwards.iter().filter(|back| **back).count();
    (x + 60.0) * (y + 60.0) * (1.0 + too_wide) * (1.0 + 0.5 * crossings as f64) * (1.0 + 0.15 * back as f64 / backwards.len().max(1) as f64)
}
