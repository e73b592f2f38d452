//! What stands in the RDF that the graph does not have?

use super::Reader;
use super::index::Subject;
use crate::diagnostic::Diagnostic;
use crate::graph::EndView;
use crate::vocab::{Relation, terms};
use oxrdf::Term;
use std::collections::{BTreeMap, BTreeSet};

impl<'i> Reader<'i> {
    /// Reports plain triples that no claim backs (errors: an edge without a speaker) and statements outside the contract (warnings).
    pub(super) fn leftovers(&mut self) {
        let backed = self.backed();
        let mut foreign: BTreeMap<String, usize> = BTreeMap::new();
        for subject in self.index.all() {
            let named = self.known_subject(subject);
            for (predicate, object) in subject.statements {
                let relation = Relation::local_of(predicate).filter(|_| self.relations.get(predicate).is_some());
                if let Some(relation) = relation {
                    let key = (subject.iri.to_owned(), relation.to_owned(), object_key(object));
                    if !backed.contains(&key) {
                        self.error(subject.iri, format!("the plain triple ng:{relation} {object} is backed by no claim"));
                    }
                } else if !named || !terms::ALL.iter().any(|term| term.is(predicate)) {
                    *foreign.entry(predicate.clone()).or_default() += 1;
                }
            }
        }
        for (predicate, count) in foreign {
            let said = format!("{count} statements with <{predicate}> are outside the graph contract and were left out");
            self.diagnostics.push(Diagnostic::warning(said));
        }
        if self.index.blank > 0 {
            let said = format!("{} statements about blank nodes are outside the graph contract and were left out", self.index.blank);
            self.diagnostics.push(Diagnostic::warning(said));
        }
    }

    fn known_subject(&self, subject: Subject<'i>) -> bool {
        let iri = subject.iri;
        let passage = || iri.split_once("#char=").is_some_and(|(article, _)| self.article_id(article).is_some());
        let claim = || self.local(iri, "claim").is_some() && subject.iris(terms::TYPE).any(|class| terms::CLAIM.is(class));
        self.slug(iri).is_some() || self.article_id(iri).is_some() || claim() || passage() || Relation::local_of(iri).is_some()
    }

    /// Every triple that some claim states, as subject's IRI, relation's name and object.
    fn backed(&self) -> BTreeSet<(String, String, String)> {
        let entity = |e| format!("{}entity/{}", self.base, self.graph.entity(e).slug());
        let end = |end: EndView<'_>| match end {
            EndView::Entity(e) => entity(e),
            EndView::Claim(id) => format!("{}claim/{id}", self.base),
            EndView::Literal(value) => format!("\"{}", value.text),
        };
        self.graph.claims().into_iter().map(|c| (end(c.subject()), c.relation().name().to_owned(), end(c.object()))).collect()
    }
}

fn object_key(object: &Term) -> String {
    match object {
        Term::NamedNode(node) => node.as_str().to_owned(),
        Term::Literal(literal) => format!("\"{}", literal.value()),
        other => other.to_string(),
    }
}
