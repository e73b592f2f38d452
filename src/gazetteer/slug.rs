//! Which name stands for a Wikidata id in our IRIs? A table made from the gazetteer; an id that is not in it stands for itself.

use super::table;
use std::cmp::Ordering;

/// `number<TAB>slug`, sorted by number.
const SLUGS: &str = include_str!("../../ontology/gazetteer/slugs.tsv");

/// The slug of an entity with a Wikidata id `Q…`: fixed by the id alone, so that every graph names the entity alike.
#[must_use]
pub fn slug(id: &str) -> String {
    let number: Option<u64> = id.strip_prefix('Q').and_then(|digits| digits.parse().ok());
    number.and_then(find).map_or_else(|| id.to_owned(), str::to_owned)
}

fn find(wanted: u64) -> Option<&'static str> {
    table::find(SLUGS, |number| number.parse::<u64>().map_or(Ordering::Less, |number| number.cmp(&wanted)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found_and_nothing_else() {
        let mut last = 0;
        for line in SLUGS.lines() {
            let (number, slug) = line.split_once('\t').unwrap();
            let number: u64 = number.parse().unwrap();
            assert!(number > last, "not sorted at {line}");
            assert_eq!(find(number), Some(slug));
            last = number;
        }
        assert_eq!(slug("Q7184"), "nato");
        assert_eq!(slug("Q999999999999"), "Q999999999999");
    }
}
