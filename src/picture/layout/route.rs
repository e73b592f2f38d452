//! Which way does an arrow go? Level through the columns, in a curve through the free channel between two columns: it never meets what
//! stands in them.

use super::coordinate::Heights;
use super::layers::Layers;
use super::{Arc, Placed};

/// A point; y grows downwards.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

/// The rest of a cubic Bézier curve whose first point is known: two handles and the end.
pub type Curve = [Point; 3];

/// A way: where it begins, and curve after curve.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Route {
    pub start: Point,
    pub curves: Vec<Curve>,
}

impl Route {
    /// Where it ends.
    pub fn end(&self) -> Point {
        self.curves.last().map_or(self.start, |curve| curve[2])
    }

    /// The same way walked from its end.
    pub fn reversed(&self) -> Self {
        let mut points: Vec<Point> = std::iter::once(self.start).chain(self.curves.iter().flatten().copied()).collect();
        points.reverse();
        let mut points = points.into_iter();
        let start = points.next().unwrap_or_default();
        let rest: Vec<Point> = points.collect();
        Self { start, curves: rest.chunks_exact(3).map(|c| [c[0], c[1], c[2]]).collect() }
    }

    /// The same way elsewhere.
    pub fn moved(&mut self, by: Point) {
        for point in std::iter::once(&mut self.start).chain(self.curves.iter_mut().flatten()) {
            point.x += by.x;
            point.y += by.y;
        }
    }

    /// Goes on level, or from the height where it is to another one in an S.
    pub fn go(&mut self, to: Point) {
        let from = self.end();
        if (to.x - from.x).abs() < 0.01 && (to.y - from.y).abs() < 0.01 {
            return;
        }
        let half = (to.x - from.x) / 2.0;
        let level = (to.y - from.y).abs() < 0.01;
        if let (true, Some(last)) = (level, self.curves.last().copied()) {
            // One line instead of two.
            let before = if let [.., before, _] = self.curves.as_slice() { before[2] } else { self.start };
            if (before.y - last[2].y).abs() < 0.01 {
                self.curves.pop();
                return self.go(to);
            }
        }
        self.curves.push([Point { x: from.x + half, y: from.y }, Point { x: to.x - half, y: to.y }, to]);
    }
}

/// The narrowest and the widest channel between two columns.
const CHANNEL: [f64; 2] = [38.0, 84.0];

/// So far an arrow goes level before it turns, so that there is room for its head, and alike for all: then curves cross no more than
/// their ends do.
const LEAD: f64 = 10.0;

/// Gives every slot its place across, and every arc its way.
pub fn draw(layers: &Layers, heights: &Heights, arcs: &[Arc], backwards: &[bool], at_left: bool) -> Placed {
    let (columns, right) = columns(layers, heights, at_left);
    let top = layers.slots.iter().zip(&heights.slots).map(|(slot, y)| y - slot.shape.up).fold(f64::INFINITY, f64::min);
    let bottom = layers.slots.iter().zip(&heights.slots).map(|(slot, y)| y + slot.shape.down).fold(top, f64::max);
    let place = |slot: usize| {
        let [left, width] = columns[layers.slots[slot].layer];
        let spare = if at_left { 0.0 } else { (width - layers.slots[slot].shape.width) / 2.0 };
        Point { x: left + spare, y: heights.slots[slot] - top }
    };
    let mut routes = Vec::with_capacity(layers.ways.len());
    for (((way, back), arc), ports) in layers.ways.iter().zip(backwards).zip(arcs).zip(&heights.ports.aside) {
        let mut route = Route::default();
        if way.is_empty() {
            let [from, to] = [(arc.from, ports[0]), (arc.to, ports[1])].map(|(slot, port)| {
                let Point { x, y } = place(slot);
                Point { x, y: y + port }
            });
            routes.push(aside(from, to, columns[layers.slots[arc.from].layer][0]));
            continue;
        }
        for (number, step) in way.iter().enumerate() {
            let info = layers.steps[*step];
            let (from, to) = (layers.slots[info.from], layers.slots[info.to]);
            let (start, end) = (place(info.from), place(info.to));
            let (begin_y, end_y) = (start.y + heights.ports.begins[*step], end.y + heights.ports.ends[*step]);
            let [left, width] = columns[from.layer];
            if number == 0 {
                route.start = Point { x: start.x + from.shape.width, y: begin_y };
            }
            route.go(Point { x: left + width + LEAD, y: begin_y });
            route.go(Point { x: columns[to.layer][0] - LEAD, y: end_y });
            route.go(Point { x: end.x, y: end_y });
        }
        routes.push(if *back { route.reversed() } else { route });
    }
    let shapes = layers.slots.iter().take_while(|slot| !slot.passing).count();
    let reach = layers.slots.iter().take(shapes).map(|slot| [slot.shape.up, slot.shape.down]).collect();
    Placed { places: (0..shapes).map(place).collect(), reach, routes, size: Point { x: right, y: bottom - top } }
}

/// A way from one label to another of the same column, around the left of it.
fn aside(from: Point, to: Point, left: f64) -> Route {
    // So far out at most that it stays where all arrows run level.
    let out = left - (8.0 + (to.y - from.y).abs() * 0.02).min(LEAD * 1.3);
    let mut route = Route { start: from, curves: Vec::new() };
    route.go(Point { x: left, y: from.y });
    route.curves.push([Point { x: out, y: from.y }, Point { x: out, y: to.y }, Point { x: left, y: to.y }]);
    route.go(to);
    route
}

/// The left end and the width of each column, and where the last one ends.
fn columns(layers: &Layers, heights: &Heights, alike: bool) -> (Vec<[f64; 2]>, f64) {
    let mut steep = vec![0.0_f64; layers.columns.len()];
    for (at, step) in layers.steps.iter().enumerate() {
        let climb = (heights.slots[step.to] + heights.ports.ends[at] - heights.slots[step.from] - heights.ports.begins[at]).abs();
        let layer = layers.slots[step.from].layer;
        steep[layer] = steep[layer].max(climb);
    }
    let mut at = 0.0;
    let mut columns = Vec::with_capacity(layers.columns.len());
    for (column, steep) in layers.columns.iter().zip(steep) {
        let width = column.iter().map(|slot| layers.slots[*slot].shape.width).fold(0.0, f64::max);
        columns.push([at, width]);
        // Where boxes begin at the left of their columns, so do these of all parts.
        at += width + if alike { 1.3 * CHANNEL[0] } else { (CHANNEL[0] + steep * 0.11).min(CHANNEL[1]) };
    }
    let right = columns.last().map_or(0.0, |[left, width]| left + width);
    (columns, right)
}
