//! Which mentions name the same thing? Those with one meaning in the gazetteer, with one name in any case, a surname with its full name, an
//! abbreviation with what it stands for. In doubt two entities.

use super::link;
use super::mention::Mention;
use super::names::{abbreviates, is_short_person, same_name};
use super::union::Union;
use crate::gazetteer::{Known, key};
use crate::vocab::EntityType;
use std::collections::{BTreeMap, BTreeSet};

/// Names that begin alike are compared with so many others at most, the nearest ones, so that the time stays linear.
const NEAREST: usize = 48;

/// Sets of mentions that name one thing, with what they are known to mean.
#[derive(Debug)]
pub struct Groups {
    union: Union,
    meaning: Vec<Option<Known>>,
}

impl Groups {
    /// Groups the mentions that are names. Descriptions stay alone, but for those with the same words.
    pub fn of(mentions: &[Mention]) -> Self {
        let mut groups = Self { union: Union::new(mentions.len()), meaning: link::link(mentions) };
        groups.by_meaning();
        groups.by_key(mentions);
        groups.by_form(mentions);
        groups.by_inner(mentions);
        groups.by_abbreviation(mentions);
        groups.by_surname(mentions);
        groups.by_meaning();
        groups
    }

    /// The mention that stands for all of its group.
    pub fn find(&mut self, mention: usize) -> usize {
        self.union.find(mention)
    }

    /// What a group is known to mean.
    pub fn meaning(&mut self, mention: usize) -> Option<Known> {
        let top = self.union.find(mention);
        self.meaning[top]
    }

    /// Joins two groups, unless they are known to mean two things.
    pub fn join(&mut self, one: usize, other: usize) -> bool {
        let (one, other) = (self.union.find(one), self.union.find(other));
        let meaning = match (self.meaning[one], self.meaning[other]) {
            (Some(this), Some(that)) if this.id != that.id => return false,
            (this, that) => this.or(that),
        };
        let top = self.union.join(one, other);
        self.meaning[top] = meaning;
        true
    }

    fn by_meaning(&mut self) {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for mention in 0..self.meaning.len() {
            if let Some(known) = self.meaning(mention) {
                let before = *first.entry(known.id).or_insert(mention);
                self.join(before, mention);
            }
        }
    }

    fn by_key(&mut self, mentions: &[Mention]) {
        let mut first: BTreeMap<(bool, String), usize> = BTreeMap::new();
        for (place, mention) in mentions.iter().enumerate() {
            let Some(kind) = mention.entity() else { continue };
            let before = *first.entry((kind == EntityType::Person, key(mention.name()))).or_insert(place);
            if mention.named == mentions[before].named && (mention.named || mention.kind == mentions[before].kind) {
                self.join(before, place);
            }
        }
    }

    /// Names in other cases, whose citation forms the dictionary did not make alike; short and full names of persons.
    fn by_form(&mut self, mentions: &[Mention]) {
        let mut alike: BTreeMap<(bool, String), Vec<usize>> = BTreeMap::new();
        let surnames: BTreeSet<String> = (mentions.iter())
            .filter(|mention| mention.entity() == Some(EntityType::Person) && mention.named)
            .filter_map(|mention| key(mention.name()).rsplit_once(' ').map(|(_, surname)| surname.to_owned()))
            .collect();
        for (place, mention) in mentions.iter().enumerate().filter(|(_, mention)| mention.named) {
            let Some(kind) = mention.entity() else { continue };
            let name = key(mention.name());
            // What has a surname of the article, and is known for nothing else, is that person, whatever the reader takes it for.
            let person = kind == EntityType::Person || (mention.known.is_empty() && surnames.contains(&name));
            let begin: String = name.rsplit(' ').next().unwrap_or_default().chars().take(3).collect();
            let others = alike.entry((person, begin)).or_default();
            let mut joined = false;
            for other in others.iter().rev().take(NEAREST) {
                let that = key(mentions[*other].name());
                let same = same_name(&name, &that) || (person && (is_short_person(&name, &that) || is_short_person(&that, &name)));
                if same && self.join(*other, place) {
                    joined = true;
                    break;
                }
            }
            if !joined || name.contains(' ') {
                others.push(place);
            }
        }
    }

    /// "газопровід «Північний потік»" and "Північний потік".
    fn by_inner(&mut self, mentions: &[Mention]) {
        let mut bearer: BTreeMap<String, usize> = BTreeMap::new();
        for (place, mention) in
            mentions.iter().enumerate().filter(|(_, mention)| mention.entity().is_some_and(|kind| kind != EntityType::Person))
        {
            // "тисяча бійців «Хезболли»" are not what they belong to.
            let inner = mention.inner.as_ref().filter(|_| mention.entity() != Some(EntityType::Group));
            for name in inner.into_iter().map(String::as_str).chain([mention.name()]).filter(|_| mention.named || inner.is_some()) {
                let before = *bearer.entry(key(name)).or_insert(place);
                self.join(before, place);
            }
        }
    }

    fn by_abbreviation(&mut self, mentions: &[Mention]) {
        let mut long: BTreeMap<char, Vec<usize>> = BTreeMap::new();
        for (place, mention) in mentions.iter().enumerate().filter(|(_, mention)| mention.name().contains([' ', '-'])) {
            if let Some(first) = mention.name().chars().next() {
                long.entry(first.to_uppercase().next().unwrap_or(first)).or_default().push(place);
            }
        }
        for (place, mention) in mentions.iter().enumerate().filter(|(_, mention)| mention.named) {
            let short = mention.name();
            let Some(first) = short.chars().next() else { continue };
            let whole =
                long.get(&first).into_iter().flatten().rev().take(NEAREST).find(|other| abbreviates(short, mentions[**other].name()));
            if let Some(whole) = whole {
                self.join(*whole, place);
            }
        }
    }

    /// Persons of whom the article has the surname only.
    fn by_surname(&mut self, mentions: &[Mention]) {
        let all: Vec<Option<Known>> = (0..mentions.len()).map(|place| self.meaning(place)).collect();
        let countries: BTreeSet<&str> = (all.iter().flatten())
            .filter_map(|known| if known.kind == EntityType::Country { Some(known.id) } else { known.country })
            .collect();
        let mut only: BTreeMap<usize, Option<Known>> = BTreeMap::new();
        for (place, mention) in mentions.iter().enumerate() {
            let top = self.union.find(place);
            let surname = mention.entity() == Some(EntityType::Person) && mention.named && !mention.name().contains(' ');
            let found = surname.then(|| link::by_surname(&key(mention.name()), &countries)).flatten();
            only.entry(top)
                .and_modify(|before| *before = before.filter(|known| found.is_some_and(|now| now.id == known.id)))
                .or_insert(found);
        }
        for (top, known) in only {
            if self.meaning[top].is_none() {
                self.meaning[top] = known;
            }
        }
    }
}
