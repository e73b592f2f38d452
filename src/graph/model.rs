//! What is a node, what is an edge, what is known of an article?

use super::few::Few;
use crate::document::{Literal, Mention};
use crate::id::{ArticleId, ClaimId};
use crate::span::Span;
use crate::time::Time;
use crate::vocab::{EntityType, Modality, Polarity, Relation};
use petgraph::graph::NodeIndex;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Stands for an entity within one [`KnowledgeGraph`](super::KnowledgeGraph); not to be used with another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityRef(pub(super) NodeIndex);

/// A text in a language: the tag first, then the text.
pub type Named = (Arc<str>, Box<str>);

/// A node: what can stand at an end of a claim.
#[derive(Debug, Clone)]
pub(super) enum Node {
    Entity(Box<Entity>),
    Literal(Literal),
    /// A claim that other claims are about; the claim itself is an edge.
    Claim(ClaimId),
}

/// An entity with all that the articles say of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    pub(super) slug: Arc<str>,
    pub(super) appearances: BTreeMap<ArticleId, Box<Appearance>>,
}

/// An entity as one article has it. Sets, so that the order in which graphs are merged does not show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Appearance {
    /// What its document calls it; the least, where two documents of one article differ.
    pub key: Option<Box<str>>,
    /// Its classes; more than one only where documents differ.
    pub kinds: Few<EntityType>,
    /// Language and text of the usual names.
    pub labels: Few<Named>,
    /// Language and text of the other names.
    pub other_names: Few<Named>,
    /// Wikidata ids.
    pub wikidata: Few<Box<str>>,
    /// Slugs of the bodies that an anonymous source belongs to.
    pub affiliation: Few<Arc<str>>,
    /// How many people an anonymous source is.
    pub headcount: Few<u32>,
    /// Whether a summary of the article would name it.
    pub salient: bool,
    /// Where the text names it, in which words.
    pub mentions: Few<Mention>,
}

impl Appearance {
    pub(super) fn merge(&mut self, other: Self) {
        self.key = least(self.key.take(), other.key);
        self.kinds.extend(other.kinds);
        self.labels.extend(other.labels);
        self.other_names.extend(other.other_names);
        self.wikidata.extend(other.wikidata);
        self.affiliation.extend(other.affiliation);
        self.headcount.extend(other.headcount);
        self.salient |= other.salient;
        self.mentions.extend(other.mentions);
    }
}

/// What is known of an article. Sets, so that the order in which graphs are merged does not show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ArticleRecord {
    /// Name of its file.
    pub file: Option<String>,
    /// SHA-256 of its bytes.
    pub sha256: Option<[u8; 32]>,
    /// BCP 47 tags.
    pub languages: Few<Box<str>>,
    /// Days of publication.
    pub published: Few<Time>,
    /// Language and text of headlines.
    pub headlines: Few<Named>,
    /// Slugs of publishers.
    pub publishers: Few<Arc<str>>,
    /// Slugs of the media on whose report it rests.
    pub based_on: Few<Arc<str>>,
    /// Web addresses.
    pub urls: Few<Box<str>>,
    /// Names in corpora.
    pub identifiers: Few<Box<str>>,
    /// Kinds of text.
    pub styles: Few<Box<str>>,
    /// What it is about, in a few words.
    pub topics: Few<Box<str>>,
    /// The whole text, where a document carried it.
    pub text: Option<Arc<str>>,
}

impl ArticleRecord {
    pub(super) fn merge(&mut self, other: Self) {
        self.file = least(self.file.take(), other.file);
        self.sha256 = least(self.sha256.take(), other.sha256);
        self.languages.extend(other.languages);
        self.published.extend(other.published);
        self.headlines.extend(other.headlines);
        self.publishers.extend(other.publishers);
        self.based_on.extend(other.based_on);
        self.urls.extend(other.urls);
        self.identifiers.extend(other.identifiers);
        self.styles.extend(other.styles);
        self.topics.extend(other.topics);
        self.text = least(self.text.take(), other.text);
    }

    /// The language of its text.
    #[must_use]
    pub fn language(&self) -> &str {
        self.languages.first().map_or("uk", Box::as_ref)
    }
}

/// An edge: a claim, but for its ends and its relations' place in the graph.
#[derive(Debug, Clone)]
pub(super) struct Edge {
    pub id: ClaimId,
    pub article: ArticleId,
    pub span: Span,
    pub quote: Box<str>,
    pub relation: Relation,
    pub polarity: Polarity,
    pub modality: Modality,
    pub hedged: bool,
    pub source: Option<EntityRef>,
    pub place: Option<EntityRef>,
    pub time: Option<Time>,
    pub content: Option<ClaimId>,
    pub via: Box<[EntityRef]>,
    pub refutes: Box<[ClaimId]>,
    pub extra: Option<Box<Extra>>,
}

/// What only some claims have, and what does not make two claims different.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Extra {
    /// What the document calls the claim.
    pub name: Option<Box<str>>,
    pub alternatives: Few<Relation>,
    pub words: [Option<Box<str>>; 4],
    pub confidence: Option<f32>,
}

impl Extra {
    pub fn merge(&mut self, other: Self) {
        self.name = least(self.name.take(), other.name);
        self.alternatives.extend(other.alternatives);
        for (mine, theirs) in self.words.iter_mut().zip(other.words) {
            *mine = least(mine.take(), theirs);
        }
        self.confidence = match (self.confidence, other.confidence) {
            (Some(a), Some(b)) => Some(a.max(b)),
            (a, b) => a.or(b),
        };
    }

    pub fn boxed(self) -> Option<Box<Self>> {
        (self != Self::default()).then(|| Box::new(self))
    }
}

/// The lesser of two values, where both are known: a choice that does not depend on the order of merging.
pub(super) fn least<T: Ord>(a: Option<T>, b: Option<T>) -> Option<T> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}
