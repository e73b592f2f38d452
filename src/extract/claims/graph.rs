//! How do drafts become claims that hang together? Doubles are left out, triggers become ids, words become quotes.

use super::Claimed;
use super::argument::{Argument, Arguments, Meant};
use super::draft::{Draft, Object};
use super::reason::Reason;
use crate::document::{Claim, Entity, Literal, Target, Words};
use crate::language::{Feature, WordAt, is_denial};
use crate::span::{Span, TextIndex};
use crate::time::Time;
use crate::vocab::{EntityType, KnownRelation, Modality, Polarity};
use std::collections::{BTreeMap, BTreeSet};

/// Makes claims of drafts.
pub fn claims(
    drafts: Vec<Draft>,
    arguments: &Arguments<'_, '_>,
    text: &str,
    speakers: &BTreeMap<WordAt, usize>,
    when: &BTreeMap<WordAt, (Time, Time)>,
) -> Claimed {
    let drafts = distinct(drafts);
    let mut at: BTreeMap<WordAt, usize> = BTreeMap::new();
    for (place, draft) in drafts.iter().enumerate() {
        let best = at.entry(draft.trigger).or_insert(place);
        if draft.confidence > drafts[*best].confidence {
            *best = place;
        }
    }
    let linked = links(&drafts, &at);
    let ids: BTreeMap<usize, String> = linked.keys().enumerate().map(|(number, place)| (*place, format!("c{}", number + 1))).collect();
    let index = TextIndex::new(text);
    let (mut based_on, mut denied) = (BTreeSet::new(), BTreeSet::new());
    let key = |entity: usize| arguments.found.entities[entity].key.clone();
    let entity = |argument: &Argument| if let Meant::Entity(entity) = argument.meant { Some(entity) } else { None };
    let claims = linked.iter().filter_map(|(place, link)| {
        let draft = &drafts[*place];
        let span = quote(draft, arguments);
        let id = ids.get(place)?.clone();
        let linked_id = link.and_then(|link| ids.get(&link)).cloned();
        let (object, content) = match &draft.object {
            Object::Claim(_) => (Target::Claim(linked_id?), None),
            Object::Words(argument) => (target(argument, arguments), linked_id),
        };
        let source = draft.source.as_ref().and_then(entity).or_else(|| speakers.get(&draft.trigger).copied());
        let subject = entity(&draft.subject)?;
        let via = draft.via.filter(|via| Some(*via) != source && arguments.found.entities[*via].kind == EntityType::Medium);
        if let Some(medium) = via.or(source.filter(|source| arguments.found.entities[*source].kind == EntityType::Medium)) {
            based_on.insert(key(medium));
        }
        let words = |at: Option<WordAt>, argument: &Argument| {
            at.filter(|at| at.sentence == draft.trigger.sentence).map(|at| text_of(arguments, at.sentence, argument))
        };
        let word = &arguments.sentences[draft.trigger.sentence].words[draft.trigger.word];
        let speaks_of_denial = draft.relation == KnownRelation::Rejects && is_denial(&word.lemma);
        // Who "does not deny" refutes nothing, nor does who is only asked to deny.
        let denies = speaks_of_denial && draft.polarity == Polarity::Affirmed && draft.modality == Modality::Actual;
        let refuted = match &object {
            Target::Claim(id) => Some(id.clone()),
            _ => content.clone(),
        };
        denied.extend(refuted.clone().filter(|_| speaks_of_denial).map(|refuted| (refuted, key(subject))));
        let claim = Claim {
            id,
            quote: index.slice(span)?.to_owned(),
            span: Some(span),
            subject: Target::Entity(key(subject)),
            relation: std::iter::once(draft.relation).chain(draft.others.iter().copied()).map(Into::into).collect(),
            object,
            content,
            polarity: draft.polarity,
            modality: draft.modality,
            hedged: draft.hedged,
            source: source.map(key),
            via: via.map(key).into_iter().collect(),
            time: when.get(&draft.trigger).map(|(past, ahead)| {
                let future = word.features.get(Feature::Tense) == Some("Fut");
                if future || draft.modality != Modality::Actual { *ahead } else { *past }
            }),
            place: draft.place.map(key),
            refutes: refuted.filter(|_| denies).into_iter().collect(),
            words: Words {
                subject: words(draft.subject_at, &draft.subject),
                predicate: Some(word.token.text.to_owned()),
                object: if let Object::Words(argument) = &draft.object { words(draft.object_at, argument) } else { None },
                source: draft.source.as_ref().zip(draft.source_at).map(|(argument, at)| text_of(arguments, at.sentence, argument)),
            },
            confidence: Some((draft.confidence * 1000.0).round() / 1000.0),
            line: None,
        };
        let reason = Reason { claim: claim.id.clone(), ..draft.reason.clone() };
        Some((claim, reason))
    });
    let (mut claims, reasons): (Vec<Claim>, Vec<Reason>) = claims.unzip();
    // Who denies something, or does not deny it, does not claim it.
    for claim in &mut claims {
        if claim.source.as_ref().is_some_and(|source| denied.contains(&(claim.id.clone(), source.clone()))) {
            claim.source = None;
            claim.words.source = None;
        }
    }
    let entities = kept(arguments, &claims);
    Claimed { claims, reasons, entities, based_on: based_on.into_iter().collect() }
}

/// The entities without those that only words of claims name which were not kept.
fn kept(arguments: &Arguments<'_, '_>, claims: &[Claim]) -> Vec<Entity> {
    let found = &arguments.found;
    let mut keys: BTreeSet<&str> = BTreeSet::new();
    for claim in claims {
        let ends = [&claim.subject, &claim.object].into_iter();
        keys.extend(ends.filter_map(|end| if let Target::Entity(key) = end { Some(key.as_str()) } else { None }));
        keys.extend(claim.source.iter().chain(&claim.via).chain(&claim.place).map(String::as_str));
    }
    let spotted: BTreeSet<usize> =
        found.mentions.iter().zip(&found.entity_of).filter(|(mention, _)| mention.spotted).filter_map(|(_, entity)| *entity).collect();
    let stays = |number: usize, entity: &Entity, keys: &BTreeSet<&str>| spotted.contains(&number) || keys.contains(entity.key.as_str());
    // Whom an anonymous speaker belongs to stays with the speaker.
    let bodies = found.entities.iter().enumerate().filter(|(number, entity)| stays(*number, entity, &keys));
    let bodies: Vec<&str> = bodies.filter_map(|(_, entity)| entity.affiliation.as_deref()).collect();
    keys.extend(bodies);
    let all = found.entities.iter().enumerate();
    all.filter(|(number, entity)| stays(*number, entity, &keys)).map(|(_, entity)| entity.clone()).collect()
}

/// One draft of each claim: the surest of those that say the same of the same.
fn distinct(mut drafts: Vec<Draft>) -> Vec<Draft> {
    let mut seen = BTreeSet::new();
    drafts.sort_by(|one, other| other.confidence.total_cmp(&one.confidence));
    drafts.retain(|draft| {
        let object = match &draft.object {
            Object::Words(argument) => format!("{:?}", argument.meant),
            Object::Claim(at) => format!("{at:?}"),
        };
        let speaker = draft.source.as_ref().map(|source| format!("{:?}", source.meant));
        // What is said again elsewhere is a claim of its own.
        seen.insert((
            draft.trigger.sentence,
            format!("{:?}", draft.subject.meant),
            draft.relation,
            object,
            draft.polarity,
            draft.modality,
            speaker,
        ))
    });
    drafts.sort_by_key(|draft| (draft.trigger, draft.subject.words.start, draft.object_at));
    drafts
}

/// The drafts that stay, in their order, each with the one that it is about. One that is about a claim that was not found is left out; no circle.
fn links(drafts: &[Draft], at: &BTreeMap<WordAt, usize>) -> BTreeMap<usize, Option<usize>> {
    let mut link: BTreeMap<usize, Option<usize>> = BTreeMap::new();
    for (place, draft) in drafts.iter().enumerate() {
        let wanted = match &draft.object {
            Object::Claim(trigger) => Some(*trigger),
            Object::Words(_) => draft.content,
        };
        let found = wanted.and_then(|trigger| at.get(&trigger)).copied().filter(|found| *found != place);
        link.insert(place, found);
    }
    let leads_back = |link: &BTreeMap<usize, Option<usize>>, from: usize| {
        let mut here = from;
        for _ in 0..=drafts.len() {
            match link.get(&here).copied().flatten() {
                Some(next) if next == from => return true,
                Some(next) => here = next,
                None => return false,
            }
        }
        // A circle further on, which another one closes.
        false
    };
    for place in 0..drafts.len() {
        if leads_back(&link, place) {
            link.insert(place, None);
        }
    }
    loop {
        let lost = |(place, found): (&usize, &Option<usize>)| {
            let gone = found.is_none_or(|found| !link.contains_key(&found));
            (gone && matches!(drafts[*place].object, Object::Claim(_))).then_some(*place)
        };
        let lost: Vec<usize> = link.iter().filter_map(lost).collect();
        if lost.is_empty() {
            break;
        }
        for place in &lost {
            link.remove(place);
        }
    }
    let kept: BTreeSet<usize> = link.keys().copied().collect();
    for found in link.values_mut() {
        *found = found.filter(|found| kept.contains(found));
    }
    link
}

fn target(argument: &Argument, arguments: &Arguments<'_, '_>) -> Target {
    match &argument.meant {
        Meant::Entity(entity) => Target::Entity(arguments.found.entities[*entity].key.clone()),
        Meant::Literal(text) => Target::Literal(Literal { text: text.clone(), datatype: None }),
    }
}

fn text_of(arguments: &Arguments<'_, '_>, sentence: usize, argument: &Argument) -> String {
    arguments.sentences[sentence].text_of(argument.words.clone())
}

/// The words of a claim: from the first one of its trigger, subject and object to the last one, in the sentence of the trigger.
fn quote(draft: &Draft, arguments: &Arguments<'_, '_>) -> Span {
    let sentence = &arguments.sentences[draft.trigger.sentence];
    let mut words = draft.trigger.word..draft.trigger.word + 1;
    let object = if let Object::Words(argument) = &draft.object { Some((draft.object_at, argument)) } else { None };
    for (at, argument) in [Some((draft.subject_at, &draft.subject)), object].into_iter().flatten() {
        if at.is_some_and(|at| at.sentence == draft.trigger.sentence) {
            words = words.start.min(argument.words.start)..words.end.max(argument.words.end);
        }
    }
    sentence.span(words)
}
