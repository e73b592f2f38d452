//! Where does everything of a picture stand? Boxes, arrows, words and the key, with their places in pixels.

mod arrows;
mod boxes;
mod legend;
mod timeline;

pub use boxes::sentence;
pub use legend::{Item, Sample, samples};

use super::layout::{self, Arc, Plan, Point, Route, Shape};
use super::letters::{SUBTITLE, TITLE};
use super::options::View;
use super::scene::{End, Scene};
use super::text::Style;

/// A picture with places.
#[derive(Debug, Clone)]
pub struct Drawing<'s> {
    /// What is drawn.
    pub scene: &'s Scene,
    /// Width and height.
    pub size: Point,
    /// The headline and what stands beneath it.
    pub head: Vec<Text>,
    /// One for each box of the scene.
    pub boxes: Vec<Boxed>,
    /// One for each arrow of the scene.
    pub arrows: Vec<Drawn>,
    /// One for each link of the scene.
    pub links: Vec<Route>,
    /// The line of a timeline with its marks.
    pub axis: Option<Axis>,
    /// What means what.
    pub legend: Vec<Item>,
    /// Where the key begins.
    pub legend_top: f64,
    /// What was left out.
    pub notes: Vec<Text>,
}

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub w: f64,
    pub h: f64,
}

/// Words in one line.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// The middle of the line, or its left end.
    pub x: f64,
    /// The base line.
    pub y: f64,
    pub middle: bool,
    pub style: Style,
    /// Stretches with the name of their colour; `true` for bold.
    pub runs: Vec<(String, &'static str, bool)>,
    pub width: f64,
}

/// A box in its place.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Boxed {
    pub rect: Rect,
    /// The left top corner of its sign.
    pub sign: Option<Point>,
    pub texts: Vec<Text>,
}

/// An arrow in its place.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawn {
    /// From end to end, through its label.
    pub route: Route,
    /// The room of its label; none for a line without words.
    pub label: Option<Rect>,
    /// Whether others end at its label or point from it, so that it has a frame.
    pub framed: bool,
    pub texts: Vec<Text>,
    /// The left top corner of the sign of its speaker.
    pub speaker: Option<Point>,
    /// Where the label's own line lies: its height.
    pub rule: f64,
}

/// The line of a timeline.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Axis {
    pub x: f64,
    pub top: f64,
    pub bottom: f64,
    /// The heights of its marks, and their words.
    pub marks: Vec<(f64, Text)>,
}

/// Around everything.
const MARGIN: f64 = 26.0;
/// The width that is there for a picture of its own.
pub const ROOM: f64 = 1300.0;
/// No picture is narrower.
const NARROWEST: f64 = 620.0;

impl Text {
    /// Words of one colour.
    pub fn plain(x: f64, y: f64, middle: bool, style: Style, text: impl Into<String>, colour: &'static str) -> Self {
        let text = text.into();
        Self { x, y, middle, style, width: style.width(&text), runs: vec![(text, colour, style.bold)] }
    }

    fn moved(&mut self, by: Point) {
        self.x += by.x;
        self.y += by.y;
    }
}

impl Rect {
    fn moved(&mut self, by: Point) {
        self.x += by.x;
        self.y += by.y;
    }
}

/// Puts a scene in its place, where there is about so much room across.
pub fn draw(scene: &Scene, room: f64) -> Drawing<'_> {
    let mut drawing = body(scene, room);
    let width = (drawing.size.x + 2.0 * MARGIN).max(NARROWEST);
    let mut head = Vec::new();
    let mut y = MARGIN;
    for (style, text, limit, colour) in [(TITLE, scene.title.clone(), 3, "ink"), (SUBTITLE, scene.subtitle.join(" · "), 3, "muted")] {
        if text.is_empty() {
            continue;
        }
        for line in style.wrap(&text, width - 2.0 * MARGIN, limit) {
            head.push(Text::plain(MARGIN, y + style.size * 0.85, false, style, line, colour));
            y += style.line_height();
        }
        y += 4.0;
    }
    y += 16.0;
    drawing.shift(Point { x: (width - drawing.size.x) / 2.0, y });
    drawing.head = head;
    let bottom = y + drawing.size.y;
    legend::place(&mut drawing, width, bottom, MARGIN);
    drawing
}

/// The boxes and arrows, from the point 0, 0.
fn body(scene: &Scene, room: f64) -> Drawing<'_> {
    let mut drawing = Drawing {
        scene,
        size: Point::default(),
        head: Vec::new(),
        boxes: Vec::new(),
        arrows: Vec::new(),
        links: Vec::new(),
        axis: None,
        legend: Vec::new(),
        legend_top: 0.0,
        notes: Vec::new(),
    };
    if scene.view == View::Timeline {
        timeline::place(&mut drawing);
        return drawing;
    }
    let mut sizes: Vec<boxes::Sized> = scene.nodes.iter().map(boxes::size).collect();
    boxes::align(scene, &mut sizes);
    let labels: Vec<Option<arrows::Label>> = scene.arrows.iter().map(arrows::label).collect();
    let mut shapes: Vec<Shape> = sizes.iter().map(boxes::Sized::shape).collect();
    let mut label_shape = vec![usize::MAX; labels.len()];
    for (at, label) in labels.iter().enumerate() {
        if let Some(label) = label {
            label_shape[at] = shapes.len();
            shapes.push(label.shape());
        }
    }
    let arcs = arcs(scene, &label_shape);
    let strict = scene.view == View::Speakers;
    let placed = layout::place(&shapes, &arcs, Plan { room, strict });
    drawing.size = placed.size;
    let spots = placed.places.iter().zip(&placed.reach).map(|(place, reach)| (*place, reach[0] + reach[1]));
    drawing.boxes = sizes.into_iter().zip(spots).map(|(size, (place, height))| size.at(place, height)).collect();
    let mut routes = placed.routes.into_iter();
    for (label, shape) in labels.into_iter().zip(&label_shape) {
        let before = routes.next().unwrap_or_default();
        drawing.arrows.push(match label {
            Some(label) => label.at(placed.places[*shape], placed.reach[*shape], [&before, &routes.next().unwrap_or_default()]),
            None => Drawn { route: before, ..Drawn::default() },
        });
    }
    drawing.links = routes.collect();
    drawing.frames();
    drawing
}

/// The stretches of all arrows, two for one with a label, then those of the links.
fn arcs(scene: &Scene, label_shape: &[usize]) -> Vec<Arc> {
    let shape = |end: End| match end {
        End::Node(node) => node,
        End::Arrow(arrow) => label_shape[arrow],
    };
    // From label to label it is two columns, so that labels have columns of their own.
    let span = |end: End| if matches!(end, End::Node(_)) { 1 } else { 2 };
    let mut arcs = Vec::new();
    for (arrow, info) in scene.arrows.iter().enumerate() {
        let (from, to, label) = (shape(info.from), shape(info.to), label_shape[arrow]);
        if label == usize::MAX {
            arcs.push(Arc { from, to, span: if scene.view == View::Speakers { 1 } else { 2 }, arrow, label: None, loose: false });
        } else {
            arcs.push(Arc { from, to: label, span: span(info.from), arrow, label: Some(label), loose: false });
            arcs.push(Arc { from: label, to, span: span(info.to), arrow, label: Some(label), loose: false });
        }
    }
    for (at, link) in scene.links.iter().enumerate() {
        let arrow = scene.arrows.len() + at;
        arcs.push(Arc { from: label_shape[link.from], to: label_shape[link.to], span: 2, arrow, label: None, loose: true });
    }
    arcs
}

impl Drawing<'_> {
    /// Labels at which others end, or from which they point, have frames.
    fn frames(&mut self) {
        let ends = self.scene.arrows.iter().flat_map(|arrow| [arrow.from, arrow.to]);
        let links = self.scene.links.iter().flat_map(|link| [End::Arrow(link.from), End::Arrow(link.to)]);
        for end in ends.chain(links) {
            if let End::Arrow(arrow) = end {
                self.arrows[arrow].framed = true;
            }
        }
    }

    fn shift(&mut self, by: Point) {
        for boxed in &mut self.boxes {
            boxed.rect.moved(by);
            for text in &mut boxed.texts {
                text.moved(by);
            }
            boxed.sign = boxed.sign.map(|sign| Point { x: sign.x + by.x, y: sign.y + by.y });
        }
        for arrow in &mut self.arrows {
            arrow.route.moved(by);
            if let Some(label) = &mut arrow.label {
                label.moved(by);
            }
            for text in &mut arrow.texts {
                text.moved(by);
            }
            arrow.speaker = arrow.speaker.map(|sign| Point { x: sign.x + by.x, y: sign.y + by.y });
            arrow.rule += by.y;
        }
        for route in &mut self.links {
            route.moved(by);
        }
        if let Some(axis) = &mut self.axis {
            axis.x += by.x;
            axis.top += by.y;
            axis.bottom += by.y;
            for (y, text) in &mut axis.marks {
                *y += by.y;
                text.moved(by);
            }
        }
    }
}
