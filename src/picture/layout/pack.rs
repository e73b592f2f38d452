//! How do the parts of a picture that nothing joins lie beside each other?

use super::{Arc, Placed, Plan, Point, Shape};

/// Shapes that hang together, with the arcs between them.
#[derive(Debug, Clone, Default)]
pub struct Part {
    /// Sorted.
    pub shapes: Vec<usize>,
    pub arcs: Vec<usize>,
}

impl Part {
    /// The number within the part of one of its shapes.
    pub fn within(&self, shape: usize) -> usize {
        self.shapes.binary_search(&shape).unwrap_or_default()
    }
}

/// Between two parts.
const GAP: f64 = 30.0;

/// The parts that hang together.
pub fn components(shapes: usize, arcs: &[Arc]) -> Vec<Part> {
    let mut touching = vec![Vec::new(); shapes];
    for arc in arcs {
        touching[arc.from].push(arc.to);
        touching[arc.to].push(arc.from);
    }
    let mut part_of = vec![usize::MAX; shapes];
    let mut parts: Vec<Part> = Vec::new();
    for first in 0..shapes {
        if part_of[first] != usize::MAX {
            continue;
        }
        let mut waiting = vec![first];
        while let Some(shape) = waiting.pop() {
            if part_of[shape] == usize::MAX {
                part_of[shape] = parts.len();
                waiting.extend(&touching[shape]);
            }
        }
        parts.push(Part::default());
    }
    for (shape, part) in part_of.iter().enumerate() {
        parts[*part].shapes.push(shape);
    }
    for (at, arc) in arcs.iter().enumerate() {
        parts[part_of[arc.from]].arcs.push(at);
    }
    parts
}

/// Widths that are tried, as multiples of the one that is there.
const WIDTHS: [f64; 4] = [0.7, 0.8, 0.9, 1.0];

/// Lays the parts beside and below each other, the tallest first unless their order tells something, in the width that takes the least
/// room.
pub fn together(shapes: &[Shape], arcs: &[Arc], mut parts: Vec<(Placed, Part)>, plan: Plan) -> Placed {
    // A stable sort: equals stay in the order of their first shapes.
    if !plan.strict {
        parts.sort_by(|a, b| b.0.size.y.total_cmp(&a.0.size.y));
    }
    let widest = parts.iter().map(|(placed, _)| placed.size.x).fold(0.0, f64::max);
    let (mut least, mut spots) = (f64::INFINITY, Vec::new());
    for width in WIDTHS.map(|width| widest.max(width * plan.room)) {
        let mut taken: Vec<(Point, Point)> = Vec::with_capacity(parts.len());
        for (placed, _) in &parts {
            taken.push((spot(&taken, placed.size, width), placed.size));
        }
        let size = extent(&taken);
        if size.x * size.y < least {
            (least, spots) = (size.x * size.y, taken);
        }
    }
    let mut all = Placed {
        places: vec![Point::default(); shapes.len()],
        reach: vec![[0.0; 2]; shapes.len()],
        routes: vec![super::Route::default(); arcs.len()],
        size: extent(&spots),
    };
    for ((mut placed, part), (at, _)) in parts.into_iter().zip(spots) {
        for ((place, reach), shape) in placed.places.iter().zip(placed.reach).zip(&part.shapes) {
            all.places[*shape] = Point { x: place.x + at.x, y: place.y + at.y };
            all.reach[*shape] = reach;
        }
        for (route, arc) in placed.routes.iter_mut().zip(&part.arcs) {
            route.moved(at);
            all.routes[*arc] = std::mem::take(route);
        }
    }
    all
}

/// Width and height of what lies at these spots.
fn extent(taken: &[(Point, Point)]) -> Point {
    let far = |of: fn(&Point) -> f64| taken.iter().map(|(at, size)| of(at) + of(size)).fold(0.0, f64::max);
    Point { x: far(|point| point.x), y: far(|point| point.y) }
}

/// The highest free spot for a part, of these the leftmost.
fn spot(taken: &[(Point, Point)], size: Point, wide: f64) -> Point {
    let lefts = std::iter::once(0.0).chain(taken.iter().map(|(at, size)| at.x + size.x + GAP));
    let mut best: Option<Point> = None;
    for x in lefts.filter(|x| *x == 0.0 || x + size.x <= wide) {
        let across = |(at, other): &&(Point, Point)| at.x < x + size.x + GAP && x < at.x + other.x + GAP;
        let mut y = 0.0;
        // Down past whatever is in the way, until nothing is.
        while let Some((at, other)) = taken.iter().filter(across).find(|(at, other)| at.y < y + size.y + GAP && y < at.y + other.y + GAP) {
            y = at.y + other.y + GAP;
        }
        if best.is_none_or(|best| y < best.y || (y <= best.y && x < best.x)) {
            best = Some(Point { x, y });
        }
    }
    best.unwrap_or_default()
}
