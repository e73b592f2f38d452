//! What does a set of triples say of a subject? Triples by subject, whatever graph they stand in.

use crate::graph::Named;
use crate::vocab::Term as Vocab;
use oxrdf::{Literal, NamedOrBlankNode, Quad, Term};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// All triples, by subject; sorted, so that what is read does not depend on their order.
#[derive(Default)]
pub struct Index {
    subjects: BTreeMap<String, Vec<(String, Term)>>,
    /// How many statements had a blank node for a subject.
    pub blank: usize,
    /// The classes that blank nodes have.
    pub blank_classes: BTreeSet<String>,
}

impl Index {
    pub fn of(quads: impl IntoIterator<Item = Quad>) -> Self {
        let mut index = Self::default();
        let mut seen: HashSet<(NamedOrBlankNode, oxrdf::NamedNode, Term)> = HashSet::new();
        for quad in quads {
            let triple = (quad.subject, quad.predicate, quad.object);
            if seen.contains(&triple) {
                continue;
            }
            match &triple.0 {
                NamedOrBlankNode::NamedNode(node) => {
                    let statement = (triple.1.as_str().to_owned(), triple.2.clone());
                    index.subjects.entry(node.as_str().to_owned()).or_default().push(statement);
                }
                NamedOrBlankNode::BlankNode(_) => {
                    index.blank += 1;
                    if let (true, Term::NamedNode(class)) = (crate::vocab::terms::TYPE.is(triple.1.as_str()), &triple.2) {
                        index.blank_classes.insert(class.as_str().to_owned());
                    }
                }
            }
            seen.insert(triple);
        }
        for statements in index.subjects.values_mut() {
            statements.sort_by_cached_key(|(predicate, object)| (predicate.clone(), object.to_string()));
        }
        index
    }

    /// The subjects that have a class.
    pub fn instances(&self, class: Vocab) -> impl Iterator<Item = Subject<'_>> {
        let is = move |object: &Term| matches!(object, Term::NamedNode(node) if class.is(node.as_str()));
        self.all().filter(move |subject| subject.objects(crate::vocab::terms::TYPE).any(is))
    }

    pub fn subject<'i>(&'i self, iri: &'i str) -> Option<Subject<'i>> {
        self.subjects.get_key_value(iri).map(|(iri, statements)| Subject { iri, statements })
    }

    pub fn all(&self) -> impl Iterator<Item = Subject<'_>> {
        self.subjects.iter().map(|(iri, statements)| Subject { iri, statements })
    }
}

/// What is said of one subject.
#[derive(Clone, Copy)]
pub struct Subject<'i> {
    pub iri: &'i str,
    pub statements: &'i [(String, Term)],
}

impl<'i> Subject<'i> {
    pub fn objects(self, predicate: Vocab) -> impl Iterator<Item = &'i Term> {
        self.statements.iter().filter(move |(p, _)| predicate.is(p)).map(|(_, object)| object)
    }

    pub fn iris(self, predicate: Vocab) -> impl Iterator<Item = &'i str> {
        self.objects(predicate).filter_map(|object| match object {
            Term::NamedNode(node) => Some(node.as_str()),
            _ => None,
        })
    }

    pub fn literals(self, predicate: Vocab) -> impl Iterator<Item = &'i Literal> {
        self.objects(predicate).filter_map(|object| match object {
            Term::Literal(literal) => Some(literal),
            _ => None,
        })
    }

    pub fn texts(self, predicate: Vocab) -> impl Iterator<Item = &'i str> {
        self.literals(predicate).map(Literal::value)
    }

    /// Language and text of the words of a property.
    pub fn words(self, predicate: Vocab) -> impl Iterator<Item = Named> {
        self.literals(predicate).map(|literal| (literal.language().unwrap_or("und").into(), literal.value().into()))
    }
}
