//! How is a row brought to mean 0 and variance 1?

use super::vector::sum;
use crate::error::ModelError;
use crate::machine::Machine;
use crate::tensors::Tensors;
use fearless_simd::{dispatch, f32x16, prelude::*};

/// Weights of a layer normalisation (Ba et al., 2016).
#[derive(Debug)]
pub struct Norm {
    weights: Vec<f32>,
    biases: Vec<f32>,
    eps: f32,
}

impl Norm {
    /// The one of this name.
    pub fn open(tensors: &Tensors<'_>, name: &str, width: usize, eps: f32) -> Result<Self, ModelError> {
        let weights = tensors.floats(&format!("{name}.w"), &[width])?;
        Ok(Self { weights, biases: tensors.floats(&format!("{name}.b"), &[width])?, eps })
    }
}

/// Adds `step` to the rows `x` where it is given (rows of the same width), normalises them, and adds `share` of them to `mixed`.
///
/// Numbers of `step` and `mixed` beyond the rows are left alone.
pub fn normalise(machine: Machine, norm: &Norm, x: &mut [f32], step: Option<&[f32]>, share: f32, mixed: Option<&mut [f32]>) {
    dispatch!(machine.0, simd => {
        if let Some(step) = step {
            add(simd, x, step, 1.0);
        }
        all(simd, norm, x);
        if let Some(mixed) = mixed {
            add(simd, mixed, x, share);
        }
    });
}

#[inline(always)]
fn add<S: Simd>(simd: S, x: &mut [f32], y: &[f32], share: f32) {
    let share = f32x16::splat(simd, share);
    for (x, y) in x.as_chunks_mut::<16>().0.iter_mut().zip(y.as_chunks::<16>().0) {
        (f32x16::from_slice(simd, x) + share * f32x16::from_slice(simd, y)).store_slice(x);
    }
}

#[inline(always)]
fn all<S: Simd>(simd: S, norm: &Norm, x: &mut [f32]) {
    let width = norm.weights.len();
    let (weights, biases) = (norm.weights.as_chunks::<16>().0, norm.biases.as_chunks::<16>().0);
    #[expect(clippy::cast_precision_loss, reason = "a width is small")]
    let count = width as f32;
    for row in x.chunks_exact_mut(width) {
        let row = row.as_chunks_mut::<16>().0;
        let mut total = f32x16::splat(simd, 0.0);
        for chunk in row.iter() {
            total += f32x16::from_slice(simd, chunk);
        }
        let mean = f32x16::splat(simd, sum(total) / count);
        let mut total = f32x16::splat(simd, 0.0);
        for chunk in row.iter() {
            let off = f32x16::from_slice(simd, chunk) - mean;
            total += off * off;
        }
        let factor = f32x16::splat(simd, 1.0 / (sum(total) / count + norm.eps).sqrt());
        for ((chunk, weight), bias) in row.iter_mut().zip(weights).zip(biases) {
            let value = (f32x16::from_slice(simd, chunk) - mean) * factor;
            (value * f32x16::from_slice(simd, weight) + f32x16::from_slice(simd, bias)).store_slice(chunk);
        }
    }
}

#[cfg(test)]
impl Norm {
    /// One of ready-made parts.
    pub const fn of(weights: Vec<f32>, biases: Vec<f32>, eps: f32) -> Self {
        Self { weights, biases, eps }
    }

    pub fn weight(&self, i: usize) -> f32 {
        self.weights[i]
    }

    pub fn bias(&self, i: usize) -> f32 {
        self.biases[i]
    }
}
