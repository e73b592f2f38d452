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
    /// A year, with its month and day as far as they are known; `None` where there is no such day.
    #[must_use]
    pub fn of(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let (month, day) = (month.unwrap_or(0), day.unwrap_or(0));
        let fits =
            year > 0 && year < 10_000 && month <= 12 && (day == 0 || (month > 0 && u16::from(day) <= days_in(year, u16::from(month))));
        fits.then_some(Self { year, month, day })
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1, where it is known.
    #[must_use]
    pub const fn month(self) -> Option<u8> {
        if self.month == 0 { None } else { Some(self.month) }
    }

    /// The day of the month, from 1, where it is known.
    #[must_use]
    pub const fn day(self) -> Option<u8> {
        if self.day == 0 { None } else { Some(self.day) }
    }

    /// Days since the first of March of the year 0 (`days_from_civil` of Howard Hinnant, "chrono-compatible low-level date algorithms").
    fn number(self) -> Option<i32> {
        let (month, day) = (i32::from(self.month()?), i32::from(self.day()?));
        let year = i32::from(self.year) - i32::from(month <= 2);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        Some(365 * year + year / 4 - year / 100 + year / 400 + of_year)
    }

    /// The day so many days later (earlier, if negative); nothing where the day is not known.
    #[must_use]
    pub fn days_later(self, days: i32) -> Option<Self> {
        let number = self.number()?.checked_add(days).filter(|number| *number >= 0)?;
        let era = number / 146_097;
        let of_era = number % 146_097;
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * of_year + 2) / 153;
        let (month, day) = ((shifted + 2) % 12 + 1, of_year - (153 * shifted + 2) / 5 + 1);
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        Self::of(u16::try_from(year).ok()?, u8::try_from(month).ok(), u8::try_from(day).ok())
    }

    /// The day of the week, Monday is 0; nothing where the day is not known.
    #[must_use]
    pub fn weekday(self) -> Option<u8> {
        // The first of March of the year 0 was a Wednesday.
        u8::try_from((self.number()? + 2) % 7).ok()
    }

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
    fn days_are_counted_over_months_and_leap_years() {
        let later = |day: &str, by| day.parse::<Time>().ok().and_then(|time| time.days_later(by)).map(|time| time.to_string());
        assert_eq!(later("2024-02-28", 1).as_deref(), Some("2024-02-29"));
        assert_eq!(later("2025-01-01", -1).as_deref(), Some("2024-12-31"));
        assert_eq!(later("2000-03-01", -1).as_deref(), Some("2000-02-29"));
        assert_eq!(later("2025-03", 1), None);
        let weekday = |day: &str| day.parse::<Time>().ok().and_then(Time::weekday);
        assert_eq!([weekday("2026-11-24"), weekday("2000-01-01"), weekday("2024-02-29")], [Some(1), Some(5), Some(3)]);
        let mut day: Time = "1899-12-25".parse().unwrap();
        for _ in 0..400 {
            let next = day.days_later(1).unwrap();
            assert!(next > day && next.days_later(-1) == Some(day));
            day = next;
        }
        assert_eq!(Time::of(2023, Some(2), Some(29)), None);
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
