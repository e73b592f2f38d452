//! Is there a small triple store that fails when it is told to? The engine of the `oxigraph` crate behind the Graph Store Protocol,
//! SPARQL Update and queries, on loopback.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "no test uses all of it, and helpers fail as tests do"
)]

#[path = "http.rs"]
pub mod http;

use http::{Answer, Asked};
use oxigraph::io::{RdfFormat, RdfParser, RdfSerializer};
use oxigraph::model::{GraphName, GraphNameRef, NamedNode, Quad};
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};
use oxigraph::sparql::{QueryResults, SparqlEvaluator};
use oxigraph::store::Store;
use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// How the server misbehaves.
#[derive(Debug, Clone)]
pub enum Act {
    /// Answers so, and does nothing.
    Answer(Answer),
    /// Takes the first half of the triples, then answers so.
    Half(Answer),
    /// Takes the first half of the triples, then hangs up.
    HalfThenGone,
    /// Does all, then hangs up before it says so.
    AllThenGone,
    /// Hangs up.
    Gone,
    /// Is silent for so long, then goes on.
    Slow(Duration),
}

type Script = Box<dyn FnMut(&Asked) -> Option<Act> + Send>;

/// What the threads of a server share.
struct Shared {
    store: Store,
    script: Mutex<Script>,
    asked: Mutex<Vec<Asked>>,
    stopped: AtomicBool,
}

/// A server of a test.
pub struct Server {
    shared: Arc<Shared>,
    port: u16,
    scheme: &'static str,
}

impl Server {
    /// A server that does what it should, unless `script` has it otherwise.
    pub fn new(script: impl FnMut(&Asked) -> Option<Act> + Send + 'static) -> Self {
        Self::start(Store::new().unwrap(), 0, Box::new(script), None)
    }

    /// A server without faults.
    pub fn good() -> Self {
        Self::new(|_| None)
    }

    /// The same by https.
    pub fn tls(config: rustls::ServerConfig) -> Self {
        Self::start(Store::new().unwrap(), 0, Box::new(|_| None), Some(Arc::new(config)))
    }

    fn start(store: Store, port: u16, script: Script, tls: Option<Arc<rustls::ServerConfig>>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", port)).expect("a port");
        let port = listener.local_addr().unwrap().port();
        let shared = Arc::new(Shared { store, script: Mutex::new(script), asked: Mutex::default(), stopped: AtomicBool::new(false) });
        let scheme = if tls.is_some() { "https" } else { "http" };
        let mine = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming() {
                if mine.stopped.load(Ordering::SeqCst) {
                    return;
                }
                let (shared, tls, stream) = (Arc::clone(&mine), tls.clone(), stream.unwrap());
                thread::spawn(move || {
                    let socket = stream.try_clone().unwrap();
                    match tls {
                        None => serve(&shared, stream, &socket),
                        Some(config) => {
                            let connection = rustls::ServerConnection::new(config).unwrap();
                            serve(&shared, rustls::StreamOwned::new(connection, stream), &socket);
                        }
                    }
                });
            }
        });
        Self { shared, port, scheme }
    }

    /// Ends it: nobody answers at its port any more. What it had is kept for [`Server::again`].
    pub fn stop(&self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        drop(TcpStream::connect(("127.0.0.1", self.port)));
        // The port is free when the listener is dropped.
        while TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// The same server, started again without faults.
    pub fn again(&self) -> Self {
        Self::start(self.shared.store.clone(), self.port, Box::new(|_| None), None)
    }

    /// From now on it does what it should.
    pub fn mend(&self) {
        self.script(|_| None);
    }

    /// From now on it misbehaves so.
    pub fn script(&self, script: impl FnMut(&Asked) -> Option<Act> + Send + 'static) {
        *self.shared.script.lock().unwrap() = Box::new(script);
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}://127.0.0.1:{}{path}", self.scheme, self.port)
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// The requests so far.
    pub fn asked(&self) -> Vec<Asked> {
        self.shared.asked.lock().unwrap().clone()
    }

    /// The lines of a graph, sorted; `None` is the default graph.
    pub fn graph(&self, name: Option<&str>) -> BTreeSet<String> {
        let name = graph_name(name);
        let quads = self.shared.store.quads_for_pattern(None, None, None, Some(name.as_ref()));
        quads.map(|quad| quad.unwrap()).map(|quad| format!("{} {} {} .", quad.subject, quad.predicate, quad.object)).collect()
    }

    /// Fails where a graph does not have just these lines.
    pub fn has(&self, what: &str, name: Option<&str>, wanted: &BTreeSet<String>) {
        let found = self.graph(name);
        let differs: Vec<_> = wanted.symmetric_difference(&found).take(5).collect();
        assert!(differs.is_empty(), "{what}: {} lines wanted, {} found; {differs:#?}", wanted.len(), found.len());
    }

    /// The names of its graphs, sorted.
    pub fn names(&self) -> BTreeSet<String> {
        self.shared.store.quads_for_pattern(None, None, None, None).map(|quad| quad.unwrap().graph_name.to_string()).collect()
    }

    /// Puts something into it that no load may touch.
    pub fn with_others(self) -> Self {
        let node = |name: &str| NamedNode::new_unchecked(name);
        for graph in [GraphName::DefaultGraph, node("urn:other").into()] {
            self.shared.store.insert(&Quad::new(node("urn:s"), node("urn:p"), node("urn:o"), graph)).unwrap();
        }
        self
    }

    /// Whether what no load may touch is as it was.
    pub fn others_are_untouched(&self) {
        let line = BTreeSet::from(["<urn:s> <urn:p> <urn:o> .".to_owned()]);
        assert_eq!((self.graph(None), self.graph(Some("urn:other"))), (line.clone(), line));
    }
}

/// A line as the engine has it, for which every whole number is an `xsd:integer`.
pub fn stored(line: &str) -> String {
    line.replace("XMLSchema#nonNegativeInteger", "XMLSchema#integer")
}

fn graph_name(name: Option<&str>) -> GraphName {
    name.map_or(GraphName::DefaultGraph, |name| NamedNode::new(name).unwrap().into())
}

fn serve(shared: &Shared, mut stream: impl Read + Write, socket: &TcpStream) {
    let Ok(asked) = Asked::read(&mut stream) else { return };
    shared.asked.lock().unwrap().push(asked.clone());
    let act = (shared.script.lock().unwrap())(&asked);
    let answer = match act {
        None => Some(answer_of(&shared.store, &asked)),
        Some(Act::Answer(answer)) => Some(answer),
        Some(Act::Half(answer)) => {
            half(&shared.store, &asked);
            Some(answer)
        }
        Some(Act::HalfThenGone) => {
            half(&shared.store, &asked);
            None
        }
        Some(Act::AllThenGone) => {
            answer_of(&shared.store, &asked);
            None
        }
        Some(Act::Gone) => None,
        Some(Act::Slow(how_long)) => {
            thread::sleep(how_long);
            Some(answer_of(&shared.store, &asked))
        }
    };
    if let Some(answer) = answer {
        drop(answer.write(&mut stream));
    }
    drop(socket.shutdown(Shutdown::Write));
}

/// What a good server does and answers.
pub fn answer_of(store: &Store, asked: &Asked) -> Answer {
    match (asked.path(), asked.method.as_str()) {
        ("/store", method) => graphs(store, asked, method),
        ("/update", "POST") => {
            let text = String::from_utf8(asked.body.clone()).unwrap();
            match SparqlEvaluator::new().parse_update(&text) {
                Ok(update) => update.on_store(store).execute().map_or_else(failed, |()| Answer::new(204, "text/plain", "")),
                Err(error) => Answer::new(400, "text/plain", error.to_string()),
            }
        }
        ("/query", "GET") => {
            let Some(query) = asked.parameter("query") else { return Answer::new(400, "text/plain", "no query") };
            let prepared = SparqlEvaluator::new().parse_query(&query).unwrap();
            let out = results(prepared.on_store(store).execute().unwrap());
            Answer::new(200, "application/sparql-results+json", out)
        }
        _ => Answer::new(404, "text/html", "<html><body><h1>Not here</h1></body></html>"),
    }
}

fn results(results: QueryResults<'_>) -> Vec<u8> {
    let serializer = QueryResultsSerializer::from_format(QueryResultsFormat::Json);
    match results {
        QueryResults::Boolean(yes) => serializer.serialize_boolean_to_writer(Vec::new(), yes).unwrap(),
        QueryResults::Solutions(rows) => {
            let mut out = serializer.serialize_solutions_to_writer(Vec::new(), rows.variables().to_vec()).unwrap();
            rows.for_each(|row| out.serialize(&row.unwrap()).unwrap());
            out.finish().unwrap()
        }
        QueryResults::Graph(_) => panic!("no load asks for a graph"),
    }
}

fn graphs(store: &Store, asked: &Asked, method: &str) -> Answer {
    let name = graph_name(asked.parameter("graph").as_deref());
    let has = |store: &Store| store.quads_for_pattern(None, None, None, Some(name.as_ref())).next().is_some();
    match method {
        "GET" if !has(store) && name != GraphName::DefaultGraph => Answer::new(404, "text/plain", "no such graph"),
        "GET" => {
            let mut out = Vec::new();
            store.dump_graph_to_writer(name.as_ref(), RdfSerializer::from_format(RdfFormat::NTriples), &mut out).unwrap();
            Answer::new(200, "application/n-triples", out)
        }
        "PUT" | "POST" => {
            if method == "PUT" {
                store.clear_graph(name.as_ref()).unwrap();
            }
            put(store, name.as_ref(), &asked.body)
        }
        _ => Answer::new(405, "text/plain", ""),
    }
}

fn put(store: &Store, graph: GraphNameRef<'_>, body: &[u8]) -> Answer {
    let parser = RdfParser::from_format(RdfFormat::NTriples).without_named_graphs().with_default_graph(graph.into_owned());
    store.load_from_slice(parser, body).map_or_else(failed, |()| Answer::new(204, "text/plain", ""))
}

/// What a server does that breaks in the middle: it has removed the old, and taken the first half of the new.
fn half(store: &Store, asked: &Asked) {
    let lines: Vec<&[u8]> = asked.body.split_inclusive(|byte| *byte == b'\n').collect();
    let (first, last) = lines.split_at(lines.len() / 2);
    let closing: &[u8] = if asked.path() == "/update" { b"}}" } else { b"" };
    assert!(!last.is_empty());
    answer_of(store, &Asked { body: [&first.concat(), closing].concat(), ..asked.clone() });
}

fn failed(error: impl std::fmt::Display) -> Answer {
    Answer::new(500, "text/plain", error.to_string())
}
