//! Which vector has a piece before the first layer?

use crate::config::Config;
use crate::error::ModelError;
use crate::tensors::{Tensors, half};
use safetensors::Dtype;

/// Bytes of a block of 32 numbers of 4 bits: a scale of 16 bits, the low halves of the bytes, the high halves (the `Q4_0` of GGML).
const BLOCK: usize = 18;

/// Tables of pieces and places, in place.
#[derive(Debug)]
pub struct Embedding<'w> {
    pieces: &'w [u8],
    places: &'w [u8],
    kind: Vec<f32>,
    lexical: Option<Vec<f32>>,
    hidden: usize,
}

impl<'w> Embedding<'w> {
    /// The tables of a file, with a row for each of `pieces` pieces.
    pub fn open(tensors: &Tensors<'w>, config: &Config, pieces: usize) -> Result<Self, ModelError> {
        let hidden = config.hidden;
        let lexical =
            if config.lexical_at.input() { Some(tensors.halves("lexical.input", &[config.lexical.len(), hidden])?) } else { None };
        Ok(Self {
            pieces: tensors.bytes("embedding.pieces", Dtype::U8, &[pieces, hidden / 32 * BLOCK])?,
            places: tensors.bytes("embedding.position", Dtype::F16, &[config.max_pieces, hidden])?,
            kind: tensors.floats("embedding.type", &[hidden])?,
            lexical,
            hidden,
        })
    }

    /// Writes the vector of a piece at a place of its window.
    pub fn write(&self, piece: u32, place: usize, out: &mut [f32]) {
        let row = usize::try_from(piece).unwrap_or(usize::MAX);
        let bytes = self.hidden / 32 * BLOCK;
        let blocks = self.pieces[row * bytes..][..bytes].as_chunks::<BLOCK>().0;
        for (out, block) in out.as_chunks_mut::<32>().0.iter_mut().zip(blocks) {
            let scale = half([block[0], block[1]]);
            for (i, byte) in block[2..].iter().enumerate() {
                out[i] = (f32::from(byte & 15) - 8.0) * scale;
                out[i + 16] = (f32::from(byte >> 4) - 8.0) * scale;
            }
        }
        let places = self.places[place * self.hidden * 2..][..self.hidden * 2].as_chunks::<2>().0;
        for ((out, place), kind) in out.iter_mut().zip(places).zip(&self.kind) {
            *out += half(*place) + kind;
        }
    }

    /// Adds what is known of the piece's word.
    pub fn add_lexical(&self, lexical: &[u16], out: &mut [f32]) {
        if let Some(table) = &self.lexical {
            add(table, lexical, out);
        }
    }
}

/// Adds the rows of a table that are named.
pub fn add(table: &[f32], rows: &[u16], out: &mut [f32]) {
    for row in rows {
        let begin = usize::from(*row) * out.len();
        for (out, value) in out.iter_mut().zip(table.get(begin..).unwrap_or_default()) {
            *out += value;
        }
    }
}
