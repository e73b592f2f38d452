//! Do the questions have the same answers over all profiles, and are mistakes told?

#![expect(clippy::expect_used, clippy::panic, reason = "helpers of tests fail as tests do")]

use assert_cmd::Command;
use newsgraph::{Answer, DEFAULT_BASE, Dataset, KnowledgeGraph, Profile, Question, ReadOptions, prepare, questions, read_documents};
use std::collections::BTreeMap;
use std::fs;

/// The sample with its article, and two articles of the corpus.
fn graph() -> KnowledgeGraph {
    let mut graph = KnowledgeGraph::new();
    let text = fs::read_to_string("examples/nato-missions.txt").expect("the article");
    for (path, text) in
        [("examples/nato-missions.json", Some(text.as_str())), ("corpus/uk/b01-01.json", None), ("corpus/uk/b02-10.json", None)]
    {
        let json = fs::read_to_string(path).expect("a document");
        for document in read_documents(&json, path, ReadOptions::default()).expect("a good document") {
            graph.add_document(prepare(document, text).expect("a good document"));
        }
    }
    graph
}

fn values(question: Question) -> BTreeMap<String, String> {
    let value = |name: &str, meaning: &str| match (name, meaning.contains("article")) {
        ("new", _) => "США домагаються від НАТО згортання місій в Іраку та Косові",
        (_, true) => "Марокко відкликало посла з Нідерландів через Західну Сахару",
        ("to", _) => "KFOR",
        _ => "США",
    };
    question.parameters().map(|(name, meaning)| (name.to_owned(), value(name, meaning).to_owned())).collect()
}

fn rows(dataset: &Dataset, question: Question) -> Vec<String> {
    let answer = dataset.answer(question, &values(question), None).expect("an answer");
    let Answer::Solutions(solutions) = answer else { panic!("{} gives no rows", question.name) };
    solutions.map(|row| format!("{:?}", row.expect("a row").values())).collect()
}

#[test]
fn every_question_has_the_same_answer_over_every_profile() {
    let graph = graph();
    let datasets: Vec<Dataset> = Profile::ALL
        .into_iter()
        .map(|profile| {
            let mut dataset = Dataset::new().expect("a store");
            dataset.add_graph(&graph, profile, DEFAULT_BASE).expect("a store takes all");
            dataset
        })
        .collect();
    for question in questions() {
        let answers: Vec<Vec<String>> = datasets.iter().map(|dataset| rows(dataset, *question)).collect();
        assert!(!answers[0].is_empty(), "{} finds nothing", question.name);
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{}: {answers:#?}", question.name);
    }
}

#[test]
fn every_file_of_the_folder_is_a_question() {
    let mut files: Vec<String> = fs::read_dir("ontology/queries")
        .expect("the folder")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().trim_end_matches(".rq").to_owned())
        .collect();
    files.sort();
    assert_eq!(files, questions().iter().map(|question| question.name).collect::<Vec<_>>());
}

fn newsgraph(args: &[&str]) -> (i32, String, String) {
    let done = Command::new(assert_cmd::cargo::cargo_bin!("newsgraph")).args(args).output().expect("runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (done.status.code().unwrap_or(-1), text(&done.stdout), text(&done.stderr))
}

#[test]
fn a_syntax_error_shows_its_place() {
    let (code, out, said) = newsgraph(&["query", "examples/nato-missions.json", "--sparql", "SELECT *\nWHERE { ?s ng:refutes }"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(said.contains("--sparql:2:") && said.contains("WHERE { ?s ng:refutes }\n") && said.trim_end().ends_with('^'), "{said}");
}

#[test]
fn names_that_are_not_there_are_told_with_the_nearest() {
    let sample = "examples/nato-missions.json";
    for (args, code, message) in [
        (vec!["query", sample, "denial"], 2, "did you mean \"denials\""),
        (vec!["query", sample, "about"], 1, "needs about: the entity"),
        (vec!["query", sample, "about", "--set", "about=Косовоо"], 1, "did you mean \"Косово\""),
        (vec!["query", sample, "about", "--set", "abuot=Косово"], 1, "did you mean \"about\""),
        (vec!["query", sample, "denials", "--format", "pdf"], 2, "known are table, csv"),
        (vec!["query", "denials"], 2, "Name an input"),
    ] {
        let (status, out, said) = newsgraph(&args);
        assert_eq!((status, out.as_str()), (code, ""), "{said}");
        assert!(said.contains(message), "{said}");
    }
}

#[test]
fn rows_and_triples_in_their_formats() {
    let sample = "examples/nato-missions.json";
    let (_, csv, _) = newsgraph(&["query", sample, "denials"]);
    assert!(csv.starts_with("who,denies,headline,date,whom,claims,otherHeadline,otherDate\r\n") && csv.lines().count() == 4, "{csv}");
    let (_, json, said) = newsgraph(&["query", sample, "denials", "--format", "json", "--limit", "1"]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["results"]["bindings"].as_array().map(Vec::len), Some(1));
    assert!(said.contains("cut after 1 rows"), "{said}");
    let (_, yes, _) = newsgraph(&["query", "out/nato-missions.nq", "--sparql", "ASK { ?claim a ng:Claim }"]);
    assert_eq!(yes, "true\n");
    let (_, turtle, _) = newsgraph(&["query", sample, "--sparql", "CONSTRUCT { ?s ng:refutes ?o } WHERE { ?s ng:refutes ?o }"]);
    assert_eq!(turtle.matches("ng:refutes").count(), 3);
    let (_, text, _) = newsgraph(&["query", "--print", "denials"]);
    assert!(text.starts_with("# Which claims are denied") && text.contains("PREFIX ng:"));
}

#[test]
fn a_printed_question_has_its_parameters_as_terms() {
    let sample = "examples/nato-missions.json";
    let (_, blank, _) = newsgraph(&["query", "--print", "stance"]);
    assert!(blank.contains("WHERE {\n  # the entity, by one of its names or its IRI:\n  # VALUES ?who { <…> }\n"), "{blank}");
    let (_, named, _) = newsgraph(&["query", "--print", "stance", "--set", "who=НАТО"]);
    assert!(named.contains("?who rdfs:label|skos:altLabel ?whoName . FILTER(LCASE(STR(?whoName)) = \"нато\")"), "{named}");
    assert!(named.contains("PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"), "{named}");
    let (_, placed, _) = newsgraph(&["query", sample, "--print", "stance", "--set", "who=НАТО"]);
    assert!(placed.contains("rdf:subject <https://w3id.org/newsgraph/id/entity/nato> ;") && !placed.contains("?who "), "{placed}");
    let (_, given, _) = newsgraph(&["query", "--print", "stance", "--set", "who=https://w3id.org/newsgraph/id/entity/nato"]);
    assert_eq!(given, placed);
    for hostile in ["\"} } DROP ALL #", "\\", "a\nb", "'''", "<x>", "?who"] {
        let (code, text, said) = newsgraph(&["query", "--print", "changes", "--set", &format!("old={hostile}"), "--set", "new=x"]);
        assert_eq!((code, said.as_str()), (0, ""));
        let known = Dataset::new().expect("a store").ask(&text, "printed", None);
        assert!(known.is_ok(), "{text}");
        assert!(!text.lines().any(|line| line.starts_with("b\"")), "{text}");
    }
    for (set, message) in [("who=http://x/a b>", "is no IRI"), ("hwo=x", "no parameter \"hwo\"")] {
        let (code, out, said) = newsgraph(&["query", "--print", "stance", "--set", set]);
        assert!(code == 1 && out.is_empty() && said.contains(message), "{said}");
    }
}

#[test]
fn what_is_only_denied_is_nobodys_word() {
    let said = |question: &str| {
        let json = r#"{"text": "Пентагон заперечив, що США атакували KFOR. США допомагають KFOR.", "published": "2026-03-01", "headline": "Заперечення",
            "entities": [{"key": "p", "type": "Organization", "names": ["Пентагон"]}, {"key": "us", "type": "Country", "names": ["США"]},
                         {"key": "k", "type": "Mission", "names": ["KFOR"]}],
            "claims": [{"id": "c1", "quote": "Пентагон заперечив, що США атакували KFOR", "subject": "p", "relation": "rejects", "object": "claim:c2"},
                       {"id": "c2", "quote": "США атакували KFOR", "subject": "us", "relation": "attacks", "object": "k", "time": "2026"},
                       {"id": "c3", "quote": "США допомагають KFOR", "subject": "us", "relation": "aids", "object": "k", "time": "2026"}]}"#;
        let mut graph = KnowledgeGraph::new();
        for document in read_documents(json, "x", ReadOptions::default()).expect("a document") {
            graph.add_document(prepare(document, None).expect("a good document"));
        }
        let mut dataset = Dataset::new().expect("a store");
        dataset.add_graph(&graph, Profile::Graphs, DEFAULT_BASE).expect("a store takes all");
        let question = questions().iter().find(|q| q.name == question).copied().expect("a question");
        let values =
            question.parameters().map(|(name, _)| (name.to_owned(), if name == "to" { "KFOR" } else { "США" }.to_owned())).collect();
        let Answer::Solutions(rows) = dataset.answer(question, &values, None).expect("an answer") else { panic!("no rows") };
        rows.map(|row| row.expect("a row").iter().map(|(_, term)| term.to_string()).collect::<Vec<_>>().join(" ")).collect::<Vec<_>>()
    };
    for question in ["timeline", "single-source", "neighbours", "path"] {
        let rows = said(question);
        assert!(rows.iter().any(|row| row.contains("aids")), "{question}: {rows:#?}");
        assert!(!rows.iter().any(|row| row.contains("attacks")), "{question}: {rows:#?}");
    }
    for question in ["about", "stance"] {
        let rows = said(question);
        let attack: Vec<&String> = rows.iter().filter(|row| row.contains("attacks")).collect();
        assert!(attack.len() == 1 && attack[0].contains("\"Пентагон\"") && attack[0].contains("\"rejects\""), "{question}: {rows:#?}");
    }
    let denied = said("denials");
    assert!(denied.len() == 1 && denied[0].starts_with("\"Пентагон\" "), "{denied:#?}");
}
