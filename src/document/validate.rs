//! Do the parts of a document fit together? Names, references, values; every problem is reported, not only the first.

use super::cycle::cycles;
use super::locate::Step;
use super::model::{ArticleInfo, Claim, Document, Entity, Target};
use super::problem::{Problems, member};
use crate::diagnostic::{Diagnostic, cut};
use crate::id::ClaimId;
use crate::vocab::EntityType;
use std::collections::HashMap;

/// Code points that a label may have at most.
pub const LABEL_LIMIT: usize = 1000;

/// Adds to `problems` what keeps the document from being a graph.
pub fn validate(document: &Document, problems: &mut Problems) {
    let keys = unique(document.entities.iter().map(|e| e.key.as_str()), "entities", "key", problems);
    let ids = unique(document.claims.iter().map(|c| c.id.as_str()), "claims", "id", problems);
    article(&document.article, problems);
    for (index, entity) in document.entities.iter().enumerate() {
        check_entity(entity, index, &keys, problems);
    }
    for (index, claim) in document.claims.iter().enumerate() {
        check_claim(claim, index, &keys, &ids, problems);
    }
    let mut linked: HashMap<&str, usize> = HashMap::new();
    for (index, entity) in document.entities.iter().enumerate() {
        if let Some(first) = entity.wikidata.as_deref().and_then(|id| linked.insert(id, index)) {
            let said = Diagnostic::error(format!(
                "{:?} and {:?} have one Wikidata id",
                cut(&document.entities[first].key, 80),
                cut(&entity.key, 80)
            ));
            problems
                .push(&member("entities", index, "wikidata"), said.help("they would be one entity: join them, or take the wrong id out"));
        }
    }
    for index in cycles(&document.claims, &ids) {
        let said = Diagnostic::error(format!("claim {:?} contains itself", cut(&document.claims[index].id, 80)));
        let help = "a claim may not be its own subject, object or content, nor by way of others";
        problems.push(&[Step::Member("claims"), Step::Element(index)], said.help(help));
    }
}

type Index<'d> = HashMap<&'d str, usize>;

/// The names in the order of the document.
fn in_order<'d>(index: &Index<'d>) -> Vec<&'d str> {
    let mut names: Vec<(usize, &str)> = index.iter().map(|(name, place)| (*place, *name)).collect();
    names.sort_unstable();
    names.into_iter().map(|(_, name)| name).collect()
}

fn unique<'d>(names: impl Iterator<Item = &'d str>, list: &'static str, name: &'static str, problems: &mut Problems) -> Index<'d> {
    let mut index = Index::with_capacity(names.size_hint().0);
    for (place, text) in names.enumerate() {
        let path = member(list, place, name);
        if text.trim().is_empty() {
            problems.push(&path, Diagnostic::error(format!("an empty {name}")).help("every one needs a name of its own"));
        } else if name == "key" && text.starts_with("claim:") {
            problems.push(&path, Diagnostic::error("a key may not begin with \"claim:\"").help("that is how claims are named"));
        }
        too_long(text, &path, problems);
        if let Some(first) = index.insert(text, place) {
            let said = Diagnostic::error(format!("{name} {:?} is used twice", cut(text, 80)));
            problems.push(&path, said.help(format!("first by number {} of \"{list}\"", first + 1)));
        }
    }
    index
}

fn too_long(text: &str, path: &[Step], problems: &mut Problems) {
    if text.len() > LABEL_LIMIT && text.chars().count() > LABEL_LIMIT {
        let said = format!("{} characters long, more than {LABEL_LIMIT}: {:?}", text.chars().count(), cut(text, 40));
        problems.push(path, Diagnostic::error(said).help("a name is short; put long text into the quote"));
    }
}

fn article(article: &ArticleInfo, problems: &mut Problems) {
    if let Some(url) = &article.url
        && let Err(said) = crate::iri::web_address(url)
    {
        problems.push(&[Step::Member("url")], said);
    }
    if !crate::iri::is_language_tag(article.language()) {
        let said = format!("{:?} is no language tag", cut(article.language(), 40));
        problems.push(&[Step::Member("language")], Diagnostic::error(said).help("write it as \"uk\", \"en\" or \"pt-BR\""));
    }
    for (name, text) in
        [("headline", &article.headline), ("publisher", &article.publisher), ("topic", &article.topic), ("style", &article.style)]
    {
        if let Some(text) = text {
            too_long(text, &[Step::Member(name)], problems);
        }
    }
}

fn check_entity(entity: &Entity, index: usize, keys: &Index<'_>, problems: &mut Problems) {
    let path = member("entities", index, "names");
    if entity.names.is_empty() {
        problems.push(
            &path,
            Diagnostic::error(format!("entity {:?} has no name", cut(&entity.key, 80))).help("give its citation form, in the nominative"),
        );
    }
    for name in entity.names.iter().chain(&entity.en) {
        if name.trim().is_empty() {
            problems.push(&path, Diagnostic::error(format!("entity {:?} has an empty name", cut(&entity.key, 80))));
        }
        too_long(name, &path, problems);
    }
    let anonymous = entity.kind == EntityType::AnonymousSource;
    if let Some(id) = &entity.wikidata {
        let path = member("entities", index, "wikidata");
        let digits = id.strip_prefix('Q').unwrap_or_default();
        if !digits.bytes().all(|b| b.is_ascii_digit()) || digits.is_empty() || digits.starts_with('0') || digits.len() > 18 {
            let said = Diagnostic::error(format!("{:?} is no Wikidata id", cut(id, 40)));
            problems.push(&path, said.help("an id is Q and a number, such as Q212; leave it out where it is not verified"));
        } else if anonymous {
            problems.push(
                &path,
                Diagnostic::error("an anonymous source has no Wikidata id").help("leave it out, or give the entity another type"),
            );
        }
    }
    if !anonymous && (entity.affiliation.is_some() || entity.headcount.is_some()) {
        let said = Diagnostic::error(format!(
            "affiliation and headcount are for anonymous sources, {:?} is a {}",
            cut(&entity.key, 80),
            entity.kind.name()
        ));
        problems.push(&member("entities", index, "type"), said.help("a claim memberOf or hasQuantity says the same of others"));
    }
    known_key(entity.affiliation.as_deref(), member("entities", index, "affiliation"), keys, problems);
}

fn known_key(key: Option<&str>, path: [Step; 3], keys: &Index<'_>, problems: &mut Problems) {
    let Some(key) = key else { return };
    if !keys.contains_key(key) {
        let said = Diagnostic::error(format!("no entity has the key {:?}", cut(key, 80)));
        problems.push(&path, said.nearest(key, in_order(keys)));
    }
}

fn known_id(id: &str, path: [Step; 3], ids: &Index<'_>, problems: &mut Problems) {
    if !ids.contains_key(id) {
        let said = Diagnostic::error(format!("no claim has the id {:?}", cut(id, 80)));
        problems.push(&path, said.nearest(id, in_order(ids)));
    }
}

fn check_claim(claim: &Claim, index: usize, keys: &Index<'_>, ids: &Index<'_>, problems: &mut Problems) {
    let path = |name| member("claims", index, name);
    for (name, target) in [("subject", &claim.subject), ("object", &claim.object)] {
        match target {
            Target::Entity(key) => known_key(Some(key), path(name), keys, problems),
            Target::Claim(id) => known_id(id, path(name), ids, problems),
            Target::Literal(_) if name == "subject" => problems.push(&path(name), Diagnostic::error("a subject is an entity or a claim")),
            Target::Literal(value) => {
                if value.text.trim().is_empty() {
                    problems.push(&path(name), Diagnostic::error("an empty literal").help("write the words of the value"));
                }
                too_long(&value.text, &path(name), problems);
                if let Some(Err(said)) = value.datatype.as_deref().map(crate::iri::datatype) {
                    problems.push(&path(name), said);
                }
            }
        }
    }
    if let Some(id) = &claim.content {
        known_id(id, path("content"), ids, problems);
    }
    for id in &claim.refutes {
        // Sixteen hexadecimal digits name a claim of another article.
        if id.parse::<ClaimId>().is_err() {
            known_id(id, path("refutes"), ids, problems);
        }
        if *id == claim.id {
            problems.push(&path("refutes"), Diagnostic::error(format!("claim {:?} refutes itself", cut(id, 80))));
        }
    }
    known_key(claim.source.as_deref(), path("source"), keys, problems);
    known_key(claim.place.as_deref(), path("place"), keys, problems);
    for key in &claim.via {
        known_key(Some(key), path("via"), keys, problems);
    }
    if claim.quote.is_empty() {
        problems.push(
            &path("quote"),
            Diagnostic::error(format!("claim {:?} has an empty quote", cut(&claim.id, 80))).help("no claim without its words"),
        );
    }
    if claim.relation.is_empty() {
        problems.push(&path("relation"), Diagnostic::error(format!("claim {:?} has no relation", cut(&claim.id, 80))));
    }
    if claim.confidence.is_some_and(|c| !(0.0..=1.0).contains(&c)) {
        problems.push(&path("confidence"), Diagnostic::error("confidence is a number from 0 to 1"));
    }
}
