//! Does every module keep to its floor, and open with its question?

#![expect(clippy::expect_used, reason = "helpers of tests fail as tests do")]

mod common;

use common::{files, read, root};
use std::collections::BTreeSet;
use std::path::Path;

/// The floors of the library; a module imports only from lower floors, siblings never from each other.
const FLOORS: &[&[&str]] = &[
    &["span", "time", "id", "iri", "vocab", "diagnostic"],
    &["article", "document", "gazetteer"],
    &["language"],
    &["extract"],
    &["graph"],
    &["rdf", "picture"],
    &["store", "query"],
    &["pipeline"],
];

/// The floors of the encoder, a crate of its own.
const ENCODER: &[&[&str]] = &[
    &["error", "machine", "sentence", "probability", "tree"],
    &["checksum", "config", "tensors"],
    &["labels", "kernel", "embedding", "piece", "mention"],
    &["encoder", "window", "analysis"],
    &["heads", "claims"],
    &["reader"],
];

/// Imports within a floor that are allowed: from, what, why.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("iri", "diagnostic", "what checks a text says what is wrong with it, as everything does"),
    ("iri", "vocab", "a datatype may be given with one of the prefixes of the vocabulary"),
];

/// The code of a file, without its unit tests, comments, and the texts in quotes; as many `super::` as lead to the root are `crate::`.
fn code(path: &Path) -> String {
    let text = read(path);
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| without_quotes(line) + "\n").collect();
    let steps = below(path).map_or(1, |below| below.components().count());
    let depth = if path.ends_with("mod.rs") { steps - 1 } else { steps };
    code.replace(&"super::".repeat(depth), "crate::")
}

fn without_quotes(line: &str) -> String {
    line.replace("\\\"", "").split('"').step_by(2).collect::<Vec<_>>().join("\"\"").split(" //").next().unwrap_or_default().to_owned()
}

/// The way to a file below the sources of its package.
fn below(path: &Path) -> Option<&Path> {
    ["encoder/src", "src"].iter().find_map(|source| path.strip_prefix(root().join(source)).ok())
}

/// The module of a file under `src`, which is named by its first step.
fn module(path: &Path) -> String {
    let below = below(path).expect("a file under src");
    let first = below.components().next().expect("a name").as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// The top modules that code names by `crate::…`, groups included.
fn imports(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        let name = |text: &str| text.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default().to_owned();
        if let Some(group) = rest.strip_prefix('{') {
            let (mut depth, mut start) = (0_usize, 0);
            for (place, c) in group.char_indices() {
                match c {
                    '{' => depth += 1,
                    ',' | '}' if depth == 0 => {
                        found.insert(name(&group[start..place]));
                        start = place + 1;
                        if c == '}' {
                            break;
                        }
                    }
                    '}' => depth -= 1,
                    _ => {}
                }
            }
        } else {
            found.insert(name(rest));
        }
    }
    found.remove("");
    found
}

fn floor(floors: &[&[&str]], module: &str) -> Option<usize> {
    floors.iter().position(|modules| modules.contains(&module))
}

#[test]
fn imports_are_read_off_the_code() {
    let found = imports("use crate::{a::B, c::{d, e}, f};\nlet x = crate::g::h(); use $crate::no; use crate::i;");
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["a", "c", "f", "g", "i"]);
}

#[test]
fn a_module_imports_only_from_lower_floors() {
    let mut wrong = Vec::new();
    let packages = [("src", FLOORS), ("encoder/src", ENCODER)];
    for (path, floors) in packages.iter().flat_map(|(folder, floors)| files(folder, ".rs").into_iter().map(move |path| (path, floors))) {
        let from = module(&path);
        if matches!(from.as_str(), "lib" | "main" | "cli") {
            continue;
        }
        let Some(here) = floor(floors, &from) else { panic!("src/{from} stands on no floor: give it one in this test and in design.md") };
        for to in imports(&code(&path)).into_iter().filter(|to| *to != from) {
            let lower = floor(floors, &to).is_some_and(|there| there < here);
            let allowed = EXCEPTIONS.iter().any(|(a, b, _)| (*a, *b) == (from.as_str(), to.as_str()));
            if !lower && !allowed {
                wrong.push(format!("{}: crate::{to}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "imports from the same or a higher floor:\n{}", wrong.join("\n"));
}

#[test]
fn every_exception_is_needed() {
    for (from, to, _) in EXCEPTIONS {
        let uses = files("src", ".rs").iter().any(|path| module(path) == *from && imports(&code(path)).contains(*to));
        assert!(uses, "{from} does not import {to}: take the exception out");
    }
}

#[test]
fn the_command_line_uses_the_public_interface_only() {
    let public = code(&root().join("src/lib.rs"));
    for path in files("src/cli", ".rs").into_iter().chain([root().join("src/main.rs")]) {
        let code = code(&path);
        assert!(imports(&code).is_empty(), "{}: crate:: reaches past the public interface", path.display());
    }
    assert!(!public.contains("pub mod "), "the facade is flat: no public module in lib.rs");
}

#[test]
fn every_file_opens_with_its_question() {
    let folders = [
        "src",
        "tests",
        "benches",
        "encoder/src",
        "encoder/tests",
        "encoder/benches",
        "encoder/examples",
        "models/uk/src",
        "models/uk-dictionary/src",
        "models/uk-pieces/src",
    ];
    for path in folders.into_iter().flat_map(|folder| files(folder, ".rs")) {
        let text = read(&path);
        assert!(text.starts_with("//! "), "{} does not open with //! and what it is for", path.display());
    }
}

#[test]
fn only_the_command_line_knows_the_system() {
    let system = [
        "std::fs",
        "std::env",
        "std::process",
        "std::net",
        "stdin()",
        "stdout()",
        "stderr()",
        "println!",
        "eprint",
        "dbg!",
        "File::",
        "thread::spawn",
        "thread::sleep",
    ];
    let never = ["SystemTime", "Instant", "rand::", "thread_rng", "RandomState"];
    for path in files("src", ".rs").into_iter().chain(files("encoder/src", ".rs").into_iter().filter(|path| !path.ends_with("tests.rs"))) {
        let (code, module) = (code(&path), module(&path));
        let outside = !matches!(module.as_str(), "cli" | "main");
        for word in never.iter().chain(system.iter().filter(|_| outside)) {
            assert!(!code.contains(word), "{}: {word}", path.display());
        }
        assert!(module == "graph" || !code.contains("petgraph"), "{}: petgraph's types never leave `graph`", path.display());
    }
}
