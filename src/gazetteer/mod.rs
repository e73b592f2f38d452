//! Which things with a Wikidata id bear a name? Two sorted tables, made by `ontology/gazetteer/make.py` and looked up where they lie.

mod slug;
mod table;

pub use slug::slug;

use crate::vocab::EntityType;

const ENTITIES: &str = include_str!("../../ontology/gazetteer/entities.tsv");
const NAMES: &str = include_str!("../../ontology/gazetteer/names.tsv");

/// A thing that the gazetteer knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// Its Wikidata id: `Q7184`.
    pub id: &'static str,
    /// What it is.
    pub kind: EntityType,
    /// Its English name, as the source of the id has it.
    pub english: &'static str,
    /// Its Ukrainian name, where one is known.
    pub ukrainian: Option<&'static str>,
    /// The id of its country, where it is known.
    pub country: Option<&'static str>,
    /// The id of the state that is meant where the news names this capital or residence.
    pub stands_for: Option<&'static str>,
    /// Whether the news names it often: somebody wrote its Ukrainian names down.
    pub frequent: bool,
    /// Whether its name is a common word too ("Суми", "Голос").
    pub word: bool,
}

/// The thing of a Wikidata id.
#[must_use]
pub fn known(id: &str) -> Option<Known> {
    let line = table::find_line(ENTITIES, |key| key.cmp(id))?;
    let mut cells = line.split('\t');
    let (id, kind) = (cells.next()?, EntityType::of(cells.next()?)?);
    let english = cells.next()?;
    let ukrainian = cells.next().filter(|name| !name.is_empty());
    let notes = cells.next().unwrap_or_default();
    let note = |name: &str| notes.split(' ').find_map(|note| note.strip_prefix(name));
    Some(Known {
        id,
        kind,
        english,
        ukrainian,
        country: note("country:"),
        stands_for: note("for:"),
        frequent: note("news") == Some(""),
        word: note("word") == Some(""),
    })
}

/// All things that bear a name, in the order of their ids.
#[must_use]
pub fn named(name: &str) -> Vec<Known> {
    let key = key(name);
    let ids = table::find_line(NAMES, |known| known.cmp(&key)).and_then(|line| line.split_once('\t'));
    ids.map_or_else(Vec::new, |(_, ids)| ids.split(' ').filter_map(known).collect())
}

/// Adjectives of countries and cities and nouns for their people, by lemma; sorted by bytes: lemma, id, `adj` or `people`, in English.
const DEMONYMS: &str = include_str!("../../ontology/gazetteer/demonyms.tsv");

/// The country or city of an adjective or of a noun for its people: "французький", "француз", by their lemmas.
#[must_use]
pub fn demonym(lemma: &str) -> Option<Known> {
    let line = table::find_line(DEMONYMS, |key| key.cmp(lemma))?;
    known(line.split('\t').nth(1)?)
}

/// The English adjective of such a word: "French".
#[must_use]
pub fn demonym_in_english(lemma: &str) -> Option<&'static str> {
    table::find_line(DEMONYMS, |key| key.cmp(lemma))?.split('\t').nth(3)
}

/// What a sorted table says of a key: what stands behind it on its line.
#[must_use]
pub fn row<'t>(table: &'t str, key: &str) -> Option<&'t str> {
    table::find(table, |known| known.cmp(key))
}

/// A name as the table has it: small letters, one apostrophe, one dash, no quotation marks, single spaces.
#[must_use]
pub fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        let before = key.len();
        for letter in word.chars() {
            match letter {
                '«' | '»' | '"' | '“' | '”' | '„' | '\u{301}' => {}
                '’' | 'ʼ' | '`' | '‘' => key.push('\''),
                '–' | '—' | '‑' => key.push('-'),
                _ => key.extend(letter.to_lowercase()),
            }
        }
        if key.len() > before {
            key.push(' ');
        }
    }
    key.truncate(key.trim_end().len());
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_both_tables_is_found_and_nothing_else() {
        let mut last = "";
        for line in NAMES.lines() {
            let (name, ids) = line.split_once('\t').unwrap();
            assert!(last < name, "not sorted at {line}");
            assert_eq!(key(name), name);
            assert!(ids.split(' ').all(|id| known(id).is_some_and(|known| known.id == id)), "{line}");
            last = name;
        }
        for line in DEMONYMS.lines() {
            let lemma = line.split('\t').next().unwrap();
            assert!(demonym(lemma).is_some(), "{line}");
        }
        assert!(known("Q0").is_none() && named("").is_empty() && named("щось, чого немає").is_empty());
    }

    #[test]
    fn a_name_is_found_however_it_is_written() {
        let ids = |name: &str| named(name).into_iter().map(|known| known.id).collect::<Vec<_>>();
        assert_eq!(ids("Сполучені  Штати Америки"), ["Q30"]);
        assert_eq!(ids("«Польща»"), ["Q36"]);
        let known = known("Q36").unwrap();
        assert_eq!((known.kind, known.ukrainian), (EntityType::Country, Some("Польща")));
    }
}
