//! What do the smallest words do? Whom pronouns mean, and what negates.

use crate::language::analysed::{AnalysedSentence, AnalysedWord, Reference};
use crate::language::grammar::{Feature, Upos};

/// Words between "не" and what it would negate that turn it: "не лише".
const ONLY: [&str; 4] = ["лише", "тільки", "просто", "стільки"];

/// Whom a pronoun means; nothing for other words, and for pronouns that mean nobody in particular.
#[must_use]
pub fn reference(word: &AnalysedWord<'_>) -> Option<Reference> {
    Some(match word.lemma.as_str() {
        "який" | "котрий" | "що" | "хто" => Reference::Relative,
        "я" => Reference::Speaker,
        "ми" => Reference::Speakers,
        "себе" => Reference::Subject,
        "він" | "вона" | "воно" | "вони" | "той" => {
            let many = word.features.get(Feature::Number) == Some("Plur");
            if many { Reference::Many } else { Reference::One(word.features.get(Feature::Gender)) }
        }
        "його" => Reference::One(Some("Masc")),
        "її" => Reference::One(Some("Fem")),
        "їхній" | "їх" => Reference::Many,
        _ => return None,
    })
}

/// Whether a word of a sentence is denied by a word that hangs on it.
#[must_use]
pub fn is_negated(sentence: &AnalysedSentence<'_>, word: usize) -> bool {
    let words = &sentence.words;
    sentence.children(word).any(|place| {
        let only = words.get(place + 1).is_some_and(|next| ONLY.contains(&next.lemma.as_str()));
        words[place].part == Upos::Part && matches!(words[place].lemma.as_str(), "не" | "ні") && !only
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::uk::reader;
    use newsgraph_encoder::Scratch;

    #[test]
    fn a_negation_stands_before_its_verb_and_may_be_turned() {
        let negated = |text: &str| {
            let sentences = reader().unwrap().read(text, &mut Scratch::default());
            let root = sentences[0].words.iter().position(|word| word.head.is_none()).unwrap();
            is_negated(&sentences[0], root)
        };
        assert!(negated("Уряд не підтримав закон."));
        assert!(!negated("Уряд підтримав закон.") && !negated("Уряд не лише підтримав закон."));
    }
}
