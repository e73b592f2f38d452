//! When? A calendar day, month or year, never surer than the words it stands for.

use std::fmt;
use std::str::FromStr;

/// A year, a month of a year, or a day: `2026`, `2026-02`, `2026-02-19` (proleptic Gregorian, no time zone).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    year: u16,
    /// 0 where only the year is known.
    month: u8,
    /// 0 where only the month is known.
    day: u8,
}

/// How precise a [`Time`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// `YYYY`, an `xsd:gYear`.
    Year,
    /// `YYYY-MM`, an `xsd:gYearMonth`.
    Month,
    /// `YYYY-MM-DD`, an `xsd:date`.
    Day,
}

impl Time {
    /// How precise it is.
    #[must_use]
    pub const fn precision(self) -> Precision {
        match (self.month, self.day) {
            (0, _) => Precision::Year,
            (_, 0) => Precision::Month,
            _ => Precision::Day,
        }
    }
}

/// The text is no calendar day, month or year.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no date: write YYYY, YYYY-MM or YYYY-MM-DD")]
pub struct NoTime(String);

impl FromStr for Time {
    type Err = NoTime;

    fn from_str(text: &str) -> Result<Self, NoTime> {
        parse(text).ok_or_else(|| NoTime(text.chars().take(40).collect()))
    }
}

fn parse(text: &str) -> Option<Time> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = parts.next().map_or(Some(0), |p| digits(p, 2))?;
    let day = parts.next().map_or(Some(0), |p| digits(p, 2))?;
    let given = text.matches('-').count();
    let month_fits = if given >= 1 { (1..=12).contains(&month) } else { true };
    let day_fits = if given == 2 { (1..=days_in(year, month)).contains(&day) } else { true };
    (given <= 2 && year > 0 && month_fits && day_fits).then_some(Time {
        year,
        month: u8::try_from(month).ok()?,
        day: u8::try_from(day).ok()?,
    })
}

fn digits(text: &str, count: usize) -> Option<u16> {
    (text.len() == count && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

const fn days_in(year: u16, month: u16) -> u16 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        match self.precision() {
            Precision::Year => Ok(()),
            Precision::Month => write!(f, "-{:02}", self.month),
            Precision::Day => write!(f, "-{:02}-{:02}", self.month, self.day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_months_and_years_are_read_and_written_alike() {
        for text in ["2026", "2026-02", "2024-02-29", "1999-12-31"] {
            assert_eq!(text.parse::<Time>().map(|t| t.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in
            ["", "26", "2026-13", "2026-00", "2023-02-29", "2026-02-30", "2026-2-3", "2026-02-03-04", "0000", "+2026", "2026-02-19T10:00"]
        {
            assert!(text.parse::<Time>().is_err(), "{text}");
        }
    }
}
