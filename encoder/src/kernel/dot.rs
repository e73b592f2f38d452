//! What is the sum of a few products, for sixteen outputs at once?
//!
//! Inputs are unsigned bytes, weights signed ones of 7 bits: two products and their sum fit 16 bits with a sign, so that every way below is exact.

use fearless_simd::{i8x64, i16x32, i32x16, prelude::*, u8x64, u64x8};

/// `sums[o] += Σ inputs[i] · weights[4 o + i]`, with `i` from 0 to 3 and `o` from 0 to 15.
#[inline(always)]
pub fn fours<S: Simd>(simd: S, sums: i32x16<S>, inputs: [u8; 4], weights: &[u8; 64]) -> i32x16<S> {
    let weights = u8x64::from_slice(simd, weights);
    // What `simd` is, is known when this is compiled: one arm of these stays.
    match simd.level() {
        #[cfg(target_arch = "x86_64")]
        fearless_simd::Level::Avx512(x86) => {
            super::x86::fours_512(x86, sums.into(), i32::from_le_bytes(inputs), weights.into()).simd_into(simd)
        }
        #[cfg(target_arch = "x86_64")]
        fearless_simd::Level::Avx2(x86) => {
            let inputs = i32::from_le_bytes(inputs);
            let ((a, b), (wa, wb)) = (sums.split(), weights.split());
            let a = super::x86::fours_256(x86, a.into(), inputs, wa.into());
            let b = super::x86::fours_256(x86, b.into(), inputs, wb.into());
            fearless_simd::i32x8::simd_from(simd, a).combine(fearless_simd::i32x8::simd_from(simd, b))
        }
        #[cfg(target_arch = "x86_64")]
        fearless_simd::Level::Sse4_2(x86) => {
            use fearless_simd::i32x4;
            let inputs = i32::from_le_bytes(inputs);
            let ((low, high), (wlow, whigh)) = (sums.split(), weights.split());
            let ((a, b), (c, d)) = (low.split(), high.split());
            let ((wa, wb), (wc, wd)) = (wlow.split(), whigh.split());
            let a: i32x4<S> = super::x86::fours_128(x86, a.into(), inputs, wa.into()).simd_into(simd);
            let b: i32x4<S> = super::x86::fours_128(x86, b.into(), inputs, wb.into()).simd_into(simd);
            let c: i32x4<S> = super::x86::fours_128(x86, c.into(), inputs, wc.into()).simd_into(simd);
            let d: i32x4<S> = super::x86::fours_128(x86, d.into(), inputs, wd.into()).simd_into(simd);
            a.combine(b).combine(c.combine(d))
        }
        _ => wide(simd, sums, inputs, weights),
    }
}

/// The same in products of 16 bits, which every set of vector instructions has.
#[inline(always)]
fn wide<S: Simd>(simd: S, sums: i32x16<S>, inputs: [u8; 4], weights: u8x64<S>) -> i32x16<S> {
    let [a, b, c, d] = inputs.map(u64::from);
    let inputs: i16x32<S> = u64x8::splat(simd, a | b << 16 | c << 32 | d << 48).bitcast();
    let (low, high) = weights.bitcast::<i8x64<S>>().widen();
    let (low, high) = (inputs.pairwise_dot_product(low), inputs.pairwise_dot_product(high));
    sums + (low.unzip_low(high) + low.unzip_high(high))
}

/// `sums[o] += Σ inputs[i] · weights[o][i]`, with `i` from 0 to 1: each number holds two of 16 bits.
#[inline(always)]
pub fn pairs<S: Simd>(simd: S, sums: i32x16<S>, inputs: i32, weights: &[i32; 16]) -> i32x16<S> {
    let weights = i32x16::from_slice(simd, weights);
    match simd.level() {
        #[cfg(target_arch = "x86_64")]
        fearless_simd::Level::Avx512(x86) => super::x86::pairs_512(x86, sums.into(), inputs, weights.into()).simd_into(simd),
        _ => sums + i32x16::splat(simd, inputs).bitcast::<i16x32<S>>().pairwise_dot_product(weights.bitcast::<i16x32<S>>()),
    }
}
