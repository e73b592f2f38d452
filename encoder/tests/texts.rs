//! Is every text read whole, however odd it is?

#![expect(clippy::unwrap_used, reason = "tests fail so")]

mod common;

use common::{Small, Text, is_whole, read, sentence, text};
use newsgraph_encoder::{Reader, Scratch};
use proptest::prelude::*;
use std::sync::LazyLock;

static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| Small::new().file());
static READER: LazyLock<Reader<'static>> = LazyLock::new(|| Reader::new(&FILE).unwrap());

fn whole(text: &Text) {
    let found = read(&READER, text, &mut Scratch::default());
    assert_eq!(found.iter().map(newsgraph_encoder::Analysis::len).collect::<Vec<_>>(), text.iter().map(Vec::len).collect::<Vec<_>>());
    found.iter().for_each(is_whole);
}

fn pieces(word: &str) -> Vec<u32> {
    let mut pieces = Vec::new();
    READER.pieces(word, &mut pieces);
    pieces
}

#[test]
fn nothing_is_read_as_nothing() {
    whole(&Vec::new());
    whole(&vec![Vec::new(), Vec::new()]);
    whole(&vec![Vec::new(), sentence(&["слово"]).remove(0), Vec::new()]);
}

#[test]
fn odd_words_are_read() {
    whole(&sentence(&["", " ", "\u{200b}", "\0", "слово слово", "🦀", "<s>", "</s>", "<unk>", "ﬁ", "и\u{306}"]));
    whole(&sentence(&[&"а".repeat(10_000), &"🦀".repeat(10_000), "слово"]));
}

#[test]
fn a_sentence_longer_than_a_window_is_one_tree() {
    let long: Vec<&str> = std::iter::repeat_n("приватизація", 300).collect();
    whole(&sentence(&long));
    let found = &read(&READER, &sentence(&long), &mut Scratch::default())[0];
    // Roots of later parts hang on the root of the first one.
    let top = found.heads().iter().position(Option::is_none).unwrap();
    let parataxis = found.labels().deprel.iter().position(|name| name == "parataxis").unwrap();
    assert!(found.heads().iter().zip(found.relations()).any(|(head, relation)| *head == Some(top) && *relation == parataxis));
}

#[test]
fn a_hundred_thousand_words_are_read() {
    let long: Vec<&str> = std::iter::repeat_n("слово", 100_000).collect();
    whole(&sentence(&long));
}

#[test]
fn pieces_have_the_best_sum() {
    // Known words are one or two pieces, and no text is a mark.
    assert_eq!(pieces("слово").len(), 2);
    assert!(pieces("<unk>").iter().all(|piece| *piece >= 3));
    // Neighbours that no piece covers are one unknown piece.
    assert_eq!(pieces("🦀🦀🦀")[1..], [3]);
    assert_eq!(pieces("🦀на🦀").iter().filter(|piece| **piece == 3).count(), 2);
    assert_eq!(pieces(""), [3]);
    // Composed and decomposed letters are one letter; spaces part a word.
    assert_eq!(pieces("йї"), pieces("и\u{306}і\u{308}"));
    assert_eq!(pieces("на на"), [pieces("на"), pieces("на")].concat());
    assert_eq!(pieces(&"щ".repeat(40)).len(), 12);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_words_make_a_tree(words in prop::collection::vec(("\\PC{0,12}", prop::collection::vec(any::<u16>(), 0..3)), 0..90)) {
        whole(&vec![words]);
    }

    #[test]
    fn sentences_of_any_length_make_trees(seed in 0..1000_u64, count in 0..40_usize) {
        whole(&text(seed, count));
    }

    #[test]
    fn no_word_is_a_mark_or_has_too_many_pieces(word in "[а-я🦀 <>s/]{0,40}") {
        let found = pieces(&word);
        prop_assert!(!found.is_empty() && found.len() <= 12 && found.iter().all(|piece| *piece >= 3));
    }
}
