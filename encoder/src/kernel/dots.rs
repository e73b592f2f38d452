//! What are the products of one row with many others?

use super::vector::sum;
use crate::machine::Machine;
use fearless_simd::{dispatch, f32x16, prelude::*};

/// `out[i] = a · b[i]`, where `b` has rows as wide as `a` (a multiple of 16), `stride` apart.
pub fn dots(machine: Machine, a: &[f32], b: &[f32], stride: usize, out: &mut [f32]) {
    dispatch!(machine.0, simd => all(simd, a, b, stride, out));
}

#[inline(always)]
fn all<S: Simd>(simd: S, a: &[f32], b: &[f32], stride: usize, out: &mut [f32]) {
    let a = a.as_chunks::<16>().0;
    for (i, out) in out.iter_mut().enumerate() {
        let row = b[i * stride..][..a.len() * 16].as_chunks::<16>().0;
        let mut total = f32x16::splat(simd, 0.0);
        for k in 0..a.len() {
            total += f32x16::from_slice(simd, &a[k]) * f32x16::from_slice(simd, &row[k]);
        }
        *out = sum(total);
    }
}
