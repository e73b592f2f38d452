//! How do words of a sentence say which entity they name? In the brackets of `CorefUD`: `(e1-place-1-class:Country-Q212` opens a mention, `e1)`
//! closes it.

use super::named::{NamedText, Naming};
use crate::document::Entity;
use crate::vocab::EntityType;

/// What stands between the hyphens of a bracket that opens: the entity, the type of `CorefUD`, the number of the head among the words of the
/// mention, the class of our graph, the id of Wikidata.
pub const FIELDS: &str = "eid-etype-head-other-identity";

/// What an entity is called in brackets. No two documents share one, so the document's name stands before the entity's key.
pub fn id(name: &str, entity: &Entity) -> String {
    let key: String = entity.key.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    format!("{name}.{key}")
}

/// The brackets of each word of a sentence; `mentions` in its order. They are well nested: of two mentions that cross, and of two with the same
/// words, the first is told.
pub fn brackets(text: &NamedText<'_>, mentions: &[Naming], words: usize, name: &str) -> Vec<String> {
    let mut all = vec![Brackets::default(); words];
    let mut open: Vec<&Naming> = Vec::new();
    let mut last = 0..0;
    for mention in mentions {
        let Some(entity) = text.entity_of(mention) else { continue };
        open.retain(|outer| outer.words.end > mention.words.start);
        let crosses = open.iter().any(|outer| outer.words.end < mention.words.end);
        if crosses || mention.words == last || mention.words.is_empty() || mention.words.end > words {
            continue;
        }
        last = mention.words.clone();
        let id = id(name, entity);
        let opening = opening(&id, entity, mention);
        if mention.words.len() == 1 {
            all[mention.words.start].whole = opening + ")";
        } else {
            all[mention.words.start].opening += &opening;
            // What was opened last is closed first.
            all[mention.words.end - 1].closing.insert_str(0, &format!("{id})"));
        }
        open.push(mention);
    }
    all.into_iter().map(|word| word.opening + &word.whole + &word.closing).collect()
}

#[derive(Clone, Default)]
struct Brackets {
    opening: String,
    whole: String,
    closing: String,
}

fn opening(id: &str, entity: &Entity, mention: &Naming) -> String {
    let head = mention.head.saturating_sub(mention.words.start) + 1;
    let link = entity.wikidata.as_ref().map(|link| format!("-{link}")).unwrap_or_default();
    format!("({id}-{}-{head}-class:{}{link}", kind(entity.kind), entity.kind.name())
}

/// The nearest type of those that `CorefUD` has.
const fn kind(kind: EntityType) -> &'static str {
    match kind {
        EntityType::Person | EntityType::Group | EntityType::AnonymousSource => "person",
        EntityType::Organization | EntityType::Medium | EntityType::Mission => "organization",
        EntityType::Country | EntityType::Place => "place",
        EntityType::Event => "event",
        EntityType::Product => "object",
        EntityType::Agreement | EntityType::Concept => "abstract",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::analysed::MentionKind;
    use std::ops::Range;

    fn entity(key: &str, kind: EntityType, wikidata: Option<&str>) -> Entity {
        Entity {
            key: key.to_owned(),
            kind,
            names: vec![key.to_owned()],
            en: None,
            wikidata: wikidata.map(str::to_owned),
            affiliation: None,
            headcount: None,
            salient: false,
            mentions: Vec::new(),
            forms: Vec::new(),
        }
    }

    fn told(mentions: &[(Range<usize>, usize, usize)]) -> Vec<String> {
        let kind = MentionKind::Entity(EntityType::Concept);
        let naming = |(words, head, entity): &(Range<usize>, usize, usize)| {
            let entity = Some(*entity).filter(|entity| *entity < 9);
            Naming { sentence: 0, words: words.clone(), head: *head, kind, probability: 1.0, entity }
        };
        let entities = vec![entity("a", EntityType::Country, Some("Q1")), entity("b-c", EntityType::Mission, None)];
        let mentions: Vec<Naming> = mentions.iter().map(naming).collect();
        brackets(&NamedText { entities, ..NamedText::default() }, &mentions, 4, "x")
    }

    #[test]
    fn brackets_are_nested_with_the_longer_ones_outside() {
        assert_eq!(told(&[(0..1, 0, 0)]), ["(x.a-place-1-class:Country-Q1)", "", "", ""]);
        let found = told(&[(0..4, 1, 1), (0..2, 0, 0), (2..4, 3, 0), (3..4, 3, 1)]);
        assert_eq!(found[0], "(x.b_c-organization-2-class:Mission(x.a-place-1-class:Country-Q1");
        assert_eq!(found[1], "x.a)");
        assert_eq!(found[2], "(x.a-place-2-class:Country-Q1");
        assert_eq!(found[3], "(x.b_c-organization-1-class:Mission)x.a)x.b_c)");
    }

    #[test]
    fn of_mentions_that_cross_or_are_the_same_the_first_is_told() {
        let found = told(&[(0..3, 0, 0), (0..3, 0, 1), (1..4, 1, 1), (3..4, 3, 1), (3..4, 3, 9)]);
        assert_eq!(found, ["(x.a-place-1-class:Country-Q1", "", "x.a)", "(x.b_c-organization-1-class:Mission)"]);
    }
}
