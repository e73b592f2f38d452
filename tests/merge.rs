//! Is merging commutative, associative and idempotent, and is the RDF of the merged graph the union of the parts' RDF?

mod common;

use common::random::{alike, document_of};
use common::{json, rdf};
use newsgraph::{ClaimId, EndView, KnowledgeGraph, Profile, RdfFormat, read_rdf};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn merged(parts: &[&KnowledgeGraph]) -> KnowledgeGraph {
    let mut all = KnowledgeGraph::new();
    for part in parts {
        all.merge((*part).clone());
    }
    all
}

/// All that can be read out of a graph: its documents, and its quads in every profile.
fn seen(graph: &KnowledgeGraph) -> Vec<String> {
    let quads = Profile::ALL.map(|profile| rdf(graph, RdfFormat::NQuads, profile));
    [json(graph)].into_iter().chain(quads).collect()
}

/// What each claim says of other claims.
fn links(graph: &KnowledgeGraph) -> BTreeMap<ClaimId, BTreeSet<(&'static str, ClaimId)>> {
    let end = |name, end: EndView<'_>| match end {
        EndView::Claim(id) => Some((name, id)),
        _ => None,
    };
    let claims = graph.claims();
    let of = claims.iter().map(|claim| {
        let ends = end("subject", claim.subject()).into_iter().chain(end("object", claim.object()));
        let others = claim.content().map(|id| ("content", id)).into_iter().chain(claim.refutes().iter().map(|id| ("refutes", *id)));
        (claim.id(), ends.chain(others).collect())
    });
    of.collect()
}

/// Compares all that can be read out of two graphs; the message is the first line that differs.
fn same(left: &KnowledgeGraph, right: &KnowledgeGraph) -> Result<(), TestCaseError> {
    for (a, b) in seen(left).iter().zip(seen(right)) {
        let differs = a.lines().zip(b.lines()).find(|(a, b)| a != b);
        prop_assert!(*a == b, "{:#?}", differs);
    }
    Ok(())
}

fn laws(a: &KnowledgeGraph, b: &KnowledgeGraph, c: &KnowledgeGraph) -> Result<(), TestCaseError> {
    same(&merged(&[a, b]), &merged(&[b, a]))?;
    same(&merged(&[&merged(&[a, b]), c]), &merged(&[a, &merged(&[b, c])]))?;
    same(&merged(&[a, a]), a)?;
    same(&merged(&[a, b, a, b, c]), &merged(&[c, b, a]))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: if cfg!(debug_assertions) { 48 } else { 1000 }, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_articles_does_not_show(a in document_of(0..1), b in document_of(1..2), c in document_of(2..3)) {
        laws(&a.graph(), &b.graph(), &c.graph())?;
    }

    #[test]
    fn the_order_of_documents_of_one_article_does_not_show((a, b) in alike(false), c in document_of(0..2)) {
        laws(&a.graph(), &b.graph(), &c.graph())?;
    }

    #[test]
    fn the_order_does_not_show_where_documents_differ_in_the_words((a, b) in alike(true), (c, _) in alike(true)) {
        laws(&a.graph(), &b.graph(), &c.graph())?;
    }

    #[test]
    fn rdf_of_the_merged_graph_is_the_union(a in document_of(0..1), b in document_of(1..2)) {
        let (a, b) = (a.graph(), b.graph());
        let both = merged(&[&a, &b]);
        for profile in Profile::ALL {
            let (a, b, both) = (rdf(&a, RdfFormat::NQuads, profile), rdf(&b, RdfFormat::NQuads, profile), rdf(&both, RdfFormat::NQuads, profile));
            let union: BTreeSet<&str> = a.lines().chain(b.lines()).collect();
            let found: BTreeSet<&str> = both.lines().collect();
            let differs: Vec<_> = union.symmetric_difference(&found).collect();
            prop_assert!(differs.is_empty(), "{}: {:#?}", profile, differs);
            prop_assert!(both.lines().is_sorted(), "{} is not sorted", profile);
        }
    }

    #[test]
    fn a_merged_graph_is_the_union_of_its_parts(a in document_of(0..1), b in document_of(1..2), (c, d) in alike(false)) {
        let all = merged(&[&a.graph(), &b.graph(), &c.graph(), &d.graph()]);
        let parts = all.parts();
        let parts: Vec<KnowledgeGraph> = all.articles().map(|(article, _)| parts.of(article)).collect();
        same(&merged(&parts.iter().collect::<Vec<_>>()), &all)?;
        for profile in Profile::ALL {
            let whole = rdf(&all, RdfFormat::NQuads, profile);
            let lines: Vec<String> = parts.iter().map(|part| rdf(part, RdfFormat::NQuads, profile)).collect();
            let union: BTreeSet<&str> = lines.iter().flat_map(|lines| lines.lines()).collect();
            let differs: Vec<_> = union.symmetric_difference(&whole.lines().collect()).copied().collect();
            prop_assert!(differs.is_empty(), "{}: {:#?}", profile, differs);
        }
        // The part of an article of which there is one document is the graph of that document.
        let own = b.graph();
        let part = parts.iter().find(|part| part.articles().next().map(|a| a.0) == own.articles().next().map(|a| a.0));
        if let Some(part) = part.filter(|_| all.articles().len() > 1) {
            let (part, own) = (rdf(part, RdfFormat::NQuads, Profile::Graphs), rdf(&own, RdfFormat::NQuads, Profile::Graphs));
            prop_assert!(part == own, "{:#?}", part.lines().zip(own.lines()).find(|(a, b)| a != b));
        }
    }

    #[test]
    fn the_merged_graph_comes_back_from_rdf(a in document_of(0..1), b in document_of(1..2), (c, d) in alike(false)) {
        for all in [merged(&[&a.graph(), &b.graph()]), merged(&[&b.graph(), &c.graph(), &d.graph()])] {
            let written = rdf(&all, RdfFormat::NQuads, Profile::Reified);
            let again = read_rdf(written.as_bytes(), RdfFormat::NQuads, "x").map_err(|said| TestCaseError::fail(common::messages(&said)))?;
            prop_assert!(again.diagnostics.is_empty(), "{}", common::messages(&again.diagnostics));
            let back = rdf(&again.graph, RdfFormat::NQuads, Profile::Reified);
            prop_assert!(written == back, "{:#?}", written.lines().zip(back.lines()).find(|(a, b)| a != b));
        }
    }

    #[test]
    fn claims_about_claims_survive(a in document_of(0..1), b in document_of(0..3)) {
        let parts = [a.graph(), b.graph()];
        let mut union: BTreeMap<ClaimId, BTreeSet<(&str, ClaimId)>> = BTreeMap::new();
        for part in &parts {
            for (id, more) in links(part) {
                union.entry(id).or_default().extend(more);
            }
        }
        prop_assert_eq!(links(&merged(&[&parts[0], &parts[1]])), union);
    }

    #[test]
    fn a_graph_holds_every_claim_of_its_document(document in document_of(0..1)) {
        let (document, graph) = (document.document(), document.graph());
        let written = graph.documents().remove(0);
        // Claims that say the same of the same words are one; every other stands with its links.
        let names: BTreeSet<&str> = written.claims.iter().map(|claim| claim.id.as_str()).collect();
        prop_assert!(names.len() == graph.claim_count() && names.len() <= document.claims.len());
        if names.len() == document.claims.len() {
            let count = |d: &newsgraph::Document| {
                let content = d.claims.iter().filter(|claim| claim.content.is_some()).count();
                let refutes: usize = d.claims.iter().map(|claim| claim.refutes.len()).sum();
                let about = d.claims.iter().filter(|claim| matches!(claim.object, newsgraph::Target::Claim(_))).count();
                (content, refutes, about)
            };
            prop_assert_eq!(count(&written), count(&document));
        }
    }
}

/// Documents of one article that mint a relation below different ones.
#[test]
fn a_minted_relation_has_all_its_parents_whatever_the_order() {
    let of = |relation: &str| {
        let json = format!(
            "{{\"text\": \"США тиснуть.\", \"entities\": [{{\"key\": \"us\", \"type\": \"Country\", \"names\": [\"США\"]}}],
              \"claims\": [{{\"quote\": \"США тиснуть\", \"subject\": \"us\", \"relation\": {relation}, \"object\": \"us\"}}]}}"
        );
        common::graph(common::document(&json), None)
    };
    let (a, b) = (of("[\"ownWord\", \"rejects\"]"), of("\"ownWord\""));
    for (one, other) in seen(&merged(&[&a, &b])).iter().zip(seen(&merged(&[&b, &a]))) {
        common::assert_same("minted below rejects, and below comments", one, &other);
    }
}
