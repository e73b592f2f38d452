//! What must be known of a claim before it is an edge, and what is it called then?

use super::KnowledgeGraph;
use super::few::Few;
use super::model::EntityRef;
use crate::document::{Literal, Words};
use crate::id::{ArticleId, ClaimId};
use crate::span::Span;
use crate::time::Time;
use crate::vocab::{Modality, Polarity, Relation};
use sha2::{Digest, Sha256};

/// An end of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// An entity.
    Entity(EntityRef),
    /// Another claim.
    Claim(ClaimId),
    /// A value in words.
    Literal(Literal),
}

/// A claim on its way into a graph; its entities are there already.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields of `document::Claim`, with references in place of keys")]
pub struct Draft {
    pub article: ArticleId,
    pub span: Span,
    pub quote: String,
    pub subject: End,
    pub relation: Relation,
    pub alternatives: Few<Relation>,
    pub object: End,
    pub polarity: Polarity,
    pub modality: Modality,
    pub hedged: bool,
    /// `None`: the article's own voice.
    pub source: Option<EntityRef>,
    /// Sorted by slug on insertion.
    pub via: Vec<EntityRef>,
    pub content: Option<ClaimId>,
    pub time: Option<Time>,
    pub place: Option<EntityRef>,
    pub words: Words,
    pub confidence: Option<f32>,
    /// What the document calls it.
    pub name: Option<String>,
}

/// Ends one field of what is hashed.
const FIELD: &[u8] = b"\x1f";

impl Draft {
    /// The claim's id: from what it says and where, by the slugs of its entities and not by their places in this graph.
    #[must_use]
    pub fn id(&self, graph: &KnowledgeGraph) -> ClaimId {
        let mut hash = Sha256::new();
        let mut field = |parts: &[&[u8]]| {
            for part in parts {
                hash.update(part);
            }
            hash.update(FIELD);
        };
        let slug = |entity: Option<EntityRef>| entity.map_or(&b""[..], |e| graph.slug(e).as_bytes());
        field(&[&self.article.hex()]);
        field(&[&self.span.begin.to_be_bytes(), &self.span.end.to_be_bytes()]);
        for end in [&self.subject, &self.object] {
            match end {
                End::Entity(entity) => field(&[b"entity ", slug(Some(*entity))]),
                End::Claim(id) => field(&[b"claim ", &id.hex()]),
                End::Literal(value) => {
                    field(&[b"literal ", value.text.as_bytes(), FIELD, value.datatype.as_deref().unwrap_or_default().as_bytes()]);
                }
            }
        }
        field(&[self.relation.name().as_bytes()]);
        let hedged: &[u8] = if self.hedged { b"hedged" } else { b"" };
        field(&[self.polarity.term().local.as_bytes(), b" ", self.modality.term().local.as_bytes(), b" ", hedged]);
        field(&[slug(self.source)]);
        let mut media: Vec<&[u8]> = self.via.iter().map(|medium| slug(Some(*medium))).collect();
        media.sort_unstable();
        for medium in media {
            field(&[medium]);
        }
        match self.time {
            Some(time) => field(&[time.to_string().as_bytes()]),
            None => field(&[]),
        }
        field(&[slug(self.place)]);
        match self.content {
            Some(content) => field(&[&content.hex()]),
            None => field(&[]),
        }
        ClaimId::within(self.article, &hash.finalize().into())
    }
}
