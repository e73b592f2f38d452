//! How large is a box, and where in it do its words stand?

use super::{Boxed, Rect, Text};
use crate::picture::layout::{Point, Shape};
use crate::picture::letters::{MAIN, MAIN_NAME, NAME, UNDER};
use crate::picture::options::View;
use crate::picture::scene::{Card, Node, NodeKind, Scene};
use crate::picture::style;
use crate::picture::text::Style;

/// The widest name, and the widest sentence on a card.
const WIDEST: f64 = 150.0;
const WIDEST_CARD: f64 = 290.0;
/// A sign is so large.
pub const SIGN: f64 = 16.0;
const PAD: Point = Point { x: 10.0, y: 8.0 };

/// A box without a place.
pub struct Sized {
    width: f64,
    height: f64,
    sign: Option<Point>,
    texts: Vec<Text>,
}

/// The size of a box.
pub fn size(node: &Node) -> Sized {
    match &node.kind {
        NodeKind::Card(card) => self::card(card),
        kind => name(node, kind),
    }
}

fn name(node: &Node, kind: &NodeKind) -> Sized {
    let (style, signed, extra) = match kind {
        NodeKind::Entity(class) => {
            let shape = style::class(*class).shape;
            let extra = if matches!(shape, "bars" | "hexagon" | "octagon") { 6.0 } else { 0.0 };
            (if node.weight >= MAIN { MAIN_NAME } else { NAME }, true, extra)
        }
        NodeKind::Article => (NAME, true, 0.0),
        _ => (NAME, false, 0.0),
    };
    let colour = if matches!(kind, NodeKind::Value) { "muted" } else { "ink" };
    let left = PAD.x + extra + if signed { SIGN + 6.0 } else { 0.0 };
    let mut texts: Vec<Text> = Vec::new();
    let mut y = PAD.y;
    let names = style.wrap(&node.label, WIDEST, 3).into_iter().map(|line| (style, line, colour));
    let under = node.under.iter().take(2).flat_map(|text| UNDER.wrap(text, WIDEST, 2)).map(|line| (UNDER, line, "muted"));
    for (style, line, colour) in names.chain(under) {
        texts.push(Text::plain(left, y + style.size * 0.92, false, style, line, colour));
        y += style.line_height();
    }
    let width = texts.iter().map(|text| text.width).fold(0.0, f64::max) + left + PAD.x + extra;
    let height = y + PAD.y - 2.0;
    let sign = signed.then_some(Point { x: PAD.x + extra - 2.0, y: PAD.y });
    Sized { width, height, sign, texts }
}

/// A sentence: its relation is bold and has the colour of the claim.
fn card(card: &Card) -> Sized {
    let mut texts: Vec<Text> = Vec::new();
    let left = PAD.x + 8.0;
    let mut y = PAD.y;
    for runs in sentence(card, WIDEST_CARD, 4) {
        let width = runs.iter().map(|(text, _, bold)| Style { bold: *bold, ..NAME }.width(text)).sum();
        texts.push(Text { x: left, y: y + NAME.size * 0.92, middle: false, style: NAME, runs, width });
        y += NAME.line_height();
    }
    for text in &card.under {
        for line in UNDER.wrap(text, WIDEST_CARD, 2) {
            texts.push(Text::plain(left, y + UNDER.size * 0.95, false, UNDER, line, "muted"));
            y += UNDER.line_height();
        }
    }
    let width = texts.iter().map(|text| text.width).fold(0.0, f64::max) + left + PAD.x;
    Sized { width, height: y + PAD.y - 2.0, sign: None, texts }
}

/// Words, the name of their colour, whether they are bold.
pub type Run = (String, &'static str, bool);

/// The lines of the sentence on a card.
pub fn sentence(card: &Card, width: f64, limit: usize) -> Vec<Vec<Run>> {
    let [subject, relation, object] = &card.parts;
    let words = [(subject, "ink", false), (relation, card.look.colour(), true), (object, "ink", false)];
    let words =
        words.into_iter().flat_map(|(part, colour, bold)| part.split(' ').filter(|w| !w.is_empty()).map(move |word| (word, colour, bold)));
    lines(words, width, limit)
}

/// Breaks words of several looks into lines.
fn lines<'w>(words: impl Iterator<Item = (&'w str, &'static str, bool)>, width: f64, limit: usize) -> Vec<Vec<Run>> {
    let mut lines: Vec<Vec<Run>> = vec![Vec::new()];
    let mut used = 0.0;
    for (word, colour, bold) in words {
        let style = Style { bold, ..NAME };
        let word = style.wrap(word, width, 1).concat();
        let (blank, own) = (style.width(" "), style.width(&word));
        if used > 0.0 && used + blank + own > width {
            if lines.len() == limit {
                if let Some((text, ..)) = lines.last_mut().and_then(|line| line.last_mut()) {
                    text.push('…');
                }
                return lines;
            }
            lines.push(Vec::new());
            used = 0.0;
        }
        let Some(line) = lines.last_mut() else { break };
        used += own + if used > 0.0 { blank } else { 0.0 };
        match line.last_mut() {
            Some((text, known, heavy)) if *known == colour && *heavy == bold => text.push_str(&format!(" {word}")),
            Some((text, ..)) => {
                text.push(' ');
                line.push((word, colour, bold));
            }
            None => line.push((word, colour, bold)),
        }
    }
    lines
}

/// Makes all cards equally wide; where there are speakers beside them, these too, and the media on the way.
pub fn align(scene: &Scene, sizes: &mut [Sized]) {
    let kind = |node: &Node| match node.kind {
        NodeKind::Card(_) => Some(0),
        _ if scene.view != View::Speakers => None,
        _ if node.id.contains("/via/") => Some(1),
        _ => Some(2),
    };
    for wanted in 0..3 {
        let alike = || scene.nodes.iter().enumerate().filter(|(_, node)| kind(node) == Some(wanted)).map(|(at, _)| at);
        let widest = alike().map(|at| sizes[at].width).fold(0.0, f64::max);
        alike().for_each(|at| sizes[at].width = widest);
    }
}

impl Sized {
    pub fn shape(&self) -> Shape {
        Shape { width: self.width, up: self.height / 2.0, down: self.height / 2.0, point: false }
    }

    pub const fn width(&self) -> f64 {
        self.width
    }

    pub const fn height(&self) -> f64 {
        self.height
    }

    /// In its place: the left end and the middle of its height; as high as the arrows that meet it want it.
    pub fn at(self, place: Point, height: f64) -> Boxed {
        let rect = Rect { x: place.x, y: place.y - height / 2.0, w: self.width, h: height };
        let by = Point { x: rect.x, y: place.y - self.height / 2.0 };
        let mut texts = self.texts;
        for text in &mut texts {
            text.moved(by);
        }
        Boxed { rect, sign: self.sign.map(|sign| Point { x: sign.x + by.x, y: sign.y + by.y }), texts }
    }
}
