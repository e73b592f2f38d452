//! What does the JSON of a graph document look like? The types that it is read into, written from and described by.

use super::either::{ArticleEntry, ObjectEntry, RelationEntry};
use crate::vocab::{EntityType, Modality, Polarity};
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

/// Takes `null` for what is not said.
fn or_default<'de, D: Deserializer<'de>, T: Default + Deserialize<'de>>(deserializer: D) -> Result<T, D::Error> {
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// An article, its entities and its claims. Facts about the article may stand under `article` or at the top, not differently in both.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[schemars(title = "newsgraph graph document")]
pub struct DocumentEntry {
    /// The article's name in a corpus.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What is known of the article, or just the name of its file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<ArticleEntry>,
    /// BCP 47 tag of the article's language; `uk` where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// When it was published: YYYY-MM-DD, YYYY-MM or YYYY.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Its headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// The medium that published it: an entity's key, or its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// The media on whose report it rests: entities' keys, or names.
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "Vec::is_empty")]
    pub based_on: Vec<String>,
    /// Where it stands on the web (http or https).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its kind: agency, portal, interview …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<String>,
    /// What it is about, in a few words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// The whole article; then no file is needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What the claims are about, and who makes them.
    pub entities: Vec<EntityEntry>,
    /// What the article claims.
    pub claims: Vec<ClaimEntry>,
}

/// What is known of an article.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct ArticleObject {
    /// The name of its file, relative to this document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The SHA-256 of its bytes, 64 hexadecimal digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// BCP 47 tag of its language; `uk` where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// When it was published: YYYY-MM-DD, YYYY-MM or YYYY.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Its headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// The medium that published it: an entity's key, or its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// The media on whose report it rests: entities' keys, or names.
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "Vec::is_empty")]
    pub based_on: Vec<String>,
    /// Where it stands on the web (http or https).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// A thing or person that claims are about or that makes them.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct EntityEntry {
    /// What this document calls it; unique within it.
    pub key: String,
    /// Its class.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// Citation forms (nominative) in the article's language, the usual one first.
    #[schemars(length(min = 1))]
    pub names: Vec<String>,
    /// Its English name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// A verified Wikidata id; none is better than a wrong one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^Q[1-9][0-9]*$"))]
    pub wikidata: Option<String>,
    /// Of an anonymous source: the key of the body that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affiliation: Option<String>,
    /// Of an anonymous source: how many they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headcount: Option<u32>,
    /// Whether a summary of the article would name it.
    #[serde(default, deserialize_with = "or_default")]
    pub salient: bool,
    /// Where the text names it: begin and end in Unicode code points.
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<(u32, u32)>,
    /// The exact strings by which the text names it: another way to give its mentions.
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<String>,
}

/// Who says what of whom, in which words.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct ClaimEntry {
    /// What this document calls it; unique within it. Numbered where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The exact words of the article.
    pub quote: String,
    /// Where the quote begins, in Unicode code points. Found by itself where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begin: Option<u32>,
    /// Where it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<u32>,
    /// An entity's key, or `claim:ID`.
    pub subject: String,
    /// A relation's name, or several: the first counts, the others would fit too.
    pub relation: RelationEntry,
    /// An entity's key, `claim:ID`, or words that stand for themselves.
    pub object: ObjectEntry,
    /// Id of the claim that is demanded, promised, denied …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// Affirmed or denied.
    #[serde(default, deserialize_with = "or_default")]
    pub polarity: Polarity,
    /// How real it is said to be.
    #[serde(default, deserialize_with = "or_default")]
    pub modality: Modality,
    /// Whether the text itself doubts it.
    #[serde(default, deserialize_with = "or_default")]
    pub hedged: bool,
    /// Key of the speaker; nothing means the article's own voice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Keys of the media on the way.
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<String>,
    /// When it happened or is to happen: YYYY-MM-DD, YYYY-MM or YYYY.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Key of where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Ids of the claims that this one denies; for one of another article, the sixteen digits of its IRI.
    #[serde(default, deserialize_with = "or_default", skip_serializing_if = "Vec::is_empty")]
    pub refutes: Vec<String>,
    /// The words that carry each role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<WordsEntry>,
    /// How sure the finder is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 1))]
    pub confidence: Option<f32>,
}

/// The words of the quote (for the speaker: of the article) that carry each role.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct WordsEntry {
    /// The words for the subject.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The words that state the relation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub predicate: Option<String>,
    /// The words for the object.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<String>,
    /// The words that name the speaker.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}
