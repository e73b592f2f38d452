//! What does RDF say of the entities, and in which articles do they occur?

use super::Reader;
use super::index::Subject;
use crate::document::Mention;
use crate::graph::{Appearance, EntityRef, Few, Named};
use crate::id::ArticleId;
use crate::vocab::{EntityType, terms};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Where an article has an entity: whether a summary would name it, and its mentions.
type Place = (bool, Few<Mention>);

impl<'i> Reader<'i> {
    /// Makes a node of every entity of which something is said, for the claims to name.
    pub(super) fn entity_nodes(&mut self) {
        for subject in self.index.all() {
            if let Some(slug) = self.slug(subject.iri) {
                self.graph.entity_named(slug);
            }
        }
    }

    /// The node of an entity.
    pub(super) fn known(&self, slug: &str) -> Result<EntityRef, String> {
        self.graph.find_entity(slug).ok_or_else(|| format!("nothing is said of the entity {slug:?}"))
    }

    /// Entities that an article lists, mentions or claims something of. Claims are in the graph before, so that none is missed.
    pub(super) fn entities(&mut self) {
        let mut places: HashMap<&'i str, BTreeMap<ArticleId, Place>> = HashMap::new();
        for article in self.index.instances(terms::NEWS_ARTICLE) {
            let Some(id) = self.article_id(article.iri) else { continue };
            for (predicate, salient) in
                [(terms::ABOUT, true), (terms::MENTIONS, false), (terms::PUBLISHER, false), (terms::BASED_ON, false)]
            {
                for slug in self.slugs(article, predicate) {
                    places.entry(slug).or_default().entry(id).or_default().0 |= salient;
                }
            }
        }
        for passage in self.index.instances(terms::OFFSET_STRING) {
            if passage.objects(terms::IDENT_REF).next().is_none() {
                continue;
            }
            match self.passage(passage) {
                Ok((article, span, words)) => {
                    for slug in self.slugs(passage, terms::IDENT_REF) {
                        let place = places.entry(slug).or_default().entry(article).or_default();
                        place.1.insert(Mention { span, words: Some(words.to_owned()) });
                    }
                }
                Err(said) => self.error(passage.iri, said),
            }
        }
        let named: BTreeSet<(String, ArticleId)> = self.named_in_claims();
        for subject in self.index.all() {
            let Some(slug) = self.slug(subject.iri) else { continue };
            let mut here = places.remove(slug).unwrap_or_default();
            for (_, article) in named.range((slug.to_owned(), ArticleId::MIN)..=(slug.to_owned(), ArticleId::MAX)) {
                here.entry(*article).or_default();
            }
            self.entity(subject, slug, here);
        }
        for slug in places.into_keys() {
            self.error(&format!("{}entity/{slug}", self.base), "is named, but nothing is said of it: it has no class and no label");
        }
    }

    /// Slugs of the entities that claims name, with the articles in which they do.
    fn named_in_claims(&self) -> BTreeSet<(String, ArticleId)> {
        let mut named = BTreeSet::new();
        for claim in self.graph.claims() {
            let ends = [claim.subject(), claim.object()].into_iter().filter_map(|end| match end {
                crate::graph::EndView::Entity(entity) => Some(entity),
                _ => None,
            });
            let all = ends.chain(claim.source()).chain(claim.place()).chain(claim.via().iter().copied());
            named.extend(all.map(|entity| (self.graph.entity(entity).slug().to_owned(), claim.article())));
        }
        named
    }

    fn entity(&mut self, subject: Subject<'i>, slug: &str, places: BTreeMap<ArticleId, Place>) {
        let kinds: Few<EntityType> =
            subject.iris(terms::TYPE).filter_map(|class| EntityType::ALL.into_iter().find(|kind| kind.class().is(class))).collect();
        if kinds.is_empty() {
            self.error(subject.iri, "an entity without a class of the contract");
        }
        let labels: Few<Named> = subject.words(terms::LABEL).collect();
        if labels.is_empty() {
            self.error(subject.iri, "an entity without a label");
        }
        let mut wikidata: Few<Box<str>> = Few::new();
        for iri in subject.iris(terms::SAME_AS) {
            match iri.strip_prefix(crate::vocab::Prefix::Wd.iri()) {
                Some(id) if id.len() > 1 && id.starts_with('Q') && id[1..].bytes().all(|b| b.is_ascii_digit()) => {
                    wikidata.insert(id.into());
                }
                _ => self.error(subject.iri, format!("sameAs is no Wikidata entity: <{iri}>")),
            }
        }
        let all = Appearance {
            key: None,
            kinds,
            labels,
            other_names: subject.words(terms::ALT_LABEL).collect(),
            wikidata,
            affiliation: self.slugs(subject, terms::AFFILIATION).into_iter().map(Into::into).collect(),
            headcount: subject.texts(terms::HEADCOUNT).filter_map(|n| n.parse().ok()).collect(),
            ..Appearance::default()
        };
        if places.is_empty() {
            self.error(subject.iri, "an entity that no article names");
        }
        let entity = self.graph.entity_named(slug);
        for (article, (salient, mentions)) in places {
            self.graph.add_appearance(entity, article, Appearance { salient, mentions, ..all.clone() });
        }
    }
}
