//! How is a graph written as Turtle or `TriG`, so that a person likes to read it?

use super::format::Profile;
use super::nquads::{escape, quoted};
use super::project::{Order, project};
use super::term::{Block, Iri, Lit, LitKind, Object, Section, hex};
use crate::graph::KnowledgeGraph;
use crate::vocab::{Prefix, terms};
use std::io::{self, Write};

/// Writes a graph in reading order, subjects grouped, with prefixes and section headings. With profile `graphs` it is `TriG`, in which
/// named graphs stand without the keyword `GRAPH`, as older readers want it.
pub fn write(graph: &KnowledgeGraph, profile: Profile, base: &str, out: &mut impl Write) -> io::Result<()> {
    prefixes(base, out)?;
    let mut writer = Writer { base, section: None, graph: None, text: Vec::new() };
    project(graph, profile, Order::Reading, base, &mut |block| writer.block(&block, out))?;
    writer.close_graph(out)
}

fn prefixes(base: &str, out: &mut impl Write) -> io::Result<()> {
    let own = ["article", "claim", "entity"].map(|name| (name, format!("{base}{name}/")));
    let mut all: Vec<(&str, String)> = Prefix::ALL.iter().map(|prefix| (prefix.name(), prefix.iri().to_owned())).chain(own).collect();
    all.sort_unstable();
    all.iter().try_for_each(|(name, iri)| writeln!(out, "@prefix {name}: <{iri}> ."))
}

struct Writer<'w> {
    base: &'w str,
    section: Option<Section>,
    /// The named graph that is open, as it is written.
    graph: Option<Vec<u8>>,
    text: Vec<u8>,
}

impl Writer<'_> {
    fn block(&mut self, block: &Block<'_>, out: &mut impl Write) -> io::Result<()> {
        let Some(first) = block.statements.first() else { return Ok(()) };
        self.text.clear();
        if self.section != Some(block.section) {
            self.section = Some(block.section);
            self.text.extend_from_slice(heading(block.section).as_bytes());
        }
        let graph = first.graph.map(|graph| {
            let mut name = Vec::new();
            self.iri(&graph, &mut name);
            name
        });
        if graph != self.graph {
            self.close_graph(out)?;
            if let Some(name) = &graph {
                self.text.push(b'\n');
                self.text.extend_from_slice(name);
                self.text.extend_from_slice(b" {");
            }
            self.graph = graph;
        }
        let indent = if self.graph.is_some() { "    " } else { "" };
        let mut text = std::mem::take(&mut self.text);
        text.push(b'\n');
        text.extend_from_slice(indent.as_bytes());
        self.iri(&block.subject, &mut text);
        self.statements(block, indent, &mut text);
        text.extend_from_slice(b" .\n");
        self.text = text;
        out.write_all(&self.text)
    }

    /// Predicates on lines of their own; short lists of objects on one.
    fn statements(&self, block: &Block<'_>, indent: &str, text: &mut Vec<u8>) {
        let mut last = None;
        let mut line = text.iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
        for statement in &block.statements {
            let mut object = Vec::new();
            self.object(&statement.object, &mut object);
            if last == Some(statement.predicate) {
                text.push(b',');
                if width(&text[line..]) + width(&object) > 120 {
                    text.extend_from_slice(b"\n        ");
                    text.extend_from_slice(indent.as_bytes());
                    line = text.len();
                } else {
                    text.push(b' ');
                }
            } else {
                if last.is_none() {
                    text.push(b' ');
                } else {
                    text.extend_from_slice(b" ;\n    ");
                    text.extend_from_slice(indent.as_bytes());
                    line = text.len();
                }
                if statement.predicate == Iri::Term(terms::TYPE) {
                    text.push(b'a');
                } else {
                    self.iri(&statement.predicate, text);
                }
                text.push(b' ');
                last = Some(statement.predicate);
            }
            text.extend_from_slice(&object);
        }
    }

    fn close_graph(&mut self, out: &mut impl Write) -> io::Result<()> {
        if self.graph.take().is_some() { out.write_all(b"}\n") } else { Ok(()) }
    }

    /// Prefixed where the local name needs no escape, whole otherwise.
    fn iri(&self, iri: &Iri<'_>, text: &mut Vec<u8>) {
        let (prefix, local) = match iri {
            Iri::Term(term) => (term.prefix.name(), term.local),
            Iri::Relation(name) => (Prefix::Ng.name(), *name),
            Iri::Entity(slug) => ("entity", *slug),
            Iri::Wikidata(id) => (Prefix::Wd.name(), *id),
            Iri::Article(id) => return prefixed("article", hex(&id.hex()), text),
            Iri::Claim(id) => return prefixed("claim", hex(&id.hex()), text),
            Iri::Other(whole) => match Prefix::ALL.iter().find_map(|p| Some((p.name(), whole.strip_prefix(p.iri())?))) {
                Some((prefix, local)) if local.starts_with(|c: char| c.is_ascii_alphabetic()) && plain(local) => (prefix, local),
                _ => return self.whole(iri, text),
            },
            Iri::Passage(..) => return self.whole(iri, text),
        };
        prefixed(prefix, local, text);
    }

    fn whole(&self, iri: &Iri<'_>, text: &mut Vec<u8>) {
        text.push(b'<');
        // Writing into memory does not fail.
        let _ = iri.write_whole(self.base, text);
        text.push(b'>');
    }

    fn object(&self, object: &Object<'_>, text: &mut Vec<u8>) {
        match object {
            Object::Iri(iri) => self.iri(iri, text),
            Object::Lit(value) => self.literal(value, true, text),
            Object::Triple(triple) => {
                text.extend_from_slice(b"<<( ");
                self.iri(&triple.0, text);
                text.push(b' ');
                self.iri(&triple.1, text);
                text.push(b' ');
                // Not every reader takes a long literal here.
                match &triple.2 {
                    Object::Lit(value) => self.literal(value, false, text),
                    other => self.object(other, text),
                }
                text.extend_from_slice(b" )>>");
            }
        }
    }

    fn literal(&self, value: &Lit<'_>, long: bool, text: &mut Vec<u8>) {
        if let LitKind::Typed(Iri::Term(terms::BOOLEAN)) = value.kind {
            return text.extend_from_slice(value.text.as_bytes());
        }
        if long && value.text.contains('\n') && !value.text.contains('\r') {
            long_quoted(&value.text, text);
        } else {
            quoted(&value.text, text);
        }
        match value.kind {
            LitKind::Plain => {}
            LitKind::Words(language) => {
                text.push(b'@');
                text.extend_from_slice(language.as_bytes());
            }
            LitKind::Typed(datatype) => {
                text.extend_from_slice(b"^^");
                self.iri(&datatype, text);
            }
        }
    }
}

fn prefixed(prefix: &str, local: &str, text: &mut Vec<u8>) {
    text.extend_from_slice(prefix.as_bytes());
    text.push(b':');
    text.extend_from_slice(local.as_bytes());
}

/// Whether a local name needs no escape in any reader.
fn plain(local: &str) -> bool {
    local.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// Code points of a piece of a line.
fn width(text: &[u8]) -> usize {
    text.iter().filter(|b| **b & 0xc0 != 0x80).count()
}

/// A text of several lines as it stands, between three quotes.
fn long_quoted(value: &str, text: &mut Vec<u8>) {
    text.extend_from_slice(b"\"\"\"");
    let bytes = value.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'\n' | b'\t' => text.push(*byte),
            b'"' if bytes.get(at + 1).is_some_and(|next| *next != b'"') => text.push(b'"'),
            b'"' | b'\\' | 0x7f | 0..=0x1f => escape(*byte, text),
            _ => text.push(*byte),
        }
    }
    text.extend_from_slice(b"\"\"\"");
}

const fn heading(section: Section) -> &'static str {
    match section {
        Section::Relations => "\n# Relations of this graph's own\n",
        Section::Articles => "\n# Articles\n",
        Section::Entities => "\n# Entities, with what the articles themselves say of them\n",
        Section::Claims => "\n# Claims, each behind the words that it rests on\n",
        Section::Mentions => "\n# Mentions\n",
        Section::Sources => "\n# What each source says\n",
    }
}
