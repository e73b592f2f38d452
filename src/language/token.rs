//! What is a text made of? Sentences and their tokens, with their places.

use crate::span::Span;

/// A token as it stands in the text: a word, a number, a punctuation mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'t> {
    /// Its characters.
    pub text: &'t str,
    /// Where it stands, in code points of the text.
    pub span: Span,
    /// Where it stands, in bytes of the text.
    pub byte: usize,
    /// Whether something white stands behind it.
    pub space_after: bool,
}

/// A sentence: one token at least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence<'t> {
    /// Its tokens, in the order of the text.
    pub tokens: Vec<Token<'t>>,
    /// Whether a paragraph begins with it.
    pub opens_paragraph: bool,
}
