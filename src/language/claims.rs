//! What did the model see of claims? Words that state a relation, and the words that play a role in it.

use super::analysed::AnalysedSentence;

/// A text that was read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AnalysedText<'t> {
    /// Its sentences, in the order of the text.
    pub sentences: Vec<AnalysedSentence<'t>>,
    /// What the model saw of claims, in the order of their triggers.
    pub claims: Vec<SpottedClaim>,
}

/// A word of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordAt {
    /// Its sentence.
    pub sentence: usize,
    /// Its place in the sentence.
    pub word: usize,
}

/// What a word does in a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaimRole {
    /// Of whom or what something is said.
    Subject,
    /// To whom or what it is done, or which value it has.
    Object,
    /// Who says so.
    Source,
    /// The trigger of the claim that is demanded, promised, denied …
    Content,
    /// The medium on the way.
    Via,
    /// Where.
    Place,
}

/// A word that states a relation.
#[derive(Debug, Clone, PartialEq)]
pub struct SpottedClaim {
    /// The word.
    pub trigger: WordAt,
    /// How likely it is that it states one: 0 to 1.
    pub probability: f32,
    /// Names of relations with how likely each is, given that there is one; the likeliest first.
    pub relations: Vec<(&'static str, f32)>,
    /// How likely it is denied.
    pub negated: f32,
    /// How likely it is actual, intended, demanded, hypothetical.
    pub modality: [f32; 4],
    /// How likely the text doubts it.
    pub hedged: f32,
    /// By [`ClaimRole`]: the words that may play a role, the likeliest first.
    pub roles: [Vec<(WordAt, f32)>; 6],
    /// By [`ClaimRole`]: how likely it is that nobody plays it.
    pub nobody: [f32; 6],
}
