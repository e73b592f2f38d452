//! Where do sentences and tokens begin and end? As in Universal Dependencies for Ukrainian (treebank `ParlaMint`): a compound with hyphens,
//! a number with its spaces, an abbreviation with its full stop are one token, every other punctuation mark is one by itself.

mod abbreviations;
mod ends;
mod number;
mod piece;
mod scan;
mod web;
mod word;

use crate::language::token::{Sentence, Token};
use crate::span::Span;
use piece::Gap;

/// The sentences of a text with their tokens. Every character that is not white or a control character stands in one token; the time is
/// linear in the text.
#[must_use]
pub fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let pieces = scan::pieces(text);
    let mut found = Vec::new();
    let (mut from, mut chars, mut byte) = (0, 0, 0);
    for to in ends::ends(text, &pieces) {
        let tokens = pieces[from..to].iter().enumerate().map(|(place, piece)| {
            chars += count(&text[byte..piece.begin]);
            let begin = chars;
            chars += count(&text[piece.begin..piece.end]);
            byte = piece.end;
            let space_after = pieces.get(from + place + 1).is_none_or(|next| next.gap != Gap::None);
            Token { text: &text[piece.begin..piece.end], span: Span::new(begin, chars), byte: piece.begin, space_after }
        });
        found.push(Sentence { tokens: tokens.collect(), opens_paragraph: from == 0 || pieces[from].gap == Gap::Paragraph });
        from = to;
    }
    found
}

fn count(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
