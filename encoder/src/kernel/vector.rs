//! What do all kernels do with sixteen numbers at a time?

use fearless_simd::{f32x16, i32x16, prelude::*};

/// Adding it to a number below 2²² in size rounds it to a whole one, half to even, which then stands in the low bits.
pub const ROUND: f32 = 12_582_912.0;

/// The bits of [`ROUND`].
const ROUND_BITS: i32 = 0x4B40_0000;

/// The whole numbers nearest to `x`.
#[inline(always)]
pub fn whole<S: Simd>(simd: S, x: f32x16<S>) -> i32x16<S> {
    (x + f32x16::splat(simd, ROUND)).bitcast::<i32x16<S>>() - i32x16::splat(simd, ROUND_BITS)
}

/// The sum in one fixed order.
#[inline(always)]
pub fn sum<S: Simd>(x: f32x16<S>) -> f32 {
    let x = x.to_array();
    let mut half = [0.0_f32; 8];
    for i in 0..8 {
        half[i] = x[i] + x[i + 8];
    }
    ((half[0] + half[4]) + (half[2] + half[6])) + ((half[1] + half[5]) + (half[3] + half[7]))
}

/// The largest number; what is not a number is passed over.
#[inline(always)]
pub fn largest<S: Simd>(x: f32x16<S>) -> f32 {
    let x = x.to_array();
    let mut most = x[0];
    for i in 1..16 {
        most = if x[i] > most { x[i] } else { most };
    }
    most
}

/// The greater of two, lane by lane.
#[inline(always)]
pub fn greater<S: Simd>(a: f32x16<S>, b: f32x16<S>) -> f32x16<S> {
    a.simd_gt(b).select(a, b)
}
