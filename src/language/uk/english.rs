//! What is a description called in English? Its words by `ontology/lexicon/uk/english.tsv`, names by the gazetteer or in Latin letters; nothing where a
//! word has no translation.

use super::romanise;
use crate::gazetteer;
use crate::language::analysed::{AnalysedSentence, AnalysedWord};
use crate::language::deprel::Deprel;
use crate::language::grammar::{Feature, Upos};
use std::ops::Range;

const WORDS: &str = include_str!("../../../ontology/lexicon/uk/english.tsv");
/// A longer description is no label.
const LONGEST: usize = 12;

/// The words of a range in English: "чотири дипломати НАТО" → "four diplomats of NATO".
#[must_use]
pub fn english(sentence: &AnalysedSentence<'_>, words: &Range<usize>) -> Option<String> {
    if words.is_empty() || words.len() > LONGEST {
        return None;
    }
    let genitives: Vec<usize> =
        words.clone().filter(|place| is_genitive(sentence, words, *place)).map(|place| leftmost(sentence, words, place)).collect();
    let mut out: Vec<String> = Vec::new();
    for place in words.clone() {
        let word = &sentence.words[place];
        if genitives.contains(&place) && place > words.start {
            out.push("of".into());
        }
        if word.part != Upos::Punct {
            out.push(one(word)?);
        }
    }
    Some(out.join(" "))
}

/// Whether a noun hangs on another one without a preposition: "посол Польщі".
fn is_genitive(sentence: &AnalysedSentence<'_>, words: &Range<usize>, place: usize) -> bool {
    let word = &sentence.words[place];
    let above = word.head.is_some_and(|head| words.contains(&head) && head < place);
    word.relation == Deprel::Nmod && above && !sentence.children(place).any(|child| sentence.words[child].relation == Deprel::Case)
}

/// The first word of the range that belongs to the phrase of a word.
fn leftmost(sentence: &AnalysedSentence<'_>, words: &Range<usize>, head: usize) -> usize {
    let mut first = head;
    while first > words.start && sentence.words[first - 1].head.is_some_and(|above| (first..=head).contains(&above)) {
        first -= 1;
    }
    first
}

fn one(word: &AnalysedWord<'_>) -> Option<String> {
    let text = word.token.text;
    if text.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return Some(text.to_owned());
    }
    let find = |part: &str| {
        let key = format!("{} {part}", word.lemma.to_lowercase());
        gazetteer::row(WORDS, &key).map(str::to_owned)
    };
    match word.part {
        Upos::Noun => find("noun")
            .map(|noun| if word.features.get(Feature::Number) == Some("Plur") { plural(&noun) } else { noun })
            .or_else(|| find("adj")),
        Upos::Adj | Upos::Det => find("adj").or_else(|| gazetteer::demonym_in_english(&word.lemma).map(str::to_owned)),
        Upos::Num => find("num"),
        Upos::Adp => find("adp"),
        Upos::Propn | Upos::X => {
            let known = gazetteer::named(&word.lemma).into_iter().find(|known| known.frequent).map(|known| known.english);
            // The surname of somebody whom the news names often.
            let bearers = gazetteer::named(&format!("~{}", word.lemma));
            let surname = || bearers.first().filter(|_| bearers.len() == 1).and_then(|known| known.english.rsplit(' ').next());
            Some(known.or_else(surname).map_or_else(|| romanise(&word.lemma), str::to_owned))
        }
        Upos::Cconj => matches!(word.lemma.as_str(), "і" | "й" | "та").then(|| "and".to_owned()),
        _ => None,
    }
}

/// The plural of an English noun: that of its last word.
fn plural(noun: &str) -> String {
    const ODD: [(&str, &str); 8] = [
        ("man", "men"),
        ("person", "people"),
        ("child", "children"),
        ("aircraft", "aircraft"),
        ("people", "people"),
        ("police", "police"),
        ("news", "news"),
        ("series", "series"),
    ];
    if let Some((one, many)) = ODD.iter().find(|(one, _)| noun == *one || noun.ends_with(&format!(" {one}"))) {
        return format!("{}{many}", &noun[..noun.len() - one.len()]);
    }
    let hissing = ["s", "x", "z", "ch", "sh"].iter().any(|end| noun.ends_with(end));
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
        _ if hissing => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::uk::reader;
    use newsgraph_encoder::Scratch;

    #[test]
    fn descriptions_are_told_word_by_word() {
        let told = |text: &str, words: Range<usize>| {
            let sentences = reader().unwrap().read(text, &mut Scratch::default());
            english(&sentences[0], &words)
        };
        assert_eq!(told("Чотири дипломати НАТО повідомили про це.", 0..3).as_deref(), Some("four diplomats of NATO"));
        assert_eq!(told("Посол Польщі приїхав до Києва.", 0..2).as_deref(), Some("ambassador of Poland"));
        assert_eq!(told("Польські союзники прибули.", 0..2).as_deref(), Some("Polish allies"));
        assert_eq!(told("Шкарабульки прибули.", 0..1), None);
    }

    #[test]
    fn every_line_of_the_table_is_found() {
        for line in WORDS.lines() {
            let (key, english) = line.split_once('\t').unwrap();
            assert_eq!(gazetteer::row(WORDS, key), Some(english), "not sorted at {line}");
        }
    }
}
