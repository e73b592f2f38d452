//! How large is the label of an arrow, and how does the arrow go through it? The relation stands on the line, the speaker under it.

use super::{Drawn, Rect, Text};
use crate::picture::layout::{Point, Route, Shape};
use crate::picture::letters::{RELATION, UNDER};
use crate::picture::scene::Arrow;

const WIDEST: f64 = 136.0;
/// The sign of a speaker, and what stands between it and the name.
pub const SIGN: f64 = 13.0;
const PAD: f64 = 6.0;

/// A label without a place: lines above the arrow and below it.
pub struct Label {
    width: f64,
    up: f64,
    down: f64,
    texts: Vec<Text>,
    speaker: Option<Point>,
}

/// The label of an arrow; `None` for one without words.
pub fn label(arrow: &Arrow) -> Option<Label> {
    if arrow.label.is_empty() {
        return None;
    }
    let colour = arrow.look.colour();
    let above = RELATION.wrap(&arrow.label, WIDEST, 3);
    let mut below: Vec<(String, &'static str, bool)> = Vec::new();
    if !arrow.marks.is_empty() {
        below.extend(UNDER.wrap(&arrow.marks.join(", "), WIDEST, 2).into_iter().map(|line| (line, colour, false)));
    }
    if let Some((speaker, _)) = &arrow.speaker {
        let lines = UNDER.wrap(speaker, WIDEST - SIGN - 4.0, 3);
        below.extend(lines.into_iter().enumerate().map(|(place, line)| (line, "muted", place == 0)));
    }
    let wide = |line: &(String, &str, bool)| UNDER.width(&line.0) + if line.2 { SIGN + 4.0 } else { 0.0 };
    let widest = above.iter().map(|line| RELATION.width(line)).chain(below.iter().map(wide)).fold(0.0, f64::max);
    let width = widest + 2.0 * PAD;
    let mut texts = Vec::new();
    let mut speaker = None;
    let mut y = -4.0;
    for line in above.iter().rev() {
        texts.push(Text::plain(width / 2.0, y, true, RELATION, line.clone(), colour));
        y -= RELATION.line_height();
    }
    let up = -y - RELATION.line_height() + RELATION.size * 0.85 + 2.0;
    let mut y = 2.0;
    for line in below {
        let left = (width - wide(&line)) / 2.0;
        if line.2 {
            speaker = Some(Point { x: left, y: y + 1.0 });
        }
        let x = left + if line.2 { SIGN + 4.0 } else { 0.0 };
        texts.push(Text::plain(x, y + UNDER.size, false, UNDER, line.0, line.1));
        y += UNDER.line_height();
    }
    Some(Label { width, up, down: y + 2.0, texts, speaker })
}

impl Label {
    pub const fn shape(&self) -> Shape {
        Shape { width: self.width, up: self.up, down: self.down, point: true }
    }

    /// In its place, with the arrow that leads to it and on.
    pub fn at(self, place: Point, [up, down]: [f64; 2], [before, after]: [&Route; 2]) -> Drawn {
        let mut route = before.clone();
        route.go(after.start);
        for curve in &after.curves {
            let level = (curve[0].y - curve[2].y).abs() < 0.01 && (curve[2].y - route.end().y).abs() < 0.01;
            if level { route.go(curve[2]) } else { route.curves.push(*curve) }
        }
        let mut texts = self.texts;
        for text in &mut texts {
            text.moved(place);
        }
        Drawn {
            route,
            label: Some(Rect { x: place.x, y: place.y - up, w: self.width, h: up + down }),
            texts,
            speaker: self.speaker.map(|sign| Point { x: sign.x + place.x, y: sign.y + place.y }),
            framed: false,
            rule: place.y,
        }
    }
}
