//! What does a word of a claim mean: which entity, which literal? The mention that it stands in, whom a pronoun means, else a thing of its own.

use super::super::apposition::describes;
use super::super::entity::Found;
use super::super::mention::Mention;
use super::super::own::{own, phrase};
use super::pronoun;
use super::reason::Way;
use crate::gazetteer::demonym;
use crate::language::{AnalysedSentence, AnalysedWord, Deprel, Dictionary, MentionKind, Upos, WordAt, is_measure};
use std::collections::BTreeMap;
use std::ops::Range;

/// So many words off at most stands a name from what it is called.
const FAR: usize = 8;

/// What a word means, and in which words.
#[derive(Debug, Clone, PartialEq)]
pub struct Argument {
    /// What it means.
    pub meant: Meant,
    /// The words that stand for it, in its sentence.
    pub words: Range<usize>,
    /// How sure it is that these words mean this: 0 to 1.
    pub sure: f32,
    /// By which rule that is known.
    pub way: Way,
}

/// What words mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    /// An entity, by its number among those that were found.
    Entity(usize),
    /// A number with its unit, or an office, in its citation form.
    Literal(String),
}

/// The words of an article with what they mean.
pub struct Arguments<'a, 't> {
    dictionary: &'a Dictionary<'a>,
    pub sentences: &'a [AnalysedSentence<'t>],
    pub found: Found,
    /// The innermost mention of every word that one stands over.
    mention_of: BTreeMap<WordAt, usize>,
    /// The body or country for which somebody speaks.
    bodies: BTreeMap<usize, usize>,
}

impl<'a, 't> Arguments<'a, 't> {
    pub fn new(dictionary: &'a Dictionary<'a>, sentences: &'a [AnalysedSentence<'t>], found: Found) -> Self {
        let mut arguments = Self { dictionary, sentences, found, mention_of: BTreeMap::new(), bodies: BTreeMap::new() };
        for place in 0..arguments.found.mentions.len() {
            arguments.register(place);
        }
        arguments
    }

    /// A word means the shortest mention of which it is the head, else the shortest one around it.
    fn register(&mut self, place: usize) {
        let mention = &self.found.mentions[place];
        for word in mention.words.clone() {
            let at = WordAt { sentence: mention.sentence, word };
            let rank = |mention: &Mention| (mention.head != word, mention.words.len());
            let better = self.mention_of.get(&at).is_none_or(|before| rank(mention) < rank(&self.found.mentions[*before]));
            if better {
                self.mention_of.insert(at, place);
            }
        }
    }

    /// Remembers for whom somebody speaks; the first body counts.
    pub fn speaks_for(&mut self, person: usize, body: usize) {
        self.bodies.entry(person).or_insert(body);
    }

    /// The body or country for which somebody speaks.
    pub fn body_of(&self, person: usize) -> Option<usize> {
        self.bodies.get(&person).copied()
    }

    /// The mention that a word stands in.
    pub fn mention(&self, at: WordAt) -> Option<&Mention> {
        self.mention_of.get(&at).map(|place| &self.found.mentions[*place])
    }

    /// The entity that a word names, if it stands in a mention of one.
    pub fn entity(&self, at: WordAt) -> Option<usize> {
        self.mention_of.get(&at).and_then(|place| self.found.entity_of[*place])
    }

    /// What a word means. `speaker` is who speaks there, for "ми" and "я".
    pub fn resolve(&mut self, at: WordAt, speaker: Option<usize>) -> Option<Argument> {
        if let Some(place) = self.mention_of.get(&at).copied().filter(|place| self.stands_for(*place, at.word)) {
            return Some(self.of_mention(place));
        }
        if let Some(place) = self.called(at) {
            return Some(Argument { way: Way::Called, ..self.of_mention(place) });
        }
        let word = self.sentences.get(at.sentence)?.words.get(at.word)?;
        if matches!(word.part, Upos::Pron | Upos::Det) {
            let (entity, sure) = pronoun::antecedent(self, at, speaker)?;
            return Some(Argument { meant: Meant::Entity(entity), words: at.word..at.word + 1, sure, way: Way::Pronoun });
        }
        let mention = own(self.dictionary, self.sentences, at)?;
        let place = self.found.add(self.sentences, mention);
        self.register(place);
        Some(Argument { sure: 0.8, way: Way::Noun, ..self.of_mention(place) })
    }

    /// The name that a noun is what is called by: "компанія" of "компанія Limak".
    fn called(&self, at: WordAt) -> Option<usize> {
        let sentence = self.sentences.get(at.sentence)?;
        let above = sentence.words.get(at.word)?.head;
        let near = sentence.children(at.word).chain(above).filter(|word| word.abs_diff(at.word) <= FAR);
        let mut names = near.filter_map(|word| self.mention_of.get(&WordAt { word, ..at }).copied());
        names.find(|place| describes(sentence, at.word, &self.found.mentions[*place]))
    }

    /// The literal that a word stands for: a number with what is counted, an office with the body that it is of.
    pub fn literal(&mut self, at: WordAt, kind: MentionKind) -> Option<Argument> {
        let sentence = self.sentences.get(at.sentence)?;
        let office = kind == MentionKind::Position;
        let mut words = phrase(sentence, at.word);
        if office {
            // The name behind an office is its bearer's.
            let name = words.clone().find(|place| *place > at.word && sentence.words[*place].relation == Deprel::Flat);
            words.end = name.unwrap_or(words.end);
        }
        if let Some(mention) = self.mention(at).filter(|mention| mention.kind == kind || !office) {
            words = words.start.min(mention.words.start)..words.end.max(mention.words.end);
        }
        // A number has one: "близько" alone is none.
        let counts = |word: &AnalysedWord<'_>| {
            matches!(word.part, Upos::Num) || word.token.text.contains(|c: char| c.is_ascii_digit()) || is_measure(&word.lemma)
        };
        if !office && !sentence.words[words.clone()].iter().any(counts) {
            return None;
        }
        let mention = Mention::new(self.dictionary, self.sentences, at.sentence, words.clone(), kind, 0.5);
        Some(Argument { meant: Meant::Literal(mention.name().to_owned()), words, sure: 1.0, way: Way::Literal })
    }

    /// Whether a word of a mention means all of it: its head, and what is part of its name.
    fn stands_for(&self, place: usize, word: usize) -> bool {
        let mention = &self.found.mentions[place];
        let words = &self.sentences[mention.sentence].words;
        let named = |word: usize| {
            matches!(words[word].relation, Deprel::Flat | Deprel::Compound | Deprel::Fixed | Deprel::Amod | Deprel::Nummod | Deprel::Det)
        };
        // "турецька" of "турецька провінція" is Туреччина.
        let country = words[word].part == Upos::Adj && !mention.named && demonym(&words[word].lemma).is_some();
        word == mention.head || (!country && (!matches!(words[word].part, Upos::Noun | Upos::Propn) || named(word)))
    }

    fn of_mention(&self, place: usize) -> Argument {
        let mention = &self.found.mentions[place];
        let meant = match self.found.entity_of[place] {
            Some(entity) => Meant::Entity(entity),
            None => Meant::Literal(mention.name().to_owned()),
        };
        Argument { meant, words: mention.words.clone(), sure: 1.0, way: Way::Mention }
    }
}
