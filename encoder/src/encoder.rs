//! Which vector has a piece among its neighbours?
//!
//! The transformer of BERT (Devlin et al., 2019) as multilingual-e5-small has it; what comes out is a learned mixture of all its layers.

use crate::config::Config;
use crate::embedding::Embedding;
use crate::error::ModelError;
use crate::kernel::{self, Attention, Matrix, Norm, Rows, Shape};
use crate::machine::Machine;
use crate::tensors::Tensors;

/// One layer.
#[derive(Debug)]
struct Layer<'w> {
    /// Queries, keys and values of all heads.
    qkv: Matrix<'w>,
    out: Matrix<'w>,
    after_attention: Norm,
    widen: Matrix<'w>,
    narrow: Matrix<'w>,
    after: Norm,
}

/// All layers.
#[derive(Debug)]
pub struct Encoder<'w> {
    pub embedding: Embedding<'w>,
    norm: Norm,
    layers: Vec<Layer<'w>>,
    /// Shares of the embedding and of each layer.
    mix: Vec<f32>,
    shape: Shape,
    hidden: usize,
}

/// Room for one window, kept from window to window.
#[derive(Debug, Default)]
pub struct Room {
    pub rows: Rows,
    /// The pieces' vectors, and room.
    pub x: Vec<f32>,
    /// The result, and room.
    pub mixed: Vec<f32>,
    product: Vec<f32>,
    wide: Vec<f32>,
    step: Vec<f32>,
    attention: Attention,
}

impl<'w> Encoder<'w> {
    pub fn open(tensors: &Tensors<'w>, config: &Config, pieces: usize) -> Result<Self, ModelError> {
        let (hidden, ffn) = (config.hidden, config.ffn);
        let layer = |i: usize| {
            let name = |part: &str| format!("layer{i}.{part}");
            Ok(Layer {
                qkv: Matrix::open(tensors, &name("qkv"), 3 * hidden, hidden)?,
                out: Matrix::open(tensors, &name("out"), hidden, hidden)?,
                after_attention: Norm::open(tensors, &name("ln1"), hidden, config.eps)?,
                widen: Matrix::open(tensors, &name("ffn_in"), ffn, hidden)?,
                narrow: Matrix::open(tensors, &name("ffn_out"), hidden, ffn)?,
                after: Norm::open(tensors, &name("ln2"), hidden, config.eps)?,
            })
        };
        Ok(Self {
            embedding: Embedding::open(tensors, config, pieces)?,
            norm: Norm::open(tensors, "embedding.ln", hidden, config.eps)?,
            layers: (0..config.layers).map(layer).collect::<Result<_, ModelError>>()?,
            mix: tensors.floats("mix", &[config.layers + 1])?,
            shape: Shape { heads: config.heads, width: config.head() },
            hidden,
        })
    }

    /// Runs the layers over the embeddings of a window of `pieces` in `room.x`; the mixture comes out in `room.mixed`, rows of `hidden` numbers.
    pub fn run(&self, machine: Machine, pieces: usize, room: &mut Room) {
        let Room { rows, product, x, wide, step, mixed, attention } = room;
        let x = &mut x[..pieces * self.hidden];
        let (mixed, step) = (kernel::first(mixed, x.len()), kernel::first(step, x.len()));
        mixed.fill(0.0);
        kernel::normalise(machine, &self.norm, x, None, self.mix[0], Some(mixed));
        for (layer, share) in self.layers.iter().zip(&self.mix[1..]) {
            kernel::quantise(machine, x, self.hidden, rows);
            let qkv = kernel::multiply(machine, rows, &layer.qkv, product);
            kernel::attend(machine, self.shape, qkv, step, attention);
            kernel::quantise(machine, step, self.hidden, rows);
            let out = kernel::multiply(machine, rows, &layer.out, product);
            kernel::normalise(machine, &layer.after_attention, x, Some(out), 0.0, None);
            kernel::quantise(machine, x, self.hidden, rows);
            let inner = kernel::multiply(machine, rows, &layer.widen, wide);
            kernel::gelu(machine, inner);
            kernel::quantise(machine, inner, layer.narrow.inputs, rows);
            let out = kernel::multiply(machine, rows, &layer.narrow, product);
            kernel::normalise(machine, &layer.after, x, Some(out), *share, Some(mixed));
        }
    }
}
