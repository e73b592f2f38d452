//! Are articles read in the forms in which they come: pages, older encodings, headers?

mod common;

use common::running::{finish, folder, run};
use common::{assert_same, newsgraph};
use encoding_rs::{KOI8_U, WINDOWS_1251};
use newsgraph::{Article, Record, RecordFields};
use proptest::prelude::*;
use std::fs;

const TEXT: &str = "Балтія закликала Союз посилити охорону кабелів, заявив міністр. Союз поки не відповів на цей заклик.";

const CLAIMS: &str = r#"{"entities": [{"key": "b", "type": "Country", "names": ["Балтія"]}, {"key": "s", "type": "Organization", "names": ["Союз"]}],
 "claims": [{"quote": "Балтія закликала Союз посилити охорону кабелів", "subject": "b", "relation": "pressures", "object": "s"}]}"#;

fn page(charset: &str) -> String {
    let text = format!("<p>{TEXT}</p>").repeat(6);
    format!(
        "<html lang=uk><head><meta charset={charset}><title>Заклик Балтії | Вісник</title><meta property='og:site_name' content='Вісник'>\
         </head><body><nav><a href=/>Головна</a></nav><article><time datetime=2025-03-04T10:00>4</time>{text}</article></body></html>"
    )
}

#[test]
fn a_page_gives_its_text_and_what_it_says_of_itself() {
    let folder = folder();
    let place = folder.path();
    fs::write(place.join("claims.json"), CLAIMS).unwrap();
    fs::write(place.join("page.html"), page("utf-8")).unwrap();
    let build = ["build", "page.html", "--claims", "claims.json", "-o"];
    let (turtle, said) = run(place, &[&build[..], &["-", "--to", "ttl"]].concat());
    assert!(said.contains("--with-text"), "{said}");
    assert!(!turtle.contains("isString"));
    for part in ["\"Заклик Балтії\"@uk", "\"2025-03-04\"^^xsd:date", "schema:publisher entity:medium-visnyk"] {
        assert!(turtle.contains(part), "{part}\n{turtle}");
    }
    // With its text the graph goes through every form and comes back the same.
    run(place, &[&build[..], &["x.ttl", "-o", "x.json", "-o", "x.jsonld", "-o", "x.rdf", "-o", "x.nq", "--with-text"]].concat());
    let wanted = fs::read_to_string(place.join("x.ttl")).unwrap();
    assert!(wanted.contains("nif:isString") && wanted.contains("на цей заклик."));
    for name in ["x.ttl", "x.jsonld", "x.rdf", "x.nq"] {
        assert!(run(place, &["check", name]).0.contains("hold the contract"), "{name}");
        assert_same(name, &run(place, &["build", name, "-o", "-", "--to", "ttl"]).0, &wanted);
    }
    assert_same("x.json", &run(place, &["build", "x.json", "-o", "-", "--to", "ttl", "--with-text"]).0, &wanted);
}

#[test]
fn an_article_has_one_name_in_every_encoding() {
    let folder = folder();
    let place = folder.path();
    fs::write(place.join("claims.json"), CLAIMS).unwrap();
    fs::write(place.join("a.txt"), TEXT).unwrap();
    fs::write(place.join("b.txt"), WINDOWS_1251.encode(TEXT).0).unwrap();
    fs::write(place.join("c.txt"), KOI8_U.encode(TEXT).0).unwrap();
    let built = |name: &str| run(place, &["build", name, "--claims", "claims.json", "-o", "-", "--to", "ttl"]);
    let (wanted, said) = built("a.txt");
    assert_eq!(said, "");
    for (name, encoding) in [("b.txt", "windows-1251"), ("c.txt", "KOI8-U")] {
        let (turtle, said) = built(name);
        assert_same(name, &turtle, &wanted);
        assert!(said.contains(encoding), "{said}");
    }
}

#[test]
fn what_is_no_article_is_said_so() {
    let folder = folder();
    let place = folder.path();
    fs::write(place.join("claims.json"), CLAIMS).unwrap();
    for (name, bytes, said) in [
        ("empty.html", b"<html><body></body></html>".to_vec(), "no article was found in this page"),
        ("picture.txt", vec![0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff, 0xfe], "byte 4"),
        ("blank.txt", b" \n ".to_vec(), "empty"),
    ] {
        fs::write(place.join(name), bytes).unwrap();
        let (_, told) = finish(newsgraph(place).args(["build", name, "--claims", "claims.json"]), 1);
        assert!(told.contains(said) && told.contains(name), "{name}: {told}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..600), text in "\\PC{0,200}") {
        let _ = Article::from_bytes(bytes.clone());
        let _ = Article::from_html(bytes);
        let _ = Article::from_html(format!("<html><body><p>{text}</p><div>{text}").into());
        let _ = Record::from_json(&text, &RecordFields::default());
        for head in ["---\n", "date ", "Дата: ", " ", "\u{feff}"] {
            if let Ok(article) = Article::from_text(format!("{head}{text}")) {
                prop_assert!(article.text().ends_with(article.body().1));
            }
        }
    }
}
