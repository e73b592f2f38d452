//! What may a word be that the dictionary does not have? What the words are that it ends with, or else those that end alike.

use super::Dictionary;
use super::automaton::Automaton;
use super::layout::{Endings, numbers16};
use super::lexeme::{Capitals, Lexeme};
use super::lookup::lexemes;
use super::word::Word;
use crate::language::grammar::Upos;
use std::sync::LazyLock;

static PREFIXES: LazyLock<Vec<Vec<char>>> = LazyLock::new(|| {
    let list = include_str!("../../../../ontology/lexicon/uk/prefixes.txt");
    list.lines().filter(|line| !line.starts_with('#')).map(|line| line.chars().collect()).collect()
});

/// Letters of the longest ending.
const LONGEST: usize = 6;
/// Letters of a word that a known first part may stand before, at least.
const REST: usize = 4;
/// Letters of a stem at least.
const STEM: usize = 2;

/// Adds the readings of a word that the dictionary does not have.
pub(super) fn unknown(dictionary: &Dictionary<'_>, word: &mut Word<'_>) {
    word.guessed = true;
    if word.letters.last().is_none_or(|last| *last == super::letters::UNKNOWN) {
        return;
    }
    if behind_hyphen(dictionary, word) && !ends_with_name(word) {
        return;
    }
    if word.readings.is_empty() && behind_prefix(dictionary, word) {
        return;
    }
    if word.form.starts_with(char::is_uppercase) {
        alike(dictionary, word, dictionary.file.proper, Capitals::First);
    }
    alike(dictionary, word, dictionary.file.common, Capitals::None);
}

/// "5-річного": what stands behind the last hyphen.
fn behind_hyphen(dictionary: &Dictionary<'_>, word: &mut Word<'_>) -> bool {
    let Some(hyphen) = word.small.iter().rposition(|c| *c == '-') else { return false };
    behind(dictionary, word, hyphen + 1)
}

/// "Усть-Луги": the last part of a compound begins with a capital.
fn ends_with_name(word: &Word<'_>) -> bool {
    word.form.rsplit_once('-').is_some_and(|(_, last)| last.starts_with(char::is_uppercase))
}

/// "спецпредставника": what stands behind a first part of the list, the longest that leaves a word.
fn behind_prefix(dictionary: &Dictionary<'_>, word: &mut Word<'_>) -> bool {
    let mut begins: Vec<usize> = PREFIXES.iter().filter(|prefix| word.small.starts_with(prefix)).map(Vec::len).collect();
    begins.sort_unstable();
    begins.into_iter().any(|begin| word.small.len() >= begin + REST && behind(dictionary, word, begin))
}

/// Adds what the word is whose first letters are no part of it. Only words that are inflected, and whose lemma has a small letter, count.
fn behind(dictionary: &Dictionary<'_>, word: &mut Word<'_>, begin: usize) -> bool {
    for (lexeme, suffix) in lexemes(dictionary, word.letters.get(begin..).unwrap_or_default()) {
        if lexeme.capitals == Capitals::None {
            dictionary.add(word, Lexeme { stem: lexeme.stem + begin, ..lexeme }, suffix);
        }
    }
    word.readings.retain(|reading| matches!(reading.part, Upos::Noun | Upos::Adj | Upos::Verb | Upos::Adv | Upos::Propn));
    !word.readings.is_empty()
}

/// Adds the readings of the words that end alike, those with the longest ending first.
fn alike(dictionary: &Dictionary<'_>, word: &mut Word<'_>, endings: Endings<'_>, capitals: Capitals) {
    let mut lists = Vec::new();
    let mut node = Automaton::ROOT;
    for letter in word.letters.iter().rev().take(LONGEST) {
        let Some(next) = endings.endings.step(node, *letter) else { break };
        node = next;
        lists.extend(endings.endings.value(node));
    }
    let mut seen: Vec<(usize, usize)> = Vec::new();
    for list in lists.into_iter().rev() {
        for [paradigm, suffix] in pairs(endings.lists.get(list)) {
            let stem = word.letters.len().checked_sub(dictionary.file.suffixes.get(suffix).len());
            let Some(stem) = stem.filter(|stem| *stem >= STEM) else { continue };
            if !seen.contains(&(paradigm, suffix)) {
                seen.push((paradigm, suffix));
                dictionary.add(word, Lexeme { stem, paradigm, capitals }, suffix);
            }
        }
    }
}

fn pairs(bytes: &[u8]) -> impl Iterator<Item = [usize; 2]> {
    let numbers = numbers16(bytes);
    numbers.clone().step_by(2).zip(numbers.skip(1).step_by(2)).map(|(first, second)| [first, second])
}
