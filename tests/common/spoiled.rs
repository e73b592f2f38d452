//! How does one spoil a good document, and check that nothing was written for it?

use super::{listing, newsgraph, read};
use serde_json::{Value, json};
use std::fs;
use tempfile::tempdir;

/// Builds from files in a folder of their own, over an output that is there already, and to standard output. Checks that nothing was
/// written in either case; returns what was said.
pub fn refused(code: i32, files: &[(&str, &[u8])], args: &[&str]) -> String {
    let folder = tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    fs::write(folder.path().join("out.ttl"), "old").unwrap();
    let before = listing(folder.path());
    let mut said = String::new();
    for output in [&["-o", "out.ttl"][..], &["-o", "new/", "--to", "ttl,json"], &["-o", "-", "--to", "nq"]] {
        let ran = newsgraph(folder.path()).arg("build").args(args).args(output).output().unwrap();
        said = String::from_utf8(ran.stderr).expect("UTF-8");
        assert_eq!(ran.status.code(), Some(code), "{said}");
        assert!(ran.stdout.is_empty(), "on standard output: {}", String::from_utf8_lossy(&ran.stdout));
        assert!(said.starts_with("error: ") && !said.contains("panicked"), "{said}");
        assert_eq!(listing(folder.path()), before, "files were left behind");
        assert_eq!(read(folder.path().join("out.ttl")), "old");
    }
    said
}

/// The same for one document, in `x.json`.
pub fn refused_document(document: &Value, args: &[&str]) -> String {
    let text = serde_json::to_string_pretty(document).unwrap();
    refused(1, &[("x.json", text.as_bytes())], &[&["x.json"][..], args].concat())
}

/// A good document, to be spoiled: three claims on lines of their own.
pub fn good() -> Value {
    let text = "США тиснуть на НАТО. Альянс це заперечує.";
    json!({
        "text": text,
        "entities": [{"key": "us", "type": "Country", "names": ["США"]}, {"key": "nato", "type": "Organization", "names": ["НАТО", "Альянс"]}],
        "claims": [
            {"id": "c1", "quote": "США тиснуть на НАТО", "subject": "us", "relation": "pressures", "object": "nato"},
            {"id": "c2", "quote": "Альянс це заперечує", "subject": "nato", "relation": "rejects", "object": "claim:c1", "refutes": ["c1"]},
            {"id": "c3", "quote": "на НАТО", "subject": "us", "relation": "comments", "object": "nato", "content": "c1"}],
    })
}

/// The good document with one of its values replaced.
pub fn with(pointer: &str, value: Value) -> Value {
    let mut document = good();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = document.pointer_mut(parent).expect("a place in the document");
    match parent {
        Value::Array(list) => list[name.parse::<usize>().unwrap()] = value,
        other => other[name] = value,
    }
    document
}

/// Whether all parts are in what was said.
pub fn says(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "{part:?} is not in:\n{said}");
    }
}

/// A document of which some claims are refused: the others are built, the exit code is 1. Returns what was said and the Turtle.
pub fn partly(document: &Value) -> (String, String) {
    let folder = tempdir().unwrap();
    fs::write(folder.path().join("x.json"), document.to_string()).unwrap();
    let ran = newsgraph(folder.path()).args(["build", "x.json"]).output().unwrap();
    let (out, said) = (String::from_utf8(ran.stdout).unwrap(), String::from_utf8(ran.stderr).unwrap());
    assert_eq!(ran.status.code(), Some(1), "{said}");
    (said, out)
}
