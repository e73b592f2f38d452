//! What does an article claim? What the model saw, with its words made entities, literals, times and other claims.

mod argument;
mod confidence;
mod draft;
mod graph;
mod players;
mod pronoun;
mod quoted;
mod reason;

use super::entity::Found;
use crate::document::{Claim, Entity};
use crate::language::{AnalysedText, ClaimRole, Dictionary, Upos, WordAt, times};
use crate::time::Time;
use argument::{Arguments, Meant};
use draft::drafts;
use players::players;
pub use reason::{Chosen, Played, Reason, Way};
use std::collections::{BTreeMap, BTreeSet};

/// What an article claims.
#[derive(Debug, Default)]
pub struct Claimed {
    /// The entities, also those that only claims name.
    pub entities: Vec<Entity>,
    /// The claims, in the order of their triggers.
    pub claims: Vec<Claim>,
    /// How each claim came about, in their order.
    pub reasons: Vec<Reason>,
    /// Keys of the media on whose report the article rests.
    pub based_on: Vec<String>,
}

/// A word is a trigger where this is likely.
const TRIGGER: f32 = 0.15;

/// Makes claims of what the model saw in an article, those of a confidence of `least` (0 to 1) and more.
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
    let spotted: Vec<_> = text.claims.iter().filter(|spotted| spotted.probability >= least.max(TRIGGER)).collect();
    for spotted in &spotted {
        if let Some((person, body)) = draft::office(spotted, &arguments) {
            arguments.speaks_for(person, body);
        }
    }
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
    let triggers: BTreeSet<WordAt> = spotted.iter().map(|spotted| spotted.trigger).collect();
    let drafts = spotted.iter().flat_map(|spotted| drafts(spotted, &mut arguments, &speakers, &triggers));
    let drafts = drafts.filter(|draft| draft.confidence >= least).collect();
    graph::claims(drafts, &arguments, source, &speakers, &when(text, published, &triggers))
}

/// The words that play a role in a claim: each names something.
#[must_use]
pub fn wanted(text: &AnalysedText<'_>, least: f32) -> Vec<WordAt> {
    let spotted = text.claims.iter().filter(|spotted| spotted.probability >= least.max(TRIGGER));
    let roles = [(ClaimRole::Subject, true), (ClaimRole::Object, true), (ClaimRole::Source, false), (ClaimRole::Place, false)];
    let players = spotted.flat_map(|spotted| roles.into_iter().flat_map(|(role, many)| players(spotted, role, many)));
    players.map(|player| player.at).collect()
}

/// The time of each trigger on which a time expression hangs, itself or by verbs: if it is past, and if it is ahead.
fn when(text: &AnalysedText<'_>, published: Option<Time>, triggers: &BTreeSet<WordAt>) -> BTreeMap<WordAt, (Time, Time)> {
    let mut all = BTreeMap::new();
    for (sentence, analysed) in text.sentences.iter().enumerate() {
        let both = times(analysed, published, false).into_iter().zip(times(analysed, published, true));
        for (past, ahead) in both {
            let mut here = past.head;
            for _ in 0..analysed.words.len().min(16) {
                let Some(head) = analysed.words[here].head else { break };
                let at = WordAt { sentence, word: head };
                if triggers.contains(&at) {
                    all.entry(at).or_insert((past.time, ahead.time));
                    break;
                }
                if !matches!(analysed.words[head].part, Upos::Verb | Upos::Aux) {
                    break;
                }
                here = head;
            }
        }
    }
    all
}
