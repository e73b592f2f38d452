//! How is a graph written as N-Triples or N-Quads? In the canonical form of RDFC-1.0: sorted lines, fixed escapes, no blank nodes.

use super::format::Profile;
use super::project::{Order, project};
use super::term::{Block, Iri, Lit, LitKind, Object};
use crate::graph::KnowledgeGraph;
use std::io::{self, Write};
use std::ops::Range;

/// Writes a graph as sorted lines.
pub fn write(graph: &KnowledgeGraph, profile: Profile, base: &str, out: &mut impl Write) -> io::Result<()> {
    let mut lines = Lines::default();
    project(graph, profile, Order::Canonical, base, &mut |block| lines.write(&block, base, out))
}

/// The lines of one subject; the buffers are used again for the next.
#[derive(Default)]
struct Lines {
    text: Vec<u8>,
    places: Vec<Range<usize>>,
}

impl Lines {
    fn write(&mut self, block: &Block<'_>, base: &str, out: &mut impl Write) -> io::Result<()> {
        self.text.clear();
        self.places.clear();
        iri(&block.subject, base, &mut self.text)?;
        let subject = self.text.len();
        for statement in &block.statements {
            let begin = self.text.len();
            self.text.extend_from_within(..subject);
            self.text.push(b' ');
            iri(&statement.predicate, base, &mut self.text)?;
            self.text.push(b' ');
            object(&statement.object, base, &mut self.text)?;
            if let Some(graph) = &statement.graph {
                self.text.push(b' ');
                iri(graph, base, &mut self.text)?;
            }
            self.text.extend_from_slice(b" .\n");
            self.places.push(begin..self.text.len());
        }
        let text = &self.text;
        // All lines begin alike, with the subject.
        let behind = |place: &Range<usize>| &text[place.start + subject..place.end];
        self.places.sort_unstable_by(|a, b| behind(a).cmp(behind(b)));
        self.places.dedup_by(|a, b| behind(a) == behind(b));
        self.places.iter().try_for_each(|place| out.write_all(&text[place.clone()]))
    }
}

fn iri(iri: &Iri<'_>, base: &str, out: &mut Vec<u8>) -> io::Result<()> {
    out.push(b'<');
    iri.write_whole(base, out)?;
    out.push(b'>');
    Ok(())
}

fn object(object: &Object<'_>, base: &str, out: &mut Vec<u8>) -> io::Result<()> {
    match object {
        Object::Iri(node) => iri(node, base, out),
        Object::Lit(value) => literal(value, base, out),
        Object::Triple(triple) => {
            let (subject, predicate, inner) = triple.as_ref();
            out.extend_from_slice(b"<<( ");
            iri(subject, base, out)?;
            out.push(b' ');
            iri(predicate, base, out)?;
            out.push(b' ');
            self::object(inner, base, out)?;
            out.extend_from_slice(b" )>>");
            Ok(())
        }
    }
}

fn literal(value: &Lit<'_>, base: &str, out: &mut Vec<u8>) -> io::Result<()> {
    quoted(&value.text, out);
    match value.kind {
        LitKind::Plain => {}
        LitKind::Words(language) => {
            out.push(b'@');
            out.extend_from_slice(language.as_bytes());
        }
        LitKind::Typed(datatype) => {
            out.extend_from_slice(b"^^");
            iri(&datatype, base, out)?;
        }
    }
    Ok(())
}

/// A text in quotes with the escapes of canonical N-Quads.
pub fn quoted(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    let bytes = text.as_bytes();
    let mut done = 0;
    for (at, byte) in bytes.iter().enumerate() {
        if *byte >= 0x20 && !matches!(byte, b'"' | b'\\' | 0x7f) {
            continue;
        }
        out.extend_from_slice(&bytes[done..at]);
        done = at + 1;
        escape(*byte, out);
    }
    out.extend_from_slice(&bytes[done..]);
    out.push(b'"');
}

/// The escape of a quote, a backslash or a control character.
pub fn escape(byte: u8, out: &mut Vec<u8>) {
    match byte {
        b'"' => out.extend_from_slice(b"\\\""),
        b'\\' => out.extend_from_slice(b"\\\\"),
        b'\n' => out.extend_from_slice(b"\\n"),
        b'\r' => out.extend_from_slice(b"\\r"),
        b'\t' => out.extend_from_slice(b"\\t"),
        0x08 => out.extend_from_slice(b"\\b"),
        0x0c => out.extend_from_slice(b"\\f"),
        other => out.extend_from_slice(format!("\\u{other:04X}").as_bytes()),
    }
}
