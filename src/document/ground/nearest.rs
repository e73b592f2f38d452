//! Which passage of the article is most like a quote that is not in it, and how does it differ?

use crate::diagnostic::cut;
use crate::span::{TextIndex, words};
use similar::{ChangeTag, TextDiff};
use std::collections::HashMap;

/// Describes the passage with the most words in common with `quote`: where it is, its words, the words that differ.
/// One pass over the article, whatever the length of the quote.
pub fn nearest_passage(index: &TextIndex<'_>, quote: &str) -> String {
    let text = index.text();
    let (have, want) = (words(text), words(quote));
    let width = want.len().min(have.len());
    let Some((first, common)) = best_window(text, &have, quote, &want, width) else {
        return "the article has none of its words".into();
    };
    if common * 3 < want.len() {
        return "the article has no passage like it".into();
    }
    let (begin, end) = (have[first].0, have[first + width - 1].1);
    let passage = &text[begin..end];
    let span = index.span_of(begin, end);
    format!("nearest passage, at {span}: {:?}\n{}", cut(passage, 300), difference(passage, quote))
}

/// The first window of `width` words with the most words in common with the quote, and how many these are.
fn best_window(text: &str, have: &[(usize, usize)], quote: &str, want: &[(usize, usize)], width: usize) -> Option<(usize, usize)> {
    let lower = |source: &str, (begin, end): (usize, usize)| source[begin..end].to_lowercase();
    let mut wanted: HashMap<String, i64> = HashMap::new();
    for word in want {
        *wanted.entry(lower(quote, *word)).or_default() += 1;
    }
    let have: Vec<String> = have.iter().map(|word| lower(text, *word)).collect();
    let (mut common, mut best) = (0_usize, (0, 0_usize));
    for (place, word) in have.iter().enumerate() {
        if let Some(left) = wanted.get_mut(word) {
            common += usize::from(*left > 0);
            *left -= 1;
        }
        if place >= width
            && let Some(left) = wanted.get_mut(&have[place - width])
        {
            *left += 1;
            common -= usize::from(*left > 0);
        }
        if common > best.1 {
            best = ((place + 1).saturating_sub(width), common);
        }
    }
    (best.1 > 0).then_some(best)
}

/// The words that only one of the two has.
fn difference(passage: &str, quote: &str) -> String {
    let limit = 2000;
    let (passage, quote) = (cut(passage, limit), cut(quote, limit));
    let diff = TextDiff::from_words(&passage, &quote);
    let only = |tag| {
        let words: Vec<&str> =
            diff.iter_all_changes().filter(|c| c.tag() == tag).map(|c| c.value().trim()).filter(|w| !w.is_empty()).collect();
        if words.is_empty() { "nothing".into() } else { format!("{:?}", cut(&words.join(" "), 200)) }
    };
    format!("only in the article: {}; only in the quote: {}", only(ChangeTag::Delete), only(ChangeTag::Insert))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_difference_is_shown_word_by_word() {
        let index = TextIndex::new("Учора дощ. США тиснуть на НАТО, щоб скоротити місію. Завтра сніг.");
        assert_eq!(
            nearest_passage(&index, "США тиснули на НАТО"),
            "nearest passage, at 11–30: \"США тиснуть на НАТО\"\nonly in the article: \"тиснуть\"; only in the quote: \"тиснули\""
        );
        assert_eq!(nearest_passage(&index, "цілком інші слова"), "the article has none of its words");
        assert_eq!(nearest_passage(&TextIndex::new(""), "слова"), "the article has none of its words");
    }
}
