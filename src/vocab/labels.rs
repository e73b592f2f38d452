//! What do people call a term? Its labels and definitions, read out of `ontology/newsgraph.ttl`.

use super::terms::{self, Prefix, Term};
use oxrdf::{NamedOrBlankNode, Term as RdfTerm};
use oxrdfio::{RdfFormat, RdfParser};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The ontology as it is shipped.
pub const ONTOLOGY_TTL: &str = include_str!("../../ontology/newsgraph.ttl");

/// The languages that the ontology speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Lang {
    /// Ukrainian.
    #[default]
    Uk,
    /// English.
    En,
}

impl Lang {
    /// Its BCP 47 tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Uk => "uk",
            Self::En => "en",
        }
    }
}

/// What people call a term.
#[derive(Debug, Clone, Default)]
pub struct Wording {
    uk: String,
    en: String,
}

impl Wording {
    /// The label in a language.
    #[must_use]
    pub fn label(&self, lang: Lang) -> &str {
        match lang {
            Lang::Uk => &self.uk,
            Lang::En => &self.en,
        }
    }
}

static WORDINGS: LazyLock<HashMap<String, Wording>> = LazyLock::new(read);

/// What people call a term of the ontology; `None` for a term of which it has no label.
#[must_use]
pub fn wording(term: Term) -> Option<&'static Wording> {
    named(term.prefix, term.local)
}

impl super::Relation {
    /// What people call it, as on an arrow between two names; a minted relation goes by its own name.
    #[must_use]
    pub fn label(&self, lang: Lang) -> &str {
        named(Prefix::Ng, self.name()).map_or(self.name(), |w| w.label(lang))
    }
}

fn named(prefix: Prefix, local: &str) -> Option<&'static Wording> {
    WORDINGS.get(&format!("{}{local}", prefix.iri()))
}

fn read() -> HashMap<String, Wording> {
    let mut out: HashMap<String, Wording> = HashMap::new();
    // A test holds that the file parses and that every term has both labels.
    for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(ONTOLOGY_TTL).flatten() {
        let (NamedOrBlankNode::NamedNode(subject), RdfTerm::Literal(label)) = (quad.subject, quad.object) else { continue };
        if !terms::LABEL.is(quad.predicate.as_str()) {
            continue;
        }
        let wording = out.entry(subject.into_string()).or_default();
        match label.language() {
            Some("uk") => label.value().clone_into(&mut wording.uk),
            Some("en") => label.value().clone_into(&mut wording.en),
            _ => {}
        }
    }
    out
}
