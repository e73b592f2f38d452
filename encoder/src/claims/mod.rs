//! Which words trigger claims, of which kind, and who plays which role in them?
//!
//! Each word of a window is asked what it triggers; the roles are looked for later, in the whole text (`spot`).

mod pair;
mod spot;
mod table;
#[cfg(test)]
mod tests;
mod words;

pub use spot::{RoleScores, SpottedClaim};
pub use words::ClaimWord;

use crate::analysis::{ClaimRows, TriggerRow};
use crate::config::{ClaimConfig, Config};
use crate::embedding::add;
use crate::error::ModelError;
use crate::kernel::{self, Matrix, Rows};
use crate::machine::Machine;
use crate::probability::shares;
use crate::tensors::Tensors;
use std::ops::Range;
use table::Table;

/// A word that is likelier than this to trigger a claim is kept.
const LEAST: f32 = 0.1;

/// The heads for claims.
#[derive(Debug)]
pub struct Claims<'w> {
    config: ClaimConfig,
    /// What a word triggers.
    said: Matrix<'w>,
    /// What a trigger asks of the words near it, for each role.
    role: Matrix<'w>,
    /// What the lexicon's words add to the vectors and scores.
    known_trigger: Vec<f32>,
    known_acts: Vec<f32>,
    known_said: Vec<f32>,
    table: Table,
    labels: words::Labels,
}

/// What they say of the words of a window, one row a word.
#[derive(Debug, Default)]
pub struct Said {
    trigger: Vec<f32>,
    scores: Vec<f32>,
    acts: Vec<f32>,
    plays: Vec<f32>,
}

impl<'w> Claims<'w> {
    /// The heads of a file; none where the model knows nothing of claims.
    pub fn open(tensors: &Tensors<'w>, config: &Config) -> Result<Option<Self>, ModelError> {
        let Some(claims) = &config.claims else { return Ok(None) };
        let (known, roles) = (claims.known.len(), claims.roles.len());
        Ok(Some(Self {
            said: Matrix::open(tensors, "claims.said", claims.scores(), claims.trigger)?,
            role: Matrix::open(tensors, "claims.role", roles * (claims.role + 1), claims.role)?,
            known_trigger: tensors.halves("claims.known.trigger", &[known, claims.trigger])?,
            known_acts: tensors.halves("claims.known.acts", &[known, claims.role])?,
            known_said: tensors.halves("claims.known.said", &[known, claims.scores()])?,
            table: Table::open(tensors, claims.pairs, roles)?,
            labels: words::Labels::new(config, claims),
            config: claims.clone(),
        }))
    }

    /// Asks each word of a window what it triggers. `rows`: what the linear heads say of each; `known`: what the lexicon says.
    pub fn words<'r, 'l>(
        &self,
        machine: Machine,
        rows: impl Iterator<Item = &'r [f32]>,
        known: impl Iterator<Item = &'l [u16]>,
        room: &mut Rows,
        out: &mut Said,
    ) {
        let ClaimConfig { trigger, role, .. } = self.config;
        for room in [&mut out.trigger, &mut out.acts, &mut out.plays] {
            room.clear();
        }
        let mut names = Vec::new();
        for (row, known) in rows.zip(known) {
            let (word, rest) = row.split_at(trigger);
            let (acts, plays) = rest.split_at(role);
            push(&mut out.trigger, word, &self.known_trigger, known);
            push(&mut out.acts, acts, &self.known_acts, known);
            push(&mut out.plays, &plays[..role], &[], known);
            names.push(known);
        }
        kernel::quantise(machine, &out.trigger, trigger, room);
        let scores = kernel::multiply(machine, room, &self.said, &mut out.scores);
        for (row, known) in scores.chunks_exact_mut(self.said.outputs).zip(names) {
            add(&self.known_said, known, &mut row[..self.config.scores()]);
        }
    }

    /// What is kept of some words of the window for the whole text.
    pub fn part(&self, words: Range<usize>, said: &Said) -> ClaimRows {
        let (role, outputs) = (self.config.role, self.said.outputs);
        let mut rows = ClaimRows { triggers: Vec::new(), plays: said.plays[words.start * role..words.end * role].to_vec() };
        for word in words.clone() {
            let scores = &said.scores[word * outputs..][..self.config.scores()];
            if 1.0 - shares(&scores[..=self.config.relations.len()])[0] > LEAST {
                let acts = said.acts[word * role..][..role].to_vec();
                rows.triggers.push(TriggerRow { word: word - words.start, said: scores.to_vec(), acts });
            }
        }
        rows
    }
}

/// Adds a row: what a linear head says, what the lexicon adds, and then what is below nothing is made small.
fn push(rows: &mut Vec<f32>, said: &[f32], table: &[f32], known: &[u16]) {
    let begin = rows.len();
    rows.extend_from_slice(said);
    let row = &mut rows[begin..];
    add(table, known, row);
    for value in row {
        *value = if *value > 0.0 { *value } else { 0.1 * *value };
    }
}
