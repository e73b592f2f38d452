//! What becomes of claims whose words are not in the article, and of articles that are not the right one?

mod common;

use common::spoiled::{good, partly, refused, refused_document, says, with};
use serde_json::{Value, json};

#[test]
fn a_quote_that_is_not_in_the_article() {
    let (said, out) = partly(&with("/claims/2/quote", json!("США тиснули на НАТО")));
    let passage = "nearest passage, at 0–19: \"США тиснуть на НАТО\"";
    let difference = "only in the article: \"тиснуть\"; only in the quote: \"тиснули\"";
    says(&said, &["error: x.json:1: claim \"c3\" is refused: its quote is not in the article", passage, difference]);
    assert_eq!(out.matches(" a ng:Claim").count(), 2);
    let (said, out) = partly(&with("/claims/0/quote", json!("зовсім інше")));
    says(
        &said,
        &[
            "claim \"c1\" is refused",
            "claim \"c2\" is refused: it is about claim \"c1\"",
            "claim \"c3\": a link to a refused claim was cut",
        ],
    );
    assert_eq!(out.matches(" a ng:Claim").count(), 1);
}

#[test]
fn offsets_that_disagree_with_the_quote() {
    let mut document = good();
    (document["claims"][2]["begin"], document["claims"][2]["end"]) = (json!(0), json!(7));
    let (said, out) = partly(&document);
    says(
        &said,
        &["claim \"c3\" is refused: its quote does not stand at its offsets", "there stands \"США тис\"", "the quote stands at 12–19"],
    );
    assert_eq!(out.matches(" a ng:Claim").count(), 2);
    document["claims"][2]["end"] = json!(9000);
    says(&partly(&document).0, &["0–9000 is no place in an article of 41 code points"]);
    let mut document = good();
    document["text"] = Value::Null;
    for claim in document["claims"].as_array_mut().unwrap() {
        (claim["begin"], claim["end"]) = (json!(0), json!(claim["quote"].as_str().unwrap().chars().count()));
    }
    document["claims"][2]["end"] = json!(3);
    says(&partly(&document).0, &["claim \"c3\" is refused: 0–3 has 3 code points, its quote has 7"]);
}

#[test]
fn without_article_and_offsets() {
    let mut document = good();
    document["text"] = Value::Null;
    let said = partly(&document).0;
    says(&said, &["its place is not known and the article is not here", "--claims"]);
}

#[test]
fn an_article_that_the_hash_does_not_name() {
    let said = refused_document(&with("/article", json!({"sha256": "0".repeat(64)})), &[]);
    says(&said, &["x.json: ", "not the article that the document names", "SHA-256", &"0".repeat(64)]);
    says(
        &refused_document(&with("/article", json!({"sha256": "beef"})), &[]),
        &["x.json:", "sha256 is not 64 hexadecimal digits", "sha256sum"],
    );
    let mut document = good();
    document["text"] = Value::Null;
    let document = document.to_string();
    let mut wrong: Value = serde_json::from_str(&document).unwrap();
    wrong["article"] = json!({"sha256": "1".repeat(64)});
    let files = [("a.txt", "США тиснуть на НАТО. Альянс це заперечує.".as_bytes()), ("x.json", wrong.to_string().as_bytes())]
        .map(|(n, b)| (n, b.to_vec()));
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    says(&refused(1, &files, &["a.txt", "--claims", "x.json"]), &["not the article that the document names"]);
}

#[test]
fn an_article_that_is_not_utf8_or_not_there() {
    let mut document = good();
    document["text"] = Value::Null;
    document["article"] = json!("a.txt");
    let json = document.to_string();
    says(&refused(1, &[("x.json", json.as_bytes()), ("a.txt", &[b'a', 0xcf, 0xf0, 0])], &["x.json"]), &["a.txt: ", "no text", "byte 3"]);
    let damaged = ["США тиснуть на НАТО, щоб блок скоротив місі".as_bytes(), &[0xd1, b'.']].concat();
    says(&refused(1, &[("x.json", json.as_bytes()), ("a.txt", &damaged)], &["x.json"]), &["a.txt: ", "byte 78", "damaged"]);
    says(&refused(1, &[("x.json", json.as_bytes()), ("a.txt", b"\n")], &["x.json"]), &["a.txt: ", "empty"]);
    says(&refused(1, &[("x.json", json.as_bytes())], &["a.txt", "--claims", "x.json"]), &["a.txt: ", "cannot be read"]);
    says(&refused(1, &[("a.txt", b"x")], &["a.txt", "--claims", "x.json"]), &["x.json: ", "cannot be read"]);
    says(
        &refused(2, &[("a.txt", b"x"), ("b.txt", b"x"), ("x.json", json.as_bytes())], &["a.txt", "b.txt", "--claims", "x.json"]),
        &["--claims goes with one article"],
    );
}
