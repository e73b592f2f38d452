//! Which words stand in direct speech, and who speaks there? Between quotation marks, where a verb stands between them; the speaker is the one whom most
//! claims within have.

use crate::language::{AnalysedSentence, Upos, WordAt};
use std::collections::BTreeMap;

/// A quotation that is not closed after so many words is none.
const LONGEST: usize = 400;

/// Stretches of direct speech, first and last word included, in the order of the text.
pub fn quotations(sentences: &[AnalysedSentence<'_>]) -> Vec<(WordAt, WordAt)> {
    let words = sentences.iter().enumerate().flat_map(|(sentence, one)| (0..one.words.len()).map(move |word| WordAt { sentence, word }));
    let mut all = Vec::new();
    let mut open: Option<(WordAt, usize, bool)> = None;
    for at in words {
        let word = &sentences[at.sentence].words[at.word];
        let spaced_before = at.word == 0 || sentences[at.sentence].words[at.word - 1].token.space_after;
        match word.token.text {
            "«" | "„" => open = Some((at, 0, false)),
            "“" | "\"" if open.is_none() && (spaced_before || !word.token.space_after) => open = Some((at, 0, false)),
            "»" | "”" | "\"" | "“" => {
                if let Some((begin, _, true)) = open.take() {
                    all.push((begin, at));
                }
            }
            _ => {
                if let Some((_, length, verb)) = &mut open {
                    *length += 1;
                    *verb |= matches!(word.part, Upos::Verb | Upos::Aux);
                    if *length > LONGEST {
                        open = None;
                    }
                }
            }
        }
    }
    all
}

/// Who speaks at each of some triggers: of those in a quotation, the one who most of them are said to come from.
pub fn speakers(quotations: &[(WordAt, WordAt)], triggers: &[(WordAt, Option<usize>)]) -> BTreeMap<WordAt, usize> {
    let mut all = BTreeMap::new();
    for (begin, end) in quotations {
        let from = triggers.partition_point(|(at, _)| at < begin);
        let within = || triggers[from..].iter().take_while(|(at, _)| at <= end);
        let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
        for speaker in within().filter_map(|(_, speaker)| *speaker) {
            *votes.entry(speaker).or_default() += 1;
        }
        if let Some((speaker, _)) = votes.into_iter().max_by_key(|(speaker, count)| (*count, std::cmp::Reverse(*speaker))) {
            all.extend(within().map(|(at, _)| (*at, speaker)));
        }
    }
    all
}
