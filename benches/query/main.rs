//! What does a query cost through us, against the bare engine, and do the questions stay quick as the graph grows?
//!
//! `cargo bench --bench query` prints both; `-- load` or `-- ask` only one. CPU time is that of all threads, user and system; whatever is
//! measured runs in a process of its own, so that its peak of memory is its own.

#![expect(clippy::expect_used, clippy::panic, reason = "a bench that cannot run has nothing to say")]

mod ask;
#[path = "../generate.rs"]
mod generate;
mod load;
mod process;

use newsgraph::{KnowledgeGraph, prepare};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => {
            load::compare();
            ask::compare();
        }
        ["load"] => load::compare(),
        ["ask"] => ask::compare(),
        ["ask", claims] => ask::one_size(claims.parse().expect("a number of claims")),
        ["load", way, file] => load::one(way, file),
        ["measured", command @ ..] => process::measured(command),
        other => panic!("{other:?}: load or ask"),
    }
}

/// The graph of so many claims.
fn graph(claims: usize) -> KnowledgeGraph {
    let mut graph = KnowledgeGraph::new();
    for document in generate::documents(claims) {
        graph.add_document(prepare(document, None).expect("a good document"));
    }
    graph
}
