//! What is said of a claim: what it claims, who says so, how surely, where it stands?

use super::Projection;
use super::article::time;
use crate::graph::{ClaimView, EndView};
use crate::rdf::format::Profile;
use crate::rdf::term::{Block, Iri, Object, Section};
use crate::vocab::terms;

impl<'g> Projection<'g> {
    pub(super) fn claim(&self, claim: ClaimView<'g>) -> Block<'g> {
        let mut block = Block::new(Section::Claims, Iri::Claim(claim.id()));
        let language = self.language(claim.article());
        block.statements.reserve(16);
        block.push(terms::TYPE, Object::term(terms::CLAIM));
        let relation = Iri::Relation(claim.relation().name());
        let object = self.end(claim, claim.object());
        if self.profile == Profile::Rdf12 {
            block.push(terms::REIFIES, Object::Triple(Box::new((self.subject(claim), relation, object))));
        } else {
            block.push(terms::SUBJECT, Object::Iri(self.subject(claim)));
            block.push(terms::PREDICATE, Object::Iri(relation));
            block.push(terms::OBJECT, object);
        }
        block.extend(terms::ALTERNATIVE, claim.alternatives().iter().map(|r| Object::Iri(Iri::Relation(r.name()))));
        block.push(terms::POLARITY, Object::term(claim.polarity().term()));
        block.push(terms::MODALITY, Object::term(claim.modality().term()));
        block.push(terms::HEDGED, Object::typed(if claim.hedged() { "true" } else { "false" }, terms::BOOLEAN));
        if let Some(source) = claim.source() {
            block.push(terms::SOURCE, Object::Iri(Iri::Entity(self.graph.entity(source).slug())));
        } else if let Some(outer) = self.embedded.get(&claim.id()) {
            block.extend(terms::EMBEDDED_IN, outer.iter().map(|id| Object::Iri(Iri::Claim(*id))));
        } else {
            let publishers = self.graph.article(claim.article()).into_iter().flat_map(|record| &record.publishers);
            block.extend(terms::SOURCE, publishers.map(|slug| Object::Iri(Iri::Entity(slug))));
        }
        block.extend(terms::REPORTED_BY, claim.via().iter().map(|medium| Object::Iri(Iri::Entity(self.graph.entity(*medium).slug()))));
        block.extend(terms::CONTENT, claim.content().map(|id| Object::Iri(Iri::Claim(id))));
        block.extend(terms::REFUTES, claim.refutes().iter().map(|id| Object::Iri(Iri::Claim(*id))));
        block.extend(terms::TIME, claim.time().map(time));
        block.extend(terms::PLACE, claim.place().map(|place| Object::Iri(Iri::Entity(self.graph.entity(place).slug()))));
        let roles = [terms::SUBJECT_WORDS, terms::PREDICATE_WORDS, terms::OBJECT_WORDS, terms::SOURCE_WORDS];
        for (role, words) in roles.into_iter().zip(claim.words()) {
            block.extend(role, words.map(|text| Object::words(text, language)));
        }
        block.extend(terms::CONFIDENCE, claim.confidence().map(|sure| Object::typed(sure.to_string(), terms::DECIMAL)));
        block.push(terms::EVIDENCE, Object::Iri(Iri::Passage(claim.article(), claim.span())));
        block.push(terms::DERIVED_FROM, Object::Iri(Iri::Article(claim.article())));
        block
    }

    pub(super) fn subject(&self, claim: ClaimView<'g>) -> Iri<'g> {
        match claim.subject() {
            EndView::Entity(entity) => Iri::Entity(self.graph.entity(entity).slug()),
            EndView::Claim(id) => Iri::Claim(id),
            // The graph holds no claim with a literal for its subject.
            EndView::Literal(_) => Iri::Claim(claim.id()),
        }
    }
}
