//! Where does everything stand? Layers from left to right (after Sugiyama): boxes in columns, claims' labels in columns of their own
//! between them, arrows only through the free channels beside the columns.

mod columns;
mod coordinate;
mod layers;
mod order;
mod pack;
mod rank;
mod route;

pub use route::{Point, Route};

use layers::Layers;

/// What takes up room: a box or the label of an arrow.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// Its width.
    pub width: f64,
    /// How far it reaches above the line at which arrows meet it.
    pub up: f64,
    /// How far it reaches below.
    pub down: f64,
    /// Whether all arrows meet it in one point of each side.
    pub point: bool,
}

/// A stretch of an arrow from one shape to another.
#[derive(Debug, Clone, Copy)]
pub struct Arc {
    /// The shape where it begins.
    pub from: usize,
    /// The shape where it ends.
    pub to: usize,
    /// How many columns it spans at least.
    pub span: usize,
    /// What it is a part of: two stretches of one arrow run the same way.
    pub arrow: usize,
    /// Whether it only points from label to label: it has no say in where these stand.
    pub loose: bool,
}

/// Where shapes and arcs were put.
#[derive(Debug, Clone, Default)]
pub struct Placed {
    /// The left end and the line of each shape.
    pub places: Vec<Point>,
    /// The way of each arc.
    pub routes: Vec<Route>,
    /// Width and height of it all.
    pub size: Point,
}

/// From side to side between arrows that meet a box.
pub const PORT: f64 = 10.0;

/// How a layout is made.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// The width that is there, about.
    pub wide: f64,
    /// Whether all arrows run to the right, and boxes of a column begin at its left.
    pub strict: bool,
}

/// Puts shapes and arcs in their places; the same for the same input. Shapes that come first stand first where nothing else decides.
pub fn place(shapes: &[Shape], arcs: &[Arc], plan: Plan) -> Placed {
    let parts = pack::components(shapes.len(), arcs).into_iter().map(|part| (one(shapes, arcs, &part, plan), part)).collect();
    pack::together(shapes, arcs, parts, plan)
}

/// One part, with the number of columns that makes the best picture.
fn one(shapes: &[Shape], arcs: &[Arc], part: &pack::Part, plan: Plan) -> Placed {
    let shapes: Vec<Shape> = part.shapes.iter().map(|at| shapes[*at]).collect();
    let arcs: Vec<Arc> =
        part.arcs.iter().map(|at| arcs[*at]).map(|arc| Arc { from: part.within(arc.from), to: part.within(arc.to), ..arc }).collect();
    if plan.strict {
        return with(&shapes, &arcs, &vec![false; arcs.len()], plan).0;
    }
    let mut candidates = columns::candidates(&shapes, &arcs);
    // Small pictures are looked at from all sides, large ones would take too long.
    candidates.truncate((2000 / arcs.len().max(1)).clamp(2, 15));
    let mut best: Option<(f64, Placed)> = None;
    for backwards in candidates {
        let (placed, crossings) = with(&shapes, &arcs, &backwards, plan);
        let score = score(&placed, crossings, &backwards);
        if best.as_ref().is_none_or(|(least, _)| score < *least) {
            best = Some((score, placed));
        }
    }
    best.map(|(_, placed)| placed).unwrap_or_default()
}

/// The layout in which the arcs given run to the left, and how often arcs cross in it.
fn with(shapes: &[Shape], arcs: &[Arc], backwards: &[bool], plan: Plan) -> (Placed, usize) {
    let turn = |(arc, back): (&Arc, &bool)| if *back { Arc { from: arc.to, to: arc.from, ..*arc } } else { *arc };
    let forward: Vec<Arc> = arcs.iter().zip(backwards).map(turn).collect();
    let firm: Vec<Arc> = forward.iter().filter(|arc| !arc.loose).copied().collect();
    let ranks = rank::ranks(shapes.len(), &firm);
    // A loose arc runs as the columns happen to lie; within one it goes around the outside.
    let backwards: Vec<bool> =
        arcs.iter().zip(backwards).map(|(arc, back)| if arc.loose { ranks[arc.from] > ranks[arc.to] } else { *back }).collect();
    let forward: Vec<Arc> = arcs.iter().zip(&backwards).map(turn).collect();
    let mut layers = Layers::new(shapes, &forward, &ranks);
    let crossings = order::order(&mut layers);
    let ys = coordinate::coordinates(&layers);
    (route::draw(&layers, &ys, &forward, &backwards, plan.strict), crossings)
}

/// How bad a layout is: large, too wide for a page, with arrows that cross or run to the left.
#[expect(clippy::cast_precision_loss, reason = "arrows are few")]
fn score(placed: &Placed, crossings: usize, backwards: &[bool]) -> f64 {
    let Point { x, y } = placed.size;
    let too_wide = ((x - 1300.0) / 800.0).max(0.0);
    let back = backwards.iter().filter(|back| **back).count();
    (x + 60.0) * (y + 60.0) * (1.0 + too_wide) * (1.0 + 0.2 * crossings as f64) * (1.0 + 0.15 * back as f64 / backwards.len().max(1) as f64)
}
