//! Does the real model say here what it said in training?
//!
//! `tests/data/reader-fixtures.json` is written by the training (`training/fixtures.py`): sentences of our own with what `PyTorch` says of them, the
//! weights rounded as they are here. A few close calls may fall differently, for attention is rounded here too.

#![expect(clippy::unwrap_used, reason = "tests fail so")]

use newsgraph_encoder::{Reader, Scratch, Sentence, Word};
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// A sentence and what training says of it.
#[derive(Deserialize)]
struct Expected {
    words: Vec<String>,
    pieces: Vec<Vec<u32>>,
    lexical: Vec<Vec<u16>>,
    heads: Vec<usize>,
    deprel: Vec<String>,
    mentions: Vec<String>,
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// The files of weights.
fn weights() -> [Vec<u8>; 2] {
    ["models/uk/reader.safetensors", "models/uk-pieces/pieces.safetensors"].map(|file| fs::read(root().join(file)).unwrap())
}

fn texts() -> Vec<Vec<Expected>> {
    serde_json::from_slice(&fs::read(root().join("tests/data/reader-fixtures.json")).unwrap()).unwrap()
}

#[test]
fn words_fall_into_the_pieces_of_training() {
    let [layers, pieces] = weights();
    let reader = Reader::of_parts(&[&layers, &pieces]).unwrap();
    for sentence in texts().iter().flatten() {
        for (word, expected) in sentence.words.iter().zip(&sentence.pieces) {
            let mut pieces = Vec::new();
            reader.pieces(word, &mut pieces);
            assert_eq!(&pieces, expected, "{word}");
        }
    }
}

#[test]
fn trees_and_mentions_are_those_of_training() {
    let [layers, pieces] = weights();
    let reader = Reader::of_parts(&[&layers, &pieces]).unwrap();
    let labels = reader.labels();
    let (mut words, mut other) = (0, Vec::new());
    for text in texts() {
        let forms: Vec<Vec<Word<'_>>> = text
            .iter()
            .map(|sentence| {
                sentence.words.iter().zip(&sentence.lexical).map(|(form, lexical)| Word { form, lexical, known: &[] }).collect()
            })
            .collect();
        let sentences: Vec<_> = forms.iter().map(|words| Sentence { words }).collect();
        let found = reader.analyse(&sentences, &mut Scratch::default());
        for (expected, found) in text.iter().zip(found) {
            for (place, form) in expected.words.iter().enumerate() {
                words += 1;
                let head = found.heads()[place].map_or(0, |head| head + 1);
                let relation = &labels.deprel[found.relations()[place]];
                let mention = &labels.mention[found.mentions()[place]];
                let what = (expected.heads[place], &expected.deprel[place], &expected.mentions[place]);
                if what != (head, relation, mention) {
                    other.push(format!("{form}: {what:?} in training, {:?} here", (head, relation, mention)));
                }
            }
        }
    }
    assert!(words > 200, "only {words} words");
    assert!(other.len() * 50 <= words, "{} of {words} words differ:\n{}", other.len(), other.join("\n"));
}

/// Two products and their sum fit 16 bits only if no weight is larger than 63; the sums of weights stand in the file.
#[test]
fn weights_have_seven_bits_and_right_sums() {
    let [file, _] = weights();
    let tensors = safetensors::SafeTensors::deserialize(&file).unwrap();
    let mut matrices = 0;
    for (name, tensor) in tensors.iter() {
        let Some(name) = name.strip_suffix(".w").filter(|_| tensor.dtype() == safetensors::Dtype::I8) else { continue };
        matrices += 1;
        let (inputs, corr) = (tensor.shape()[1] * 4, tensors.tensor(&format!("{name}.corr")).unwrap());
        let mut sums = vec![0_i32; tensor.shape()[0] * 16];
        for (place, weight) in tensor.data().iter().enumerate() {
            let weight = weight.cast_signed();
            assert!(weight.unsigned_abs() <= 63, "{name}: {weight}");
            sums[place / (inputs * 16) * 16 + place % 64 / 4] += 128 * i32::from(weight);
        }
        let stored: Vec<i32> = corr.data().as_chunks().0.iter().map(|bytes| i32::from_le_bytes(*bytes)).collect();
        assert_eq!(stored, sums, "{name}");
    }
    assert!(matrices > 20, "only {matrices} matrices");
}
