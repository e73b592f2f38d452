//! What stands in the RDF that the graph does not have?

use super::Reader;
use super::index::Subject;
use crate::diagnostic::Diagnostic;
use crate::vocab::{Relation, terms};
use std::collections::BTreeMap;

impl<'i> Reader<'i> {
    /// Reports statements outside the contract.
    pub(super) fn leftovers(&mut self) {
        let mut foreign: BTreeMap<&str, usize> = BTreeMap::new();
        for subject in self.index.all() {
            for (predicate, _) in subject.statements.iter().filter(|(predicate, _)| self.is_foreign(subject.iri, predicate)) {
                *foreign.entry(predicate).or_default() += 1;
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

    /// Whether a statement is none of the contract's, by its subject or its predicate.
    pub(super) fn is_foreign(&self, subject: &str, predicate: &str) -> bool {
        let named = self.index.subject(subject).is_some_and(|subject| self.known_subject(subject));
        let term = terms::ALL.iter().any(|term| term.is(predicate));
        !named || (!term && self.relations.get(predicate).is_none())
    }

    fn known_subject(&self, subject: Subject<'i>) -> bool {
        let iri = subject.iri;
        let passage = || iri.split_once("#char=").is_some_and(|(article, _)| self.article_id(article).is_some());
        let claim = || self.local(iri, "claim").is_some() && subject.iris(terms::TYPE).any(|class| terms::CLAIM.is(class));
        self.slug(iri).is_some() || self.article_id(iri).is_some() || claim() || passage() || Relation::local_of(iri).is_some()
    }
}
