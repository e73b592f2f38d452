//! Whom does a pronoun mean? The last thing before it that agrees in gender and number, subjects before others; a relative pronoun what its clause
//! hangs on; "I" and "we" who speaks.

use super::argument::Arguments;
use crate::language::{AnalysedWord, Deprel, Feature, Reference, Upos, WordAt, reference};
use crate::vocab::EntityType;

/// So many sentences before its own a pronoun looks.
const REACH: usize = 2;
/// And so many words of each.
const FAR: usize = 200;

/// The entity that a pronoun means, and how sure that is.
pub fn antecedent(arguments: &Arguments<'_, '_>, at: WordAt, speaker: Option<usize>) -> Option<(usize, f32)> {
    match reference(&arguments.sentences[at.sentence].words[at.word])? {
        Reference::Relative => relative(arguments, at),
        Reference::Speaker => speaker.map(|speaker| (speaker, 0.9)),
        // Who speaks for a body says "ми" of it.
        Reference::Speakers => speaker.map(|speaker| (arguments.body_of(speaker).unwrap_or(speaker), 0.8)),
        Reference::Subject => subject_above(arguments, at),
        wanted => nearest(arguments, at, wanted),
    }
}

/// The noun that the clause of a word describes.
fn clause_noun(arguments: &Arguments<'_, '_>, at: WordAt) -> Option<usize> {
    let words = &arguments.sentences[at.sentence].words;
    let mut here = at.word;
    for _ in 0..words.len().min(16) {
        let head = words[here].head?;
        if words[here].relation == Deprel::Acl {
            return Some(head);
        }
        here = head;
    }
    None
}

fn relative(arguments: &Arguments<'_, '_>, at: WordAt) -> Option<(usize, f32)> {
    let noun = clause_noun(arguments, at)?;
    arguments.entity(WordAt { word: noun, ..at }).map(|entity| (entity, 0.9))
}

fn subject_above(arguments: &Arguments<'_, '_>, at: WordAt) -> Option<(usize, f32)> {
    let sentence = &arguments.sentences[at.sentence];
    let verb = sentence.words[at.word].head?;
    let subject = sentence.children(verb).find(|word| sentence.words[*word].relation == Deprel::Nsubj)?;
    arguments.entity(WordAt { word: subject, ..at }).map(|entity| (entity, 0.9))
}

/// Candidates from the last word before the pronoun back; a subject counts more, each sentence back less.
fn nearest(arguments: &Arguments<'_, '_>, at: WordAt, wanted: Reference) -> Option<(usize, f32)> {
    let mut best: Option<(i32, usize)> = None;
    for sentence in (at.sentence.saturating_sub(REACH)..=at.sentence).rev() {
        let words = &arguments.sentences[sentence].words;
        let end = if sentence == at.sentence { at.word } else { words.len() };
        for place in (end.saturating_sub(FAR)..end).rev() {
            let here = WordAt { sentence, word: place };
            let Some(mention) = arguments.mention(here).filter(|mention| mention.head == place && mention.entity().is_some()) else {
                continue;
            };
            let Some(entity) = arguments.entity(here) else { continue };
            let word = &words[place];
            if !agrees(wanted, word, arguments.found.entities[entity].kind) || clause_mate(words, at, here) {
                continue;
            }
            let back = i32::try_from(at.sentence - sentence).unwrap_or(0);
            let mut score = -10 * back;
            score += if is_subject(words, place) { 8 } else { 0 };
            score += if arguments.found.entities[entity].kind == EntityType::Person && wanted != Reference::Many { 6 } else { 0 };
            score += if mention.named { 3 } else { 0 };
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, entity));
            }
        }
    }
    best.map(|(score, entity)| (entity, if score >= 0 { 0.7 } else { 0.5 }))
}

/// Two arguments of one verb are not the same thing, unless the word is reflexive.
fn clause_mate(words: &[AnalysedWord<'_>], at: WordAt, here: WordAt) -> bool {
    at.sentence == here.sentence && words[at.word].head.is_some() && words[at.word].head == words[here.word].head
}

fn is_subject(words: &[AnalysedWord<'_>], place: usize) -> bool {
    words[place].relation == Deprel::Nsubj
        || (words[place].relation == Deprel::Conj && words[place].head.is_some_and(|head| words[head].relation == Deprel::Nsubj))
}

fn agrees(wanted: Reference, word: &AnalysedWord<'_>, kind: EntityType) -> bool {
    let plural = word.is_plural();
    match wanted {
        Reference::Many => plural || kind == EntityType::Group || word.part == Upos::X,
        Reference::One(gender) => {
            !plural && gender.is_none_or(|gender| word.features.get(Feature::Gender).is_none_or(|other| other == gender))
        }
        _ => false,
    }
}
