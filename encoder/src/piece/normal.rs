//! How is a text written in the vocabulary?

use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// The text in NFKC, without control characters; marks of direction, joiners and the mark of a word's beginning become spaces.
///
/// So far as it matters for Ukrainian this is the `nmt_nfkc` rule of `SentencePiece`.
pub fn normal(text: &str) -> Cow<'_, str> {
    if text.chars().all(plain) || (!text.chars().any(|c| mapped(c) != Some(c)) && is_nfkc_quick(text.chars()) == IsNormalized::Yes) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter_map(mapped).nfkc().collect())
}

/// What is the same in every normal form and never joins with its neighbours: ASCII, Cyrillic letters.
const fn plain(c: char) -> bool {
    matches!(c, '!'..='~' | '\u{400}'..='\u{481}')
}

/// The character that stands for `c`, if any.
const fn mapped(c: char) -> Option<char> {
    match c {
        '\0'..='\u{8}' | '\u{b}' | '\u{e}'..='\u{1f}' | '\u{7f}' | '\u{8f}' | '\u{9f}' => None,
        '\t'
        | '\n'
        | '\u{c}'
        | '\r'
        | '\u{1680}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'
        | '\u{2029}'
        | super::MARK
        | '\u{feff}'
        | '\u{fffd}' => Some(' '),
        c => Some(c),
    }
}
