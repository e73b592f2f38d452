//! Which entity is the medium that a document names by its name?

use super::model::{Document, Entity};
use crate::vocab::EntityType;

/// Replaces the names of publisher and cited media by keys; a medium that is no entity of the document becomes one.
pub fn resolve_media(document: &mut Document) {
    let mut named: Vec<&mut String> = document.article.publisher.iter_mut().chain(&mut document.article.based_on).collect();
    for name in &mut named {
        if document.entities.iter().any(|e| e.key == **name) {
            continue;
        }
        let known =
            document.entities.iter().find(|e| e.kind == EntityType::Medium && (e.names.contains(name) || e.en.as_ref() == Some(name)));
        match known {
            Some(entity) => name.clone_from(&entity.key),
            None => document.entities.push(medium(name)),
        }
    }
    document.article.based_on.sort_unstable();
    document.article.based_on.dedup();
}

fn medium(name: &str) -> Entity {
    Entity {
        key: name.to_owned(),
        kind: EntityType::Medium,
        names: vec![name.to_owned()],
        en: None,
        wikidata: None,
        affiliation: None,
        headcount: None,
        salient: false,
        mentions: Vec::new(),
        forms: Vec::new(),
    }
}
