//! When is it said to be? Time expressions of a sentence, counted from the day of publication where they are relative; never surer than the
//! words: "минулого тижня" is no day.

use crate::language::analysed::AnalysedSentence;
use crate::language::grammar::Feature;
use crate::time::{Precision, Time};

const MONTHS: [&str; 12] =
    ["січень", "лютий", "березень", "квітень", "травень", "червень", "липень", "серпень", "вересень", "жовтень", "листопад", "грудень"];
const DAYS: [&str; 7] = ["понеділок", "вівторок", "середа", "четвер", "п'ятниця", "субота", "неділя"];

/// A time that words of a sentence tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The word on which the others hang.
    pub head: usize,
    /// The time.
    pub time: Time,
}

/// The times that a sentence names. `published` is the day of the article, without which only what is absolute is known; `future` says whether
/// the days are looked for ahead of it: "12 лютого" of a plan is the next one.
#[must_use]
pub fn times(sentence: &AnalysedSentence<'_>, published: Option<Time>, future: bool) -> Vec<When> {
    let reader = Reader { sentence, published, future };
    let mut all = Vec::new();
    let mut place = 0;
    while place < sentence.words.len() {
        match reader.at(place) {
            Some((when, next)) => {
                all.push(when);
                place = next;
            }
            None => place += 1,
        }
    }
    all
}

struct Reader<'s, 't> {
    sentence: &'s AnalysedSentence<'t>,
    published: Option<Time>,
    future: bool,
}

impl Reader<'_, '_> {
    fn lemma(&self, place: usize) -> &str {
        self.sentence.words.get(place).map_or("", |word| word.lemma.as_str())
    }

    fn form(&self, place: usize) -> String {
        self.sentence.words.get(place).map_or_else(String::new, |word| word.token.text.to_lowercase())
    }

    fn case(&self, place: usize) -> Option<&'static str> {
        self.sentence.words.get(place)?.features.get(Feature::Case)
    }

    /// The time that begins at a word, and the word behind it.
    fn at(&self, place: usize) -> Option<(When, usize)> {
        self.calendar(place).or_else(|| self.year(place)).or_else(|| self.relative(place)).or_else(|| self.weekday(place))
    }

    /// "12 лютого (2025 року)", "у липні 2024-го", "в лютому", "наступного березня".
    fn calendar(&self, place: usize) -> Option<(When, usize)> {
        let day = number(&self.form(place)).filter(|day| (1..=31).contains(day));
        let at = if day.is_some() { place + 1 } else { place };
        let month = 1 + MONTHS.iter().position(|month| *month == self.lemma(at))?;
        // "лютий" is an adjective too.
        if day.is_none() && !matches!(self.case(at), Some("Loc" | "Gen" | "Acc" | "Ins")) {
            return None;
        }
        let month = u8::try_from(month).ok()?;
        let (year, end) = match self.year_number(at + 1) {
            Some((year, end)) => (Some(year), end),
            None => (None, at + 1),
        };
        let year = match year {
            Some(year) => year,
            None => self.nearest_year(month, day, self.lemma(place.wrapping_sub(1)))?,
        };
        let time = Time::of(year, Some(month), day.and_then(|day| u8::try_from(day).ok()))?;
        Some((When { head: at, time }, end))
    }

    /// The year in which a month and day lie that are named without one: the last ones before the article, or the next ones.
    fn nearest_year(&self, month: u8, day: Option<u16>, before: &str) -> Option<u16> {
        let published = self.published.filter(|time| time.precision() != Precision::Year)?;
        let (this, now, today) = (published.year(), published.month()?, published.day().unwrap_or(1));
        let day = day.and_then(|day| u8::try_from(day).ok());
        let later = (month, day.unwrap_or(today)) > (now, today);
        Some(match before {
            "минулий" => this - u16::from(month >= now),
            "наступний" => this + u16::from(month <= now),
            _ if self.future => this + u16::from((month, day.unwrap_or(today)) < (now, today)),
            _ => this - u16::from(later && !(month == now && day.is_none())),
        })
    }

    /// "2021 року", "2021-го", "у 2021".
    fn year(&self, place: usize) -> Option<(When, usize)> {
        let (year, end) = self.year_number(place)?;
        let marked = end > place + 1
            || self.form(place).contains('-')
            || (place > 0 && matches!(self.form(place - 1).as_str(), "у" | "в" | "з" | "із" | "до" | "від" | "після"));
        let head = if end > place + 1 { place + 1 } else { place };
        Some((When { head, time: Time::of(year, None, None)? }, end)).filter(|_| marked)
    }

    /// A year, and the word behind it and behind "року".
    fn year_number(&self, place: usize) -> Option<(u16, usize)> {
        let form = self.form(place);
        let digits = form
            .split_once('-')
            .map_or(form.as_str(), |(digits, ending)| if ending.chars().all(char::is_alphabetic) { digits } else { "" });
        let year: u16 = digits.parse().ok().filter(|_| digits.len() == 4).filter(|year| (1800..2200).contains(year))?;
        let word = matches!(self.lemma(place + 1), "рік" | "р.");
        Some((year, place + 1 + usize::from(word)))
    }

    /// "вчора", "торік", "цього року", "минулого місяця".
    fn relative(&self, place: usize) -> Option<(When, usize)> {
        let published = self.published?;
        let form = self.form(place);
        let day = |by: i32| published.days_later(by).map(|time| (When { head: place, time }, place + 1));
        match form.as_str() {
            "вчора" | "учора" | "напередодні" => return day(-1),
            "сьогодні" => return day(0),
            "завтра" => return day(1),
            "позавчора" => return day(-2),
            "післязавтра" => return day(2),
            "торік" => return Some((When { head: place, time: Time::of(published.year().checked_sub(1)?, None, None)? }, place + 1)),
            "цьогоріч" => return Some((When { head: place, time: Time::of(published.year(), None, None)? }, place + 1)),
            _ => {}
        }
        let step = match self.lemma(place) {
            "минулий" | "попередній" => -1,
            "цей" | "поточний" => 0,
            "наступний" => 1,
            _ => return None,
        };
        let time = match self.lemma(place + 1) {
            "рік" => Time::of(published.year().checked_add_signed(step)?, None, None)?,
            "місяць" => {
                let month = i32::from(published.month()?) - 1 + i32::from(step);
                let year = published.year().checked_add_signed(i16::try_from(month.div_euclid(12)).ok()?)?;
                Time::of(year, u8::try_from(month.rem_euclid(12) + 1).ok(), None)?
            }
            _ => return None,
        };
        matches!(self.case(place + 1), Some("Gen" | "Loc" | "Acc")).then_some((When { head: place + 1, time }, place + 2))
    }

    /// "у вівторок": the last one, that day included; in the future the next one.
    fn weekday(&self, place: usize) -> Option<(When, usize)> {
        let published = self.published?;
        let wanted = DAYS.iter().position(|day| *day == self.lemma(place))?;
        if self.case(place) != Some("Acc") || !matches!(self.form(place.checked_sub(1)?).as_str(), "у" | "в" | "на") {
            return None;
        }
        let (wanted, today) = (i32::try_from(wanted).ok()?, i32::from(published.weekday()?));
        let by = if self.future { (wanted - today).rem_euclid(7) } else { -(today - wanted).rem_euclid(7) };
        Some((When { head: place, time: published.days_later(by)? }, place + 1))
    }
}

fn number(text: &str) -> Option<u16> {
    let digits = text.split_once('-').map_or(text, |(digits, _)| digits);
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::uk::reader;
    use newsgraph_encoder::Scratch;

    fn told(text: &str, published: Option<&str>) -> Vec<String> {
        look(text, published, false)
    }

    fn look(text: &str, published: Option<&str>, future: bool) -> Vec<String> {
        let sentences = reader().unwrap().read(text, &mut Scratch::default());
        let published = published.map(|day| day.parse().unwrap());
        sentences.iter().flat_map(|sentence| times(sentence, published, future)).map(|when| when.time.to_string()).collect()
    }

    #[test]
    fn times_are_read_with_the_day_of_the_article_and_no_surer_than_the_words() {
        let day = Some("2025-03-14");
        assert_eq!(told("Угоду підписали 12 лютого 2021 року в Києві.", None), ["2021-02-12"]);
        assert_eq!(told("Сторони домовилися 12 лютого.", day), ["2025-02-12"]);
        assert_eq!(told("Сторони домовилися 20 листопада.", day), ["2024-11-20"]);
        assert_eq!(look("Саміт відбудеться 20 листопада.", day, true), ["2025-11-20"]);
        assert_eq!(told("Він приїхав до Варшави вчора.", day), ["2025-03-13"]);
        assert_eq!(told("У вівторок міністр заявив про відставку.", day), ["2025-03-11"]);
        assert_eq!(told("Торік країна купила танки.", day), ["2024"]);
        assert_eq!(told("Закон ухвалили у липні 2019 року.", None), ["2019-07"]);
        assert!(told("Минулого тижня він купив 12 танків.", day).is_empty());
        assert!(told("Вчора він приїхав.", None).is_empty());
    }
}
