//! How is a document written as JSON? One order of keys, one line a field, short lists on one line: made to be read and compared.

use super::either::{ArticleEntry, LiteralEntry, ObjectEntry, RelationEntry};
use super::model::{ArticleInfo, Claim, Document, Entity, Target, Words};
use super::wire::{ArticleObject, ClaimEntry, DocumentEntry, EntityEntry, WordsEntry};
use crate::id;
use crate::vocab::{KnownRelation, Relation};
use serde::{Serialize, Serializer as _};
use serde_json::ser::{Formatter, PrettyFormatter};
use std::io::{self, Write};

/// Writes one document as an object, none or several as a list of objects, with a line end behind.
///
/// # Errors
/// Those of `out`.
pub fn write_documents(documents: Vec<Document>, mut out: impl Write) -> io::Result<()> {
    let many = documents.len() != 1;
    let mut entries = documents.into_iter().map(entry);
    let formatter = Layout { pretty: PrettyFormatter::with_indent(b"  "), depth: 0, unfolded: 1 + usize::from(many), inline: 0 };
    let mut serializer = serde_json::Serializer::with_formatter(&mut out, formatter);
    if many {
        serializer.collect_seq(entries)?;
    } else {
        entries.next().unwrap_or_default().serialize(&mut serializer)?;
    }
    out.write_all(b"\n")
}

fn entry(document: Document) -> DocumentEntry {
    let info = document.article;
    let ArticleInfo { file, sha256, language, published, headline, publisher, based_on, url, id, style, topic, text } = info;
    let object = ArticleObject {
        file,
        sha256: sha256.as_ref().map(id::hex),
        language,
        published: published.map(|t| t.to_string()),
        headline,
        publisher,
        based_on,
        url,
    };
    DocumentEntry {
        id,
        article: Some(ArticleEntry::Known(object)),
        style,
        topic,
        text: text.map(|t| t.as_ref().to_owned()),
        entities: document.entities.into_iter().map(entity).collect(),
        claims: document.claims.into_iter().map(claim).collect(),
        ..DocumentEntry::default()
    }
}

fn entity(entity: Entity) -> EntityEntry {
    EntityEntry {
        key: entity.key,
        kind: entity.kind,
        names: entity.names,
        en: entity.en,
        wikidata: entity.wikidata,
        affiliation: entity.affiliation,
        headcount: entity.headcount,
        salient: entity.salient,
        mentions: entity.mentions.into_iter().map(|m| (m.span.begin, m.span.end)).collect(),
        forms: entity.forms,
    }
}

fn claim(claim: Claim) -> ClaimEntry {
    let mut relations = relations(&claim.relation);
    let words = (!claim.words.is_empty()).then(|| {
        let Words { subject, predicate, object, source } = claim.words;
        WordsEntry { subject, predicate, object, source }
    });
    ClaimEntry {
        id: Some(claim.id),
        quote: claim.quote,
        begin: claim.span.map(|s| s.begin),
        end: claim.span.map(|s| s.end),
        subject: name(claim.subject),
        relation: if relations.len() == 1 { RelationEntry::One(relations.remove(0)) } else { RelationEntry::Several(relations) },
        object: match claim.object {
            Target::Literal(value) => ObjectEntry::Literal(LiteralEntry { literal: value.text, datatype: value.datatype }),
            target => ObjectEntry::Named(name(target)),
        },
        content: claim.content,
        polarity: claim.polarity,
        modality: claim.modality,
        hedged: claim.hedged,
        source: claim.source,
        via: claim.via,
        time: claim.time.map(|t| t.to_string()),
        place: claim.place,
        refutes: claim.refutes,
        words,
        confidence: claim.confidence,
    }
}

/// Names of relations; behind one of the user's own its parent, unless that is clear without.
fn relations(relations: &[Relation]) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(relations.len());
    for (place, relation) in relations.iter().enumerate() {
        names.push(relation.name().to_owned());
        let clear = relation.known() == KnownRelation::Comments && place + 1 == relations.len();
        if matches!(relation, Relation::Minted(_)) && !clear {
            names.push(relation.known().name().to_owned());
        }
    }
    names
}

fn name(target: Target) -> String {
    match target {
        Target::Entity(key) => key,
        Target::Claim(id) => format!("claim:{id}"),
        Target::Literal(value) => value.text,
    }
}

/// Indents the outer arrays and the objects in them; anything deeper stays on one line.
struct Layout {
    pretty: PrettyFormatter<'static>,
    depth: usize,
    /// The depth at which the lists of entities and claims stand.
    unfolded: usize,
    /// How many brackets are open on the current line.
    inline: usize,
}

impl Layout {
    /// Opens a bracket; an array is folded below the lists, an object below their members.
    fn open(&mut self, fold_at: usize) -> bool {
        self.depth += 1;
        if self.inline > 0 || self.depth > fold_at {
            self.inline += 1;
        }
        self.inline > 0
    }

    /// Closes a bracket; says whether it was on one line.
    fn close(&mut self) -> bool {
        self.depth -= 1;
        let folded = self.inline > 0;
        self.inline = self.inline.saturating_sub(1);
        folded
    }
}

impl Formatter for Layout {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        if self.open(self.unfolded + 1) { out.write_all(b"[") } else { self.pretty.begin_array(out) }
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        if self.close() { out.write_all(b"]") } else { self.pretty.end_array(out) }
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        match (self.inline > 0, first) {
            (true, true) => Ok(()),
            (true, false) => out.write_all(b", "),
            (false, _) => self.pretty.begin_array_value(out, first),
        }
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        if self.inline > 0 { Ok(()) } else { self.pretty.end_array_value(out) }
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        if self.open(self.unfolded + 2) { out.write_all(b"{") } else { self.pretty.begin_object(out) }
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        if self.close() { out.write_all(b"}") } else { self.pretty.end_object(out) }
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        match (self.inline > 0, first) {
            (true, true) => Ok(()),
            (true, false) => out.write_all(b", "),
            (false, _) => self.pretty.begin_object_key(out, first),
        }
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.pretty.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        if self.inline > 0 { Ok(()) } else { self.pretty.end_object_value(out) }
    }
}
