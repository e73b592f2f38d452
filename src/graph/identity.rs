//! Which node is an entity of a document? One slug an entity, the same in every article that means the same.

use crate::document::{Document, Entity};
use crate::gazetteer;
use crate::id::ArticleId;
use crate::language::slugify;
use crate::vocab::EntityType;
use std::collections::{BTreeSet, HashMap};

/// The slugs of a document's entities, in the order of its list.
///
/// - With a Wikidata id: what the id is called, wherever it occurs.
/// - With a name (it begins with a capital or a digit): class and name, `mission-kfor`; the same in every article.
/// - With a description only ("союзники", "200 військових"), and for anonymous sources and groups always: class, name and article,
///   for nobody knows whether two articles mean the same.
/// - Two entities of one article that would be one so get the article's digits too, and from the second on a number, in the order of
///   the text: nobody knows which of them another article means.
pub fn slugs(document: &Document, article: ArticleId) -> Vec<String> {
    let language = document.article.language();
    let mut slugs: Vec<String> = document.entities.iter().map(|entity| slug(entity, language, article)).collect();
    let mut alike: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, slug) in slugs.iter().enumerate() {
        if document.entities[place].wikidata.is_none() {
            alike.entry(slug).or_default().push(place);
        }
    }
    let mut twice: Vec<Vec<usize>> = alike.into_values().filter(|places| places.len() > 1).collect();
    if twice.is_empty() {
        return slugs;
    }
    twice.sort_unstable();
    let first = first_places(document);
    let mut taken: BTreeSet<String> = slugs.iter().cloned().collect();
    for mut places in twice {
        places.sort_by_key(|place| {
            let key = document.entities[*place].key.as_str();
            (first.get(key).copied().unwrap_or(u32::MAX), key)
        });
        for place in &places {
            if !slugs[*place].ends_with(&article.to_string()) {
                slugs[*place] = format!("{}-{article}", slugs[*place]);
            }
        }
        for place in places.into_iter().skip(1) {
            let mut number = 2;
            while taken.contains(&format!("{}-{number}", slugs[place])) {
                number += 1;
            }
            slugs[place] = format!("{}-{number}", slugs[place]);
            taken.insert(slugs[place].clone());
        }
    }
    slugs
}

fn slug(entity: &Entity, language: &str, article: ArticleId) -> String {
    if let Some(id) = &entity.wikidata {
        return gazetteer::slug(id);
    }
    let usual = entity.names.first().map_or("", String::as_str);
    let name = entity.en.as_deref().map_or_else(|| slugify(usual, language), |en| slugify(en, "en"));
    let kind = entity.kind.slug();
    if matches!(entity.kind, EntityType::AnonymousSource | EntityType::Group) || !is_name(usual) {
        return format!("{kind}-{name}-{article}");
    }
    format!("{kind}-{name}")
}

/// Whether a citation form is a name rather than a description: its first letter is a capital or has no case; behind a number ("200
/// військових") that of every word counts.
fn is_name(text: &str) -> bool {
    let mut words = text.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric())).peekable();
    match words.peek() {
        Some(first) if first.is_numeric() => words.all(|c| !c.is_lowercase()),
        Some(first) => !first.is_lowercase(),
        None => false,
    }
}

/// Where each entity, by its key, first occurs in the text: as a mention, or in a claim.
pub fn first_places(document: &Document) -> HashMap<&str, u32> {
    let mut first: HashMap<&str, u32> = HashMap::new();
    let mut see = |key, begin: u32| {
        first.entry(key).and_modify(|place| *place = begin.min(*place)).or_insert(begin);
    };
    for entity in &document.entities {
        if let Some(first) = entity.mentions.iter().min() {
            see(entity.key.as_str(), first.span.begin);
        }
    }
    for claim in &document.claims {
        let begin = claim.span.map_or(u32::MAX, |span| span.begin);
        for key in claim.keys() {
            see(key, begin);
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn a_description_is_no_name() {
        assert!(
            is_name("Північний потік – 2")
                && is_name("«Європейська правда»")
                && is_name("11 вересня".to_uppercase().as_str())
                && is_name("北京")
        );
        assert!(!is_name("союзники") && !is_name("угода 2024 року") && !is_name("200 військових") && !is_name("–"));
    }
}
