//! How is a word put into another form?

use super::word::{Reading, Word};
use crate::language::grammar::{Feature, Features, Upos};
use crate::language::uk::tagset;

/// Features by which forms of one word differ.
const INFLECTED: [Feature; 8] =
    [Feature::Case, Feature::Number, Feature::Gender, Feature::Animacy, Feature::Person, Feature::Tense, Feature::Mood, Feature::VerbForm];

impl Word<'_> {
    /// The word in another form: the features that are wanted, and those of the reading for all others. It has capitals where the word has.
    /// `None` where the word has no such form.
    #[must_use]
    pub fn inflect(&self, reading: &Reading, wanted: Features) -> Option<String> {
        let dictionary = self.dictionary;
        let capital = reading.part == Upos::Propn;
        let mut best: Option<((i32, bool), usize)> = None;
        for (suffix, tag) in dictionary.pairs(reading.lexeme.paradigm) {
            for (part, features) in dictionary.meaning(tag, capital) {
                let fits = |(feature, _): (Feature, &str)| features.agree(wanted, feature);
                if !same_part(*part, reading.part) || !wanted.present().all(fits) {
                    continue;
                }
                let same =
                    INFLECTED.iter().filter(|feature| wanted.get(**feature).is_none() && features.agree(reading.features, **feature));
                let tags = dictionary.tag(tag);
                let odd = ["subst", "var", "short", "alt", "rare", "uncontr"].iter().filter(|one| tagset::has(tags, one)).count();
                let fit = i32::try_from(4 * same.count()).unwrap_or(0) - i32::try_from(odd).unwrap_or(0);
                let fit = (fit, self.is_called(reading, suffix, *features));
                if best.is_none_or(|(most, _)| fit > most) {
                    best = Some((fit, suffix));
                }
            }
        }
        best.map(|(_, suffix)| self.spelling.written_alike(dictionary.spelled(&self.spelling, reading.lexeme, suffix)))
    }

    /// Whether a nominative plural is the vocative too, as that of today's words is: "люди", not "люде".
    fn is_called(&self, reading: &Reading, suffix: usize, features: Features) -> bool {
        let is = |features: Features, case| features.get(Feature::Case) == Some(case) && features.get(Feature::Number) == Some("Plur");
        let called = |tag| self.dictionary.meaning(tag, false).iter().any(|(_, features)| is(*features, "Voc"));
        is(features, "Nom") && self.dictionary.tags_of(reading.lexeme.paradigm, suffix).any(called)
    }
}

const fn same_part(one: Upos, other: Upos) -> bool {
    one as u8 == other as u8
        || matches!((one, other), (Upos::Noun, Upos::Propn) | (Upos::Propn, Upos::Noun) | (Upos::Aux, Upos::Verb) | (Upos::Verb, Upos::Aux))
}
