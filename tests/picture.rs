//! Does a picture show what it should, the same on every run, whatever the graph?

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod common;

use common::{corpus, document, graph, graph_of_json, newsgraph, sample_graph};
use newsgraph::{KnowledgeGraph, Lang, Picture, PictureOptions, Theme, View};
use std::fmt::Write as _;

fn svg(graph: &KnowledgeGraph, options: PictureOptions) -> String {
    let mut out = Vec::new();
    Picture::new(graph, options).unwrap().write_svg(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn of(view: View) -> PictureOptions {
    PictureOptions { view: Some(view), ..PictureOptions::default() }
}

/// All views of a graph; that of a focus is around its first entity.
fn views(graph: &KnowledgeGraph) -> Vec<PictureOptions> {
    let focus = graph.entities().first().map(|entity| graph.entity(*entity).slug().to_owned());
    View::ALL.map(|view| PictureOptions { focus: focus.clone(), ..of(view) }).into()
}

/// What stands in the attributes of this name.
fn values<'s>(svg: &'s str, attribute: &str) -> Vec<&'s str> {
    let start = format!(" {attribute}=\"");
    svg.match_indices(&start).filter_map(|(at, _)| svg[at + start.len()..].split('"').next()).collect()
}

/// Articles of `claims` claims between actors that draw lots, the same on every run.
fn drawn_by_lot(claims: usize) -> KnowledgeGraph {
    let mut seed = claims as u64;
    let mut draw = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    let actors = claims / 3 + 3;
    let kinds = ["Country", "Person", "Organization", "Place", "Mission", "Group", "Event", "AnonymousSource"];
    let entities: Vec<_> = (0..actors)
        .map(|n| serde_json::json!({"key": format!("e{n}"), "type": kinds[n % kinds.len()], "names": [format!("Дійова особа номер {n}")]}))
        .collect();
    let (mut text, mut told) = (String::new(), Vec::new());
    for n in 0..claims {
        write!(text, "Речення {n}. ").unwrap();
        let object = if n % 11 == 10 { format!("claim:c{}", draw(n) + 1) } else { format!("e{}", draw(actors)) };
        told.push(serde_json::json!({
            "id": format!("c{}", n + 1), "quote": format!("Речення {n}."), "subject": format!("e{}", draw(actors)),
            "relation": (["supports", "accuses", "pressures", "rejects"][n % 4]), "object": object,
            "polarity": if n % 7 == 6 { "negated" } else { "affirmed" }, "modality": (["actual", "actual", "demanded", "intended"][draw(4)]),
            "source": if n % 2 == 0 { serde_json::Value::Null } else { format!("e{}", draw(actors)).into() }}));
    }
    graph(document(&serde_json::json!({"text": text, "entities": entities, "claims": told}).to_string()), None)
}

#[test]
fn the_same_graph_has_the_same_picture() {
    let (one, other) = (sample_graph(), sample_graph());
    for options in views(&one) {
        assert_eq!(svg(&one, options.clone()), svg(&other, options));
    }
    let png = || {
        let mut out = Vec::new();
        Picture::new(&one, PictureOptions { scale: 0.5, ..of(View::Timeline) }).unwrap().write_png(&mut out).unwrap();
        out
    };
    assert!(png().starts_with(b"\x89PNG") && png() == png());
}

#[test]
fn all_claims_of_an_article_stand_in_its_claims() {
    for graph in corpus().into_iter().map(|(_, document)| graph(document, None)).chain([sample_graph()]) {
        let svg = svg(&graph, of(View::Claims));
        let mut shown = values(&svg, "data-claim");
        let mut known: Vec<String> = graph.claims().iter().map(|claim| claim.id().to_string()).collect();
        shown.sort_unstable();
        known.sort_unstable();
        assert_eq!(shown, known);
    }
}

#[test]
fn an_overview_is_small_and_says_what_it_leaves_out() {
    for claims in [30, 100, 300] {
        let svg = svg(&drawn_by_lot(claims), of(View::Overview));
        assert!(values(&svg, "data-entity").len() <= 15);
        let shown: usize = values(&svg, "data-claim").iter().map(|ids| ids.split(' ').count()).sum();
        assert!(values(&svg, "data-claim").len() <= 25);
        assert!(svg.contains(&format!("ще {} ", claims - shown)), "{claims} claims, {shown} shown");
    }
}

#[test]
fn a_small_graph_is_shown_whole_and_a_larger_one_as_an_overview() {
    let view = |claims| svg(&drawn_by_lot(claims), PictureOptions::default()).contains("Усі твердження");
    assert!(view(10) && !view(40));
}

#[test]
fn no_words_of_a_picture_are_an_iri() {
    let graph = sample_graph();
    for options in views(&graph) {
        for lang in [Lang::Uk, Lang::En] {
            let svg = svg(&graph, PictureOptions { lang, ..options.clone() });
            let words = svg.split("<text").skip(1).filter_map(|part| part.split("</text>").next());
            assert!(words.into_iter().all(|words| !words.contains("http") && !words.contains("ng:")));
        }
    }
}

#[test]
fn denials_demands_and_plans_are_told_by_words_and_line() {
    let svg = svg(&sample_graph(), of(View::Claims));
    for part in
        ["class=\"arrow denied ", "НЕ виходить з", " demanded\"", ">вимога<", " intended\"", ">намір<", "під сумнівом", "link refutes"]
    {
        assert!(svg.contains(part), "{part}");
    }
}

#[test]
fn the_key_explains_what_occurs_and_nothing_else() {
    let json = r#"{"text": "А підтримує Б.", "entities": [{"key": "a", "type": "Person", "names": ["А"]}, {"key": "b", "type": "Person", "names": ["Б"]}],
        "claims": [{"quote": "А підтримує Б", "subject": "a", "relation": "supports", "object": "b"}]}"#;
    let svg = svg(&graph(document(json), None), PictureOptions::default());
    assert!(svg.contains("каже сама стаття") && svg.contains(">особа<"));
    for absent in ["з чужих слів", "заперечено", "вимога", ">країна<"] {
        assert!(!svg.contains(absent), "{absent}");
    }
}

/// An article that says something, and tells that somebody denies the same of the same two, in either order.
fn denied(texts: [&str; 2]) -> KnowledgeGraph {
    let claims = texts.map(|quote| match quote.split_once("що ") {
        Some((_, inner)) => format!(
            r#"{{"quote": "{quote}", "subject": "x", "relation": "rejects", "object": "claim:inner"}},
               {{"id": "inner", "quote": "{inner}", "subject": "a", "relation": "attacks", "object": "b"}}"#
        ),
        None => format!(r#"{{"quote": "{quote}", "subject": "a", "relation": "attacks", "object": "b"}}"#),
    });
    let entities = [("a", "Антарія"), ("b", "Бельмія"), ("x", "Кордія")]
        .map(|(key, name)| format!(r#"{{"key": "{key}", "type": "Country", "names": ["{name}"]}}"#));
    let json = format!(r#"{{"text": "{}", "entities": [{}], "claims": [{}]}}"#, texts.join(" "), entities.join(","), claims.join(","));
    graph_of_json(&json, None)
}

#[test]
fn what_nobody_says_shares_no_arrow_with_what_the_article_says() {
    let (denial, own) = ("Кордія заперечила, що Антарія нападала на Бельмію.", "Згодом Антарія атакувала Бельмію.");
    for texts in [[denial, own], [own, denial]] {
        let drawn = svg(&denied(texts), of(View::Overview));
        let attacks: Vec<&str> = values(&drawn, "data-claim")
            .into_iter()
            .zip(values(&drawn, "data-relation"))
            .filter(|(_, r)| *r == "attacks")
            .map(|(c, _)| c)
            .collect();
        assert_eq!(attacks.len(), 2, "{drawn}");
        assert!(attacks.iter().all(|claims| !claims.contains(' ')) && drawn.contains("лише згадано"), "{drawn}");
    }
}

#[test]
fn only_what_the_article_says_stands_in_a_box() {
    let json = r#"{"text": "Кордія назвала Антона Рея головою змови. Антон Рей, мер Одиниці, зустрів Кордію.",
        "entities": [{"key": "r", "type": "Person", "names": ["Антон Рей"]}, {"key": "x", "type": "Country", "names": ["Кордія"]}],
        "claims": [{"quote": "Антона Рея головою змови", "subject": "r", "relation": "holdsPosition", "object": {"literal": "голова змови"}, "source": "x"},
                   {"quote": "Антон Рей, мер Одиниці", "subject": "r", "relation": "holdsPosition", "object": {"literal": "мер Одиниці"}},
                   {"quote": "Антон Рей, мер Одиниці, зустрів Кордію", "subject": "r", "relation": "communicatesWith", "object": "x"}]}"#;
    let drawn = svg(&graph_of_json(json, None), of(View::Overview));
    let said = values(&drawn, "data-relation");
    assert_eq!(said.iter().filter(|relation| **relation == "holdsPosition").count(), 1, "{drawn}");
    assert!(drawn.contains("голова змови") && drawn.contains("мер Одиниці"), "{drawn}");
}

#[test]
fn every_theme_is_drawn() {
    let theme = |theme| svg(&sample_graph(), PictureOptions { theme, ..PictureOptions::default() });
    let (auto, light, dark) = (theme(Theme::Auto), theme(Theme::Light), theme(Theme::Dark));
    assert!(
        auto.contains("prefers-color-scheme:dark") && !light.contains("prefers-color-scheme") && !dark.contains("prefers-color-scheme")
    );
    assert!(dark.contains(".ground{fill:#12161b}") && light.contains(".ground{fill:#ffffff}"));
}

#[test]
fn hostile_names_stay_names() {
    let hostile = ["</text><script>alert(1)</script>", "a&b\"c'd<e>{f|g}\\n", "\u{202e}עברית🇺🇦", &"ж".repeat(1000), "]]>\u{1}\n\u{ffff}"];
    let entities: Vec<_> = hostile
        .iter()
        .enumerate()
        .map(|(n, name)| serde_json::json!({"key": format!("e{n}"), "type": "Person", "names": [name]}))
        .collect();
    let claims: Vec<_> = (0..hostile.len())
        .map(|n| serde_json::json!({"quote": "<b>&x</b>", "subject": format!("e{n}"), "relation": "accuses", "object": {"literal": hostile[n]}, "source": "e0"}))
        .collect();
    let json = serde_json::json!({"text": "<b>&x</b>", "headline": hostile[0], "url": "https://example.org/?a=1&b=2", "entities": entities, "claims": claims});
    let graph = graph(document(&json.to_string()), None);
    for options in views(&graph) {
        let svg = svg(&graph, options);
        assert!(!svg.contains("<script") && !svg.contains('\u{1}') && !svg.contains('\u{ffff}'));
        assert!(svg.lines().count() < 3000);
    }
}

#[test]
fn a_graph_of_nothing_has_an_honest_picture() {
    for view in [View::Overview, View::Claims, View::Speakers, View::Timeline] {
        let svg = svg(&KnowledgeGraph::new(), of(view));
        assert!(svg.contains("Тверджень немає"), "{view}");
        let mut png = Vec::new();
        Picture::new(&KnowledgeGraph::new(), of(view)).unwrap().write_png(&mut png).unwrap();
        assert!(png.starts_with(b"\x89PNG"));
    }
}

#[test]
fn an_entity_that_is_not_there_is_answered_with_the_nearest() {
    let focus = |name: &str| Picture::new(&sample_graph(), PictureOptions { focus: Some(name.into()), ..PictureOptions::default() });
    assert!(focus("косово").is_ok() && focus("Приштина").is_ok() && focus("nato").is_ok());
    let said = focus("Косов").unwrap_err().to_string();
    assert!(said.contains("\"Косов\"") && said.contains("did you mean \"Косово\"?"), "{said}");
}

#[test]
fn the_command_says_what_it_cannot_do() {
    let folder = tempfile::tempdir().unwrap();
    let sample = common::root().join("examples/nato-missions.json");
    let fails = |code: i32, args: &[&str]| {
        let done = newsgraph(folder.path()).arg("draw").arg(&sample).args(args).output().unwrap();
        assert_eq!(done.status.code(), Some(code), "{args:?}");
        assert!(common::listing(folder.path()).is_empty(), "{args:?}");
        String::from_utf8(done.stderr).unwrap()
    };
    assert!(fails(2, &["-o", "a.ttl"]).contains("ttl is no picture"));
    assert!(fails(2, &["-o", "a.svgg"]).contains("did you mean \"svg\""));
    assert!(fails(2, &["-o", "-"]).contains("--to"));
    assert!(fails(2, &["-o", "a.svg", "--lang", "xx"]).contains("possible values: uk, en"));
    assert!(fails(2, &["-o", "a.svg", "--view", "focus"]).contains("--focus"));
    assert!(fails(2, &["-o", "a.svg", "--limit", "0"]).contains("limit"));
    assert!(fails(2, &["-o", "a.png", "--scale", "NaN"]).contains("--scale"));
    assert!(fails(1, &["-o", "a.svg", "--focus", "Атлантида"]).contains("Атлантида"));
    assert!(fails(1, &["-o", "/proc/a.svg"]).contains("cannot write /proc/a.svg"));
    assert!(fails(2, &["-o", "a.html", "--engine", "dot"]).contains("no pages"));
    let bare = newsgraph(folder.path())
        .env("PATH", "/nowhere")
        .arg("draw")
        .arg(&sample)
        .args(["--engine", "dot", "-o", "a.svg"])
        .output()
        .unwrap();
    assert!(String::from_utf8(bare.stderr).unwrap().contains("install graphviz") && bare.status.code() == Some(1));
}

#[test]
fn a_folder_gets_every_format_of_a_picture() {
    let folder = tempfile::tempdir().unwrap();
    let sample = common::root().join("examples/nato-missions.json");
    newsgraph(folder.path()).arg("draw").arg(&sample).args(["-o", "out/", "--view", "timeline"]).assert().success();
    assert_eq!(
        common::listing(&folder.path().join("out")),
        ["nato-missions.dot", "nato-missions.html", "nato-missions.png", "nato-missions.svg"]
    );
}
