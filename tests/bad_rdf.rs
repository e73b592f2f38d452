//! Is RDF that is wrong, or breaks the contract, told with what and where, and is the rest of it read?

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail as tests do")]

mod common;

use common::{messages, newsgraph, rdf, read, sample_graph};
use newsgraph::{Profile, RdfFormat, RdfGraph, read_rdf};
use std::fs;
use tempfile::tempdir;

/// The sample as Turtle with the first `from` replaced.
fn broken(from: &str, to: &str) -> RdfGraph {
    let text = rdf(&sample_graph(), RdfFormat::Turtle, Profile::Reified);
    assert!(text.contains(from), "{from} is not in the Turtle");
    read_rdf(text.replacen(from, to, 1).as_bytes(), RdfFormat::Turtle, "x.ttl").unwrap_or_else(|said| panic!("{}", messages(&said)))
}

/// The first line of the sample's Turtle that begins so.
fn line_with(part: &str) -> String {
    let text = rdf(&sample_graph(), RdfFormat::Turtle, Profile::Reified);
    text.lines().find(|line| line.trim_start().starts_with(part)).unwrap_or_else(|| panic!("no line with {part}")).to_owned()
}

#[test]
fn what_breaks_the_contract_is_told_and_the_rest_is_read() {
    let whole = sample_graph().claim_count();
    let evidence = line_with("ng:evidence");
    let derived = line_with("prov:wasDerivedFrom");
    for (what, from, to, message) in [
        ("no polarity", "    ng:polarity ng:affirmed ;\n", "", "a claim without polarity"),
        ("two polarities", "ng:polarity ng:affirmed ;", "ng:polarity ng:affirmed, ng:negated ;", "a claim with more than one polarity"),
        (
            "foreign polarity",
            "ng:polarity ng:affirmed ;",
            "ng:polarity ng:maybe ;",
            "polarity is <https://w3id.org/newsgraph/ontology#maybe>, not one of",
        ),
        ("no modality", "    ng:modality ng:actual ;\n", "", "a claim without modality"),
        ("no hedged", "    ng:hedged false ;\n", "", "a claim without hedged"),
        ("hedged in words", "ng:hedged false ;", "ng:hedged \"no\" ;", "hedged is neither true nor false: \"no\""),
        ("no evidence", evidence.as_str(), "", "a claim without evidence"),
        ("no article", derived.as_str(), "    prov:wasDerivedFrom entity:iraq .", "wasDerivedFrom is no article"),
        ("unknown relation", "rdf:predicate ng:", "rdf:predicate ng:x", "is no relation of the ontology"),
        ("literal subject", "rdf:subject ", "rdf:subject \"x\" ; ng:x ", "a claim with a literal for its subject"),
        ("unknown entity", "rdf:subject entity:", "rdf:subject entity:x-", "nothing is said of the entity"),
        ("a passage too long", "nif:endIndex \"", "nif:endIndex \"9", "code points, its words have"),
        ("no class", "entity:iraq a schema:Country ;", "entity:iraq", "an entity without a class of the contract"),
        ("no label", "    rdfs:label \"Ірак\"@uk, \"Iraq\"@en ;\n", "", "an entity without a label"),
        ("a foreign sameAs", "owl:sameAs wd:Q796 ;", "owl:sameAs <https://example.org/iraq> ;", "sameAs is no Wikidata entity"),
        ("a bad day", "\"2026-02-20\"^^xsd:date", "\"20.02.2026\"^^xsd:date", "is no date"),
        ("a bad hash", "ng:sha256 \"", "ng:sha256 \"x", "sha256 is not 64 hexadecimal digits"),
        (
            "a triple alone",
            "entity:iraq a schema:Country ;",
            "entity:iraq ng:sanctions entity:nato ; a schema:Country ;",
            "states what no claim says",
        ),
        (
            "foreign",
            "entity:iraq a schema:Country ;",
            "entity:iraq a schema:Country ; <https://example.org/p> 1 ;",
            "statements with <https://example.org/p> are outside",
        ),
        (
            "blank",
            "entity:iraq a schema:Country ;",
            "[] a schema:Country . entity:iraq a schema:Country ;",
            "all nodes of the contract are named",
        ),
    ] {
        let read = broken(from, to);
        let said = messages(&read.diagnostics);
        assert!(said.contains(message), "{what}: {message:?} is not in:\n{said}");
        assert!(read.diagnostics.iter().all(|said| said.place.as_deref().is_some_and(|place| place.starts_with("x.ttl"))), "{said}");
        let foreign = what == "foreign";
        assert_eq!(read.has_errors(), !foreign, "{what}: {said}");
        assert!(read.graph.claim_count() > 0 && read.graph.claim_count() <= whole, "{what}");
    }
}

#[test]
fn a_claim_that_contains_itself() {
    let text = rdf(&sample_graph(), RdfFormat::Turtle, Profile::Reified);
    let id = sample_graph().claims().iter().find(|c| c.content().is_none()).unwrap().id();
    let itself = text.replacen(&format!("claim:{id} a ng:Claim ;"), &format!("claim:{id} a ng:Claim ; ng:content claim:{id} ;"), 1);
    let read = read_rdf(itself.as_bytes(), RdfFormat::Turtle, "x").unwrap();
    assert!(read.has_errors() && read.graph.claim_count() < sample_graph().claim_count(), "{}", messages(&read.diagnostics));
}

#[test]
fn a_claim_under_a_wrong_name_is_told() {
    let id = sample_graph().claims()[0].id().to_string();
    let text = rdf(&sample_graph(), RdfFormat::NQuads, Profile::Reified).replace(&id, "0123456789abcdef");
    let read = read_rdf(text.as_bytes(), RdfFormat::NQuads, "x").unwrap();
    assert!(messages(&read.diagnostics).contains(&format!("would be named {id}")), "{}", messages(&read.diagnostics));
}

/// Builds from a file; exit code, standard output, standard error.
fn build(name: &str, text: &str) -> (Option<i32>, String, String) {
    let folder = tempdir().unwrap();
    fs::write(folder.path().join(name), text).unwrap();
    let ran = newsgraph(folder.path()).args(["build", name, "-o", "-", "--to", "nq"]).output().unwrap();
    (ran.status.code(), String::from_utf8(ran.stdout).unwrap(), String::from_utf8(ran.stderr).unwrap())
}

#[test]
fn wrong_syntax_is_told_with_its_line() {
    let graph = sample_graph();
    for format in RdfFormat::ALL {
        let mut lines: Vec<String> = rdf(&graph, format, Profile::Reified).lines().map(str::to_owned).collect();
        let at = lines.len() / 2;
        let middle = (lines[at].len() / 2..=lines[at].len()).find(|byte| lines[at].is_char_boundary(*byte)).unwrap();
        lines[at].insert_str(middle, "\"<<< } ]");
        let name = format!("x.{format}");
        let (code, out, said) = build(&name, &lines.join("\n"));
        assert_eq!(code, Some(1), "{format}: {said}");
        assert!(out.is_empty() && said.starts_with(&format!("error: {name}:")), "{format}: {said}");
        // A string may be open over lines; what is wrong shows at its end or behind.
        let line: usize = said.split(':').nth(2).and_then(|line| line.trim().parse().ok()).unwrap_or_else(|| panic!("no line in: {said}"));
        assert!((at + 1..=lines.len() + 1).contains(&line), "{format}: line {line}, not {}: {said}", at + 1);
    }
}

#[test]
fn rdf_cut_in_the_middle() {
    for (format, profile) in common::forms() {
        let text = rdf(&sample_graph(), format, profile);
        let at = (text.len() / 2..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap();
        let cut = text[..at].trim_end_matches(['\n', ' ', '.']);
        let (code, out, said) = build(&format!("x.{format}"), cut);
        assert!(code == Some(1) && out.is_empty() && said.contains(&format!("x.{format}:")), "{format} {profile}: {code:?} {said}");
    }
}

#[test]
fn rdf_without_a_graph() {
    for (name, text) in [
        ("x.ttl", ""),
        ("x.nq", "\n"),
        ("x.ttl", "# nothing\n"),
        ("x.nt", "<http://a.b/c> <http://a.b/d> \"e\" .\n"),
        ("x.jsonld", "{}"),
        ("x.rdf", "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/>"),
    ] {
        let (code, out, said) = build(name, text);
        assert!(code == Some(1) && out.is_empty(), "{said}");
        assert!(said.contains(&format!("{name}: neither a claim nor an article")) && said.contains("{base}claim/"), "{said}");
    }
    let (code, _, said) = build("x.rdf", "");
    assert!(code == Some(1) && said.contains("x.rdf"), "{said}");
}

#[test]
fn rdf_of_another_context_is_not_fetched() {
    let (code, out, said) = build("x.jsonld", "{\"@context\": \"https://schema.org/\", \"@type\": \"NewsArticle\"}");
    assert!(code == Some(1) && out.is_empty() && said.starts_with("error: x.jsonld"), "{said}");
}

#[test]
fn the_good_part_of_a_broken_graph_is_built_with_exit_code_1() {
    let (code, out, said) = build("x.ttl", &read("out/nato-missions.ttl").replacen("    ng:modality ng:actual ;\n", "", 1));
    assert!(code == Some(1) && said.contains("without modality") && out.contains("#Claim>"), "{said}");
}
