//! Does `load` put each article where it belongs: replaced by the next load, the same after two, and split off merged graphs?

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod common;
#[path = "common/store.rs"]
mod store;

use common::running::{finish, folder};
use common::{corpus, document, graph, json, newsgraph, rdf, root, sample_graph};
use newsgraph::{KnowledgeGraph, Profile, RdfFormat, for_each_quad};
use std::collections::BTreeSet;
use std::fs;
use store::{Server, stored};

const ARTICLE: &str = "https://w3id.org/newsgraph/id/article/b223089b6820e1ea";

fn lines(graph: &KnowledgeGraph, profile: Profile) -> BTreeSet<String> {
    rdf(graph, RdfFormat::NQuads, profile).lines().map(stored).collect()
}

fn load(server: &Server, path: &str, args: &[&str]) -> String {
    let (out, said) = finish(newsgraph(root()).args(["load", "examples/nato-missions.json", "--to", &server.url(path)]).args(args), 0);
    assert_eq!(out, "");
    said
}

#[test]
fn by_either_protocol_once_or_twice_the_article_is_there_once() {
    for (path, how, method) in [
        ("/store", "Graph Store Protocol", "PUT"),
        ("/update", "SPARQL Update", "POST"),
        ("/", "Graph Store Protocol", "PUT"),
        ("/query", "Graph Store", "PUT"),
    ] {
        let server = Server::good().with_others();
        for _ in 0..2 {
            let said = load(&server, path, &["-v"]);
            assert!(
                said.contains(&format!("by {how}")) && said.contains("1075 triples in one named graph") && said.contains(ARTICLE),
                "{said}"
            );
            assert!(said.contains("the store has as many"), "{said}");
            server.has(path, Some(ARTICLE), &lines(&sample_graph(), Profile::Reified));
            server.others_are_untouched();
        }
        assert_eq!(server.names().len(), 3);
        assert_eq!(server.asked().iter().filter(|asked| asked.writes() && asked.method == method).count(), 2);
    }
}

#[test]
fn by_the_protocol_that_is_asked_for() {
    for (protocol, path, found) in [("gsp", "/update", "Graph Store Protocol"), ("update", "/store", "SPARQL Update")] {
        let server = Server::good();
        let said = load(&server, path, &["-v", "--protocol", protocol]);
        assert!(said.contains(found), "{said}");
        assert_eq!(server.graph(Some(ARTICLE)).len(), 1075);
    }
    let server = Server::good();
    let said = load(&server, "/nowhere", &["-v", "--update-url", &server.url("/update"), "--query-url", &server.url("/query")]);
    assert!(said.contains("SPARQL Update") && said.contains("has as many"), "{said}");
}

#[test]
fn an_article_is_replaced_and_the_others_stay() {
    let server = Server::good().with_others();
    let text = |claims: &str, id: &str| {
        format!(
            "{{\"id\": \"{id}\", \"text\": \"США тиснуть на НАТО. США підтримують НАТО. Стаття {id}.\", \"entities\": [
            {{\"key\": \"us\", \"type\": \"Country\", \"names\": [\"США\"], \"wikidata\": \"Q30\"}},
            {{\"key\": \"nato\", \"type\": \"Organization\", \"names\": [\"НАТО\"], \"wikidata\": \"Q7184\"}}], \"claims\": [{claims}]}}"
        )
    };
    let pressures = "{\"quote\": \"США тиснуть на НАТО\", \"subject\": \"us\", \"relation\": \"pressures\", \"object\": \"nato\", \"source\": \"us\", \"hedged\": true}";
    let supports = "{\"quote\": \"США підтримують НАТО\", \"subject\": \"us\", \"relation\": \"supports\", \"object\": \"nato\", \"source\": \"us\", \"hedged\": true}";
    let both = format!("{pressures}, {supports}");
    for profile in [Profile::Reified, Profile::Graphs] {
        let (folder, base) = (folder(), format!("https://example.org/{profile}/"));
        let send = |json: &str| {
            fs::write(folder.path().join("x.json"), json).unwrap();
            let args = ["load", "x.json", "--to", &server.url("/store"), "--profile", profile.name(), "--base", &base];
            finish(newsgraph(folder.path()).args(args), 0);
            graph(document(json), None)
        };
        let check = |now: &[KnowledgeGraph]| {
            let wanted: BTreeSet<String> = now.iter().flat_map(|graph| quads(graph, profile, &base)).collect();
            let names = server.names().into_iter().filter(|name| name.contains(&base));
            let lines =
                |name: String| server.graph(Some(name.trim_matches(['<', '>']))).into_iter().map(move |line| format!("{line} {name}"));
            let found: BTreeSet<String> = names.flat_map(lines).collect();
            let differs: Vec<_> = wanted.symmetric_difference(&found).collect();
            assert!(differs.is_empty(), "{profile}: {differs:#?}");
        };
        let mut now = [send(&text(&both, "a")), send(&text(supports, "b"))];
        check(&now);
        // The other article still vouches for "supports"; nobody does for "pressures".
        now[0] = send(&text("", "a"));
        check(&now);
        now[0] = send(&text(pressures, "a"));
        now[1] = send(&text("", "b"));
        check(&now);
        server.others_are_untouched();
    }
}

/// What a store should have of an article: its default graph in the graph of the article, the graphs of sources as they are.
fn quads(graph: &KnowledgeGraph, profile: Profile, base: &str) -> BTreeSet<String> {
    let article = graph.articles().next().unwrap().0;
    let mut all = BTreeSet::new();
    for_each_quad(graph, profile, base, |quad| {
        let named = quad.graph_name.is_named_node();
        let name = if named { quad.graph_name.to_string() } else { format!("<{base}article/{article}>") };
        all.insert(stored(&format!("{} {} {} . {name}", quad.subject, quad.predicate, quad.object)));
        Ok(())
    })
    .unwrap();
    all
}

#[test]
fn a_merged_graph_is_split_by_articles() {
    let mut all = KnowledgeGraph::new();
    let mut own = Vec::new();
    for (name, document) in corpus() {
        let part = graph(document, None);
        own.push((name, part.articles().next().unwrap().0, part.clone()));
        all.merge(part);
    }
    let parts = all.parts();
    for (name, article, wanted) in &own {
        let part = parts.of(*article);
        for profile in Profile::ALL {
            common::assert_same(name, &rdf(&part, RdfFormat::NQuads, profile), &rdf(wanted, RdfFormat::NQuads, profile));
        }
    }
    let folder = folder();
    fs::write(folder.path().join("all.json"), json(&all)).unwrap();
    fs::write(folder.path().join("all.nq"), rdf(&all, RdfFormat::NQuads, Profile::Graphs)).unwrap();
    for file in ["all.json", "all.nq"] {
        let server = Server::good().with_others();
        let (_, said) = finish(newsgraph(folder.path()).args(["load", file, "--to", &server.url("/store")]), 0);
        assert!(said.contains(&format!("in {} named graphs, one an article", own.len())), "{said}");
        let mut union = BTreeSet::new();
        for (name, article, wanted) in &own {
            let graph = format!("https://w3id.org/newsgraph/id/article/{article}");
            let mut wanted = lines(wanted, Profile::Reified);
            if file == "all.nq" {
                // RDF does not say which article has which of an entity's names: each has them all.
                wanted.extend(
                    server
                        .graph(Some(&graph))
                        .into_iter()
                        .filter(|line| line.starts_with("<https://w3id.org/newsgraph/id/entity/") && !line.contains("ontology#")),
                );
            }
            server.has(name, Some(&graph), &wanted);
            union.extend(server.graph(Some(&graph)));
        }
        assert!(union == lines(&all, Profile::Reified), "the union of the named graphs is the whole");
        server.others_are_untouched();
    }
}

#[test]
fn all_into_one_graph_or_the_default_graph() {
    let server = Server::good();
    for _ in 0..2 {
        let said = load(&server, "/store", &["--graph", "urn:news"]);
        assert!(said.contains("1075 triples in urn:news") && said.contains("nothing was removed"), "{said}");
        let said = load(&server, "/update", &["--default-graph", "--chunk", "300"]);
        assert!(said.contains("in the default graph"), "{said}");
    }
    let wanted = lines(&sample_graph(), Profile::Reified);
    server.has("default graph", None, &wanted);
    server.has("one graph", Some("urn:news"), &wanted);
    let to = server.url("/store");
    for args in
        [&["--graph", "news"][..], &["--graph", "urn:x", "--default-graph"], &["--chunk", "0"], &["--timeout", "0"], &["--profile", "x"]]
    {
        finish(newsgraph(root()).args(["load", "examples/nato-missions.json", "--to", &to]).args(args), 2);
    }
}

#[test]
fn pieces_make_the_whole() {
    for path in ["/store", "/update"] {
        let server = Server::good().with_others();
        load(&server, path, &["--chunk", "100"]);
        assert_eq!(server.asked().iter().filter(|asked| asked.writes()).count(), 11, "1075 triples");
        server.has(path, Some(ARTICLE), &lines(&sample_graph(), Profile::Reified));
        server.others_are_untouched();
    }
}

#[test]
fn dry_run_says_what_would_be_sent_and_sends_nothing() {
    for path in ["/store", "/update", "/"] {
        let server = Server::good();
        let args = ["load", "examples/nato-missions.json", "--profile", "graphs", "--dry-run", "--to", &server.url(path)];
        let (out, said) = finish(newsgraph(root()).args(args), 0);
        let row: Vec<&str> = out.lines().nth(1).unwrap().split('\t').collect();
        assert_eq!((row[0], row[1], row[3], row[5]), (ARTICLE, "1075", "6", "true"), "{out}");
        assert!(said.contains("nothing was sent; it would be by"), "{said}");
        assert!(server.asked().iter().all(|asked| asked.method == "GET"), "{path}");
    }
}

#[test]
fn resume_leaves_out_what_is_there() {
    let server = Server::good();
    load(&server, "/store", &[]);
    let said = load(&server, "/store", &["--resume"]);
    assert!(said.contains("1 of which the store had already"), "{said}");
    assert_eq!(server.asked().iter().filter(|asked| asked.writes()).count(), 1);
    finish(
        newsgraph(root()).args([
            "load",
            "corpus/uk/b01-01.json",
            "corpus/uk/b01-02.json",
            "examples/nato-missions.json",
            "--resume",
            "--to",
            &server.url("/"),
        ]),
        0,
    );
    assert_eq!(server.asked().iter().filter(|asked| asked.writes()).count(), 3);
}

#[test]
fn the_count_of_the_store_is_compared() {
    let server = Server::new(|asked| {
        let counts = asked.parameter("query").is_some_and(|query| query.contains("COUNT"));
        counts.then(|| {
            let json = "{\"head\": {\"vars\": [\"n\"]}, \"results\": {\"bindings\": [{\"n\": {\"type\": \"literal\", \"value\": \"7\"}}]}}";
            store::Act::Answer(store::http::Answer::new(200, "application/sparql-results+json", json))
        })
    });
    let (_, said) = finish(newsgraph(root()).args(["load", "examples/nato-missions.json", "--to", &server.url("/store")]), 1);
    assert!(said.contains(&format!("{ARTICLE}: 1075 triples were sent, the store has 7")), "{said}");
}
