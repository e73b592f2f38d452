//! Is there a store, and what does it understand? Asked without changing anything.

use super::address::Address;
use super::client::Client;
use super::connection::{Connection, Protocol};
use super::fault::{Fault, StoreError};
use super::places::{Places, is_for_updates};
use super::retry::{Patience, Watch};
use super::tls;
use crate::diagnostic::Diagnostic;

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
    /// Where it may take updates, and whether it may be asked by one that does nothing.
    pub(super) updates: Vec<Address>,
    pub(super) read_only: bool,
    /// Whether another protocol may be taken where this one fails.
    pub(super) free: bool,
}

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
        let place = |address: &Option<Address>| address.as_ref().map_or_else(String::new, |address| address.plain().to_string());
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

const PLACES: &str = "Oxigraph takes data at /store, Virtuoso at /sparql-graph-crud-auth, Fuseki at /DATASET, GraphDB and RDF4J at \
                      /repositories/NAME;\nfor others give the address for SPARQL Update with --update-url, for queries with --query-url";
