//! How is a query answered? By the engine of the `oxigraph` crate, in memory, offline.

use super::error::{QueryError, syntax};
use super::questions::{Question, for_profile, with_term};
use crate::graph::KnowledgeGraph;
use crate::rdf::{Profile, RdfFormat, for_each_quad};
use crate::vocab::{Prefix, terms};
use oxigraph::model::{NamedNodeRef, Quad};
use oxigraph::sparql::{CancellationToken, QueryResults, SparqlEvaluator};
use oxigraph::store::{StorageError, Store};
use std::collections::BTreeMap;
use std::io;

/// Graphs and RDF that can be asked.
pub struct Dataset {
    pub(super) store: Store,
    waiting: Vec<Quad>,
}

/// An answer: rows, yes or no, or triples.
pub type Answer = QueryResults<'static>;

/// Quads that are kept back until they are loaded together.
const BATCH: usize = 100_000;

impl Dataset {
    /// A dataset of nothing.
    ///
    /// # Errors
    /// Those of the store, which in memory has none.
    pub fn new() -> Result<Self, StorageError> {
        Ok(Self { store: Store::new()?, waiting: Vec::new() })
    }

    /// Adds a graph in a profile.
    ///
    /// # Errors
    /// Those of the store.
    pub fn add_graph(&mut self, graph: &KnowledgeGraph, profile: Profile, base: &str) -> io::Result<()> {
        for_each_quad(graph, profile, base, |quad| self.add(quad))?;
        self.flush()
    }

    /// Adds RDF of whatever vocabulary.
    ///
    /// # Errors
    /// Where the syntax is wrong, and those of the store.
    pub fn add_rdf(&mut self, bytes: &[u8], format: RdfFormat, name: &str) -> Result<(), crate::diagnostic::Diagnostic> {
        let quads = crate::rdf::read_quads(bytes, format, name)?;
        let failed = |error: io::Error| crate::diagnostic::Diagnostic::error(error.to_string()).at(name);
        quads.into_iter().try_for_each(|quad| self.add(quad)).and_then(|()| self.flush()).map_err(failed)
    }

    fn add(&mut self, quad: Quad) -> io::Result<()> {
        self.waiting.push(quad);
        if self.waiting.len() >= BATCH { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        let mut loader = self.store.bulk_loader();
        loader.load_quads(self.waiting.drain(..)).map_err(io::Error::other)?;
        loader.commit().map_err(io::Error::other)
    }

    /// In which profile the claims stand: with triple terms, or not.
    fn profile(&self) -> Profile {
        let reifies = terms::REIFIES.iri();
        let found = self.store.quads_for_pattern(None, Some(NamedNodeRef::new_unchecked(&reifies)), None, None).next();
        if found.is_some() { Profile::Rdf12 } else { Profile::Reified }
    }

    /// Answers a question, until `stop` is cancelled; each of its parameters is an entity or article by name or IRI.
    ///
    /// # Errors
    /// Where a parameter is missing or unknown, or not to be found; those of [`ask`](Self::ask).
    pub fn answer(
        &self,
        question: Question,
        values: &BTreeMap<String, String>,
        stop: Option<&CancellationToken>,
    ) -> Result<Answer, QueryError> {
        let text = self.question_text(question, values, self.profile())?;
        self.ask(&text, question.name, stop)
    }

    /// A question as SPARQL, with its parameters in it, for data in a profile.
    ///
    /// # Errors
    /// Where a parameter is missing or unknown, or not to be found.
    pub fn question_text(&self, question: Question, values: &BTreeMap<String, String>, profile: Profile) -> Result<String, QueryError> {
        let text = for_profile(question.text, profile);
        Ok(self.bind(question, values)?.into_iter().fold(text, |text, (name, term)| with_term(&text, name, &term)))
    }

    /// Answers a SPARQL query. The prefixes of the graph contract are known without being declared.
    ///
    /// # Errors
    /// Where it is no SPARQL, or cannot be answered.
    pub fn ask(&self, query: &str, name: &str, stop: Option<&CancellationToken>) -> Result<Answer, QueryError> {
        let mut evaluator = SparqlEvaluator::new();
        for prefix in Prefix::ALL {
            evaluator = evaluator.with_prefix(prefix.name(), prefix.iri()).map_err(|e| QueryError::Evaluation(e.to_string()))?;
        }
        if let Some(stop) = stop {
            evaluator = evaluator.with_cancellation_token(stop.clone());
        }
        let prepared = evaluator.parse_query(query).map_err(|error| syntax(&error.to_string(), query, name))?;
        prepared.on_store(&self.store).execute().map_err(|error| QueryError::Evaluation(error.to_string()))
    }
}
