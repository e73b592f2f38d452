//! Which relations are known, or declared in the data?

use super::index::Index;
use crate::vocab::{KnownRelation, Relation, terms};
use std::collections::HashMap;

/// The relations of a graph's own, by name, with the known relations above them.
pub struct Relations {
    minted: HashMap<String, Vec<KnownRelation>>,
}

impl Relations {
    pub fn of(index: &Index) -> Self {
        let parents: HashMap<&str, Vec<&str>> = index
            .all()
            .filter_map(|subject| {
                let above = subject.iris(terms::SUB_PROPERTY_OF).filter_map(Relation::local_of).collect();
                Some((Relation::local_of(subject.iri)?, above))
            })
            .collect();
        let minted = parents.keys().map(|name| ((*name).to_owned(), above(name, &parents, 8))).collect();
        Self { minted }
    }

    /// Every relation of the user's own with every known one above it.
    pub fn minted(&self) -> impl Iterator<Item = Relation> {
        let pairs = self.minted.iter().flat_map(|(name, above)| above.iter().map(move |parent| (name, *parent)));
        pairs.filter_map(|(name, parent)| Relation::minted(name, parent).ok())
    }

    /// The relation of an IRI; `None` where it is neither known nor declared.
    pub fn get(&self, iri: &str) -> Option<Relation> {
        let name = Relation::local_of(iri)?;
        if let Ok(known) = name.parse::<KnownRelation>() {
            return Some(known.into());
        }
        Relation::minted(name, *self.minted.get(name)?.first()?).ok()
    }
}

/// The known relations above one, sorted; those above a relation of the user's own, at most `depth` steps up, where there is none.
fn above(name: &str, parents: &HashMap<&str, Vec<&str>>, depth: usize) -> Vec<KnownRelation> {
    let Some(direct) = parents.get(name) else { return Vec::new() };
    let mut known: Vec<KnownRelation> = direct.iter().filter_map(|parent| parent.parse().ok()).collect();
    if known.is_empty() && depth > 0 {
        known = direct.iter().flat_map(|parent| above(parent, parents, depth - 1)).collect();
    }
    known.sort_unstable();
    known.dedup();
    known
}
