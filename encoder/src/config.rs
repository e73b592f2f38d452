//! Which sizes and labels does the model have?

use crate::error::ModelError;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

mod claims;

pub use claims::ClaimConfig;

/// Sizes and labels of a model, as they stand in its file (`__metadata__.config`, JSON).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Config {
    /// Width of a piece's vector.
    pub hidden: usize,
    /// Heads of attention.
    pub heads: usize,
    /// Layers of the encoder.
    pub layers: usize,
    /// Width of the inner layer of the feed-forward step.
    pub ffn: usize,
    /// Pieces that one window may hold, its begin and end marks included.
    pub max_pieces: usize,
    /// Pieces up to which whole sentences are packed into a window; `max_pieces` where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<usize>,
    /// What `LayerNorm` adds to the variance.
    pub eps: f32,
    /// Row of the mark of the beginning.
    pub bos: u32,
    /// Row of the mark of the end.
    pub eos: u32,
    /// Row of the unknown piece.
    pub unk: u32,
    /// Width of a word's vector as head or dependent of an arc.
    pub arc: usize,
    /// Width of a word's vector as head or dependent of a relation.
    pub rel: usize,
    /// Parts of speech.
    pub upos: Vec<String>,
    /// Features with their values, the first of which says that the word has none.
    pub features: Features,
    /// Relations of the tree, without subtypes.
    pub deprel: Vec<String>,
    /// Tags of mentions: `O`, `B-Person`, `I-Person` …
    pub mention: Vec<String>,
    /// Names of what the caller may say of a word.
    pub lexical: Vec<String>,
    /// Where it is added.
    #[serde(default)]
    pub lexical_at: LexicalAt,
    /// Score of an unknown character in the choice of pieces.
    pub unk_score: f32,
    /// Pieces that a word may have; the rest of it is not read.
    pub longest_word: usize,
    /// The linear heads and how many numbers each gives, in the order in which they are stacked: `upos`, features, `mention`, `arc_head`, `arc_dep`,
    /// `rel_head`, `rel_dep`, and for claims `claim_trigger`, `claim_acts`, `claim_plays`.
    pub stacked: Vec<(String, usize)>,
    /// What it costs whoever chooses tags to leave what the dictionary has for a word.
    #[serde(default)]
    pub margin: f64,
    /// What it costs them that a word has not the case of its head, by relation.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub agree: BTreeMap<String, f64>,
    /// What it knows of claims, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claims: Option<ClaimConfig>,
}

/// Where the lexical features of a word come in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LexicalAt {
    /// At each of its pieces, before the first layer.
    #[default]
    Input,
    /// At its vector, after the last layer.
    Word,
    /// At both.
    Both,
}

impl LexicalAt {
    /// Whether pieces get them.
    #[must_use]
    pub const fn input(self) -> bool {
        matches!(self, Self::Input | Self::Both)
    }

    /// Whether words get them.
    #[must_use]
    pub const fn word(self) -> bool {
        matches!(self, Self::Word | Self::Both)
    }
}

/// Features and their values, in the order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Features(pub Vec<(String, Vec<String>)>);

impl Serialize for Features {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, values)| (name, values)))
    }
}

impl<'de> Deserialize<'de> for Features {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Features;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("features with lists of their values")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Features, A::Error> {
                let mut all = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    all.push(entry);
                }
                Ok(Features(all))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

impl Config {
    /// Reads and checks a configuration.
    ///
    /// # Errors
    /// What does not hold in it.
    pub fn read(json: &str) -> Result<Self, ModelError> {
        let config: Self = serde_json::from_str(json).map_err(|error| ModelError::Config(error.to_string()))?;
        config.check()?;
        Ok(config)
    }

    /// Width of a head of attention.
    #[must_use]
    pub const fn head(&self) -> usize {
        self.hidden / self.heads
    }

    /// Pieces up to which sentences are packed into a window, the two marks included.
    #[must_use]
    pub fn window(&self) -> usize {
        self.window.unwrap_or(self.max_pieces)
    }

    fn check(&self) -> Result<(), ModelError> {
        let bad = |what: &str| Err(ModelError::Config(what.to_owned()));
        let size = |name: &str, value: usize, step: usize, most: usize| {
            if value == 0 || !value.is_multiple_of(step) || value > most {
                return bad(&format!("{name} is {value}, not a multiple of {step} up to {most}"));
            }
            Ok(())
        };
        size("hidden", self.hidden, 32, 4096)?;
        size("heads", self.heads, 1, 256)?;
        size("layers", self.layers, 1, 100)?;
        size("ffn", self.ffn, 16, 8192)?;
        size("arc", self.arc, 16, 4096)?;
        size("rel", self.rel, 16, 4096)?;
        size("max_pieces", self.max_pieces, 1, 512)?;
        if !self.hidden.is_multiple_of(self.heads) {
            return bad("hidden is not a multiple of heads");
        }
        size("the width of a head", self.head(), 16, 32)?;
        if self.max_pieces < 16 || !(16..=self.max_pieces).contains(&self.window()) {
            return bad("a window holds 16 pieces at least, and max_pieces at most");
        }
        if !(self.eps > 0.0 && self.eps < 1.0 && self.unk_score.is_finite()) {
            return bad("eps or unk_score is out of range");
        }
        let lists = [&self.upos, &self.deprel, &self.mention].into_iter().chain(self.features.0.iter().map(|(_, values)| values));
        if lists.into_iter().any(|labels| labels.is_empty() || labels.len() > 512) || self.features.0.len() > 64 {
            return bad("a list of labels is empty or too long");
        }
        if self.lexical.len() > 4096 || !(1..=64).contains(&self.longest_word) || self.max_pieces < self.longest_word + 2 {
            return bad("lexical or longest_word is out of range");
        }
        let odd = |cost: &f64| !(0.0..=1e6).contains(cost);
        if odd(&self.margin) || self.agree.values().any(odd) {
            return bad("margin or agree is out of range");
        }
        if let Some(problem) = self.claims.as_ref().and_then(ClaimConfig::problem) {
            return bad(problem);
        }
        self.check_stacked()
    }

    fn check_stacked(&self) -> Result<(), ModelError> {
        let wrong = || ModelError::Config("the stacked heads are not those of the labels".to_owned());
        let mut rest = vec![("arc_head", self.arc), ("arc_dep", self.arc), ("rel_head", self.rel), ("rel_dep", self.rel)];
        if let Some(claims) = &self.claims {
            rest.extend([("claim_trigger", claims.trigger), ("claim_acts", claims.role), ("claim_plays", claims.role)]);
        }
        let Some((first, vectors)) = self.stacked.split_at_checked(self.stacked.len().saturating_sub(rest.len())) else {
            return Err(wrong());
        };
        let [(upos, count), between @ .., (mention, tags)] = first else { return Err(wrong()) };
        let same = |(name, width): (&(String, usize), &(&str, usize))| name.0 == width.0 && name.1 == width.1;
        let ends = vectors.iter().zip(&rest).all(same);
        let labels = upos == "upos" && mention == "mention" && *count == self.upos.len() && *tags == self.mention.len();
        let known = |name: &str, width: usize| self.features.0.iter().any(|(feature, values)| feature == name && values.len() == width);
        let features = between.iter().all(|(name, width)| known(name, *width)) && between.len() == self.features.0.len();
        if ends && labels && features { Ok(()) } else { Err(wrong()) }
    }
}
