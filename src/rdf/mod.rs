//! How is a graph told to a machine? RDF in six formats and three profiles, written and read back.

mod format;
mod jsonld;
mod nquads;
mod project;
mod quads;
mod read;
mod term;
mod turtle;
mod xml;

pub use format::{Profile, RdfFormat};
pub use jsonld::context_file;
pub use quads::for_each_quad;
pub use read::{RdfGraph, quads_of, read_quads, read_rdf};

use crate::diagnostic::Diagnostic;
use crate::graph::KnowledgeGraph;
use std::io::{self, Write};

/// Checks whether a format can carry a graph in a profile under a base.
///
/// # Errors
/// A message that names the formats that can, or says what is wrong with the base.
pub fn check_rdf(graph: &KnowledgeGraph, format: RdfFormat, profile: Profile, base: &str) -> Result<(), Diagnostic> {
    crate::iri::base(base)?;
    format.check(profile)?;
    if format == RdfFormat::RdfXml { xml::check(graph, profile, base) } else { Ok(()) }
}

/// Writes a graph as RDF; same graph, same bytes.
///
/// # Errors
/// Those of `out`, and [`check_rdf`]'s as [`io::ErrorKind::InvalidInput`], before anything is written.
pub fn write_rdf(graph: &KnowledgeGraph, format: RdfFormat, profile: Profile, base: &str, mut out: impl Write) -> io::Result<()> {
    check_rdf(graph, format, profile, base).map_err(|said| io::Error::new(io::ErrorKind::InvalidInput, said.to_string()))?;
    match format {
        RdfFormat::Turtle | RdfFormat::TriG => turtle::write(graph, profile, base, &mut out),
        RdfFormat::NTriples | RdfFormat::NQuads => nquads::write(graph, profile, base, &mut out),
        RdfFormat::RdfXml => xml::write(graph, profile, base, out),
        RdfFormat::JsonLd => jsonld::write(graph, profile, base, &mut out),
    }
}
