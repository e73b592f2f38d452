//! How do rows of numbers become rows of bytes?

use super::vector::{ROUND, greater, largest};
use crate::machine::Machine;
use fearless_simd::{dispatch, f32x16, prelude::*, u32x16};

/// Rows in 8 bits: a byte is the value divided by the scale of its row, plus 128.
#[derive(Debug, Default)]
pub struct Rows {
    /// Bytes of a row.
    pub width: usize,
    count: usize,
    /// All rows, and room.
    pub bytes: Vec<u8>,
    /// One scale a row, and room.
    pub scales: Vec<f32>,
}

impl Rows {
    /// How many rows there are.
    pub const fn count(&self) -> usize {
        self.count
    }
}

/// Quantises rows of `width` numbers (a multiple of 16).
pub fn quantise(machine: Machine, x: &[f32], width: usize, rows: &mut Rows) {
    (rows.width, rows.count) = (width, x.len() / width);
    if rows.bytes.len() < x.len() {
        rows.bytes.resize(x.len(), 0);
    }
    if rows.scales.len() < rows.count {
        rows.scales.resize(rows.count, 0.0);
    }
    dispatch!(machine.0, simd => all(simd, x, rows));
}

#[inline(always)]
fn all<S: Simd>(simd: S, x: &[f32], rows: &mut Rows) {
    let width = rows.width;
    for (r, row) in x.chunks_exact(width).enumerate() {
        let chunks = row.as_chunks::<16>().0;
        let mut most = f32x16::splat(simd, 0.0);
        for chunk in chunks {
            most = greater(f32x16::from_slice(simd, chunk).abs(), most);
        }
        let most = largest(most);
        let factor = f32x16::splat(simd, if most > 0.0 { 127.0 / most } else { 0.0 });
        let middle = f32x16::splat(simd, ROUND + 128.0);
        let bytes = rows.bytes[r * width..(r + 1) * width].as_chunks_mut::<16>().0;
        for (chunk, out) in chunks.iter().zip(bytes) {
            let bits: u32x16<S> = (f32x16::from_slice(simd, chunk) * factor + middle).bitcast();
            let bits = bits.to_array();
            for i in 0..16 {
                out[i] = bits[i].to_le_bytes()[0];
            }
        }
        rows.scales[r] = most / 127.0;
    }
}
