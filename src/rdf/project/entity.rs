//! What is said of an entity: its class and names, and what articles themselves claim of it?

use super::Projection;
use crate::graph::{ClaimView, EndView, EntityRef};
use crate::rdf::format::Profile;
use crate::rdf::term::{Block, Iri, Lit, LitKind, Object, Section, Statement};
use crate::vocab::{Polarity, terms};
use std::borrow::Cow;
use std::collections::BTreeSet;

impl<'g> Projection<'g> {
    pub(super) fn entity(&self, reference: EntityRef) -> Block<'g> {
        let entity = self.graph.entity(reference);
        let mut block = Block::new(Section::Entities, Iri::Entity(entity.slug()));
        let appearances = || entity.appearances().map(|(_, appearance)| appearance);
        let kinds: BTreeSet<_> = appearances().flat_map(|a| &a.kinds).collect();
        let labels: BTreeSet<_> = appearances().flat_map(|a| &a.labels).collect();
        let others: BTreeSet<_> = appearances().flat_map(|a| &a.other_names).collect();
        let ids: BTreeSet<_> = appearances().flat_map(|a| &a.wikidata).collect();
        let bodies: BTreeSet<_> = appearances().flat_map(|a| &a.affiliation).collect();
        let counts: BTreeSet<_> = appearances().flat_map(|a| &a.headcount).collect();
        block.extend(terms::TYPE, kinds.into_iter().map(|kind| Object::term(kind.class())));
        // Ukrainian before English, as the contract has it.
        block.extend(terms::LABEL, labels.into_iter().rev().map(|(language, text)| Object::words(text, language)));
        block.extend(terms::ALT_LABEL, others.into_iter().map(|(language, text)| Object::words(text, language)));
        block.extend(terms::SAME_AS, ids.into_iter().map(|id| Object::Iri(Iri::Wikidata(id))));
        block.extend(terms::AFFILIATION, bodies.into_iter().map(|slug| Object::Iri(Iri::Entity(slug))));
        block.extend(terms::HEADCOUNT, counts.into_iter().map(|n| Object::typed(n.to_string(), terms::NON_NEGATIVE_INTEGER)));
        block
    }

    /// The plain triples of claims with one subject, each once: in the default graph what articles themselves say; with
    /// `named`, in the graph of its source what else is affirmed.
    pub(super) fn plain(&self, claims: impl IntoIterator<Item = ClaimView<'g>>, named: bool) -> Vec<Statement<'g>> {
        let named = named && self.profile == Profile::Graphs;
        let mut statements = Vec::new();
        for claim in claims {
            if self.embedded.contains_key(&claim.id()) {
                continue;
            }
            if claim.is_plain() {
                statements.push(self.statement(claim, None));
            } else if named && claim.polarity() == Polarity::Affirmed {
                self.voices(claim, |voice| statements.push(self.statement(claim, Some(voice))));
            }
        }
        statements.sort_unstable();
        statements.dedup();
        statements
    }

    /// Calls `take` with the graphs that stand for who says a claim: the speaker, else the publishers, else the article.
    pub(super) fn voices(&self, claim: ClaimView<'g>, mut take: impl FnMut(Iri<'g>)) {
        if let Some(source) = claim.source() {
            return take(Iri::Entity(self.graph.entity(source).slug()));
        }
        match self.graph.article(claim.article()) {
            Some(record) if !record.publishers.is_empty() => record.publishers.iter().for_each(|slug| take(Iri::Entity(slug))),
            _ => take(Iri::Article(claim.article())),
        }
    }

    fn statement(&self, claim: ClaimView<'g>, graph: Option<Iri<'g>>) -> Statement<'g> {
        Statement { predicate: Iri::Relation(claim.relation().name()), object: self.end(claim, claim.object()), graph }
    }

    /// An end of a claim as an object.
    pub(super) fn end(&self, claim: ClaimView<'g>, end: EndView<'g>) -> Object<'g> {
        match end {
            EndView::Entity(entity) => Object::Iri(Iri::Entity(self.graph.entity(entity).slug())),
            EndView::Claim(id) => Object::Iri(Iri::Claim(id)),
            EndView::Literal(value) => {
                let kind = match value.datatype.as_deref() {
                    None => LitKind::Words(self.language(claim.article())),
                    Some(iri) if terms::STRING.is(iri) => LitKind::Plain,
                    Some(iri) => LitKind::Typed(Iri::Other(iri)),
                };
                Object::Lit(Lit { text: Cow::Borrowed(&value.text), kind })
            }
        }
    }
}
