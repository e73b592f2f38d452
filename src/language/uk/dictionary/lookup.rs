//! Which analyses does the dictionary have for a word?

use super::automaton::Automaton;
use super::lexeme::{Capitals, Lexeme};
use super::word::{Reading, Word};
use super::{Dictionary, Readings};
use crate::language::grammar::{Features, Upos};
use crate::language::uk::tagset;

/// Letters of the longest suffix.
const LONGEST: usize = 32;

/// Adds the readings of a word that the dictionary has.
pub(super) fn known(dictionary: &Dictionary<'_>, word: &mut Word<'_>) {
    for (lexeme, suffix) in lexemes(dictionary, &word.letters) {
        dictionary.add(word, lexeme, suffix);
    }
}

/// The lexemes that have a form, each with the number of the suffix of the form. Every stem that the form begins with is found on one
/// walk; the rest has to be a suffix of its paradigm.
pub(super) fn lexemes(dictionary: &Dictionary<'_>, letters: &[u8]) -> Vec<(Lexeme, usize)> {
    let file = &dictionary.file;
    let mut found = Vec::new();
    let mut node = Automaton::ROOT;
    for stem in 0..=letters.len() {
        if letters.len() - stem <= LONGEST
            && let Some(set) = file.stems.value(node)
            && let Some(suffix) = file.suffix_numbers.get(&letters[stem..])
        {
            let members = super::layout::numbers16(file.sets.get(set)).map(|member| Lexeme {
                stem,
                paradigm: member >> 3,
                capitals: Capitals::of(member & 7),
            });
            found.extend(
                members.filter(|lexeme| dictionary.tags_of(lexeme.paradigm, suffix).next().is_some()).map(|lexeme| (lexeme, suffix)),
            );
        }
        let Some(next) = letters.get(stem).and_then(|letter| file.stems.step(node, *letter)) else { break };
        node = next;
    }
    found
}

impl Dictionary<'_> {
    /// Adds the readings that a suffix has in the paradigm of a lexeme.
    pub(super) fn add(&self, word: &mut Word<'_>, lexeme: Lexeme, suffix: usize) {
        let perhaps = self.special.binary_search(&lexeme.paradigm).is_ok();
        let lemma = if perhaps || lexeme.capitals == Capitals::Listed { self.lemma(word, lexeme) } else { String::new() };
        let special = perhaps && tagset::is_special(&lemma);
        let capital = match lexeme.capitals {
            Capitals::None => false,
            Capitals::Listed => lemma.starts_with(char::is_uppercase),
            Capitals::First | Capitals::All | Capitals::Parts => true,
        };
        for tag in self.tags_of(lexeme.paradigm, suffix) {
            if special {
                let readings = tagset::readings(self.file.tags.text(tag), &lemma);
                word.readings.extend(readings.into_iter().map(|(part, features)| Reading { part, features, lexeme, tag }));
            } else {
                let readings = self.meaning(tag, capital).iter();
                word.readings.extend(readings.map(|(part, features)| Reading { part: *part, features: *features, lexeme, tag }));
            }
        }
    }

    /// What a tag means for lemmas that no row of the table names.
    pub(super) fn meaning(&self, tag: usize, capital: bool) -> &[(Upos, Features)] {
        let make = || -> Readings { tagset::readings(self.file.tags.text(tag), if capital { "Х" } else { "х" }).into() };
        self.meanings.get(tag).map_or(&[], |both| both[usize::from(capital)].get_or_init(make))
    }
}
