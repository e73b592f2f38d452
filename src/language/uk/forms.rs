//! In which forms does a text have a name? A name is found in any case: stem by stem, with the endings of
//! `ontology/lexicon/uk/endings.txt` behind; a capital at the beginning of a sentence does not hide it.

use crate::span::words;
use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

static ENDINGS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let table = include_str!("../../../ontology/lexicon/uk/endings.txt");
    table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect()
});

/// A text by its words, to look names up in.
#[derive(Debug)]
pub struct TextWords<'t> {
    text: &'t str,
    words: Vec<(usize, usize)>,
}

impl<'t> TextWords<'t> {
    /// Reads a text once.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self { text, words: words(text) }
    }

    /// The exact strings by which the text has a name, each once, sorted.
    #[must_use]
    pub fn forms(&self, name: &str) -> BTreeSet<&'t str> {
        let wanted = words(name);
        let pattern: Vec<Word<'_>> = wanted.iter().map(|(begin, end)| Word::of(&name[*begin..*end])).collect();
        let gaps: Vec<&str> = wanted.windows(2).map(|pair| name[pair[0].1..pair[1].0].trim()).collect();
        let fits = |window: &&[(usize, usize)]| {
            let same_gaps = window.windows(2).zip(&gaps).all(|(pair, gap)| self.text[pair[0].1..pair[1].0].trim() == *gap);
            same_gaps && window.iter().zip(&pattern).all(|((begin, end), word)| word.is(&self.text[*begin..*end]))
        };
        if pattern.is_empty() {
            return BTreeSet::new();
        }
        self.words.windows(pattern.len()).filter(fits).map(|window| &self.text[window[0].0..window[window.len() - 1].1]).collect()
    }
}

/// Whether a word may be a form of another one, which stands in its citation form.
#[must_use]
pub fn is_form(citation: &str, word: &str) -> bool {
    Word::of(citation).is(word)
}

/// A word of a name, and what may stand for it.
struct Word<'n> {
    citation: &'n str,
    /// What all forms begin with; `None` for a word that has no other forms.
    stem: Option<&'n str>,
}

impl<'n> Word<'n> {
    /// Short words, numbers, abbreviations and Latin words are not inflected.
    fn of(citation: &'n str) -> Self {
        let cyrillic =
            citation.chars().all(|c| matches!(c, 'а'..='я' | 'А'..='Я' | 'і' | 'І' | 'ї' | 'Ї' | 'є' | 'Є' | 'ґ' | 'Ґ' | '\'' | '’' | 'ʼ'));
        let inflected = cyrillic && citation.chars().count() >= 4 && citation.chars().skip(1).any(char::is_lowercase);
        let shorter = citation.strip_suffix(|c| "аеиіоуєїюяьй".contains(c)).unwrap_or(citation);
        Self { citation, stem: inflected.then_some(shorter) }
    }

    fn is(&self, word: &str) -> bool {
        if word == self.citation {
            return true;
        }
        let Some(stem) = self.stem else { return false };
        let rest = word.strip_prefix(stem).or_else(|| {
            let mut letters = word.chars();
            let lowered: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
            letters.as_str().strip_prefix(stem.strip_prefix(lowered.as_str())?)
        });
        rest.is_some_and(|rest| rest.is_empty() || ENDINGS.contains(rest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_in_any_case() {
        let text = "Саміту Україна-ЄС у Росії не ждуть. Росту немає. Європейської  ради, Європейський суд. РФ і США, США.";
        let words = TextWords::new(text);
        let found = |name: &str| words.forms(name).into_iter().collect::<Vec<_>>();
        assert_eq!(found("саміт Україна-ЄС"), ["Саміту Україна-ЄС"]);
        assert_eq!(found("Росія"), ["Росії"]);
        assert_eq!(found("Європейська рада"), ["Європейської  ради"]);
        assert_eq!(found("США"), ["США"]);
        assert_eq!(found("рада"), ["ради"]);
        assert!(found("").is_empty() && found("!").is_empty() && found("Ростов").is_empty());
    }
}
