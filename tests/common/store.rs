//! Is there a small triple store that fails when it is told to? The engine of the `oxigraph` crate behind the Graph Store Protocol,
//! SPARQL Update and queries, on loopback.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "no test uses all of it, and helpers fail as tests do"
)]

#[path = "engine.rs"]
mod engine;
#[path = "http.rs"]
pub mod http;

use engine::{answer_of, graph_name, half};
use http::{Answer, Asked};
use oxigraph::model::{GraphName, NamedNode, Quad};
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
