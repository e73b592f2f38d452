//! Which names stand within other mentions ("чотири дипломати НАТО", "Міністерство оборони Польщі")?

use super::mention::{Mention, quoted, with_adjectives};
use crate::gazetteer::key;
use crate::language::{AnalysedSentence, Dictionary, MentionKind, Upos};
use crate::vocab::EntityType;
use std::collections::BTreeMap;

/// Names within the mentions: the words of each that are names, as far as they stand side by side; those that the gazetteer has.
pub fn nested(dictionary: &Dictionary<'_>, sentences: &[AnalysedSentence<'_>], mentions: &[Mention]) -> Vec<Mention> {
    let mut all = Vec::new();
    let names: BTreeMap<String, MentionKind> = mentions
        .iter()
        .filter(|mention| mention.named && mention.entity().is_some())
        .map(|mention| (key(mention.name()), mention.kind))
        .collect();
    for outer in mentions.iter().filter(|outer| outer.words.len() > 1 && outer.kind != MentionKind::Entity(EntityType::Person)) {
        let words = &sentences[outer.sentence].words;
        // A name in quotation marks that the article has elsewhere too: "будівництво «Північного потоку»".
        let mut named = 0..0;
        if let Some(within) =
            quoted(&sentences[outer.sentence], &outer.words).filter(|within| outer.inner.is_none() && within.len() + 2 < outer.words.len())
        {
            let mention = Mention::new(dictionary, sentences, outer.sentence, within.clone(), outer.kind, outer.probability);
            if let Some(kind) = names.get(&key(mention.name())) {
                all.push(Mention { kind: *kind, named: true, ..mention });
                named = within;
            }
        }
        let mut place = outer.words.start;
        while place < outer.words.end {
            let begin = place;
            while place < outer.words.end && words[place].part == Upos::Propn && (place == begin || words[place].head == Some(begin)) {
                place += 1;
            }
            if place == begin {
                place += 1;
                continue;
            }
            let begin = with_adjectives(&sentences[outer.sentence], begin, outer.words.start);
            // The head of the outer name is its own name, not one within it.
            if (begin..place).contains(&outer.head) || place - begin == outer.words.len() || (named.start <= begin && place <= named.end) {
                continue;
            }
            let mention = Mention::new(
                dictionary,
                sentences,
                outer.sentence,
                begin..place,
                MentionKind::Entity(EntityType::Concept),
                outer.probability,
            );
            let known = mention.known.iter().find(|known| known.frequent || known.kind == EntityType::Country).or(mention.known.first());
            if let Some(kind) = known.map(|known| known.kind) {
                all.push(Mention { kind: MentionKind::Entity(kind), ..mention });
            }
        }
    }
    all
}
