//! What do the vectors of the words say: tags, arcs, relations?
//!
//! Linear scores, and the deep biaffine parser of Dozat & Manning (ICLR 2017).

use crate::config::Config;
use crate::embedding::add;
use crate::encoder::Room;
use crate::error::ModelError;
use crate::kernel::{self, Matrix};
use crate::machine::Machine;
use crate::tensors::Tensors;
use crate::window::Window;
use std::ops::Range;

/// All heads of the model.
#[derive(Debug)]
pub struct Heads<'w> {
    /// Scores of labels, then the word as head and as dependent of an arc, then of a relation.
    stack: Matrix<'w>,
    arc: Matrix<'w>,
    rel: Matrix<'w>,
    root_arc: Vec<f32>,
    root_rel: Vec<f32>,
    lexical: Option<Vec<f32>>,
    hidden: usize,
    labels: usize,
    relations: usize,
}

/// What the heads say of the words of a window, one row a word.
#[derive(Debug, Default)]
pub struct Said {
    vectors: Vec<f32>,
    stack: Vec<f32>,
    arc_head: Vec<f32>,
    arc_dep: Vec<f32>,
    rel_head: Vec<f32>,
    rel_dep: Vec<f32>,
    /// Of the part at hand: what each word asks of a head, as arc and as relation.
    arc: Vec<f32>,
    rel: Vec<f32>,
}

impl<'w> Heads<'w> {
    pub fn open(tensors: &Tensors<'w>, config: &Config, labels: usize) -> Result<Self, ModelError> {
        let (arc, rel, relations) = (config.arc, config.rel, config.deprel.len());
        let table = || tensors.halves("lexical.word", &[config.lexical.len(), config.hidden]);
        Ok(Self {
            stack: Matrix::open(tensors, "heads", config.stacked.iter().map(|(_, width)| width).sum(), config.hidden)?,
            arc: Matrix::open(tensors, "arc", arc, arc)?,
            rel: Matrix::open(tensors, "rel", relations * (rel + 1), rel)?,
            root_arc: tensors.floats("root.arc", &[arc])?,
            root_rel: tensors.floats("root.rel", &[rel])?,
            lexical: if config.lexical_at.word() { Some(table()?) } else { None },
            hidden: config.hidden,
            labels,
            relations,
        })
    }

    /// Makes words of the pieces in `room.mixed` (the mean of a word's pieces) and asks the linear heads.
    pub fn words<'l>(&self, machine: Machine, window: &Window, lexical: impl Iterator<Item = &'l [u16]>, room: &mut Room, said: &mut Said) {
        let vectors = kernel::first(&mut said.vectors, window.words.len() * self.hidden);
        vectors.fill(0.0);
        for ((pieces, lexical), out) in window.words.iter().zip(lexical).zip(vectors.chunks_exact_mut(self.hidden)) {
            #[expect(clippy::cast_precision_loss, reason = "a word has few pieces")]
            let share = 1.0 / pieces.len().max(1) as f32;
            for piece in room.mixed[pieces.start * self.hidden..pieces.end * self.hidden].chunks_exact(self.hidden) {
                for (out, value) in out.iter_mut().zip(piece) {
                    *out += value * share;
                }
            }
            if let Some(table) = &self.lexical {
                add(table, lexical, out);
            }
        }
        kernel::quantise(machine, vectors, self.hidden, &mut room.rows);
        let stack = kernel::multiply(machine, &room.rows, &self.stack, &mut said.stack);
        let (arc, rel) = (self.arc.inputs, self.rel.inputs);
        let mut begin = self.labels;
        for (out, width) in [(&mut said.arc_head, arc), (&mut said.arc_dep, arc), (&mut said.rel_head, rel), (&mut said.rel_dep, rel)] {
            out.clear();
            for row in stack.chunks_exact(self.stack.outputs) {
                out.extend(row[begin..begin + width].iter().map(|x| if *x > 0.0 { *x } else { 0.1 * x }));
            }
            begin += width;
        }
    }

    /// Scores of the labels of a word of the window.
    pub fn labels<'s>(&self, said: &'s Said, word: usize) -> &'s [f32] {
        &said.stack[word * self.stack.outputs..][..self.labels]
    }

    /// What the linear heads of claims say of a word of the window.
    pub fn claims<'s>(&self, said: &'s Said, word: usize) -> &'s [f32] {
        &said.stack[word * self.stack.outputs..(word + 1) * self.stack.outputs][self.labels + 2 * self.arc.inputs + 2 * self.rel.inputs..]
    }

    /// Scores of all arcs among some words of the window: a row for each of them, first with the root, then with each of them as its head.
    pub fn arcs(&self, machine: Machine, words: Range<usize>, room: &mut Room, said: &mut Said) -> Vec<f32> {
        let (width, count) = (self.arc.inputs, words.len());
        kernel::quantise(machine, &said.arc_dep[words.start * width..words.end * width], width, &mut room.rows);
        let asked = kernel::multiply(machine, &room.rows, &self.arc, &mut said.arc);
        let heads = &said.arc_head[words.start * width..words.end * width];
        let mut scores = vec![0.0; count * (count + 1)];
        for (row, asked) in scores.chunks_exact_mut(count + 1).zip(asked.chunks_exact(self.arc.outputs)) {
            kernel::dots(machine, &asked[..width], &self.root_arc, width, &mut row[..1]);
            kernel::dots(machine, &asked[..width], heads, width, &mut row[1..]);
        }
        scores
    }

    /// Scores of the relations of some words of the window to their heads among them: a row for each.
    pub fn relations(&self, machine: Machine, words: Range<usize>, heads: &[Option<usize>], room: &mut Room, said: &mut Said) -> Vec<f32> {
        let width = self.rel.inputs;
        kernel::quantise(machine, &said.rel_dep[words.start * width..words.end * width], width, &mut room.rows);
        let asked = kernel::multiply(machine, &room.rows, &self.rel, &mut said.rel);
        let mut scores = vec![0.0; words.len() * self.relations];
        let rows = scores.chunks_exact_mut(self.relations).zip(asked.chunks_exact(self.rel.outputs));
        for ((row, asked), head) in rows.zip(heads) {
            let vector = head.map_or(&self.root_rel[..], |head| &said.rel_head[(words.start + head) * width..][..width]);
            kernel::dots(machine, vector, asked, width + 1, row);
            for (score, asked) in row.iter_mut().zip(asked.chunks_exact(width + 1)) {
                *score += asked[width];
            }
        }
        scores
    }
}
