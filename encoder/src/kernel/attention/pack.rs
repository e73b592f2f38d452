//! How are queries, keys and values of a head written in 16 bits?

use super::super::vector::{greater, largest, whole};
use super::{Attention, RUN, Shape};
use fearless_simd::{f32x16, i32x16, prelude::*};

/// Largest number of a query or key: 32 · 8,191² is below 2³¹.
const FINE: f32 = 8191.0;

/// Largest number of a value.
const COARSE: f32 = 1023.0;

/// Scores are powers of 2 from here on.
const LOG2_E: f32 = std::f32::consts::LOG2_E;

/// Far below every score.
const NEVER: f32 = -1e30;

impl Attention {
    /// Makes room for a window of `pieces`, of which `rows` are looked at together.
    pub(super) fn fit(&mut self, pieces: usize, width: usize, rows: usize) {
        let (blocks, run) = (pieces.next_multiple_of(16), pieces.next_multiple_of(RUN));
        self.queries.resize(pieces * width / 2, 0);
        self.query_scales.resize(pieces, 0.0);
        self.keys.clear();
        self.keys.resize(blocks * width / 2, 0);
        self.key_scales.clear();
        self.key_scales.resize(blocks, 0.0);
        self.key_mask.clear();
        self.key_mask.resize(pieces, 0.0);
        self.key_mask.resize(blocks, NEVER);
        self.values.clear();
        self.values.resize(run / 2 * width, 0);
        self.value_scales.resize(width, 0.0);
        self.scores.clear();
        self.scores.resize(rows * run, NEVER);
        self.weights.clear();
        self.weights.resize(rows * run / 2, 0);
        self.tile_rows = rows;
    }

    /// Reads one head of all rows.
    #[inline(always)]
    pub(super) fn pack<S: Simd>(&mut self, simd: S, shape: Shape, qkv: &[f32], head: usize) {
        let (width, hidden) = (shape.width, shape.heads * shape.width);
        let half = width / 2;
        for (j, row) in qkv.chunks_exact(3 * hidden).enumerate() {
            let (pairs, scale) = row_pairs(simd, &row[head * width..][..width]);
            self.queries[j * half..][..half].copy_from_slice(&pairs[..half]);
            self.query_scales[j] = scale * LOG2_E;
            let (pairs, scale) = row_pairs(simd, &row[hidden + head * width..][..width]);
            self.key_scales[j] = scale;
            let keys = &mut self.keys[j / 16 * half * 16 + j % 16..];
            for k in 0..half {
                keys[k * 16] = pairs[k];
            }
        }
        for block in 0..width / 16 {
            self.pack_values(simd, qkv, 3 * hidden, 2 * hidden + head * width + block * 16, block);
        }
    }

    /// Sixteen columns of values, from column `first` of rows of `stride`.
    #[inline(always)]
    fn pack_values<S: Simd>(&mut self, simd: S, qkv: &[f32], stride: usize, first: usize, block: usize) {
        let mut most = f32x16::splat(simd, 0.0);
        for row in qkv.chunks_exact(stride) {
            most = greater(f32x16::from_slice(simd, &row[first..][..16]).abs(), most);
        }
        let zero = f32x16::splat(simd, 0.0);
        (most / f32x16::splat(simd, COARSE)).store_slice(&mut self.value_scales[block * 16..][..16]);
        let factor = most.simd_gt(zero).select(f32x16::splat(simd, COARSE) / most, zero);
        let pairs = self.key_mask.len().next_multiple_of(RUN) / 2;
        let out = self.values.as_chunks_mut::<16>().0[block * pairs..][..pairs].iter_mut();
        let low = i32x16::splat(simd, 0xFFFF);
        for (two, out) in qkv.chunks(2 * stride).zip(out) {
            let a = whole(simd, f32x16::from_slice(simd, &two[first..][..16]) * factor) & low;
            let b = match two.get(stride + first..stride + first + 16) {
                Some(values) => whole(simd, f32x16::from_slice(simd, values) * factor) << 16,
                None => i32x16::splat(simd, 0),
            };
            (a | b).store_slice(out);
        }
    }
}

/// A row of 16 or 32 numbers in pairs of 16 bits, and its scale.
#[inline(always)]
fn row_pairs<S: Simd>(simd: S, row: &[f32]) -> ([i32; 16], f32) {
    let zero = f32x16::splat(simd, 0.0);
    let a = f32x16::from_slice(simd, &row[..16]);
    let b = if row.len() > 16 { f32x16::from_slice(simd, &row[16..32]) } else { zero };
    let most = largest(greater(a.abs(), b.abs()));
    let factor = f32x16::splat(simd, if most > 0.0 { FINE / most } else { 0.0 });
    let pairs = whole(simd, a * factor).saturating_narrow(whole(simd, b * factor));
    (pairs.bitcast::<i32x16<S>>().to_array(), most / FINE)
}
