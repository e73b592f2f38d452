//! Does the real model claim here what it claimed in training?
//!
//! `tests/data/claim-fixtures.json` is written by the training (`training/fixtures.py`): texts of our own with what the model says that they claim,
//! with the tags, the trees and the words of the lexicon that it had there.

#![expect(clippy::unwrap_used, reason = "tests fail so")]

use newsgraph_encoder::{ClaimWord, Reader, Scratch, Sentence, SpottedClaim, Word};
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// A text and what training says of it; words count through the text.
#[derive(Deserialize)]
struct Expected {
    words: Vec<Vec<String>>,
    lexical: Vec<Vec<Vec<u16>>>,
    known: Vec<Vec<Vec<u16>>>,
    upos: Vec<Vec<usize>>,
    case: Vec<Vec<usize>>,
    form: Vec<Vec<usize>>,
    heads: Vec<Vec<usize>>,
    claims: Vec<Claim>,
}

#[derive(Deserialize)]
struct Claim {
    trigger: usize,
    p: f32,
    relations: Vec<f32>,
    negated: f32,
    modalities: Vec<f32>,
    hedged: f32,
    words: Vec<usize>,
    roles: Vec<Vec<f32>>,
}

fn read(path: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)).unwrap()
}

/// The claims of a text, and whether its trees are those of training.
fn found(reader: &Reader<'_>, text: &Expected) -> (Vec<SpottedClaim>, bool) {
    let words: Vec<Vec<Word<'_>>> = (0..text.words.len())
        .map(|s| {
            let lists = text.words[s].iter().zip(&text.lexical[s]).zip(&text.known[s]);
            lists.map(|((form, lexical), known)| Word { form, lexical, known }).collect()
        })
        .collect();
    let sentences: Vec<_> = words.iter().map(|words| Sentence { words }).collect();
    let mut scratch = Scratch::default();
    let analyses = reader.analyse(&sentences, &mut scratch);
    let tagged = |s: usize, w: usize| ClaimWord {
        form: &text.words[s][w],
        upos: text.upos[s][w],
        case: text.case[s][w],
        verb_form: text.form[s][w] / 3,
        voice: text.form[s][w] % 3,
        known: &text.known[s][w],
    };
    let words: Vec<Vec<_>> = text.words.iter().enumerate().map(|(s, words)| (0..words.len()).map(|w| tagged(s, w)).collect()).collect();
    let trees = analyses.iter().map(|sentence| sentence.heads().iter().map(|head| head.map_or(0, |head| head + 1)).collect::<Vec<_>>());
    let same = trees.eq(text.heads.iter().cloned());
    (reader.claims(&analyses, &words, &mut scratch), same)
}

/// Both round to 8 bits at every step, where sums in another order make a number fall to the other side now and then.
#[test]
fn claims_are_those_of_training() {
    let (layers, pieces) = (read("models/uk/reader.safetensors"), read("models/uk-pieces/pieces.safetensors"));
    let reader = Reader::of_parts(&[&layers, &pieces]).unwrap();
    let texts: Vec<Expected> = serde_json::from_slice(&read("tests/data/claim-fixtures.json")).unwrap();
    let (mut numbers, mut total, mut far, mut claims) = (0.0_f64, 0.0_f64, Vec::new(), 0);
    for text in &texts {
        let (said, same) = found(&reader, text);
        if !same {
            continue;
        }
        let first: Vec<usize> = text
            .words
            .iter()
            .scan(0, |at, words| {
                *at += words.len();
                Some(*at - words.len())
            })
            .collect();
        for expected in &text.claims {
            let Some(claim) = said.iter().find(|claim| first[claim.sentence] + claim.word == expected.trigger) else {
                assert!(expected.p < 0.3, "no claim at word {}", expected.trigger);
                continue;
            };
            claims += 1;
            let mut pairs = vec![(claim.probability, expected.p), (claim.negated, expected.negated), (claim.hedged, expected.hedged)];
            pairs.extend(claim.relations.iter().copied().zip(expected.relations.iter().copied()));
            pairs.extend(claim.modalities.iter().copied().zip(expected.modalities.iter().copied()));
            for (role, shares) in claim.roles.iter().zip(&expected.roles) {
                pairs.push((role.nobody, shares[expected.words.len()]));
                for (sentence, word, share) in &role.words {
                    let place = expected.words.iter().position(|known| *known == first[*sentence] + word).unwrap();
                    pairs.push((*share, shares[place]));
                }
            }
            for (found, expected) in pairs {
                let off = f64::from(found - expected);
                numbers += 1.0;
                total += off * off;
                if off.abs() > 0.1 {
                    far.push((claim.word, found, expected));
                }
            }
        }
    }
    let off = f64::sqrt(total / numbers);
    println!("{claims} claims, {numbers} numbers, off by {off}; far: {far:?}");
    assert!(claims > 50 && off < 0.01 && far.len() < 6, "{claims} claims, numbers off by {off}: {far:?}");
}
