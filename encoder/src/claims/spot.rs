//! What does a text claim?

use super::Claims;
use super::pair::Trigger;
use super::words::{ClaimWord, Seen, seen};
use crate::analysis::{Analysis, TriggerRow};
use crate::kernel::{self, Rows};
use crate::machine::Machine;
use crate::probability::{chance, shares};
use std::ops::Range;

/// A word that triggers a claim, and who may play a role in it.
#[derive(Debug, Clone, PartialEq)]
pub struct SpottedClaim {
    /// The sentence of the trigger.
    pub sentence: usize,
    /// Its place there.
    pub word: usize,
    /// How likely it triggers a claim at all.
    pub probability: f32,
    /// How likely each relation is, if it does, in the order of `ClaimConfig::relations`.
    pub relations: Vec<f32>,
    /// How likely it is negated.
    pub negated: f32,
    /// How likely each modality is, in the order of `ClaimConfig::modalities`.
    pub modalities: Vec<f32>,
    /// How likely the text doubts it.
    pub hedged: f32,
    /// Who may play each role, in the order of `ClaimConfig::roles`.
    pub roles: Vec<RoleScores>,
}

/// Who may play a role.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RoleScores {
    /// How likely nobody does.
    pub nobody: f32,
    /// Sentence and place of words, with how likely each is alone; the likeliest first, those below 0.02 left out.
    pub words: Vec<(usize, usize, f32)>,
}

/// A word that is less likely than this is left out.
const LEAST: f32 = 0.02;

/// A text with its words numbered through.
struct Text<'t> {
    words: Vec<Seen>,
    /// The first word of each sentence, and the end.
    first: Vec<usize>,
    /// The vectors of the words as ones that play roles.
    plays: Vec<f32>,
    analyses: &'t [Analysis],
}

impl Claims<'_> {
    /// The claims of a text whose sentences were analysed. Whoever gives other words than those has none.
    pub fn spot(&self, machine: Machine, analyses: &[Analysis], words: &[Vec<ClaimWord<'_>>], room: &mut Rows) -> Vec<SpottedClaim> {
        if analyses.len() != words.len() || analyses.iter().zip(words).any(|(analysis, words)| analysis.len() != words.len()) {
            return Vec::new();
        }
        let mut first = vec![0];
        for words in words {
            first.push(first[first.len() - 1] + words.len());
        }
        let plays = analyses.iter().flat_map(|analysis| &analysis.claims().plays).copied().collect();
        let text = Text { words: seen(&self.labels, analyses, words), first, plays, analyses };
        let mut asked = Vec::new();
        let mut claims = Vec::new();
        for (sentence, analysis) in text.analyses.iter().enumerate() {
            for trigger in &analysis.claims().triggers {
                kernel::quantise(machine, &trigger.acts, self.config.role, room);
                let asked = kernel::multiply(machine, room, &self.role, &mut asked);
                claims.push(self.claim(machine, &text, sentence, trigger, asked));
            }
        }
        claims
    }

    fn claim(&self, machine: Machine, text: &Text<'_>, sentence: usize, trigger: &TriggerRow, asked: &[f32]) -> SpottedClaim {
        let relations = self.config.relations.len();
        let modalities = relations + 2..relations + 2 + self.config.modalities.len();
        SpottedClaim {
            sentence,
            word: trigger.word,
            probability: 1.0 - shares(&trigger.said[..=relations])[0],
            relations: shares(&trigger.said[1..=relations]),
            negated: chance(trigger.said[relations + 1]),
            hedged: chance(trigger.said[modalities.end]),
            modalities: shares(&trigger.said[modalities]),
            roles: self.roles(machine, text, text.first[sentence] + trigger.word, asked),
        }
    }

    /// Who may play each role for a trigger.
    fn roles(&self, machine: Machine, text: &Text<'_>, trigger: usize, asked: &[f32]) -> Vec<RoleScores> {
        let (width, count) = (self.config.role, self.config.roles.len());
        let near = self.near(text, trigger);
        let plays = &text.plays[near.start * width..near.end * width];
        let mut products = vec![vec![0.0; near.len()]; count];
        for (products, asked) in products.iter_mut().zip(asked.chunks_exact(width + 1)) {
            kernel::dots(machine, &asked[..width], plays, width, products);
        }
        let words: Vec<usize> = near.clone().filter(|word| text.words[*word].candidate || *word == trigger).collect();
        let pair = Trigger::new(&text.words, trigger);
        let mut scores = vec![Vec::with_capacity(words.len() + 1); count];
        let mut weights = vec![0.0; count];
        for word in &words {
            weights.fill(0.0);
            for number in pair.numbers(*word) {
                self.table.add(number, &mut weights);
            }
            for ((scores, products), weight) in scores.iter_mut().zip(&products).zip(&weights) {
                scores.push(products[word - near.start] + weight);
            }
        }
        let rows = scores.into_iter().zip(asked.chunks_exact(width + 1));
        rows.map(|(mut scores, asked)| {
            scores.push(asked[width]);
            text.role(&words, &shares(&scores))
        })
        .collect()
    }

    /// The words among which the roles of a trigger are looked for.
    fn near(&self, text: &Text<'_>, trigger: usize) -> Range<usize> {
        let (reach, far) = (self.config.reach, self.config.far);
        let sentence = text.words[trigger].sentence;
        let last = (sentence + reach + 1).min(text.first.len() - 1);
        text.first[sentence.saturating_sub(reach)].max(trigger.saturating_sub(far))..text.first[last].min(trigger + far + 1)
    }
}

impl Text<'_> {
    /// The words that are likely enough; the last of `shares` is nobody's.
    fn role(&self, words: &[usize], shares: &[f32]) -> RoleScores {
        let mut found: Vec<(usize, f32)> = words.iter().copied().zip(shares.iter().copied()).filter(|(_, share)| *share >= LEAST).collect();
        found.sort_by(|one, other| other.1.total_cmp(&one.1));
        let place = |(word, share): (usize, f32)| {
            let sentence = self.words[word].sentence;
            (sentence, word - self.first[sentence], share)
        };
        RoleScores { nobody: shares.last().copied().unwrap_or(1.0), words: found.into_iter().map(place).collect() }
    }
}
