//! Which thing of the gazetteer does a name mean? The only one of a fitting type; where there are several, the one that the news names
//! often, or the one of a country that the article names. In doubt none: a wrong link is worse than none.

use super::mention::Mention;
use crate::gazetteer::{self, Known};
use crate::vocab::EntityType;
use std::collections::BTreeSet;

/// Abbreviations of so few letters mean many things; of those only what the news names often is believed.
const SHORT: usize = 5;

/// Whether a mention of a type may mean a thing of a type. The reader takes types of names for each other that stand for bodies of people.
const fn fits(mention: EntityType, known: EntityType) -> bool {
    use EntityType::{AnonymousSource, Country, Group, Medium, Organization, Person, Place};
    match (mention, known) {
        (Person, Person)
        | (Medium | Organization, Medium | Organization)
        | (Country | Organization | Group, Country)
        | (Group, Organization)
        | (Place, Place | Country) => true,
        (Person | AnonymousSource | Group | Country | Organization | Medium | Place, _) | (_, Person) => false,
        _ => true,
    }
}

/// The things that a mention may mean, a capital or residence that stands for its state taken for that.
fn candidates(mention: &Mention) -> Vec<Known> {
    let Some(kind) = mention.entity().filter(|_| mention.named) else { return Vec::new() };
    let short = mention.text.chars().count() <= SHORT && mention.text.chars().all(char::is_uppercase);
    let mut all: Vec<Known> = Vec::new();
    for known in mention.known.iter().filter(|known| (known.frequent || !short) && !(known.word && mention.opens)) {
        let meant = match (kind, known.kind, known.stands_for) {
            (EntityType::Country | EntityType::Organization, EntityType::Place | EntityType::Organization, Some(state)) => {
                gazetteer::known(state)
            }
            _ => Some(*known).filter(|known| fits(kind, known.kind)),
        };
        all.extend(meant.filter(|known| !all.contains(known)));
    }
    all
}

/// What each mention means by its name alone.
pub fn link(mentions: &[Mention]) -> Vec<Option<Known>> {
    let candidates: Vec<Vec<Known>> = mentions.iter().map(candidates).collect();
    let countries: BTreeSet<&str> = (candidates.iter().filter(|all| all.len() == 1).flatten())
        .filter_map(|known| if known.kind == EntityType::Country { Some(known.id) } else { known.country })
        .collect();
    let chosen = candidates.iter().zip(mentions).map(|(all, mention)| choose(all, &countries).or(mention.demonym));
    chosen.collect()
}

/// A person is believed only where the article names the person's country: many people bear one name.
fn choose(all: &[Known], countries: &BTreeSet<&str>) -> Option<Known> {
    let all: Vec<Known> = all
        .iter()
        .copied()
        .filter(|known| known.kind != EntityType::Person || known.country.is_some_and(|country| countries.contains(country)))
        .collect();
    let only = |fits: &dyn Fn(&&Known) -> bool| {
        let mut fitting = all.iter().filter(fits);
        fitting.next().filter(|_| fitting.next().is_none()).copied()
    };
    let here = |known: &&Known| known.country.is_some_and(|country| countries.contains(country));
    only(&|_| true).or_else(|| only(&|known| known.frequent)).or_else(|| only(&|known| known.frequent && here(known)))
}

/// Whom a surname alone means: the only person of that surname whom the news names often, if the article names that person's country.
pub fn by_surname(surname: &str, countries: &BTreeSet<&str>) -> Option<Known> {
    let bearers = gazetteer::named(&format!("~{surname}"));
    match bearers.as_slice() {
        [only] if only.country.is_some_and(|country| countries.contains(country)) => Some(*only),
        _ => None,
    }
}
