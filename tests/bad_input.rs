//! Is an input that is no graph document told with what, where and what to do, and is never half a file left behind?

mod common;

use common::spoiled::{good, refused, refused_document, says, with};
use common::{newsgraph, root};
use serde_json::json;
use std::fs;
use tempfile::tempdir;

#[test]
fn the_document_to_be_spoiled_is_good() {
    let folder = tempdir().unwrap();
    fs::write(folder.path().join("x.json"), good().to_string()).unwrap();
    newsgraph(folder.path()).args(["check", "x.json"]).assert().success();
}

#[test]
fn an_empty_file() {
    for bytes in [&b""[..], b" \n\t\n", "\u{feff}".as_bytes()] {
        says(&refused(1, &[("x.json", bytes)], &["x.json"]), &["x.json", "empty", "newsgraph schema"]);
    }
}

#[test]
fn not_json() {
    let said = refused(1, &[("x.json", "{\n  \"id\": \"є\",\n  oops}".as_bytes())], &["x.json"]);
    says(&said, &["x.json:3:3: not JSON"]);
    says(&refused(1, &[("x.json", "США тиснуть на НАТО.".as_bytes())], &["x.json"]), &["x.json"]);
    says(&refused(1, &[("x.json", &[b'{', 0xff, 0xfe])], &["x.json"]), &["x.json", "UTF-8", "byte 1"]);
}

#[test]
fn json_cut_in_the_middle() {
    let whole = serde_json::to_string_pretty(&good()).unwrap();
    for (at, _) in whole.char_indices().skip(1).step_by(37) {
        let cut = &whole[..at];
        let said = refused(1, &[("x.json", cut.as_bytes())], &["x.json"]);
        let line = cut.matches('\n').count() + 1;
        says(&said, &[&format!("x.json:{line}:"), "the JSON ends in the middle"]);
    }
}

#[test]
fn a_bad_base() {
    let document = good().to_string();
    for (base, message) in [
        ("https://example.org/a b/", "write white space as %20"),
        ("ftp://example.org/", "no web address"),
        ("urn:x/", "no web address"),
        ("example.org/", "no absolute IRI"),
        ("https://example.org/graph", "try https://example.org/graph/"),
        ("https://example.org/?q=/", "take a plain path"),
    ] {
        says(&refused(2, &[("x.json", document.as_bytes())], &["x.json", "--base", base]), &[base, message]);
    }
}

#[test]
fn a_bad_url() {
    says(&refused_document(&with("/url", json!("https://example.org/a b")), &[]), &["x.json:", "https://example.org/a b", "%20"]);
    says(&refused_document(&with("/url", json!("javascript:alert(1)")), &[]), &["x.json:", "no web address", "https://"]);
    let said = refused(1, &[("x.json", good().to_string().as_bytes())], &["x.json", "--url", "a b"]);
    says(&said, &["a b", "%20"]);
    let literal = json!({"literal": "1", "datatype": "no iri"});
    says(&refused_document(&with("/claims/0/object", literal), &[]), &["x.json:", "no iri", "%20"]);
}

#[test]
fn an_input_that_does_not_exist() {
    let said = refused(1, &[], &["none.json"]);
    says(&said, &["none.json", "No such file"]);
    let folder = tempdir().unwrap();
    let said = refused(1, &[], &[&folder.path().display().to_string()]);
    says(&said, &["no graph document (.json) and no RDF", &folder.path().display().to_string()]);
}

#[test]
fn what_is_no_article() {
    says(&refused(1, &[("a.txt", b" \n")], &["a.txt"]), &["a.txt: ", "empty"]);
    says(&refused(1, &[("a.html", b"<!doctype html><p>")], &["a.html"]), &["a.html: ", "article"]);
    says(&refused(1, &[("a", b"<html><p>")], &["a"]), &["a: ", "article"]);
    let english = "The ministry said on Monday that it would send ten helicopters to the neighbouring country next year. \
                   Two officials who asked not to be named told reporters that the president had already agreed to the plan.";
    says(&refused(1, &[("a.txt", english.as_bytes())], &["a.txt"]), &["a.txt: ", "is in English", "reads Ukrainian"]);
    let lines = "{\"text\": 7}\nno json\n\n{\"title\": \"x\"}\n";
    says(
        &refused(1, &[("a.jsonl", lines.as_bytes())], &["a.jsonl"]),
        &["a.jsonl:1: ", "a.jsonl:2: ", "a.jsonl:4: ", "needs \"text\" or \"html\""],
    );
}

#[test]
fn one_bad_input_of_several() {
    let folder = tempdir().unwrap();
    fs::write(folder.path().join("bad.json"), "{").unwrap();
    let good = root().join("corpus/uk/b01-01.json");
    let ran = newsgraph(folder.path()).arg("build").arg(&good).arg("bad.json").output().unwrap();
    assert_eq!(ran.status.code(), Some(1));
    assert!(String::from_utf8(ran.stderr).unwrap().contains("bad.json:1:1"));
    assert!(String::from_utf8(ran.stdout).unwrap().contains("a ng:Claim"), "the good one is built");
}
