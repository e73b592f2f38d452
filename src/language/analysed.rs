//! What was read in a text? Words with their tags, a tree for each sentence, and what is named.

use super::deprel::Deprel;
use super::grammar::{Feature, Features, Upos};
use super::token::Token;
use crate::span::Span;
use crate::vocab::{EntityType, KnownRelation, Modality};
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

impl AnalysedWord<'_> {
    /// Whether it is plural; a noun that has no singular ("двері") is.
    #[must_use]
    pub fn is_plural(&self) -> bool {
        matches!(self.features.get(Feature::Number), Some("Plur" | "Ptan"))
    }
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

/// Whom a pronoun means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    /// What its clause describes.
    Relative,
    /// Who speaks.
    Speaker,
    /// Those for whom the speaker speaks.
    Speakers,
    /// The subject of its verb.
    Subject,
    /// One thing that was named, of a gender where it is known.
    One(Option<&'static str>),
    /// Many things that were named, or many people.
    Many,
}

/// A word of a text: its sentence, its place there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordAt {
    /// The number of the sentence.
    pub sentence: usize,
    /// The number of the word in it.
    pub word: usize,
}

/// What a word can be for the claim that another one triggers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaimRole {
    /// Who or what the claim is about.
    Subject,
    /// To whom or what it relates.
    Object,
    /// Who says so.
    Source,
    /// The trigger of what is demanded, promised, denied …
    Content,
    /// The medium by way of which it is known.
    Via,
    /// Where it happens.
    Place,
}

impl ClaimRole {
    /// All of them, in the order of [`SpottedClaim::roles`].
    pub const ALL: [Self; 6] = [Self::Subject, Self::Object, Self::Source, Self::Content, Self::Via, Self::Place];

    /// Its name: `subject`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Object => "object",
            Self::Source => "source",
            Self::Content => "content",
            Self::Via => "via",
            Self::Place => "place",
        }
    }
}

/// Who may play a role.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RolePlayers {
    /// The heads of what may play it, with how likely each does; the likeliest first, very unlikely ones left out.
    pub words: Vec<(WordAt, f32)>,
    /// How likely nobody does.
    pub nobody: f32,
}

/// A word that may trigger a claim. All numbers are probabilities: 0 to 1.
///
/// The trigger is the head of the claim's predicate; of a number, of what stands behind a preposition and of "посол Литви" it is the head of the
/// object, which then plays that role for itself.
#[derive(Debug, Clone, PartialEq)]
pub struct SpottedClaim {
    /// It.
    pub trigger: WordAt,
    /// How likely it triggers a claim at all.
    pub probability: f32,
    /// How likely each relation is, if it does; the likeliest first.
    pub relations: Vec<(KnownRelation, f32)>,
    /// How likely the claim is negated.
    pub negated: f32,
    /// How likely each modality is, in the order of [`Modality::ALL`].
    pub modalities: [f32; Modality::ALL.len()],
    /// How likely the text doubts it.
    pub hedged: f32,
    /// Who may play each role, in the order of [`ClaimRole::ALL`].
    pub roles: [RolePlayers; ClaimRole::ALL.len()],
}

impl SpottedClaim {
    /// Who may play a role.
    #[must_use]
    pub const fn role(&self, role: ClaimRole) -> &RolePlayers {
        &self.roles[role as usize]
    }
}

/// A text that was read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AnalysedText<'t> {
    /// Its sentences.
    pub sentences: Vec<AnalysedSentence<'t>>,
    /// Words that may trigger claims, in the order of the text.
    pub claims: Vec<SpottedClaim>,
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
    /// The words that hang on a word and stand no further from it than a long sentence is, in order; so asking for those of all words of a text
    /// without full stops takes linear time.
    pub fn children(&self, head: usize) -> impl Iterator<Item = usize> {
        const FAR: usize = 200;
        let near = head.saturating_sub(FAR)..(head + FAR).min(self.words.len());
        near.filter(move |word| self.words[*word].head == Some(head))
    }

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
