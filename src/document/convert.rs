//! What do the strings of the JSON mean? Times, hashes, relations, the two places where facts about the article may stand.

use super::either::{ArticleEntry, ObjectEntry, RelationEntry};
use super::locate::Step;
use super::model::{ArticleInfo, Claim, Document, Entity, Literal, Mention, Target, Words};
use super::problem::{Problems, member};
use super::read::ReadOptions;
use super::wire::{ArticleObject, ClaimEntry, DocumentEntry, EntityEntry};
use crate::diagnostic::{Diagnostic, cut};
use crate::id::digest_from_hex;
use crate::span::Span;
use crate::time::Time;
use crate::vocab::{KnownRelation, Relation};
use std::collections::HashSet;

/// Reads the strings of a document; what cannot be read is among the problems.
pub fn convert(mut entry: DocumentEntry, options: ReadOptions) -> (Document, Problems) {
    let mut problems = Problems::default();
    let claims = std::mem::take(&mut entry.claims);
    let entities = std::mem::take(&mut entry.entities);
    let article = article(entry, &mut problems);
    let entities = entities.into_iter().map(entity).collect();
    let mut ids = Ids::of(&claims);
    let claims = claims.into_iter().enumerate().map(|(index, c)| claim(c, index, &mut ids, options, &mut problems)).collect();
    (Document { article, entities, claims }, problems)
}

fn article(entry: DocumentEntry, problems: &mut Problems) -> ArticleInfo {
    let known = match entry.article {
        None => ArticleObject::default(),
        Some(ArticleEntry::File(file)) => ArticleObject { file: Some(file), ..ArticleObject::default() },
        Some(ArticleEntry::Known(known)) => known,
    };
    let mut once = |name: &'static str, top: Option<String>, under: Option<String>| {
        if let (Some(top), Some(under)) = (&top, &under)
            && top != under
        {
            let said = format!("{name} is {:?} here and {:?} under \"article\"", cut(top, 80), cut(under, 80));
            problems.push(&[Step::Member(name)], Diagnostic::error(said).help("leave one of them out"));
        }
        top.or(under)
    };
    let published = once("published", entry.published, known.published);
    // Case tells no two language tags apart (BCP 47).
    let language = once("language", entry.language, known.language).map(|tag| tag.to_ascii_lowercase());
    let headline = once("headline", entry.headline, known.headline);
    let publisher = once("publisher", entry.publisher, known.publisher);
    let url = once("url", entry.url, known.url);
    let sha256 = known.sha256.and_then(|hex| {
        let digest = digest_from_hex(&hex);
        if digest.is_none() {
            let said = Diagnostic::error("sha256 is not 64 hexadecimal digits").help("`sha256sum FILE` prints it; or leave it out");
            problems.push(&[Step::Member("article"), Step::Member("sha256")], said);
        }
        digest
    });
    let mut based_on = entry.based_on;
    based_on.extend(known.based_on);
    ArticleInfo {
        file: known.file,
        sha256,
        language,
        published: published.and_then(|text| time(&text, &[Step::Member("published")], problems)),
        headline,
        publisher,
        based_on,
        url,
        id: entry.id,
        style: entry.style,
        topic: entry.topic,
        text: entry.text.map(Into::into),
    }
}

fn time(text: &str, path: &[Step], problems: &mut Problems) -> Option<Time> {
    text.parse().map_err(|error: crate::time::NoTime| problems.push(path, Diagnostic::error(error.to_string()))).ok()
}

fn entity(entry: EntityEntry) -> Entity {
    Entity {
        key: entry.key,
        kind: entry.kind,
        names: entry.names,
        en: entry.en,
        wikidata: entry.wikidata,
        affiliation: entry.affiliation,
        headcount: entry.headcount,
        salient: entry.salient,
        mentions: entry.mentions.into_iter().map(|(begin, end)| Mention { span: Span::new(begin, end), words: None }).collect(),
        forms: entry.forms,
    }
}

fn claim(entry: ClaimEntry, index: usize, ids: &mut Ids, options: ReadOptions, problems: &mut Problems) -> Claim {
    let span = match (entry.begin, entry.end) {
        (Some(begin), Some(end)) => Some(Span::new(begin, end)),
        (None, None) => None,
        _ => {
            let said = Diagnostic::error("\"begin\" and \"end\" come together").help("give both, or neither: then the quote is looked up");
            problems.push(&member("claims", index, "begin"), said);
            None
        }
    };
    let words = entry.words.unwrap_or_default();
    Claim {
        id: entry.id.unwrap_or_else(|| ids.next()),
        quote: entry.quote,
        span,
        subject: target(entry.subject),
        relation: relations(entry.relation, &member("claims", index, "relation"), options, problems),
        object: match entry.object {
            ObjectEntry::Named(name) => target(name),
            ObjectEntry::Literal(value) => Target::Literal(Literal {
                text: value.literal,
                // With its prefix expanded; what is wrong with it, validation says.
                datatype: value.datatype.map(|given| crate::iri::datatype(&given).unwrap_or(given)),
            }),
        },
        content: entry.content.map(bare),
        polarity: entry.polarity,
        modality: entry.modality,
        hedged: entry.hedged,
        source: entry.source,
        via: entry.via,
        time: entry.time.and_then(|text| time(&text, &member("claims", index, "time"), problems)),
        place: entry.place,
        refutes: entry.refutes.into_iter().map(bare).collect(),
        words: Words { subject: words.subject, predicate: words.predicate, object: words.object, source: words.source },
        confidence: entry.confidence,
        line: None,
    }
}

fn target(name: String) -> Target {
    match name.strip_prefix("claim:") {
        Some(id) => Target::Claim(id.to_owned()),
        None => Target::Entity(name),
    }
}

/// A claim's id, with or without `claim:` before it.
fn bare(id: String) -> String {
    id.strip_prefix("claim:").map(str::to_owned).unwrap_or(id)
}

fn relations(entry: RelationEntry, path: &[Step], options: ReadOptions, problems: &mut Problems) -> Vec<Relation> {
    let names = match entry {
        RelationEntry::One(name) => vec![name],
        RelationEntry::Several(names) => names,
    };
    if names.is_empty() {
        problems.push(path, Diagnostic::error("the list of relations is empty").help("\"comments\" fits where no other does"));
    }
    let mut out: Vec<Relation> = Vec::with_capacity(names.len());
    for (place, full) in names.iter().enumerate() {
        let name = full.strip_prefix("ng:").unwrap_or(full);
        let parent = names[place + 1..].iter().find_map(|next| next.parse().ok()).unwrap_or(KnownRelation::Comments);
        let read = match name.parse::<KnownRelation>() {
            Ok(known) => Ok(known.into()),
            Err(_) if options.new_relations => Relation::minted(name, parent).map_err(|e| Diagnostic::error(e.to_string())),
            Err(_) => {
                let said = Diagnostic::error(format!("unknown relation {:?}", cut(name, 80)));
                let mut said = said.nearest(name, KnownRelation::ALL.iter().map(|r| r.name()));
                let help = said.help.take().unwrap_or_default();
                Err(said.help(format!("{help}\n--new-relations takes it as a relation of your own, below `{}`", parent.name())))
            }
        };
        match read {
            // What stands behind a relation of one's own to name its parent is no alternative to it.
            Ok(Relation::Known(known)) if out.last().is_some_and(|last| matches!(last, Relation::Minted(_)) && last.known() == known) => {}
            Ok(relation) if !out.contains(&relation) => out.push(relation),
            Ok(_) => {}
            Err(said) => problems.push(path, said),
        }
    }
    out
}

/// Ids for the claims that have none: c1, c2 …, past those that are taken.
struct Ids {
    taken: HashSet<String>,
    last: usize,
}

impl Ids {
    fn of(claims: &[ClaimEntry]) -> Self {
        Self { taken: claims.iter().filter_map(|c| c.id.clone()).collect(), last: 0 }
    }

    fn next(&mut self) -> String {
        loop {
            self.last += 1;
            let id = format!("c{}", self.last);
            if !self.taken.contains(&id) {
                return id;
            }
        }
    }
}
