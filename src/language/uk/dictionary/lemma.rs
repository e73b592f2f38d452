//! Which lemma has a word whose part of speech and features are known? The dictionary's, but for what it does not know of treebanks: numbers,
//! nouns made of adjectives, names made of words, compounds of two words.

use super::choose::group;
use super::lexeme::capitalised;
use super::word::{Reading, Word};
use crate::language::grammar::{Feature, Features, Upos};

impl Word<'_> {
    /// Its lemma where it is known what it is.
    #[must_use]
    pub fn lemma_as(&self, part: Upos, features: Features) -> String {
        if matches!(part, Upos::Punct | Upos::Sym | Upos::X) {
            return self.form().to_owned();
        }
        if let Some(number) = self.number(part) {
            return number;
        }
        if let Some(abbreviation) = self.abbreviation(part) {
            return abbreviation;
        }
        let small = self.spelling.small();
        let Some(reading) = self.best(part, features) else {
            return if part == Upos::Propn || self.form().chars().skip(1).any(char::is_uppercase) { self.form().to_owned() } else { small };
        };
        if group(part) == 4 && group(reading.part) != 4 {
            return small;
        }
        let lemma = self.as_noun(&reading, part, features).unwrap_or_else(|| self.lemma(&reading));
        let lemma = self.compound(&reading, &lemma).unwrap_or(lemma);
        match part {
            Upos::Propn if lemma.starts_with(char::is_lowercase) => capitalised(&lemma),
            Upos::Noun | Upos::Propn | Upos::Adj => lemma,
            _ => lemma.to_lowercase(),
        }
    }

    /// "36-ї" → "36-й", "25-ти" → "25", "XXI-му" → "XXI-й"; other words that begin with a number are not inflected as numerals.
    fn number(&self, part: Upos) -> Option<String> {
        let digits = self.form().starts_with(|c: char| c.is_ascii_digit());
        let (number, ending) =
            self.form().rsplit_once('-').filter(|(_, ending)| ending.chars().all(|c| matches!(c, 'а'..='я' | 'і' | 'ї' | 'є')))?;
        let roman = number.chars().all(|c| "IVXLCМХІ-".contains(c));
        match part {
            Upos::Adj if (digits || roman) && ending.chars().count() <= 3 && !number.is_empty() => Some(format!("{number}-й")),
            Upos::Num if digits && ending.chars().count() <= 3 => Some(number.to_owned()),
            _ => None,
        }
        .or_else(|| (part == Upos::Num && digits).then(|| self.form().to_owned()))
    }

    /// `ВАКСом` → "ВАКС"; an abbreviation that the dictionary does not have is its own lemma.
    fn abbreviation(&self, part: Upos) -> Option<String> {
        let stem: String = self.form().chars().take_while(|c| c.is_uppercase()).collect();
        let (capitals, all) = (stem.chars().count(), self.form().chars().count());
        let ending = self.form()[stem.len()..].chars().all(char::is_lowercase);
        let noun = matches!(part, Upos::Noun | Upos::Propn);
        (noun && self.is_guessed() && capitals >= 2 && ending && all - capitals <= 3).then_some(stem)
    }

    /// An adjective that stands for a noun has its gender, a noun without a singular its plural: "головного" → "головне", "батьків" → "батьки".
    fn as_noun(&self, reading: &Reading, part: Upos, features: Features) -> Option<String> {
        if group(part) != 1 {
            return None;
        }
        let nominative = Features::NONE.with(Feature::Case, "Nom");
        let form = match (reading.part, features.get(Feature::Gender), features.get(Feature::Number)) {
            (Upos::Adj | Upos::Det, Some(gender), _) => {
                self.inflect(reading, nominative.with(Feature::Gender, gender).with(Feature::Number, "Sing"))
            }
            (_, _, Some("Ptan")) if reading.features.get(Feature::Number) == Some("Plur") => {
                self.inflect(reading, nominative.with(Feature::Number, "Plur"))
            }
            _ => None,
        }?;
        Some(if part == Upos::Propn { form } else { form.to_lowercase() })
    }

    /// "країни-агресора" → "країна-агресор", "COVID-сертифікати" → "COVID-сертифікат": the first part of a compound that the dictionary does
    /// not have is a noun in the same case, or stays as it is written.
    fn compound(&self, reading: &Reading, lemma: &str) -> Option<String> {
        if !self.is_guessed() || group(reading.part) != 1 {
            return None;
        }
        let (first, second) = self.form().rsplit_once('-')?;
        let (_, last) = lemma.rsplit_once('-')?;
        let name = second.starts_with(char::is_uppercase);
        let last = if name { capitalised(last) } else { last.to_owned() };
        let word = self.dictionary.word(first);
        let same = |one: &&Reading| [Feature::Case, Feature::Number].iter().all(|feature| one.features.agree(reading.features, *feature));
        let noun = word.readings().iter().filter(|_| !word.is_guessed()).filter(|one| group(one.part) == 1).find(same);
        match noun {
            Some(noun) => Some(format!("{}-{last}", word.lemma(noun))),
            None if name || first.chars().skip(1).any(char::is_uppercase) => Some(format!("{first}-{last}")),
            None => None,
        }
    }
}
