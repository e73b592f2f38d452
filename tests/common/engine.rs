//! What does a good store do? The engine of the `oxigraph` crate behind three addresses: `/store`, `/update`, `/query`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers fail as tests do")]

use super::http::{Answer, Asked};
use oxigraph::io::{RdfFormat, RdfParser, RdfSerializer};
use oxigraph::model::{GraphName, GraphNameRef, NamedNode};
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};
use oxigraph::sparql::{QueryResults, SparqlEvaluator};
use oxigraph::store::Store;

pub fn graph_name(name: Option<&str>) -> GraphName {
    name.map_or(GraphName::DefaultGraph, |name| NamedNode::new(name).unwrap().into())
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
pub fn half(store: &Store, asked: &Asked) {
    let lines: Vec<&[u8]> = asked.body.split_inclusive(|byte| *byte == b'\n').collect();
    let (first, last) = lines.split_at(lines.len() / 2);
    let closing: &[u8] = if asked.path() == "/update" { b"}}" } else { b"" };
    assert!(!last.is_empty());
    answer_of(store, &Asked { body: [&first.concat(), closing].concat(), ..asked.clone() });
}

fn failed(error: impl std::fmt::Display) -> Answer {
    Answer::new(500, "text/plain", error.to_string())
}
