//! What was read in a text? Words with their tags, a tree for each sentence, and what is named.

use super::deprel::Deprel;
use super::grammar::{Features, Upos};
use super::token::Token;
use crate::span::Span;
use crate::vocab::EntityType;
use std::ops::Range;

/// A word with all that was read of it.
#[derive(Debug, Clone, PartialEq)]
pub struct AnalysedWord<'t> {
    /// It, as it stands in the text.
    pub token: Token<'t>,
    /// Its part of speech.
    pub part: Upos,
    /// Its features.
    pub features: Features,
    /// Its lemma.
    pub lemma: String,
    /// Its head, a word of the sentence; nothing for the root.
    pub head: Option<usize>,
    /// How it hangs on its head.
    pub relation: Deprel,
    /// How likely this head is among all words of the sentence: 0 to 1.
    pub head_probability: f32,
}

/// What the words of a mention are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionKind {
    /// Something that has a node in the graph.
    Entity(EntityType),
    /// A number with what is counted: "18 танків", "3,5 млрд євро".
    Quantity,
    /// An office: "міністр оборони".
    Position,
}

impl MentionKind {
    /// Its name: `Person`, `Quantity`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Entity(kind) => kind.name(),
            Self::Quantity => "Quantity",
            Self::Position => "Position",
        }
    }

    /// The kind of a name; `None` for any other text.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let entities = EntityType::ALL.into_iter().map(Self::Entity);
        entities.chain([Self::Quantity, Self::Position]).find(|kind| kind.name() == name)
    }
}

/// Words of a sentence that name something.
#[derive(Debug, Clone, PartialEq)]
pub struct Spotted {
    /// Of what kind it is.
    pub kind: MentionKind,
    /// Its words, as numbers in the sentence; one at least.
    pub words: Range<usize>,
    /// How likely it is, as far as the least sure of its words goes: 0 to 1.
    pub probability: f32,
}

/// A sentence: one word at least, one root, no cycle.
#[derive(Debug, Clone, PartialEq)]
pub struct AnalysedSentence<'t> {
    /// Its words, in the order of the text.
    pub words: Vec<AnalysedWord<'t>>,
    /// What is named in it, in the order of the text; no two share a word.
    pub mentions: Vec<Spotted>,
    /// Whether a paragraph begins with it.
    pub opens_paragraph: bool,
}

impl AnalysedSentence<'_> {
    /// Where a mention stands, in code points of the text.
    #[must_use]
    pub fn span_of(&self, mention: &Spotted) -> Span {
        self.span(mention.words.clone())
    }

    /// Where some of its words stand, in code points of the text: from the first one to the last.
    #[must_use]
    pub fn span(&self, words: Range<usize>) -> Span {
        let words = self.words.get(words).unwrap_or_default();
        let begin = words.first().map_or(0, |word| word.token.span.begin);
        Span::new(begin, words.last().map_or(begin, |word| word.token.span.end))
    }

    /// Its words on one line, with single spaces where the text has something white.
    #[must_use]
    pub fn text(&self) -> String {
        self.text_of(0..self.words.len())
    }

    /// Some of its words on one line.
    #[must_use]
    pub fn text_of(&self, words: Range<usize>) -> String {
        let mut line = String::new();
        for word in self.words.get(words).unwrap_or_default() {
            line += word.token.text;
            line += if word.token.space_after { " " } else { "" };
        }
        line.truncate(line.trim_end().len());
        line
    }
}
