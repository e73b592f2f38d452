//! How fast is a text split and looked up, and how long does the dictionary take to load?
//!
//! `cargo bench --bench words` prints words a second of CPU time, the best of five.

#![expect(clippy::expect_used, clippy::cast_precision_loss, reason = "a bench that cannot run has nothing to say; counts are small")]

use cpu_time::ProcessTime;
use newsgraph::{Dictionary, ReadOptions, read_documents, sentences};
use std::hint::black_box;
use std::time::Duration;

fn main() {
    let text = corpus();
    let bytes = std::fs::read("models/uk-dictionary/dictionary.bin").expect("the dictionary");
    let load = best(|| _ = black_box(Dictionary::load(black_box(&bytes)).expect("a dictionary")));
    println!("dictionary: {} bytes, loaded in {:.3} ms", bytes.len(), load.as_secs_f64() * 1e3);

    let dictionary = Dictionary::load(&bytes).expect("a dictionary");
    let words: Vec<&str> = sentences(&text).into_iter().flat_map(|sentence| sentence.tokens).map(|token| token.text).collect();
    let rate = |time: Duration| words.len() as f64 / time.as_secs_f64() / 1e6;
    println!("{} tokens, {} distinct", words.len(), words.iter().collect::<std::collections::BTreeSet<_>>().len());
    let split = best(|| _ = black_box(sentences(black_box(&text))));
    println!("split:            {:6.2} million tokens a CPU-second", rate(split));
    let look_up = best(|| words.iter().for_each(|word| _ = black_box(dictionary.word(black_box(word)))));
    println!("look up:          {:6.2} million tokens a CPU-second", rate(look_up));
    let guess = best(|| words.iter().for_each(|word| _ = black_box(dictionary.word(black_box(word)).readings())));
    println!("look up + guess:  {:6.2} million tokens a CPU-second", rate(guess));
    let both = best(|| {
        for sentence in sentences(black_box(&text)) {
            sentence.tokens.iter().for_each(|token| _ = black_box(dictionary.word(token.text)));
        }
    });
    println!("split + look up:  {:6.2} million tokens a CPU-second", rate(both));
    let unknown = words.iter().filter(|word| dictionary.word(word).is_guessed() && word.chars().any(char::is_alphabetic)).count();
    println!("{:.2} of 100 tokens are words that the dictionary does not have", 100.0 * unknown as f64 / words.len() as f64);
}

/// The texts of the project's corpus.
fn corpus() -> String {
    let files = std::fs::read_dir("corpus/uk").expect("the corpus").map(|entry| entry.expect("a file").path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|extension| extension == "json")).collect();
    files.sort();
    let text = |path: &std::path::PathBuf| {
        let json = std::fs::read_to_string(path).expect("a document");
        let documents = read_documents(&json, "corpus", ReadOptions::default()).expect("a document");
        documents.into_iter().filter_map(|document| document.article.text).map(|text| text.to_string()).collect::<Vec<_>>().join("\n\n")
    };
    files.iter().map(text).collect::<Vec<_>>().join("\n\n")
}

fn best(mut work: impl FnMut()) -> Duration {
    let time = |_| {
        let start = ProcessTime::now();
        work();
        start.elapsed()
    };
    (0..5).map(time).min().unwrap_or_default()
}
