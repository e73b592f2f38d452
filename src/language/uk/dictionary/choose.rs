//! Which reading of a word fits what is known of it?

use super::lexeme::Capitals;
use super::word::{Reading, Word};
use crate::language::grammar::{Feature, Features, Upos};
use crate::language::uk::tagset;

/// How much it counts that a feature agrees.
const WEIGHTS: [(Feature, i32); 10] = [
    (Feature::VerbForm, 12),
    (Feature::Case, 10),
    (Feature::Number, 8),
    (Feature::Gender, 6),
    (Feature::Aspect, 5),
    (Feature::Mood, 5),
    (Feature::Animacy, 3),
    (Feature::Person, 3),
    (Feature::Tense, 3),
    (Feature::Voice, 2),
];

/// Tags of words that are not the usual ones.
const RARE: [&str; 4] = ["subst", "bad", "rare", "abbr"];

impl Word<'_> {
    /// The reading that agrees best with a part of speech and features; among equals the first one.
    #[must_use]
    pub fn best(&self, part: Upos, features: Features) -> Option<Reading> {
        let mut best: Option<(i32, Reading)> = None;
        for reading in &self.readings {
            let fit = self.fit(reading, part, features);
            if best.is_none_or(|(most, _)| fit > most) {
                best = Some((fit, *reading));
            }
        }
        best.map(|(_, reading)| reading)
    }

    fn fit(&self, reading: &Reading, part: Upos, features: Features) -> i32 {
        let mut fit = alike(reading.part, part);
        for (feature, weight) in WEIGHTS {
            let wanted = features.get(feature).is_some() || features.is_open(feature);
            match (wanted, reading.features.agree(features, feature)) {
                (true, true) => fit += weight,
                (true, false) => fit -= weight,
                (false, agrees) => fit -= i32::from(!agrees),
            }
        }
        let capital = self.form.starts_with(char::is_uppercase);
        if reading.lexeme.capitals != Capitals::None && !capital {
            fit -= 40;
        }
        let tags = self.dictionary.file.tags.text(reading.tag);
        fit - 2 * i32::from(RARE.iter().any(|tag| tagset::has(tags, tag)))
    }
}

/// How near two parts of speech are.
fn alike(one: Upos, other: Upos) -> i32 {
    let group = |part: Upos| match part {
        Upos::Noun | Upos::Propn => 1,
        Upos::Adj | Upos::Det => 2,
        Upos::Verb | Upos::Aux => 3,
        Upos::Cconj | Upos::Sconj | Upos::Part | Upos::Adv | Upos::Adp | Upos::Intj => 4,
        Upos::Pron => 5,
        Upos::Num => 6,
        Upos::X | Upos::Sym | Upos::Punct => 7,
    };
    match (one == other, group(one) == group(other)) {
        (true, _) => 100,
        (false, true) => 60,
        _ => 0,
    }
}
