//! What may a word of a text be?

use super::Dictionary;
use super::lexeme::Lexeme;
use super::spelling::Spelling;
use crate::language::grammar::{Features, Upos};
use std::sync::OnceLock;

/// One thing that a word may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Its part of speech.
    pub part: Upos,
    /// Its features; one that the dictionary does not tell is left open.
    pub features: Features,
    pub(super) lexeme: Lexeme,
    pub(super) tag: u16,
}

/// A word as it stands in a text, with all that it may be.
#[derive(Debug, Clone)]
pub struct Word<'w> {
    pub(super) dictionary: &'w Dictionary<'w>,
    pub(super) spelling: Spelling<'w>,
    known: Vec<Reading>,
    /// What an unknown word may be, once somebody asked.
    guesses: OnceLock<Vec<Reading>>,
}

impl<'w> Word<'w> {
    pub(super) fn new(dictionary: &'w Dictionary<'w>, form: &'w str) -> Self {
        let spelling = Spelling::new(&dictionary.alphabet, form);
        let known = dictionary.known(&spelling);
        Self { dictionary, spelling, known, guesses: OnceLock::new() }
    }

    /// It, as it stands in the text.
    #[must_use]
    pub const fn form(&self) -> &'w str {
        self.spelling.form
    }

    /// All that it may be; none for a word that looks like no Ukrainian one.
    #[must_use]
    pub fn readings(&self) -> &[Reading] {
        if self.is_guessed() { self.guesses.get_or_init(|| self.dictionary.guessed(&self.spelling)) } else { &self.known }
    }

    /// What it may be by the dictionary; none for a word that the dictionary does not have.
    #[must_use]
    pub fn known(&self) -> &[Reading] {
        &self.known
    }

    /// Whether the dictionary does not have it, so that its readings are those of words that end alike.
    #[must_use]
    pub const fn is_guessed(&self) -> bool {
        self.known.is_empty()
    }

    /// The lemma of one of its readings.
    #[must_use]
    pub fn lemma(&self, reading: &Reading) -> String {
        self.dictionary.lemma(&self.spelling, reading.lexeme)
    }
}
