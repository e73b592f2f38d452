//! Where do the scores of a word's labels stand?

use crate::config::Config;
use std::ops::Range;

/// The labels that a word can have, in the order of their scores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// Parts of speech.
    pub upos: Vec<String>,
    /// Features with their values, the first of which says that the word has none.
    pub features: Vec<(String, Vec<String>)>,
    /// Relations of the tree, without subtypes.
    pub deprel: Vec<String>,
    /// Tags of mentions: `O`, `B-Person`, `I-Person` …
    pub mention: Vec<String>,
    /// Scores of a feature begin here; the last one is where those of the mention tags begin.
    starts: Vec<usize>,
}

impl Labels {
    pub(crate) fn new(config: &Config) -> Self {
        let values = |name: &String| config.features.0.iter().find(|(feature, _)| feature == name).cloned();
        // In the order of their scores.
        let features: Vec<_> = config.stacked.iter().filter_map(|(name, _)| values(name)).collect();
        let mut starts = vec![config.upos.len()];
        for (_, values) in &features {
            starts.push(starts[starts.len() - 1] + values.len());
        }
        Self { upos: config.upos.clone(), features, deprel: config.deprel.clone(), mention: config.mention.clone(), starts }
    }

    /// Scores of a word: parts of speech, values of all features, mention tags.
    #[must_use]
    pub fn count(&self) -> usize {
        self.mention_scores().end
    }

    /// Where the scores of the parts of speech stand.
    #[must_use]
    pub fn upos_scores(&self) -> Range<usize> {
        0..self.upos.len()
    }

    /// Where the scores of the values of a feature stand; nowhere if there is no such feature.
    #[must_use]
    pub fn feature_scores(&self, feature: usize) -> Range<usize> {
        match self.starts.get(feature..feature + 2) {
            Some(&[begin, end]) => begin..end,
            _ => 0..0,
        }
    }

    /// Where the scores of the mention tags stand.
    #[must_use]
    pub fn mention_scores(&self) -> Range<usize> {
        let begin = self.starts.last().copied().unwrap_or_default();
        begin..begin + self.mention.len()
    }
}
