//! Which words are abbreviated with a full stop? Those of `ontology/lexicon/uk/abbreviations.tsv`.

use super::piece::Belongs;
use foldhash::HashMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../../ontology/lexicon/uk/abbreviations.tsv");

/// Abbreviations without their last full stop, in small letters.
static ABBREVIATIONS: LazyLock<HashMap<&str, Belongs>> = LazyLock::new(|| {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| {
        let mut cells = line.split('\t');
        let abbreviation = cells.next()?.strip_suffix('.')?;
        let belongs = match cells.next()? {
            "next" => Belongs::Next,
            "before" => Belongs::Before,
            _ => Belongs::Either,
        };
        Some((abbreviation, belongs))
    })
    .collect()
});

/// Letters of the longest abbreviation, with what stands between them.
const LONGEST: usize = 12;

/// The abbreviation that stands at the beginning of a text, with its full stop: its length in bytes, and where it belongs. `word` is the
/// length of the word there.
pub(super) fn abbreviation(rest: &str, word: usize) -> Option<(usize, Belongs)> {
    if !rest[word..].starts_with('.') {
        return None;
    }
    // "т.зв.", "н.е.": letters and full stops without a space.
    let dotted =
        rest.char_indices().take(LONGEST).find(|(_, c)| !c.is_alphabetic() && *c != '.' && *c != '-').map_or(rest.len(), |(at, _)| at);
    let longest =
        rest[..dotted.min(rest.len())].char_indices().take(LONGEST).filter(|(at, c)| *c == '.' && *at > word).map(|(at, _)| at).last();
    longest.into_iter().chain([word]).find_map(|end| look_up(&rest[..end]).map(|belongs| (end + 1, belongs)))
}

fn look_up(word: &str) -> Option<Belongs> {
    if word.chars().nth(LONGEST).is_some() {
        return None;
    }
    ABBREVIATIONS.get(word).or_else(|| ABBREVIATIONS.get(word.to_lowercase().as_str())).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_says_where_it_belongs() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<_> = line.split('\t').collect();
            assert!(cells.len() == 3 && cells[0].ends_with('.') && ["next", "before", "either"].contains(&cells[1]), "{line}");
            assert!(cells[0].chars().count() <= LONGEST && cells[0] == cells[0].to_lowercase(), "{line}");
        }
    }
}
