//! What is the citation form of words in a sentence? The nominative: the head and what agrees with it are put into it, what hangs on them in
//! another case stays ("Міністерства оборони Польщі" → "Міністерство оборони Польщі").

use super::dictionary::{Dictionary, Reading, Word};
use super::nouns::is_class;
use super::numeral::{Numeral, is_nominative, is_number, numeral};
use super::ordinal::with_digits;
use crate::language::analysed::{AnalysedSentence, AnalysedWord};
use crate::language::deprel::Deprel;
use crate::language::grammar::{Feature, Features, Upos};
use std::ops::Range;

/// Other nominatives of one word that are looked at.
const OTHERS: usize = 4;

/// The word on which the others of a range hang: the first one whose head stands outside, nouns and names before other words.
#[must_use]
pub fn head(sentence: &AnalysedSentence<'_>, words: &Range<usize>) -> usize {
    let outside = |place: &usize| sentence.words[*place].head.is_none_or(|head| !words.contains(&head));
    let noun = |place: &usize| matches!(sentence.words[*place].part, Upos::Noun | Upos::Propn);
    let solid = |place: &usize| !matches!(sentence.words[*place].part, Upos::Punct | Upos::Adp | Upos::Cconj);
    let mut tops: Vec<usize> = words.clone().filter(outside).collect();
    tops.sort_by_key(|place| (!noun(place), !solid(place)));
    tops.first().copied().unwrap_or(words.start)
}

/// The citation form of the words, and others that the same words may have ("Косові": "Косово", "Косів"); the likeliest first.
#[must_use]
pub fn citations(dictionary: &Dictionary<'_>, sentence: &AnalysedSentence<'_>, words: &Range<usize>) -> Vec<String> {
    let top = head(sentence, words);
    if is_called_so(dictionary, sentence, words, top) {
        return vec![line(sentence, words, |place| sentence.words[place].token.text.to_owned())];
    }
    let Some(target) = Target::of(dictionary, sentence, words, top) else {
        return vec![line(sentence, words, |place| plain(dictionary, sentence, place))];
    };
    let first = line(sentence, words, |place| match target.wanted(sentence, words, place) {
        _ if target.numeral_at(place).is_some() => target.numeral_at(place).unwrap_or_default().to_owned(),
        Some(wanted) => inflected(dictionary, &sentence.words[place], wanted, place == 0),
        None => plain(dictionary, sentence, place),
    });
    let word = &sentence.words[top];
    let mut all = vec![first.clone()];
    if let Some(wanted) = target.wanted(sentence, words, top) {
        for other in nominatives(dictionary, word, wanted) {
            let text = line(sentence, words, |place| match target.wanted(sentence, words, place) {
                _ if place == top => other.clone(),
                _ if target.numeral_at(place).is_some() => target.numeral_at(place).unwrap_or_default().to_owned(),
                Some(wanted) => inflected(dictionary, &sentence.words[place], wanted, place == 0),
                None => plain(dictionary, sentence, place),
            });
            if !all.contains(&text) {
                all.push(text);
            }
        }
    }
    all
}

/// Whether a name that the dictionary has not got stands behind what it is a name of: "штату Коауїла" has it in the nominative as a rule.
fn is_called_so(dictionary: &Dictionary<'_>, sentence: &AnalysedSentence<'_>, words: &Range<usize>, top: usize) -> bool {
    let word = &sentence.words[top];
    let beside = words.start.checked_sub(1).filter(|before| word.head == Some(*before)).map(|before| &sentence.words[before]);
    let apposed = matches!(word.relation, Deprel::Flat | Deprel::Appos | Deprel::Nmod);
    words.len() == 1 && apposed && beside.is_some_and(|noun| is_class(&noun.lemma)) && dictionary.word(word.token.text).is_guessed()
}

/// Into which form the words are put.
struct Target {
    top: usize,
    case: &'static str,
    number: Option<&'static str>,
    gender: Option<&'static str>,
    /// A number that the noun has.
    numeral: Option<Numeral>,
}

impl Target {
    /// Nothing where the head is in the nominative already, or has no case.
    fn of(dictionary: &Dictionary<'_>, sentence: &AnalysedSentence<'_>, words: &Range<usize>, top: usize) -> Option<Self> {
        let word = sentence.words.get(top)?;
        let case = word.features.get(Feature::Case).filter(|case| *case != "Nom")?;
        let counts = words.clone().find(|place| is_number(sentence, *place, top)).map(|place| &sentence.words[place]);
        // "сорок танків": the number is in the nominative and the noun where it belongs.
        if case == "Gen" && counts.is_some_and(|word| is_nominative(dictionary, word)) {
            return None;
        }
        let numeral = numeral(dictionary, sentence, words, top);
        Some(Self { top, case, number: word.features.get(Feature::Number), gender: word.features.get(Feature::Gender), numeral })
    }

    /// What is written for a number at a place.
    fn numeral_at(&self, place: usize) -> Option<&str> {
        self.numeral.as_ref().filter(|numeral| numeral.place == place).map(|numeral| numeral.text.as_str())
    }

    /// The features that a word gets; nothing for one that stays as it is.
    fn wanted(&self, sentence: &AnalysedSentence<'_>, words: &Range<usize>, place: usize) -> Option<Features> {
        let word = &sentence.words[place];
        // A word that describes the head has its case, whatever the tags say.
        let describes = word.head == Some(self.top)
            && matches!(word.relation, Deprel::Amod | Deprel::Det)
            && word.features.get(Feature::Case).is_some();
        if !describes && (word.features.get(Feature::Case) != Some(self.case) || !self.agrees(sentence, words, place)) {
            return None;
        }
        let counted = self.numeral.as_ref().is_some_and(|numeral| numeral.counted);
        let case = if counted && word.part != Upos::Num { "Gen" } else { "Nom" };
        let mut wanted = Features::NONE.with(Feature::Case, case);
        let noun = matches!(word.part, Upos::Noun | Upos::Propn);
        let own = if noun { word.features.get(Feature::Number) } else { self.number };
        if let Some(number) = own.or(self.number) {
            wanted.set(Feature::Number, if number == "Ptan" { "Plur" } else { number });
        }
        if !noun
            && own == Some("Sing")
            && let Some(gender) = self.gender
        {
            wanted.set(Feature::Gender, gender);
        }
        if word.part == Upos::Num {
            let nominative = Features::NONE.with(Feature::Case, "Nom");
            return Some(self.gender.map_or(nominative, |gender| nominative.with(Feature::Gender, gender)));
        }
        Some(wanted)
    }

    /// Whether a word follows the head's case: an adjective, a part of a name, an apposition, what is joined to these.
    fn agrees(&self, sentence: &AnalysedSentence<'_>, words: &Range<usize>, mut place: usize) -> bool {
        for _ in 0..words.len() {
            if place == self.top {
                return true;
            }
            let word = &sentence.words[place];
            let follows = match word.relation {
                Deprel::Amod
                | Deprel::Det
                | Deprel::Nummod
                | Deprel::Flat
                | Deprel::Appos
                | Deprel::Conj
                | Deprel::Compound
                | Deprel::Fixed => true,
                // A participle before its noun: "нещодавно обраного президента".
                Deprel::Acl => word.part == Upos::Adj,
                _ => false,
            };
            match word.head.filter(|head| follows && words.contains(head)) {
                Some(head) => place = head,
                None => return false,
            }
        }
        false
    }
}

/// The words on one line, each as it is given.
fn line(sentence: &AnalysedSentence<'_>, words: &Range<usize>, form: impl Fn(usize) -> String) -> String {
    let mut line = String::new();
    for place in words.clone() {
        line += &form(place);
        line += if sentence.words[place].token.space_after { " " } else { "" };
    }
    line.truncate(line.trim_end().len());
    line
}

/// A word as it stands; without the capital that it only has for being the first one of a sentence.
fn plain(dictionary: &Dictionary<'_>, sentence: &AnalysedSentence<'_>, place: usize) -> String {
    let word = &sentence.words[place];
    let opens = sentence.words[..place].iter().all(|word| word.part == Upos::Punct);
    if opens { lowered(dictionary, word) } else { word.token.text.to_owned() }
}

fn lowered(dictionary: &Dictionary<'_>, word: &AnalysedWord<'_>) -> String {
    let text = word.token.text;
    let capital = text.starts_with(char::is_uppercase) && !text.chars().skip(1).any(char::is_uppercase);
    let common = word.part != Upos::Propn && word.lemma.starts_with(char::is_lowercase) && !dictionary.word(text).is_guessed();
    if capital && common { text.to_lowercase() } else { text.to_owned() }
}

fn inflected(dictionary: &Dictionary<'_>, word: &AnalysedWord<'_>, wanted: Features, opens: bool) -> String {
    if word.token.text.chars().count() > 1 && word.token.text.chars().all(char::is_uppercase) {
        return word.token.text.to_owned();
    }
    if word.token.text.starts_with(|c: char| c.is_ascii_digit()) {
        return with_digits(dictionary, word, wanted).unwrap_or_else(|| word.token.text.to_owned());
    }
    if let Some((noun, number)) =
        word.token.text.rsplit_once('-').filter(|(_, number)| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
    {
        // "потоком-2" → "потік-2".
        let form = dictionary.word(noun);
        let text = form.best(word.part, word.features).and_then(|reading| as_wanted(&form, &reading, wanted));
        return format!("{}-{number}", text.as_deref().unwrap_or(noun));
    }
    if let Some(name) = double_name(dictionary, word, wanted) {
        return name;
    }
    let form = dictionary.word(word.token.text);
    let text = form
        .best(word.part, word.features)
        .and_then(|reading| as_wanted(&form, &reading, wanted))
        .unwrap_or_else(|| word.token.text.to_owned());
    if opens && word.part != Upos::Propn && word.lemma.starts_with(char::is_lowercase) && text.chars().skip(1).all(|c| !c.is_uppercase()) {
        text.to_lowercase()
    } else {
        text
    }
}

/// "Войцеховського-Гута" → "Войцеховський-Гут", "країн-партнерів" → "країни-партнери": each part of a word with a hyphen by itself, where the
/// dictionary has not got the whole; of a small word both parts must be in the dictionary.
fn double_name(dictionary: &Dictionary<'_>, word: &AnalysedWord<'_>, wanted: Features) -> Option<String> {
    let text = word.token.text;
    let parts: Vec<&str> = text.split('-').collect();
    let name = parts.iter().all(|part| part.starts_with(char::is_uppercase));
    let nouns =
        || word.part == Upos::Noun && parts.iter().all(|part| part.starts_with(char::is_lowercase) && is_noun(dictionary, part, word));
    if parts.len() < 2 || !dictionary.word(text).is_guessed() || !(name || nouns()) {
        return None;
    }
    let inflect = |part: &&str| {
        let form = dictionary.word(part);
        form.best(word.part, word.features).and_then(|reading| as_wanted(&form, &reading, wanted)).unwrap_or_else(|| (*part).to_owned())
    };
    Some(parts.iter().map(inflect).collect::<Vec<_>>().join("-"))
}

/// Whether the dictionary has a noun in a word's case and number.
fn is_noun(dictionary: &Dictionary<'_>, part: &str, word: &AnalysedWord<'_>) -> bool {
    let form = dictionary.word(part);
    let agrees = |reading: &Reading, feature| reading.features.agree(word.features, feature);
    let fits = |reading: &Reading| reading.part == Upos::Noun && agrees(reading, Feature::Case) && agrees(reading, Feature::Number);
    !form.is_guessed() && form.readings().iter().any(fits)
}

fn as_wanted(form: &Word<'_>, reading: &Reading, wanted: Features) -> Option<String> {
    // A name that has no such number ("Карпати"), an adjective without that gender.
    form.inflect(reading, wanted).or_else(|| form.inflect(reading, Features::NONE.with(Feature::Case, "Nom")))
}

/// What a word may be called in the nominative, by all its readings in the same case.
fn nominatives(dictionary: &Dictionary<'_>, word: &AnalysedWord<'_>, wanted: Features) -> Vec<String> {
    let form = dictionary.word(word.token.text);
    let case = word.features;
    let fits = |reading: &&Reading| {
        matches!(reading.part, Upos::Noun | Upos::Propn | Upos::Adj)
            && reading.features.agree(case, Feature::Case)
            && reading.features.agree(case, Feature::Number)
    };
    let wanted = wanted.with(Feature::Gender, "_");
    let mut all: Vec<String> = Vec::new();
    for reading in form.readings().iter().filter(fits) {
        if let Some(text) = form.inflect(reading, wanted)
            && !all.contains(&text)
        {
            all.push(text);
        }
    }
    all.truncate(OTHERS);
    all
}
