//! How likely is a label among others?

/// eˣ for x ≤ 0, with the same bits on every machine (that of the system's library differs between systems).
pub(crate) fn exp(x: f32) -> f32 {
    const ROUND: f32 = 12_582_912.0;
    const POWER: [f32; 6] = [1.0, 0.693_146_94, 0.240_221_2, 0.055_507_13, 0.009_675_542, 0.001_327_647_1];
    let x = if x > -87.0 { x * std::f32::consts::LOG2_E } else { return 0.0 };
    let round = x + ROUND;
    let rest = x - (round - ROUND);
    let value = POWER.iter().rev().fold(0.0, |sum, term| sum * rest + term);
    f32::from_bits(value.to_bits().wrapping_add(round.to_bits() << 23))
}

/// The probability of label `at`, given the scores of all labels; 0 where there is no such label.
#[must_use]
pub fn probability(scores: &[f32], at: usize) -> f32 {
    let most = scores.iter().fold(f32::MIN, |most, score| if *score > most { *score } else { most });
    let total = scores.iter().fold(0.0, |sum, score| sum + exp(score - most));
    match scores.get(at) {
        Some(score) if total > 0.0 => exp(score - most) / total,
        _ => 0.0,
    }
}

/// The probabilities of all labels, given their scores.
pub(crate) fn shares(scores: &[f32]) -> Vec<f32> {
    let most = scores.iter().fold(f32::MIN, |most, score| if *score > most { *score } else { most });
    let mut shares: Vec<f32> = scores.iter().map(|score| exp(score - most)).collect();
    let total = shares.iter().fold(0.0, |sum, share| sum + share);
    for share in &mut shares {
        *share /= total;
    }
    shares
}

/// The probability of one that has this score, where its opposite has none: `1 / (1 + e⁻ˣ)`.
#[must_use]
pub fn chance(score: f32) -> f32 {
    let less = exp(-score.abs());
    if score > 0.0 { 1.0 / (1.0 + less) } else { less / (1.0 + less) }
}

/// The place of the greatest score, the first of equal ones.
#[must_use]
pub fn best(scores: &[f32]) -> usize {
    let mut best = 0;
    for (place, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = place;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_is_near_the_true_one() {
        for step in 0..8700_u16 {
            let x = -f32::from(step) / 100.0;
            let (own, true_one) = (f64::from(exp(x)), f64::from(x).exp());
            assert!((own - true_one).abs() <= true_one * 3e-5 + 1e-37, "{x}: {own} {true_one}");
        }
        assert!(exp(-1000.0) < f32::MIN_POSITIVE);
    }

    #[test]
    fn probabilities_add_up() {
        let scores = [1.0, -2.0, 3.5, 0.0];
        let total: f32 = (0..4).map(|at| probability(&scores, at)).sum();
        assert!((total - 1.0).abs() < 1e-6);
        assert!(probability(&scores, 4) < f32::MIN_POSITIVE);
        assert!(probability(&[], 0) < f32::MIN_POSITIVE);
        assert_eq!(best(&[1.0, 2.0, 2.0]), 1);
    }
}
