//! How does what the model saw of a claim become a claim? Its words become entities, literals and other claims; what stays open is left out.

use super::argument::{Argument, Arguments, Meant};
use crate::language::{AnalysedWord, ClaimRole, Deprel, Feature, MentionKind, SpottedClaim, Upos, WordAt, is_negated};
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

/// A second word plays a role where it is so likely beside the first one, and beside nobody.
const BESIDE_BEST: f32 = 0.35;
const BESIDE_NOBODY: f32 = 0.5;

/// The words that play a role, with their probabilities.
fn players(spotted: &SpottedClaim, role: ClaimRole, many: bool) -> Vec<(WordAt, f32)> {
    let (all, nobody) = (&spotted.role(role).words, spotted.role(role).nobody);
    let best = all.first().map_or(0.0, |(_, probability)| *probability);
    let fits = |(_, probability): &&(WordAt, f32)| *probability >= BESIDE_BEST * best && *probability >= BESIDE_NOBODY * nobody;
    let only = |(_, probability): &&(WordAt, f32)| *probability >= nobody;
    if many { all.iter().filter(fits).copied().collect() } else { all.iter().filter(only).take(1).copied().collect() }
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
    let source_said = source.and_then(|(at, _)| arguments.resolve(at, speaker));
    let entity = |argument: &Argument| if let Meant::Entity(entity) = argument.meant { Some(entity) } else { None };
    let source_entity = source_said.as_ref().and_then(entity);
    let mut single = |role| {
        let at = players(spotted, role, false).first().map(|(at, _)| *at)?;
        arguments.resolve(at, None).as_ref().and_then(entity)
    };
    let (via, place) = (single(ClaimRole::Via), single(ClaimRole::Place));
    let content = players(spotted, ClaimRole::Content, false).first().map(|(at, _)| *at);
    let speaking = source_entity.or(speaker);
    let mut subjects = with_conjuncts(players(spotted, ClaimRole::Subject, true), arguments);
    if subjects.is_empty()
        && let Some((at, sure)) = dropped(arguments, spotted.trigger)
    {
        subjects.push((at, sure));
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
    for (subject_at, subject_p) in &subjects {
        let Some(subject) = arguments.resolve(*subject_at, speaking) else { continue };
        if entity(&subject).is_none() {
            continue;
        }
        let mut ends: Vec<(Object, Option<WordAt>, f32)> = Vec::new();
        for (at, p) in &objects {
            if let Some(object) = object(arguments, relation, *at, spotted.trigger, speaking) {
                let p = p * object.sure;
                ends.push((Object::Words(object), Some(*at), p));
            }
        }
        if let (true, Some(content)) = (ends.is_empty(), content) {
            ends.push((Object::Claim(content), None, 0.8));
        }
        for (object, object_at, object_p) in ends {
            if matches!(&object, Object::Words(object) if object.meant == subject.meant) {
                continue;
            }
            all.push(Draft {
                trigger: spotted.trigger,
                relation,
                others: others.clone(),
                subject: subject.clone(),
                content: content.filter(|_| !matches!(object, Object::Claim(_))),
                object,
                source: source_said.clone().filter(|said| entity(said).is_some()),
                source_at: source.map(|(at, _)| at),
                via,
                place,
                polarity: if denied { Polarity::Negated } else { Polarity::Affirmed },
                modality: modality(&spotted.modalities),
                hedged: spotted.hedged >= 0.5,
                confidence: spotted.probability * likely * subject_p.min(1.0) * subject.sure * object_p.min(1.0),
                subject_at: Some(*subject_at),
                object_at,
            });
        }
    }
    all
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
    let of = |role| players(spotted, role, false).first().and_then(|(at, _)| arguments.entity(*at));
    let (person, body) = (of(ClaimRole::Subject)?, of(ClaimRole::Object)?);
    (matches!(kind(person), EntityType::Person | EntityType::AnonymousSource)
        && matches!(kind(body), EntityType::Organization | EntityType::Country))
    .then_some((person, body))
}

fn modality(likely: &[f32; 4]) -> Modality {
    let best = likely.iter().enumerate().max_by(|one, other| one.1.total_cmp(other.1)).map_or(0, |(place, _)| place);
    Modality::ALL[best]
}

/// What is joined to a player plays too: "Польща, Литва і Латвія".
fn with_conjuncts(mut players: Vec<(WordAt, f32)>, arguments: &Arguments<'_, '_>) -> Vec<(WordAt, f32)> {
    let mut place = 0;
    while place < players.len() {
        let (at, probability) = players[place];
        let sentence = &arguments.sentences[at.sentence];
        for word in sentence.children(at.word) {
            let joined = &sentence.words[word];
            let other = WordAt { word, ..at };
            let noun = matches!(joined.part, Upos::Noun | Upos::Propn | Upos::X);
            let apart = arguments.mention(other).is_none_or(|mention| !mention.words.contains(&at.word));
            if joined.relation == Deprel::Conj && noun && apart && players.iter().all(|(before, _)| *before != other) {
                players.push((other, 0.9 * probability));
            }
        }
        place += 1;
    }
    players
}

/// The subject of a verb that has none: that of the verb that it is joined to or hangs on, else that of the last clause before, if both agree.
fn dropped(arguments: &Arguments<'_, '_>, trigger: WordAt) -> Option<(WordAt, f32)> {
    let sentence = &arguments.sentences[trigger.sentence];
    let words = &sentence.words;
    let verb = words.get(trigger.word).filter(|word| word.part == Upos::Verb)?;
    let own = sentence.children(trigger.word).any(|word| matches!(words[word].relation, Deprel::Nsubj | Deprel::Csubj));
    if own || verb.features.get(Feature::Person) == Some("0") {
        return None;
    }
    let subject = |sentence: usize, verb: usize| {
        let analysed = &arguments.sentences[sentence];
        analysed.children(verb).find(|word| analysed.words[*word].relation == Deprel::Nsubj).map(|word| WordAt { sentence, word })
    };
    let mut here = trigger.word;
    for _ in 0..8 {
        let step = matches!(words[here].relation, Deprel::Conj | Deprel::Xcomp | Deprel::Advcl | Deprel::Ccomp | Deprel::Parataxis);
        let Some(head) = words[here].head.filter(|_| step) else { break };
        if let Some(found) = subject(trigger.sentence, head) {
            return fits(arguments, verb, found).then_some((found, 0.7));
        }
        here = head;
    }
    let finite = verb.features.get(Feature::VerbForm) == Some("Fin");
    let before = trigger.sentence.checked_sub(1).filter(|_| finite)?;
    let root = arguments.sentences[before].words.iter().position(|word| word.head.is_none())?;
    let found = subject(before, root)?;
    fits(arguments, verb, found).then_some((found, 0.5))
}

/// Whether a subject may be that of a verb: in the past they agree in gender, else in number.
fn fits(arguments: &Arguments<'_, '_>, verb: &AnalysedWord<'_>, subject: WordAt) -> bool {
    let subject = &arguments.sentences[subject.sentence].words[subject.word];
    let plural = |number: Option<&str>| matches!(number, Some("Plur" | "Ptan"));
    let (this, that) = (verb.features.get(Feature::Number), subject.features.get(Feature::Number));
    let gender = verb.features.get(Feature::Gender);
    (this.is_none() || plural(this) == plural(that))
        && gender.is_none_or(|gender| subject.features.get(Feature::Gender).is_none_or(|other| other == gender))
}
