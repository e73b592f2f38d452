//! What does a class, a denial, a demand look like? One visual language for all pictures, read out of `ontology/picture`.

use crate::graph::{ClaimView, EntityRef};
use crate::vocab::{EntityType, Lang, Modality, Polarity};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The look of a class.
#[derive(Debug, Clone, Copy, Default)]
pub struct Class {
    /// Name of the shape in our own drawings.
    pub shape: &'static str,
    /// Its shape in Graphviz.
    pub dot: &'static str,
    /// The style of that.
    pub dot_style: &'static str,
    /// Fill and line on light ground, then on dark.
    pub colours: [[&'static str; 2]; 2],
    /// An SVG path in a square of 16.
    pub sign: &'static str,
}

/// The look of a line.
#[derive(Debug, Clone, Copy, Default)]
pub struct Line {
    /// Lengths of strokes and gaps; empty for a whole line.
    pub dashes: &'static str,
    /// Its style in Graphviz.
    pub dot: &'static str,
    marks: [&'static str; 2],
}

impl Line {
    /// What stands beside it.
    pub const fn mark(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Uk => self.marks[0],
            Lang::En => self.marks[1],
        }
    }
}

/// Whose words a claim is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// The article's own.
    Own,
    /// A speaker's.
    Reported,
    /// Nobody's: it is only referred to.
    Nobody,
}

/// All that the line of a claim shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Look {
    pub voice: Voice,
    pub denied: bool,
    pub modality: Modality,
    pub hedged: bool,
}

impl Look {
    /// What the article itself says without doubt.
    pub const PLAIN: Self = Self { voice: Voice::Own, denied: false, modality: Modality::Actual, hedged: false };

    /// `who` says the claim, if not the article itself.
    pub fn of(claim: ClaimView<'_>, asserted: bool, who: Option<EntityRef>) -> Self {
        let voice = match (asserted, who) {
            (false, _) => Voice::Nobody,
            (true, Some(_)) => Voice::Reported,
            (true, None) => Voice::Own,
        };
        Self { voice, denied: claim.polarity() == Polarity::Negated, modality: claim.modality(), hedged: claim.hedged() }
    }

    /// The name of its colour.
    pub const fn colour(self) -> &'static str {
        match (self.voice, self.denied) {
            (Voice::Nobody, _) => "nobody",
            (_, true) => "denied",
            (Voice::Reported, false) => "reported",
            (Voice::Own, false) => "own",
        }
    }

    /// Its line.
    pub fn line(self) -> Line {
        LINES.get(self.modality.term().local).copied().unwrap_or_default()
    }
}

/// The names of the colours, in the order of their table.
pub fn colours() -> impl Iterator<Item = (&'static str, [&'static str; 2])> {
    rows(include_str!("../../ontology/picture/colours.tsv")).map(|row| (cell(&row, 0), [cell(&row, 1), cell(&row, 2)]))
}

/// A colour by its name; black where there is none (a test holds that there is).
pub fn colour(name: &str, dark: bool) -> &'static str {
    COLOURS.get(name).map_or("#000000", |pair| pair[usize::from(dark)])
}

/// The look of a class; that of a concept for what has none.
pub fn class(kind: Option<EntityType>) -> Class {
    CLASSES.get(kind.unwrap_or(EntityType::Concept).name()).copied().unwrap_or_default()
}

/// How a line is drawn, as CSS has it; empty where nothing is said.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stroke {
    pub width: &'static str,
    pub dashes: &'static str,
    /// Whether ends or corners are round, in words.
    pub round: &'static str,
}

/// The stroke of a part of a drawing.
pub fn stroke(what: &str) -> Stroke {
    let stroke = |row: Vec<&'static str>| Stroke { width: cell(&row, 1), dashes: cell(&row, 2), round: cell(&row, 3) };
    rows(include_str!("../../ontology/picture/strokes.tsv")).find(|row| cell(row, 0) == what).map(stroke).unwrap_or_default()
}

/// A sign that is not that of a class: an SVG path in a square of 16.
pub fn sign(what: &str) -> &'static str {
    rows(include_str!("../../ontology/picture/signs.tsv")).find(|row| cell(row, 0) == what).map_or("", |row| cell(&row, 1))
}

static COLOURS: LazyLock<HashMap<&'static str, [&'static str; 2]>> = LazyLock::new(|| colours().collect());

static CLASSES: LazyLock<HashMap<&'static str, Class>> = LazyLock::new(|| {
    let class = |row: Vec<&'static str>| {
        let cell = |at| cell(&row, at);
        (
            cell(0),
            Class { shape: cell(1), dot: cell(2), dot_style: cell(3), colours: [[cell(4), cell(5)], [cell(6), cell(7)]], sign: cell(8) },
        )
    };
    rows(include_str!("../../ontology/picture/classes.tsv")).map(class).collect()
});

static LINES: LazyLock<HashMap<&'static str, Line>> = LazyLock::new(|| {
    let line = |row: Vec<&'static str>| {
        let cell = |at| cell(&row, at);
        (cell(0), Line { dashes: cell(1), dot: cell(2), marks: [cell(3), cell(4)] })
    };
    rows(include_str!("../../ontology/picture/lines.tsv")).map(line).collect()
});

/// The rows of a table, but for its comments.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.starts_with("# ") && !line.is_empty()).map(|line| line.split('\t').collect())
}

/// A cell of a row; empty where there is none.
pub fn cell(row: &[&'static str], at: usize) -> &'static str {
    row.get(at).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_and_every_modality_has_its_look() {
        assert_eq!(CLASSES.len(), EntityType::ALL.len());
        for kind in EntityType::ALL {
            let class = class(Some(kind));
            assert!(!class.shape.is_empty() && !class.dot.is_empty() && !class.sign.is_empty(), "{kind:?}");
            assert!(class.colours.concat().iter().all(|c| c.len() == 7 && c.starts_with('#')), "{kind:?}");
        }
        let looks: std::collections::BTreeSet<_> = EntityType::ALL.map(|k| (class(Some(k)).shape, class(Some(k)).colours[0][0])).into();
        assert_eq!(looks.len(), EntityType::ALL.len());
        assert!(["speaker", "anonymous speaker", "article"].iter().all(|what| sign(what).starts_with('M')));
        for modality in Modality::ALL {
            assert!(LINES.contains_key(modality.term().local), "{modality:?}");
        }
        assert!(
            ["own", "reported", "denied", "nobody", "ground", "ink", "muted", "rule", "card", "value"]
                .iter()
                .all(|name| COLOURS.contains_key(name))
        );
    }
}
