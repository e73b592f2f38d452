//! How do the dictionary's tags (VESUM) read in Universal Dependencies? As `ontology/lexicon/uk/tagset.tsv` says.

use crate::language::grammar::{Feature, Features, Upos};
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../ontology/lexicon/uk/tagset.tsv");

/// What must hold of an analysis for a row to count.
#[derive(Debug, Clone, Copy)]
enum Condition {
    Tag(&'static str),
    Not(&'static str),
    Lemma(&'static str),
    Capital,
}

#[derive(Debug)]
struct Row {
    conditions: Vec<Condition>,
    /// Empty: any.
    parts: Vec<Upos>,
    values: Vec<(Feature, &'static str)>,
}

#[derive(Debug)]
struct Table {
    classes: Vec<Row>,
    features: Vec<Row>,
    /// Lemmas that rows are about.
    lemmas: Vec<&'static str>,
}

static ROWS: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { classes: Vec::new(), features: Vec::new(), lemmas: Vec::new() };
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let (kind, tags, parts, values) = (cells.next(), cells.next(), cells.next(), cells.next());
        let conditions: Vec<Condition> = tags.unwrap_or_default().split(' ').map(Condition::of).collect();
        table
            .lemmas
            .extend(conditions.iter().filter_map(|condition| if let Condition::Lemma(lemma) = condition { Some(*lemma) } else { None }));
        let pairs = values.unwrap_or_default().split(' ').filter_map(|pair| pair.split_once('='));
        let row = Row {
            conditions,
            parts: parts.unwrap_or_default().split(' ').filter_map(Upos::of).collect(),
            values: pairs.filter_map(|(name, value)| Some((Feature::of(name)?, value))).collect(),
        };
        match kind {
            Some("class") => table.classes.push(row),
            Some("feature") => table.features.push(row),
            _ => {}
        }
    }
    table.lemmas.sort_unstable();
    table.lemmas.dedup();
    table
});

impl Condition {
    fn of(text: &'static str) -> Self {
        match (text.strip_prefix("lemma="), text.strip_prefix('!')) {
            (Some(lemma), _) => Self::Lemma(lemma),
            (None, Some(tag)) => Self::Not(tag),
            _ if text == "Capital" => Self::Capital,
            _ => Self::Tag(text),
        }
    }

    fn holds(self, tags: &str, lemma: &str) -> bool {
        match self {
            Self::Tag(tag) => has(tags, tag),
            Self::Not(tag) => !has(tags, tag),
            Self::Lemma(wanted) => lemma == wanted,
            Self::Capital => lemma.starts_with(char::is_uppercase),
        }
    }
}

/// Whether a tag stands among tags joined by colons.
pub(super) fn has(tags: &str, tag: &str) -> bool {
    tags.split(':').any(|one| one == tag)
}

/// Whether the table says something about a lemma.
pub(super) fn is_special(lemma: &str) -> bool {
    ROWS.lemmas.binary_search(&lemma).is_ok()
}

/// The lemmas that the table says something about.
pub(super) fn special_lemmas() -> &'static [&'static str] {
    &ROWS.lemmas
}

/// The parts of speech of tags joined by colons, each with its features.
pub(super) fn readings(tags: &str, lemma: &str) -> Vec<(Upos, Features)> {
    let holds = |row: &&Row| row.conditions.iter().all(|condition| condition.holds(tags, lemma));
    let Some(class) = ROWS.classes.iter().find(holds) else { return Vec::new() };
    let reading = |part: &Upos| {
        let rows = ROWS.features.iter().filter(|row| row.parts.is_empty() || row.parts.contains(part)).filter(holds);
        let mut features = Features::NONE;
        for (feature, value) in class.values.iter().chain(rows.flat_map(|row| &row.values)) {
            features.set(*feature, value);
        }
        (*part, features)
    };
    class.parts.iter().map(reading).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(tags: &str, lemma: &str) -> String {
        let found = readings(tags, lemma);
        found.into_iter().map(|(part, features)| format!("{} {features}", part.name())).collect::<Vec<_>>().join(" / ")
    }

    #[test]
    fn tags_become_parts_of_speech_and_features() {
        assert_eq!(of("noun:inanim:f:v_oru", "рада"), "NOUN Animacy=Inan|Case=Ins|Gender=Fem|Number=Sing");
        assert_eq!(of("noun:anim:m:v_naz", "Іван"), "PROPN Animacy=Anim|Case=Nom|Gender=Masc|Number=Sing");
        assert_eq!(of("verb:imperf:past:f", "писати"), "VERB Aspect=Imp|Gender=Fem|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin");
        assert_eq!(of("verb:imperf:inf", "бути"), "AUX Aspect=Imp|VerbForm=Inf / VERB Aspect=Imp|VerbForm=Inf");
        assert_eq!(of("nonsense", "нащо"), "");
    }

    #[test]
    fn every_cell_of_the_table_is_known() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#') && !line.starts_with("kind")) {
            let cells: Vec<_> = line.split('\t').collect();
            assert_eq!(cells.len(), 4, "{line}");
            assert!(cells[2].split(' ').all(|part| part == "*" || Upos::of(part).is_some()), "{line}");
            for (name, value) in cells[3].split(' ').filter_map(|pair| pair.split_once('=')) {
                let feature = Feature::of(name).unwrap();
                assert!(["*", "+", "_"].contains(&value) || feature.values().contains(&value), "{line}");
            }
        }
    }
}
