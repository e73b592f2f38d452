//! How are rows of bytes multiplied with a matrix of weights?

use super::dot::fours;
use super::quantise::Rows;
use crate::error::ModelError;
use crate::machine::Machine;
use crate::tensors::Tensors;
use fearless_simd::{dispatch, f32x16, i32x16, prelude::*};
use safetensors::Dtype;

/// A linear layer in 8 bits, its weights in place: blocks `[outputs / 16][inputs / 4][16][4]`.
#[derive(Debug)]
pub struct Matrix<'w> {
    /// Numbers that it takes.
    pub inputs: usize,
    /// Numbers that it gives, a multiple of 16.
    pub outputs: usize,
    weights: &'w [[u8; 64]],
    scales: Vec<f32>,
    biases: Vec<f32>,
    /// 128 times the sum of an output's weights: inputs are 128 too large.
    corrections: Vec<i32>,
}

impl<'w> Matrix<'w> {
    /// The layer of this name, with `outputs` outputs, which are padded to a multiple of 16.
    pub fn open(tensors: &Tensors<'w>, name: &str, outputs: usize, inputs: usize) -> Result<Self, ModelError> {
        let padded = outputs.next_multiple_of(16);
        let weights = tensors.bytes(&format!("{name}.w"), Dtype::I8, &[padded / 16, inputs / 4, 16, 4])?;
        let (scale, bias, corr) = (format!("{name}.scale"), format!("{name}.bias"), format!("{name}.corr"));
        Ok(Self {
            inputs,
            outputs: padded,
            weights: weights.as_chunks().0,
            scales: tensors.floats(&scale, &[padded])?,
            biases: tensors.floats(&bias, &[padded])?,
            corrections: tensors.integers(&corr, &[padded])?,
        })
    }
}

/// `out[row] = matrix · row + bias`, rows of `matrix.outputs` numbers; `room` grows to hold them.
pub fn multiply<'o>(machine: Machine, rows: &Rows, matrix: &Matrix<'_>, room: &'o mut Vec<f32>) -> &'o mut [f32] {
    debug_assert_eq!(rows.width, matrix.inputs);
    let out = first(room, rows.count() * matrix.outputs);
    match machine.0 {
        #[cfg(target_arch = "x86_64")]
        fearless_simd::Level::Avx512(simd) => simd.vectorize(
            #[inline(always)]
            || sweep::<_, 6, 4>(simd, rows, matrix, out),
        ),
        #[cfg(target_arch = "x86_64")]
        fearless_simd::Level::Avx2(simd) => simd.vectorize(
            #[inline(always)]
            || sweep::<_, 4, 1>(simd, rows, matrix, out),
        ),
        level => dispatch!(level, simd => sweep::<_, 2, 1>(simd, rows, matrix, out)),
    }
    out
}

/// The first `count` numbers of a room, which grows to hold them; what stands in them is left over from before.
pub fn first(room: &mut Vec<f32>, count: usize) -> &mut [f32] {
    if room.len() < count {
        room.resize(count, 0.0);
    }
    &mut room[..count]
}

/// All rows, `R` at a time, against all blocks of outputs, `B` at a time.
#[inline(always)]
fn sweep<S: Simd, const R: usize, const B: usize>(simd: S, rows: &Rows, matrix: &Matrix<'_>, out: &mut [f32]) {
    let blocks = matrix.outputs / 16;
    let mut block = 0;
    while block + B <= blocks {
        strip::<S, R, B>(simd, rows, matrix, block, out);
        block += B;
    }
    while block < blocks {
        strip::<S, R, 1>(simd, rows, matrix, block, out);
        block += 1;
    }
}

#[inline(always)]
fn strip<S: Simd, const R: usize, const B: usize>(simd: S, rows: &Rows, matrix: &Matrix<'_>, block: usize, out: &mut [f32]) {
    let count = rows.count();
    let mut row = 0;
    while row + R <= count {
        tile::<S, R, B>(simd, rows, matrix, row, block, out);
        row += R;
    }
    while row < count {
        tile::<S, 1, B>(simd, rows, matrix, row, block, out);
        row += 1;
    }
}

#[inline(always)]
fn tile<S: Simd, const R: usize, const B: usize>(simd: S, rows: &Rows, matrix: &Matrix<'_>, row: usize, block: usize, out: &mut [f32]) {
    let quads = matrix.inputs / 4;
    let inputs = rows.bytes.as_chunks::<4>().0;
    let mut input = [&inputs[..0]; R];
    for r in 0..R {
        input[r] = &inputs[(row + r) * quads..][..quads];
    }
    let mut weights = [&matrix.weights[..0]; B];
    for b in 0..B {
        weights[b] = &matrix.weights[(block + b) * quads..][..quads];
    }
    let mut sums = [[i32x16::splat(simd, 0); B]; R];
    for k in 0..quads {
        for r in 0..R {
            for b in 0..B {
                sums[r][b] = fours(simd, sums[r][b], input[r][k], &weights[b][k]);
            }
        }
    }
    let first = block * 16;
    let (scales, biases) = (&matrix.scales[first..][..B * 16], &matrix.biases[first..][..B * 16]);
    let corrections = &matrix.corrections[first..][..B * 16];
    for r in 0..R {
        let out = &mut out[(row + r) * matrix.outputs + first..][..B * 16];
        let scale = f32x16::splat(simd, rows.scales[row + r]);
        for b in 0..B {
            let sum: f32x16<S> = (sums[r][b] - i32x16::from_slice(simd, &corrections[b * 16..][..16])).to_float();
            let scale = scale * f32x16::from_slice(simd, &scales[b * 16..][..16]);
            let value = sum * scale + f32x16::from_slice(simd, &biases[b * 16..][..16]);
            value.store_slice(&mut out[b * 16..][..16]);
        }
    }
}

#[cfg(test)]
impl<'w> Matrix<'w> {
    /// A layer of ready-made parts.
    pub fn of(inputs: usize, weights: &'w [[u8; 64]], scales: Vec<f32>, biases: Vec<f32>) -> Self {
        let blocks = weights.chunks(inputs / 4);
        let sum = |block: &[[u8; 64]], o: usize| {
            block.iter().flat_map(|four| &four[4 * o..4 * o + 4]).map(|w| i32::from(w.cast_signed())).sum::<i32>()
        };
        let corrections = blocks.flat_map(|block| (0..16).map(move |o| 128 * sum(block, o))).collect();
        Self { inputs, outputs: scales.len(), weights, scales, biases, corrections }
    }

    pub fn scale(&self, output: usize) -> f32 {
        self.scales[output]
    }

    pub fn bias(&self, output: usize) -> f32 {
        self.biases[output]
    }
}
