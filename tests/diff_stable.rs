//! Does one changed claim change only its own lines of the exports?

#![expect(clippy::expect_used, reason = "helpers of tests fail as tests do")]

mod common;

use common::{graph, rdf, sample};
use newsgraph::{Claim, Document, Polarity, Profile, RdfFormat};
use std::collections::BTreeSet;

/// The sample with one of its claims changed; the ids of the claim before and after, and of the claims that are made of it.
fn changed(name: &str, change: impl Fn(&mut Claim)) -> ([Document; 2], BTreeSet<String>) {
    let (before, _) = sample();
    let mut after = before.clone();
    change(after.claims.iter_mut().find(|claim| claim.id == name).expect("a claim of that name"));
    let both = [before, after];
    let ids = |document: &Document| -> BTreeSet<String> {
        let graph = graph(document.clone(), Some(&sample().1));
        graph.claims().iter().map(|claim| claim.id().to_string()).collect()
    };
    let [old, new] = both.each_ref().map(ids);
    let ids = old.symmetric_difference(&new).cloned().collect();
    (both, ids)
}

/// The lines of a text with the block each is in (what stands between blank lines) in front, so that a line is told from its like
/// elsewhere.
fn lines(text: &str) -> BTreeSet<(String, String)> {
    let mut head = String::new();
    let mut all = BTreeSet::new();
    for line in text.lines() {
        if !line.is_empty() && !line.starts_with(' ') {
            line.split(' ').next().unwrap_or_default().clone_into(&mut head);
        }
        // Where a list ends, its last line has another mark.
        all.insert((head.clone(), line.trim_end_matches([' ', '.', ';', ',']).to_owned()));
    }
    all
}

/// A claim on which nothing else rests, so that its id is in no other block.
fn lonely() -> String {
    let (document, _) = sample();
    let used: BTreeSet<&str> = document.claims.iter().flat_map(|c| c.parts().chain(c.refutes.iter().map(String::as_str))).collect();
    let alone = |claim: &&Claim| !used.contains(claim.id.as_str()) && claim.parts().count() == 0 && claim.polarity == Polarity::Affirmed;
    document.claims.iter().find(alone).expect("a claim on which nothing rests").id.clone()
}

#[test]
fn a_polarity_changes_the_lines_of_its_claim_and_of_its_plain_triple() {
    let name = lonely();
    let ([before, after], ids) = changed(&name, |claim| claim.polarity = Polarity::Negated);
    assert_eq!(ids.len(), 2, "one claim before, one after: {ids:?}");
    let claim = before.claims.iter().find(|claim| claim.id == name).unwrap();
    let relation = claim.relation[0].name();
    for (format, profile) in [
        (RdfFormat::Turtle, Profile::Reified),
        (RdfFormat::Turtle, Profile::Rdf12),
        (RdfFormat::TriG, Profile::Graphs),
        (RdfFormat::NQuads, Profile::Reified),
        (RdfFormat::NQuads, Profile::Graphs),
        (RdfFormat::NTriples, Profile::Rdf12),
    ] {
        let [old, new] = [&before, &after].map(|d| lines(&rdf(&graph(d.clone(), Some(&sample().1)), format, profile)));
        let differing: Vec<_> = old.symmetric_difference(&new).collect();
        assert!(!differing.is_empty());
        let own = |(head, line): &&(String, String)| ids.iter().any(|id| head.contains(id.as_str()) || line.contains(id.as_str()));
        let foreign: Vec<_> = differing.into_iter().filter(|line| !own(line)).collect();
        let plain = |(_, line): &&(String, String)| line.contains(&format!(":{relation}")) || line.contains(&format!("#{relation}>"));
        let (plain, foreign): (Vec<_>, Vec<_>) = foreign.into_iter().partition(|line| plain(line));
        assert!(foreign.is_empty(), "{format} {profile}: {foreign:#?}");
        assert!(plain.len() <= 2, "{format} {profile}: {plain:#?}");
    }
}

#[test]
fn a_changed_claim_renames_only_itself_and_what_is_made_of_it() {
    let (document, _) = sample();
    let inner = document.claims.iter().find_map(|claim| claim.content.clone()).expect("a claim with content");
    let ([before, _], ids) = changed(&inner, |claim| claim.hedged = !claim.hedged);
    // It and all that is made of it, step by step.
    let mut made: BTreeSet<&str> = [inner.as_str()].into();
    loop {
        let more: BTreeSet<&str> =
            before.claims.iter().filter(|c| c.parts().any(|part| made.contains(part))).map(|c| c.id.as_str()).collect();
        let size = made.len();
        made.extend(more);
        if made.len() == size {
            break;
        }
    }
    assert_eq!(ids.len(), 2 * made.len());
}

#[test]
fn a_claim_more_only_adds_lines() {
    let name = lonely();
    let (whole, text) = sample();
    let mut less = whole.clone();
    less.claims.retain(|claim| claim.id != name);
    for profile in Profile::ALL {
        let [few, many] = [&less, &whole].map(|d| rdf(&graph(d.clone(), Some(&text)), RdfFormat::NQuads, profile));
        let many: BTreeSet<&str> = many.lines().collect();
        let gone: Vec<&str> = few.lines().filter(|line| !many.contains(line)).collect();
        assert!(gone.is_empty(), "{profile}: {gone:#?}");
    }
}
