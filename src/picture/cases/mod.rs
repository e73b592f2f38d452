//! How does a name stand behind the words of a relation? "Ірак", but "виходить з Іраку": in the case that the words govern
//! (`ontology/picture/cases.tsv`), by the dictionary, and only where it is certain how the name is inflected.

mod phrase;

use super::style::{cell, rows};
use crate::language::{Feature, Features, Reading, Upos, dictionary};
use crate::vocab::{EntityType, KnownRelation};
use std::collections::HashMap;
use std::sync::LazyLock;

static CASES: LazyLock<HashMap<&'static str, [&'static str; 2]>> = LazyLock::new(|| {
    let row = |row: Vec<&'static str>| (cell(&row, 0), [cell(&row, 1), cell(&row, 2)]);
    rows(include_str!("../../../ontology/picture/cases.tsv")).map(row).collect()
});

/// The case in which a relation has its object; `:` for none.
pub fn governed(relation: KnownRelation, kind: Option<EntityType>) -> &'static str {
    use EntityType::{AnonymousSource, Country, Group, Medium, Organization, Person};
    let acts = matches!(kind, Some(Person | Organization | Country | Group | Medium | AnonymousSource));
    CASES.get(relation.name()).map_or(":", |pair| pair[usize::from(acts)])
}

/// Whether a name of a class is a word for people.
const fn lives(kind: Option<EntityType>) -> bool {
    matches!(kind, Some(EntityType::Person | EntityType::Group | EntityType::AnonymousSource))
}

/// A name, which stands in the nominative, in another case. `None` where it is not certain how it is inflected.
pub fn in_case(name: &str, case: &str, kind: Option<EntityType>) -> Option<String> {
    if case == ":" {
        return None;
    }
    let words: Vec<&str> = name.split(' ').collect();
    let first = phrase::bare(words.first()?);
    if words.iter().take(3).any(|word| phrase::bare(word).starts_with(|c: char| c.is_ascii_digit())) && !noun_first(first) {
        // "близько 200 військових": the accusative is the same.
        return (case == "Acc").then(|| name.to_owned());
    }
    if phrase::is_fixed(first) {
        return Some(name.to_owned());
    }
    let dictionary = dictionary().ok()?;
    let capitals = words.iter().all(|word| word.starts_with(char::is_uppercase));
    let inflected = if kind == Some(EntityType::Person) && capitals {
        phrase::of_person(dictionary, &words, case)
    } else {
        phrase::of_thing(dictionary, &words, case, lives(kind))
    }?;
    Some(inflected.join(" "))
}

/// Whether a number behind a word tells no quantity: "саміт 23 жовтня".
fn noun_first(first: &str) -> bool {
    let Ok(dictionary) = dictionary() else { return false };
    let known = |reading: &Reading| matches!(reading.part, Upos::Noun | Upos::Propn | Upos::Adj);
    dictionary.word(first).known().first().is_some_and(known)
}

/// Whether a verb stands in the plural beside a name.
pub fn is_plural(name: &str, kind: Option<EntityType>) -> bool {
    let Ok(dictionary) = dictionary() else { return false };
    let words: Vec<&str> = name.split(' ').collect();
    kind != Some(EntityType::Person) && phrase::head(dictionary, &words, lives(kind)).is_some_and(|(_, reading)| phrase::is_plural(reading))
}

/// The words of a relation, whose first one is a verb, as they stand beside a subject in the plural.
pub fn in_plural(words: &str) -> String {
    let (verb, rest) = words.split_at(words.find(' ').unwrap_or(words.len()));
    let present = Features::of("Number=Sing|Person=3|Tense=Pres|VerbForm=Fin|Mood=Ind");
    let plural = dictionary().ok().and_then(|dictionary| {
        let word = dictionary.word(verb);
        let reading = word.best(Upos::Verb, present).filter(|reading| word.lemma(reading) != "бути")?;
        word.inflect(&reading, present.with(Feature::Number, "Plur"))
    });
    plural.map_or_else(|| words.to_owned(), |verb| verb + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_relation_governs_a_case() {
        assert_eq!(CASES.len(), KnownRelation::ALL.len());
        for relation in KnownRelation::ALL {
            for case in CASES[relation.name()] {
                assert!(case == ":" || Feature::Case.values().contains(&case), "{relation:?}");
            }
        }
    }

    #[test]
    fn names_are_inflected_where_that_is_certain() {
        for (name, kind, [genitive, dative, accusative, instrumental, locative]) in [
            ("Ірак", EntityType::Country, ["Іраку", "Іраку", "Ірак", "Іраком", "Іраку"]),
            ("дорадча місія в Іраку", EntityType::Mission, ["дорадчої", "дорадчій", "дорадчу", "дорадчою", "дорадчій"]),
            (
                "військовий варіант",
                EntityType::Concept,
                ["військового варіанта", "військовому варіанту", "військовий", "військовим", "військовому варіанті"],
            ),
            ("російські дипломати", EntityType::Group, ["російських", "російським", "російських дипломатів", "російськими", "російських"]),
            ("засідання Ради ЄС", EntityType::Event, ["засідання", "засіданню", "засідання", "засіданням", "засіданні Ради ЄС"]),
            ("домовленість", EntityType::Agreement, ["домовленості", "домовленості", "домовленість", "домовленістю", "домовленості"]),
            ("Анджей Новак", EntityType::Person, ["Анджея Новака", "Анджею Новаку", "Анджея Новака", "Анджеєм Новаком", "Анджею Новаку"]),
            ("Тарас Леклере", EntityType::Person, ["Тараса Леклере", "Тарасу Леклере", "Тараса Леклере", "Тарасом Леклере", "Тарасі"]),
            ("KFOR", EntityType::Mission, ["KFOR", "KFOR", "KFOR", "KFOR", "KFOR"]),
        ] {
            let said = ["Gen", "Dat", "Acc", "Ins", "Loc"].map(|case| in_case(name, case, Some(kind)).unwrap());
            for (said, wanted) in said.iter().zip([genitive, dative, accusative, instrumental, locative]) {
                assert!(said.starts_with(wanted), "{said}");
            }
        }
    }

    #[test]
    fn what_is_not_certain_is_left() {
        for name in ["троє дипломатів", "виділяти одне питання", "Усть-Луга", "президент Анджей Новак"]
        {
            assert_eq!(in_case(name, "Gen", None), None, "{name}");
        }
        assert_eq!(in_case("Ядвіга Лопушанська-Фірко", "Gen", Some(EntityType::Person)), None);
        for quantity in ["200 військових", "близько 200 військових", "понад 96 танків"] {
            assert_eq!(in_case(quantity, "Acc", None).as_deref(), Some(quantity));
        }
        assert_eq!(in_case("саміт 23 жовтня", "Loc", None).as_deref(), Some("саміті 23 жовтня"));
    }

    #[test]
    fn a_verb_goes_with_its_subject() {
        assert!(["союзники", "США", "європейські посли"].iter().all(|name| is_plural(name, None)));
        assert!(["Ірак", "група дипломатів", "KFOR"].iter().all(|name| !is_plural(name, None)));
        assert_eq!(["просить", "бере участь у", "є частиною"].map(in_plural), ["просять", "беруть участь у", "є частиною"]);
    }
}
