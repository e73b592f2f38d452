//! Are entities and claims of an article the same bits whatever the machine, the threads, and what was read before or beside it?

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod common;

use common::running::{finish, folder};
use common::{corpus, newsgraph, read};
use newsgraph::{Article, ExtractOptions, Reader, Scratch, dictionary, extract, extract_with, named, write_conllu};
use newsgraph_encoder::{Machine, Reader as Model};
use std::collections::BTreeSet;
use std::fs;
use std::thread;

/// The sample and some articles of the corpus.
fn articles() -> Vec<Article> {
    let corpus = corpus().into_iter().step_by(if cfg!(debug_assertions) { 2 } else { 40 });
    let texts = corpus.filter_map(|(_, document)| document.article.text.map(|text| text.to_string()));
    let texts = [read("examples/nato-missions.txt")].into_iter().chain(texts);
    texts.map(|text| Article::from_text(text).unwrap()).collect()
}

/// The reader on one set of vector instructions.
fn reader_on(machine: Machine) -> Reader<'static> {
    Reader::new(dictionary().unwrap(), Model::of_parts(&newsgraph_uk::READER).unwrap().on(machine)).unwrap()
}

/// All that is found in an article: words and trees, entities, claims with their numbers. What is printed of a number has its bits.
fn told(reader: &Reader<'_>, article: &Article, scratch: &mut Scratch) -> String {
    let mut words = Vec::new();
    let named = named(reader, article, scratch);
    write_conllu(&named, "x", &mut words).unwrap();
    let document = extract_with(reader, article, ExtractOptions { least: 0.0, ..ExtractOptions::default() }, scratch);
    format!("{}{named:?}{document:?}", String::from_utf8(words).unwrap())
}

fn one_after_another(reader: &Reader<'_>, articles: &[Article]) -> Vec<String> {
    let mut scratch = Scratch::default();
    articles.iter().map(|article| told(reader, article, &mut scratch)).collect()
}

#[test]
fn every_level_every_number_of_threads_and_every_order_gives_the_same() {
    let articles = articles();
    let alone: Vec<String> = articles.iter().map(|article| told(&reader_on(Machine::best()), article, &mut Scratch::default())).collect();
    assert!(articles.len() > 3 && alone.iter().all(|told| told.contains("confidence: Some(") && told.contains("\tEntity=(")));
    for machine in Machine::all() {
        let reader = reader_on(machine);
        // A batch with one memory, forwards and backwards.
        assert!(one_after_another(&reader, &articles) == alone, "{}: other articles before change what is read", machine.name());
        // Two threads, each with a part of the articles; both have the first one.
        let half = articles.len() / 2;
        let parts = [&articles[..half], &articles[half..]];
        let read = thread::scope(|scope| {
            let threads = parts.map(|part| scope.spawn(|| (one_after_another(&reader, part), one_after_another(&reader, &articles[..1]))));
            threads.map(|thread| thread.join().unwrap())
        });
        let [(mut one, first), (other, again)] = read;
        one.extend(other);
        assert!(one == alone && first == alone[..1] && again == alone[..1], "{}: threads change what is read", machine.name());
    }
    let reader = reader_on(Machine::best());
    let backwards: Vec<Article> = articles.into_iter().rev().collect();
    let mut read = one_after_another(&reader, &backwards);
    read.reverse();
    assert!(read == alone, "the order changes what is read");
}

#[test]
fn the_programs_own_reader_is_that_of_the_best_level() {
    let article = Article::from_text(read("examples/nato-missions.txt")).unwrap();
    let usual = extract(&article, ExtractOptions::default(), &mut Scratch::default()).unwrap();
    assert_eq!(usual, extract_with(&reader_on(Machine::best()), &article, ExtractOptions::default(), &mut Scratch::default()));
    assert!(!usual.claims.is_empty());
}

/// The graph of several articles is the union of theirs, and what is read of each is told one behind the other.
#[test]
fn articles_in_one_call_are_read_as_alone() {
    let folder = folder();
    let place = folder.path();
    let names: Vec<String> = (articles().iter().skip(1).take(3).enumerate())
        .map(|(number, article)| {
            let name = format!("{number}.txt");
            fs::write(place.join(&name), article.text()).unwrap();
            name
        })
        .chain(["nato-missions.txt".to_owned()])
        .collect();
    let words = |names: &[String]| finish(newsgraph(place).arg("read").args(names), 0).0;
    assert_eq!(words(&names), names.iter().map(|name| words(std::slice::from_ref(name))).collect::<String>());
    let quads = |names: &[String]| finish(newsgraph(place).arg("build").args(names).args(["--to", "nq", "-o", "-"]), 0).0;
    let together = quads(&names);
    let alone: String = names.iter().map(|name| quads(std::slice::from_ref(name))).collect();
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<BTreeSet<_>>();
    assert!(lines(&together) == lines(&alone) && together.len() > 1000);
}
