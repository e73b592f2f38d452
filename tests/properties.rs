//! Does any input make the library panic, or a quote stand where its span does not?

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod common;

use common::{forms, rdf, read, sample, sample_graph};
use newsgraph::{
    DEFAULT_BASE, Document, KnowledgeGraph, Lang, Picture, PictureOptions, Profile, RdfFormat, ReadOptions, TextIndex, View, prepare,
    read_documents, read_rdf, write_documents, write_rdf,
};
use proptest::prelude::*;
use std::io::sink;
use std::sync::LazyLock;

/// Places in which a text is changed: where, how many characters go, what comes instead.
fn changes() -> impl Strategy<Value = Vec<(prop::sample::Index, usize, String)>> {
    let token = prop_oneof![
        Just(String::new()),
        Just("\"".to_owned()),
        Just("null".to_owned()),
        Just("[[[[".to_owned()),
        Just("}".to_owned()),
        Just("-1".to_owned()),
        Just("4294967296".to_owned()),
        Just("claim:c1".to_owned()),
        Just("<".to_owned()),
        Just("\\u0000".to_owned()),
        Just(" .\n".to_owned()),
        Just("<<( ".to_owned()),
        Just("_:b".to_owned()),
        Just("#char=9,1".to_owned()),
        "[0-9a-f]{16}",
        "\\PC{1,4}",
        "[0-9]{1,10}",
    ];
    prop::collection::vec((any::<prop::sample::Index>(), 0..12_usize, token), 1..4)
}

fn change(text: &str, changes: &[(prop::sample::Index, usize, String)]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for (at, gone, new) in changes {
        let at = at.index(chars.len() + 1);
        let end = (at + gone).min(chars.len());
        chars.splice(at..end, new.chars());
    }
    chars.into_iter().collect()
}

/// Everything that can be made of a graph.
fn use_up(graph: &KnowledgeGraph) {
    write_documents(graph.documents(), sink()).unwrap();
    for (lang, view) in [(Lang::Uk, View::Claims), (Lang::En, View::Overview), (Lang::Uk, View::Speakers), (Lang::En, View::Timeline)] {
        let picture = Picture::new(graph, PictureOptions { lang, view: Some(view), ..PictureOptions::default() }).unwrap();
        picture.write_dot(&mut sink()).unwrap();
        picture.write_svg(&mut sink()).unwrap();
    }
    for (format, profile) in forms() {
        let written = write_rdf(graph, format, profile, DEFAULT_BASE, sink());
        assert!(written.is_ok() || format == RdfFormat::RdfXml, "{format} {profile}: {written:?}");
    }
}

fn documents(json: &str) -> Vec<Document> {
    read_documents(json, "x", ReadOptions { new_relations: true }).unwrap_or_default()
}

static SAMPLE: LazyLock<String> = LazyLock::new(|| read("examples/nato-missions.json"));
static TEXT: LazyLock<String> = LazyLock::new(|| read("examples/nato-missions.txt"));
static EXPORTS: LazyLock<Vec<(RdfFormat, String)>> = LazyLock::new(|| {
    let (mut document, text) = sample();
    document.claims.truncate(4);
    let graph = common::graph(document, Some(&text));
    forms().map(|(format, profile)| (format, rdf(&graph, format, profile))).collect()
});

proptest! {
    #![proptest_config(ProptestConfig { cases: if cfg!(debug_assertions) { 48 } else { 2000 }, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), json in "[\\[\\]{}\":,a-z0-9\\\\ ]{0,60}") {
        for text in [&text, &json] {
            if let Err(said) = read_documents(text, "x", ReadOptions::default()) {
                prop_assert!(!said.is_empty() && said.iter().all(|said| said.place.is_some()), "{:?}", said);
            }
        }
    }

    #[test]
    fn a_damaged_document_is_read_or_refused(changes in changes()) {
        let json = change(&SAMPLE, &changes);
        for document in documents(&json) {
            for text in [None, Some(TEXT.as_str())] {
                if let Ok(grounded) = prepare(document.clone(), text) {
                    use_up(&KnowledgeGraph::from_document(grounded));
                }
            }
        }
    }

    #[test]
    fn every_quote_and_mention_stands_at_its_span(changes in changes(), random in "[НАТОСША «»\"'’–\\-\n]{0,200}") {
        for text in [change(&TEXT, &changes), random] {
            let grounded = prepare(sample().0, Some(&text)).map_err(|said| TestCaseError::fail(common::messages(&said)))?;
            let index = TextIndex::new(&text);
            let graph = KnowledgeGraph::from_document(grounded.clone());
            for claim in &grounded.document().claims {
                prop_assert_eq!(index.slice(claim.span.unwrap()), Some(claim.quote.as_str()));
            }
            for mention in grounded.document().entities.iter().flat_map(|entity| &entity.mentions) {
                prop_assert_eq!(index.slice(mention.span), mention.words.as_deref());
            }
            // In RDF, too: nif:anchorOf is exactly the text between the offsets.
            let quads = rdf(&graph, RdfFormat::NQuads, Profile::Reified);
            let again = read_rdf(quads.as_bytes(), RdfFormat::NQuads, "x");
            prop_assert!(graph.articles().len() == 1 && again.is_ok_and(|again| again.diagnostics.is_empty()));
        }
    }

    #[test]
    fn any_bytes_are_read_as_rdf_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "[<>@_:a-z\"{}\\[\\].;,#^ \n]{0,80}") {
        for format in RdfFormat::ALL {
            for bytes in [&bytes[..], text.as_bytes()] {
                if let Err(said) = read_rdf(bytes, format, "x") {
                    prop_assert!(!said.is_empty());
                }
            }
        }
    }

    #[test]
    fn damaged_rdf_is_read_or_refused(changes in changes(), which in any::<prop::sample::Index>()) {
        let (format, text) = which.get(&EXPORTS);
        if let Ok(again) = read_rdf(change(text, &changes).as_bytes(), *format, "x") {
            use_up(&again.graph);
        }
    }

    #[test]
    fn dot_stays_well_formed_whatever_the_labels(labels in prop::collection::vec("\\PC{1,30}|[\"\\\\<>{}|&;\n\r\t\u{0}\u{b}'a-z]{1,20}x", 3), quote in any::<String>()) {
        let json = serde_json::json!({
            "text": format!("x{quote}"), "headline": labels[0],
            "entities": [{"key": "a", "type": "Person", "names": [format!("{}.", labels[1])]}, {"key": "b", "type": "Medium", "names": [format!("{}.", labels[2])]}],
            "claims": [{"quote": format!("x{quote}"), "subject": "a", "relation": "comments", "object": {"literal": format!("{}.", labels[0])}, "source": "b"},
                       {"quote": "x", "subject": "claim:c1", "relation": "rejects", "object": "b", "refutes": ["c1"]}]});
        let graph = common::graph(common::document(&json.to_string()), None);
        let mut dot = Vec::new();
        Picture::new(&graph, PictureOptions::default()).unwrap().write_dot(&mut dot).unwrap();
        let dot = String::from_utf8(dot).unwrap();
        let outside = outside_quotes(&dot).map_err(TestCaseError::fail)?;
        let plain = |c: char| c.is_ascii_alphanumeric() || " \n{}[]=,;->_URL".contains(c);
        prop_assert!(outside.chars().all(plain), "{}", outside);
        prop_assert!(!dot.chars().any(|c| c.is_control() && c != '\n'));
    }
}

/// What stands outside of the quoted strings and the HTML-like labels of DOT; a string may not go over a line's end, a label is balanced and
/// has no bare `&`.
fn outside_quotes(dot: &str) -> Result<String, String> {
    let mut outside = String::new();
    let mut rest = dot;
    while let Some(at) = rest.find(['"', '<']) {
        outside += &rest[..at];
        let html = rest[at..].starts_with('<') && outside.ends_with('=');
        let end = if html { label(&rest[at..]) } else { string(&rest[at..]) };
        let end = end.map_err(|wrong| format!("{wrong} in {dot}"))?;
        rest = &rest[at + end..];
    }
    Ok(outside + rest)
}

/// The length of the quoted string at the beginning.
fn string(text: &str) -> Result<usize, String> {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '\n' => return Err("a string goes over the end of a line".into()),
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Ok(at + 1),
            _ => {}
        }
    }
    Err("a string is not closed".into())
}

/// The length of the HTML-like label at the beginning.
fn label(text: &str) -> Result<usize, String> {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '<' => depth += 1,
            '>' => depth -= 1,
            '&' => {
                let name = text[at + 1..].split(';').next().unwrap_or_default();
                if name.is_empty() || name.len() > 8 || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#') {
                    return Err(format!("a bare & at {:?}", text[at..].chars().take(20).collect::<String>()));
                }
            }
            _ => {}
        }
        if !(0..=2).contains(&depth) {
            return Err("a label with < or > in it".into());
        }
        if depth == 0 {
            return Ok(at + 1);
        }
    }
    Err("a label is not closed".into())
}

#[test]
fn everything_can_be_made_of_the_sample() {
    use_up(&sample_graph());
    use_up(&KnowledgeGraph::new());
}

#[test]
fn what_is_nested_deep_does_not_overflow_the_stack() {
    let json = |open: &str, close: &str| format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
    for text in [json("[", "]"), json("{\"a\":", "}"), json("{\"entities\": [", "]}"), "[".repeat(100_000)] {
        assert!(read_documents(&text, "x", ReadOptions::default()).is_err());
        assert!(read_rdf(text.as_bytes(), RdfFormat::JsonLd, "x").is_err());
    }
    for text in ["<http://a.b/c> <http://a.b/c> ", ""]
        .map(|start| ["[", "(", "<<( ", "<< ", "{", "<x>", "[<http://a.b/c> "].map(|open| format!("{start}{}", open.repeat(20_000))))
        .concat()
    {
        for format in RdfFormat::ALL {
            assert!(read_rdf(text.as_bytes(), format, "x").is_err());
        }
    }
}

#[test]
fn a_long_chain_of_claims_does_not_overflow_the_stack() {
    let claims: Vec<_> = (0..3000)
        .map(|number| {
            let object = if number == 0 { "us".to_owned() } else { format!("claim:c{}", number - 1) };
            serde_json::json!({"id": format!("c{number}"), "quote": "США", "subject": "us", "relation": "comments", "object": object})
        })
        .collect();
    let json = serde_json::json!({"text": "США.", "entities": [{"key": "us", "type": "Country", "names": ["США"]}], "claims": claims});
    let graph = common::graph(common::document(&json.to_string()), None);
    assert_eq!(graph.claim_count(), 3000);
    use_up(&graph);
    let quads = rdf(&graph, RdfFormat::NQuads, Profile::Reified);
    let again = read_rdf(quads.as_bytes(), RdfFormat::NQuads, "x").unwrap();
    assert!(again.diagnostics.is_empty() && again.graph.claim_count() == 3000);
}
