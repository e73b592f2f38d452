//! What may a text claim, as the model says it, told in the words of the graph?

use super::labels::ClaimLabels;
use crate::language::analysed::{AnalysedSentence, RolePlayers, SpottedClaim, WordAt};
use crate::language::grammar::{Feature, Features};
use newsgraph_encoder::{ClaimWord, RoleScores, SpottedClaim as Found};

/// The words of the sentences as the heads for claims see them; `known` is what the lexicon of predicates says of each.
pub(super) fn words<'s>(sentences: &'s [AnalysedSentence<'_>], known: &'s [Vec<Vec<u16>>]) -> Vec<Vec<ClaimWord<'s>>> {
    let value = |features: Features, feature| if features.is_open(feature) { 0 } else { features.number(feature) };
    let of_sentence = |(sentence, known): (&'s AnalysedSentence<'_>, &'s Vec<Vec<u16>>)| {
        let words = sentence.words.iter().zip(known);
        let word = words.map(|(word, known)| ClaimWord {
            form: word.token.text,
            upos: word.part as usize,
            case: value(word.features, Feature::Case),
            verb_form: value(word.features, Feature::VerbForm),
            voice: value(word.features, Feature::Voice),
            known,
        });
        word.collect()
    };
    sentences.iter().zip(known).map(of_sentence).collect()
}

/// What the model found, in the labels of the graph.
pub(super) fn spotted(found: Found, labels: &ClaimLabels) -> SpottedClaim {
    let mut relations: Vec<_> = labels.relations.iter().copied().zip(found.relations).collect();
    relations.sort_by(|one, other| other.1.total_cmp(&one.1));
    SpottedClaim {
        trigger: WordAt { sentence: found.sentence, word: found.word },
        probability: found.probability,
        relations,
        negated: found.negated,
        modalities: labels.modalities.map(|place| found.modalities.get(place).copied().unwrap_or_default()),
        hedged: found.hedged,
        roles: labels.roles.map(|place| found.roles.get(place).map(players).unwrap_or_default()),
    }
}

fn players(scores: &RoleScores) -> RolePlayers {
    let words = scores.words.iter().map(|(sentence, word, share)| (WordAt { sentence: *sentence, word: *word }, *share));
    RolePlayers { words: words.collect(), nobody: scores.nobody }
}
