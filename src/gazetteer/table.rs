//! How is a line of a sorted table found? By bisection over its bytes: nothing is read before it is asked for.

use std::cmp::Ordering;

/// The cells behind the first one, of the line whose first cell is the one that `order` looks for; the lines are sorted by their first cells.
pub fn find(table: &str, order: impl Fn(&str) -> Ordering) -> Option<&str> {
    find_line(table, order).and_then(|line| line.split_once('\t')).map(|(_, cells)| cells)
}

/// The whole line.
pub fn find_line(table: &str, order: impl Fn(&str) -> Ordering) -> Option<&str> {
    let bytes = table.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low.midpoint(high);
        let begin = bytes[..middle].iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
        let end = bytes[middle..].iter().position(|b| *b == b'\n').map_or(bytes.len(), |at| middle + at);
        let line = table.get(begin..end)?;
        match order(line.split('\t').next().unwrap_or_default()) {
            Ordering::Equal => return Some(line),
            Ordering::Less => low = end + 1,
            Ordering::Greater => high = begin,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found_and_nothing_else() {
        let table = "а\t1\nб\t2\nв\t3\n";
        let look = |wanted: &str| find(table, |key| key.cmp(wanted));
        assert_eq!([look("а"), look("б"), look("в")], [Some("1"), Some("2"), Some("3")]);
        assert_eq!([look(""), look("бб"), look("я")], [None; 3]);
        assert_eq!(find("", |key| key.cmp("а")), None);
    }
}
