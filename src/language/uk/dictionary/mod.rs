//! What may a word be, and how is it inflected? 3.4 million forms (VESUM), packed as stems and paradigms and read where they lie; words that
//! are not among them are read like those that end alike.

mod automaton;
mod choose;
mod guess;
mod inflect;
mod layout;
mod lemma;
mod letters;
mod lexeme;
mod lookup;
mod spelling;
mod word;

pub use layout::BadDictionary;
pub(super) use letters::small;
pub use word::{Reading, Word};

use crate::language::grammar::{Features, Upos};
use crate::language::uk::tagset;
use layout::Layout;
use letters::Alphabet;
use spelling::Spelling;
use std::sync::OnceLock;

type Readings = Box<[(Upos, Features)]>;

/// The packed dictionary of a language, ready to be asked.
#[derive(Debug)]
pub struct Dictionary<'d> {
    file: Layout<'d>,
    alphabet: Alphabet,
    /// What the tags mean, for lemmas with a small letter and with a capital, once somebody asked.
    meanings: Vec<[OnceLock<Readings>; 2]>,
    /// Paradigms of the lemmas that the table of tags says something about, sorted.
    special: Vec<u16>,
}

impl<'d> Dictionary<'d> {
    /// Takes the bytes of `models/uk-dictionary/dictionary.bin` as they lie.
    ///
    /// # Errors
    /// Bytes that are something else or that are damaged are refused.
    pub fn load(bytes: &'d [u8]) -> Result<Self, BadDictionary> {
        let file = Layout::open(bytes)?;
        let meanings = (0..file.tags.len()).map(|_| [OnceLock::new(), OnceLock::new()]).collect();
        let mut dictionary = Self { alphabet: Alphabet::new(file.alphabet), file, meanings, special: Vec::new() };
        let mut special = Vec::new();
        for lemma in tagset::special_lemmas() {
            let letters = Spelling::new(&dictionary.alphabet, lemma).letters;
            dictionary.lexemes(&letters, |lexeme, suffix| {
                if dictionary.tags_of(lexeme.paradigm, suffix).next().is_some() {
                    special.push(lexeme.paradigm);
                }
            });
        }
        special.sort_unstable();
        special.dedup();
        dictionary.special = special;
        Ok(dictionary)
    }

    /// What a word may be, as it stands in a text.
    #[must_use]
    pub fn word<'w>(&'w self, form: &'w str) -> Word<'w> {
        Word::new(self, form)
    }

    /// The lemma of a word whose part of speech and features are known.
    #[must_use]
    pub fn lemma_of(&self, form: &str, part: Upos, features: Features) -> String {
        self.word(form).lemma_as(part, features)
    }
}

#[cfg(test)]
mod tests;
