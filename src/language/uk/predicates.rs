//! What does the lexicon of predicates say of a word? `ontology/lexicon/uk/predicates.tsv`; `training/predicates.py` says the same in Python.
//!
//! A row holds of a word that may be its lemma, with a fitting part of speech; a phrase of its first word, if the others stand near it.

use super::dictionary::{Word, small};
use crate::language::grammar::Upos;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../ontology/lexicon/uk/predicates.tsv");
/// Words before and behind the first word of a phrase, where its others may stand.
const BEFORE: usize = 4;
const BEHIND: usize = 6;

/// Names that hold, a bit each.
type Names = u128;

/// The lexicon, with the numbers that a model has for what it says.
#[derive(Debug, Default)]
pub(super) struct Predicates {
    /// By lemma and part of speech.
    single: HashMap<String, [Names; 5]>,
    /// By first word: the others.
    phrases: HashMap<String, Vec<(Vec<String>, Names)>>,
}

impl Predicates {
    /// The lexicon; `names` are those of the model, in order.
    pub(super) fn new(names: &[String]) -> Self {
        let numbers: HashMap<&str, u32> = names.iter().map(String::as_str).zip(0..Names::BITS).collect();
        let bit = |name: &str| numbers.get(name).map_or(0, |number| 1 << number);
        let mut lexicon = Self::default();
        for line in TABLE.lines().filter(|line| !line.starts_with('#') && !line.starts_with("lemma\t")) {
            let mut cells = line.split('\t');
            let (lemma, part) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
            let relations = cells.next().unwrap_or_default().split(',').filter(|relation| !relation.is_empty());
            let effects = cells.nth(2).unwrap_or_default().split(' ').fold(0, |all, effect| all | bit(effect));
            let lemma = key(lemma);
            if part == "phrase" {
                let said = relations.fold(effects, |all, relation| all | bit(&format!("~{relation}")));
                let mut words = lemma.split_whitespace().map(str::to_owned);
                if let Some(first) = words.next() {
                    lexicon.phrases.entry(first).or_default().push((words.collect(), said));
                }
            } else if let Some(place) = ["verb", "noun", "adj", "adv", "prep"].iter().position(|known| *known == part) {
                let named = relations.enumerate().map(|(k, relation)| if k == 0 { bit(relation) } else { bit(&format!("+{relation}")) });
                lexicon.single.entry(lemma).or_default()[place] |= named.fold(effects, |all, name| all | name);
            }
        }
        lexicon
    }

    /// The numbers of the names that hold of each word of a sentence, in order.
    pub(super) fn of_sentence(&self, words: &[Word<'_>]) -> Vec<Vec<u16>> {
        let mut written: Vec<Vec<String>> = Vec::with_capacity(words.len());
        let mut said: Vec<Names> = Vec::with_capacity(words.len());
        for word in words {
            let mut found = vec![key(word.form())];
            let mut names = 0;
            for reading in word.known() {
                let lemma = key(&word.lemma(reading));
                if let (Some(rows), Some(part)) = (self.single.get(&lemma), part(reading.part)) {
                    names |= rows[part];
                }
                if !found.contains(&lemma) {
                    found.push(lemma);
                }
            }
            written.push(found);
            said.push(names);
        }
        for (place, names) in said.iter_mut().enumerate() {
            for (others, phrase) in written[place].iter().filter_map(|word| self.phrases.get(word)).flatten() {
                let behind = (place + 1).min(written.len())..(place + 1 + BEHIND).min(written.len());
                let near = || written[place.saturating_sub(BEFORE)..place].iter().chain(&written[behind.clone()]);
                if others.iter().all(|other| near().any(|word| word.contains(other))) {
                    *names |= phrase;
                }
            }
        }
        said.into_iter().map(|names| (0..128).filter(|number| names >> number & 1 == 1).collect()).collect()
    }
}

/// Words that say that something is not so: their rows have the effect `denial`.
static DENIALS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let denies = |line: &&str| line.split('\t').nth(5).is_some_and(|effects| effects.split(' ').any(|effect| effect == "denial"));
    TABLE.lines().filter(denies).filter_map(|line| line.split('\t').next()).collect()
});

/// Whether a word, by its lemma, says that something is not so.
#[must_use]
pub fn is_denial(lemma: &str) -> bool {
    DENIALS.contains(lemma)
}

/// The column of a part of speech.
const fn part(part: Upos) -> Option<usize> {
    Some(match part {
        Upos::Verb | Upos::Aux => 0,
        Upos::Noun | Upos::Propn => 1,
        Upos::Adj | Upos::Det => 2,
        Upos::Adv => 3,
        Upos::Adp => 4,
        _ => return None,
    })
}

/// A word in small letters, г for ґ, one apostrophe: as the dictionary asks.
fn key(word: &str) -> String {
    small(word).map(|letter| if letter == 'ґ' { 'г' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::uk::dictionary;

    fn names() -> Vec<String> {
        ["requests", "threatens", "~threatens", "+requests", "~requests", "complement=demanded", "speech"].map(str::to_owned).to_vec()
    }

    #[test]
    fn words_and_phrases_are_found_by_their_lemmas() {
        let (lexicon, dictionary) = (Predicates::new(&names()), dictionary().unwrap());
        let said = |text: &str| lexicon.of_sentence(&text.split(' ').map(|form| dictionary.word(form)).collect::<Vec<_>>());
        assert_eq!(said("Закликала їх"), [vec![0, 5], vec![]]);
        assert_eq!(said("Ставить країні ультиматум")[0], [2, 4, 5]);
        assert!(said("Ставить країні умову")[0].iter().all(|name| *name != 2));
    }

    /// A text of the training's fixtures with what the lexicon says of its words there.
    #[derive(serde::Deserialize)]
    struct Expected {
        words: Vec<Vec<String>>,
        known: Vec<Vec<Vec<u16>>>,
    }

    #[test]
    fn training_is_told_the_same() {
        let model = newsgraph_encoder::Reader::of_parts(&newsgraph_uk::READER).unwrap();
        let (lexicon, dictionary) = (Predicates::new(&model.config().claims.as_ref().unwrap().known), dictionary().unwrap());
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/claim-fixtures.json");
        let texts: Vec<Expected> = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        for (words, known) in texts.iter().flat_map(|text| text.words.iter().zip(&text.known)) {
            let found = lexicon.of_sentence(&words.iter().map(|form| dictionary.word(form)).collect::<Vec<_>>());
            for ((word, found), known) in words.iter().zip(&found).zip(known) {
                assert_eq!(found, known, "{word} in {}", words.join(" "));
            }
        }
    }

    #[test]
    fn every_row_is_read() {
        for (number, line) in TABLE.lines().enumerate() {
            let cells: Vec<&str> = line.split('\t').collect();
            assert!((3..=6).contains(&cells.len()) && !cells[0].is_empty(), "line {}: {line}", number + 1);
            let known = ["verb", "noun", "adj", "adv", "prep", "phrase", "pos"].contains(&cells[1]);
            assert!(known, "line {}: {}", number + 1, cells[1]);
            for relation in cells[2].split(',').filter(|relation| !relation.is_empty() && number > 0) {
                assert!(relation.parse::<crate::vocab::KnownRelation>().is_ok(), "line {}: {relation}", number + 1);
            }
        }
    }
}
