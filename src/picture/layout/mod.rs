//! Where does everything stand? Layers from left to right (after Sugiyama): boxes in columns, claims' labels in columns of their own
//! between them, arrows only through the free channels beside the columns.

mod columns;
mod coordinate;
mod layers;
mod order;
mod pack;
mod ports;
mod rank;
mod route;
mod search;
mod straight;

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
    /// The label whose own line it is a part of.
    pub label: Option<usize>,
    /// Whether it only points from label to label: it has no say in where these stand.
    pub loose: bool,
}

/// Where shapes and arcs were put.
#[derive(Debug, Clone, Default)]
pub struct Placed {
    /// The left end and the line of each shape.
    pub places: Vec<Point>,
    /// How far each shape reaches above and below its line, with room for all that meets it.
    pub reach: Vec<[f64; 2]>,
    /// The way of each arc.
    pub routes: Vec<Route>,
    /// Width and height of it all.
    pub size: Point,
}

/// From side to side between arrows that meet a box.
const PORT: f64 = 9.5;

/// How a layout is made.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// The width that is there, about.
    pub room: f64,
    /// Whether all arrows run to the right, and boxes of a column begin at its left.
    pub strict: bool,
}

/// Puts shapes and arcs in their places; the same for the same input. Shapes that come first stand first where nothing else decides.
pub fn place(shapes: &[Shape], arcs: &[Arc], plan: Plan) -> Placed {
    let parts = pack::components(shapes.len(), arcs).into_iter().map(|part| (search::part(shapes, arcs, &part, plan), part)).collect();
    pack::together(shapes, arcs, parts, plan)
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
    let ports = ports::ports(&mut layers, &forward);
    let mut heights = coordinate::coordinates(&layers, ports);
    straight::straighten(&layers, &mut heights);
    (route::draw(&layers, &heights, &forward, &backwards, plan.strict), crossings)
}
