//! How does a graph get into a store, article by article, and what is there afterwards?

use super::connect::Store;
use super::fault::{Fault, StoreError};
use super::plan::{LoadOptions, Place, Plan, Unit};
use super::retry::{Watch, stopped};
use crate::diagnostic::Diagnostic;
use crate::graph::KnowledgeGraph;
use crate::vocab::terms;
use std::collections::{BTreeMap, BTreeSet};
use std::io;

/// How far a graph came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// All of it was taken.
    Arrived,
    /// The store had it already.
    There,
    /// Only so many triples were taken, or none that is known of.
    Partly(usize),
    /// It was not sent.
    Waiting,
}

/// A graph that was to be loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// Its IRI; `None` is the default graph.
    pub graph: Option<String>,
    /// How far it came.
    pub state: State,
    /// How many triples it has here.
    pub triples: usize,
    /// How many triples the store has in it, where that was counted.
    pub counted: Option<usize>,
    /// Whether the store may have more in it than was sent.
    pub shared: bool,
}

/// What became of a load.
#[derive(Debug, Default)]
pub struct LoadReport {
    /// The graphs in the order in which they were sent.
    pub graphs: Vec<Arrival>,
    /// The graphs of sources, which articles share.
    pub sources: Vec<Arrival>,
    /// What ended it early.
    pub error: Option<StoreError>,
    /// Why single graphs were not taken, though the others were tried.
    pub refused: Vec<(Option<String>, StoreError)>,
    /// Why it could not be counted.
    pub uncounted: Option<StoreError>,
}

impl Arrival {
    /// Whether the store has what was sent, as far as it was counted.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.counted.is_none_or(|count| if self.shared { count >= self.triples } else { count == self.triples })
    }
}

impl Store {
    /// Sends a graph, then counts what the store has. What went wrong stands in the report.
    pub fn load(&mut self, graph: &KnowledgeGraph, options: &LoadOptions, watch: &mut dyn Watch) -> LoadReport {
        let plan = Plan::new(graph, options);
        self.chunk = options.chunk.unwrap_or(0);
        let mut report = LoadReport::default();
        let mut sources = BTreeMap::new();
        report.error = options.check().err();
        for number in 0..plan.len() {
            let mut arrival = Arrival { graph: plan.name(number), state: State::Waiting, triples: 0, counted: None, shared: true };
            if report.error.is_none() {
                match self.one(&plan, number, options, watch, &mut arrival, &mut sources) {
                    // What is wrong with one article need not be wrong with the next.
                    Err(error) if matches!(error.fault, Fault::Refused | Fault::TooMuch) => {
                        report.refused.push((arrival.graph.clone(), error));
                    }
                    done => report.error = done.err(),
                }
                watch.arrived(number + 1, plan.len());
            }
            report.graphs.push(arrival);
        }
        let shared = |(graph, triples)| Arrival { graph: Some(graph), state: State::Arrived, triples, counted: None, shared: true };
        report.sources = sources.into_iter().map(shared).collect();
        if report.error.is_none() && report.refused.is_empty() {
            report.uncounted = self.count_all(&mut report, watch).err();
        }
        self.client.notes.drain(..).for_each(|said| watch.say(&said));
        report
    }

    fn one(
        &mut self,
        plan: &Plan<'_>,
        number: usize,
        options: &LoadOptions,
        watch: &mut dyn Watch,
        arrival: &mut Arrival,
        sources: &mut BTreeMap<String, usize>,
    ) -> Result<(), StoreError> {
        if watch.stopped() {
            return Err(stopped());
        }
        let unit = plan.unit(number).map_err(|error| unwritable(&error))?;
        arrival.triples = unit.lines.count();
        arrival.shared = !unit.replaces;
        let patience = self.patience;
        if options.resume && unit.replaces && patience.run(watch, |_| self.is_there(&unit))? {
            arrival.state = State::There;
            return Ok(());
        }
        let mut sent = 0;
        arrival.state = State::Partly(0);
        let done = patience.run(watch, |watch| self.put(&unit, watch, &mut sent));
        arrival.state = if done.is_ok() { State::Arrived } else { State::Partly(sent) };
        for (source, lines) in &unit.sources {
            let most = sources.entry(source.clone()).or_default();
            *most = lines.count().max(*most);
        }
        done
    }

    /// Whether the store has a unit already, as far as that can be told without reading it all: its triples are as many, its claims have
    /// the same names, which are made of what they say.
    fn is_there(&mut self, unit: &Unit) -> Result<bool, StoreError> {
        let Some(graph) = unit.graph.as_deref().filter(|_| unit.sources.is_empty()) else { return Ok(false) };
        let claim = format!(" <{}> <{}> .", terms::TYPE.iri(), terms::CLAIM.iri());
        let names = unit.lines.iter().filter_map(|line| line.strip_suffix(&claim)).map(|name| name.trim_matches(['<', '>']).to_owned());
        let names: BTreeSet<String> = names.collect();
        self.has(graph, unit.lines.count(), &names)
    }

    fn count_all(&mut self, report: &mut LoadReport, watch: &mut dyn Watch) -> Result<(), StoreError> {
        let patience = self.patience;
        for arrival in report.graphs.iter_mut().chain(&mut report.sources) {
            arrival.counted = patience.run(watch, |_| self.count(arrival.graph.as_deref()))?;
        }
        Ok(())
    }
}

impl LoadOptions {
    /// Whether the names of graphs are IRIs, which can stand in an update.
    fn check(&self) -> Result<(), StoreError> {
        let good = match &self.place {
            Place::Graph(iri) => crate::iri::absolute(iri),
            _ => Ok(()),
        };
        good.and_then(|()| crate::iri::base(&self.base)).map_err(|said| StoreError::new(Fault::Refused, said))
    }
}

fn unwritable(error: &io::Error) -> StoreError {
    StoreError::new(Fault::Refused, Diagnostic::error(error.to_string()))
}
