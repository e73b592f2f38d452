//! Is there a store, and what does it understand? Asked without changing anything.

use super::address::Address;
use super::auth::Credentials;
use super::client::{Client, Request};
use super::fault::{Fault, StoreError};
use super::places::{Places, is_for_updates};
use super::retry::{Patience, Watch};
use super::tls;
use crate::diagnostic::Diagnostic;
use std::time::Duration;

/// How data gets into a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    /// The SPARQL 1.1 Graph Store Protocol.
    GraphStore,
    /// SPARQL 1.1 Update.
    Update,
}

/// How a store is reached.
#[derive(Debug, Clone)]
pub struct Connection {
    /// The address that was given; from it the others are found.
    pub address: Address,
    /// Where it answers queries, if that is known.
    pub query: Option<Address>,
    /// Where it takes updates, if that is known.
    pub update: Option<Address>,
    /// `None`: what the server answers decides.
    pub protocol: Option<Protocol>,
    /// As whom we come.
    pub credentials: Option<Credentials>,
    /// PEM certificates that are trusted instead of the usual authorities.
    pub authorities: Option<Vec<u8>>,
    /// How long a silent server is waited for.
    pub timeout: Duration,
    /// How often something is tried again that may pass.
    pub retries: u32,
    /// Send nothing that is an update, not even one that does nothing.
    pub read_only: bool,
}

/// A store that can be loaded.
pub struct Store {
    pub(super) client: Client,
    pub(super) patience: Patience,
    pub(super) protocol: Protocol,
    /// Where it takes graphs.
    pub(super) graphs: Option<Address>,
    /// Where it takes updates.
    pub(super) update: Option<Address>,
    /// Where it answers queries.
    pub(super) query: Option<Address>,
    /// The media type of N-Triples that it takes.
    pub(super) media: &'static str,
    /// Triples at once.
    pub(super) chunk: usize,
    updates: Vec<Address>,
    read_only: bool,
    /// Whether another protocol may be taken where this one fails.
    pub(super) free: bool,
}

/// A graph that no store has.
const NO_GRAPH: &str = "urn:newsgraph:no-such-graph";
pub(super) const RDF: &str = "application/n-triples, text/turtle;q=0.5";
pub(super) const RESULTS: &str = "application/sparql-results+json";

impl Store {
    /// Finds out what a server understands.
    ///
    /// # Errors
    /// Where nobody answers, where it is no store, or where it does not let us in.
    pub fn connect(connection: &Connection, watch: &mut dyn Watch) -> Result<Self, StoreError> {
        let named = [Some(&connection.address), connection.query.as_ref(), connection.update.as_ref()];
        let tls = tls::config(connection.authorities.as_deref()).map_err(|said| StoreError::new(Fault::Certificate, said))?;
        let trusted = named.into_iter().flatten().cloned().collect();
        let mut client = Client::new(tls, connection.timeout, connection.credentials.clone(), trusted);
        client.warn_of_token();
        let patience = Patience(connection.retries);
        let mut places = Places::of(&connection.address);
        if let Some(query) = &connection.query {
            places.query = vec![query.clone()];
        }
        if let Some(update) = &connection.update {
            places.update = vec![update.clone()];
        }
        let mut store = Self {
            client,
            patience,
            protocol: connection.protocol.unwrap_or(Protocol::GraphStore),
            graphs: None,
            update: None,
            query: None,
            media: "application/n-triples",
            chunk: 0,
            updates: places.update,
            read_only: connection.read_only,
            free: connection.protocol.is_none(),
        };
        patience.run(watch, |_| store.look_around(connection, &places.graphs, &places.query))?;
        store.client.notes.drain(..).for_each(|said| watch.say(&said));
        Ok(store)
    }

    /// How it is fed, and where, in words.
    #[must_use]
    pub fn describe(&self) -> String {
        let place = |address: &Option<Address>| address.as_ref().map_or_else(String::new, ToString::to_string);
        let how = match self.protocol {
            Protocol::GraphStore => format!("Graph Store Protocol at {}", place(&self.graphs)),
            Protocol::Update => format!("SPARQL Update at {}", place(&self.update)),
        };
        match &self.query {
            Some(query) => format!("{how}, queries at {query}"),
            None => format!("{how}; no place for queries was found"),
        }
    }

    fn look_around(&mut self, connection: &Connection, graphs: &[Address], queries: &[Address]) -> Result<(), StoreError> {
        let mut errors = Vec::new();
        self.query = self.first(queries, &mut errors, Self::answers)?;
        let by_update =
            connection.protocol == Some(Protocol::Update) || (connection.protocol.is_none() && (is_for_updates(&connection.address)));
        if by_update && self.find_update(&mut errors)? {
            self.protocol = Protocol::Update;
            return Ok(());
        }
        if connection.protocol != Some(Protocol::Update) {
            let known = self.some_graph();
            self.graphs = self.first(graphs, &mut errors, |store, place| store.takes_graphs(place, known.as_deref()))?;
            if self.graphs.is_some() {
                return Ok(());
            }
        }
        if connection.protocol.is_none() && !by_update && self.find_update(&mut errors)? {
            self.protocol = Protocol::Update;
            return Ok(());
        }
        Err(self.no_store(connection, errors))
    }

    /// The first place of which something is true. A place that cannot be reached at all ends the search.
    fn first(
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
    fn answers(&mut self, place: &Address) -> Result<bool, StoreError> {
        let reply = self.client.run(&Request { limit: 1 << 16, ..Request::get(place.with(&[("query", "ASK {}")]), RESULTS) })?;
        if matches!(reply.status, 401 | 403 | 429 | 503) {
            return Err(reply.error());
        }
        let answer: Option<serde_json::Value> = serde_json::from_slice(&reply.body).ok();
        Ok(reply.is_good() && answer.is_some_and(|answer| answer["boolean"].is_boolean()))
    }

    /// A graph that the store has.
    fn some_graph(&mut self) -> Option<String> {
        let rows = self.select("SELECT ?g WHERE { GRAPH ?g { ?s ?p ?o } } LIMIT 1").ok()?;
        rows.first().and_then(|row| row["g"]["value"].as_str()).map(str::to_owned)
    }

    /// Whether a place gives graphs by name: one that is there, and nothing for one that is not. Where it answers the same to every
    /// name, it is something else.
    fn takes_graphs(&mut self, place: &Address, known: Option<&str>) -> Result<bool, StoreError> {
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

    /// Why nothing was found: where something forbade it, that; else that there is no store.
    fn no_store(&self, connection: &Connection, errors: Vec<StoreError>) -> StoreError {
        let grave = |error: &StoreError| match error.fault {
            Fault::Elsewhere => 0,
            Fault::WhoAreYou => 1,
            Fault::Busy => 2,
            _ => 3,
        };
        if let Some(error) = errors.into_iter().min_by_key(grave) {
            return error;
        }
        let what = match (&self.query, connection.protocol) {
            (Some(_), _) => "it answers SPARQL queries, but no place was found where it takes data",
            (None, Some(Protocol::GraphStore)) => "no Graph Store Protocol answers here",
            (None, Some(Protocol::Update)) => "no SPARQL Update answers here",
            (None, None) => "no SPARQL endpoint answers here",
        };
        let said = Diagnostic::error(what).at(connection.address.plain().to_string());
        StoreError::new(Fault::NoStore, said.help(PLACES))
    }
}

fn is_empty(rdf: &[u8]) -> bool {
    let text = String::from_utf8_lossy(rdf);
    text.lines()
        .map(str::trim)
        .all(|line| line.is_empty() || line.starts_with(['#', '@']) || line.to_ascii_lowercase().starts_with("prefix"))
}

const PLACES: &str = "Oxigraph takes data at /store, Virtuoso at /sparql-graph-crud-auth, Fuseki at /DATASET, GraphDB and RDF4J at \
                      /repositories/NAME;\nfor others give the address for SPARQL Update with --update-url, for queries with --query-url";
