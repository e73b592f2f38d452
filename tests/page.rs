//! Is a page whole, the same every time, and is nothing of an article in it but text?

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod common;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use common::{document, graph, read, root, sample_graph};
use newsgraph::{ArticleId, KnowledgeGraph, Lang, Page, PictureOptions, RdfFormat, View, read_rdf};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

fn page_of(graph: &KnowledgeGraph, options: &PictureOptions, texts: &BTreeMap<ArticleId, String>) -> String {
    let mut out = Vec::new();
    Page::new(graph, options, texts).unwrap().write(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn page(graph: &KnowledgeGraph) -> String {
    page_of(graph, &PictureOptions::default(), &BTreeMap::new())
}

fn between<'p>(page: &'p str, begin: &str, end: &str) -> &'p str {
    let (_, rest) = page.split_once(begin).unwrap();
    rest.split_once(end).unwrap().0
}

#[test]
fn the_policy_allows_the_one_script_and_the_one_style_sheet() {
    let page = page(&sample_graph());
    let policy = between(&page, "Content-Security-Policy\" content=\"", "\"").replace("&#39;", "'");
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())));
    let (style, script) = (between(&page, "<style>", "</style>"), between(&page, "<script>", "</script>"));
    assert_eq!(
        policy,
        format!("default-src 'none'; script-src {}; style-src {}; base-uri 'none'; form-action 'none'", hash(script), hash(style))
    );
    assert_eq!([page.matches("<script").count(), page.matches("<style").count(), page.matches(" style=").count()], [2, 1, 0]);
    assert!(!page.contains("{{") && !page.contains("\">\n</title>"));
    assert!(read("src/picture/html/page.js").len() < 25_000);
}

#[test]
fn hostile_texts_stay_texts() {
    for text in [
        "<script>alert(1)</script>",
        "</script><!--",
        "]]>",
        "\" onload=\"x",
        "{{script}}",
        "\u{2028}\u{2029}",
        "🇺🇦👩‍👩‍👧",
        "\u{202e}ל",
        "&lt;b&gt;",
    ] {
        let json = serde_json::json!({
            "text": format!("{text} тисне на світ {text}"), "headline": text, "publisher": format!("x{text}"),
            "entities": [{"key": "a", "type": "Concept", "names": [format!("a{text}")]}, {"key": "b", "type": "Person", "names": [format!("b{text}")]}],
            "claims": [{"quote": format!("{text} тисне"), "subject": "a", "relation": "pressures", "object": "b", "source": "b"},
                {"quote": text, "subject": "a", "relation": "comments", "object": {"literal": format!("x{text}")}}]
        });
        let page = page(&graph(document(&json.to_string()), None));
        let body = between(&page, "<body", "</body>");
        assert_eq!([body.matches("<script").count(), body.matches("</script").count(), body.matches("<!--").count()], [2, 2, 0], "{text}");
        assert!(!body.contains(" onload=\"") && !body.contains("alert(1)</script>") && !body.contains(['\u{0}']), "{text}");
        let data: serde_json::Value = serde_json::from_str(between(&page, "id=\"data\">", "</script>")).unwrap();
        assert!(data["claims"].as_array().unwrap().iter().any(|claim| claim["parts"][0].as_str().unwrap().starts_with('a')), "{text}");
        assert!(!between(&page, "id=\"data\">", "</script>").contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{text}");
    }
}

#[test]
fn without_the_text_the_quotes_stand_in_their_order() {
    let turtle = read("out/nato-missions.ttl");
    let read = read_rdf(turtle.as_bytes(), RdfFormat::Turtle, "out/nato-missions.ttl").unwrap();
    let page = page(&read.graph);
    let quotes = between(&page, "<ol class=\"quotes\">", "</ol>");
    let begins: Vec<u32> =
        quotes.match_indices("<small>").map(|(at, _)| quotes[at + 7..].split('–').next().unwrap().parse().unwrap()).collect();
    assert!(begins.len() > 15 && begins.is_sorted(), "{begins:?}");
    assert!(quotes.contains("щоб Альянс до кінця вересня завершив дорадчу місію в Іраку") && quotes.contains("87–145"));
}

#[test]
fn same_graph_same_page_whatever_the_order_of_merging() {
    let documents = ["b01-05", "b01-14", "b01-15"].map(|name| root().join(format!("corpus/uk/{name}.json")));
    let graphs = documents.map(|path| graph(document(&read(path)), None));
    let merged = |order: [usize; 3]| {
        let mut all = KnowledgeGraph::new();
        for at in order {
            all.merge(graphs[at].clone());
        }
        all
    };
    let first = page(&merged([0, 1, 2]));
    assert!(first == page(&merged([2, 0, 1])) && first == page(&merged([1, 2, 0])));
    assert_eq!(first.matches("<article ").count(), 3);
}

#[test]
fn claims_that_contradict_and_agree_stand_side_by_side() {
    let article = |who: &str, denied: bool| {
        let polarity = if denied { "negated" } else { "affirmed" };
        let json = serde_json::json!({
            "text": format!("США {} тиснуть на НАТО, каже {who}.", if denied { "не" } else { "" }), "headline": format!("Стаття {who}"),
            "entities": [{"key": "us", "type": "Country", "names": ["США"], "wikidata": "Q30"}, {"key": "nato", "type": "Organization", "names": ["НАТО"], "wikidata": "Q7184"},
                {"key": "w", "type": "Person", "names": [who]}],
            "claims": [{"quote": "тиснуть на НАТО", "subject": "us", "relation": "pressures", "object": "nato", "polarity": polarity, "source": "w"}]
        });
        graph(document(&json.to_string()), None)
    };
    let page_of_all = |articles: [KnowledgeGraph; 2]| {
        let mut all = KnowledgeGraph::new();
        for one in articles {
            all.merge(one);
        }
        page_of(&all, &PictureOptions { lang: Lang::En, ..PictureOptions::default() }, &BTreeMap::new())
    };
    let against = page_of_all([article("Анна", false), article("Богдан", true)]);
    assert!(between(&against, "id=\"view-compare\"", "</section>").contains("<h4>Some affirm what others deny</h4>"));
    let with = page_of_all([article("Анна", false), article("Богдан", false)]);
    let compared = between(&with, "id=\"view-compare\"", "</section>");
    assert!(compared.contains("<h4>Several voices say the same</h4>") && !compared.contains("deny</h4>"), "{compared}");
    assert_eq!(compared.matches("<li ").count(), 2);
}

#[test]
fn a_large_graph_makes_a_page_that_says_what_it_leaves_out() {
    let mut all = KnowledgeGraph::new();
    for number in 0..30 {
        let words: Vec<String> = (0..100).map(|at| format!("Слово{number}x{at} діє. ")).collect();
        let claims: Vec<_> = (0..100)
            .map(|at| serde_json::json!({"quote": format!("Слово{number}x{at} діє"), "subject": "a", "relation": "affects", "object": {"literal": format!("{at}")}}))
            .collect();
        let json = serde_json::json!({"text": words.concat(), "entities": [{"key": "a", "type": "Concept", "names": ["Слово"]}], "claims": claims});
        all.merge(graph(document(&json.to_string()), None));
    }
    let page = page(&all);
    assert_eq!(page.matches("<tr id=\"r").count(), 2000);
    assert!(page.contains("на сторінці є 2000 тверджень"), "{}", between(&page, "<header", "</header>"));
}

#[test]
fn words_that_very_many_claims_share_are_told_in_short() {
    let words: Vec<String> = (0..900).map(|at| format!("слово{at}")).collect();
    let claims: Vec<_> = (0..600)
        .map(|at| serde_json::json!({"quote": words[at..at + 300].join(" "), "subject": "a", "relation": "affects", "object": {"literal": format!("{at}")}}))
        .collect();
    let text = words.join(" ");
    let json = serde_json::json!({"text": text, "entities": [{"key": "a", "type": "Concept", "names": ["слово"]}], "claims": claims});
    let graph = graph(document(&json.to_string()), None);
    let texts = graph.articles().map(|(id, _)| (id, text.clone())).collect();
    let page = page_of(&graph, &PictureOptions::default(), &texts);
    let shared: Vec<usize> =
        page.split(" data-claims=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.split(' ').count())).collect();
    assert!(shared.len() > 600 && shared.iter().all(|count| *count <= 40), "{:?}", shared.iter().max());
    // Each row still leads to where its words begin.
    let table = between(&page, "<tbody", "</tbody>");
    let mut places: Vec<&str> = table.split("<a href=\"#").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect();
    places.dedup();
    assert_eq!(places.len(), 600);
}

#[test]
fn a_focus_that_is_not_there_is_named() {
    let focus = |name: &str| PictureOptions { view: Some(View::Focus), focus: Some(name.into()), ..PictureOptions::default() };
    let said = Page::new(&sample_graph(), &focus("НАТТО"), &BTreeMap::new()).unwrap_err().to_string();
    assert!(said.contains("НАТТО") && said.contains("НАТО"), "{said}");
    assert!(
        page_of(&sample_graph(), &focus("НАТО"), &BTreeMap::new()).contains("aria-controls=\"view-0\" data-scope=\"*\">Довкола: НАТО<")
    );
}
