//! Are the nodes named as the contract says, and do single values stand once, in their datatype?

use super::Reader;
use super::index::Subject;
use crate::vocab::{EntityType, Term as Vocab, terms};
use oxrdf::Term;

/// Properties that a subject has at most once.
const ONCE: [Vocab; 4] = [terms::DATE_PUBLISHED, terms::IN_LANGUAGE, terms::IS_STRING, terms::SHA256];

/// Properties whose values are of one datatype, where another spelling of the value is as good.
const TYPED: [(Vocab, Vocab); 2] = [(terms::IS_STRING, terms::STRING), (terms::CONFIDENCE, terms::DECIMAL)];

impl<'i> Reader<'i> {
    /// Reports what breaks the form of the contract, whatever the claims say.
    pub(super) fn forms(&mut self) {
        for subject in self.index.all() {
            if let Some(wanted) = self.wanted_name(subject) {
                self.error(subject.iri, format!("by its class it is named {wanted}"));
            }
            for term in ONCE {
                if subject.objects(term).nth(1).is_some() {
                    self.error(subject.iri, format!("more than one {}", term.local));
                }
            }
            for (term, datatype) in TYPED {
                if subject.literals(term).any(|literal| !datatype.is(literal.datatype().as_str())) {
                    self.error(subject.iri, format!("{} is no {}", term.local, datatype.local));
                }
            }
            for term in [terms::LABEL, terms::ALT_LABEL] {
                if self.slug(subject.iri).is_some() && subject.texts(term).any(|text| text.trim().is_empty()) {
                    self.error(subject.iri, format!("an empty {}", term.local));
                }
            }
            if subject.iris(terms::REFUTES).any(|other| other == subject.iri) {
                self.error(subject.iri, "refutes itself");
            }
        }
        for class in self.index.blank_classes.clone() {
            if kind_of(&class).is_some() {
                self.error("_:", format!("a blank node of class <{class}>: all nodes of the contract are named"));
            }
        }
    }

    /// How a node should be named by its class, where it is not.
    fn wanted_name(&self, subject: Subject<'i>) -> Option<&'static str> {
        let kinds = subject.objects(terms::TYPE).filter_map(|class| match class {
            Term::NamedNode(node) => kind_of(node.as_str()),
            _ => None,
        });
        kinds.into_iter().find(|kind| !match *kind {
            "{base}article/{16 hex digits}" => self.article_id(subject.iri).is_some(),
            "{base}claim/{16 hex digits}" => self.local(subject.iri, "claim").is_some_and(|id| id.parse::<crate::id::ClaimId>().is_ok()),
            "{base}entity/{slug}" => self.slug(subject.iri).is_some(),
            _ => subject.iri.split_once("#char=").is_some_and(|(article, _)| self.article_id(article).is_some()),
        })
    }
}

/// The form of the name of a class's instances.
fn kind_of(class: &str) -> Option<&'static str> {
    if terms::NEWS_ARTICLE.is(class) {
        Some("{base}article/{16 hex digits}")
    } else if terms::CLAIM.is(class) {
        Some("{base}claim/{16 hex digits}")
    } else if terms::OFFSET_STRING.is(class) {
        Some("{article}#char={begin},{end}")
    } else {
        EntityType::ALL.into_iter().any(|kind| kind.class().is(class)).then_some("{base}entity/{slug}")
    }
}
