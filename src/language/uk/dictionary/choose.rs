//! Which reading of a word fits what is known of it?

use super::lexeme::Capitals;
use super::word::{Reading, Word};
use crate::language::grammar::{Feature, Features, Upos};
use crate::language::uk::tagset;
use std::collections::HashSet;
use std::sync::LazyLock;

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

/// Lemmas that are meant only where no other one fits.
static UNUSUAL: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let list = include_str!("../../../../ontology/lexicon/uk/rare-lemmas.txt");
    list.lines().filter(|line| !line.starts_with('#')).collect()
});

/// Whether a lemma is one of those; of "Соколов" and "Соколів" the second is, for the news names more people in "-ов".
fn is_unusual(lemma: &str, reading: &Reading) -> bool {
    let person = reading.part == Upos::Propn && reading.features.get(Feature::Animacy) == Some("Anim");
    UNUSUAL.contains(lemma) || (person && (lemma.ends_with("ів") || lemma.ends_with("їв")))
}

impl Word<'_> {
    /// The reading that agrees best with a part of speech and features; among equals one with a usual lemma, the first one.
    #[must_use]
    pub fn best(&self, part: Upos, features: Features) -> Option<Reading> {
        let fits: Vec<i32> = self.readings().iter().map(|reading| self.fit(reading, part, features)).collect();
        let most = fits.iter().max()?;
        let mut equal = self.readings().iter().zip(&fits).filter(|(_, fit)| *fit == most).map(|(reading, _)| reading);
        let first = equal.next()?;
        let mut others = equal.filter(|reading| reading.lexeme != first.lexeme).peekable();
        let usual = |reading: &&Reading| !is_unusual(&self.lemma(reading), reading);
        if others.peek().is_none() || usual(&first) { Some(*first) } else { Some(*others.find(usual).unwrap_or(first)) }
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
        // A plural has the gender of its singular.
        if reading.features.is_open(Feature::Gender) && features.get(Feature::Gender).is_some() && !self.has_gender(reading, features) {
            fit -= 5;
        }
        let capital = self.spelling.has_capital();
        if reading.lexeme.capitals != Capitals::None && !capital {
            fit -= 40;
        }
        let tags = self.dictionary.tag(reading.tag);
        fit - 2 * i32::from(RARE.iter().any(|tag| tagset::has(tags, tag)))
    }

    /// Whether some form of the word has the gender that is wanted.
    pub(super) fn has_gender(&self, reading: &Reading, wanted: Features) -> bool {
        let capital = reading.part == Upos::Propn;
        let mut meanings = self.dictionary.pairs(reading.lexeme.paradigm).flat_map(|(_, tag)| self.dictionary.meaning(tag, capital));
        meanings.any(|(_, features)| !features.is_open(Feature::Gender) && features.agree(wanted, Feature::Gender))
    }
}

/// How near two parts of speech are.
fn alike(one: Upos, other: Upos) -> i32 {
    match (one == other, group(one) == group(other)) {
        (true, _) => 100,
        (false, true) => 60,
        // "головне", "поранений": an adjective that stands for a noun.
        _ if group(one) == 2 && group(other) == 1 => 90,
        _ => 0,
    }
}

/// Parts of speech that are easily taken for each other.
pub(super) const fn group(part: Upos) -> u8 {
    match part {
        Upos::Noun | Upos::Propn => 1,
        Upos::Adj | Upos::Det => 2,
        Upos::Verb | Upos::Aux => 3,
        Upos::Cconj | Upos::Sconj | Upos::Part | Upos::Adv | Upos::Adp | Upos::Intj => 4,
        Upos::Pron => 5,
        Upos::Num => 6,
        Upos::X | Upos::Sym | Upos::Punct => 7,
    }
}
