//! How does a graph become the quads of the Rust ecosystem (`oxrdf`)?

use super::format::Profile;
use super::project::{Order, project};
use super::term::{Block, Iri, LitKind, Object};
use crate::graph::KnowledgeGraph;
use oxrdf::{GraphName, Literal, NamedNode, Quad, Term, Triple};
use std::io;

/// Sends a graph's quads to `take`, in reading order.
///
/// # Errors
/// Those of `take`, and where `base` is none, as [`io::ErrorKind::InvalidInput`].
pub fn for_each_quad(graph: &KnowledgeGraph, profile: Profile, base: &str, mut take: impl FnMut(Quad) -> io::Result<()>) -> io::Result<()> {
    crate::iri::base(base).map_err(|said| io::Error::new(io::ErrorKind::InvalidInput, said.to_string()))?;
    project(graph, profile, Order::Reading, base, &mut |block| quads(&block, base).try_for_each(&mut take))
}

fn quads<'b>(block: &'b Block<'_>, base: &'b str) -> impl Iterator<Item = Quad> + 'b {
    let subject = node(&block.subject, base);
    block.statements.iter().map(move |statement| {
        let graph = statement.graph.map_or(GraphName::DefaultGraph, |graph| node(&graph, base).into());
        Quad::new(subject.clone(), node(&statement.predicate, base), object(&statement.object, base), graph)
    })
}

// Every IRI was checked when it came in: bases, web addresses and datatypes by `iri`, the rest is made of safe characters.
fn node(iri: &Iri<'_>, base: &str) -> NamedNode {
    NamedNode::new_unchecked(iri.whole(base))
}

fn object(object: &Object<'_>, base: &str) -> Term {
    match object {
        Object::Iri(iri) => node(iri, base).into(),
        Object::Lit(value) => match value.kind {
            LitKind::Plain => Literal::new_simple_literal(value.text.clone()).into(),
            LitKind::Words(language) => Literal::new_language_tagged_literal_unchecked(value.text.clone(), language).into(),
            LitKind::Typed(datatype) => Literal::new_typed_literal(value.text.clone(), node(&datatype, base)).into(),
        },
        Object::Triple(triple) => Triple::new(node(&triple.0, base), node(&triple.1, base), self::object(&triple.2, base)).into(),
    }
}
