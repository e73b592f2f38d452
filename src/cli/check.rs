//! `newsgraph check`: does a graph hold the contract?

use super::Done;
use super::args::InputArgs;
use super::input::load;
use super::report::Reporter;
use anyhow::Result;
use newsgraph::Severity;
use std::io::{self, Write};

pub fn run(args: &InputArgs, reporter: &Reporter) -> Result<Done> {
    let loaded = load(args, reporter, |_| ())?;
    let mut out = io::stdout().lock();
    for said in &loaded.diagnostics {
        let word = match said.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        writeln!(out, "{word}: {said}")?;
    }
    if loaded.has_errors() {
        return Ok(Done::NotAll);
    }
    let graph = &loaded.graph;
    let counts = (graph.articles().len(), graph.entities().len(), graph.claim_count());
    writeln!(out, "ok: {} articles, {} entities, {} claims hold the contract", counts.0, counts.1, counts.2)?;
    Ok(Done::All)
}
