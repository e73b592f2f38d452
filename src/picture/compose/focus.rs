//! What stands around one entity?

use crate::diagnostic::Diagnostic;
use crate::graph::{ClaimView, EndView, EntityRef, KnowledgeGraph};
use crate::id::ClaimId;
use foldhash::{HashMap, HashSet};
use std::collections::BTreeSet;

/// The entity that a person named: by its slug, or by one of its names, whatever the case of the letters.
///
/// # Errors
/// None, or more than one, is called so; the nearest names are offered.
pub fn find(graph: &KnowledgeGraph, wanted: &str) -> Result<EntityRef, Diagnostic> {
    if let Some(entity) = graph.find_entity(wanted) {
        return Ok(entity);
    }
    let lower = wanted.trim().to_lowercase();
    let all = graph.entities();
    let called = |entity: &&EntityRef| names(graph, **entity).any(|name| name.to_lowercase() == lower);
    let found: Vec<EntityRef> = all.iter().filter(called).copied().collect();
    match found.as_slice() {
        [only] => Ok(*only),
        [] => {
            let known: BTreeSet<&str> = all.iter().flat_map(|entity| names(graph, *entity)).collect();
            Err(Diagnostic::error(format!("no entity of the graph is called {wanted:?}")).nearest(wanted, known))
        }
        several => {
            let slugs: Vec<&str> = several.iter().map(|entity| graph.entity(*entity).slug()).collect();
            Err(Diagnostic::error(format!("several entities are called {wanted:?}")).help(format!("name one of: {}", slugs.join(", "))))
        }
    }
}

fn names(graph: &KnowledgeGraph, entity: EntityRef) -> impl Iterator<Item = &str> {
    let names = |(_, appearance)| {
        let appearance: &crate::graph::Appearance = appearance;
        appearance.labels.iter().chain(&appearance.other_names).map(|(_, text)| text.as_ref())
    };
    graph.entity(entity).appearances().flat_map(names)
}

/// The places of the claims that lie at most `hops` arrows from an entity, with the claims about them.
pub fn around(graph: &KnowledgeGraph, claims: &[ClaimView<'_>], entity: EntityRef, hops: usize) -> Vec<usize> {
    let place_of: HashMap<ClaimId, usize> = claims.iter().enumerate().map(|(at, claim)| (claim.id(), at)).collect();
    // The entities of each claim, those of the claims that it is about included.
    let ends: Vec<Vec<EntityRef>> = claims.iter().map(|claim| ends(graph, *claim, 0)).collect();
    let mut touching: HashMap<EntityRef, Vec<usize>> = HashMap::default();
    for (at, entities) in ends.iter().enumerate() {
        for entity in entities {
            touching.entry(*entity).or_default().push(at);
        }
    }
    let mut near: BTreeSet<usize> = BTreeSet::new();
    let mut reached: HashSet<EntityRef> = HashSet::default();
    let mut border = vec![entity];
    for _ in 0..hops.max(1) {
        let mut next = Vec::new();
        for entity in border.drain(..).filter(|entity| reached.insert(*entity)) {
            for at in touching.get(&entity).into_iter().flatten() {
                if near.insert(*at) {
                    next.extend(&ends[*at]);
                }
            }
        }
        border = next;
    }
    for at in near.clone() {
        near.extend(claims[at].about().filter_map(|id| place_of.get(&id)));
    }
    near.into_iter().collect()
}

fn ends(graph: &KnowledgeGraph, claim: ClaimView<'_>, depth: usize) -> Vec<EntityRef> {
    let mut found = Vec::new();
    for end in [claim.subject(), claim.object()] {
        match end {
            EndView::Entity(entity) => found.push(entity),
            EndView::Claim(id) if depth < 3 => found.extend(graph.claim(id).into_iter().flat_map(|inner| ends(graph, inner, depth + 1))),
            _ => {}
        }
    }
    found
}
