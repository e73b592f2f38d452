//! Which tags do the scores of a sentence mean? The dictionary says what a word may be, the model how likely each of it is, and the tree which
//! words agree in case. `training/decode.py` says the same in Python.
//!
//! Scores are logits: within one group of labels they differ from logarithms of probabilities by one number, and every way to tag a word takes
//! one label of each group, so the differences between ways are the same.

mod agree;
mod way;

pub(super) use agree::{Costs, tags};

use crate::language::deprel::Deprel;
use crate::language::grammar::{Feature, Upos};
use crate::language::uk::dictionary::Reading;

/// How many features a word has.
pub(super) const FEATURES: usize = 10;

/// What is known of a word when its tags are chosen.
#[derive(Debug)]
pub(super) struct Scored<'s> {
    /// Scores of the parts of speech, in the order of [`Upos`].
    pub parts: &'s [f32],
    /// Scores of the values of each feature, in the order of [`Feature`]; first of none, then in the order of [`Feature::values`].
    pub values: [&'s [f32]; FEATURES],
    /// What it may be by the dictionary.
    pub readings: &'s [Reading],
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Its head, nothing for the root.
    pub head: Option<usize>,
    /// How it hangs on its head.
    pub relation: Deprel,
}

impl Scored<'_> {
    fn part(&self, part: Upos) -> f64 {
        self.parts.get(part as usize).map_or(f64::NEG_INFINITY, |score| f64::from(*score))
    }

    fn value(&self, feature: Feature, number: usize) -> f64 {
        self.values[feature as usize].get(number).map_or(f64::NEG_INFINITY, |score| f64::from(*score))
    }
}

#[cfg(test)]
mod tests;
