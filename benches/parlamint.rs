//! How near to a treebank are sentences, tokens, readings and lemmas?
//!
//! `cargo bench --bench parlamint [-- FILE.conllu] [--errors]` prints F1 of tokens and sentences from the raw text (sentences joined by a
//! space, and by a line), how often the gold reading is among those of the dictionary, and the accuracy of lemmas for gold tags. Without
//! FILE it reads `../shared/data/ud-uk-parlamint/test.conllu`.

#![expect(clippy::expect_used, clippy::cast_precision_loss, reason = "a bench that cannot run has nothing to say; counts are small")]

mod treebank;

use newsgraph::{Feature, dictionary, sentences};
use std::collections::{BTreeMap, BTreeSet};
use treebank::{Gold, path, read};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let path = path(&args);
    let errors = args.iter().any(|arg| arg == "--errors");
    let gold: Vec<Vec<Gold>> = read(path, usize::MAX).into_iter().flatten().collect();
    println!("{path}: {} sentences, {} tokens", gold.len(), gold.iter().map(Vec::len).sum::<usize>());
    split(&gold, " ", errors);
    split(&gold, "\n", false);
    words(&gold, errors);
}

/// F1 of tokens and sentences, both as stretches of the characters that are not white.
fn split(gold: &[Vec<Gold>], joined: &str, errors: bool) {
    let (mut raw, mut tokens, mut ends) = (String::new(), BTreeSet::new(), BTreeSet::new());
    let mut at = 0;
    for sentence in gold {
        let begin = at;
        for token in sentence {
            let length = token.form.chars().filter(|c| !c.is_whitespace()).count();
            tokens.insert((at, at + length));
            at += length;
            raw += &token.form;
            raw += if token.space_after { " " } else { "" };
        }
        ends.insert((begin, at));
        raw = raw.trim_end().to_owned() + joined;
    }
    let (mut found, mut found_ends, mut at) = (BTreeSet::new(), BTreeSet::new(), 0);
    for sentence in sentences(&raw) {
        let begin = at;
        for token in &sentence.tokens {
            let length = token.text.chars().filter(|c| !c.is_whitespace()).count();
            found.insert((at, at + length));
            at += length;
        }
        found_ends.insert((begin, at));
    }
    println!("raw text, sentences joined by {joined:?}: token F1 {:.2}, sentence F1 {:.2}", f1(&tokens, &found), f1(&ends, &found_ends));
    if errors {
        let solid: Vec<char> = raw.chars().filter(|c| !c.is_whitespace()).collect();
        let show = |(begin, end): &(usize, usize)| solid[*begin..*end].iter().collect::<String>();
        for (name, left, right) in [("token", &tokens, &found), ("sentence", &ends, &found_ends)] {
            left.difference(right).for_each(|span| println!("  missed {name}: {}", show(span)));
            right.difference(left).for_each(|span| println!("  wrong {name}: {}", show(span)));
        }
    }
}

fn f1<T: Ord>(gold: &BTreeSet<T>, found: &BTreeSet<T>) -> f64 {
    200.0 * gold.intersection(found).count() as f64 / (gold.len() + found.len()) as f64
}

/// Whether the gold reading is among those of the dictionary, and the lemma that it gives.
fn words(gold: &[Vec<Gold>], errors: bool) {
    let dictionary = dictionary().expect("a dictionary");
    let (mut all, mut known, mut part, mut case, mut four, mut lemmas) = (0_usize, 0_usize, 0_usize, 0_usize, 0_usize, 0_usize);
    let mut count = 0_usize;
    let mut wrong: BTreeMap<String, usize> = BTreeMap::new();
    for token in gold.iter().flatten() {
        let lemma = dictionary.lemma_of(&token.form, token.part, token.features);
        count += 1;
        if lemma == token.lemma {
            lemmas += 1;
        } else {
            *wrong.entry(format!("{} {} {}: {} not {lemma}", token.form, token.part.name(), token.features, token.lemma)).or_default() += 1;
        }
        if !token.form.chars().any(char::is_alphabetic) {
            continue;
        }
        let word = dictionary.word(&token.form);
        all += 1;
        known += usize::from(!word.is_guessed());
        let among = |features: &[Feature]| {
            word.readings().iter().any(|reading| {
                reading.part == token.part
                    && features.iter().all(|feature| reading.features.is_open(*feature) || reading.features.agree(token.features, *feature))
            })
        };
        part += usize::from(among(&[]));
        case += usize::from(among(&[Feature::Case]));
        four += usize::from(among(&[Feature::Case, Feature::Number, Feature::Gender]));
    }
    let share = |part: usize, all: usize| 100.0 * part as f64 / all as f64;
    println!("lemmas for gold tags, all tokens: {:.2}", share(lemmas, count));
    println!(
        "of {all} words with letters the dictionary has {:.2}; among the readings, guesses included: UPOS {:.2}, UPOS and case {:.2}, UPOS, case, number and gender {:.2}",
        share(known, all),
        share(part, all),
        share(case, all),
        share(four, all)
    );
    if errors {
        let mut wrong: Vec<_> = wrong.into_iter().collect();
        wrong.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        for (what, count) in wrong {
            println!("  lemma {count} {what}");
        }
    }
}
