//! Which mention tags have the words of a sentence?
//!
//! A linear-chain CRF (Lafferty et al., 2001), decoded as Viterbi (1967) does.

use crate::config::Config;
use crate::error::ModelError;
use crate::probability::exp;
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
    /// The same three as factors, the greatest of each 1.
    factors: [Vec<f32>; 3],
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
        let end = tensors.floats("mention.end", &[tags])?;
        Ok(Self { tags, factors: [&start, &end, &transitions].map(|scores| factors(scores)), start, end, transitions })
    }

    /// How likely the tag of each word is among all ways to tag the words: the forward-backward algorithm (Rabiner, 1989), scaled.
    pub fn probabilities(&self, scores: &[&[f32]], tags: &[usize]) -> Vec<f32> {
        let [start, end, transitions] = &self.factors;
        let rows: Vec<Vec<f32>> = scores.iter().map(|row| factors(row)).collect();
        let mut forward: Vec<Vec<f32>> = Vec::with_capacity(rows.len());
        for row in &rows {
            let mut next: Vec<f32> = match forward.last() {
                None => start.clone(),
                Some(before) => transitions.chunks_exact(self.tags).map(|steps| dot(before, steps)).collect(),
            };
            next.iter_mut().zip(row).for_each(|(next, score)| *next *= score);
            scale(&mut next);
            forward.push(next);
        }
        let mut backward = end.clone();
        let mut found = vec![0.0; rows.len()];
        for (place, (row, forward)) in rows.iter().zip(&forward).enumerate().rev() {
            let total = dot(forward, &backward);
            if let Some(tag) = tags.get(place).filter(|_| total > 0.0) {
                found[place] = (forward[*tag] * backward[*tag] / total).min(1.0);
            }
            let mut next = vec![0.0; self.tags];
            for ((steps, score), behind) in transitions.chunks_exact(self.tags).zip(row).zip(&backward) {
                next.iter_mut().zip(steps).for_each(|(next, step)| *next += step * score * behind);
            }
            scale(&mut next);
            backward = next;
        }
        found
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

/// Scores as factors, the greatest 1.
fn factors(scores: &[f32]) -> Vec<f32> {
    let most = scores.iter().fold(f32::MIN, |most, score| if *score > most { *score } else { most });
    scores.iter().map(|score| exp(score - most)).collect()
}

fn dot(one: &[f32], other: &[f32]) -> f32 {
    one.iter().zip(other).fold(0.0, |sum, (a, b)| sum + a * b)
}

/// Makes numbers add up to 1, where they are not all 0.
fn scale(numbers: &mut [f32]) {
    let total: f32 = numbers.iter().fold(0.0, |sum, number| sum + number);
    if total > 0.0 {
        for number in numbers {
            *number /= total;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain() -> Chain {
        let (start, end) = (vec![0.5, 0.0, NEVER], vec![0.0, -0.5, 0.25]);
        // [to][from]: O, B, I; I only behind B and I.
        let transitions = vec![0.1, -0.3, 0.2, 0.4, -1.0, -0.2, NEVER, 0.7, 0.3];
        let factors = [&start, &end, &transitions].map(|scores| factors(scores));
        Chain { tags: 3, start, end, transitions, factors }
    }

    #[test]
    fn probabilities_are_those_of_all_ways_counted_one_by_one() {
        let chain = chain();
        let rows: [&[f32]; 3] = [&[0.2, 1.0, 3.0], &[0.0, -0.5, 0.6], &[1.5, 0.1, 0.9]];
        let tags = chain.best(&rows);
        let mut sums = [[0.0_f64; 3]; 3];
        let mut total = 0.0;
        for way in 0..27 {
            let way = [way / 9, way / 3 % 3, way % 3];
            let mut score = chain.start[way[0]] + chain.end[way[2]];
            for place in 0..3 {
                score += rows[place][way[place]];
                score += if place > 0 { chain.transitions[way[place] * 3 + way[place - 1]] } else { 0.0 };
            }
            let weight = f64::from(score).exp();
            total += weight;
            (0..3).for_each(|place| sums[place][way[place]] += weight);
        }
        for (place, probability) in chain.probabilities(&rows, &tags).into_iter().enumerate() {
            let expected = sums[place][tags[place]] / total;
            assert!((f64::from(probability) - expected).abs() < 1e-4, "{place}: {probability} {expected}");
        }
        assert!(chain.probabilities(&[], &[]).is_empty());
    }

    #[test]
    fn what_must_not_be_is_not_likely() {
        let rows: [&[f32]; 1] = [&[-300.0, -300.0, 300.0]];
        let found = chain().probabilities(&rows, &[0]);
        assert!(found[0] >= 0.0 && found[0] <= 1.0);
    }
}
