//! How is a graph written as JSON-LD? Compact, one object a subject, with our context inside: nothing has to be fetched to read it.

mod context;

pub use context::context_file;

use super::format::Profile;
use super::project::{Order, project};
use super::term::{Block, Iri, Lit, LitKind, Object, Statement, hex};
use crate::graph::KnowledgeGraph;
use crate::vocab::{Prefix, Relation, terms};
use context::{CLASSES, KEYS, Shape, context, curie};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

/// Writes a graph in reading order; with profile `graphs` each source's named graph is an object with a `@graph` of its own.
pub fn write(graph: &KnowledgeGraph, profile: Profile, base: &str, out: &mut impl Write) -> io::Result<()> {
    let context = context(base);
    write!(out, "{{\n\"@context\": {},\n\"@graph\": [", serde_json::to_string_pretty(&context)?)?;
    let taken = context.as_object().into_iter().flat_map(|terms| terms.keys().cloned()).collect();
    let mut writer = Writer {
        base,
        keys: KEYS.iter().map(|(term, key, shape)| (curie(*term), (*key, *shape))).collect(),
        taken,
        graph: None,
        first: true,
    };
    project(graph, profile, Order::Reading, base, &mut |block| writer.block(&block, out))?;
    writer.close_graph(out)?;
    out.write_all(b"\n]\n}\n")
}

struct Writer<'w> {
    base: &'w str,
    keys: BTreeMap<String, (&'static str, Shape)>,
    /// The names that the context gives a meaning.
    taken: BTreeSet<String>,
    /// The named graph that is open.
    graph: Option<String>,
    first: bool,
}

impl Writer<'_> {
    fn block(&mut self, block: &Block<'_>, out: &mut impl Write) -> io::Result<()> {
        let Some(first) = block.statements.first() else { return Ok(()) };
        let graph = first.graph.map(|graph| self.short(&graph));
        if graph != self.graph {
            self.close_graph(out)?;
            if let Some(name) = &graph {
                self.separate(out)?;
                write!(out, "{{\"id\": {}, \"@graph\": [", Value::from(name.as_str()))?;
                self.first = true;
            }
            self.graph = graph;
        }
        let node = self.node(block);
        self.separate(out)?;
        serde_json::to_writer(&mut *out, &node)?;
        Ok(())
    }

    fn separate(&mut self, out: &mut impl Write) -> io::Result<()> {
        out.write_all(if std::mem::take(&mut self.first) { b"\n" } else { b",\n" })
    }

    fn close_graph(&mut self, out: &mut impl Write) -> io::Result<()> {
        if self.graph.take().is_some() { out.write_all(b"\n]}") } else { Ok(()) }
    }

    fn node(&self, block: &Block<'_>) -> Value {
        let mut node = Map::new();
        node.insert("id".into(), self.short(&block.subject).into());
        for statements in block.statements.chunk_by(|a, b| a.predicate == b.predicate) {
            let (key, shape) = self.key(&statements[0]);
            let value = match shape {
                Shape::Words => words(statements),
                _ => one_or_many(statements.iter().map(|statement| self.value(&statement.object, shape)).collect()),
            };
            node.insert(key, value);
        }
        Value::Object(node)
    }

    fn key(&self, statement: &Statement<'_>) -> (String, Shape) {
        match &statement.predicate {
            Iri::Term(terms::TYPE) => ("type".into(), Shape::Name),
            Iri::Term(term) => match self.keys.get(&curie(*term)) {
                Some((key, shape)) => ((*key).to_owned(), *shape),
                None => (curie(*term), Shape::Free),
            },
            Iri::Relation(name) => (self.relation(name), Shape::Free),
            other => (self.short(other), Shape::Free),
        }
    }

    fn value(&self, object: &Object<'_>, shape: Shape) -> Value {
        match (object, shape) {
            (Object::Iri(iri), Shape::Name) => self.name(iri).into(),
            (Object::Iri(iri), Shape::Node) => self.short(iri).into(),
            (Object::Iri(iri), _) => json!({"id": self.short(iri)}),
            (Object::Lit(value), Shape::Typed(_)) => value.text.as_ref().into(),
            (Object::Lit(value), _) => self.literal(value),
            // The profile with triple terms is not written as JSON-LD.
            (Object::Triple(_), _) => Value::Null,
        }
    }

    fn literal(&self, value: &Lit<'_>) -> Value {
        match value.kind {
            LitKind::Plain => value.text.as_ref().into(),
            LitKind::Words(language) => json!({"@language": language, "@value": value.text}),
            LitKind::Typed(Iri::Term(terms::BOOLEAN)) => json!(value.text == "true"),
            LitKind::Typed(datatype) => json!({"type": self.name(&datatype), "@value": value.text}),
        }
    }

    /// A term of ours or a class by its name, any other IRI shortened.
    fn name(&self, iri: &Iri<'_>) -> String {
        match iri {
            Iri::Term(term) if term.prefix == Prefix::Ng || CLASSES.contains(term) => term.local.to_owned(),
            Iri::Relation(name) => self.relation(name),
            Iri::Other(whole) => match Relation::local_of(whole) {
                Some(name) => self.relation(name),
                None => self.short(iri),
            },
            other => self.short(other),
        }
    }

    /// A relation by its name; with its prefix where the name is taken by a term of the context.
    fn relation(&self, name: &str) -> String {
        if self.taken.contains(name) { self.short(&Iri::Relation(name)) } else { name.to_owned() }
    }

    fn short(&self, iri: &Iri<'_>) -> String {
        match iri {
            Iri::Term(term) => curie(*term),
            Iri::Relation(name) => format!("{}:{name}", Prefix::Ng.name()),
            Iri::Article(id) => format!("article:{}", hex(&id.hex())),
            Iri::Claim(id) => format!("claim:{}", hex(&id.hex())),
            Iri::Entity(slug) => format!("entity:{slug}"),
            Iri::Wikidata(id) => format!("{}:{id}", Prefix::Wd.name()),
            Iri::Passage(article, span) => format!("article:{}#char={},{}", hex(&article.hex()), span.begin, span.end),
            Iri::Other(whole) => match Prefix::ALL.iter().find_map(|p| Some((p.name(), whole.strip_prefix(p.iri())?))) {
                Some((prefix, local)) => format!("{prefix}:{local}"),
                None => iri.whole(self.base),
            },
        }
    }
}

fn one_or_many(mut values: Vec<Value>) -> Value {
    if values.len() == 1 { values.remove(0) } else { Value::Array(values) }
}

/// Texts by language.
fn words(statements: &[Statement<'_>]) -> Value {
    let mut by_language: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for statement in statements {
        if let Object::Lit(Lit { text, kind: LitKind::Words(language) }) = &statement.object {
            by_language.entry((*language).to_owned()).or_default().push(text.as_ref().into());
        }
    }
    by_language.into_iter().map(|(language, texts)| (language, one_or_many(texts))).collect::<Map<_, _>>().into()
}
