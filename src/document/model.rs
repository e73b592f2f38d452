//! What is claimed in an article, in which words? The types that every finder of claims hands over.

use crate::span::Span;
use crate::time::Time;
use crate::vocab::{EntityType, Modality, Polarity, Relation};
use std::sync::Arc;

/// One article with its entities and claims: the waist through which a person, another program or our own reader gives a graph.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// What is known of the article.
    pub article: ArticleInfo,
    /// What the claims are about.
    pub entities: Vec<Entity>,
    /// What the article claims.
    pub claims: Vec<Claim>,
}

/// What is known of an article. What nobody states is `None` or empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ArticleInfo {
    /// The name of its file, relative to the document's.
    pub file: Option<String>,
    /// The SHA-256 of its bytes.
    pub sha256: Option<[u8; 32]>,
    /// BCP 47 tag of its language; [`ArticleInfo::language`] gives the default.
    pub language: Option<String>,
    /// The day (or month, or year) of publication.
    pub published: Option<Time>,
    /// Its headline.
    pub headline: Option<String>,
    /// Key of the medium that published it.
    pub publisher: Option<String>,
    /// Keys of the media on whose report it rests.
    pub based_on: Vec<String>,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// Its name in a corpus.
    pub id: Option<String>,
    /// Its kind: agency, portal, interview …
    pub style: Option<String>,
    /// What it is about, in a few words.
    pub topic: Option<String>,
    /// Its whole text, where the document carries it.
    pub text: Option<Arc<str>>,
}

impl ArticleInfo {
    /// The language of the text: Ukrainian where nothing else is said.
    #[must_use]
    pub fn language(&self) -> &str {
        self.language.as_deref().unwrap_or("uk")
    }
}

/// A thing or person that claims are about or that makes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// What the document calls it; unique within the document.
    pub key: String,
    /// Its class.
    pub kind: EntityType,
    /// Citation forms (nominative) in the article's language, the usual one first.
    pub names: Vec<String>,
    /// Its English name.
    pub en: Option<String>,
    /// A verified Wikidata id, `Q…`.
    pub wikidata: Option<String>,
    /// Of an anonymous source: the key of the body that it belongs to.
    pub affiliation: Option<String>,
    /// Of an anonymous source: how many they are.
    pub headcount: Option<u32>,
    /// Whether a summary of the article would name it.
    pub salient: bool,
    /// Where the text names it.
    pub mentions: Vec<Mention>,
    /// The exact strings by which the text names it: another way to give its mentions.
    pub forms: Vec<String>,
}

/// A place where the text names an entity.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// The place.
    pub span: Span,
    /// The words that stand there, as far as they are known.
    pub words: Option<String>,
}

/// What stands at an end of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An entity, by its key.
    Entity(String),
    /// Another claim, by its id.
    Claim(String),
    /// Words that stand for themselves: a number with its unit, an office.
    Literal(Literal),
}

/// A value in words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Literal {
    /// The words, or the lexical form of a datatype.
    pub text: String,
    /// IRI of its datatype; words of the article's language have none.
    pub datatype: Option<String>,
}

/// Who says what of whom, in which words.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// What the document calls it; unique within the document.
    pub id: String,
    /// The exact words of the article.
    pub quote: String,
    /// Where they stand; always known after grounding.
    pub span: Option<Span>,
    /// Of whom or what something is said.
    pub subject: Target,
    /// What is said; the first relation counts, the others would fit too.
    pub relation: Vec<Relation>,
    /// To whom or what it is done, or which value it has.
    pub object: Target,
    /// The claim that is demanded, promised, denied … where the object is somebody.
    pub content: Option<String>,
    /// Affirmed or denied.
    pub polarity: Polarity,
    /// How real it is said to be.
    pub modality: Modality,
    /// Whether the text itself doubts it.
    pub hedged: bool,
    /// Key of the speaker; `None` is the article's own voice.
    pub source: Option<String>,
    /// Keys of the media on the way.
    pub via: Vec<String>,
    /// When it happened or is to happen.
    pub time: Option<Time>,
    /// Key of where.
    pub place: Option<String>,
    /// Ids of the claims that this one denies; for one of another article, the sixteen digits of its name.
    pub refutes: Vec<String>,
    /// The words that carry each role.
    pub words: Words,
    /// How sure the finder is, from 0 to 1.
    pub confidence: Option<f32>,
    /// The line of the JSON that it was read from, for messages.
    pub line: Option<u32>,
}

impl Claim {
    /// The ids of the claims that this one is made of: subject, object, content.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        let ends = [&self.subject, &self.object].into_iter().filter_map(|target| match target {
            Target::Claim(id) => Some(id.as_str()),
            _ => None,
        });
        ends.chain(self.content.as_deref())
    }

    /// The keys of the entities that it names, but for the places of its words.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let ends = [&self.subject, &self.object].into_iter().filter_map(|target| match target {
            Target::Entity(key) => Some(key.as_str()),
            _ => None,
        });
        let others = self.source.iter().chain(&self.via).chain(&self.place);
        ends.chain(others.map(String::as_str))
    }
}

/// The words of the quote (for the speaker: of the article) that carry each role.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// The words for the subject.
    pub subject: Option<String>,
    /// The words that state the relation.
    pub predicate: Option<String>,
    /// The words for the object.
    pub object: Option<String>,
    /// The words that name the speaker.
    pub source: Option<String>,
}

impl Words {
    /// Whether none is known.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.subject.is_none() && self.predicate.is_none() && self.object.is_none() && self.source.is_none()
    }
}
