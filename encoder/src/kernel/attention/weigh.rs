//! How much does a piece listen to each other piece?

use super::super::dot::pairs;
use super::super::vector::{ROUND, greater, largest, whole};
use super::Attention;
use fearless_simd::{f32x16, i32x16, prelude::*};

/// The largest weight: 15 bits.
const TOP: f32 = 32_767.0;

/// 2ˣ for |x| ≤ ½, to within 3 · 10⁻⁶ of itself, fitted by least squares; from the constant up.
const POWER: [f32; 5] = [0.999_999_3, 0.693_121_8, 0.240_247_44, 0.055_917_863, 0.009_570_101];

/// Below it a weight is nothing.
const LEAST: f32 = -100.0;

impl Attention {
    /// Rows that the room for scores and weights holds.
    pub(super) const fn rows(&self) -> usize {
        self.tile_rows
    }

    /// Scores of `R` rows against all keys, as powers of 2; the greatest of each row comes back.
    #[inline(always)]
    pub(super) fn score<S: Simd, const R: usize>(&mut self, simd: S, half: usize, row: usize) -> [f32; R] {
        let stride = self.scores.len() / self.tile_rows;
        let mut queries = [&self.queries[..0]; R];
        for r in 0..R {
            queries[r] = &self.queries[(row + r) * half..][..half];
        }
        let mut most = [f32x16::splat(simd, f32::MIN); R];
        let keys = self.keys.as_chunks::<16>().0;
        for block in 0..keys.len() / half {
            let keys = &keys[block * half..][..half];
            let mut sums = [i32x16::splat(simd, 0); R];
            for k in 0..half {
                for r in 0..R {
                    sums[r] = pairs(simd, sums[r], queries[r][k], &keys[k]);
                }
            }
            let scales = f32x16::from_slice(simd, &self.key_scales[block * 16..][..16]);
            let mask = f32x16::from_slice(simd, &self.key_mask[block * 16..][..16]);
            for r in 0..R {
                let sum: f32x16<S> = sums[r].to_float();
                let score = sum * (scales * f32x16::splat(simd, self.query_scales[row + r])) + mask;
                most[r] = greater(score, most[r]);
                score.store_slice(&mut self.scores[r * stride + block * 16..][..16]);
            }
        }
        let mut top = [0.0; R];
        for r in 0..R {
            top[r] = largest(most[r]);
        }
        top
    }

    /// Makes the scores of row `r` of the tile into weights of 15 bits; their sum comes back.
    #[inline(always)]
    pub(super) fn weigh<S: Simd>(&mut self, simd: S, r: usize, most: f32) -> f32 {
        let stride = self.scores.len() / self.tile_rows;
        let scores = self.scores[r * stride..][..stride].as_chunks::<32>().0;
        let weights = self.weights[r * stride / 2..][..stride / 2].as_chunks_mut::<16>().0;
        let mut total = i32x16::splat(simd, 0);
        for (score, weight) in scores.iter().zip(weights) {
            let a = power(simd, f32x16::from_slice(simd, &score[..16]) - most);
            let b = power(simd, f32x16::from_slice(simd, &score[16..]) - most);
            total += a + b;
            a.saturating_narrow(b).bitcast::<i32x16<S>>().store_slice(weight);
        }
        let total = total.to_array();
        let mut sum = 0_i32;
        for part in total {
            sum = sum.wrapping_add(part);
        }
        #[expect(clippy::cast_precision_loss, reason = "512 weights of 15 bits fit 24 bits")]
        {
            sum as f32
        }
    }
}

/// [`TOP`] times 2ˣ, to the nearest whole number, for x ≤ 0.
#[inline(always)]
fn power<S: Simd>(simd: S, x: f32x16<S>) -> i32x16<S> {
    let least = f32x16::splat(simd, LEAST);
    let x = x.simd_gt(least).select(x, least);
    let round = x + f32x16::splat(simd, ROUND);
    let rest = x - (round - f32x16::splat(simd, ROUND));
    let term = |i: usize| f32x16::splat(simd, POWER[i] * TOP);
    let value = (((term(4) * rest + term(3)) * rest + term(2)) * rest + term(1)) * rest + term(0);
    // The low bits of `round` are the exponent.
    let exponent = round.bitcast::<i32x16<S>>() << 23;
    whole(simd, (value.bitcast::<i32x16<S>>() + exponent).bitcast())
}
