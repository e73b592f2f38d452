//! How does a graph get into a store? In pieces; the first replaces what was there.

use super::client::Request;
use super::connect::Store;
use super::connection::Protocol;
use super::fault::{Fault, StoreError};
use super::lines::Lines;
use super::plan::Unit;
use super::retry::{Watch, stopped};

/// Below so many triples a lost connection is not put down to the size of what was sent.
const SMALL: usize = 1000;

impl Store {
    /// Sends a unit from its beginning: tried again, it replaces what a broken try left. `sent` counts the triples that arrived.
    pub(super) fn put(&mut self, unit: &Unit, watch: &mut dyn Watch, sent: &mut usize) -> Result<(), StoreError> {
        *sent = 0;
        if unit.keeps_sources
            && let Some(article) = &unit.graph
        {
            self.forget_sources(article)?;
        }
        self.pour(unit.graph.as_deref(), &unit.lines, unit.replaces, watch, sent)?;
        unit.sources.iter().try_for_each(|(source, lines)| self.pour(Some(source), lines, false, watch, &mut 0))
    }

    fn pour(
        &mut self,
        graph: Option<&str>,
        lines: &Lines,
        replace: bool,
        watch: &mut dyn Watch,
        sent: &mut usize,
    ) -> Result<(), StoreError> {
        let mut from = 0;
        while from < lines.bytes() {
            if watch.stopped() {
                return Err(stopped());
            }
            let piece = lines.piece(from, self.piece_limit());
            let triples = piece.lines().count();
            match self.write(graph, piece, replace && from == 0) {
                Ok(()) => {
                    from += piece.len();
                    *sent += triples;
                }
                Err(error) if error.fault == Fault::TooMuch && triples > 1 => self.chunk = triples / 2,
                Err(error) if error.fault == Fault::Format && self.other_media() => {}
                Err(error) if error.fault == Fault::NoStore && from == 0 && self.other_protocol()? => {}
                Err(error) => {
                    if error.fault == Fault::Unreachable && triples > SMALL {
                        // Some servers hang up where others say 413.
                        self.chunk = (triples / 2).max(SMALL);
                    }
                    return Err(error);
                }
            }
        }
        Ok(())
    }

    fn piece_limit(&self) -> usize {
        match (self.chunk, self.protocol) {
            (0, Protocol::GraphStore) => 50_000,
            (0, Protocol::Update) => 2_000,
            (chunk, _) => chunk,
        }
    }

    /// Writes triples into a graph, in place of what is there or beside it. Doing it twice is doing it once.
    fn write(&mut self, graph: Option<&str>, triples: &str, replace: bool) -> Result<(), StoreError> {
        if let (Protocol::GraphStore, Some(place)) = (self.protocol, &self.graphs) {
            let url = place.with(&[graph.map_or(("default", ""), |graph| ("graph", graph))]);
            let request = Request::send(if replace { "PUT" } else { "POST" }, url, self.media, triples.as_bytes());
            return self.client.run(&request)?.good().map(drop);
        }
        let (old, data) = match graph {
            Some(graph) => (format!("DROP SILENT GRAPH <{graph}> ;\n"), format!("GRAPH <{graph}> {{\n{triples}}}")),
            None => ("DROP SILENT DEFAULT ;\n".to_owned(), triples.to_owned()),
        };
        self.change(&format!("{}INSERT DATA {{\n{data}}}", if replace { old.as_str() } else { "" }))
    }

    /// Runs a SPARQL update.
    pub(super) fn change(&mut self, update: &str) -> Result<(), StoreError> {
        let place = self.need_update()?;
        let request = Request::send("POST", place, "application/sparql-update", update.as_bytes());
        self.client.run(&request)?.good().map(drop)
    }

    /// N-Triples without triple terms are Turtle: a server that does not know the one takes the same bytes as the other.
    fn other_media(&mut self) -> bool {
        let other = self.protocol == Protocol::GraphStore && self.media != "text/turtle";
        self.media = "text/turtle";
        other
    }

    /// A server that gives graphs may not take any; then updates may do.
    fn other_protocol(&mut self) -> Result<bool, StoreError> {
        let other = self.free && self.protocol == Protocol::GraphStore && self.find_update(&mut Vec::new())?;
        if other {
            self.protocol = Protocol::Update;
        }
        Ok(other)
    }
}
