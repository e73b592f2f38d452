//! Is a query stopped in time and cut where it should be, and is that told?

#![expect(clippy::expect_used, reason = "helpers of tests fail as tests do")]

mod common;

use common::newsgraph;
use std::fs;
use std::path::Path;
use std::time::Duration;
use tempfile::{TempDir, tempdir};

/// A folder with a graph of 300 triples.
fn folder() -> TempDir {
    let folder = tempdir().expect("a folder");
    let lines: String = (0..300).fold(String::new(), |lines, i| lines + &format!("<http://e.org/s{i}> <http://e.org/p> \"{i}\" .\n"));
    fs::write(folder.path().join("x.nt"), lines).expect("written");
    folder
}

/// What came of a query: exit code, standard output, standard error. One that does not end fails the test.
fn query(folder: &Path, sparql: &str, args: &[&str]) -> (i32, String, String) {
    let mut command = newsgraph(folder);
    let done = command.args(["query", "x.nt", "--sparql", sparql]).args(args).timeout(Duration::from_mins(2)).output().expect("ends");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    (done.status.code().unwrap_or(-1), text(&done.stdout), text(&done.stderr))
}

fn stopped(sparql: &str, args: &[&str]) -> String {
    let folder = folder();
    let (code, out, said) = query(folder.path(), sparql, &[&["--timeout", "1"][..], args].concat());
    assert_eq!(code, 1, "{sparql}: {said}");
    assert_eq!(said, "error: stopped after 1 second: the answer is not whole\n    --timeout sets how long it may take\n");
    out
}

#[test]
fn an_answer_that_does_not_end_is_stopped() {
    for format in ["csv", "json", "xml", "table"] {
        let out = stopped("SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", &["--format", format]);
        assert!(out.len() > 1000, "rows before the time was over");
    }
    stopped("CONSTRUCT { ?a ?e ?i } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", &["--format", "nt"]);
}

#[test]
fn a_question_without_an_answer_in_time_is_stopped() {
    assert_eq!(stopped("ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(STR(?a) = STR(?l)) }", &[]), "");
    assert_eq!(stopped("SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", &[]), "");
    assert_eq!(stopped("ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(STR(?a) = STR(?l)) }", &["--explain=rows"]), "");
}

#[test]
fn what_never_looks_into_the_data_is_stopped() {
    let many = |name: &str| format!("VALUES ?{name} {{ {} }} ", (0..400).map(|i| i.to_string()).collect::<Vec<_>>().join(" "));
    let product: String = ["a", "b", "c", "d"].map(many).concat();
    assert_eq!(stopped(&format!("SELECT (COUNT(*) AS ?n) WHERE {{ {product} }}"), &[]), "");
}

#[test]
fn a_sort_that_does_not_end_is_stopped() {
    assert_eq!(stopped("SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?c ?f", &["--format", "csv"]), "");
}

#[test]
fn a_cut_is_told_and_only_a_cut() {
    let folder = folder();
    for format in ["table", "csv", "tsv", "json", "xml"] {
        let (code, out, said) = query(folder.path(), "SELECT ?s WHERE { ?s ?p ?o } ORDER BY ?s", &["--limit", "2", "--format", format]);
        assert_eq!((code, out.matches("e.org/s").count()), (0, 2), "{format}: {out}");
        assert_eq!(said, "warning: cut after 2 rows\n    --limit sets how many\n");
        let (_, out, said) = query(folder.path(), "SELECT ?s WHERE { ?s ?p ?o }", &["--limit", "300", "--format", format]);
        assert_eq!((out.matches("e.org/s").count(), said.as_str()), (300, ""), "{format}");
    }
    for format in ["ttl", "trig", "nt", "nq", "rdf", "jsonld"] {
        let construct = "CONSTRUCT { ?s ng:place ?o } WHERE { ?s ?p ?o }";
        let (code, out, said) = query(folder.path(), construct, &["--limit", "2", "--format", format]);
        assert_eq!((code, out.matches("e.org/s").count()), (0, 2), "{format}: {out}");
        assert!(said.starts_with("warning: cut after 2 rows\n"), "{said}");
        let (_, _, said) = query(folder.path(), construct, &["--limit", "300", "--format", format]);
        assert_eq!(said, "");
    }
    let (_, out, said) = query(folder.path(), "ASK { ?s ?p ?o }", &["--limit", "1"]);
    assert_eq!((out.as_str(), said.as_str()), ("true\n", ""));
    assert_eq!(query(folder.path(), "SELECT ?s WHERE { ?s ?p ?o }", &["--limit", "0", "--format", "csv"]).1, "s\r\n");
    assert_eq!(query(folder.path(), "ASK {}", &["--timeout", "0"]).0, 2);
}

#[test]
fn a_long_table_comes_in_parts() {
    let folder = folder();
    let pairs = "SELECT ?s ?t WHERE { ?s ?p ?o . ?t ?p ?u . FILTER(STRLEN(?o) = 1) }";
    let (_, out, _) = query(folder.path(), pairs, &["--format", "table"]);
    let heads = out.lines().filter(|line| line.split_whitespace().collect::<Vec<_>>() == ["s", "t"]).count();
    assert_eq!((heads, out.matches("e.org/s").count()), (3, 6000));
}
