//! How is what is counted called in the nominative? "двох дипломатів" → "двоє дипломатів", "двома заставами" → "дві застави", "51 особу" → "51 особа".

use super::dictionary::Dictionary;
use super::nouns::{collective, number};
use crate::language::analysed::{AnalysedSentence, AnalysedWord};
use crate::language::deprel::Deprel;
use crate::language::grammar::{Feature, Features, Upos};
use std::ops::Range;

/// A number beside a noun.
pub struct Numeral {
    /// Its place in the sentence.
    pub place: usize,
    /// How it is written in the nominative.
    pub text: String,
    /// Whether the noun stands in the genitive plural behind it.
    pub counted: bool,
}

/// The number that a noun among some words has; nothing where noun and number are in the nominative already, or there is none.
pub fn numeral(dictionary: &Dictionary<'_>, sentence: &AnalysedSentence<'_>, words: &Range<usize>, top: usize) -> Option<Numeral> {
    let place = words.clone().find(|place| is_number(sentence, *place, top))?;
    let (word, noun) = (&sentence.words[place], &sentence.words[top]);
    let stays = |counted| Some(Numeral { place, text: word.token.text.to_owned(), counted });
    if word.token.text.starts_with(|c: char| c.is_ascii_digit()) {
        let digits: Vec<char> = word.token.text.chars().filter(char::is_ascii_digit).collect();
        let (last, tens) = (digits.last().copied().unwrap_or('0'), digits.iter().rev().nth(1).copied());
        // Behind a fraction ("1,5 мільйона") the noun stays as it is counted.
        let whole = digits.len() == word.token.text.chars().count();
        return stays(!whole || tens == Some('1') || !('1'..='4').contains(&last));
    }
    let Some(count) = number(&word.lemma) else {
        let nominative = nominative(dictionary, word);
        return Some(Numeral { place, text: nominative.unwrap_or_else(|| word.token.text.to_owned()), counted: true });
    };
    if count == 1 {
        return None;
    }
    let is = |feature, value| noun.features.get(feature) == Some(value);
    let both = word.lemma.starts_with('о');
    let people = is(Feature::Animacy, "Anim") && (is(Feature::Gender, "Masc") || count > 4);
    if let Some(text) = collective(count).filter(|_| people && !both) {
        return Some(Numeral { place, text: text.to_owned(), counted: true });
    }
    let base = if count < 5 { small(count, both, is(Feature::Gender, "Fem")) } else { None };
    let text = base.map(str::to_owned).or_else(|| nominative(dictionary, word));
    Some(Numeral { place, text: text.unwrap_or_else(|| word.token.text.to_owned()), counted: count > 4 })
}

fn nominative(dictionary: &Dictionary<'_>, word: &AnalysedWord<'_>) -> Option<String> {
    let form = dictionary.word(word.token.text);
    let reading = form.best(word.part, word.features)?;
    form.inflect(&reading, Features::NONE.with(Feature::Case, "Nom"))
}

/// Whether a number is in the nominative as it stands, so that the genitive behind it is one of counting: "сорок танків".
pub fn is_nominative(dictionary: &Dictionary<'_>, word: &AnalysedWord<'_>) -> bool {
    let form = dictionary.word(word.token.text);
    word.token.text.starts_with(|c: char| c.is_ascii_digit())
        || form.readings().iter().any(|reading| reading.part == Upos::Num && reading.features.get(Feature::Case) == Some("Nom"))
}

/// Whether a word says how many there are of another one.
pub fn is_number(sentence: &AnalysedSentence<'_>, place: usize, top: usize) -> bool {
    let word = &sentence.words[place];
    word.head == Some(top) && word.relation == Deprel::Nummod
}

/// "два", "дві": numbers whose form the noun's gender decides, which the dictionary does not tell apart.
const fn small(count: u32, both: bool, feminine: bool) -> Option<&'static str> {
    Some(match (count, both, feminine) {
        (2, true, true) => "обидві",
        (2, true, false) => "обидва",
        (2, false, true) => "дві",
        (2, false, false) => "два",
        (3, ..) => "три",
        (4, ..) => "чотири",
        _ => return None,
    })
}
