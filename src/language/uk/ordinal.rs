//! How is a word called in the nominative that begins with digits? "90-ї" → "90-та", "22-го" → "22-й", "7-нанометрових" → "7-нанометрові".

use super::dictionary::Dictionary;
use crate::language::analysed::AnalysedWord;
use crate::language::grammar::{Feature, Features};

/// Letters behind the hyphen that are an ending at most.
const ENDING: usize = 3;

/// A word of digits, a hyphen and letters in the form that is wanted; nothing for other words.
pub fn with_digits(dictionary: &Dictionary<'_>, word: &AnalysedWord<'_>, wanted: Features) -> Option<String> {
    let (digits, rest) = word.token.text.split_once('-')?;
    if digits.is_empty() || rest.is_empty() || !digits.chars().all(|c| c.is_ascii_digit()) || !rest.chars().all(char::is_lowercase) {
        return None;
    }
    if rest.chars().count() > ENDING {
        let form = dictionary.word(rest);
        let text = form.best(word.part, word.features).and_then(|reading| form.inflect(&reading, wanted))?;
        return Some(format!("{digits}-{text}"));
    }
    let stem = stem(digits);
    let plural = wanted.get(Feature::Number) == Some("Plur");
    let ending = match (plural, wanted.get(Feature::Gender), stem) {
        (true, _, _) => format!("{stem}і"),
        (_, Some("Fem"), "т'") => "тя".to_owned(),
        (_, Some("Fem"), _) => format!("{stem}а"),
        (_, Some("Neut"), "т'") => "тє".to_owned(),
        (_, Some("Neut"), _) => format!("{stem}е"),
        _ => "й".to_owned(),
    };
    Some(format!("{digits}-{}", ending.replace('\'', "")))
}

/// The last consonant of an ordinal: of "перший" ш; of "третій" it is soft.
fn stem(digits: &str) -> &'static str {
    let mut back = digits.bytes().rev();
    let (last, tens) = (back.next(), back.next());
    match (tens, last) {
        (Some(b'1'), Some(b'1'..=b'9')) => "т",
        (_, Some(b'1')) => "ш",
        (_, Some(b'2')) => "г",
        (_, Some(b'3')) => "т'",
        (_, Some(b'7' | b'8')) => "м",
        (Some(b'4'), Some(b'0')) => "в",
        (Some(b'0'), Some(b'0')) if digits.ends_with("000") => "н",
        _ => "т",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_end_as_they_are_said() {
        let of = |digits: &str| stem(digits);
        assert_eq!(
            ["1", "2", "3", "7", "11", "13", "40", "90", "100", "1000"].map(of),
            ["ш", "г", "т'", "м", "т", "т", "в", "т", "т", "н"]
        );
    }
}
