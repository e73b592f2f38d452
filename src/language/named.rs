//! What does a text name? Its sentences, the things that are named in them, and by which words each is.

use super::analysed::{AnalysedSentence, MentionKind};
use crate::document::Entity;
use crate::span::Span;
use std::ops::Range;

/// Words that name something.
#[derive(Debug, Clone, PartialEq)]
pub struct Naming {
    /// The number of the sentence.
    pub sentence: usize,
    /// Its words, as numbers in the sentence; one at least.
    pub words: Range<usize>,
    /// The word on which the others hang; one of them.
    pub head: usize,
    /// What the words are taken for.
    pub kind: MentionKind,
    /// How likely it is, as far as the least sure of its words goes: 0 to 1.
    pub probability: f32,
    /// The number of the entity that they name; nothing for numbers and offices.
    pub entity: Option<usize>,
}

/// A text with what it names.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NamedText<'t> {
    /// Its sentences.
    pub sentences: Vec<AnalysedSentence<'t>>,
    /// The things that are named in it, in the order of the text.
    pub entities: Vec<Entity>,
    /// All words that name something, in the order of the text; those within others behind them.
    pub mentions: Vec<Naming>,
}

impl NamedText<'_> {
    /// The entity that words name.
    #[must_use]
    pub fn entity_of(&self, mention: &Naming) -> Option<&Entity> {
        mention.entity.and_then(|entity| self.entities.get(entity))
    }

    /// Where words stand, in code points of the text.
    #[must_use]
    pub fn span_of(&self, mention: &Naming) -> Span {
        self.sentences.get(mention.sentence).map_or(Span::new(0, 0), |sentence| sentence.span(mention.words.clone()))
    }

    /// Words on one line.
    #[must_use]
    pub fn text_of(&self, mention: &Naming) -> String {
        self.sentences.get(mention.sentence).map_or_else(String::new, |sentence| sentence.text_of(mention.words.clone()))
    }

    /// The mentions of each sentence, in its order.
    pub fn by_sentence(&self) -> impl Iterator<Item = (&AnalysedSentence<'_>, &[Naming])> {
        let mut rest = self.mentions.as_slice();
        self.sentences.iter().enumerate().map(move |(number, sentence)| {
            let (here, after) = rest.split_at(rest.iter().take_while(|mention| mention.sentence <= number).count());
            rest = after;
            (sentence, here)
        })
    }
}
