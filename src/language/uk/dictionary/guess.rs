//! What may a word be that the dictionary does not have? What the words are that it ends with, or else those that end alike.

use super::Dictionary;
use super::automaton::Automaton;
use super::layout::{Endings, numbers16};
use super::letters::UNKNOWN;
use super::lexeme::{Capitals, Lexeme};
use super::spelling::Spelling;
use super::word::Reading;
use crate::language::grammar::Upos;
use std::sync::LazyLock;

static PREFIXES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let list = include_str!("../../../../ontology/lexicon/uk/prefixes.txt");
    let mut prefixes: Vec<&str> = list.lines().filter(|line| !line.starts_with('#')).collect();
    prefixes.sort_unstable_by_key(|prefix| prefix.len());
    prefixes
});

/// Letters of the longest ending.
const LONGEST: usize = 6;
/// Letters of a word that a known first part may stand before, at least.
const REST: usize = 4;
/// Letters of a stem at least.
const STEM: usize = 2;

impl Dictionary<'_> {
    /// The readings of a word that the dictionary does not have.
    pub(super) fn guessed(&self, word: &Spelling<'_>) -> Vec<Reading> {
        let mut found = Vec::new();
        if word.letters.last().is_none_or(|last| *last == UNKNOWN) {
            return found;
        }
        self.behind_hyphen(word, &mut found);
        // "Усть-Луги": a name is no common word.
        let name = word.form.rsplit_once('-').is_some_and(|(_, last)| last.starts_with(char::is_uppercase));
        if found.is_empty() {
            self.behind_prefix(word, &mut found);
        }
        if found.is_empty() || name {
            if word.has_capital() {
                self.alike(word, self.file.proper, Capitals::First, &mut found);
            }
            self.alike(word, self.file.common, Capitals::None, &mut found);
        }
        found
    }

    /// "5-річного": what stands behind the last hyphen.
    fn behind_hyphen(&self, word: &Spelling<'_>, found: &mut Vec<Reading>) {
        let hyphen = self.alphabet.number('-');
        if let Some(place) = word.letters.iter().rposition(|letter| *letter == hyphen) {
            self.behind(word, place + 1, found);
        }
    }

    /// "спецпредставника": what stands behind a first part of the list, the shortest that leaves a word.
    fn behind_prefix(&self, word: &Spelling<'_>, found: &mut Vec<Reading>) {
        let small = word.small();
        for prefix in PREFIXES.iter().filter(|prefix| small.starts_with(**prefix)) {
            let begin = prefix.chars().count();
            if found.is_empty() && word.letters.len() >= begin + REST {
                self.behind(word, begin, found);
            }
        }
    }

    /// Adds what the word is whose first letters are no part of it. Only words that are inflected, and whose lemma has a small letter, count.
    fn behind(&self, word: &Spelling<'_>, begin: usize, found: &mut Vec<Reading>) {
        let Ok(before) = u8::try_from(begin) else { return };
        self.lexemes(word.letters.get(begin..).unwrap_or_default(), |lexeme, suffix| {
            if lexeme.capitals == Capitals::None {
                self.add(word, Lexeme { stem: lexeme.stem.saturating_add(before), ..lexeme }, suffix, found);
            }
        });
        found.retain(|reading| matches!(reading.part, Upos::Noun | Upos::Adj | Upos::Verb | Upos::Adv | Upos::Propn));
    }

    /// Adds the readings of the words that end alike, those with the longest ending first.
    fn alike(&self, word: &Spelling<'_>, like: Endings<'_>, capitals: Capitals, found: &mut Vec<Reading>) {
        let mut lists = Vec::with_capacity(LONGEST);
        let mut node = Automaton::ROOT;
        for letter in word.letters.iter().rev().take(LONGEST) {
            let Some(next) = like.endings.step(node, *letter) else { break };
            node = next;
            lists.extend(like.endings.value(node));
        }
        let mut seen: Vec<(u16, u16)> = Vec::new();
        for list in lists.into_iter().rev() {
            let numbers = numbers16(like.lists.get(list));
            for (paradigm, suffix) in numbers.clone().step_by(2).zip(numbers.skip(1).step_by(2)) {
                let length = self.file.suffixes.get(usize::from(suffix)).len();
                let stem = word.letters.len().checked_sub(length).filter(|stem| *stem >= STEM);
                let Some(stem) = stem.and_then(|stem| u8::try_from(stem).ok()) else { continue };
                if !seen.contains(&(paradigm, suffix)) {
                    seen.push((paradigm, suffix));
                    self.add(word, Lexeme { stem, paradigm, capitals }, usize::from(suffix), found);
                }
            }
        }
    }
}
