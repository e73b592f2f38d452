//! What can be said of a word? Parts of speech and features as Universal Dependencies name them.

use std::fmt;

/// A part of speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names of Universal Dependencies")]
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

/// All parts of speech with their names, in the order of the names.
const PARTS: [(Upos, &str); 17] = [
    (Upos::Adj, "ADJ"),
    (Upos::Adp, "ADP"),
    (Upos::Adv, "ADV"),
    (Upos::Aux, "AUX"),
    (Upos::Cconj, "CCONJ"),
    (Upos::Det, "DET"),
    (Upos::Intj, "INTJ"),
    (Upos::Noun, "NOUN"),
    (Upos::Num, "NUM"),
    (Upos::Part, "PART"),
    (Upos::Pron, "PRON"),
    (Upos::Propn, "PROPN"),
    (Upos::Punct, "PUNCT"),
    (Upos::Sconj, "SCONJ"),
    (Upos::Sym, "SYM"),
    (Upos::Verb, "VERB"),
    (Upos::X, "X"),
];

impl Upos {
    /// All parts of speech, in the order of their names.
    pub fn all() -> impl Iterator<Item = Self> {
        PARTS.iter().map(|(part, _)| *part)
    }

    /// Its name: `NOUN`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        PARTS[self as usize].1
    }

    /// The part of speech of a name; `None` for any other text.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        PARTS.iter().find(|(_, known)| *known == name).map(|(part, _)| *part)
    }
}

/// A feature of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names of Universal Dependencies")]
pub enum Feature {
    Case,
    Number,
    Gender,
    Animacy,
    Person,
    Tense,
    Aspect,
    Mood,
    VerbForm,
    Voice,
}

/// All features with their names and values.
const FEATURES: [(Feature, &str, &[&str]); 10] = [
    (Feature::Case, "Case", &["Acc", "Dat", "Gen", "Ins", "Loc", "Nom", "Voc"]),
    (Feature::Number, "Number", &["Plur", "Ptan", "Sing"]),
    (Feature::Gender, "Gender", &["Fem", "Masc", "Neut"]),
    (Feature::Animacy, "Animacy", &["Anim", "Inan"]),
    (Feature::Person, "Person", &["0", "1", "2", "3"]),
    (Feature::Tense, "Tense", &["Fut", "Past", "Pres"]),
    (Feature::Aspect, "Aspect", &["Imp", "Perf"]),
    (Feature::Mood, "Mood", &["Cnd", "Imp", "Ind"]),
    (Feature::VerbForm, "VerbForm", &["Conv", "Fin", "Inf", "Part"]),
    (Feature::Voice, "Voice", &["Act", "Pass"]),
];

impl Feature {
    /// All features.
    pub fn all() -> impl Iterator<Item = Self> {
        FEATURES.iter().map(|(feature, ..)| *feature)
    }

    /// Its name: `Case`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        FEATURES[self as usize].1
    }

    /// The values that it can have, in the order of their names.
    #[must_use]
    pub const fn values(self) -> &'static [&'static str] {
        FEATURES[self as usize].2
    }

    /// The feature of a name; `None` for any other text.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        FEATURES.iter().find(|(_, known, _)| *known == name).map(|(feature, ..)| *feature)
    }
}

/// The value of every feature of a word: one, none, or left open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Features([u8; FEATURES.len()]);

/// A feature may have any value, or none.
const OPEN: u8 = u8::MAX;
/// A feature may have any value, but has one.
const SOME: u8 = u8::MAX - 1;

impl Features {
    /// No feature has a value.
    pub const NONE: Self = Self([0; FEATURES.len()]);

    /// Features as they are written in a treebank, `Case=Gen|Number=Sing`; those that are not known here are left out.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut features = Self::NONE;
        for (name, value) in text.split(['|', ' ']).filter_map(|pair| pair.split_once('=')) {
            if let Some(feature) = Feature::of(name) {
                features.set(feature, value);
            }
        }
        features
    }

    /// The value of a feature; `None` where it has none or is left open.
    #[must_use]
    pub fn get(self, feature: Feature) -> Option<&'static str> {
        let place = usize::from(self.0[feature as usize]).checked_sub(1)?;
        feature.values().get(place).copied()
    }

    /// The place of a feature's value among those that it can have, from 1; 0 for none, another number where it is left open.
    pub(super) const fn number(self, feature: Feature) -> usize {
        self.0[feature as usize] as usize
    }

    /// Whether a feature may have any value.
    #[must_use]
    pub const fn is_open(self, feature: Feature) -> bool {
        self.0[feature as usize] >= SOME
    }

    /// Whether a feature is left open, but has some value.
    #[must_use]
    pub const fn has_some(self, feature: Feature) -> bool {
        self.0[feature as usize] == SOME
    }

    /// Gives a feature a value, `*` for any or none, `+` for any, `_` for none. A value that the feature cannot have changes nothing.
    pub fn set(&mut self, feature: Feature, value: &str) {
        let place = feature.values().iter().position(|known| *known == value);
        match (value, place.and_then(|place| u8::try_from(place + 1).ok())) {
            (_, Some(number)) => self.0[feature as usize] = number,
            ("*", None) => self.0[feature as usize] = OPEN,
            ("+", None) => self.0[feature as usize] = SOME,
            ("_", None) => self.0[feature as usize] = 0,
            _ => {}
        }
    }

    /// The same with another value of one feature.
    #[must_use]
    pub fn with(mut self, feature: Feature, value: &str) -> Self {
        self.set(feature, value);
        self
    }

    /// Whether a feature has the same value in both, or is left open in one.
    #[must_use]
    pub const fn agree(self, other: Self, feature: Feature) -> bool {
        let (this, that) = (self.0[feature as usize], other.0[feature as usize]);
        this == that || this == OPEN || that == OPEN || (this == SOME && that != 0) || (that == SOME && this != 0)
    }

    /// The features that have a value here.
    pub fn present(self) -> impl Iterator<Item = (Feature, &'static str)> {
        Feature::all().filter_map(move |feature| Some((feature, self.get(feature)?)))
    }
}

impl fmt::Display for Features {
    /// As in a treebank: `Case=Gen|Number=Sing`, sorted by name, `_` for none.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut pairs: Vec<_> = self.present().map(|(feature, value)| (feature.name(), value)).collect();
        pairs.sort_unstable();
        let pairs: Vec<_> = pairs.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
        f.write_str(if pairs.is_empty() { "_" } else { "" })?;
        f.write_str(&pairs.join("|"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_are_each_others_inverse() {
        assert!(Upos::all().all(|part| Upos::of(part.name()) == Some(part)));
        assert!(Feature::all().all(|feature| Feature::of(feature.name()) == Some(feature)));
        assert_eq!(Upos::of("Noun"), None);
    }

    #[test]
    fn features_are_read_and_written() {
        let features = Features::of("Number=Sing|Case=Gen|NameType=Sur|Gender=*|Mood=Strange");
        assert_eq!(features.to_string(), "Case=Gen|Number=Sing");
        assert!(features.is_open(Feature::Gender) && features.get(Feature::Gender).is_none() && features.get(Feature::Mood).is_none());
        assert!(features.agree(Features::of("Gender=Fem"), Feature::Gender) && !features.agree(Features::of("Case=Nom"), Feature::Case));
        assert_eq!(Features::NONE.to_string(), "_");
        let some = Features::of("Case=+");
        assert!(some.is_open(Feature::Case) && some.has_some(Feature::Case) && some.agree(features, Feature::Case));
        assert!(!some.agree(Features::NONE, Feature::Case) && some.get(Feature::Case).is_none());
        assert_eq!(features.with(Feature::Case, "_").get(Feature::Case), None);
    }
}
