//! Does `check` find what breaks the contract, as the SHACL shapes do?

#![expect(clippy::expect_used, reason = "helpers of tests fail as tests do")]

use newsgraph::{RdfFormat, Severity, read_rdf};
use std::fs;
use std::path::Path;

fn errors(path: &Path) -> usize {
    let bytes = fs::read(path).expect("a graph");
    match read_rdf(&bytes, RdfFormat::Turtle, "test.ttl") {
        Ok(read) => read.diagnostics.iter().filter(|said| said.severity == Severity::Error).count(),
        Err(said) => said.len(),
    }
}

#[test]
fn a_graph_that_holds_the_contract_has_no_error() {
    assert_eq!(errors(Path::new("tests/shapes/valid.ttl")), 0);
}

#[test]
fn each_broken_graph_has_one() {
    let broken: Vec<_> = fs::read_dir("tests/shapes/broken").expect("a folder").map(|entry| entry.expect("a file").path()).collect();
    assert!(broken.len() > 100);
    let passed: Vec<_> = broken.iter().filter(|path| errors(path) == 0).collect();
    assert!(passed.is_empty(), "no error in {passed:?}");
}
