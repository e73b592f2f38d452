//! How does what the model saw of a claim become a claim? Its words become entities, literals and other claims; what stays open is left out.

use super::argument::{Argument, Arguments, Meant};
use super::confidence::{Clue, confidence, features};
use super::players::{Player, dropped, players, with_conjuncts};
use super::reason::{Played, Reason};
use crate::language::{ClaimRole, Deprel, MentionKind, SpottedClaim, Upos, WordAt, is_negated};
use crate::vocab::{EntityType, KnownRelation, Modality, Polarity};
use std::collections::{BTreeMap, BTreeSet};

/// A claim whose content is known by the place of its trigger.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub trigger: WordAt,
    pub relation: KnownRelation,
    pub others: Vec<KnownRelation>,
    pub subject: Argument,
    pub object: Object,
    /// Trigger of what is demanded, promised, denied …
    pub content: Option<WordAt>,
    pub source: Option<Argument>,
    /// The words that name the speaker.
    pub source_at: Option<WordAt>,
    pub via: Option<usize>,
    pub place: Option<usize>,
    pub polarity: Polarity,
    pub modality: Modality,
    pub hedged: bool,
    pub confidence: f32,
    /// How it came about.
    pub reason: Reason,
    /// Words of the trigger's sentence that the claim is made of.
    pub subject_at: Option<WordAt>,
    pub object_at: Option<WordAt>,
}

/// What stands at the far end of a claim.
#[derive(Debug, Clone, PartialEq)]
pub enum Object {
    Words(Argument),
    /// Another claim, by its trigger.
    Claim(WordAt),
}

/// Everything that is claimed at one trigger: a draft for each subject and object.
pub fn drafts(
    spotted: &SpottedClaim,
    arguments: &mut Arguments<'_, '_>,
    speakers: &BTreeMap<WordAt, usize>,
    triggers: &BTreeSet<WordAt>,
) -> Vec<Draft> {
    let Some((relation, likely)) = spotted.relations.first().copied() else { return Vec::new() };
    let others = spotted.relations.iter().skip(1).filter(|(_, p)| *p >= 0.25).map(|(relation, _)| *relation).collect::<Vec<_>>();
    let source = players(spotted, ClaimRole::Source, false).first().copied();
    let speaker = speakers.get(&spotted.trigger).copied();
    let source_said = source.and_then(|source| arguments.resolve(source.at, speaker));
    let entity = |argument: &Argument| if let Meant::Entity(entity) = argument.meant { Some(entity) } else { None };
    let source_entity = source_said.as_ref().and_then(entity);
    let mut single = |role| {
        let at = players(spotted, role, false).first().map(|player| player.at)?;
        arguments.resolve(at, None).as_ref().and_then(entity)
    };
    let (via, place) = (single(ClaimRole::Via), single(ClaimRole::Place));
    let content = players(spotted, ClaimRole::Content, false).first().map(|player| player.at);
    let speaking = source_entity.or(speaker);
    let mut subjects = with_conjuncts(players(spotted, ClaimRole::Subject, true), arguments);
    if subjects.is_empty() {
        subjects.extend(dropped(arguments, spotted.trigger));
    }
    let objects = with_conjuncts(players(spotted, ClaimRole::Object, true), arguments);
    let denied = spotted.negated >= 0.5 || is_denied(arguments, spotted.trigger, triggers);
    let word = &arguments.sentences[spotted.trigger.sentence].words[spotted.trigger.word];
    // Of "заступник глави Пентагону" the whole is the office.
    let part = word.relation == Deprel::Nmod && word.head.is_some_and(|head| triggers.contains(&WordAt { word: head, ..spotted.trigger }));
    if relation == KnownRelation::HoldsPosition && part && arguments.entity(spotted.trigger).is_none() {
        return Vec::new();
    }
    let mut all = Vec::new();
    let said = source_said.as_ref().zip(source).filter(|(said, _)| entity(said).is_some());
    let said_by = said.map(|(said, source)| played(arguments, said, source));
    for subject_player in &subjects {
        let Some(subject) = arguments.resolve(subject_player.at, speaking) else { continue };
        if entity(&subject).is_none() {
            continue;
        }
        let mut ends: Vec<(Object, Option<Player>)> = Vec::new();
        for player in &objects {
            if let Some(object) = object(arguments, relation, player.at, spotted.trigger, speaking) {
                ends.push((Object::Words(object), Some(*player)));
            }
        }
        if let (true, Some(content)) = (ends.is_empty(), content) {
            ends.push((Object::Claim(content), None));
        }
        for (object, object_player) in ends {
            // What is joined does not act on what it is joined to.
            let joined =
                object_player.is_some_and(|object| object.joined == Some(subject_player.at) || subject_player.joined == Some(object.at));
            if joined || matches!(&object, Object::Words(object) if object.meant == subject.meant) {
                continue;
            }
            let end = if let Object::Words(argument) = &object { object_player.map(|player| (argument, player)) } else { None };
            let features = features(&Clue {
                spotted,
                relation,
                likely,
                part: word.part,
                subject: (&subject, *subject_player),
                object: end,
                arguments,
            });
            let reason = Reason {
                claim: String::new(),
                trigger: word.token.text.to_owned(),
                part: word.part.name(),
                probability: spotted.probability,
                relations: spotted.relations.iter().take(3).copied().collect(),
                negated: spotted.negated,
                modalities: spotted.modalities,
                hedged: spotted.hedged,
                subject: played(arguments, &subject, *subject_player),
                object: end.map(|(argument, player)| played(arguments, argument, player)),
                speaker: said_by.clone(),
                features,
            };
            all.push(Draft {
                trigger: spotted.trigger,
                relation,
                others: others.clone(),
                subject: subject.clone(),
                content: content.filter(|_| !matches!(object, Object::Claim(_))),
                object,
                source: said.map(|(said, _)| said.clone()),
                source_at: source.map(|source| source.at),
                via,
                place,
                polarity: if denied { Polarity::Negated } else { Polarity::Affirmed },
                modality: modality(&spotted.modalities),
                hedged: spotted.hedged >= 0.5,
                confidence: confidence(&reason.features),
                subject_at: Some(subject_player.at),
                object_at: object_player.map(|player| player.at),
                reason,
            });
        }
    }
    all
}

/// A player with what its words mean, for people.
fn played(arguments: &Arguments<'_, '_>, argument: &Argument, player: Player) -> Played {
    Played {
        words: arguments.sentences[player.at.sentence].text_of(argument.words.clone()),
        probability: player.probability,
        chosen: player.chosen,
        way: argument.way,
        sure: argument.sure,
        means: match &argument.meant {
            Meant::Entity(entity) => arguments.found.entities[*entity].key.clone(),
            Meant::Literal(text) => text.clone(),
        },
    }
}

/// What the object of a relation means: numbers are literals, and so is the word for an office; the body in which it is held is not.
fn object(
    arguments: &mut Arguments<'_, '_>,
    relation: KnownRelation,
    at: WordAt,
    trigger: WordAt,
    speaking: Option<usize>,
) -> Option<Argument> {
    match relation {
        KnownRelation::HasQuantity => arguments.literal(at, MentionKind::Quantity),
        KnownRelation::HoldsPosition if at == trigger => arguments.literal(at, MentionKind::Position),
        _ => arguments.resolve(at, speaking),
    }
}

/// Whether the text denies what a word states: "не" stands before it, or before the verb that carries it ("не брали участі").
fn is_denied(arguments: &Arguments<'_, '_>, at: WordAt, triggers: &BTreeSet<WordAt>) -> bool {
    let sentence = &arguments.sentences[at.sentence];
    let word = &sentence.words[at.word];
    let carrier = word.head.filter(|head| {
        let verb = sentence.words[*head].part == Upos::Verb && !triggers.contains(&WordAt { word: *head, ..at });
        verb && word.part == Upos::Noun && word.relation == Deprel::Obj
    });
    is_negated(sentence, at.word) || carrier.is_some_and(|verb| is_negated(sentence, verb))
}

/// Somebody and the body or country of which the text says that they hold its office, speak for it or belong to it.
pub fn office(spotted: &SpottedClaim, arguments: &Arguments<'_, '_>) -> Option<(usize, usize)> {
    let (relation, _) = spotted.relations.first()?;
    if !matches!(relation, KnownRelation::HoldsPosition | KnownRelation::Represents | KnownRelation::MemberOf) {
        return None;
    }
    let kind = |entity: usize| arguments.found.entities[entity].kind;
    let of = |role| players(spotted, role, false).first().and_then(|player| arguments.entity(player.at));
    let (person, body) = (of(ClaimRole::Subject)?, of(ClaimRole::Object)?);
    (matches!(kind(person), EntityType::Person | EntityType::AnonymousSource)
        && matches!(kind(body), EntityType::Organization | EntityType::Country))
    .then_some((person, body))
}

fn modality(likely: &[f32; 4]) -> Modality {
    let best = likely.iter().enumerate().max_by(|one, other| one.1.total_cmp(other.1)).map_or(0, |(place, _)| place);
    Modality::ALL[best]
}
