//! How does RDF become a graph again? Whatever the format and the profile, as far as it holds the contract; what does not is told.

mod article;
mod claim;
mod compare;
mod entity;
mod form;
mod index;
mod leftover;
mod parse;
mod relation;

pub use parse::{quads_of, read_quads};

use super::format::RdfFormat;
use crate::diagnostic::{Diagnostic, Severity};
use crate::graph::KnowledgeGraph;
use crate::vocab::terms;
use compare::Stated;
use index::Index;
use oxrdf::Quad;
use std::collections::HashMap;

/// A graph that was read from RDF.
#[derive(Debug, Clone)]
pub struct RdfGraph {
    /// The graph.
    pub graph: KnowledgeGraph,
    /// The base under which its entities, articles and claims are named.
    pub base: String,
    /// What broke the contract (errors: that was left out) or is not part of it (warnings).
    pub diagnostics: Vec<Diagnostic>,
}

impl RdfGraph {
    /// Whether something broke the contract.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.severity == Severity::Error)
    }
}

/// Reads RDF in one of the formats.
///
/// # Errors
/// Where the syntax is wrong (with `name:line:column`), or where there is neither an article nor a claim.
pub fn read_rdf(bytes: &[u8], format: RdfFormat, name: &str) -> Result<RdfGraph, Vec<Diagnostic>> {
    let quads = read_quads(bytes, format, name).map_err(|said| vec![said])?;
    from_quads(quads).map_err(|said| vec![said.at(name)]).map(|mut read| {
        for said in &mut read.diagnostics {
            said.place = Some(said.place.as_ref().map_or_else(|| name.to_owned(), |place| format!("{name}: {place}")));
        }
        read
    })
}

fn from_quads(quads: Vec<Quad>) -> Result<RdfGraph, Diagnostic> {
    let stated = Stated::of(&quads);
    let index = Index::of(quads);
    let base = base(&index).ok_or_else(|| {
        Diagnostic::error("neither a claim nor an article of newsgraph is in it")
            .help("the graph contract names them {base}claim/{16 hex digits} and {base}article/{16 hex digits}")
    })?;
    let relations = relation::Relations::of(&index);
    let mut reader =
        Reader { index: &index, base: &base, relations, graph: KnowledgeGraph::new(), renamed: HashMap::new(), diagnostics: Vec::new() };
    let minted: Vec<_> = reader.relations.minted().collect();
    for relation in &minted {
        reader.graph.declare(relation);
    }
    reader.articles();
    reader.entity_nodes();
    reader.claims();
    reader.entities();
    reader.forms();
    reader.leftovers();
    if !reader.diagnostics.iter().any(|said| said.severity == Severity::Error) {
        reader.compare(&stated);
    }
    let Reader { graph, diagnostics, .. } = reader;
    Ok(RdfGraph { graph, base, diagnostics })
}

/// What stands before `claim/` or `article/` in the first claim or article.
fn base(index: &Index) -> Option<String> {
    let claims = index.instances(terms::CLAIM).filter_map(|s| s.iri.rsplit_once("claim/"));
    let articles = index.instances(terms::NEWS_ARTICLE).filter_map(|s| s.iri.rsplit_once("article/"));
    let fits = |(_, id): &(&str, &str)| id.parse::<crate::id::ClaimId>().is_ok();
    claims.chain(articles).find(fits).map(|(base, _)| base.to_owned())
}

/// What is read, from what, so far.
struct Reader<'i> {
    index: &'i Index,
    base: &'i str,
    relations: relation::Relations,
    graph: KnowledgeGraph,
    /// Claims that are not named after what they say: their right name, and the one that they have.
    renamed: HashMap<String, String>,
    diagnostics: Vec<Diagnostic>,
}

impl<'i> Reader<'i> {
    fn error(&mut self, subject: &str, message: impl Into<String>) {
        self.diagnostics.push(Diagnostic::error(message).at(format!("<{subject}>")));
    }

    /// The part of an IRI behind `{base}{kind}/`.
    fn local<'s>(&self, iri: &'s str, kind: &str) -> Option<&'s str> {
        iri.strip_prefix(self.base)?.strip_prefix(kind)?.strip_prefix('/')
    }

    fn slug<'s>(&self, iri: &'s str) -> Option<&'s str> {
        let slug = self.local(iri, "entity")?;
        let plain = slug.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') && !slug.is_empty() && !slug.ends_with('-');
        plain.then_some(slug)
    }

    /// The slugs of a property's objects; what is no entity is an error.
    fn slugs(&mut self, subject: index::Subject<'i>, predicate: crate::vocab::Term) -> Vec<&'i str> {
        let mut out = Vec::new();
        for object in subject.objects(predicate) {
            let slug = match object {
                oxrdf::Term::NamedNode(node) => self.slug(node.as_str()),
                _ => None,
            };
            match slug {
                Some(slug) => out.push(slug),
                None => self.error(subject.iri, format!("{} is no entity: {object}", predicate.local)),
            }
        }
        out
    }
}
