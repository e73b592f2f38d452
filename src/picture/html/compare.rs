//! Where do articles and speakers agree, where do they contradict each other?

use super::claims::Told;
use crate::graph::{ClaimView, EndView, EntityRef, KnowledgeGraph};
use crate::id::ClaimId;
use crate::picture::text::clean;
use crate::vocab::{KnownRelation, Modality, Polarity};
use std::collections::{BTreeMap, BTreeSet};

/// Claims side by side; the numbers are places among the claims.
#[derive(Debug, PartialEq, Eq)]
pub enum Group {
    /// Some affirm what others deny.
    Contradiction([Vec<usize>; 2]),
    /// Several voices say the same.
    Agreement(Vec<usize>),
    /// One claim refutes another.
    Refutation(usize, usize),
    /// Several articles speak of the same two.
    Same(Vec<usize>),
}

/// What a claim says, but for whether it is so: subject, relation, object, how real.
type Matter = (String, String, String, Modality);

/// So many groups of claims on the same two are enough.
const SAME: usize = 12;

/// What the claims have to do with each other: contradictions, refutations, agreements, what else is said of the same two; those of
/// more articles first.
pub fn groups(graph: &KnowledgeGraph, claims: &[ClaimView<'_>], told: &[Told]) -> Vec<Group> {
    let mut matters: BTreeMap<Matter, [Vec<usize>; 2]> = BTreeMap::new();
    for (at, claim) in claims.iter().enumerate().filter(|(at, _)| told[*at].speaker != "-") {
        let matter = (end(graph, claim.subject(), 0), claim.relation().name().to_owned(), end(graph, claim.object(), 0), claim.modality());
        matters.entry(matter).or_default()[usize::from(claim.polarity() == Polarity::Negated)].push(at);
    }
    let mut contradictions: Vec<[Vec<usize>; 2]> = Vec::new();
    let mut agreements: Vec<Vec<usize>> = Vec::new();
    for sides in matters.into_values() {
        if sides.iter().all(|side| !side.is_empty()) {
            contradictions.push(sides);
        } else {
            agreements.extend(sides.into_iter().filter(|side| voices(claims, side).len() > 1));
        }
    }
    let together =
        |a: usize, b: usize| contradictions.iter().any(|sides| sides.iter().flatten().filter(|at| [a, b].contains(at)).count() > 1);
    let places: BTreeMap<ClaimId, usize> = claims.iter().enumerate().map(|(at, claim)| (claim.id(), at)).collect();
    let mut refutations = Vec::new();
    for (at, claim) in claims.iter().enumerate() {
        let rejected = match claim.object() {
            EndView::Claim(id) if claim.relation().known() == KnownRelation::Rejects && claim.polarity() == Polarity::Affirmed => Some(id),
            _ => None,
        };
        let refuted: BTreeSet<usize> = claim.refutes().iter().copied().chain(rejected).filter_map(|id| places.get(&id).copied()).collect();
        refutations.extend(refuted.into_iter().filter(|other| !together(at, *other)).map(|other| (at, other)));
    }
    // Across articles first, then in the order of the text.
    let articles = |places: &[usize]| places.iter().map(|at| claims[*at].article()).collect::<BTreeSet<_>>().len();
    let key = |places: &[usize]| (std::cmp::Reverse(articles(places)), places.iter().min().copied());
    contradictions.sort_by_key(|sides| key(&sides.concat()));
    refutations.sort_by_key(|(a, b)| (std::cmp::Reverse(articles(&[*a, *b])), *a, *b));
    agreements.sort_by_key(|side| key(side));
    let told_so =
        |places: &[usize]| agreements.iter().chain(contradictions.iter().flatten()).any(|side| places.iter().all(|at| side.contains(at)));
    let mut same: Vec<Vec<usize>> = pairs(claims).into_values().filter(|places| articles(places) > 1 && !told_so(places)).collect();
    same.sort_by_key(|places| key(places));
    same.truncate(SAME);
    let contradictions = contradictions.into_iter().map(Group::Contradiction);
    let refutations = refutations.into_iter().map(|(a, b)| Group::Refutation(a, b));
    contradictions.chain(refutations).chain(agreements.into_iter().map(Group::Agreement)).chain(same.into_iter().map(Group::Same)).collect()
}

/// The claims between the same two, in either direction.
fn pairs(claims: &[ClaimView<'_>]) -> BTreeMap<[EntityRef; 2], Vec<usize>> {
    let mut pairs: BTreeMap<[EntityRef; 2], Vec<usize>> = BTreeMap::new();
    for (at, claim) in claims.iter().enumerate() {
        if let (EndView::Entity(one), EndView::Entity(other)) = (claim.subject(), claim.object()) {
            pairs.entry([one.min(other), one.max(other)]).or_default().push(at);
        }
    }
    pairs
}

/// Who says these claims; an article's own voice is one too.
fn voices(claims: &[ClaimView<'_>], side: &[usize]) -> BTreeSet<(Option<EntityRef>, Option<crate::id::ArticleId>)> {
    side.iter().map(|at| (claims[*at].source(), claims[*at].source().is_none().then(|| claims[*at].article()))).collect()
}

/// What stands at an end, the same wherever it is said.
fn end(graph: &KnowledgeGraph, end: EndView<'_>, depth: usize) -> String {
    match end {
        EndView::Entity(entity) => graph.entity(entity).slug().to_owned(),
        EndView::Literal(value) => format!("\"{}", clean(&value.text).to_lowercase()),
        EndView::Claim(id) => match graph.claim(id) {
            Some(claim) if depth < 4 => {
                let ends = [claim.subject(), claim.object()].map(|inner| self::end(graph, inner, depth + 1));
                format!("({} {} {} {:?})", ends[0], claim.relation().name(), ends[1], claim.polarity())
            }
            _ => id.to_string(),
        },
    }
}
