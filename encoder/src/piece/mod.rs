//! Into which pieces of the vocabulary does a word fall?
//!
//! Unigram segmentation as in Kudo, "Subword Regularization" (ACL 2018), with the conventions of `SentencePiece`.

mod best;
mod normal;

use crate::config::Config;
use crate::error::ModelError;
use crate::tensors::Tensors;
use safetensors::Dtype;

pub use best::Choice;
pub use normal::normal;

/// What stands in front of a word.
pub const MARK: char = '\u{2581}';

/// The pieces, sorted by their bytes, in place; a piece's number is its row in the table of embeddings.
#[derive(Debug, Clone, Copy)]
pub struct Vocabulary<'w> {
    bytes: &'w [u8],
    offsets: &'w [[u8; 4]],
    scores: &'w [[u8; 4]],
    /// Row and score of the unknown piece.
    unknown: (u32, f64),
    /// Pieces that a word may have; the rest of it is not read, as in training.
    longest_word: usize,
}

/// Rows of marks (begin, end, unknown) that stand before the pieces: no text is one.
const MARKS: usize = 4;

impl<'w> Vocabulary<'w> {
    /// The vocabulary of a file: four rows of marks, then the pieces, sorted, with finite scores.
    pub fn open(tensors: &Tensors<'w>, config: &Config) -> Result<Self, ModelError> {
        let count = tensors.rows("vocab.scores")?;
        let scores = tensors.words("vocab.scores", Dtype::F32, &[count])?;
        let offsets = tensors.words("vocab.offsets", Dtype::U32, &[count + 1])?;
        let bytes = tensors.bytes("vocab.bytes", Dtype::U8, &[tensors.rows("vocab.bytes")?])?;
        let (unknown, longest_word) = ((config.unk, f64::from(config.unk_score)), config.longest_word);
        let vocabulary = Self { bytes, offsets, scores, unknown, longest_word };
        let mark = |row: u32| usize::try_from(row).is_ok_and(|row| row < MARKS);
        if count < MARKS || ![config.bos, config.eos, config.unk].into_iter().all(mark) {
            return Err(ModelError::Config("bos, eos or unk is none of the first four rows".to_owned()));
        }
        if !scores.iter().all(|score| f32::from_le_bytes(*score).is_finite()) {
            return Err(ModelError::tensor("vocab.scores", "not all of its numbers are finite"));
        }
        let places = offsets.windows(2).all(|pair| start(pair[0]) <= start(pair[1]));
        if !places || offsets.last().is_some_and(|last| start(*last) != bytes.len()) {
            return Err(ModelError::tensor("vocab.offsets", "the pieces do not follow each other"));
        }
        if (MARKS + 1..count).any(|row| vocabulary.piece(row - 1) >= vocabulary.piece(row)) {
            return Err(ModelError::tensor("vocab.bytes", "the pieces are not sorted"));
        }
        Ok(vocabulary)
    }

    /// How many pieces there are.
    pub const fn len(&self) -> usize {
        self.scores.len()
    }

    fn piece(&self, row: usize) -> &'w [u8] {
        self.bytes.get(start(self.offsets[row])..start(self.offsets[row + 1])).unwrap_or_default()
    }

    fn score(&self, row: usize) -> f64 {
        f64::from(f32::from_le_bytes(self.scores[row]))
    }
}

fn start(offset: [u8; 4]) -> usize {
    usize::try_from(u32::from_le_bytes(offset)).unwrap_or(usize::MAX)
}
