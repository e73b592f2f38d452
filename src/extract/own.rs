//! What does a noun name that stands in no mention? Its phrase, as something of its own.

use super::mention::Mention;
use crate::gazetteer::demonym;
use crate::language::{AnalysedSentence, AnalysedWord, Deprel, Dictionary, Feature, MentionKind, Upos, WordAt, is_measure, usual_type};
use crate::vocab::EntityType;
use std::ops::Range;

/// So many words off at most stands the next part of a noun phrase.
const FAR: usize = 8;

/// A mention by the phrase of a word; nothing for words that name nothing.
pub fn own(dictionary: &Dictionary<'_>, sentences: &[AnalysedSentence<'_>], at: WordAt) -> Option<Mention> {
    let sentence = sentences.get(at.sentence)?;
    let word = sentence.words.get(at.word)?;
    if !matches!(word.part, Upos::Noun | Upos::Propn | Upos::Num | Upos::Adj | Upos::X) {
        return None;
    }
    let country = (word.part == Upos::Adj).then(|| demonym(&word.lemma)).flatten();
    let words = if country.is_some() { at.word..at.word + 1 } else { phrase(sentence, at.word) };
    let number = word.part == Upos::Num || sentence.words[words.clone()].iter().any(|word| word.part == Upos::Num);
    let kind = if word.part == Upos::Num || (number && is_measure(&word.lemma)) {
        MentionKind::Quantity
    } else {
        MentionKind::Entity(usual(word))
    };
    let mention = Mention::new(dictionary, sentences, at.sentence, words, kind, 0.5);
    let frequent = mention.known.iter().find(|known| known.frequent).or(mention.known.first());
    let known = frequent.filter(|_| mention.named).or(country.as_ref()).or(mention.demonym.as_ref());
    let kind = known.map_or(mention.kind, |known| MentionKind::Entity(known.kind));
    Some(Mention { kind, demonym: mention.demonym.or(country), spotted: false, ..mention })
}

/// The type of what a noun names by itself.
fn usual(word: &AnalysedWord<'_>) -> EntityType {
    let plural = word.is_plural();
    let alive = word.features.get(Feature::Animacy) == Some("Anim");
    usual_type(&word.lemma, plural).unwrap_or(match (alive, plural) {
        (true, false) => EntityType::Person,
        (true, true) => EntityType::Group,
        (false, _) => EntityType::Concept,
    })
}

/// The noun phrase of a word as far as it stands side by side: what describes it before, a genitive and names behind.
pub fn phrase(sentence: &AnalysedSentence<'_>, head: usize) -> Range<usize> {
    let words = &sentence.words;
    let belongs = |place: usize, range: &Range<usize>| {
        let word = &words[place];
        let within = word.head.is_some_and(|head| range.contains(&head));
        within
            && (matches!(word.relation, Deprel::Amod | Deprel::Nummod | Deprel::Flat | Deprel::Compound | Deprel::Fixed)
                || (word.relation == Deprel::Nmod && !sentence.children(place).any(|other| words[other].relation == Deprel::Case)))
    };
    let mut range = head..head + 1;
    while range.start > 0 && belongs(range.start - 1, &range) && words[range.start - 1].relation != Deprel::Nmod {
        range.start -= 1;
    }
    while range.end < words.len() {
        // An adjective before a genitive hangs on the word behind it.
        let next = (range.end..(range.end + FAR).min(words.len())).find(|place| belongs(*place, &range));
        match next.filter(|next| (range.end..*next).all(|place| words[place].head == Some(*next) && words[place].relation == Deprel::Amod))
        {
            Some(next) => range.end = next + 1,
            None => break,
        }
    }
    range
}
