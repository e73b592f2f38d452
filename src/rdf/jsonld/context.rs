//! What do the keys of our JSON-LD mean? The table from which `ontology/context.jsonld` is made and by which the writer writes.

use crate::vocab::{DEFAULT_BASE, Prefix, Term, terms};
use serde_json::{Map, Value, json};

/// How the values of a key are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// IRIs, shortened by prefix.
    Node,
    /// Terms of our ontology, by their names.
    Name,
    /// Texts by language.
    Words,
    /// Texts of one datatype.
    Typed(Term),
    /// As the value is: native, or with its language or datatype.
    Free,
}

/// Every property that is written, its key, and how its values are written.
pub const KEYS: &[(Term, &str, Shape)] = &[
    (terms::ABOUT, "about", Shape::Node),
    (terms::AFFILIATION, "affiliation", Shape::Node),
    (terms::ALT_LABEL, "altLabel", Shape::Words),
    (terms::ALTERNATIVE, "alternative", Shape::Name),
    (terms::ANCHOR, "anchorOf", Shape::Words),
    (terms::BASED_ON, "isBasedOn", Shape::Node),
    (terms::BEGIN, "beginIndex", Shape::Typed(terms::NON_NEGATIVE_INTEGER)),
    (terms::CONFIDENCE, "confidence", Shape::Typed(terms::DECIMAL)),
    (terms::CONTENT, "content", Shape::Node),
    (terms::DATE_PUBLISHED, "datePublished", Shape::Free),
    (terms::DERIVED_FROM, "wasDerivedFrom", Shape::Node),
    (terms::EMBEDDED_IN, "embeddedIn", Shape::Node),
    (terms::END, "endIndex", Shape::Typed(terms::NON_NEGATIVE_INTEGER)),
    (terms::EVIDENCE, "evidence", Shape::Node),
    (terms::GENRE, "genre", Shape::Free),
    (terms::HEADCOUNT, "headcount", Shape::Typed(terms::NON_NEGATIVE_INTEGER)),
    (terms::HEADLINE, "headline", Shape::Words),
    (terms::HEDGED, "hedged", Shape::Free),
    (terms::IDENTIFIER, "identifier", Shape::Free),
    (terms::IDENT_REF, "taIdentRef", Shape::Node),
    (terms::IN_LANGUAGE, "inLanguage", Shape::Free),
    (terms::IS_STRING, "isString", Shape::Free),
    (terms::KEYWORDS, "keywords", Shape::Free),
    (terms::LABEL, "label", Shape::Words),
    (terms::MENTIONS, "mentions", Shape::Node),
    (terms::MODALITY, "modality", Shape::Name),
    (terms::OBJECT, "object", Shape::Free),
    (terms::OBJECT_WORDS, "objectWords", Shape::Words),
    (terms::PLACE, "place", Shape::Node),
    (terms::POLARITY, "polarity", Shape::Name),
    (terms::PREDICATE, "predicate", Shape::Name),
    (terms::PREDICATE_WORDS, "predicateWords", Shape::Words),
    (terms::PUBLISHER, "publisher", Shape::Node),
    (terms::REFERENCE_CONTEXT, "referenceContext", Shape::Node),
    (terms::REFUTES, "refutes", Shape::Node),
    (terms::REPORTED_BY, "reportedBy", Shape::Node),
    (terms::SAME_AS, "sameAs", Shape::Node),
    (terms::SHA256, "sha256", Shape::Free),
    (terms::SOURCE, "source", Shape::Node),
    (terms::SOURCE_WORDS, "sourceWords", Shape::Words),
    (terms::SUBJECT, "subject", Shape::Node),
    (terms::SUBJECT_WORDS, "subjectWords", Shape::Words),
    (terms::SUB_PROPERTY_OF, "subPropertyOf", Shape::Name),
    (terms::TIME, "time", Shape::Free),
    (terms::URL, "url", Shape::Node),
];

/// The classes that go by a name of their own; our own classes do by `@vocab`.
pub const CLASSES: &[Term] = &[
    terms::CONTEXT,
    terms::COUNTRY,
    terms::EVENT,
    terms::MEDIUM,
    terms::NEWS_ARTICLE,
    terms::OBJECT_PROPERTY,
    terms::OFFSET_STRING,
    terms::ORGANIZATION,
    terms::PERSON,
    terms::PLACE_CLASS,
];

/// The value of `@context`, with the prefixes of a base.
pub fn context(base: &str) -> Value {
    let mut context = Map::new();
    context.insert("@vocab".into(), json!(Prefix::Ng.iri()));
    context.insert("id".into(), json!("@id"));
    context.insert("type".into(), json!("@type"));
    for name in ["article", "claim", "entity"] {
        context.insert(name.into(), json!(format!("{base}{name}/")));
    }
    for prefix in Prefix::ALL {
        context.insert(prefix.name().into(), json!(prefix.iri()));
    }
    for class in CLASSES {
        context.insert(class.local.into(), json!(curie(*class)));
    }
    for (term, key, shape) in KEYS {
        let id = curie(*term);
        let definition = match shape {
            Shape::Node => json!({"@id": id, "@type": "@id"}),
            Shape::Name => json!({"@id": id, "@type": "@vocab"}),
            Shape::Words => json!({"@id": id, "@container": "@language"}),
            Shape::Typed(datatype) => json!({"@id": id, "@type": curie(*datatype)}),
            Shape::Free => json!({"@id": id}),
        };
        context.insert((*key).into(), definition);
    }
    Value::Object(context)
}

/// The file `ontology/context.jsonld`: the context for the default base.
#[must_use]
pub fn context_file() -> String {
    let mut text = serde_json::to_string_pretty(&json!({"@context": context(DEFAULT_BASE)})).unwrap_or_default();
    text.push('\n');
    text
}

/// A term with its prefix.
pub fn curie(term: Term) -> String {
    format!("{}:{}", term.prefix.name(), term.local)
}
