//! What is a graph about? How much each entity and each claim has to do with the main story.

use crate::graph::{ClaimView, EndView, EntityRef, KnowledgeGraph};
use crate::id::{ArticleId, ClaimId};
use crate::vocab::{KnownRelation, Polarity};
use foldhash::{HashMap, HashSet};

/// How much entities and claims matter, from 0 to about 1.
pub struct Salience {
    entities: HashMap<EntityRef, f64>,
    /// In the order of the claims.
    pub claims: Vec<f64>,
}

impl Salience {
    /// Claims in the order of the text.
    pub fn of(graph: &KnowledgeGraph, claims: &[ClaimView<'_>]) -> Self {
        let early = early(claims);
        let mut entities: HashMap<EntityRef, f64> = HashMap::default();
        for (claim, early) in claims.iter().zip(&early) {
            let weight = matter(claim.relation().known()) * (0.5 + early);
            for (end, share) in [(Some(claim.subject()), 1.0), (Some(claim.object()), 0.8), (claim.source().map(EndView::Entity), 0.4)] {
                if let Some(EndView::Entity(entity)) = end {
                    *entities.entry(entity).or_default() += weight * share;
                }
            }
        }
        for (entity, value) in &mut entities {
            *value *= prominence(graph, *entity);
        }
        let most = entities.values().copied().fold(f64::MIN_POSITIVE, f64::max);
        for value in entities.values_mut() {
            *value /= most;
        }
        let mut salience = Self { entities, claims: Vec::new() };
        let pointed: HashSet<ClaimId> = claims.iter().flat_map(|claim| claim.refutes().iter().copied().chain(claim.content())).collect();
        // What several claims say of the same two is more than what one says.
        let mut alike: HashMap<(EntityRef, EntityRef), u32> = HashMap::default();
        for pair in claims.iter().filter_map(|claim| pair(*claim)) {
            *alike.entry(pair).or_default() += 1;
        }
        let many = |count: &u32| 0.5 * (1.0 - 1.0 / f64::from(*count));
        let value = |(claim, early): (&ClaimView<'_>, f64)| {
            let alike = pair(*claim).and_then(|pair| alike.get(&pair)).map_or(0.0, many);
            salience.claim(*claim, early, pointed.contains(&claim.id())) + alike
        };
        salience.claims = claims.iter().zip(early).map(value).collect();
        salience
    }

    /// How much an entity matters.
    pub fn entity(&self, entity: EntityRef) -> f64 {
        self.entities.get(&entity).copied().unwrap_or_default()
    }

    fn claim(&self, claim: ClaimView<'_>, early: f64, pointed: bool) -> f64 {
        let end = |end| match end {
            EndView::Entity(entity) => self.entity(entity),
            EndView::Claim(_) => 0.5,
            EndView::Literal(_) => 0.1,
        };
        let denies = claim.polarity() == Polarity::Negated || !claim.refutes().is_empty();
        let ends = f64::midpoint(end(claim.subject()), end(claim.object()));
        let news = 0.3 * early + if denies { 0.3 } else { 0.0 } + if pointed { 0.15 } else { 0.0 };
        (ends + news) * matter(claim.relation().known())
    }
}

/// The entities that a claim is between.
fn pair(claim: ClaimView<'_>) -> Option<(EntityRef, EntityRef)> {
    match (claim.subject(), claim.object()) {
        (EndView::Entity(subject), EndView::Entity(object)) => Some((subject, object)),
        _ => None,
    }
}

/// How near to the beginning of its article each claim stands, from 0 to 1.
fn early(claims: &[ClaimView<'_>]) -> Vec<f64> {
    let mut last: HashMap<ArticleId, u32> = HashMap::default();
    for claim in claims {
        let end = last.entry(claim.article()).or_default();
        *end = (*end).max(claim.span().begin);
    }
    let share = |claim: &ClaimView<'_>| f64::from(claim.span().begin) / f64::from(last.get(&claim.article()).copied().unwrap_or(0).max(1));
    claims.iter().map(|claim| 1.0 - share(claim)).collect()
}

/// Whether the article itself makes much of an entity: it is marked as salient, or the headline has it.
fn prominence(graph: &KnowledgeGraph, entity: EntityRef) -> f64 {
    let mut most: f64 = 1.0;
    for (article, appearance) in graph.entity(entity).appearances() {
        let headlines = graph.article(article).into_iter().flat_map(|record| &record.headlines);
        let length = headlines.map(|(_, text)| text.chars().count()).max().unwrap_or(0);
        let in_headline = appearance.mentions.iter().any(|mention| (mention.span.end as usize) <= length);
        most = most.max(if appearance.salient { 1.3 } else { 1.0 } * if in_headline { 1.3 } else { 1.0 });
    }
    most
}

/// Events and positions are news; circumstances are background.
const fn matter(relation: KnownRelation) -> f64 {
    match relation {
        KnownRelation::HasQuantity | KnownRelation::HoldsPosition | KnownRelation::LocatedIn | KnownRelation::PartOf => 0.35,
        KnownRelation::MemberOf | KnownRelation::Represents => 0.45,
        KnownRelation::Comments | KnownRelation::ParticipatesIn | KnownRelation::Affects => 0.75,
        _ => 1.0,
    }
}
