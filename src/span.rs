//! Where in the text? Spans in Unicode code points, and the way from them to bytes and back.

use std::fmt;

/// A stretch of an article's text: `begin` included, `end` excluded, counted in Unicode code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Code points before the first one of the stretch.
    pub begin: u32,
    /// Code points before the first one after the stretch.
    pub end: u32,
}

impl Span {
    /// A span from `begin` to `end` (code points).
    #[must_use]
    pub const fn new(begin: u32, end: u32) -> Self {
        Self { begin, end }
    }

    /// Its length in code points; 0 where it ends before it begins.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.begin)
    }

    /// Whether no code point lies in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.begin
    }

    /// Whether `other` lies within it, the whole included.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.begin <= other.begin && other.end <= self.end
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}–{}", self.begin, self.end)
    }
}

/// Code points between two marks of a [`TextIndex`].
const STEP: usize = 64;

/// A text with marks every 64 code points, so that any offset is found without reading the text from its beginning.
#[derive(Debug, Clone)]
pub struct TextIndex<'t> {
    text: &'t str,
    /// Byte offset of every 64th code point.
    marks: Vec<usize>,
    chars: u32,
}

impl<'t> TextIndex<'t> {
    /// Reads `text` once. A text of more than `u32::MAX` code points is counted up to there.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut chars = 0_usize;
        for (byte, _) in text.char_indices() {
            if chars.is_multiple_of(STEP) {
                marks.push(byte);
            }
            chars += 1;
        }
        Self { text, marks, chars: u32::try_from(chars).unwrap_or(u32::MAX) }
    }

    /// The text itself.
    #[must_use]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// The text's length in code points.
    #[must_use]
    pub const fn chars(&self) -> u32 {
        self.chars
    }

    /// The byte offset of a code point offset; `None` past the end.
    #[must_use]
    pub fn byte_of(&self, offset: u32) -> Option<usize> {
        if offset >= self.chars {
            return (offset == self.chars).then_some(self.text.len());
        }
        let offset = offset as usize;
        let mark = *self.marks.get(offset / STEP)?;
        let (byte, _) = self.text[mark..].char_indices().nth(offset % STEP)?;
        Some(mark + byte)
    }

    /// The code point offset of a byte offset that lies on a character's border.
    #[must_use]
    pub fn offset_of(&self, byte: usize) -> u32 {
        let mark = self.marks.partition_point(|&m| m <= byte).saturating_sub(1);
        let start = self.marks.get(mark).copied().unwrap_or(0);
        let within = self.text.get(start..byte).map_or(0, |s| s.chars().count());
        u32::try_from(mark * STEP + within).unwrap_or(u32::MAX)
    }

    /// The text of a span; `None` where the span is reversed or reaches past the end.
    #[must_use]
    pub fn slice(&self, span: Span) -> Option<&'t str> {
        let (begin, end) = (self.byte_of(span.begin)?, self.byte_of(span.end)?);
        self.text.get(begin..end)
    }

    /// The span of the bytes `begin..end`, both on a character's border.
    #[must_use]
    pub fn span_of(&self, begin: usize, end: usize) -> Span {
        Span::new(self.offset_of(begin), self.offset_of(end))
    }
}

/// Whether a character is part of a word; most are Cyrillic letters, which need no table.
fn is_letter(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}') || c.is_alphanumeric()
}

/// Byte ranges of the words of a text; an apostrophe between letters belongs to the word.
#[must_use]
pub fn words(text: &str) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut start = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let letter_follows = || chars.clone().next().is_some_and(|(_, next)| next.is_alphabetic());
        let inside = is_letter(c) || c == '_' || (start.is_some() && matches!(c, '\'' | '’' | 'ʼ') && letter_follows());
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(begin)) => {
                out.push((begin, at));
                start = None;
            }
            _ => {}
        }
    }
    out.extend(start.map(|begin| (begin, text.len())));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn offsets_and_bytes_are_each_others_inverse(text in "\\PC{0,300}") {
            let index = TextIndex::new(&text);
            prop_assert_eq!(index.chars() as usize, text.chars().count());
            for (offset, (byte, _)) in text.char_indices().enumerate() {
                let offset = u32::try_from(offset).unwrap();
                prop_assert_eq!(index.byte_of(offset), Some(byte));
                prop_assert_eq!(index.offset_of(byte), offset);
            }
            prop_assert_eq!(index.byte_of(index.chars()), Some(text.len()));
            prop_assert_eq!(index.offset_of(text.len()), index.chars());
            prop_assert_eq!(index.byte_of(index.chars() + 1), None);
        }
    }

    #[test]
    fn slices_count_code_points_not_bytes() {
        let index = TextIndex::new("США 🇺🇦 тиснуть");
        assert_eq!(index.slice(Span::new(7, 14)), Some("тиснуть"));
        assert_eq!(index.slice(Span::new(7, 15)), None);
        assert_eq!(index.slice(Span::new(5, 3)), None);
    }
}
