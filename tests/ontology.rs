//! Do the Rust vocabulary and the files of `ontology/` say the same, in both directions?

#![expect(clippy::expect_used, reason = "helpers of tests fail as tests do")]

mod common;

use common::{assert_current, read, root};
use newsgraph::{KnownRelation, ONTOLOGY_TTL, Prefix, terms};
use oxrdf::{NamedOrBlankNode, Term};
use oxrdfio::{RdfFormat, RdfParser};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// What a Turtle file says: by subject, predicates with their objects. Blank nodes go by their own names.
fn statements(turtle: &str) -> BTreeMap<String, Vec<(String, Term)>> {
    let mut all: BTreeMap<String, Vec<(String, Term)>> = BTreeMap::new();
    for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(turtle) {
        let quad = quad.expect("good Turtle");
        let subject = match quad.subject {
            NamedOrBlankNode::NamedNode(node) => node.into_string(),
            NamedOrBlankNode::BlankNode(node) => node.to_string(),
        };
        all.entry(subject).or_default().push((quad.predicate.into_string(), quad.object));
    }
    all
}

fn ng(local: &str) -> String {
    format!("{}{local}", Prefix::Ng.iri())
}

/// The names of our namespace that Rust knows.
fn names() -> BTreeSet<String> {
    let own = terms::ALL.iter().filter(|term| term.prefix == Prefix::Ng).map(|term| term.local);
    own.chain(KnownRelation::ALL.iter().map(|relation| relation.name())).map(ng).collect()
}

/// The objects of a property that are texts, with their languages or else datatypes.
fn texts<'s>(of: &'s [(String, Term)], predicate: &str) -> Vec<(&'s str, &'s str)> {
    let texts = of.iter().filter(|(p, _)| p == predicate).filter_map(|(_, object)| match object {
        Term::Literal(literal) => Some((literal.language().unwrap_or(literal.datatype().as_str()), literal.value())),
        _ => None,
    });
    texts.collect()
}

#[test]
fn every_term_and_relation_is_defined_in_both_languages() {
    let all = statements(ONTOLOGY_TTL);
    let mut wrong = Vec::new();
    for iri in names() {
        let Some(said) = all.get(&iri) else {
            wrong.push(format!("{iri} is no subject"));
            continue;
        };
        for property in [format!("{}label", Prefix::Rdfs.iri()), format!("{}definition", Prefix::Skos.iri())] {
            let mut languages: Vec<&str> = texts(said, &property).into_iter().map(|(language, _)| language).collect();
            languages.sort_unstable();
            if languages != ["en", "uk"] {
                wrong.push(format!("{iri} has {property} in {languages:?}"));
            }
        }
        if texts(said, &format!("{}label", Prefix::Rdfs.iri())).iter().any(|(_, label)| label.trim().is_empty()) {
            wrong.push(format!("{iri} has an empty label"));
        }
    }
    assert!(wrong.is_empty(), "ontology/newsgraph.ttl:\n{}", wrong.join("\n"));
}

#[test]
fn the_ontology_defines_nothing_that_rust_does_not_know() {
    let known = names();
    let unknown: Vec<String> =
        statements(ONTOLOGY_TTL).into_keys().filter(|iri| iri.starts_with(Prefix::Ng.iri()) && !known.contains(iri)).collect();
    assert!(unknown.is_empty(), "in ontology/newsgraph.ttl, but neither in terms.rs nor a KnownRelation: {unknown:?}");
}

#[test]
fn relations_have_the_groups_and_codes_of_the_acceptance_table() {
    let path = root().join("../shared/acceptance/relations.tsv");
    let Ok(table) = fs::read_to_string(&path) else {
        eprintln!("SKIPPED: {} is not there; groups and codes were not compared", path.display());
        return;
    };
    let all = statements(ONTOLOGY_TTL);
    let rows: Vec<Vec<&str>> =
        table.lines().skip(1).filter(|line| !line.trim().is_empty()).map(|line| line.split('\t').collect()).collect();
    let listed: BTreeSet<&str> = rows.iter().map(|row| row[0]).collect();
    assert_eq!(listed, KnownRelation::ALL.iter().map(|relation| relation.name()).collect());
    for row in rows {
        let said = &all[&ng(row[0])];
        let group = Term::from(oxrdf::NamedNode::new(ng(&format!("{}Group", row[1]))).expect("an IRI"));
        assert!(said.contains(&(ng("group"), group)), "{} is not in the group {}", row[0], row[1]);
        let code = row.get(2).copied().filter(|code| !matches!(*code, "" | "-" | "–" | "—"));
        let wanted: Vec<(String, &str)> = code.map(|code| (ng("PloverCode"), code)).into_iter().collect();
        let found: Vec<(String, &str)> =
            texts(said, &format!("{}notation", Prefix::Skos.iri())).into_iter().map(|(kind, code)| (kind.to_owned(), code)).collect();
        assert_eq!(found, wanted, "the PLOVER code of {}", row[0]);
        let above = Term::from(oxrdf::NamedNode::new(ng("relation")).expect("an IRI"));
        assert!(said.contains(&(format!("{}subPropertyOf", Prefix::Rdfs.iri()), above)), "{} is not below ng:relation", row[0]);
    }
}

#[test]
fn context_and_schema_are_current() {
    assert_current("ontology/context.jsonld", &newsgraph::context_file());
    assert_current("ontology/graph.schema.json", &newsgraph::json_schema());
}

#[test]
fn the_context_has_every_prefix_and_every_class_of_ours() {
    let context: serde_json::Value = serde_json::from_str(&newsgraph::context_file()).unwrap();
    for prefix in Prefix::ALL {
        assert_eq!(context["@context"][prefix.name()], prefix.iri());
    }
    assert_eq!(context["@context"]["@vocab"], Prefix::Ng.iri());
}

#[test]
fn the_shapes_use_only_terms_of_the_ontology() {
    let shapes = read("ontology/shapes.ttl");
    let known: BTreeSet<String> = statements(ONTOLOGY_TTL).into_keys().filter(|iri| iri.starts_with(Prefix::Ng.iri())).collect();
    let mut used: BTreeSet<String> = BTreeSet::new();
    for (subject, said) in statements(&shapes) {
        used.insert(subject);
        for (predicate, object) in said {
            used.insert(predicate);
            match object {
                Term::NamedNode(node) => drop(used.insert(node.into_string())),
                // SPARQL within the shapes.
                Term::Literal(literal) => {
                    let words = literal.value().split(|c: char| !c.is_alphanumeric() && c != ':');
                    used.extend(
                        words.filter_map(|word| word.trim_end_matches(':').strip_prefix("ng:")).filter(|local| !local.is_empty()).map(ng),
                    );
                }
                _ => {}
            }
        }
    }
    let own = used.iter().filter(|iri| iri.starts_with(Prefix::Ng.iri()) && *iri != Prefix::Ng.iri());
    let unknown: Vec<&String> = own.filter(|iri| !known.contains(*iri)).collect();
    assert!(unknown.is_empty(), "in ontology/shapes.ttl, but not in newsgraph.ttl: {unknown:?}");
    for relation in KnownRelation::ALL {
        assert!(used.contains(&ng(relation.name())), "ontology/shapes.ttl does not know the relation {}", relation.name());
    }
}
