//! How does a document become part of a graph?

use super::KnowledgeGraph;
use super::draft::{Draft, End};
use super::few::Few;
use super::identity::slugs;
use super::model::{Appearance, ArticleRecord, EntityRef, Named};
use crate::document::{ArticleInfo, Claim, Document, Entity, Grounded, Target, inner_first};
use crate::id::{self, ArticleId, ClaimId};
use std::collections::HashMap;
use std::sync::Arc;

impl KnowledgeGraph {
    /// The graph of one grounded document.
    #[must_use]
    pub fn from_document(grounded: Grounded) -> Self {
        let mut graph = Self::new();
        graph.add_document(grounded);
        graph
    }

    /// Adds a grounded document; returns the article's id.
    pub fn add_document(&mut self, grounded: Grounded) -> ArticleId {
        let (document, _) = grounded.into_parts();
        let article = article_id(&document);
        let slugs = slugs(&document, article);
        let language: Arc<str> = document.article.language().into();
        let Document { article: info, entities, claims } = document;
        let references: Vec<EntityRef> = slugs.iter().map(|slug| self.entity_named(slug)).collect();
        let keys: HashMap<String, EntityRef> = entities.iter().map(|e| e.key.clone()).zip(references.iter().copied()).collect();
        let slug_of = |graph: &Self, key: &str| keys.get(key).map(|entity| Arc::clone(graph.slug(*entity)));
        for (entity, reference) in entities.into_iter().zip(references) {
            let affiliation = entity.affiliation.as_deref().and_then(|key| slug_of(self, key));
            self.add_appearance(reference, article, appearance(entity, &language, affiliation));
        }
        let publisher = info.publisher.as_ref().and_then(|key| keys.get(key)).copied();
        let publishers = info.publisher.iter().filter_map(|key| slug_of(self, key)).collect();
        let based_on = info.based_on.iter().filter_map(|key| slug_of(self, key)).collect();
        self.add_article(article, ArticleRecord { publishers, based_on, ..record(info, &language) });
        self.add_claims(claims, &Names { article, keys, publisher });
        article
    }

    /// Adds the claims, those that others are made of first.
    fn add_claims(&mut self, claims: Vec<Claim>, names: &Names) {
        let order = inner_first(&claims);
        let mut done: HashMap<String, ClaimId> = HashMap::with_capacity(claims.len());
        let mut refuted: Vec<(ClaimId, Vec<String>)> = Vec::new();
        let mut claims: Vec<Option<Claim>> = claims.into_iter().map(Some).collect();
        for place in order {
            let Some(mut claim) = claims[place].take() else { continue };
            let (name, refutes) = (claim.id.clone(), std::mem::take(&mut claim.refutes));
            // Grounding holds that every name is known; what is not would be left out here.
            let Some(draft) = names.draft(claim, &done) else { continue };
            let Some(id) = self.add_claim(draft) else { continue };
            done.insert(name, id);
            if !refutes.is_empty() {
                refuted.push((id, refutes));
            }
        }
        for (claim, others) in refuted {
            for other in
                others.iter().filter_map(|name| done.get(name).copied().or_else(|| name.parse().ok())).filter(|other| *other != claim)
            {
                self.add_refutation(claim, other);
            }
        }
    }
}

/// What the names of one document stand for.
struct Names {
    article: ArticleId,
    keys: HashMap<String, EntityRef>,
    publisher: Option<EntityRef>,
}

impl Names {
    fn draft(&self, claim: Claim, done: &HashMap<String, ClaimId>) -> Option<Draft> {
        let end = |target: Target| match target {
            Target::Entity(key) => self.keys.get(&key).copied().map(End::Entity),
            Target::Claim(id) => done.get(&id).copied().map(End::Claim),
            Target::Literal(value) => Some(End::Literal(value)),
        };
        let entity = |key: Option<String>| key.and_then(|key| self.keys.get(&key).copied());
        let mut relations = claim.relation.into_iter();
        Some(Draft {
            article: self.article,
            span: claim.span?,
            quote: claim.quote,
            subject: end(claim.subject)?,
            relation: relations.next()?,
            alternatives: relations.collect(),
            object: end(claim.object)?,
            polarity: claim.polarity,
            modality: claim.modality,
            hedged: claim.hedged,
            // The publisher's word is the article's own voice.
            source: entity(claim.source).filter(|source| self.publisher != Some(*source)),
            via: claim.via.into_iter().filter_map(|key| self.keys.get(&key).copied()).collect(),
            content: claim.content.and_then(|id| done.get(&id).copied()),
            time: claim.time,
            place: entity(claim.place),
            words: claim.words,
            confidence: claim.confidence,
            name: Some(claim.id),
        })
    }
}

/// The id of an article: from its bytes; where these are not known, from what names it and from the claims' words and places.
fn article_id(document: &Document) -> ArticleId {
    let info = &document.article;
    let digest = info.sha256.unwrap_or_else(|| {
        let parts = [&info.url, &info.id, &info.file, &info.headline];
        let published = info.published.map(|day| day.to_string());
        let mut names: Vec<&str> = parts.into_iter().chain([&published]).map(|part| part.as_deref().unwrap_or_default()).collect();
        let mut places: Vec<String> = document.claims.iter().filter_map(|c| Some(format!("{}\u{1e}{}", c.span?, c.quote))).collect();
        places.sort_unstable();
        names.extend(places.iter().map(String::as_str));
        id::sha256(names.join("\u{1f}").as_bytes())
    });
    ArticleId::from_digest(&digest)
}

fn record(info: ArticleInfo, language: &Arc<str>) -> ArticleRecord {
    ArticleRecord {
        file: info.file,
        sha256: info.sha256,
        languages: [language.as_ref().into()].into(),
        published: info.published.into_iter().collect(),
        headlines: info.headline.into_iter().map(|text| (Arc::clone(language), text.into())).collect(),
        urls: info.url.into_iter().map(Into::into).collect(),
        identifiers: info.id.into_iter().map(Into::into).collect(),
        styles: info.style.into_iter().map(Into::into).collect(),
        topics: info.topic.into_iter().map(Into::into).collect(),
        text: info.text,
        ..ArticleRecord::default()
    }
}

fn appearance(entity: Entity, language: &Arc<str>, affiliation: Option<Arc<str>>) -> Appearance {
    let mut names = entity.names.into_iter().map(|name| (Arc::clone(language), name.into()));
    let mut labels: Few<Named> = names.next().into_iter().collect();
    let other_names = names.filter(|name| !labels.contains(name)).collect();
    labels.extend(entity.en.map(|en| ("en".into(), en.into())));
    Appearance {
        key: Some(entity.key.into()),
        kinds: [entity.kind].into(),
        labels,
        other_names,
        wikidata: entity.wikidata.into_iter().map(Into::into).collect(),
        affiliation: affiliation.into_iter().collect(),
        headcount: entity.headcount.into_iter().collect(),
        salient: entity.salient,
        mentions: entity.mentions.into_iter().collect(),
    }
}
