//! How is a word written, in the text and for the dictionary?

use super::letters::{Alphabet, small};
use super::lexeme::capitalised;

/// Letters of a word at most; a longer one is no word.
const LONGEST: usize = 200;

/// A word as it stands in a text.
#[derive(Debug, Clone)]
pub(super) struct Spelling<'f> {
    pub(super) form: &'f str,
    /// The numbers of its letters; none for a word that is too long.
    pub(super) letters: Vec<u8>,
}

impl<'f> Spelling<'f> {
    pub(super) fn new(alphabet: &Alphabet, form: &'f str) -> Self {
        let mut letters = Vec::with_capacity((form.len() / 2 + 1).min(LONGEST));
        letters.extend(small(form).take(LONGEST + 1).map(|letter| alphabet.number(letter)));
        if letters.len() > LONGEST {
            letters.clear();
        }
        Self { form, letters }
    }

    /// Its first letters in small.
    pub(super) fn begin(&self, letters: usize) -> impl Iterator<Item = char> {
        small(self.form).take(letters)
    }

    /// All of it in small letters.
    pub(super) fn small(&self) -> String {
        small(self.form).collect()
    }

    /// Whether it begins with a capital.
    pub(super) fn has_capital(&self) -> bool {
        self.form.starts_with(char::is_uppercase)
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
