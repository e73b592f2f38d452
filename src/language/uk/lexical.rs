//! What does a word bring to the reader's model besides its pieces? What it may be by the dictionary, and how it is written.
//!
//! Names of features, as the model lists them: `UPOS=NOUN` and `Case=Nom` for all that it may be, `NOUN|Case=Gen|Number=Sing` for one of its
//! readings, `known=no` where the dictionary does not have it, `shape=capital` and the like. `training/lexical.py` says the same in Python.

use super::dictionary::Word;
use crate::language::grammar::{Feature, Features, Upos};

/// What the way of writing can tell.
const SHAPES: [&str; 9] = ["capital", "upper", "first", "digits", "number", "punctuation", "latin", "hyphen", "quote"];

/// A place in the list, if the list has the feature.
type Place = Option<u16>;
/// Values of a feature at most, and none.
const VALUES: usize = 8;
const PARTS: usize = 17;
const FEATURES: usize = 10;

/// The places of features in the list of a model.
#[derive(Debug)]
pub struct Lexical {
    parts: [Place; PARTS],
    values: [[Place; VALUES]; FEATURES],
    /// By part of speech, case and number.
    joint: [[[Place; VALUES]; VALUES]; PARTS],
    shapes: [Place; SHAPES.len()],
    unknown: Place,
    /// Names that nobody here can tell.
    foreign: Vec<String>,
}

impl Lexical {
    /// Takes the names in the order of the model's list.
    #[must_use]
    pub fn new<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let mut lexical = Self {
            parts: [None; PARTS],
            values: [[None; VALUES]; FEATURES],
            joint: [[[None; VALUES]; VALUES]; PARTS],
            shapes: [None; SHAPES.len()],
            unknown: None,
            foreign: Vec::new(),
        };
        for (place, name) in (0_u16..).zip(names) {
            match lexical.slot(name) {
                Some(slot) => *slot = Some(place),
                None => lexical.foreign.push(name.to_owned()),
            }
        }
        lexical
    }

    /// Where the place of a name is kept.
    fn slot(&mut self, name: &str) -> Option<&mut Place> {
        if let Some((part, features)) = name.split_once('|') {
            let features = Features::of(features);
            let (case, number) = (features.number(Feature::Case), features.number(Feature::Number));
            return self.joint[Upos::of(part)? as usize].get_mut(case)?.get_mut(number);
        }
        match name.split_once('=')? {
            ("UPOS", part) => Some(&mut self.parts[Upos::of(part)? as usize]),
            ("known", "no") => Some(&mut self.unknown),
            ("shape", shape) => self.shapes.get_mut(SHAPES.iter().position(|known| *known == shape)?),
            (feature, value) => {
                let feature = Feature::of(feature)?;
                let place = feature.values().iter().position(|known| *known == value)?;
                self.values[feature as usize].get_mut(place + 1)
            }
        }
    }

    /// Names of the list that no word can have, for they mean nothing here: such a model was made for another program.
    #[must_use]
    pub fn foreign(&self) -> &[String] {
        &self.foreign
    }

    /// The places of the features of a word, each once, in order. `first`: it is the first token of its sentence.
    #[must_use]
    pub fn places(&self, word: &Word<'_>, first: bool) -> Vec<u16> {
        let mut found = Vec::with_capacity(24);
        for reading in word.known() {
            let features = reading.features;
            found.extend(self.parts[reading.part as usize]);
            found.extend(Feature::all().filter_map(|feature| *self.values[feature as usize].get(features.number(feature))?));
            let (case, number) = (features.number(Feature::Case), features.number(Feature::Number));
            found.extend(self.joint[reading.part as usize].get(case).and_then(|numbers| *numbers.get(number)?));
        }
        found.extend(self.unknown.filter(|_| word.is_guessed()));
        let shapes = shapes(word.form(), first);
        found.extend(self.shapes.iter().zip(shapes).filter_map(|(place, has)| place.filter(|_| has)));
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Which of [`SHAPES`] a form has.
fn shapes(form: &str, first: bool) -> [bool; SHAPES.len()] {
    let letters = || form.chars().filter(|c| c.is_alphabetic());
    [
        letters().next().is_some_and(char::is_uppercase),
        letters().count() > 1 && letters().all(char::is_uppercase),
        first,
        form.chars().any(char::is_numeric),
        is_number(form),
        !form.chars().any(char::is_alphanumeric),
        form.chars().any(|c| c.is_ascii_alphabetic()),
        form.contains('-') && form.len() > 1,
        matches!(form, "«" | "»" | "„" | "“" | "”" | "\""),
    ]
}

/// Digits with single signs or spaces between them.
fn is_number(form: &str) -> bool {
    let mut digit = false;
    for c in form.chars() {
        let was = digit;
        digit = c.is_numeric();
        if !digit && !(was && (".,:/–-".contains(c) || c.is_whitespace())) {
            return false;
        }
    }
    digit
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::uk::dictionary;

    const NAMES: [&str; 9] = [
        "UPOS=NOUN",
        "UPOS=VERB",
        "Case=Nom",
        "Case=Gen",
        "NOUN|Case=Gen|Number=Sing",
        "known=no",
        "shape=capital",
        "shape=number",
        "Size=Big",
    ];

    #[test]
    fn places_follow_the_list_of_the_model() {
        let lexical = Lexical::new(NAMES);
        let of = |form: &str| {
            lexical.places(&dictionary().unwrap().word(form), false).into_iter().map(|place| NAMES[usize::from(place)]).collect::<Vec<_>>()
        };
        assert_eq!(of("Ради"), ["UPOS=NOUN", "Case=Nom", "Case=Gen", "NOUN|Case=Gen|Number=Sing", "shape=capital"]);
        assert_eq!(of("радять"), ["UPOS=VERB"]);
        assert_eq!(of("Хмизорадник"), ["known=no", "shape=capital"]);
        assert_eq!(of("2 500"), ["known=no", "shape=number"]);
        assert_eq!(lexical.foreign(), ["Size=Big"]);
    }

    #[test]
    fn numbers_are_digits_with_single_signs() {
        assert!(["5", "2 500", "24.02.2022", "3,5", "12:30"].into_iter().all(is_number));
        assert!(!["", "-5", "5-", "5--6", "2024-го", "а5"].into_iter().any(is_number));
    }
}
