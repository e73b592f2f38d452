//! Which quads is a graph? The only projection: files, stores and queries all get their quads from here, subject by subject.

mod article;
mod canonical;
mod claim;
mod entity;
mod passage;
mod reading;

use super::format::Profile;
use super::term::Block;
use crate::graph::{ClaimView, EntityRef, KnowledgeGraph};
use crate::id::{ArticleId, ClaimId};
use passage::MentionAt;
use std::collections::{BTreeSet, HashMap};
use std::io;

/// The order of the subjects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// As a person reads: relations, articles, entities, claims in the order of the text, mentions; named graphs one by one.
    Reading,
    /// By the bytes of the subject's IRI with the closing bracket, as sorted N-Quads have it; named graphs with their subject.
    Canonical,
}

/// Takes the blocks of a projection.
pub type Sink<'s, 'g> = dyn FnMut(Block<'g>) -> io::Result<()> + 's;

/// What is looked up again and again while a graph is projected.
struct Projection<'g> {
    graph: &'g KnowledgeGraph,
    profile: Profile,
    claims: Vec<ClaimView<'g>>,
    entities: Vec<EntityRef>,
    /// Sorted by article, place, entity.
    mentions: Vec<MentionAt<'g>>,
    /// The claims without a speaker that nobody makes, each with those in whose words it stands.
    embedded: foldhash::HashMap<ClaimId, BTreeSet<ClaimId>>,
    /// The entities of each article, by slug; and whether a summary would name them.
    named: HashMap<ArticleId, Vec<(&'g str, bool)>>,
}

/// Sends all quads of a graph to `sink`, in blocks of one subject.
///
/// # Errors
/// Those of `sink`.
pub fn project<'g>(graph: &'g KnowledgeGraph, profile: Profile, order: Order, base: &str, sink: &mut Sink<'_, 'g>) -> io::Result<()> {
    let projection = Projection::new(graph, profile);
    match order {
        Order::Reading => projection.reading(sink),
        Order::Canonical => projection.canonical(base, sink),
    }
}

impl<'g> Projection<'g> {
    fn new(graph: &'g KnowledgeGraph, profile: Profile) -> Self {
        let entities = graph.entities();
        let mut named: HashMap<ArticleId, Vec<(&str, bool)>> = HashMap::new();
        let mut mentions = Vec::new();
        for reference in &entities {
            let entity = graph.entity(*reference);
            for (article, appearance) in entity.appearances() {
                named.entry(article).or_default().push((entity.slug(), appearance.salient));
                mentions.extend(passage::mentions(entity, article, appearance));
            }
        }
        mentions.sort_unstable();
        Self { graph, profile, claims: graph.claims(), entities, mentions, embedded: graph.embedded(), named }
    }

    fn language(&self, article: ArticleId) -> &'g str {
        self.graph.article(article).map_or("uk", |record| record.language())
    }
}
