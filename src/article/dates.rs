//! Which day does a date in a header or a page's metadata name?

use crate::time::Time;

const MONTHS: [&str; 12] =
    ["січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада", "грудня"];

/// A date as it stands in headers: ISO 8601 with or without a time (`2026-02-19T10:30+02:00`), `19.02.2026`, `19 лютого 2026`. A time of
/// day is left out; the day is the one that is written, whatever its zone.
pub fn read(text: &str) -> Option<Time> {
    let text = text.trim();
    let head = text.split(['T', 't', ' ', ',']).next().unwrap_or_default();
    head.parse().ok().or_else(|| dotted(head)).or_else(|| named(text))
}

/// Whether a line has only the words and numbers of a day, and perhaps a time of day.
pub fn is_nothing_else(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    let mut words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.clone().count() >= 3
        && words.all(|word| word.bytes().all(|b| b.is_ascii_digit()) || MONTHS.contains(&word) || matches!(word, "року" | "р" | "о"))
}

fn dotted(text: &str) -> Option<Time> {
    let mut parts = text.split(['.', '/']);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    day_of(year, month.parse().ok()?, day)
}

fn named(text: &str) -> Option<Time> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(3).find_map(|three| {
        let month = MONTHS.iter().position(|month| *month == three[1])?;
        day_of(three[2], month + 1, three[0])
    })
}

fn day_of(year: &str, month: usize, day: &str) -> Option<Time> {
    format!("{year:0>4}-{month:02}-{day:0>2}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_ways_to_write_a_day() {
        let day = "2026-02-09".parse().ok();
        for text in [
            "2026-02-09",
            "2026-02-09T23:30:00+02:00",
            "2026-02-09 08:15",
            "09.02.2026",
            "9.2.2026, 10:15",
            "Понеділок, 9 лютого 2026, 12:00",
        ] {
            assert_eq!(read(text), day, "{text}");
        }
        assert_eq!(read("2026-02"), "2026-02".parse().ok());
        for text in ["", "вчора", "31.02.2026", "2026-13-01", "9 лютий", "1.2"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
