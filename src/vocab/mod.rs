//! What are the terms called? The names of `ontology/newsgraph.ttl` and of the vocabularies it hangs on.

mod class;
mod labels;
mod relation;
mod stance;
pub mod terms;

pub use class::EntityType;
pub use labels::{Lang, ONTOLOGY_TTL, Wording, wording};
pub use relation::{KnownRelation, MintedRelation, NoRelation, Relation};
pub use stance::{Modality, Polarity};
pub use terms::{Prefix, Term};

/// The base under which entities, articles and claims are named unless the user chooses another.
pub const DEFAULT_BASE: &str = "https://w3id.org/newsgraph/id/";
