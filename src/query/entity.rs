//! Which entity or article does a person mean by a name?

use super::dataset::Dataset;
use super::error::QueryError;
use super::questions::Question;
use crate::diagnostic::Diagnostic;
use crate::vocab::{Term as Vocab, terms};
use oxigraph::model::{NamedNode, NamedNodeRef, NamedOrBlankNode, Term};
use std::collections::{BTreeMap, BTreeSet};

impl Dataset {
    /// The terms that stand for the parameters of a question.
    pub(super) fn bind(&self, question: Question, values: &BTreeMap<String, String>) -> Result<Vec<(&'static str, NamedNode)>, QueryError> {
        let found = self.resolve(question, values)?;
        for (name, meaning) in question.parameters() {
            if !values.contains_key(name) {
                let said = Diagnostic::error(format!("the question {:?} needs {name}: {meaning}", question.name));
                return Err(QueryError::Unknown(said.help(format!("--set {name}=\"…\""))));
            }
        }
        Ok(found)
    }

    /// The terms that stand for those parameters of a question that are given, as entities and articles of the data.
    ///
    /// # Errors
    /// Where a parameter is unknown, or what it names is not to be found.
    pub fn resolve(&self, question: Question, values: &BTreeMap<String, String>) -> Result<Vec<(&'static str, NamedNode)>, QueryError> {
        question.knows(values)?;
        let given = question.parameters().filter_map(|(name, meaning)| Some((name, meaning, values.get(name)?)));
        given.map(|(name, meaning, value)| Ok((name, self.find(value, named_by(meaning))?))).collect()
    }

    /// The subject of a name, or of an IRI, if it is only one.
    fn find(&self, name: &str, predicates: &[Vocab]) -> Result<NamedNode, QueryError> {
        if let Ok(iri) = NamedNode::new(name)
            && self.store.quads_for_pattern(Some(iri.as_ref().into()), None, None, None).next().is_some()
        {
            return Ok(iri);
        }
        let wanted = name.to_lowercase();
        let (mut found, mut names) = (BTreeMap::new(), BTreeSet::new());
        for predicate in predicates {
            let iri = predicate.iri();
            for quad in self.store.quads_for_pattern(None, Some(NamedNodeRef::new_unchecked(&iri)), None, None).flatten() {
                if let (NamedOrBlankNode::NamedNode(subject), Term::Literal(label)) = (quad.subject, quad.object) {
                    if label.value().to_lowercase() == wanted {
                        found.insert(subject.as_str().to_owned(), subject);
                    }
                    names.insert(label.value().to_owned());
                }
            }
            // Somebody's usual name counts before another's by-name.
            if !found.is_empty() {
                break;
            }
        }
        let said = match found.len() {
            1 => return found.into_values().next().ok_or_else(|| QueryError::Evaluation(String::new())),
            0 => Diagnostic::error(format!("nothing in the data is called {name:?}")).nearest(name, names.iter().map(String::as_str)),
            _ => {
                let iris: Vec<&str> = found.keys().map(String::as_str).collect();
                Diagnostic::error(format!("{} things are called {name:?}", found.len()))
                    .help(format!("give one of these:\n{}", iris.join("\n")))
            }
        };
        Err(QueryError::Unknown(said))
    }
}

impl Question {
    /// Whether all values are for parameters that the question has.
    pub(super) fn knows(self, values: &BTreeMap<String, String>) -> Result<(), QueryError> {
        let known: Vec<&str> = self.parameters().map(|(name, _)| name).collect();
        match values.keys().find(|name| !known.contains(&name.as_str())) {
            Some(name) => {
                let said = Diagnostic::error(format!("the question {:?} has no parameter {name:?}", self.name));
                Err(QueryError::Unknown(said.nearest(name, known)))
            }
            None => Ok(()),
        }
    }
}

/// The properties by which a person names what a parameter stands for.
pub(super) fn named_by(meaning: &str) -> &'static [Vocab] {
    if meaning.contains("article") { &[terms::HEADLINE] } else { &[terms::LABEL, terms::ALT_LABEL] }
}
