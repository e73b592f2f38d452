//! What does the caller say of a text?

/// A word as it stands in the text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Word<'a> {
    /// Its letters.
    pub form: &'a str,
    /// Numbers of the lexical features that hold of it, in the order of `Config::lexical`; numbers beyond that list say nothing.
    pub lexical: &'a [u16],
    /// Numbers of what the lexicon of predicates says of it, in the order of `ClaimConfig::known`.
    pub known: &'a [u16],
}

/// Words that make one tree.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sentence<'a> {
    /// They, in order.
    pub words: &'a [Word<'a>],
}
