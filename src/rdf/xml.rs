//! How is a graph written as RDF/XML, and which graph cannot be?

use super::format::{Profile, RdfFormat};
use super::project::{Order, project};
use super::quads::for_each_quad;
use super::term::Object;
use crate::diagnostic::{Diagnostic, cut};
use crate::graph::KnowledgeGraph;
use crate::vocab::Prefix;
use oxrdfio::RdfSerializer;
use std::io::{self, Write};

/// Writes a graph as RDF/XML.
pub fn write(graph: &KnowledgeGraph, profile: Profile, base: &str, out: impl Write) -> io::Result<()> {
    let mut serializer = RdfSerializer::from_format(RdfFormat::RdfXml.oxrdfio());
    for prefix in Prefix::ALL {
        serializer = serializer.with_prefix(prefix.name(), prefix.iri()).map_err(io::Error::other)?;
    }
    let mut serializer = serializer.for_writer(KeepReturns(out));
    for_each_quad(graph, profile, base, |quad| serializer.serialize_quad(&quad))?;
    serializer.finish()?.write_all(b"\n")
}

/// Writes carriage returns as references: XML readers turn bare ones into line feeds, and a quote must stay what it is.
struct KeepReturns<W>(W);

impl<W: Write> Write for KeepReturns<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for (place, part) in bytes.split(|byte| *byte == b'\r').enumerate() {
            if place > 0 {
                self.0.write_all(b"&#xD;")?;
            }
            self.0.write_all(part)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Looks for what XML 1.0 cannot say: control characters, which no escape helps, since a quote must stay exactly what the article has.
///
/// # Errors
/// A message that shows the literal and names the formats that can carry it.
pub fn check(graph: &KnowledgeGraph, profile: Profile, base: &str) -> Result<(), Diagnostic> {
    let mut found = None;
    // The sink fails on the first such literal, only to stop the projection.
    let _ = project(graph, profile, Order::Reading, base, &mut |block| {
        for statement in &block.statements {
            if let Object::Lit(value) = &statement.object
                && value.text.contains(not_xml)
            {
                found = Some(cut(&value.text, 80));
                return Err(io::Error::other("not XML"));
            }
        }
        Ok(())
    });
    match found {
        None => Ok(()),
        Some(text) => {
            let able: Vec<&str> = RdfFormat::ALL.iter().filter(|f| **f != RdfFormat::RdfXml).map(|f| f.extension()).collect();
            let said = Diagnostic::error(format!("RDF/XML cannot carry the control characters of {text:?}"));
            Err(said.help(format!("these formats can: {}", able.join(", "))))
        }
    }
}

/// What the production `Char` of XML 1.0 excludes.
const fn not_xml(c: char) -> bool {
    !matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
