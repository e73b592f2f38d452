//! Where do tokens begin and end? One pass over the text.

use super::abbreviations::abbreviation;
use super::piece::{Gap, Kind, Piece};
use super::{number, web, word};
use unicode_segmentation::UnicodeSegmentation;

/// So many spaces in a row stand between paragraphs.
const WIDE: usize = 3;

/// The tokens of a text.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::with_capacity(text.len() / 8);
    let mut at = 0;
    loop {
        let (white, gap) = gap(&text[at..]);
        at += white;
        let rest = &text[at..];
        let Some(first) = rest.chars().next() else { return found };
        let (length, kind) = token(rest, first, found.last().map(|last| (&text[last.begin..last.end], last.kind)), gap);
        found.push(Piece { begin: at, end: at + length, gap, kind });
        at += length;
    }
}

fn is_white(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}')
}

/// How many bytes are white at the beginning of a text, and what it means.
fn gap(rest: &str) -> (usize, Gap) {
    let end = rest.find(|c| !is_white(c)).unwrap_or(rest.len());
    let white = &rest[..end];
    let lines = white.matches('\n').count().max(white.matches('\r').count()).max(white.matches('\u{2028}').count());
    let gap = match lines {
        0 if white.contains('\u{2029}') => Gap::Paragraph,
        0 if white.is_empty() => Gap::None,
        0 if white.chars().filter(|c| c.is_whitespace()).count() >= WIDE && !rest[end..].starts_with(char::is_lowercase) => Gap::Line,
        0 => Gap::Space,
        1 => Gap::Line,
        _ => Gap::Paragraph,
    };
    (end, gap)
}

/// The length in bytes of the token at the beginning of a text, and what it is. `last` is the token before.
fn token(rest: &str, first: char, last: Option<(&str, Kind)>, gap: Gap) -> (usize, Kind) {
    let run = |same: &dyn Fn(char) -> bool| rest.chars().take_while(|c| same(*c)).map(char::len_utf8).sum::<usize>();
    // No address begins within what reads as a word.
    let after = |(_, kind): (&str, Kind)| !matches!(kind, Kind::Open | Kind::Close | Kind::Straight | Kind::Dash | Kind::Other);
    let within = gap == Gap::None && last.is_some_and(after);
    if first.is_ascii()
        && !within
        && let Some(length) = web::address(rest)
    {
        return (length, Kind::Other);
    }
    if word::is_letter(first) {
        let length = word::length(rest);
        if length == first.len_utf8() && first.is_uppercase() && is_initial(&rest[length..], last, gap) {
            return (length + 1, Kind::Initial);
        }
        if let Some((length, belongs)) = abbreviation(rest, length) {
            return (length, Kind::Abbreviation(belongs));
        }
        return (length, Kind::Word);
    }
    if first.is_numeric() {
        return (number::length(rest), Kind::Number);
    }
    match first {
        '.' | '!' | '?' | '…' => (run(&|c| ".!?…".contains(c)), Kind::Stop),
        '-' | '–' | '—' | '―' | '−' | '‑' | '‒' => (run(&|c| c == first), Kind::Dash),
        '«' | '„' | '‚' | '(' | '[' | '{' | '‹' => (first.len_utf8(), Kind::Open),
        '»' | '”' | '’' | ')' | ']' | '}' | '›' => (first.len_utf8(), Kind::Close),
        // Opens in English, closes in Ukrainian („так“).
        '“' => (
            first.len_utf8(),
            if gap == Gap::None && last.is_some_and(|(_, kind)| kind != Kind::Open && kind != Kind::Dash) {
                Kind::Close
            } else {
                Kind::Open
            },
        ),
        '"' | '\'' => (1, Kind::Straight),
        '*' | '_' | '=' | '~' | '•' | '·' => (run(&|c| c == first), Kind::Other),
        c if c.is_ascii() => (1, Kind::Other),
        _ => (rest.graphemes(true).next().map_or(first.len_utf8(), str::len), Kind::Other),
    }
}

/// Whether a capital letter with a full stop begins a name ("А. Новак", "А.Новак") or stands behind one ("Новак А. В.").
fn is_initial(behind: &str, last: Option<(&str, Kind)>, gap: Gap) -> bool {
    let Some(behind) = behind.strip_prefix('.') else { return false };
    let next = behind.trim_start_matches([' ', '\u{a0}']).chars().next();
    let near = behind.len() - behind.trim_start_matches([' ', '\u{a0}']).len() <= 2;
    let capital = near && next.is_some_and(char::is_uppercase);
    let (name_before, initial_before) = last.filter(|_| gap != Gap::Paragraph).map_or((false, false), |(text, kind)| {
        let name = kind == Kind::Word
            && text.chars().next().is_some_and(char::is_uppercase)
            && text.chars().nth(1).is_some_and(char::is_lowercase);
        (name, kind == Kind::Initial)
    });
    capital || initial_before || (name_before && next.is_some_and(|c| c == ','))
}
