//! Of what type is what a common noun names? `ontology/lexicon/uk/types.tsv`: "судно" is a product, "журналісти" are a group.

use crate::vocab::EntityType;
use std::collections::HashMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../ontology/lexicon/uk/types.tsv");

type Row = ((&'static str, bool), EntityType);

fn row(line: &'static str) -> Option<Row> {
    let mut cells = line.split('\t');
    let (lemma, number, kind) = (cells.next()?, cells.next()?, cells.next()?);
    Some(((lemma, number == "Plur"), EntityType::of(kind)?))
}

static TYPES: LazyLock<HashMap<(&str, bool), EntityType>> =
    LazyLock::new(|| TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(row).collect());

/// The type of what a noun names in the singular or in the plural, if it nearly always is of one.
#[must_use]
pub fn usual_type(lemma: &str, plural: bool) -> Option<EntityType> {
    TYPES.get(&(lemma, plural)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            assert!(row(line).is_some_and(|(key, kind)| TYPES.get(&key) == Some(&kind)), "{line}");
        }
        assert_eq!(usual_type("судно", false), Some(EntityType::Product));
    }
}
