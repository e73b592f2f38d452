//! Is a graph document whose parts do not fit together told with what, where and which name was meant?

mod common;

use common::newsgraph;
use common::spoiled::{good, refused_document, says, with};
use serde_json::json;
use std::fs;
use tempfile::tempdir;

#[test]
fn an_unknown_field() {
    says(
        &refused_document(&with("/claims/1/refute", json!(["c1"])), &[]),
        &["x.json:", "unknown field `refute`", "did you mean \"refutes\"?"],
    );
    says(
        &refused_document(&with("/entities/0/wikidataa", json!("Q30")), &[]),
        &["unknown field `wikidataa`", "did you mean \"wikidata\"?"],
    );
    says(&refused_document(&with("/titel", json!("x")), &[]), &["unknown field `titel`", "known are: ", "headline"]);
}

#[test]
fn an_unknown_type() {
    let said = refused_document(&with("/entities/0/type", json!("Contry")), &[]);
    says(&said, &["x.json:6:", "unknown variant `Contry`", "did you mean \"Country\"?"]);
    says(&refused_document(&with("/claims/0/polarity", json!("denied")), &[]), &["unknown variant `denied`", "affirmed", "negated"]);
}

#[test]
fn a_missing_field_or_a_wrong_shape() {
    let mut document = good();
    document["claims"][0].as_object_mut().unwrap().remove("quote");
    says(&refused_document(&document, &[]), &["x.json:", "missing field `quote`"]);
    says(
        &refused_document(&with("/claims/0/object", json!(96)), &[]),
        &["x.json:", "an entity's key, \"claim:ID\" or {\"literal\": \"96 танків\"}"],
    );
    says(&refused_document(&with("/claims/0/begin", json!(-1)), &[]), &["x.json:", "-1"]);
    says(&refused_document(&with("/claims/0/begin", json!(0)), &[]), &["x.json:", "\"begin\" and \"end\" come together"]);
    says(&refused_document(&with("/claims/0/time", json!("19.02.2026")), &[]), &["\"19.02.2026\" is no date", "YYYY-MM-DD"]);
    says(&refused_document(&with("/claims/0/confidence", json!(1.5)), &[]), &["confidence is a number from 0 to 1"]);
    says(&refused_document(&with("/claims/0/relation", json!([])), &[]), &["the list of relations is empty"]);
    says(&refused_document(&with("/entities/0/names", json!([])), &[]), &["entity \"us\" has no name"]);
}

#[test]
fn an_unknown_relation() {
    let document = with("/claims/0/relation", json!("presures"));
    let said = refused_document(&document, &[]);
    let text = serde_json::to_string_pretty(&document).unwrap();
    let line = text[..text.find("presures").unwrap()].matches('\n').count() + 1;
    says(&said, &[&format!("x.json:{line}:"), "unknown relation \"presures\"", "did you mean \"pressures\"?", "--new-relations"]);
}

#[test]
fn new_relations_are_minted_below_the_next_known_one() {
    let folder = tempdir().unwrap();
    for (relation, parent) in [(json!("vetoes"), "comments"), (json!(["vetoes", "ownWord", "rejects"]), "rejects")] {
        fs::write(folder.path().join("x.json"), with("/claims/0/relation", relation).to_string()).unwrap();
        let ran = newsgraph(folder.path()).args(["build", "x.json", "--new-relations"]).output().unwrap();
        let out = String::from_utf8(ran.stdout).unwrap();
        assert!(
            ran.status.success() && out.contains(&format!("ng:vetoes a owl:ObjectProperty ;\n    rdfs:subPropertyOf ng:{parent} .")),
            "{out}"
        );
    }
}

#[test]
fn a_relation_that_cannot_be_minted() {
    for name in ["ветує", "has a space", "Claim", "9lives", "polarity", ""] {
        let said = refused_document(&with("/claims/0/relation", json!(name)), &["--new-relations"]);
        says(&said, &["x.json:", &format!("{name:?} is no name of a relation"), "Latin letter"]);
    }
}

#[test]
fn an_unknown_key_or_id() {
    for (place, value, message, near) in [
        ("/claims/0/subject", json!("uss"), "no entity has the key \"uss\"", "did you mean \"us\"?"),
        ("/claims/0/object", json!("natto"), "no entity has the key \"natto\"", "did you mean \"nato\"?"),
        ("/claims/0/source", json!("us1"), "no entity has the key \"us1\"", "did you mean \"us\"?"),
        ("/claims/0/via", json!(["medium"]), "no entity has the key \"medium\"", "known are: "),
        ("/claims/0/content", json!("c9"), "no claim has the id \"c9\"", "c"),
        ("/claims/1/object", json!("claim:c11"), "no claim has the id \"c11\"", "did you mean \"c1\"?"),
        ("/claims/1/refutes", json!(["d1"]), "no claim has the id \"d1\"", "known are: "),
    ] {
        says(&refused_document(&with(place, value), &[]), &["x.json:", message, near]);
    }
}

#[test]
fn a_nearest_name_is_the_same_on_every_run() {
    let document = with("/claims/0/content", json!("c9"));
    let first = refused_document(&document, &[]);
    for _ in 0..5 {
        assert_eq!(refused_document(&document, &[]), first);
    }
    let document = with("/claims/0/via", json!(["medium"]));
    let first = refused_document(&document, &[]);
    for _ in 0..5 {
        assert_eq!(refused_document(&document, &[]), first, "known names in hash-map order");
    }
}

#[test]
fn duplicate_ids_and_keys() {
    says(
        &refused_document(&with("/claims/1/id", json!("c1")), &[]),
        &["x.json:", "id \"c1\" is used twice", "first by number 1 of \"claims\""],
    );
    says(&refused_document(&with("/entities/1/key", json!("us")), &[]), &["x.json:", "key \"us\" is used twice"]);
}

#[test]
fn a_claim_that_contains_itself() {
    for document in [
        with("/claims/0/content", json!("c1")),
        with("/claims/0/object", json!("claim:c1")),
        with("/claims/0/subject", json!("claim:c1")),
        with("/claims/0/content", json!("c2")),
        {
            let mut three = with("/claims/0/object", json!("claim:c3"));
            three["claims"][2]["content"] = json!("c2");
            three
        },
    ] {
        says(&refused_document(&document, &[]), &["x.json:", "contains itself", "nor by way of others"]);
    }
    says(&refused_document(&with("/claims/0/refutes", json!(["c1"])), &[]), &["claim \"c1\" refutes itself"]);
}

#[test]
fn a_million_character_label() {
    let long = "я".repeat(1_000_000);
    for place in ["/entities/0/names", "/entities/0/en", "/entities/1/key", "/headline"] {
        let value = if place.ends_with("names") { json!([long]) } else { json!(long) };
        let said = refused_document(&with(place, value), &[]);
        says(&said, &["x.json:", "1000000 characters long", "more than 1000"]);
        assert!(said.len() < 3000, "the message for {place} is {} bytes long", said.len());
    }
}
