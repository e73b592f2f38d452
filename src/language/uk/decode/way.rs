//! Which ways are there to tag a word, and how good is each? What the dictionary says that it may be, and what the model says freely.

use super::Scored;
use crate::language::grammar::{Feature, Features, Upos};
use std::ops::Range;

/// One way to tag a word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way {
    /// Of its part of speech and all features but case.
    score: f64,
    pub part: Upos,
    /// Some may be left open.
    features: Features,
}

/// Labels of a feature that a way allows: one, any, or any but none.
fn allowed(features: Features, feature: Feature) -> Range<usize> {
    let all = feature.values().len() + 1;
    match (features.is_open(feature), features.has_some(feature)) {
        (_, true) => 1..all,
        (true, _) => 0..all,
        (false, _) => features.number(feature)..features.number(feature) + 1,
    }
}

/// The label with the greatest score, the first of equals, and that score.
fn best(word: &Scored<'_>, feature: Feature, labels: Range<usize>) -> (usize, f64) {
    let mut best = (labels.start, f64::NEG_INFINITY);
    for label in labels {
        if word.value(feature, label) > best.1 {
            best = (label, word.value(feature, label));
        }
    }
    best
}

impl Way {
    fn new(word: &Scored<'_>, part: Upos, features: Features) -> Self {
        let rest = Feature::all().filter(|feature| *feature != Feature::Case);
        let score = rest.map(|feature| best(word, feature, allowed(features, feature)).1).fold(word.part(part), |sum, score| sum + score);
        Self { score, part, features }
    }

    /// Its score with each case that it allows.
    pub(super) fn cases(self, word: &Scored<'_>) -> impl Iterator<Item = (usize, f64)> {
        allowed(self.features, Feature::Case).map(move |case| (case, self.score + word.value(Feature::Case, case)))
    }

    /// The features with this case; what is open gets its best value.
    pub(super) fn written(self, word: &Scored<'_>, case: usize) -> Features {
        let mut features = Features::NONE;
        for feature in Feature::all() {
            let label = if feature == Feature::Case { case } else { best(word, feature, allowed(self.features, feature)).0 };
            if let Some(value) = label.checked_sub(1).and_then(|place| feature.values().get(place)) {
                features.set(feature, value);
            }
        }
        features
    }
}

/// All ways to tag a word: the dictionary's readings; where it begins with a capital, nouns as names and names as nouns; what the model says
/// without the dictionary, which costs `margin` where the dictionary has the word.
pub(super) fn ways(word: &Scored<'_>, margin: f64) -> Vec<Way> {
    let mut found = Vec::with_capacity(2 * word.readings.len() + 1);
    found.extend(word.readings.iter().map(|reading| Way::new(word, reading.part, reading.features)));
    if word.capital {
        let other = |part| match part {
            Upos::Noun => Some(Upos::Propn),
            Upos::Propn => Some(Upos::Noun),
            _ => None,
        };
        let swapped = word.readings.iter().filter_map(|reading| Some(Way::new(word, other(reading.part)?, reading.features)));
        found.extend(swapped);
    }
    let mut part = Upos::Adj;
    for other in Upos::all() {
        if word.part(other) > word.part(part) {
            part = other;
        }
    }
    let open = Feature::all().fold(Features::NONE, |features, feature| features.with(feature, "*"));
    let free = Way::new(word, part, open);
    let cost = if word.readings.is_empty() { 0.0 } else { margin };
    found.push(Way { score: free.score - cost, ..free });
    found
}
