//! What does RDF say of the claims and the passages that they rest on?

use super::Reader;
use super::index::Subject;
use crate::document::{Literal, Words};
use crate::graph::{Draft, End, Few};
use crate::id::{ArticleId, ClaimId};
use crate::span::Span;
use crate::vocab::{Modality, Polarity, Prefix, Term as Vocab, terms};
use oxrdf::{NamedOrBlankNode, Term};
use std::collections::{BTreeMap, BTreeSet};

/// A property that a claim has exactly once.
fn one<T>(mut all: impl Iterator<Item = T>, name: &str) -> Result<T, String> {
    match (all.next(), all.next()) {
        (Some(only), None) => Ok(only),
        (None, _) => Err(format!("a claim without {name}")),
        _ => Err(format!("a claim with more than one {name}")),
    }
}

fn at_most_one<T>(mut all: impl Iterator<Item = T>, name: &str) -> Result<Option<T>, String> {
    match (all.next(), all.next()) {
        (only, None) => Ok(only),
        _ => Err(format!("a claim with more than one {name}")),
    }
}

impl<'i> Reader<'i> {
    /// Reads the claims, those that others are made of first.
    pub(super) fn claims(&mut self) {
        let mut waiting: BTreeMap<&'i str, Subject<'i>> = self.index.instances(terms::CLAIM).map(|s| (s.iri, s)).collect();
        let mut done: BTreeMap<&'i str, ClaimId> = BTreeMap::new();
        let order = inner_first(&waiting);
        for iri in order {
            let Some(subject) = waiting.remove(iri) else { continue };
            match self.draft(subject, &done) {
                Ok(draft) => {
                    let Some(id) = self.graph.add_claim(draft) else { continue };
                    done.insert(iri, id);
                    if self.local(iri, "claim") != Some(id.to_string().as_str()) {
                        let said = crate::diagnostic::Diagnostic::warning(format!("what this claim says would be named {id}"));
                        self.diagnostics.push(said.at(format!("<{iri}>")));
                        self.renamed.insert(format!("{}claim/{id}", self.base), iri.to_owned());
                    }
                }
                Err(said) => self.error(iri, said),
            }
        }
        for (iri, id) in &done {
            let Some(subject) = self.index.subject(iri) else { continue };
            for other in subject.iris(terms::REFUTES) {
                // A claim may refute one of another graph, which then is known by its name only.
                let named = self.local(other, "claim").and_then(|id| id.parse().ok());
                match done.get(other).copied().or(named) {
                    Some(other) => self.graph.add_refutation(*id, other),
                    None => self.error(iri, format!("refutes is no claim: <{other}>")),
                }
            }
        }
    }

    fn draft(&self, subject: Subject<'i>, done: &BTreeMap<&'i str, ClaimId>) -> Result<Draft, String> {
        let (s, p, o) = spo(subject)?;
        let article = one(subject.iris(terms::DERIVED_FROM), "wasDerivedFrom")?;
        let article = self.article_id(article).ok_or("wasDerivedFrom is no article")?;
        let record = self.graph.article(article).ok_or("nothing is said of the article that it is derived from")?;
        let language = record.language();
        let evidence = one(subject.iris(terms::EVIDENCE), "evidence")?;
        let passage = self.index.subject(evidence).ok_or("nothing is said of its evidence")?;
        let (within, span, quote) = self.passage(passage)?;
        if within != article {
            return Err("its evidence is in another article than the one it is derived from".into());
        }
        let sources = self.entities_of(subject, terms::SOURCE)?;
        let is_publisher = |slug: &&str| record.publishers.iter().any(|publisher| publisher.as_ref() == *slug);
        let source = at_most_one(sources.iter().copied().filter(|slug| !is_publisher(slug)), "source")?;
        let relation = self.relations.get(&p).ok_or_else(|| format!("<{p}> is no relation of the ontology, nor declared below one"))?;
        let mut alternatives = Few::new();
        for iri in subject.iris(terms::ALTERNATIVE) {
            alternatives.insert(self.relations.get(iri).ok_or_else(|| format!("alternative is no relation: <{iri}>"))?);
        }
        let words = |role| subject.texts(role).min().map(str::to_owned);
        let content = at_most_one(subject.iris(terms::CONTENT), "content")?;
        let mut draft = Draft {
            article,
            span,
            quote: quote.to_owned(),
            subject: self.end(&s, done, language)?,
            relation,
            alternatives,
            object: self.end(&o, done, language)?,
            polarity: named(subject, terms::POLARITY, Polarity::ALL.map(|p| (p.term(), p)))?,
            modality: named(subject, terms::MODALITY, Modality::ALL.map(|m| (m.term(), m)))?,
            hedged: one(subject.texts(terms::HEDGED), "hedged").and_then(|text| match text {
                "true" | "1" => Ok(true),
                "false" | "0" => Ok(false),
                other => Err(format!("hedged is neither true nor false: {other:?}")),
            })?,
            source: source.map(|slug| self.known(slug)).transpose()?,
            via: self.entities_of(subject, terms::REPORTED_BY)?.into_iter().map(|slug| self.known(slug)).collect::<Result<_, _>>()?,
            content: content
                .map(|iri| done.get(iri).copied().ok_or_else(|| format!("its content is no claim of this graph: <{iri}>")))
                .transpose()?,
            time: at_most_one(subject.texts(terms::TIME), "time")?.map(|t| t.parse().map_err(|e| format!("time: {e}"))).transpose()?,
            place: at_most_one(self.entities_of(subject, terms::PLACE)?.into_iter(), "place")?.map(|slug| self.known(slug)).transpose()?,
            words: Words {
                subject: words(terms::SUBJECT_WORDS),
                predicate: words(terms::PREDICATE_WORDS),
                object: words(terms::OBJECT_WORDS),
                source: words(terms::SOURCE_WORDS),
            },
            confidence: confidence(subject)?,
            name: None,
        };
        // A publisher as the source is the article's own voice, unless the claim is named otherwise: another document of the article may
        // have named it as a speaker without knowing that it is the publisher.
        if let ([publisher], true) = (sources.as_slice(), draft.source.is_none()) {
            let named = self.local(subject.iri, "claim");
            let speaker = Draft { source: Some(self.known(publisher)?), ..draft.clone() };
            if named != Some(draft.id(&self.graph).to_string().as_str()) && named == Some(speaker.id(&self.graph).to_string().as_str()) {
                draft = speaker;
            }
        }
        Ok(draft)
    }

    fn entities_of(&self, subject: Subject<'i>, predicate: Vocab) -> Result<Vec<&'i str>, String> {
        let slug = |object: &'i Term| match object {
            Term::NamedNode(node) => self.slug(node.as_str()),
            _ => None,
        };
        subject.objects(predicate).map(|object| slug(object).ok_or_else(|| format!("{} is no entity: {object}", predicate.local))).collect()
    }

    fn end(&self, term: &Term, done: &BTreeMap<&'i str, ClaimId>, language: &str) -> Result<End, String> {
        match term {
            Term::Literal(literal) if literal.language() == Some(language) => {
                Ok(End::Literal(Literal { text: literal.value().into(), datatype: None }))
            }
            Term::Literal(literal) if literal.language().is_some() => Err(format!("{literal} is in another language than the article")),
            Term::Literal(literal) => {
                let datatype = crate::iri::datatype(literal.datatype().as_str()).map_err(|said| said.to_string())?;
                let datatype = Some(datatype);
                Ok(End::Literal(Literal { text: literal.value().into(), datatype }))
            }
            Term::NamedNode(node) => match (self.slug(node.as_str()), done.get(node.as_str())) {
                (Some(slug), _) => self.known(slug).map(End::Entity),
                (None, Some(id)) => Ok(End::Claim(*id)),
                (None, None) => Err(format!("{node} is neither an entity nor a claim of this graph")),
            },
            other => Err(format!("{other} is neither an entity nor a claim nor a literal")),
        }
    }

    /// The place and the words of a passage.
    pub(super) fn passage(&self, passage: Subject<'i>) -> Result<(ArticleId, Span, &'i str), String> {
        let number = |predicate: Vocab| {
            one(passage.texts(predicate), predicate.local)?.parse().map_err(|_| format!("{} is no number", predicate.local))
        };
        let span = Span::new(number(terms::BEGIN)?, number(terms::END)?);
        let words = one(passage.texts(terms::ANCHOR), "anchorOf")?;
        let article = one(passage.iris(terms::REFERENCE_CONTEXT), "referenceContext")?;
        let article = self.article_id(article).ok_or("referenceContext is no article")?;
        if span.is_empty() || span.len() as usize != words.chars().count() {
            return Err(format!("the passage {span} has {} code points, its words have {}", span.len(), words.chars().count()));
        }
        if self.local(passage.iri, "article") != Some(format!("{article}#char={},{}", span.begin, span.end).as_str()) {
            return Err(format!("the passage is not named after its place, {article}#char={},{}", span.begin, span.end));
        }
        Ok((article, span, words))
    }
}

/// An order in which each claim comes after those that it is made of.
fn inner_first<'i>(all: &BTreeMap<&'i str, Subject<'i>>) -> Vec<&'i str> {
    let (mut order, mut seen) = (Vec::with_capacity(all.len()), BTreeSet::new());
    for start in all.keys() {
        let mut stack = vec![(*start, false)];
        while let Some((iri, inside_done)) = stack.pop() {
            if inside_done {
                order.push(iri);
            } else if let Some(subject) = all.get(iri).filter(|_| seen.insert(iri)) {
                stack.push((iri, true));
                let ends = [terms::SUBJECT, terms::OBJECT, terms::CONTENT].into_iter().flat_map(|p| subject.iris(p));
                let reified = subject.objects(terms::REIFIES).flat_map(triple_iris);
                stack.extend(ends.chain(reified).map(|inner| (inner, false)));
            }
        }
    }
    order
}

/// The three terms of a claim, reified or as a triple term.
fn spo(subject: Subject<'_>) -> Result<(Term, String, Term), String> {
    if let Some(Term::Triple(triple)) = at_most_one(subject.objects(terms::REIFIES), "reifies")? {
        let NamedOrBlankNode::NamedNode(node) = &triple.subject else { return Err("a blank node as a subject".into()) };
        return Ok((node.clone().into(), triple.predicate.as_str().to_owned(), triple.object.clone()));
    }
    let predicate = one(subject.iris(terms::PREDICATE), "predicate")?;
    let (s, o) = (one(subject.objects(terms::SUBJECT), "subject")?, one(subject.objects(terms::OBJECT), "object")?);
    if matches!(s, Term::Literal(_)) {
        return Err("a claim with a literal for its subject".into());
    }
    Ok((s.clone(), predicate.to_owned(), o.clone()))
}

fn triple_iris(object: &Term) -> Vec<&str> {
    let Term::Triple(triple) = object else { return Vec::new() };
    let subject = match &triple.subject {
        NamedOrBlankNode::NamedNode(node) => Some(node.as_str()),
        NamedOrBlankNode::BlankNode(_) => None,
    };
    let object = match &triple.object {
        Term::NamedNode(node) => Some(node.as_str()),
        _ => None,
    };
    subject.into_iter().chain(object).collect()
}

/// One of our individuals.
fn named<T: Copy, const N: usize>(subject: Subject<'_>, predicate: Vocab, known: [(Vocab, T); N]) -> Result<T, String> {
    let iri = one(subject.iris(predicate), predicate.local)?;
    let found = known.iter().find(|(term, _)| term.is(iri)).map(|(_, value)| *value);
    found.ok_or_else(|| {
        let names: Vec<&str> = known.iter().map(|(term, _)| term.local).collect();
        format!("{} is <{iri}>, not one of {}: {}", predicate.local, Prefix::Ng.iri(), names.join(", "))
    })
}

fn confidence(subject: Subject<'_>) -> Result<Option<f32>, String> {
    let Some(text) = at_most_one(subject.texts(terms::CONFIDENCE), "confidence")? else { return Ok(None) };
    let number = text.parse().ok().filter(|sure| (0.0..=1.0).contains(sure));
    number.map(Some).ok_or_else(|| format!("confidence is no number from 0 to 1: {text:?}"))
}
