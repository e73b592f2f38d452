//! How many words a second does the reader read, with which vector instructions, and what does one article cost cold?
//!
//! `cargo bench -p newsgraph-encoder` prints words a second of CPU time for pieces, encoder, tags, trees and mentions together: articles of the corpus in windows
//! of several sentences as articles are read, and each sentence alone. `NEWSGRAPH_READER` names one file of other weights.

#![expect(clippy::expect_used, reason = "a bench that cannot run has nothing to say")]

use cpu_time::ProcessTime;
use newsgraph_encoder::{Machine, ModelError, Reader, Scratch, Sentence, Word};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// Words of an article, sentence by sentence.
type Article = Vec<Vec<String>>;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["speed", level] => speed(level),
        ["cold", level] => cold(level),
        _ => all(),
    }
}

/// A process for each measurement: this program again.
fn all() {
    let again = |what: &str| {
        for machine in Machine::all() {
            let this = std::env::current_exe().expect("this program");
            Command::new(this).args([what, machine.name()]).status().expect("runs");
        }
    };
    println!("words a second of CPU time, the best of 3 runs");
    println!("{:>14}  {:>12}  {:>14}  {:>10}  {:>12}", "", "as articles", "each sentence", "pieces", "opening, ms");
    again("speed");
    println!("\none article, cold: from the file of weights to trees and mentions");
    again("cold");
}

fn machine(level: &str) -> Machine {
    Machine::all().into_iter().find(|machine| machine.name() == level).expect("a level of this machine")
}

fn speed(level: &str) {
    let articles = articles(20);
    let files = weights();
    let texts: Vec<Vec<Vec<Word<'_>>>> =
        articles.iter().map(|article| article.iter().map(|sentence| in_words(sentence)).collect()).collect();
    let words: usize = texts.iter().flatten().map(Vec::len).sum();
    let rate = |time: Duration| f64::from(u32::try_from(words).expect("few words")) / time.as_secs_f64();
    let reader = open(&files).expect("a model").on(machine(level));
    let opening = best(|_| drop(open(&files)));
    let whole = best(|scratch| texts.iter().for_each(|text| drop(reader.analyse(&sentences(text), scratch))));
    let alone = best(|scratch| texts.iter().flatten().for_each(|words| drop(reader.analyse(&[Sentence { words }], scratch))));
    let pieces = best(|_| {
        let mut pieces = Vec::new();
        texts.iter().flatten().flatten().for_each(|word| reader.pieces(word.form, &mut pieces));
    });
    let opening = opening.as_secs_f64() * 1e3;
    println!("{level:>14}  {:>12.0}  {:>14.0}  {:>10.0}  {opening:>12.2}", rate(whole), rate(alone), rate(pieces));
}

/// Reads the longest article and prints what the process took.
fn cold(level: &str) {
    let article = articles(40).into_iter().max_by_key(|article| article.iter().map(Vec::len).sum::<usize>()).expect("an article");
    let start = ProcessTime::now();
    let files = weights();
    let read = start.elapsed();
    let reader = open(&files).expect("a model").on(machine(level));
    let words: Vec<_> = article.iter().map(|sentence| in_words(sentence)).collect();
    let found = reader.analyse(&sentences(&words), &mut Scratch::default());
    let count: usize = found.iter().map(newsgraph_encoder::Analysis::len).sum();
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("?").trim().to_owned();
    let time = |time: Duration| time.as_secs_f64() * 1e3;
    println!(
        "{level:>14}  {count} words: {:.1} ms of CPU time ({:.1} ms of it to read the file), peak of memory {peak}",
        time(start.elapsed()),
        time(read)
    );
}

fn best(mut run: impl FnMut(&mut Scratch)) -> Duration {
    let mut scratch = Scratch::default();
    let times = (0..3).map(|_| {
        let start = ProcessTime::now();
        run(&mut scratch);
        start.elapsed()
    });
    times.min().unwrap_or_default()
}

fn sentences<'a>(words: &'a [Vec<Word<'a>>]) -> Vec<Sentence<'a>> {
    words.iter().map(|words| Sentence { words }).collect()
}

fn in_words(sentence: &[String]) -> Vec<Word<'_>> {
    sentence.iter().map(|form| Word { form, lexical: &[1, 17, 30, 41], known: &[] }).collect()
}

fn weights() -> Vec<Vec<u8>> {
    let own = || ["models/uk/reader.safetensors", "models/uk-pieces/pieces.safetensors"].map(|file| root().join(file)).to_vec();
    let paths = std::env::var_os("NEWSGRAPH_READER").map_or_else(own, |path| vec![PathBuf::from(path)]);
    paths.into_iter().map(|path| std::fs::read(path).expect("a file of weights")).collect()
}

fn open(files: &[Vec<u8>]) -> Result<Reader<'_>, ModelError> {
    Reader::of_parts(&files.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// The first articles of the corpus, cut roughly: words at spaces and at punctuation, sentences at points.
fn articles(count: usize) -> Vec<Article> {
    let mut paths: Vec<_> =
        std::fs::read_dir(root().join("corpus/uk")).expect("the corpus").map(|entry| entry.expect("a file").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    paths.truncate(count);
    let text = |path: &PathBuf| {
        let json: serde_json::Value = serde_json::from_slice(&std::fs::read(path).expect("an article")).expect("JSON");
        json["text"].as_str().unwrap_or_default().to_owned()
    };
    paths.iter().map(|path| article(&text(path))).collect()
}

fn article(text: &str) -> Article {
    let mut all = vec![Vec::new()];
    for token in text.split_whitespace() {
        let word = token.trim_matches(|c: char| !c.is_alphanumeric());
        let (before, rest) = token.split_at(token.find(word).unwrap_or_default());
        for part in [before, word, &rest[word.len()..]].into_iter().filter(|part| !part.is_empty()) {
            all.last_mut().expect("a sentence").push(part.to_owned());
        }
        if token.ends_with(['.', '!', '?']) {
            all.push(Vec::new());
        }
    }
    all.retain(|sentence| !sentence.is_empty());
    all
}
