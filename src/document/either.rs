//! Where the JSON may have one of two shapes: which is it? Each keeps the place of an error inside it.

use super::wire::ArticleObject;
use schemars::JsonSchema;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::marker::PhantomData;

/// An article by its file's name, or what is known of it.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum ArticleEntry {
    /// The name of its file, relative to this document.
    File(String),
    /// What is known of it.
    Known(ArticleObject),
}

/// One relation, or several of which the first counts.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum RelationEntry {
    /// A relation's name.
    One(String),
    /// The best first.
    Several(#[schemars(length(min = 1))] Vec<String>),
}

/// An entity or claim, or words that stand for themselves.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum ObjectEntry {
    /// An entity's key, or `claim:ID`.
    Named(String),
    /// Words that stand for themselves: a number with its unit, an office.
    Literal(LiteralEntry),
}

/// Words that stand for themselves.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LiteralEntry {
    /// The words.
    pub literal: String,
    /// IRI of a datatype; without it they are words of the article's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub datatype: Option<String>,
}

/// A type that is read from a string, or else from a list or an object.
trait Either<'de>: Sized {
    const EXPECTED: &'static str;
    fn text(text: &str) -> Self;
    fn list<A: SeqAccess<'de>>(_: A) -> Result<Self, A::Error> {
        Err(A::Error::custom(format!("a list stands here, expected {}", Self::EXPECTED)))
    }
    fn object<A: MapAccess<'de>>(_: A) -> Result<Self, A::Error> {
        Err(A::Error::custom(format!("an object stands here, expected {}", Self::EXPECTED)))
    }
}

struct EitherVisitor<T>(PhantomData<T>);

impl<'de, T: Either<'de>> Visitor<'de> for EitherVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        Ok(T::text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<T, A::Error> {
        T::list(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::object(map)
    }
}

macro_rules! read_either {
    ($($name:ident)*) => {$(
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(EitherVisitor(PhantomData))
            }
        }
    )*};
}

read_either!(ArticleEntry RelationEntry ObjectEntry);

impl<'de> Either<'de> for ArticleEntry {
    const EXPECTED: &'static str = "a file's name or an object such as {\"file\": \"article.txt\"}";
    fn text(text: &str) -> Self {
        Self::File(text.to_owned())
    }
    fn object<A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        ArticleObject::deserialize(MapAccessDeserializer::new(map)).map(Self::Known)
    }
}

impl<'de> Either<'de> for RelationEntry {
    const EXPECTED: &'static str = "a relation's name or a list of names";
    fn text(text: &str) -> Self {
        Self::One(text.to_owned())
    }
    fn list<A: SeqAccess<'de>>(list: A) -> Result<Self, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(list)).map(Self::Several)
    }
}

impl<'de> Either<'de> for ObjectEntry {
    const EXPECTED: &'static str = "an entity's key, \"claim:ID\" or {\"literal\": \"96 танків\"}";
    fn text(text: &str) -> Self {
        Self::Named(text.to_owned())
    }
    fn object<A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        LiteralEntry::deserialize(MapAccessDeserializer::new(map)).map(Self::Literal)
    }
}
