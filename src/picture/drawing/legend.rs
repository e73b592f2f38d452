//! What means what in a picture? The key explains what occurs in it, and nothing else.

use super::{Drawing, Text};
use crate::picture::layout::Point;
use crate::picture::letters::KEY;
use crate::picture::scene::{LinkKind, NodeKind, Scene};
use crate::picture::style::{Look, Voice};
use crate::picture::words::words;
use crate::vocab::{EntityType, Lang, Modality, wording};
use std::collections::BTreeSet;

/// A line of the key.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub sample: Sample,
    /// The left top corner of the sample.
    pub at: Point,
    pub text: Text,
}

/// What a line of the key explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sample {
    Class(EntityType),
    Line(Look),
    Link(LinkKind),
}

const HEIGHT: f64 = 24.0;
/// The width of a sample of a class, and of one of a line.
const SAMPLES: [f64; 2] = [26.0, 40.0];

/// Places the key and the notes under a drawing, and with that ends it.
pub fn place(drawing: &mut Drawing<'_>, width: f64, bottom: f64, margin: f64) {
    let mut y = bottom + 22.0;
    drawing.legend_top = y;
    y += 12.0;
    let mut x = margin;
    let mut last = None;
    for (sample, text) in samples(drawing.scene) {
        let wide = if matches!(sample, Sample::Class(_)) { SAMPLES[0] } else { SAMPLES[1] };
        let needed = wide + 6.0 + KEY.width(&text);
        let group = matches!(sample, Sample::Class(_));
        if x > margin && (x + needed > width - margin || last.is_some_and(|last| last != group)) {
            x = margin;
            y += HEIGHT;
        }
        last = Some(group);
        let text = Text::plain(x + wide + 6.0, y + 15.0, false, KEY, text, "muted");
        drawing.legend.push(Item { sample, at: Point { x, y: y + 2.0 }, text });
        x += needed + 20.0;
    }
    if last.is_some() {
        y += HEIGHT + 4.0;
    }
    for note in &drawing.scene.notes {
        for line in KEY.wrap(note, width - 2.0 * margin, 3) {
            drawing.notes.push(Text::plain(margin, y + 14.0, false, KEY, line, "ink"));
            y += HEIGHT - 4.0;
        }
    }
    drawing.size = Point { x: width, y: y + margin - 8.0 };
}

/// Whether a look is what a line of the key explains.
type Test = fn(&Look) -> bool;

/// What occurs, in a fixed order, with its words.
pub fn samples(scene: &Scene) -> Vec<(Sample, String)> {
    let lang = scene.lang;
    let mut classes = BTreeSet::new();
    let mut looks: BTreeSet<Look> = scene.arrows.iter().filter(|arrow| !arrow.told.is_empty()).map(|arrow| arrow.look).collect();
    for node in &scene.nodes {
        match &node.kind {
            NodeKind::Entity(Some(kind)) => {
                classes.insert(*kind);
            }
            NodeKind::Card(card) => {
                looks.insert(card.look);
            }
            _ => {}
        }
    }
    let mut found: Vec<(Sample, String)> = Vec::new();
    let lines: [(&'static str, Test, Look); 7] = [
        ("line-own", |l| l.colour() == "own", Look::PLAIN),
        ("line-reported", |l| l.colour() == "reported", Look { voice: Voice::Reported, ..Look::PLAIN }),
        ("line-denied", |l| l.colour() == "denied", Look { denied: true, ..Look::PLAIN }),
        ("line-nobody", |l| l.colour() == "nobody", Look { voice: Voice::Nobody, ..Look::PLAIN }),
        ("line-intended", |l| l.modality == Modality::Intended, Look { modality: Modality::Intended, ..Look::PLAIN }),
        ("line-demanded", |l| l.modality == Modality::Demanded, Look { modality: Modality::Demanded, ..Look::PLAIN }),
        ("line-hypothetical", |l| l.modality == Modality::Hypothetical, Look { modality: Modality::Hypothetical, ..Look::PLAIN }),
    ];
    for (key, occurs, look) in lines {
        if looks.iter().any(occurs) {
            found.push((Sample::Line(look), words(key, lang).to_owned()));
        }
    }
    for (kind, key) in [(LinkKind::Content, "link-content"), (LinkKind::Refutes, "link-refutes")] {
        if scene.links.iter().any(|link| link.kind == kind) {
            found.push((Sample::Link(kind), words(key, lang).to_owned()));
        }
    }
    let name = |kind: EntityType| wording(kind.class()).map_or("", |words| words.label(lang)).to_lowercase();
    found.extend(classes.into_iter().map(|kind| (Sample::Class(kind), name(kind))));
    found
}

impl Sample {
    /// What a line looks like, in words, for a key without samples; `None` for what has a shape of its own.
    pub fn in_words(self, lang: Lang) -> Option<&'static str> {
        let key = match self {
            Self::Class(_) => return None,
            Self::Link(LinkKind::Content) => "look-link",
            Self::Link(LinkKind::Refutes) => "look-refutes",
            Self::Line(look) => match (look.modality, look.colour()) {
                (Modality::Hypothetical, _) => "look-dotted",
                (Modality::Intended | Modality::Demanded, _) => "look-dashed",
                (_, "own") => "look-black",
                (_, "reported") => "look-blue",
                (_, "denied") => "look-red",
                _ => "look-grey",
            },
        };
        Some(words(key, lang))
    }
}
