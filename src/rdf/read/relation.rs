//! Which relations are known, or declared in the data?

use super::index::Index;
use crate::vocab::{KnownRelation, Relation, terms};
use std::collections::HashMap;

/// The relations of a graph's own, by name, with the known relations above them.
pub struct Relations {
    minted: HashMap<String, KnownRelation>,
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
        let minted = parents.keys().filter_map(|name| Some(((*name).to_owned(), above(name, &parents, 8)?))).collect();
        Self { minted }
    }

    /// The relation of an IRI; `None` where it is neither known nor declared.
    pub fn get(&self, iri: &str) -> Option<Relation> {
        let name = Relation::local_of(iri)?;
        if let Ok(known) = name.parse::<KnownRelation>() {
            return Some(known.into());
        }
        Relation::minted(name, *self.minted.get(name)?).ok()
    }
}

/// The first known relation above one, at most `depth` steps up.
fn above(name: &str, parents: &HashMap<&str, Vec<&str>>, depth: usize) -> Option<KnownRelation> {
    let direct = parents.get(name)?;
    let known = direct.iter().filter_map(|parent| parent.parse().ok()).min();
    known.or_else(|| direct.iter().filter_map(|parent| above(parent, parents, depth.checked_sub(1)?)).min())
}
