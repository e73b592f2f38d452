//! Which mention tags have the words of a sentence?
//!
//! A linear-chain CRF (Lafferty et al., 2001), decoded as Viterbi (1967) does.

use crate::config::Config;
use crate::error::ModelError;
use crate::tensors::Tensors;

/// The score of what must not be.
const NEVER: f32 = -1e30;

/// Scores of tags that follow each other.
#[derive(Debug)]
pub struct Chain {
    tags: usize,
    start: Vec<f32>,
    end: Vec<f32>,
    /// `[to][from]`.
    transitions: Vec<f32>,
}

impl Chain {
    /// The chain of a file. A mention goes on only where one of its type is open.
    pub fn open(tensors: &Tensors<'_>, config: &Config) -> Result<Self, ModelError> {
        let tags = config.mention.len();
        let mut start = tensors.floats("mention.start", &[tags])?;
        let by_from = tensors.floats("mention.transitions", &[tags, tags])?;
        let mut transitions: Vec<f32> = (0..tags * tags).map(|place| by_from[place % tags * tags + place / tags]).collect();
        for (to, name) in config.mention.iter().enumerate() {
            let Some(kind) = name.strip_prefix("I-") else { continue };
            start[to] = NEVER;
            for (from, before) in config.mention.iter().enumerate() {
                if !["B-", "I-"].iter().any(|prefix| before.strip_prefix(prefix) == Some(kind)) {
                    transitions[to * tags + from] = NEVER;
                }
            }
        }
        Ok(Self { tags, start, end: tensors.floats("mention.end", &[tags])?, transitions })
    }

    /// The best tags for rows of scores, one a word; of equal ways that of the first tags.
    pub fn best(&self, scores: &[&[f32]]) -> Vec<usize> {
        let Some((first, rest)) = scores.split_first() else { return Vec::new() };
        let mut sofar: Vec<f32> = self.start.iter().zip(*first).map(|(a, b)| a + b).collect();
        let mut back = Vec::with_capacity(rest.len() * self.tags);
        let mut next = vec![0.0; self.tags];
        for row in rest {
            for ((next, score), steps) in next.iter_mut().zip(*row).zip(self.transitions.chunks_exact(self.tags)) {
                let mut best = (0, f32::NEG_INFINITY);
                for (from, (before, step)) in sofar.iter().zip(steps).enumerate() {
                    if before + step > best.1 {
                        best = (from, before + step);
                    }
                }
                back.push(best.0);
                *next = best.1 + score;
            }
            std::mem::swap(&mut sofar, &mut next);
        }
        let last: Vec<f32> = sofar.iter().zip(&self.end).map(|(a, b)| a + b).collect();
        let mut tags = vec![crate::probability::best(&last)];
        for step in back.chunks_exact(self.tags).rev() {
            tags.push(step[tags[tags.len() - 1]]);
        }
        tags.reverse();
        tags
    }
}
