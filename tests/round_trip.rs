//! Does a graph come back the same from JSON and from RDF, in every format and profile, under every base?

#![expect(clippy::panic, reason = "helpers of tests fail as tests do")]

mod common;

use common::{assert_same, corpus, document, forms, graph, graph_of_json, json, messages, nquads, rdf_under, read, sample_graph};
use newsgraph::{DEFAULT_BASE, KnowledgeGraph, RdfFormat, read_rdf};

/// Graph → JSON → graph → JSON is a fixed point, and the second graph says the same.
fn json_round_trip(name: &str, graph: &KnowledgeGraph, text: Option<&str>) {
    let written = json(graph);
    let again = graph_of_json(&written, text);
    assert_same(&format!("{name}: JSON"), &written, &json(&again));
    assert_same(&format!("{name}: N-Quads after JSON"), &nquads(graph), &nquads(&again));
}

/// Graph → RDF → graph → RDF is a fixed point without a word of complaint, and the second graph says the same.
fn rdf_round_trip(name: &str, graph: &KnowledgeGraph, base: &str, formats: &[RdfFormat]) {
    let wanted = rdf_under(graph, RdfFormat::NQuads, newsgraph::Profile::Reified, base);
    for (format, profile) in forms().filter(|(format, _)| formats.contains(format)) {
        let what = format!("{name} as {format} ({profile})");
        let written = rdf_under(graph, format, profile, base);
        let again = read_rdf(written.as_bytes(), format, "x").unwrap_or_else(|said| panic!("{what}: {}", messages(&said)));
        assert!(again.diagnostics.is_empty(), "{what}: {}", messages(&again.diagnostics));
        assert_eq!(again.base, base, "{what}");
        assert_same(&what, &written, &rdf_under(&again.graph, format, profile, base));
        let nquads = rdf_under(&again.graph, RdfFormat::NQuads, newsgraph::Profile::Reified, base);
        assert_same(&format!("{what}: N-Quads"), &wanted, &nquads);
    }
}

/// What JSON and RDF must bring back though other tools choke on it.
fn hostile() -> KnowledgeGraph {
    let text = "Він «сказав»: \\\"так\\\" & <b>ні</b> ]]> -- '''три''' \"\"\"лапки\"\"\"\n\tтабуляція\r\nі 🇺🇦 емодзі, \u{202e}справа наліво\u{202c} العربية \u{feff}x.";
    let quote = |from: usize, to: usize| text.chars().skip(from).take(to - from).collect::<String>();
    let length = text.chars().count();
    let json = serde_json::json!({
        "article": {"language": "uk", "headline": "\"Заголовок\" \\ з\nрядком", "url": "https://example.org/новини?a=1&b=(2)#x"},
        "text": text,
        "entities": [
            {"key": "a b/c", "type": "Person", "names": ["Ім'я \"в лапках\"", "<b>&amp;</b>", "a\\b", "x\ny"], "en": "N \\\" 'q'"},
            {"key": "\u{202e}rtl", "type": "AnonymousSource", "names": ["🇺🇦", "العربية"], "affiliation": "a b/c", "headcount": 4_294_967_295_u32},
            {"key": "3.", "type": "Concept", "names": ["--", "]]>"], "wikidata": "Q999999999999999"}],
        "claims": [
            {"quote": text, "subject": "a b/c", "relation": "comments", "object": {"literal": "'''\\\"\n\t\r\\"}, "source": "\u{202e}rtl"},
            {"quote": quote(3, 20), "begin": 3, "end": 20, "subject": "3.", "relation": ["ownWord", "rejects"],
             "object": {"literal": "2026-02-30", "datatype": "https://example.org/тип#x"}, "time": "2026", "confidence": 0.1},
            {"quote": quote(0, length - 1), "subject": "claim:c1", "relation": "hasQuantity", "confidence": 1e-7,
             "object": {"literal": "01", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}, "polarity": "negated", "refutes": ["c1", "c2"]},
            {"quote": "так", "subject": "a b/c", "relation": "supports", "object": {"literal": "x", "datatype": "http://www.w3.org/2001/XMLSchema#string"}},
            {"quote": "так", "subject": "a b/c", "relation": "supports", "object": {"literal": "true", "datatype": "http://www.w3.org/2001/XMLSchema#boolean"}},
            {"quote": "так", "subject": "a b/c", "relation": "supports", "object": {"literal": "1.50", "datatype": "http://www.w3.org/2001/XMLSchema#decimal"}},
            {"quote": "так", "subject": "a b/c", "relation": "supports", "object": {"literal": "1e3", "datatype": "http://www.w3.org/2001/XMLSchema#double"}},
            {"quote": "так", "subject": "a b/c", "relation": "accuses", "object": "claim:c3", "content": "c2", "hedged": true}]
    });
    graph(document(&json.to_string()), None)
}

#[test]
fn the_sample() {
    json_round_trip("the sample", &sample_graph(), Some(&read("examples/nato-missions.txt")));
    rdf_round_trip("the sample", &sample_graph(), DEFAULT_BASE, &RdfFormat::ALL);
}

#[test]
fn the_sample_as_it_is_written_is_a_fixed_point() {
    let written = read("out/nato-missions.json");
    let text = read("examples/nato-missions.txt");
    assert_same("out/nato-missions.json", &written, &json(&graph(document(&written), Some(&text))));
}

#[test]
fn under_other_bases() {
    for base in ["https://example.org/новини/", "http://example.org:8080/a-1/", "https://a.b/~x/%20y/"] {
        rdf_round_trip("the sample", &sample_graph(), base, &RdfFormat::ALL);
    }
}

#[test]
fn whatever_the_texts_contain() {
    json_round_trip("hostile texts", &hostile(), None);
    rdf_round_trip("hostile texts", &hostile(), DEFAULT_BASE, &RdfFormat::ALL);
}

#[test]
fn documents_of_the_corpus_alone() {
    for (name, document) in corpus() {
        let graph = graph(document, None);
        json_round_trip(&name, &graph, None);
        rdf_round_trip(&name, &graph, DEFAULT_BASE, &RdfFormat::ALL);
    }
}

#[test]
fn the_corpus_merged() {
    let mut all = KnowledgeGraph::new();
    for (_, document) in corpus() {
        all.merge(graph(document, None));
    }
    json_round_trip("the corpus", &all, None);
    rdf_round_trip("the corpus", &all, DEFAULT_BASE, &RdfFormat::ALL);
}
