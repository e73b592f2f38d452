//! What has the store? Counted by SPARQL, else off the graph itself.

use super::client::Request;
use super::connect::{RDF, RESULTS, Store};
use super::fault::{Fault, StoreError};
use crate::diagnostic::Diagnostic;
use crate::vocab::terms;
use serde_json::Value;
use std::collections::BTreeSet;

impl Store {
    /// The rows of a query.
    pub(super) fn select(&mut self, query: &str) -> Result<Vec<Value>, StoreError> {
        let Some(place) = &self.query else {
            return Err(StoreError::new(Fault::NoStore, Diagnostic::error("no place for queries is known").help("--query-url names one")));
        };
        let request = Request::get(place.with(&[("query", query)]), RESULTS);
        let reply = self.client.run(&request)?.good()?;
        let mut answer: Value = serde_json::from_slice(&reply.body).map_err(|_| {
            let said = Diagnostic::error("the answer to a query is no SPARQL result in JSON").at(reply.from.plain().to_string());
            StoreError::new(Fault::Refused, said)
        })?;
        match answer["results"]["bindings"].take() {
            Value::Array(rows) => Ok(rows),
            _ => Ok(Vec::new()),
        }
    }

    /// How many triples a graph has; `None` where the server gives no way to know.
    pub(super) fn count(&mut self, graph: Option<&str>) -> Result<Option<usize>, StoreError> {
        if self.query.is_some() {
            let rows = self.select(&format!("SELECT (COUNT(*) AS ?n) WHERE {{ {} }}", within(graph, "?s ?p ?o")))?;
            let count = rows.first().and_then(|row| row["n"]["value"].as_str()).and_then(|text| text.parse().ok());
            return Ok(count);
        }
        let Some(place) = &self.graphs else { return Ok(None) };
        let url = place.with(&[graph.map_or(("default", ""), |graph| ("graph", graph))]);
        let reply = self.client.run(&Request { limit: 1 << 30, ..Request::get(url, RDF) })?;
        if reply.status == 404 {
            return Ok(Some(0));
        }
        let reply = reply.good()?;
        let lines = reply.content_type.starts_with("application/n-triples").then(|| {
            let text = String::from_utf8_lossy(&reply.body).into_owned();
            text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).count()
        });
        Ok(lines)
    }

    /// Whether a graph has so many triples, and claims of just these names.
    pub(super) fn has(&mut self, graph: &str, triples: usize, claims: &BTreeSet<String>) -> Result<bool, StoreError> {
        if self.query.is_none() || self.count(Some(graph))? != Some(triples) {
            return Ok(false);
        }
        let pattern = format!("?c <{}> <{}>", terms::TYPE.iri(), terms::CLAIM.iri());
        let rows = self.select(&format!("SELECT ?c WHERE {{ {} }}", within(Some(graph), &pattern)))?;
        let found: BTreeSet<String> = rows.iter().filter_map(|row| row["c"]["value"].as_str()).map(str::to_owned).collect();
        Ok(found == *claims)
    }
}

/// A pattern in a graph.
fn within(graph: Option<&str>, pattern: &str) -> String {
    graph.map_or_else(|| pattern.to_owned(), |graph| format!("GRAPH <{graph}> {{ {pattern} }}"))
}
