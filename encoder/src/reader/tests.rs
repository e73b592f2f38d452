//! Are the vectors of words those that training computed?

use super::*;
use crate::sentence::Word;
use serde::Deserialize;
use std::path::Path;

/// A sentence of the training's fixtures, with the first numbers of each word's vector.
#[derive(Deserialize)]
struct Expected {
    words: Vec<String>,
    lexical: Vec<Vec<u16>>,
    mixed: Vec<Vec<f64>>,
}

fn read(path: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)).expect("a file of the package")
}

/// Both round to 8 bits at every step, where sums in another order make a number fall to the other side now and then.
#[test]
fn vectors_of_words_are_those_of_training() {
    let (layers, pieces) = (read("models/uk/reader.safetensors"), read("models/uk-pieces/pieces.safetensors"));
    let reader = Reader::of_parts(&[&layers, &pieces]).expect("a model");
    let texts: Vec<Vec<Expected>> = serde_json::from_slice(&read("tests/data/reader-fixtures.json")).expect("JSON");
    let (mut count, mut total) = (0.0, 0.0);
    for text in &texts {
        let pair = |sentence: &Expected| sentence.words.iter().cloned().zip(sentence.lexical.clone()).collect::<Vec<_>>();
        let words: Vec<_> = text.iter().map(pair).collect();
        let words: Vec<Vec<Word<'_>>> =
            words.iter().map(|words| words.iter().map(|(form, lexical)| Word { form, lexical, known: &[] }).collect()).collect();
        let sentences: Vec<_> = words.iter().map(|words| Sentence { words }).collect();
        let expected: Vec<&Vec<f64>> = text.iter().flat_map(|sentence| &sentence.mixed).collect();
        let mut scratch = Scratch::default();
        windows(&reader.config, &reader.vocabulary, &sentences, |window| {
            reader.window(window, &sentences, &mut scratch);
            for (pieces, expected) in window.words.iter().zip(&expected) {
                for (i, expected) in expected.iter().enumerate() {
                    let sum: f32 = pieces.clone().map(|piece| scratch.room.mixed[piece * reader.config.hidden + i]).sum();
                    #[expect(clippy::cast_precision_loss, reason = "a word has few pieces")]
                    let found = f64::from(sum / pieces.len() as f32);
                    count += 1.0;
                    total += (found - expected) * (found - expected);
                    assert!((found - expected).abs() < 0.1, "{found} is not {expected}");
                }
            }
        });
    }
    let off = f64::sqrt(total / count);
    assert!(count > 2000.0 && off < 0.01, "numbers are off by {off}");
}
