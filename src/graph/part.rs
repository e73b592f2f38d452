//! What does one article say? A merged graph taken apart again, an article a graph.

use super::KnowledgeGraph;
use super::draft::End;
use super::model::{Edge, EntityRef};
use super::view::{ClaimView, EndView};
use crate::id::ArticleId;
use crate::vocab::{KnownRelation, Relation};
use foldhash::{HashMap, HashSet};

/// The articles of a graph, each a graph of its own, made one after the other.
pub struct Parts<'g> {
    graph: &'g KnowledgeGraph,
    claims: Vec<ClaimView<'g>>,
    entities: HashMap<ArticleId, Vec<EntityRef>>,
    /// Of the relations of the users' own, those above them that no claim has so.
    others: HashMap<&'g str, Vec<KnownRelation>>,
}

impl KnowledgeGraph {
    /// The graph taken apart by articles. The union of the parts is the graph, but for relations that no claim uses.
    #[must_use]
    pub fn parts(&self) -> Parts<'_> {
        let mut entities: HashMap<ArticleId, Vec<EntityRef>> = HashMap::default();
        for entity in self.entities() {
            for (article, _) in self.entity(entity).appearances() {
                entities.entry(article).or_default().push(entity);
            }
        }
        let claims = self.claims();
        let claimed: HashSet<(&str, KnownRelation)> = claims.iter().flat_map(|claim| minted(*claim)).collect();
        let mut others: HashMap<&str, Vec<KnownRelation>> = HashMap::default();
        for (name, parent) in self.minted().filter(|line| !claimed.contains(line)) {
            others.entry(name).or_default().push(parent);
        }
        Parts { graph: self, claims, entities, others }
    }
}

impl Parts<'_> {
    /// What an article says: itself, its entities as it has them, its claims.
    #[must_use]
    pub fn of(&self, article: ArticleId) -> KnowledgeGraph {
        let mut part = KnowledgeGraph::new();
        if self.graph.tells_texts() {
            part.tell_texts();
        }
        if let Some(record) = self.graph.article(article) {
            part.add_article(article, record.clone());
        }
        for entity in self.entities.get(&article).into_iter().flatten() {
            let whole = self.graph.entity(*entity);
            let own = part.entity_named(whole.slug());
            if let Some(appearance) = whole.appearance(article) {
                part.add_appearance(own, article, appearance.clone());
            }
        }
        let begin = self.claims.partition_point(|claim| claim.article() < article);
        for claim in self.claims[begin..].iter().take_while(|claim| claim.article() == article) {
            self.add(*claim, &mut part);
        }
        part
    }

    fn add(&self, claim: ClaimView<'_>, part: &mut KnowledgeGraph) {
        let adopt = |part: &mut KnowledgeGraph, entity: EntityRef| part.entity_named(self.graph.slug(entity));
        let end = |part: &mut KnowledgeGraph, end: EndView<'_>| {
            let end = match end {
                EndView::Entity(entity) => End::Entity(adopt(part, entity)),
                EndView::Claim(id) => End::Claim(id),
                EndView::Literal(value) => End::Literal(value.clone()),
            };
            part.node(end)
        };
        let (subject, object) = (end(part, claim.subject()), end(part, claim.object()));
        let edge = claim.edge();
        let source = edge.source.map(|entity| adopt(part, entity));
        let place = edge.place.map(|entity| adopt(part, entity));
        let via = edge.via.iter().map(|medium| adopt(part, *medium)).collect();
        part.add_edge(subject, object, Edge { source, place, via, ..edge.clone() });
        for (name, parent) in minted(claim) {
            let others = self.others.get(name).into_iter().flatten().copied();
            part.minted.extend(others.chain([parent]).map(|parent| (name.into(), parent)));
        }
    }
}

/// The relations of the users' own that a claim has, with the known ones above them.
fn minted(claim: ClaimView<'_>) -> impl Iterator<Item = (&str, KnownRelation)> {
    let all = std::iter::once(claim.relation()).chain(claim.alternatives());
    all.filter(|relation| matches!(relation, Relation::Minted(_))).map(|relation| (relation.name(), relation.known()))
}
