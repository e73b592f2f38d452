//! Which analyses does the dictionary have for a word?

use super::automaton::Automaton;
use super::layout::numbers16;
use super::lexeme::{Capitals, Lexeme};
use super::spelling::Spelling;
use super::word::Reading;
use super::{Dictionary, Readings};
use crate::language::grammar::{Features, Upos};
use crate::language::uk::tagset;

/// Letters of the longest suffix.
const LONGEST: usize = 32;

impl Dictionary<'_> {
    /// The readings that the dictionary has for a word.
    pub(super) fn known(&self, word: &Spelling<'_>) -> Vec<Reading> {
        let mut found = Vec::with_capacity(8);
        self.lexemes(&word.letters, |lexeme, suffix| self.add(word, lexeme, suffix, &mut found));
        found
    }

    /// Hands over the lexemes that may have a form, each with the number of the suffix of the form. Every stem that the form begins with is
    /// found on one walk; the rest has to be a suffix, and the paradigm says whether it is one of its own.
    pub(super) fn lexemes(&self, letters: &[u8], mut take: impl FnMut(Lexeme, usize)) {
        let mut node = Automaton::ROOT;
        for stem in 0..=letters.len() {
            if letters.len() - stem <= LONGEST
                && let Some(set) = self.file.stems.value(node)
                && let Some(suffix) = self.file.suffix_numbers.get(&letters[stem..])
                && let Ok(stem) = u8::try_from(stem)
            {
                for member in numbers16(self.file.sets.get(set)) {
                    take(Lexeme { stem, paradigm: member >> 3, capitals: Capitals::of(member & 7) }, suffix);
                }
            }
            let Some(next) = letters.get(stem).and_then(|letter| self.file.stems.step(node, *letter)) else { break };
            node = next;
        }
    }

    /// Adds the readings that a suffix has in the paradigm of a lexeme, if any.
    pub(super) fn add(&self, word: &Spelling<'_>, lexeme: Lexeme, suffix: usize, found: &mut Vec<Reading>) {
        let mut tags = self.tags_of(lexeme.paradigm, suffix).peekable();
        if tags.peek().is_none() {
            return;
        }
        let perhaps = self.special.binary_search(&lexeme.paradigm).is_ok();
        let lemma = if perhaps || lexeme.capitals == Capitals::Listed { self.lemma(word, lexeme) } else { String::new() };
        let special = perhaps && tagset::is_special(&lemma);
        let capital = match lexeme.capitals {
            Capitals::None => false,
            Capitals::Listed => lemma.starts_with(char::is_uppercase),
            Capitals::First | Capitals::All | Capitals::Parts => true,
        };
        for tag in tags {
            if special {
                let readings = tagset::readings(self.tag(tag), &lemma);
                found.extend(readings.into_iter().map(|(part, features)| Reading { part, features, lexeme, tag }));
            } else {
                let readings = self.meaning(tag, capital).iter();
                found.extend(readings.map(|(part, features)| Reading { part: *part, features: *features, lexeme, tag }));
            }
        }
    }

    /// What a tag means for lemmas that no row of the table names.
    pub(super) fn meaning(&self, tag: u16, capital: bool) -> &[(Upos, Features)] {
        let make = || -> Readings { tagset::readings(self.tag(tag), if capital { "Х" } else { "х" }).into() };
        self.meanings.get(usize::from(tag)).map_or(&[], |both| both[usize::from(capital)].get_or_init(make))
    }

    /// The tags of the dictionary, joined by colons, that a number stands for.
    pub(super) fn tag(&self, tag: u16) -> &str {
        self.file.tags.text(usize::from(tag))
    }
}
