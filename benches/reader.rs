//! How well and how fast does the reader read?
//!
//! `cargo bench --bench reader [-- FILE.conllu] [--sentences N]` compares what it reads with a treebank, from the treebank's tokens and from
//! the raw text (sentences joined by a space), as the shared task of `CoNLL` 2018 does, relations without subtypes; then it prints words a second of
//! CPU time, one thread, from text to mentions and to claims. Without FILE it reads `../shared/data/ud-uk-parlamint/test.conllu`.

#![expect(clippy::expect_used, clippy::cast_precision_loss, reason = "a bench that cannot run has nothing to say; counts are small")]

mod treebank;

use cpu_time::ProcessTime;
use newsgraph::{AnalysedSentence, Deprel, Feature, Features, Scratch, Sentence, Span, Token, Upos, reader, sentences};
use std::collections::BTreeMap;
use treebank::{Gold, path, read};

/// A word of either side, placed among the characters that are not white.
struct Placed {
    part: Upos,
    features: Features,
    lemma: String,
    /// The place of its head; nothing for the root.
    head: Option<(usize, usize)>,
    relation: Deprel,
    first: bool,
}

type Words = BTreeMap<(usize, usize), Placed>;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let limit = args.iter().position(|arg| arg == "--sentences").and_then(|at| args.get(at + 1)?.parse().ok()).unwrap_or(usize::MAX);
    let path = path(&args);
    let documents = read(path, limit);
    let count = documents.iter().flatten().map(Vec::len).sum::<usize>();
    println!("{path}: {} texts, {} sentences, {count} words", documents.len(), documents.iter().map(Vec::len).sum::<usize>());
    let reader = reader().expect("a model");
    let mut scratch = Scratch::default();
    let (mut gold_words, mut given_words, mut found_words) = (Words::new(), Words::new(), Words::new());
    let mut raw = Vec::new();
    let mut at = 0;
    for document in &documents {
        let before = at;
        place_gold(document, &mut at, &mut gold_words);
        let given = document.iter().map(|sentence| tokens(sentence)).collect();
        place_found(&reader.analyse(given, &mut scratch), before, &mut given_words);
        let text: Vec<String> = document.iter().map(|sentence| line(sentence)).collect();
        raw.push(text.join(" "));
        place_found(&reader.read(raw.last().expect("a text"), &mut scratch), before, &mut found_words);
    }
    compare("gold tokens", &gold_words, &given_words);
    compare("raw text", &gold_words, &found_words);
    let start = ProcessTime::now();
    let words: usize = raw.iter().flat_map(|text| reader.read(text, &mut scratch)).map(|sentence| sentence.words.len()).sum();
    let whole = start.elapsed().as_secs_f64();
    let start = ProcessTime::now();
    let split: usize = raw.iter().flat_map(|text| sentences(text)).map(|sentence| sentence.tokens.len()).sum();
    let splitting = start.elapsed().as_secs_f64();
    let start = ProcessTime::now();
    let claims: usize = raw.iter().map(|text| reader.analyse_claims(sentences(text), &mut scratch).claims.len()).sum();
    let claiming = start.elapsed().as_secs_f64();
    println!("{:.0} words a CPU-second from text to mentions; splitting alone {:.0}", words as f64 / whole, split as f64 / splitting);
    println!("{:.0} words a CPU-second from text to claims ({claims} words that may trigger one)", words as f64 / claiming);
}

fn line(sentence: &[Gold]) -> String {
    let text: String = sentence.iter().flat_map(|word| [word.form.as_str(), if word.space_after { " " } else { "" }]).collect();
    text.trim_end().to_owned()
}

fn tokens(sentence: &[Gold]) -> Sentence<'_> {
    let tokens = sentence.iter().map(|word| Token { text: &word.form, span: Span::new(0, 0), byte: 0, space_after: word.space_after });
    Sentence { tokens: tokens.collect(), opens_paragraph: false }
}

/// Places of words by their characters that are not white.
fn places<'w>(forms: impl Iterator<Item = &'w str>, at: &mut usize) -> Vec<(usize, usize)> {
    let place = |form: &str| {
        let begin = *at;
        *at += form.chars().filter(|c| !c.is_whitespace()).count();
        (begin, *at)
    };
    forms.map(place).collect()
}

fn place_gold(document: &[Vec<Gold>], at: &mut usize, words: &mut Words) {
    for sentence in document {
        let places = places(sentence.iter().map(|word| word.form.as_str()), at);
        for (number, word) in sentence.iter().enumerate() {
            let head = word.head.checked_sub(1).map(|head| places[head]);
            let Gold { part, features, relation, .. } = *word;
            words.insert(places[number], Placed { part, features, lemma: word.lemma.clone(), head, relation, first: number == 0 });
        }
    }
}

fn place_found(found: &[AnalysedSentence<'_>], mut at: usize, words: &mut Words) {
    for sentence in found {
        let places = places(sentence.words.iter().map(|word| word.token.text), &mut at);
        for (number, word) in sentence.words.iter().enumerate() {
            let head = word.head.map(|head| places[head]);
            let (part, features, relation) = (word.part, word.features, word.relation);
            words.insert(places[number], Placed { part, features, lemma: word.lemma.clone(), head, relation, first: number == 0 });
        }
    }
}

/// F1 of words that are right, in hundredths; with the same tokens on both sides that is the accuracy.
fn compare(name: &str, gold: &Words, found: &Words) {
    let f1 = |right: &dyn Fn(&Placed, &Placed) -> bool| {
        let count = found.iter().filter(|(place, word)| gold.get(place).is_some_and(|other| right(word, other))).count();
        200.0 * count as f64 / (gold.len() + found.len()) as f64
    };
    let case = |word: &Placed| word.features.get(Feature::Case);
    let figures = [
        ("token", f1(&|_, _| true)),
        ("UPOS", f1(&|a, b| a.part == b.part)),
        ("UPOS+Case", f1(&|a, b| a.part == b.part && case(a) == case(b))),
        ("features", f1(&|a, b| a.features == b.features)),
        ("UAS", f1(&|a, b| a.head == b.head)),
        ("LAS", f1(&|a, b| a.head == b.head && a.relation == b.relation)),
        ("lemma", f1(&|a, b| a.lemma == b.lemma)),
    ];
    let text: Vec<String> = figures.iter().map(|(name, figure)| format!("{name} {figure:.2}")).collect();
    println!("{name}: {}, sentence {:.2}", text.join(", "), sentence_f1(gold, found));
    let nsubj = |words: &Words, others: &Words| {
        let all = words.iter().filter(|(_, word)| word.relation == Deprel::Nsubj);
        let (mut count, mut right) = (0_usize, 0_usize);
        for (place, word) in all {
            count += 1;
            right += usize::from(others.get(place).is_some_and(|other| other.relation == word.relation && other.head == word.head));
        }
        (count, right)
    };
    let ((there, right), (said, _)) = (nsubj(gold, found), nsubj(found, gold));
    println!("  nsubj F1 {:.2}", 200.0 * right as f64 / (there + said) as f64);
}

/// F1 of sentences as stretches of characters.
fn sentence_f1(gold: &Words, found: &Words) -> f64 {
    let stretches = |words: &Words| {
        let begins: Vec<usize> = words.iter().filter(|(_, word)| word.first).map(|(place, _)| place.0).collect();
        let last = words.keys().next_back().map_or(0, |place| place.1);
        begins.iter().copied().zip(begins.iter().copied().skip(1).chain([last])).collect::<std::collections::BTreeSet<_>>()
    };
    let (gold, found) = (stretches(gold), stretches(found));
    200.0 * gold.intersection(&found).count() as f64 / (gold.len() + found.len()) as f64
}
