//! What is the activation of the feed-forward step?

use crate::machine::Machine;
use fearless_simd::{dispatch, f32x16, prelude::*};

/// Beyond it the normal distribution is 0 or 1, as far as 32 bits tell.
const EDGE: f32 = 5.303_301;

/// GELU (Hendrycks & Gimpel, 2016) in place: `x · Φ(x)`, Φ by a rational function fitted to within 2 · 10⁻⁶.
pub fn gelu(machine: Machine, x: &mut [f32]) {
    dispatch!(machine.0, simd => all(simd, x));
}

#[inline(always)]
fn all<S: Simd>(simd: S, x: &mut [f32]) {
    let number = |value| f32x16::splat(simd, value);
    let above = [number(0.398_949_8), number(0.028_464_437), number(0.004_158_678_5), number(4.695_004e-5), number(-9.392_449e-8)];
    let below = [number(1.0), number(0.238_103_51), number(0.024_993_897), number(0.001_375_537_4)];
    let (edge, half) = (number(EDGE), number(0.5));
    for chunk in x.as_chunks_mut::<16>().0 {
        let x = f32x16::from_slice(simd, chunk);
        let near = x.simd_lt(edge).select(x, edge);
        let near = near.simd_gt(-edge).select(near, -edge);
        let square = near * near;
        let top = (((above[4] * square + above[3]) * square + above[2]) * square + above[1]) * square + above[0];
        let bottom = ((below[3] * square + below[2]) * square + below[1]) * square + below[0];
        (x * (half + near * top / bottom)).store_slice(chunk);
    }
}
