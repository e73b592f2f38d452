//! Which weights have pairs of words that look so?

use crate::error::ModelError;
use crate::tensors::Tensors;
use safetensors::Dtype;

/// The weights of pairs by their numbers, a row each; found by hashing, free places have row 0.
#[derive(Debug)]
pub struct Table {
    places: Vec<(u64, u32)>,
    weights: Vec<f32>,
    roles: usize,
    /// Of a hash, how many bits are too many.
    shift: u32,
}

impl Table {
    /// The table of a file.
    pub fn open(tensors: &Tensors<'_>, pairs: usize, roles: usize) -> Result<Self, ModelError> {
        let bytes = tensors.bytes("claims.pair.keys", Dtype::I64, &[pairs])?;
        let keys = bytes.as_chunks::<8>().0.iter().map(|bytes| u64::from_le_bytes(*bytes));
        Ok(Self::new(keys, tensors.halves("claims.pair", &[pairs, roles])?, roles))
    }

    /// A table of these numbers, which have these weights, `roles` each.
    pub fn new(keys: impl ExactSizeIterator<Item = u64>, weights: Vec<f32>, roles: usize) -> Self {
        let size = (keys.len() * 2 + 1).next_power_of_two();
        let mut table = Self { places: vec![(0, 0); size], weights, roles, shift: 64 - size.trailing_zeros() };
        for (row, key) in (1..).zip(keys) {
            let place = table.place(key);
            table.places[place] = (key, row);
        }
        table
    }

    /// Where a number stands, or would.
    fn place(&self, key: u64) -> usize {
        let hash = key.wrapping_mul(0x9E37_79B9_7F4A_7C15).checked_shr(self.shift).unwrap_or_default();
        let mut place = usize::try_from(hash).unwrap_or_default();
        while self.places[place].1 != 0 && self.places[place].0 != key {
            place = (place + 1) & (self.places.len() - 1);
        }
        place
    }

    /// Adds the weights of a number, if it has any.
    pub fn add(&self, key: u64, out: &mut [f32]) {
        if let Some(row) = self.places[self.place(key)].1.checked_sub(1) {
            let begin = usize::try_from(row).unwrap_or(usize::MAX).saturating_mul(self.roles);
            for (out, weight) in out.iter_mut().zip(self.weights.get(begin..).unwrap_or_default()) {
                *out += weight;
            }
        }
    }
}
