//! What can be read out of a graph, in an order that does not depend on how it was filled?

use super::KnowledgeGraph;
use super::few::Few;
use super::model::{Appearance, ArticleRecord, Edge, Entity, EntityRef, Extra, Node};
use crate::document::Literal;
use crate::id::{ArticleId, ClaimId};
use crate::span::Span;
use crate::time::Time;
use crate::vocab::{EntityType, KnownRelation, Modality, Polarity, Relation};
use petgraph::graph::EdgeIndex;
use petgraph::visit::EdgeRef;
use std::sync::LazyLock;

/// What stands at an end of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndView<'g> {
    /// An entity.
    Entity(EntityRef),
    /// Another claim.
    Claim(ClaimId),
    /// A value in words.
    Literal(&'g Literal),
}

impl EndView<'_> {
    /// The entity, if it is one.
    #[must_use]
    pub const fn entity(self) -> Option<EntityRef> {
        if let Self::Entity(entity) = self { Some(entity) } else { None }
    }

    /// The claim, if it is one.
    #[must_use]
    pub const fn claim(self) -> Option<ClaimId> {
        if let Self::Claim(id) = self { Some(id) } else { None }
    }
}

/// A claim as it stands in a graph.
#[derive(Clone, Copy)]
pub struct ClaimView<'g> {
    graph: &'g KnowledgeGraph,
    place: EdgeIndex,
    edge: &'g Edge,
}

static NO_ENTITY: LazyLock<Entity> = LazyLock::new(|| Entity { slug: "".into(), appearances: std::collections::BTreeMap::new() });
static NO_RELATIONS: Few<Relation> = Few::new();

impl KnowledgeGraph {
    /// The articles by id.
    #[must_use]
    pub fn articles(&self) -> impl ExactSizeIterator<Item = (ArticleId, &ArticleRecord)> {
        self.articles.iter().map(|(id, record)| (*id, record))
    }

    /// The relations of the users' own, each with a relation above it; one line for each of several.
    pub fn minted(&self) -> impl Iterator<Item = (&str, KnownRelation)> {
        self.minted.iter().map(|(name, parent)| (name.as_ref(), *parent))
    }

    /// What is known of an article.
    #[must_use]
    pub fn article(&self, id: ArticleId) -> Option<&ArticleRecord> {
        self.articles.get(&id)
    }

    /// The entities, sorted by slug.
    #[must_use]
    pub fn entities(&self) -> Vec<EntityRef> {
        let mut all: Vec<EntityRef> = self.entities.values().map(|node| EntityRef(*node)).collect();
        all.sort_unstable_by(|a, b| self.slug(*a).cmp(self.slug(*b)));
        all
    }

    /// An entity of this graph.
    #[must_use]
    pub fn entity(&self, entity: EntityRef) -> &Entity {
        match self.graph.node_weight(entity.0) {
            Some(Node::Entity(entity)) => entity,
            _ => &NO_ENTITY,
        }
    }

    /// The entity with a slug.
    #[must_use]
    pub fn find_entity(&self, slug: &str) -> Option<EntityRef> {
        self.entities.get(slug).map(|node| EntityRef(*node))
    }

    /// How many claims there are.
    #[must_use]
    pub fn claim_count(&self) -> usize {
        self.claims.len()
    }

    /// A claim by its id.
    #[must_use]
    pub fn claim(&self, id: ClaimId) -> Option<ClaimView<'_>> {
        self.claims.get(&id).and_then(|place| self.view(*place))
    }

    /// The claims in no order that could be relied on.
    pub(crate) fn claims_unordered(&self) -> impl Iterator<Item = ClaimView<'_>> {
        self.graph.edge_indices().filter_map(|place| self.view(place))
    }

    /// The claims, article by article, in the order of the text.
    #[must_use]
    pub fn claims(&self) -> Vec<ClaimView<'_>> {
        // The keys beside the places: looking into the edges for every comparison would cost more than the sorting.
        let key = |claim: ClaimView<'_>| (claim.edge.article, claim.edge.span, claim.edge.id, claim.place);
        let mut keys: Vec<_> = self.claims_unordered().map(key).collect();
        keys.sort_unstable();
        keys.into_iter().filter_map(|(.., place)| self.view(place)).collect()
    }

    /// The claims of which an entity is the subject, in no order that could be relied on.
    pub(crate) fn claims_from_unordered(&self, entity: EntityRef) -> impl Iterator<Item = ClaimView<'_>> + Clone {
        self.graph.edges(entity.0).map(|edge| ClaimView { graph: self, place: edge.id(), edge: edge.weight() })
    }

    /// The claims of which an entity is the subject, article by article, in the order of the text.
    #[must_use]
    pub fn claims_from(&self, entity: EntityRef) -> Vec<ClaimView<'_>> {
        let mut all: Vec<ClaimView<'_>> = self.claims_from_unordered(entity).collect();
        all.sort_unstable_by_key(|c| (c.edge.article, c.edge.span, c.edge.id));
        all
    }

    fn view(&self, place: EdgeIndex) -> Option<ClaimView<'_>> {
        self.graph.edge_weight(place).map(|edge| ClaimView { graph: self, place, edge })
    }
}

impl Entity {
    /// The last part of its IRI.
    #[must_use]
    pub fn slug(&self) -> &str {
        &self.slug
    }

    /// How each article has it.
    pub fn appearances(&self) -> impl Iterator<Item = (ArticleId, &Appearance)> {
        self.appearances.iter().map(|(article, appearance)| (*article, appearance.as_ref()))
    }

    /// How an article has it.
    #[must_use]
    pub fn appearance(&self, article: ArticleId) -> Option<&Appearance> {
        self.appearances.get(&article).map(Box::as_ref)
    }

    /// Its class; the first, where articles differ.
    #[must_use]
    pub fn kind(&self) -> Option<EntityType> {
        self.appearances.values().filter_map(|a| a.kinds.first()).min().copied()
    }

    /// Its usual name in a language, else in any, else its slug; the first of several in alphabetical order.
    #[must_use]
    pub fn label(&self, language: &str) -> &str {
        let labels = || self.appearances.values().flat_map(|a| &a.labels);
        let in_language = labels().filter(|(tag, _)| tag.as_ref() == language).map(|(_, text)| text).min();
        in_language.or_else(|| labels().map(|(_, text)| text).min()).map_or(&self.slug, Box::as_ref)
    }
}

#[expect(missing_docs, reason = "the fields of `document::Claim`")]
impl<'g> ClaimView<'g> {
    #[must_use]
    pub const fn id(self) -> ClaimId {
        self.edge.id
    }
    #[must_use]
    pub const fn article(self) -> ArticleId {
        self.edge.article
    }
    #[must_use]
    pub const fn span(self) -> Span {
        self.edge.span
    }
    #[must_use]
    pub const fn quote(self) -> &'g str {
        &self.edge.quote
    }
    #[must_use]
    pub const fn relation(self) -> &'g Relation {
        &self.edge.relation
    }
    #[must_use]
    pub const fn polarity(self) -> Polarity {
        self.edge.polarity
    }
    #[must_use]
    pub const fn modality(self) -> Modality {
        self.edge.modality
    }
    #[must_use]
    pub const fn hedged(self) -> bool {
        self.edge.hedged
    }
    /// The speaker; `None` is the article's own voice.
    #[must_use]
    pub const fn source(self) -> Option<EntityRef> {
        self.edge.source
    }
    #[must_use]
    pub const fn place(self) -> Option<EntityRef> {
        self.edge.place
    }
    #[must_use]
    pub const fn time(self) -> Option<Time> {
        self.edge.time
    }
    #[must_use]
    pub const fn content(self) -> Option<ClaimId> {
        self.edge.content
    }
    #[must_use]
    pub const fn via(self) -> &'g [EntityRef] {
        &self.edge.via
    }
    #[must_use]
    pub const fn refutes(self) -> &'g [ClaimId] {
        &self.edge.refutes
    }
    #[must_use]
    pub fn subject(self) -> EndView<'g> {
        self.end(0)
    }
    #[must_use]
    pub fn object(self) -> EndView<'g> {
        self.end(1)
    }
    /// Subject and object.
    pub fn ends(self) -> impl Iterator<Item = EndView<'g>> {
        [self.subject(), self.object()].into_iter()
    }
    /// The claims that it is about: those at its ends, its content, those that it refutes.
    pub fn about(self) -> impl Iterator<Item = ClaimId> {
        self.ends().filter_map(EndView::claim).chain(self.content()).chain(self.refutes().iter().copied())
    }
    /// What the document calls it.
    #[must_use]
    pub fn name(self) -> Option<&'g str> {
        self.extra().and_then(|extra| extra.name.as_deref())
    }
    #[must_use]
    pub fn alternatives(self) -> &'g Few<Relation> {
        self.extra().map_or(&NO_RELATIONS, |extra| &extra.alternatives)
    }
    #[must_use]
    pub fn confidence(self) -> Option<f32> {
        self.extra().and_then(|extra| extra.confidence)
    }
    /// The words for subject, predicate, object and speaker.
    #[must_use]
    pub fn words(self) -> [Option<&'g str>; 4] {
        self.extra().map_or([None; 4], |extra| extra.words.each_ref().map(|w| w.as_deref()))
    }

    /// Whether it has no speaker and says without doubt that it is so: then it also stands as a plain triple, unless the article does
    /// not assert it ([`KnowledgeGraph::unasserted`]).
    #[must_use]
    pub fn is_plain(self) -> bool {
        self.source().is_none() && self.polarity() == Polarity::Affirmed && self.modality() == Modality::Actual && !self.hedged()
    }

    pub(super) const fn edge(self) -> &'g Edge {
        self.edge
    }

    fn extra(self) -> Option<&'g Extra> {
        self.edge.extra.as_deref()
    }

    fn end(self, which: usize) -> EndView<'g> {
        let ends = self.graph.graph.edge_endpoints(self.place).map(|(subject, object)| [subject, object]);
        let node = ends.map(|ends| ends[which]).unwrap_or_default();
        match self.graph.graph.node_weight(node) {
            Some(Node::Claim(id)) => EndView::Claim(*id),
            Some(Node::Literal(value)) => EndView::Literal(value),
            _ => EndView::Entity(EntityRef(node)),
        }
    }
}
