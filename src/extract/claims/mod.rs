//! What does an article claim? What the model saw, with its words made entities, literals, times and other claims.

mod argument;
mod draft;
mod graph;
mod pronoun;
mod quoted;

use super::entity::Found;
use crate::document::{Claim, Entity};
use crate::language::{AnalysedText, ClaimRole, Dictionary, WordAt, times};
use crate::time::Time;
use argument::{Arguments, Meant};
use draft::drafts;
use std::collections::BTreeMap;

/// What an article claims.
#[derive(Debug, Default)]
pub struct Claimed {
    /// The entities, also those that only claims name.
    pub entities: Vec<Entity>,
    /// The claims, in the order of their triggers.
    pub claims: Vec<Claim>,
    /// Keys of the media on whose report the article rests.
    pub based_on: Vec<String>,
}

/// Makes claims of what the model saw in an article, those that are likelier than `least` (0 to 1).
#[must_use]
pub fn claims(
    dictionary: &Dictionary<'_>,
    text: &AnalysedText<'_>,
    source: &str,
    found: Found,
    published: Option<Time>,
    least: f32,
) -> Claimed {
    let mut arguments = Arguments::new(dictionary, &text.sentences, found);
    let spotted: Vec<_> = text.claims.iter().filter(|spotted| spotted.probability >= least).collect();
    let said: Vec<(WordAt, Option<usize>)> = (spotted.iter())
        .map(|spotted| {
            let role = spotted.role(ClaimRole::Source);
            let at = role.words.first().filter(|(_, probability)| *probability >= role.nobody).map(|(at, _)| *at);
            let meant = at.and_then(|at| arguments.resolve(at, None)).map(|argument| argument.meant);
            (spotted.trigger, if let Some(Meant::Entity(entity)) = meant { Some(entity) } else { None })
        })
        .collect();
    let quotations = quoted::quotations(&text.sentences);
    let speakers = quoted::speakers(&quotations, &said);
    let drafts = spotted
        .iter()
        .flat_map(|spotted| drafts(spotted, &mut arguments, &speakers))
        .filter(|draft| draft.confidence >= least * least)
        .collect();
    let when = when(text, published, &spotted.iter().map(|spotted| spotted.trigger).collect::<Vec<_>>());
    graph::claims(drafts, &arguments, source, &speakers, &when)
}

/// The time of each trigger on which a time expression hangs.
fn when(text: &AnalysedText<'_>, published: Option<Time>, triggers: &[WordAt]) -> BTreeMap<WordAt, Time> {
    let mut all = BTreeMap::new();
    for (sentence, analysed) in text.sentences.iter().enumerate() {
        for time in times(analysed, published) {
            let mut here = time.head;
            for _ in 0..analysed.words.len().min(32) {
                let at = WordAt { sentence, word: here };
                if here != time.head && triggers.binary_search(&at).is_ok() {
                    all.entry(at).or_insert(time.time);
                    break;
                }
                match analysed.words[here].head {
                    Some(head) => here = head,
                    None => break,
                }
            }
        }
    }
    all
}
