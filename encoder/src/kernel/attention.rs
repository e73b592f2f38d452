//! To which pieces of its window does each piece listen?
//!
//! Scaled dot-product attention (Vaswani et al., 2017) in whole numbers of 16 bits, so that its sums are exact: queries and keys have 14 bits and a
//! scale a row, weights 15 bits, values 11 bits and a scale a column. That is finer by far than the 8 bits of the layers around it.

mod pack;
mod weigh;

use super::dot::pairs;
use crate::machine::Machine;
use fearless_simd::{dispatch, f32x16, i32x16, prelude::*};

/// Pieces whose weighted values are added up in whole numbers before they go on as floats: 64 · 32,767 · 1,023 is below 2³¹.
const RUN: usize = 64;

/// How many heads of which width.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// Heads.
    pub heads: usize,
    /// Width of a head: 16 or 32.
    pub width: usize,
}

/// Room for one head, kept from head to head.
#[derive(Debug, Default)]
pub struct Attention {
    /// Two numbers of 16 bits in one: pieces × (width / 2).
    queries: Vec<i32>,
    query_scales: Vec<f32>,
    /// `[pieces / 16][width / 2][16]`.
    keys: Vec<i32>,
    key_scales: Vec<f32>,
    /// 0, or far below all scores where there is no piece.
    key_mask: Vec<f32>,
    /// `[width / 16][pieces / 2][16]`.
    values: Vec<i32>,
    value_scales: Vec<f32>,
    scores: Vec<f32>,
    weights: Vec<i32>,
    /// Rows that scores and weights have room for.
    tile_rows: usize,
}

/// Attention among the pieces of one window: `qkv` has rows of queries, keys and values of all heads, `out` gets rows a third as wide.
///
/// Queries are scaled already.
pub fn attend(machine: Machine, shape: Shape, qkv: &[f32], out: &mut [f32], room: &mut Attention) {
    match machine.0 {
        #[cfg(target_arch = "x86_64")]
        fearless_simd::Level::Avx512(simd) => simd.vectorize(
            #[inline(always)]
            || heads::<_, 8>(simd, shape, qkv, out, room),
        ),
        #[cfg(target_arch = "x86_64")]
        fearless_simd::Level::Avx2(simd) => simd.vectorize(
            #[inline(always)]
            || heads::<_, 4>(simd, shape, qkv, out, room),
        ),
        level => dispatch!(level, simd => heads::<_, 2>(simd, shape, qkv, out, room)),
    }
}

#[inline(always)]
fn heads<S: Simd, const R: usize>(simd: S, shape: Shape, qkv: &[f32], out: &mut [f32], room: &mut Attention) {
    let hidden = shape.heads * shape.width;
    let pieces = qkv.len() / (3 * hidden);
    room.fit(pieces, shape.width, R);
    for head in 0..shape.heads {
        room.pack(simd, shape, qkv, head);
        let mut row = 0;
        while row + R <= pieces {
            tile::<S, R>(simd, shape, head, row, room, out);
            row += R;
        }
        while row < pieces {
            tile::<S, 1>(simd, shape, head, row, room, out);
            row += 1;
        }
    }
}

/// `R` rows of one head.
#[inline(always)]
fn tile<S: Simd, const R: usize>(simd: S, shape: Shape, head: usize, row: usize, room: &mut Attention, out: &mut [f32]) {
    let most = room.score::<S, R>(simd, shape.width / 2, row);
    let mut sums = [0.0_f32; R];
    for r in 0..R {
        sums[r] = room.weigh(simd, r, most[r]);
    }
    let (hidden, count) = (shape.heads * shape.width, room.weights.len() / room.rows());
    for block in 0..shape.width / 16 {
        let values = &room.values.as_chunks::<16>().0[block * count..][..count];
        let mut weights = [&room.weights[..0]; R];
        for r in 0..R {
            weights[r] = &room.weights[r * count..][..count];
        }
        let mut total = [f32x16::splat(simd, 0.0); R];
        let mut pair = 0;
        while pair < count {
            let values = &values[pair..][..RUN / 2];
            let mut run = [i32x16::splat(simd, 0); R];
            let mut now = [&weights[0][..0]; R];
            for r in 0..R {
                now[r] = &weights[r][pair..][..RUN / 2];
            }
            for k in 0..RUN / 2 {
                for r in 0..R {
                    run[r] = pairs(simd, run[r], now[r][k], &values[k]);
                }
            }
            for r in 0..R {
                let run: f32x16<S> = run[r].to_float();
                total[r] += run;
            }
            pair += RUN / 2;
        }
        let scales = f32x16::from_slice(simd, &room.value_scales[block * 16..][..16]);
        for r in 0..R {
            let scale = scales * f32x16::splat(simd, 1.0 / sums[r]);
            (total[r] * scale).store_slice(&mut out[(row + r) * hidden + head * shape.width + block * 16..][..16]);
        }
    }
}
