//! How did a claim come about? Its trigger, who plays which role, how sure each step is, by which rule.

use crate::vocab::KnownRelation;
use serde::Serialize;

/// How a claim came about.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reason {
    /// The id of the claim in its document.
    pub claim: String,
    /// The word that carries the relation.
    pub trigger: String,
    /// Its part of speech, as Universal Dependencies name it.
    pub part: &'static str,
    /// How likely it triggers a claim at all: 0 to 1, as all the others.
    pub probability: f32,
    /// The likeliest relations.
    #[serde(serialize_with = "relations")]
    pub relations: Vec<(KnownRelation, f32)>,
    /// How likely it is negated.
    pub negated: f32,
    /// How likely it happened, is intended, demanded, hypothetical.
    pub modalities: [f32; 4],
    /// How likely the text doubts it.
    pub hedged: f32,
    /// Who plays the subject.
    pub subject: Played,
    /// Who or what plays the object; nothing where that is another claim.
    pub object: Option<Played>,
    /// Who speaks, by the words of the claim or by the quotation around it.
    pub speaker: Option<Played>,
    /// What the confidence is made of: names with their values (`ontology/lexicon/uk/confidence.tsv` has their weights).
    pub features: Vec<(String, f32)>,
}

/// A word that plays a role.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Played {
    /// The words, as they stand.
    pub words: String,
    /// How likely they play the role.
    pub probability: f32,
    /// How it is known that they do.
    pub chosen: Chosen,
    /// By which rule it is known what they mean.
    pub way: Way,
    /// How sure that is.
    pub sure: f32,
    /// What they mean: the key of an entity, or a literal.
    pub means: String,
}

/// By which rule it is known what a word means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Way {
    /// It stands in words that name something.
    Mention,
    /// It is what the name beside it is called by.
    Called,
    /// It is a noun that means something of its own.
    Noun,
    /// It is a pronoun; what it means stands elsewhere.
    Pronoun,
    /// It is a number or an office.
    Literal,
}

/// How it is known that a word plays a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Chosen {
    /// The model says so.
    Model,
    /// It is joined to a word that plays it.
    Joined,
    /// The verb has no subject of its own; it is that of another verb.
    Dropped,
}

impl Way {
    /// Its name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mention => "mention",
            Self::Called => "called",
            Self::Noun => "noun",
            Self::Pronoun => "pronoun",
            Self::Literal => "literal",
        }
    }
}

impl Chosen {
    /// Its name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Model => "model",
            Self::Joined => "joined",
            Self::Dropped => "dropped",
        }
    }
}

fn relations<S: serde::Serializer>(all: &[(KnownRelation, f32)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(all.iter().map(|(relation, p)| (relation.name(), p)))
}
