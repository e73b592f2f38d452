//! Which name stands for a Wikidata id in our IRIs? A table made from the gazetteer; an id that is not in it stands for itself.

/// `number<TAB>slug`, sorted by number.
const SLUGS: &str = include_str!("../ontology/gazetteer/slugs.tsv");

/// The slug of an entity with a Wikidata id `Q…`: fixed by the id alone, so that every graph names the entity alike.
#[must_use]
pub fn slug(id: &str) -> String {
    let number: Option<u64> = id.strip_prefix('Q').and_then(|digits| digits.parse().ok());
    number.and_then(|number| find(SLUGS, number)).map_or_else(|| id.to_owned(), str::to_owned)
}

/// Looks a number up by bisection over the bytes of the table.
fn find(table: &str, wanted: u64) -> Option<&str> {
    let bytes = table.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low.midpoint(high);
        let begin = bytes[..middle].iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
        let end = bytes[middle..].iter().position(|b| *b == b'\n').map_or(bytes.len(), |at| middle + at);
        let (number, slug) = table.get(begin..end)?.split_once('\t')?;
        match number.parse::<u64>().ok()?.cmp(&wanted) {
            std::cmp::Ordering::Equal => return Some(slug),
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = begin,
        }
    }
    None
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
            assert_eq!(find(SLUGS, number), Some(slug));
            last = number;
        }
        assert_eq!(slug("Q7184"), "nato");
        assert_eq!(slug("Q999999999999"), "Q999999999999");
        assert_eq!(find("", 1), None);
    }
}
