//! How does it hang together? Entities are nodes, claims are edges; graphs of many articles merge into one.

mod assertion;
mod draft;
mod export;
mod few;
mod identity;
mod insert;
mod merge;
mod model;
mod part;
mod view;

pub use draft::{Draft, End};
pub use few::Few;
pub use model::{Appearance, ArticleRecord, Entity, EntityRef, Named};
pub use part::Parts;
pub use view::{ClaimView, EndView};

use crate::document::Literal;
use crate::id::{ArticleId, ClaimId};
use crate::vocab::{KnownRelation, Relation};
use foldhash::HashMap;
use model::{Edge, Extra, Node};
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What any number of articles claim: entities as nodes, claims as edges between them.
///
/// Merging is commutative, associative and idempotent, and nothing that is read out of a graph depends on the order in which it was
/// filled.
#[derive(Debug, Clone, Default)]
pub struct KnowledgeGraph {
    graph: DiGraph<Node, Edge>,
    articles: BTreeMap<ArticleId, ArticleRecord>,
    entities: HashMap<Arc<str>, NodeIndex>,
    literals: HashMap<Literal, NodeIndex>,
    about: HashMap<ClaimId, NodeIndex>,
    claims: HashMap<ClaimId, EdgeIndex>,
    /// Relations of the users' own, each with all relations above it.
    minted: BTreeSet<(Box<str>, KnownRelation)>,
    /// Whether the texts of articles are part of what is told in RDF.
    tells_texts: bool,
}

impl KnowledgeGraph {
    /// A graph of nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the texts of articles, where they are known, part of what is told in RDF (`nif:isString`).
    pub const fn tell_texts(&mut self) {
        self.tells_texts = true;
    }

    /// Whether the texts of articles are part of what is told in RDF.
    #[must_use]
    pub const fn tells_texts(&self) -> bool {
        self.tells_texts
    }

    /// Adds what is known of an article.
    pub fn add_article(&mut self, id: ArticleId, record: ArticleRecord) {
        self.articles.entry(id).or_default().merge(record);
    }

    /// The entity of a slug, new where there was none.
    pub fn entity_named(&mut self, slug: &str) -> EntityRef {
        if let Some(node) = self.entities.get(slug) {
            return EntityRef(*node);
        }
        let slug: Arc<str> = slug.into();
        let node = self.graph.add_node(Node::Entity(Box::new(Entity { slug: Arc::clone(&slug), appearances: BTreeMap::new() })));
        self.entities.insert(slug, node);
        EntityRef(node)
    }

    /// Adds what an article says of an entity.
    pub fn add_appearance(&mut self, entity: EntityRef, article: ArticleId, appearance: Appearance) {
        if let Some(Node::Entity(entity)) = self.graph.node_weight_mut(entity.0) {
            entity.appearances.entry(article).or_default().merge(appearance);
        }
    }

    /// Adds a claim; one that is there already only gains what is new (names, words, confidence). The claims that it is about may be
    /// added before or after. `None` where its subject is a literal, of which nothing can be said in RDF.
    pub fn add_claim(&mut self, mut draft: Draft) -> Option<ClaimId> {
        if matches!(draft.subject, End::Literal(_)) {
            return None;
        }
        draft.via.sort_unstable_by(|a, b| self.slug(*a).cmp(self.slug(*b)));
        draft.via.dedup();
        let id = draft.id(self);
        for relation in std::iter::once(&draft.relation).chain(&draft.alternatives) {
            self.declare(relation);
        }
        let Draft { words, name, .. } = draft;
        let words = [words.subject, words.predicate, words.object, words.source].map(|w| w.map(Into::into));
        let extra = Extra { name: name.map(Into::into), alternatives: draft.alternatives, words, confidence: draft.confidence };
        let edge = Edge {
            id,
            article: draft.article,
            span: draft.span,
            quote: draft.quote.into(),
            relation: draft.relation,
            polarity: draft.polarity,
            modality: draft.modality,
            hedged: draft.hedged,
            source: draft.source,
            place: draft.place,
            time: draft.time,
            content: draft.content,
            via: draft.via.into(),
            refutes: Box::default(),
            extra: extra.boxed(),
        };
        let (subject, object) = (self.node(draft.subject), self.node(draft.object));
        self.add_edge(subject, object, edge);
        Some(id)
    }

    /// Notes a relation of the user's own with the one above it; without effect for those of the ontology.
    pub fn declare(&mut self, relation: &Relation) {
        if let Relation::Minted(_) = relation {
            self.minted.insert((relation.name().into(), relation.known()));
        }
    }

    /// Notes that a claim denies another. Without effect where the first is not there.
    pub fn add_refutation(&mut self, claim: ClaimId, refuted: ClaimId) {
        if let Some(edge) = self.claims.get(&claim).and_then(|edge| self.graph.edge_weight_mut(*edge)) {
            edge.refutes = union(&edge.refutes, &[refuted]);
        }
    }

    fn add_edge(&mut self, subject: NodeIndex, object: NodeIndex, edge: Edge) {
        if let Some(known) = self.claims.get(&edge.id).and_then(|known| self.graph.edge_weight_mut(*known)) {
            known.refutes = union(&known.refutes, &edge.refutes);
            // Of what documents may have differently for one and the same claim, the least stays.
            known.relation = known.relation.clone().min(edge.relation);
            known.quote = std::mem::take(&mut known.quote).min(edge.quote);
            let mut extra = known.extra.take().map_or_else(Extra::default, |e| *e);
            extra.merge(edge.extra.map_or_else(Extra::default, |e| *e));
            known.extra = extra.boxed();
            return;
        }
        let id = edge.id;
        let place = self.graph.add_edge(subject, object, edge);
        self.claims.insert(id, place);
    }

    fn node(&mut self, end: End) -> NodeIndex {
        match end {
            End::Entity(entity) => entity.0,
            End::Claim(id) => *self.about.entry(id).or_insert_with(|| self.graph.add_node(Node::Claim(id))),
            End::Literal(value) => {
                if let Some(node) = self.literals.get(&value) {
                    *node
                } else {
                    let node = self.graph.add_node(Node::Literal(value.clone()));
                    self.literals.insert(value, node);
                    node
                }
            }
        }
    }

    pub(crate) fn slug(&self, entity: EntityRef) -> &Arc<str> {
        &self.entity(entity).slug
    }
}

fn union(a: &[ClaimId], b: &[ClaimId]) -> Box<[ClaimId]> {
    let mut all: Vec<ClaimId> = a.iter().chain(b).copied().collect();
    all.sort_unstable();
    all.dedup();
    all.into()
}
