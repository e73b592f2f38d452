//! Where does a quote stand in the article: exactly, but for typography, or not at all?

use super::nearest::nearest_passage;
use crate::diagnostic::cut;
use crate::span::{Span, TextIndex};

/// What was found of a quote.
pub enum Found<'t> {
    /// It stands there as it is.
    Exact(Span),
    /// It stands there but for white space, quote marks, apostrophes or dashes; with the article's own characters.
    Near(Span, &'t str),
    /// It does not stand at the offsets given, but somewhere else, as the help says.
    Elsewhere(String),
    /// It is not there; the help shows the nearest passage.
    Nowhere(String),
}

/// Looks quotes up in one article.
pub struct Finder<'t> {
    index: &'t TextIndex<'t>,
    plain: Option<Plain>,
    /// Passages like a missing quote that may still be looked for: each search reads the whole article.
    searches: u32,
}

impl<'t> Finder<'t> {
    pub fn new(index: &'t TextIndex<'t>) -> Self {
        Self { index, plain: None, searches: 50 }
    }

    /// How often a quote stands in the article, where it is more than once.
    pub fn times(&self, quote: &str) -> Option<usize> {
        let text = self.index.text();
        let first = text.find(quote).filter(|_| !quote.is_empty())?;
        let more = text[first + quote.len()..].matches(quote).count();
        (more > 0).then_some(more + 1)
    }

    /// Looks for a quote anywhere; the first place counts.
    pub fn find(&mut self, quote: &str) -> Found<'t> {
        match self.anywhere(quote) {
            Some(found) => found,
            None => Found::Nowhere(self.nearest(quote)),
        }
    }

    /// Looks whether a quote stands at a span.
    pub fn at(&mut self, span: Span, quote: &str) -> Found<'t> {
        match self.index.slice(span) {
            Some(own) if own == quote && !quote.is_empty() => return Found::Exact(span),
            Some(own) if !span.is_empty() && plain(own).0.trim() == plain(quote).0.trim() => return Found::Near(span, own),
            _ => {}
        }
        let there = match self.index.slice(span) {
            Some(own) => format!("there stands {:?}", cut(own, 200)),
            None => format!("{span} is no place in an article of {} code points", self.index.chars()),
        };
        match self.anywhere(quote) {
            Some(Found::Exact(place) | Found::Near(place, _)) => Found::Elsewhere(format!("{there}\nthe quote stands at {place}")),
            _ => Found::Nowhere(format!("{there}\n{}", self.nearest(quote))),
        }
    }

    fn nearest(&mut self, quote: &str) -> String {
        if self.searches == 0 {
            return "too many quotes are missing to look for passages like them".into();
        }
        self.searches -= 1;
        nearest_passage(self.index, quote)
    }

    fn anywhere(&mut self, quote: &str) -> Option<Found<'t>> {
        let text = self.index.text();
        if let Some(at) = text.find(quote) {
            return Some(Found::Exact(self.index.span_of(at, at + quote.len())));
        }
        let (wanted, _) = plain(quote.trim());
        if wanted.is_empty() {
            return None;
        }
        let known = self.plain.get_or_insert_with(|| Plain::of(text));
        let at = known.text.find(&wanted)?;
        let (begin, end) = (known.byte_of(at), known.byte_of(at + wanted.len()));
        let own = text.get(begin..end)?.trim_end();
        Some(Found::Near(self.index.span_of(begin, begin + own.len()), own))
    }
}

/// A text without its typography, and where each of its characters came from.
struct Plain {
    text: String,
    /// Byte in the plain text, byte in the original, of every character, ascending; one more behind the last.
    origin: Vec<(usize, usize)>,
}

impl Plain {
    fn of(original: &str) -> Self {
        let (text, origin) = plain(original);
        Self { text, origin }
    }

    fn byte_of(&self, byte: usize) -> usize {
        let place = self.origin.partition_point(|(plain, _)| *plain < byte);
        self.origin.get(place).map_or(0, |(_, original)| *original)
    }
}

/// White space to one blank, quote marks, apostrophes and dashes to the plainest of their kind.
fn plain(original: &str) -> (String, Vec<(usize, usize)>) {
    let mut text = String::with_capacity(original.len());
    let mut origin = Vec::new();
    let mut blank = false;
    for (byte, c) in original.char_indices() {
        if c.is_whitespace() {
            if !blank {
                origin.push((text.len(), byte));
                text.push(' ');
            }
            blank = true;
            continue;
        }
        blank = false;
        origin.push((text.len(), byte));
        text.push(match c {
            '«' | '»' | '“' | '”' | '„' | '‟' | '″' | '‹' | '›' => '"',
            '’' | '‘' | 'ʼ' | '`' | '´' | '′' | '‛' | 'ʹ' => '\'',
            '–' | '—' | '‒' | '‑' | '‐' | '−' | '―' => '-',
            other => other,
        });
    }
    origin.push((text.len(), original.len()));
    (text, origin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn find(text: &str, quote: &str) -> Option<(u32, u32, String)> {
        let index = TextIndex::new(text);
        match Finder::new(&index).find(quote) {
            Found::Exact(span) => Some((span.begin, span.end, quote.to_owned())),
            Found::Near(span, own) => Some((span.begin, span.end, own.to_owned())),
            _ => None,
        }
    }

    #[test]
    fn typography_does_not_hide_a_quote() {
        let text = "Він сказав:  «Це —\u{a0}п’ять\nслів».";
        assert_eq!(find(text, "\"Це - п'ять слів\""), Some((13, 30, "«Це —\u{a0}п’ять\nслів»".into())));
        assert_eq!(find(text, "«Це — шість слів»"), None);
    }

    #[test]
    fn offsets_that_disagree_are_told() {
        let index = TextIndex::new("один два три");
        let mut finder = Finder::new(&index);
        assert!(matches!(finder.at(Span::new(5, 8), "два"), Found::Exact(_)));
        let Found::Elsewhere(said) = finder.at(Span::new(0, 3), "два") else { panic!("found it there") };
        assert_eq!(said, "there stands \"оди\"\nthe quote stands at 5–8");
        assert!(matches!(finder.at(Span::new(50, 53), "два"), Found::Elsewhere(_)));
        assert!(matches!(finder.at(Span::new(3, 1), "десять"), Found::Nowhere(_)));
    }

    proptest! {
        #[test]
        fn what_is_found_stands_there(text in "[а-г«»\"'’–—\\- \n]{0,40}", quote in "[а-г«»\"'’–—\\- \n]{1,6}") {
            if let Some((begin, end, own)) = find(&text, &quote) {
                prop_assert_eq!(TextIndex::new(&text).slice(Span::new(begin, end)), Some(own.as_str()));
                prop_assert_eq!(plain(own.trim()).0, plain(quote.trim()).0);
            }
        }
    }
}
