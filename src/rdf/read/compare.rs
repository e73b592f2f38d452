//! Does RDF state just what its claims say? What was read is written again, and compared statement by statement.

use super::Reader;
use crate::diagnostic::{Diagnostic, cut};
use crate::rdf::format::Profile;
use crate::rdf::quads::for_each_quad;
use crate::vocab::{Relation, terms};
use oxrdf::{GraphName, NamedNode, NamedOrBlankNode, Quad, Term, Triple};
use std::collections::{BTreeSet, HashSet};

/// Differences that are told one by one at most.
const LIMIT: usize = 30;

/// The statements that were read, and the profile that they are in.
pub struct Stated {
    quads: HashSet<Quad>,
    profile: Profile,
}

impl Stated {
    pub fn of(quads: &[Quad]) -> Self {
        let claim_in_named_graph = |quad: &Quad| {
            let claim = matches!(&quad.object, Term::NamedNode(class) if terms::CLAIM.is(class.as_str()));
            claim && terms::TYPE.is(quad.predicate.as_str()) && quad.graph_name != GraphName::DefaultGraph
        };
        // A store may keep each article in a graph of its own: then the names of graphs say nothing of sources.
        let by_article = quads.iter().any(claim_in_named_graph);
        let quads: HashSet<Quad> = quads
            .iter()
            .cloned()
            .map(|quad| if by_article { Quad { graph_name: GraphName::DefaultGraph, ..quad } } else { quad })
            .collect();
        let profile = if quads.iter().any(|quad| terms::REIFIES.is(quad.predicate.as_str())) {
            Profile::Rdf12
        } else if quads.iter().any(|quad| quad.graph_name != GraphName::DefaultGraph) {
            Profile::Graphs
        } else {
            Profile::Reified
        };
        Self { quads, profile }
    }
}

impl Reader<'_> {
    /// Reports what is stated though no claim says it, classes that are missing, and plain triples that are.
    pub(super) fn compare(&mut self, stated: &Stated) {
        let mut expected = HashSet::new();
        let take = |quad: Quad| {
            expected.insert(self.as_named(quad));
            Ok(())
        };
        if for_each_quad(&self.graph, stated.profile, self.base, take).is_err() {
            return;
        }
        let subject = |quad: &Quad| match &quad.subject {
            NamedOrBlankNode::NamedNode(node) => node.as_str().to_owned(),
            NamedOrBlankNode::BlankNode(_) => String::new(),
        };
        let ours = |quad: &&Quad| !self.is_foreign(&subject(quad), quad.predicate.as_str()) && !is_optional(quad);
        let extra = stated.quads.difference(&expected).filter(ours);
        let mut wrong: BTreeSet<(String, String)> =
            extra.map(|quad| (subject(quad), format!("states what no claim says: {}", short(quad)))).collect();
        let (mut plain, mut missing) = (0, Vec::new());
        for quad in expected.difference(&stated.quads) {
            if terms::TYPE.is(quad.predicate.as_str()) {
                missing.push((subject(quad), format!("lacks its class: {}", short(quad))));
            }
            plain += usize::from(self.relations.get(quad.predicate.as_str()).is_some());
        }
        wrong.extend(missing);
        let more = wrong.len().saturating_sub(LIMIT);
        for (subject, message) in wrong.into_iter().take(LIMIT) {
            self.error(&subject, message);
        }
        if more > 0 {
            self.diagnostics.push(Diagnostic::error(format!("{more} more statements differ from what the claims say")));
        }
        if plain > 0 {
            let said = format!("{plain} plain triples of the article's own claims are missing");
            self.diagnostics.push(Diagnostic::warning(said).help("building the graph again adds them"));
        }
    }

    /// A quad with the names that claims have in the data.
    fn as_named(&self, quad: Quad) -> Quad {
        if self.renamed.is_empty() {
            return quad;
        }
        let node = |node: NamedNode| match self.renamed.get(node.as_str()) {
            Some(name) => NamedNode::new_unchecked(name.clone()),
            None => node,
        };
        let subject = |subject: NamedOrBlankNode| match subject {
            NamedOrBlankNode::NamedNode(named) => node(named).into(),
            blank @ NamedOrBlankNode::BlankNode(_) => blank,
        };
        let object = match quad.object {
            Term::NamedNode(named) => node(named).into(),
            Term::Triple(triple) => {
                let inner = match triple.object {
                    Term::NamedNode(named) => node(named).into(),
                    other => other,
                };
                Triple::new(subject(triple.subject), triple.predicate, inner).into()
            }
            other => other,
        };
        Quad { subject: subject(quad.subject), object, ..quad }
    }
}

/// Whether a statement may be there or not: the text of an article, names of relations, another spelling of a decimal number.
fn is_optional(quad: &Quad) -> bool {
    let relation = matches!(&quad.subject, NamedOrBlankNode::NamedNode(node) if Relation::local_of(node.as_str()).is_some());
    relation || [terms::IS_STRING, terms::CONFIDENCE].iter().any(|term| term.is(quad.predicate.as_str()))
}

/// Predicate and object, and the graph where it is not the default one.
fn short(quad: &Quad) -> String {
    let graph = if quad.graph_name == GraphName::DefaultGraph { String::new() } else { format!(" in the graph {}", quad.graph_name) };
    format!("{} {}{graph}", quad.predicate, cut(&quad.object.to_string(), 120))
}
