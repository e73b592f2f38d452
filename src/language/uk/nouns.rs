//! What do some words do beside names and numbers? `ontology/lexicon/uk/nouns.tsv`: nouns that say what a name is of, units, numbers, nouns that stand
//! for what was named before.

use crate::vocab::EntityType;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word does.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Role {
    Class,
    Measure,
    Side,
    Number(u32),
    /// A word for so many people.
    Collective(u32),
    /// The type of what it stands for, and words of its name.
    Stands(EntityType, Vec<&'static str>),
}

impl Role {
    fn of(name: &str, words: &'static str) -> Option<Self> {
        Some(match name.split_once(':') {
            None if name == "class" => Self::Class,
            None if name == "measure" => Self::Measure,
            None if name == "side" => Self::Side,
            Some(("number", number)) => Self::Number(number.parse().ok()?),
            Some(("collective", number)) => Self::Collective(number.parse().ok()?),
            Some(("stands", kind)) => Self::Stands(EntityType::of(kind)?, words.split_whitespace().collect()),
            _ => return None,
        })
    }
}

const TABLE: &str = include_str!("../../../ontology/lexicon/uk/nouns.tsv");

static ROLES: LazyLock<HashMap<&str, Vec<Role>>> = LazyLock::new(|| {
    let mut roles: HashMap<&str, Vec<Role>> = HashMap::new();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let (lemma, role, words) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
        roles.entry(lemma).or_default().extend(Role::of(role, words));
    }
    roles
});

fn roles(lemma: &str) -> &'static [Role] {
    ROLES.get(lemma).map_or(&[], Vec::as_slice)
}

/// Whether a noun says what the name behind it is of, and is no part of it: "компанія".
#[must_use]
pub fn is_class(lemma: &str) -> bool {
    roles(lemma).contains(&Role::Class)
}

/// Whether a noun is a unit, which is counted.
#[must_use]
pub fn is_measure(lemma: &str) -> bool {
    roles(lemma).contains(&Role::Measure)
}

/// Whether a noun means whom its adjective means: "французька сторона".
#[must_use]
pub fn is_side(lemma: &str) -> bool {
    roles(lemma).contains(&Role::Side)
}

/// How many a numeral is: "четверо" is 4.
#[must_use]
pub fn number(lemma: &str) -> Option<u32> {
    roles(lemma).iter().find_map(|role| if let Role::Number(number) | Role::Collective(number) = role { Some(*number) } else { None })
}

/// The word for so many people: for 4 "четверо".
#[must_use]
pub fn collective(count: u32) -> Option<&'static str> {
    static WORDS: LazyLock<HashMap<u32, &str>> = LazyLock::new(|| {
        let all = ROLES.iter().flat_map(|(lemma, roles)| roles.iter().map(move |role| (*lemma, role)));
        all.filter_map(|(lemma, role)| if let Role::Collective(count) = role { Some((*count, lemma)) } else { None }).collect()
    });
    WORDS.get(&count).copied()
}

/// The type of what a noun stands for, and words of the names that it may stand for (of any, if there are none): "відомство".
#[must_use]
pub fn stands_for(lemma: &str) -> Option<(EntityType, &'static [&'static str])> {
    roles(lemma).iter().find_map(|role| if let Role::Stands(kind, words) = role { Some((*kind, words.as_slice())) } else { None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        for (number, line) in TABLE.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let (lemma, role) = (cells.next().unwrap(), cells.next().unwrap_or_default());
            let role = Role::of(role, cells.next().unwrap_or_default());
            assert!(role.is_some_and(|role| roles(lemma).contains(&role)), "line {}: {line}", number + 1);
        }
        assert!(is_class("компанія") && is_measure("день") && is_side("сторона") && !is_class("день"));
        assert_eq!((number("четверо"), number("день")), (Some(4), None));
        assert_eq!(stands_for("країна"), Some((EntityType::Country, &[][..])));
    }
}
