//! What would be sent, what became of it, and what is to be done, in words?

use super::Done;
use super::report::Reporter;
use newsgraph::{Arrival, Diagnostic, LoadReport, Place, Planned, State};
use std::io::{self, Write};

pub fn show_plan(plan: &[Planned]) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    writeln!(out, "graph\ttriples\tbytes\tsources\tsource triples\treplaces")?;
    for planned in plan {
        let (triples, graphs) = planned.sources;
        let graph = planned.graph.as_deref().unwrap_or("default");
        writeln!(out, "{graph}\t{}\t{}\t{graphs}\t{triples}\t{}", planned.triples, planned.bytes, planned.replaces)?;
    }
    out.flush()
}

/// Says what became of the load.
pub fn tell(report: &LoadReport, place: &Place, reporter: &Reporter) -> Done {
    for arrival in report.graphs.iter().chain(&report.sources) {
        let counted = arrival.counted.map_or_else(String::new, |count| format!(", {count} in the store"));
        reporter.detail(&format!("{}: {}, {} triples{counted}", name(arrival), state(arrival), arrival.triples));
    }
    for (graph, error) in report.refused.iter().take(MANY) {
        let mut said = error.said.clone();
        said.message = format!("{}: {}", said.message, graph.as_deref().unwrap_or("the default graph"));
        reporter.say(&said);
    }
    if report.error.is_some() || !report.refused.is_empty() {
        report.error.iter().for_each(|error| reporter.say(&error.said));
        reporter.say(&how_far(report));
        return Done::NotAll;
    }
    let wrong: Vec<&Arrival> = report.graphs.iter().chain(&report.sources).filter(|arrival| !arrival.agrees()).collect();
    for arrival in wrong.iter().take(MANY) {
        let count = arrival.counted.unwrap_or_default();
        let said = Diagnostic::error(format!("{} triples were sent, the store has {count}", arrival.triples)).at(name(arrival));
        reporter.say(&said.help("is somebody else writing into it? Otherwise load again"));
    }
    if wrong.len() > MANY {
        reporter.say(&Diagnostic::error(format!("{} graphs are not as they were sent", wrong.len())));
    }
    if !wrong.is_empty() {
        return Done::NotAll;
    }
    reporter.say(&summary(report, place));
    if let Some(error) = &report.uncounted {
        reporter.say(&Diagnostic::warning(format!("what the store has could not be counted: {}", error.said)));
    } else if report.graphs.iter().any(|arrival| arrival.counted.is_none()) {
        reporter.say(&Diagnostic::warning("what the store has could not be counted").help("--query-url says where it answers queries"));
    }
    Done::All
}

/// Graphs that are named one by one.
const MANY: usize = 10;

fn name(arrival: &Arrival) -> String {
    arrival.graph.clone().unwrap_or_else(|| "the default graph".into())
}

fn state(arrival: &Arrival) -> String {
    match arrival.state {
        State::Arrived => "sent".into(),
        State::There => "there already".into(),
        State::Partly(sent) => format!("{sent} triples sent"),
        State::Waiting => "not sent".into(),
    }
}

/// What is there after a load that broke, and what to do.
fn how_far(report: &LoadReport) -> Diagnostic {
    let count = |wanted: fn(&State) -> bool| report.graphs.iter().filter(|arrival| wanted(&arrival.state)).count();
    let whole = count(|state| matches!(state, State::Arrived | State::There));
    let mut said = format!("{whole} of {} graphs are whole", report.graphs.len());
    for arrival in report.graphs.iter().filter(|arrival| matches!(arrival.state, State::Partly(_))).take(MANY) {
        if let State::Partly(sent) = arrival.state {
            said.push_str(&format!("; {} is not: {sent} of {} triples were taken, perhaps more", name(arrival), arrival.triples));
        }
    }
    let waiting = count(|state| *state == State::Waiting);
    if waiting > 0 {
        said.push_str(&format!("; {waiting} were not sent"));
    }
    Diagnostic::note(said).help("load again: it replaces what is not whole; --resume leaves out what is")
}

fn summary(report: &LoadReport, place: &Place) -> Diagnostic {
    let triples: usize = report.graphs.iter().chain(&report.sources).map(|arrival| arrival.triples).sum();
    let there = report.graphs.iter().filter(|arrival| arrival.state == State::There).count();
    let counted = report.graphs.iter().all(|arrival| arrival.counted.is_some());
    let mut said = match place {
        Place::Articles if report.graphs.len() == 1 => format!("{triples} triples in one named graph, that of the article"),
        Place::Articles => format!("{triples} triples in {} named graphs, one an article", report.graphs.len()),
        Place::Graph(iri) => format!("{triples} triples in {iri}"),
        Place::Default => format!("{triples} triples in the default graph"),
    };
    if !report.sources.is_empty() {
        said.push_str(&format!(", and {} graphs of sources", report.sources.len()));
    }
    if there > 0 {
        said.push_str(&format!(", {there} of which the store had already"));
    }
    if counted {
        said.push_str(if *place == Place::Articles { "; the store has as many" } else { "; the store has them" });
    }
    let said = Diagnostic::note(said);
    let names: Vec<&str> = report.graphs.iter().filter_map(|arrival| arrival.graph.as_deref()).collect();
    match place {
        Place::Articles if names.len() <= 3 => said.help(names.join("\n")),
        Place::Articles => said,
        _ => said.help("nothing was removed: what a changed article no longer says is still there"),
    }
}
