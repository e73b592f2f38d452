//! What was read in a sentence?

use crate::labels::Labels;
use crate::probability::best;
use std::ops::Range;
use std::sync::Arc;

/// Tags, tree and mentions of a sentence.
///
/// Scores of labels are logits: the greater the likelier, and the scores of one group of labels differ from logarithms of probabilities by the
/// same number. So the best of some allowed combinations of a part of speech and features is that with the greatest sum.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    labels: Arc<Labels>,
    scores: Vec<f32>,
    heads: Vec<Option<usize>>,
    head_probabilities: Vec<f32>,
    relations: Vec<usize>,
    relation_scores: Vec<f32>,
    mentions: Vec<usize>,
    mention_probabilities: Vec<f32>,
    claims: ClaimRows,
}

/// What is kept of a sentence's words for the heads of claims, which look at whole texts.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct ClaimRows {
    /// Words that may trigger a claim, in order.
    pub triggers: Vec<TriggerRow>,
    /// The vector of each word as one that plays a role.
    pub plays: Vec<f32>,
}

/// A word that may trigger a claim.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TriggerRow {
    /// Its place in the sentence.
    pub word: usize,
    /// Scores of what it triggers.
    pub said: Vec<f32>,
    /// Its vector as one that has roles.
    pub acts: Vec<f32>,
}

/// What was read in a part of a sentence; words count from its beginning.
pub(crate) struct PartAnalysis {
    pub scores: Vec<f32>,
    pub heads: Vec<Option<usize>>,
    pub head_probabilities: Vec<f32>,
    pub relations: Vec<usize>,
    pub relation_scores: Vec<f32>,
    pub mentions: Vec<usize>,
    pub mention_probabilities: Vec<f32>,
    pub claims: ClaimRows,
}

impl Analysis {
    pub(crate) const fn new(labels: Arc<Labels>) -> Self {
        Self {
            labels,
            scores: Vec::new(),
            heads: Vec::new(),
            head_probabilities: Vec::new(),
            relations: Vec::new(),
            relation_scores: Vec::new(),
            mentions: Vec::new(),
            mention_probabilities: Vec::new(),
            claims: ClaimRows { triggers: Vec::new(), plays: Vec::new() },
        }
    }

    pub(crate) const fn claims(&self) -> &ClaimRows {
        &self.claims
    }

    /// Adds the next part. The root of a later part hangs on the root of the first one, beside it (`parataxis`).
    pub(crate) fn add(&mut self, mut part: PartAnalysis) {
        let before = self.heads.len();
        let top = self.heads.iter().position(Option::is_none);
        for (head, relation) in part.heads.iter_mut().zip(&mut part.relations) {
            match (head.as_mut(), top) {
                (Some(head), _) => *head += before,
                (None, Some(top)) => {
                    *head = Some(top);
                    *relation = self.labels.deprel.iter().position(|name| name == "parataxis").unwrap_or(*relation);
                }
                (None, None) => {}
            }
        }
        for row in &mut part.claims.triggers {
            row.word += before;
        }
        self.claims.triggers.append(&mut part.claims.triggers);
        self.claims.plays.append(&mut part.claims.plays);
        self.scores.append(&mut part.scores);
        self.heads.append(&mut part.heads);
        self.head_probabilities.append(&mut part.head_probabilities);
        self.relations.append(&mut part.relations);
        self.relation_scores.append(&mut part.relation_scores);
        self.mentions.append(&mut part.mentions);
        self.mention_probabilities.append(&mut part.mention_probabilities);
    }

    /// Words of the sentence.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.heads.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.heads.is_empty()
    }

    /// The labels that its numbers stand for.
    #[must_use]
    pub fn labels(&self) -> &Labels {
        &self.labels
    }

    fn group(&self, word: usize, group: Range<usize>) -> &[f32] {
        let count = self.labels.count();
        self.scores.get(word * count..(word + 1) * count).and_then(|row| row.get(group)).unwrap_or_default()
    }

    /// Scores of a word's parts of speech, in the order of [`Labels::upos`]; none if there is no such word.
    #[must_use]
    pub fn upos_scores(&self, word: usize) -> &[f32] {
        self.group(word, self.labels.upos_scores())
    }

    /// The likeliest part of speech: a number in [`Labels::upos`].
    #[must_use]
    pub fn upos(&self, word: usize) -> usize {
        best(self.upos_scores(word))
    }

    /// Scores of the values of a feature, in the order of [`Labels::features`].
    #[must_use]
    pub fn feature_scores(&self, word: usize, feature: usize) -> &[f32] {
        self.group(word, self.labels.feature_scores(feature))
    }

    /// The likeliest value of a feature; 0 says that the word has none.
    #[must_use]
    pub fn feature(&self, word: usize, feature: usize) -> usize {
        best(self.feature_scores(word, feature))
    }

    /// The head of each word, a word of the sentence; nothing for the root. There is one root, and no cycle.
    #[must_use]
    pub fn heads(&self) -> &[Option<usize>] {
        &self.heads
    }

    /// How likely the head of each word is, among all words: 0 to 1.
    #[must_use]
    pub fn head_probabilities(&self) -> &[f32] {
        &self.head_probabilities
    }

    /// The relation of each word to its head: numbers in [`Labels::deprel`].
    #[must_use]
    pub fn relations(&self) -> &[usize] {
        &self.relations
    }

    /// Scores of the relations of a word to its head, in the order of [`Labels::deprel`].
    #[must_use]
    pub fn relation_scores(&self, word: usize) -> &[f32] {
        let count = self.labels.deprel.len();
        self.relation_scores.get(word * count..(word + 1) * count).unwrap_or_default()
    }

    /// The mention tag of each word: numbers in [`Labels::mention`]; a tag that goes on follows one of its kind.
    #[must_use]
    pub fn mentions(&self) -> &[usize] {
        &self.mentions
    }

    /// Scores of the mention tags of a word on its own, in the order of [`Labels::mention`].
    #[must_use]
    pub fn mention_scores(&self, word: usize) -> &[f32] {
        self.group(word, self.labels.mention_scores())
    }

    /// How likely the mention tag of each word is, among all ways to tag the sentence: 0 to 1.
    #[must_use]
    pub fn mention_probabilities(&self) -> &[f32] {
        &self.mention_probabilities
    }
}
