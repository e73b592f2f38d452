//! How does a graph become documents again, one an article?

use super::KnowledgeGraph;
use super::few::Few;
use super::model::{Appearance, ArticleRecord, Entity, EntityRef, Named};
use super::view::{ClaimView, EndView};
use crate::document::{self, ArticleInfo, Document, Mention, Target, Words};
use crate::id::{ArticleId, ClaimId};
use std::collections::{BTreeSet, HashMap};

impl KnowledgeGraph {
    /// The articles as documents, by id; entities and claims in the order of the text.
    #[must_use]
    pub fn documents(&self) -> Vec<Document> {
        let mut claims: HashMap<ArticleId, Vec<ClaimView<'_>>> = HashMap::new();
        for claim in self.claims() {
            claims.entry(claim.article()).or_default().push(claim);
        }
        let mut entities: HashMap<ArticleId, Vec<EntityRef>> = HashMap::new();
        for entity in self.entities() {
            for article in self.entity(entity).appearances.keys() {
                entities.entry(*article).or_default().push(entity);
            }
        }
        let mut take = |id: ArticleId| (entities.remove(&id).unwrap_or_default(), claims.remove(&id).unwrap_or_default());
        self.articles()
            .map(|(id, record)| {
                let (entities, claims) = take(id);
                self.document(id, record, &entities, &claims)
            })
            .collect()
    }

    fn document(&self, article: ArticleId, record: &ArticleRecord, entities: &[EntityRef], claims: &[ClaimView<'_>]) -> Document {
        let names = self.names(article, entities, claims);
        let key = |slug: &str| self.find_entity(slug).map_or_else(|| slug.to_owned(), |e| names.key(self, e));
        let mut document = Document {
            article: info(record, key),
            entities: entities.iter().map(|e| entity(names.key(self, *e), self.entity(*e), article, record.language(), key)).collect(),
            claims: claims.iter().map(|claim| names.claim(self, *claim)).collect(),
        };
        let first = super::identity::first_places(&document);
        let mut order: Vec<(u32, usize)> =
            document.entities.iter().map(|e| first.get(e.key.as_str()).copied().unwrap_or(u32::MAX)).zip(0..).collect();
        order.sort_unstable();
        let mut entities: Vec<Option<document::Entity>> = document.entities.into_iter().map(Some).collect();
        document.entities = order.into_iter().filter_map(|(_, place)| entities[place].take()).collect();
        document
    }

    /// What entities and claims are called in the document: as they were, as far as these names are still unique.
    fn names(&self, article: ArticleId, entities: &[EntityRef], claims: &[ClaimView<'_>]) -> Names {
        let (mut keys, mut taken) = (HashMap::new(), BTreeSet::new());
        for entity in entities {
            let own = self.entity(*entity).appearance(article).and_then(|a| a.key.clone());
            if let Some(key) = own.map(String::from).filter(|key| taken.insert(key.clone())) {
                keys.insert(*entity, key);
            }
        }
        for entity in entities {
            keys.entry(*entity).or_insert_with(|| unused(self.slug(*entity), &mut taken));
        }
        let (mut ids, mut taken) = (HashMap::new(), BTreeSet::new());
        for claim in claims {
            if let Some(name) = claim.name().filter(|name| taken.insert((*name).to_owned())) {
                ids.insert(claim.id(), name.to_owned());
            }
        }
        let mut last = 0;
        for claim in claims {
            ids.entry(claim.id()).or_insert_with(|| {
                loop {
                    last += 1;
                    let name = format!("c{last}");
                    if taken.insert(name.clone()) {
                        return name;
                    }
                }
            });
        }
        Names { keys, ids }
    }
}

/// A name that is not taken: the one wanted, or with a number behind.
fn unused(wanted: &str, taken: &mut BTreeSet<String>) -> String {
    let mut name = wanted.to_owned();
    let mut number = 1;
    while !taken.insert(name.clone()) {
        number += 1;
        name = format!("{wanted}-{number}");
    }
    name
}

struct Names {
    keys: HashMap<EntityRef, String>,
    ids: HashMap<ClaimId, String>,
}

impl Names {
    fn key(&self, graph: &KnowledgeGraph, entity: EntityRef) -> String {
        self.keys.get(&entity).cloned().unwrap_or_else(|| graph.slug(entity).as_ref().to_owned())
    }

    fn claim(&self, graph: &KnowledgeGraph, claim: ClaimView<'_>) -> document::Claim {
        let id = |id: ClaimId| self.ids.get(&id).cloned().unwrap_or_else(|| id.to_string());
        let target = |end: EndView<'_>| match end {
            EndView::Entity(entity) => Target::Entity(self.key(graph, entity)),
            EndView::Claim(claim) => Target::Claim(id(claim)),
            EndView::Literal(value) => Target::Literal(value.clone()),
        };
        let [subject, predicate, object, source] = claim.words().map(|words| words.map(str::to_owned));
        document::Claim {
            id: id(claim.id()),
            quote: claim.quote().to_owned(),
            span: Some(claim.span()),
            subject: target(claim.subject()),
            relation: std::iter::once(claim.relation()).chain(claim.alternatives()).cloned().collect(),
            object: target(claim.object()),
            content: claim.content().map(id),
            polarity: claim.polarity(),
            modality: claim.modality(),
            hedged: claim.hedged(),
            source: claim.source().map(|e| self.key(graph, e)),
            via: claim.via().iter().map(|e| self.key(graph, *e)).collect(),
            time: claim.time(),
            place: claim.place().map(|e| self.key(graph, e)),
            refutes: claim.refutes().iter().map(|other| id(*other)).collect(),
            words: Words { subject, predicate, object, source },
            confidence: claim.confidence(),
            line: None,
        }
    }
}

fn info(record: &ArticleRecord, key: impl Fn(&str) -> String) -> ArticleInfo {
    let first = |set: &Few<Box<str>>| set.first().map(ToString::to_string);
    ArticleInfo {
        file: record.file.clone(),
        sha256: record.sha256,
        language: first(&record.languages),
        published: record.published.first().copied(),
        headline: record.headlines.first().map(|(_, text)| text.to_string()),
        publisher: record.publishers.first().map(|slug| key(slug)),
        based_on: record.based_on.iter().map(|slug| key(slug)).collect(),
        url: first(&record.urls),
        id: first(&record.identifiers),
        style: first(&record.styles),
        topic: first(&record.topics),
        text: record.text.clone(),
    }
}

fn entity(name: String, entity: &Entity, article: ArticleId, language: &str, key: impl Fn(&str) -> String) -> document::Entity {
    let nothing = Appearance::default();
    let appearance = entity.appearance(article).unwrap_or(&nothing);
    let of = |set: &Few<Named>, language: &str| -> Vec<String> {
        set.iter().filter(|(tag, _)| tag.as_ref() == language).map(|(_, text)| text.to_string()).collect()
    };
    let mut names = of(&appearance.labels, language);
    names.extend(of(&appearance.other_names, language));
    let en = of(&appearance.labels, "en").into_iter().next();
    if names.is_empty() {
        // Foreign RDF may have no name in the article's language.
        names.extend(appearance.labels.first().map(|(_, text)| text.to_string()).or_else(|| Some(entity.slug().to_owned())));
    }
    let mut once = BTreeSet::new();
    names.retain(|name| once.insert(name.clone()));
    document::Entity {
        key: name,
        kind: appearance.kinds.first().copied().or(entity.kind()).unwrap_or(crate::vocab::EntityType::Concept),
        names,
        en: en.filter(|_| language != "en"),
        wikidata: appearance.wikidata.first().map(ToString::to_string),
        affiliation: appearance.affiliation.first().map(|slug| key(slug)),
        headcount: appearance.headcount.first().copied(),
        salient: appearance.salient,
        mentions: mentions(appearance),
        forms: Vec::new(),
    }
}

/// The mentions, each place once: with its words, where some graph knew them.
fn mentions(appearance: &Appearance) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = appearance.mentions.iter().rev().cloned().collect();
    mentions.dedup_by_key(|mention| mention.span);
    mentions.reverse();
    mentions
}
