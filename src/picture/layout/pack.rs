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

/// Lays the parts beside and below each other, the tallest first unless their order tells something.
pub fn together(shapes: &[Shape], arcs: &[Arc], mut parts: Vec<(Placed, Part)>, plan: Plan) -> Placed {
    let mut all =
        Placed { places: vec![Point::default(); shapes.len()], routes: vec![super::Route::default(); arcs.len()], size: Point::default() };
    // A stable sort: equals stay in the order of their first shapes.
    if !plan.strict {
        parts.sort_by(|a, b| b.0.size.y.total_cmp(&a.0.size.y));
    }
    let wide = parts.iter().map(|(placed, _)| placed.size.x).fold(plan.wide, f64::max);
    let mut taken: Vec<(Point, Point)> = Vec::with_capacity(parts.len());
    for (mut placed, part) in parts {
        let at = spot(&taken, placed.size, wide);
        taken.push((at, placed.size));
        for (place, shape) in placed.places.iter().zip(&part.shapes) {
            all.places[*shape] = Point { x: place.x + at.x, y: place.y + at.y };
        }
        for (route, arc) in placed.routes.iter_mut().zip(&part.arcs) {
            route.moved(at);
            all.routes[*arc] = std::mem::take(route);
        }
        all.size = Point { x: all.size.x.max(at.x + placed.size.x), y: all.size.y.max(at.y + placed.size.y) };
    }
    all
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
