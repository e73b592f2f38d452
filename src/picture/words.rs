//! In which words does a picture speak of itself? Read out of `words.tsv` and `page.tsv` in `ontology/picture`.

use super::style::{cell, rows};
use crate::time::Time;
use crate::vocab::Lang;
use std::collections::HashMap;
use std::sync::LazyLock;

static WORDS: LazyLock<HashMap<&'static str, [&'static str; 2]>> = LazyLock::new(|| {
    let words = |row: Vec<&'static str>| (cell(&row, 0), [cell(&row, 1), cell(&row, 2)]);
    let tables = [include_str!("../../ontology/picture/words.tsv"), include_str!("../../ontology/picture/page.tsv")];
    tables.into_iter().flat_map(rows).map(words).collect()
});

/// Words by their key; the key itself where there are none (a test holds that there are).
pub fn words(key: &'static str, lang: Lang) -> &'static str {
    let place = usize::from(lang == Lang::En);
    WORDS.get(key).map_or(key, |pair| pair[place])
}

/// Words by a key that a template gives; nothing where there are none.
pub fn known(key: &str, lang: Lang) -> &'static str {
    WORDS.get(key).map_or("", |pair| pair[usize::from(lang == Lang::En)])
}

/// Words with a name in them.
pub fn with(key: &'static str, name: &str, lang: Lang) -> String {
    words(key, lang).replace("{x}", name)
}

/// Words with a number in them, in the form that goes with it.
pub fn number(key: &'static str, number: usize, lang: Lang) -> String {
    let forms: Vec<&str> = words(key, lang).split('|').collect();
    let form = match (lang, number % 10, number % 100) {
        (Lang::En, ..) => usize::from(number != 1),
        (Lang::Uk, _, 11..=14) => 2,
        (Lang::Uk, 1, _) => 0,
        (Lang::Uk, 2..=4, _) => 1,
        _ => 2,
    };
    forms.get(form).or(forms.last()).unwrap_or(&key).replace("{n}", &grouped(number))
}

/// A day, month or year as people write it.
pub fn date(time: Time, lang: Lang) -> String {
    let text = time.to_string();
    let mut parts = text.split('-');
    let year = parts.next().unwrap_or_default();
    let month = parts.next().and_then(|month| month.parse::<usize>().ok());
    let day = parts.next().map(|day| day.trim_start_matches('0'));
    let name = |key| month.and_then(|month| words(key, lang).split(' ').nth(month - 1)).unwrap_or_default();
    match (lang, month, day) {
        (_, None, _) => year.to_owned(),
        (_, _, None) => format!("{} {year}", name("months")),
        (_, _, Some(day)) => format!("{day} {} {year}", name("months-of-day")),
    }
}

/// A number with a narrow blank between thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) && digits.len() > 4 {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_go_with_their_words() {
        let uk = |n| number("left-out-claims", n, Lang::Uk);
        assert_eq!(
            [uk(1), uk(3), uk(12), uk(21), uk(25)].map(|s| s.replace("ще ", "")),
            ["1 твердження", "3 твердження", "12 тверджень", "21 твердження", "25 тверджень"]
        );
        assert_eq!(number("left-out-claims", 1, Lang::En), "1 more claim");
        assert_eq!(number("number-claims", 100_000, Lang::En), "100\u{202f}000 claims");
    }

    #[test]
    fn every_key_has_words_in_both_languages() {
        for (key, pair) in &*WORDS {
            assert!(pair.iter().all(|words| !words.is_empty()), "{key}");
        }
    }
}
