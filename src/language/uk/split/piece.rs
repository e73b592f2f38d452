//! What kinds of tokens tell where a sentence ends?

/// What stands between a token and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing.
    None,
    /// Something white.
    Space,
    /// The end of a line.
    Line,
    /// An empty line, or as much white as stands between paragraphs.
    Paragraph,
}

/// Where the word stands that an abbreviation goes with, which tells whether a sentence may end with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Belongs {
    /// It goes with what comes next: "ім. Шевченка".
    Next,
    /// It goes with what stood before, and may end a sentence: "2024 р."
    Before,
    /// Behind a number it goes with it, else with what comes next: "5 м.", "м. Київ".
    Either,
}

/// What a token is, as far as sentences go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Number,
    /// A capital letter with a full stop: "А."
    Initial,
    /// An abbreviation with its full stop.
    Abbreviation(Belongs),
    /// Full stops, question marks, exclamation marks, dots.
    Stop,
    Dash,
    /// An opening quote mark or bracket.
    Open,
    /// A closing quote mark or bracket.
    Close,
    /// A quote mark that opens as well as closes: `"`.
    Straight,
    Other,
}

/// A token by its bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub begin: usize,
    pub end: usize,
    pub gap: Gap,
    pub kind: Kind,
}
