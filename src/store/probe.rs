//! What does an address answer? Questions that change nothing.

use super::address::Address;
use super::client::Request;
use super::connect::{RDF, RESULTS, Store};
use super::fault::{Fault, StoreError};

/// A graph that no store has.
const NO_GRAPH: &str = "urn:newsgraph:no-such-graph";
impl Store {
    /// The first place of which something is true. A place that cannot be reached at all ends the search.
    pub(super) fn first(
        &mut self,
        places: &[Address],
        errors: &mut Vec<StoreError>,
        mut test: impl FnMut(&mut Self, &Address) -> Result<bool, StoreError>,
    ) -> Result<Option<Address>, StoreError> {
        for place in places {
            match test(self, place) {
                Ok(true) => return Ok(Some(place.clone())),
                Ok(false) => {}
                Err(error) if matches!(error.fault, Fault::Unreachable | Fault::TooSlow | Fault::Certificate) => return Err(error),
                Err(error) => errors.push(error),
            }
        }
        Ok(None)
    }

    /// Whether a place answers queries.
    pub(super) fn answers(&mut self, place: &Address) -> Result<bool, StoreError> {
        let reply = self.client.run(&Request { limit: 1 << 16, ..Request::get(place.with(&[("query", "ASK {}")]), RESULTS) })?;
        if matches!(reply.status, 401 | 403 | 429 | 503) {
            return Err(reply.error());
        }
        let answer: Option<serde_json::Value> = serde_json::from_slice(&reply.body).ok();
        Ok(reply.is_good() && answer.is_some_and(|answer| answer["boolean"].is_boolean()))
    }

    /// A graph that the store has.
    pub(super) fn some_graph(&mut self) -> Option<String> {
        let rows = self.select("SELECT ?g WHERE { GRAPH ?g { ?s ?p ?o } } LIMIT 1").ok()?;
        rows.first().and_then(|row| row["g"]["value"].as_str()).map(str::to_owned)
    }

    /// Whether a place gives graphs by name: one that is there, and nothing for one that is not. Where it answers the same to every
    /// name, it is something else.
    pub(super) fn takes_graphs(&mut self, place: &Address, known: Option<&str>) -> Result<bool, StoreError> {
        let nothing = self.client.run(&Request { limit: 1 << 16, ..Request::get(place.with(&[("graph", NO_GRAPH)]), RDF) })?;
        if matches!(nothing.status, 401 | 403 | 429 | 503) {
            return Err(nothing.error());
        }
        if !(nothing.status == 404 || nothing.status == 204 || (nothing.status == 200 && nothing.is_rdf() && is_empty(&nothing.body))) {
            return Ok(false);
        }
        let questions = known.map(|graph| ("graph", graph)).into_iter().chain([("default", "")]);
        for question in questions {
            let reply = self.client.run(&Request { limit: 0, ..Request::get(place.with(&[question]), RDF) })?;
            if reply.is_good() && (reply.is_rdf() || reply.status == 204) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Finds out where updates are taken, by one that does nothing.
    pub(super) fn find_update(&mut self, errors: &mut Vec<StoreError>) -> Result<bool, StoreError> {
        if self.read_only {
            // By its name, and only where somebody is known to be there.
            self.update = self.updates.first().filter(|_| self.query.is_some()).cloned();
        } else if self.update.is_none() {
            let places = self.updates.clone();
            self.update = self.first(&places, errors, |store, place| {
                let request = Request::send("POST", place.clone(), "application/sparql-update", b"INSERT DATA {}");
                let reply = store.client.run(&request)?;
                if matches!(reply.status, 401 | 403 | 429 | 503) {
                    return Err(reply.error());
                }
                let page = reply.content_type.starts_with("text/html");
                Ok(reply.is_good() && !page)
            })?;
        }
        Ok(self.update.is_some())
    }
}

fn is_empty(rdf: &[u8]) -> bool {
    let text = String::from_utf8_lossy(rdf);
    text.lines()
        .map(str::trim)
        .all(|line| line.is_empty() || line.starts_with(['#', '@']) || line.to_ascii_lowercase().starts_with("prefix"))
}
