//! How is a query answered? By the engine of the `oxigraph` crate, in memory, offline.

use super::blank::Blanks;
use super::error::{QueryError, syntax};
use super::plan::Plan;
use super::questions::{Question, for_profile, with_term};
use crate::diagnostic::Diagnostic;
use crate::graph::KnowledgeGraph;
use crate::rdf::{Profile, RdfFormat, for_each_quad, quads_of};
use crate::vocab::{Prefix, Term, terms};
use oxigraph::model::{NamedNodeRef, Quad};
use oxigraph::sparql::{BoundPreparedSparqlQuery, CancellationToken, QueryResults, SparqlEvaluator};
use oxigraph::store::{StorageError, Store};
use std::collections::BTreeMap;
use std::io::{self, Read};

/// Graphs and RDF that can be asked.
pub struct Dataset {
    pub(super) store: Store,
    blanks: Blanks,
}

/// An answer: rows, yes or no, or triples.
pub type Answer = QueryResults<'static>;

/// Quads that are kept back until they are loaded together.
const BATCH: usize = 10_000;

/// Why RDF could not be added.
enum Failed {
    Read(Diagnostic),
    Stored(StorageError),
}

impl From<Diagnostic> for Failed {
    fn from(said: Diagnostic) -> Self {
        Self::Read(said)
    }
}

impl From<StorageError> for Failed {
    fn from(error: StorageError) -> Self {
        Self::Stored(error)
    }
}

impl Dataset {
    /// A dataset of nothing.
    ///
    /// # Errors
    /// Those of the store, which in memory has none.
    pub fn new() -> Result<Self, StorageError> {
        Ok(Self { store: Store::new()?, blanks: Blanks::default() })
    }

    /// Adds a graph in a profile.
    ///
    /// # Errors
    /// Those of the store.
    pub fn add_graph(&mut self, graph: &KnowledgeGraph, profile: Profile, base: &str) -> io::Result<()> {
        let mut loader = self.store.bulk_loader();
        let mut waiting: Vec<Quad> = Vec::with_capacity(BATCH);
        for_each_quad(graph, profile, base, |quad| {
            waiting.push(quad);
            if waiting.len() < BATCH { Ok(()) } else { loader.load_quads(waiting.drain(..)).map_err(io::Error::other) }
        })?;
        loader.load_quads(waiting).map_err(io::Error::other)?;
        loader.commit().map_err(io::Error::other)
    }

    /// Adds RDF of whatever vocabulary, all of it or nothing. Its blank nodes are not those of other RDF, also where they are called
    /// alike.
    ///
    /// # Errors
    /// Where it cannot be read or the syntax is wrong, and those of the store.
    pub fn add_rdf(&mut self, source: impl Read, format: RdfFormat, name: &str) -> Result<(), Diagnostic> {
        let mut blanks = self.blanks.of_next();
        let quads = quads_of(source, format, name).map(|quad| quad.map(|quad| blanks.renamed(quad)));
        let mut loader = self.store.bulk_loader();
        let loaded = loader.load_ok_quads::<Diagnostic, Failed>(quads).and_then(|()| loader.commit().map_err(Failed::from));
        loaded.map_err(|failed| match failed {
            Failed::Read(said) => said,
            Failed::Stored(error) => Diagnostic::error(error.to_string()).at(name),
        })
    }

    /// Whether claims stand as triple terms (RDF 1.2).
    #[must_use]
    pub fn has_triple_terms(&self) -> bool {
        self.has(terms::REIFIES)
    }

    fn has(&self, predicate: Term) -> bool {
        let iri = predicate.iri();
        self.store.quads_for_pattern(None, Some(NamedNodeRef::new_unchecked(&iri)), None, None).next().is_some()
    }

    /// In which profile the claims stand: with triple terms, or not.
    fn profile(&self) -> Result<Profile, QueryError> {
        match (self.has_triple_terms(), self.has(terms::SUBJECT)) {
            (true, true) => {
                let said = Diagnostic::error("some of the data have claims as triple terms (profile rdf12), others have not");
                Err(QueryError::Unknown(said.help("bring them into one profile first: newsgraph build INPUT --profile …")))
            }
            (true, false) => Ok(Profile::Rdf12),
            (false, _) => Ok(Profile::Reified),
        }
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
        let text = self.question_text(question, values)?;
        self.ask(&text, question.name, stop)
    }

    /// A question as SPARQL, with its parameters in it, for the profile that the data are in.
    ///
    /// # Errors
    /// Where a parameter is missing or unknown, or not to be found.
    pub fn question_text(&self, question: Question, values: &BTreeMap<String, String>) -> Result<String, QueryError> {
        let text = for_profile(question.text, self.profile()?);
        Ok(self.bind(question, values)?.into_iter().fold(text, |text, (name, term)| with_term(&text, name, &term)))
    }

    /// Answers a SPARQL query. The prefixes of the graph contract are known without being declared.
    ///
    /// # Errors
    /// Where it is no SPARQL, or cannot be answered.
    pub fn ask(&self, query: &str, name: &str, stop: Option<&CancellationToken>) -> Result<Answer, QueryError> {
        self.prepared(query, name, stop)?.execute().map_err(QueryError::from)
    }

    /// Says how a SPARQL query is answered; with `counted` it is, and the plan says how many rows came out of each step.
    ///
    /// # Errors
    /// Those of [`ask`](Self::ask).
    pub fn explain(&self, query: &str, name: &str, counted: bool, stop: Option<&CancellationToken>) -> Result<Plan, QueryError> {
        let prepared = self.prepared(query, name, stop)?;
        let prepared = if counted { prepared.compute_statistics() } else { prepared };
        let (answer, plan) = prepared.explain();
        match answer? {
            QueryResults::Solutions(mut rows) if counted => rows.try_for_each(|row| row.map(drop))?,
            QueryResults::Graph(mut triples) if counted => triples.try_for_each(|triple| triple.map(drop))?,
            _ => {}
        }
        let mut json = Vec::new();
        plan.write_in_json(&mut json).map_err(|error| QueryError::Evaluation(error.to_string()))?;
        Plan::of(&json)
    }

    /// A query as SPARQL, ready to be answered.
    fn prepared(&self, query: &str, name: &str, stop: Option<&CancellationToken>) -> Result<BoundPreparedSparqlQuery<'static>, QueryError> {
        let mut evaluator = SparqlEvaluator::new();
        for prefix in Prefix::ALL {
            evaluator = evaluator.with_prefix(prefix.name(), prefix.iri()).map_err(|e| QueryError::Evaluation(e.to_string()))?;
        }
        if let Some(stop) = stop {
            evaluator = evaluator.with_cancellation_token(stop.clone());
        }
        let prepared = evaluator.parse_query(query).map_err(|error| syntax(&error.to_string(), query, name))?;
        Ok(prepared.on_store(&self.store))
    }
}
