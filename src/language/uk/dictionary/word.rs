//! What may a word of a text be?

use super::Dictionary;
use super::letters::small;
use super::lexeme::{Lexeme, capitalised};
use crate::language::grammar::{Features, Upos};

/// One thing that a word may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Its part of speech.
    pub part: Upos,
    /// Its features; one that the dictionary does not tell is left open.
    pub features: Features,
    pub(super) lexeme: Lexeme,
    pub(super) tag: usize,
}

/// A word as it stands in a text, with all that it may be.
#[derive(Debug, Clone)]
pub struct Word<'d> {
    pub(super) dictionary: &'d Dictionary<'d>,
    /// As it stands in the text.
    pub(super) form: String,
    /// Its letters in small.
    pub(super) small: Vec<char>,
    /// The numbers of its letters.
    pub(super) letters: Vec<u8>,
    pub(super) readings: Vec<Reading>,
    pub(super) guessed: bool,
}

impl<'d> Word<'d> {
    pub(super) fn new(dictionary: &'d Dictionary<'_>, form: &str) -> Self {
        let small: Vec<char> = small(form).collect();
        let letters = small.iter().map(|letter| dictionary.alphabet.number(*letter)).collect();
        Self { dictionary, form: form.to_owned(), small, letters, readings: Vec::with_capacity(8), guessed: false }
    }

    /// It, as it stands in the text.
    #[must_use]
    pub fn form(&self) -> &str {
        &self.form
    }

    /// All that it may be; none for a word that looks like no Ukrainian one.
    #[must_use]
    pub fn readings(&self) -> &[Reading] {
        &self.readings
    }

    /// Whether the dictionary does not have it, so that its readings are those of words that end alike.
    #[must_use]
    pub const fn is_guessed(&self) -> bool {
        self.guessed
    }

    /// The lemma of one of its readings.
    #[must_use]
    pub fn lemma(&self, reading: &Reading) -> String {
        self.dictionary.lemma(self, reading.lexeme)
    }

    /// A form in small letters as this word is written: with a capital, or in capitals, where it is.
    pub(super) fn written_alike(&self, small: String) -> String {
        let mut letters = self.form.chars().filter(|c| c.is_alphabetic());
        match (letters.next(), letters.next()) {
            (Some(first), Some(second)) if first.is_uppercase() && second.is_uppercase() => small.to_uppercase(),
            (Some(first), _) if first.is_uppercase() => capitalised(&small),
            _ => small,
        }
    }
}
