//! How does one read a text with the model?

use crate::analysis::{Analysis, ClaimRows, PartAnalysis};
use crate::checksum;
use crate::claims::{ClaimWord, Claims, Said as ClaimsSaid, SpottedClaim};
use crate::config::Config;
use crate::encoder::{Encoder, Room};
use crate::error::ModelError;
use crate::heads::{Heads, Said};
use crate::labels::Labels;
use crate::machine::Machine;
use crate::mention::Chain;
use crate::piece::Vocabulary;
use crate::probability::probability;
use crate::sentence::{Sentence, Word};
use crate::tensors::Tensors;
use crate::tree::tree;
use crate::window::{Part, Window, windows};
use std::ops::Range;
use std::sync::Arc;

#[cfg(test)]
mod tests;

/// A model, ready to read; its large tables stay where its bytes are.
#[derive(Debug)]
pub struct Reader<'w> {
    config: Config,
    labels: Arc<Labels>,
    vocabulary: Vocabulary<'w>,
    encoder: Encoder<'w>,
    heads: Heads<'w>,
    chain: Chain,
    claims: Option<Claims<'w>>,
    machine: Machine,
    /// The relation of the root to nothing.
    root: Option<usize>,
}

/// Memory that reading needs, kept from text to text; one for each thread.
#[derive(Debug, Default)]
pub struct Scratch {
    room: Room,
    said: Said,
    claims: ClaimsSaid,
}

impl<'w> Reader<'w> {
    /// Opens a file of weights (`newsgraph-reader/1`, as `docs/model.md` describes it).
    ///
    /// # Errors
    /// What is wrong with the file: it is none, is damaged, or its tensors do not fit its configuration.
    pub fn new(file: &'w [u8]) -> Result<Self, ModelError> {
        Self::of_parts(&[file])
    }

    /// Opens weights that come in several files, each with some of the tensors and a checksum, one of them with the configuration: a registry of
    /// packages takes no file as large as the whole.
    ///
    /// # Errors
    /// As [`Reader::new`].
    pub fn of_parts(files: &[&'w [u8]]) -> Result<Self, ModelError> {
        let (tensors, config) = Tensors::open(files)?;
        for file in files {
            checksum::check(file)?;
        }
        let config = Config::read(&config)?;
        let labels = Arc::new(Labels::new(&config));
        let vocabulary = Vocabulary::open(&tensors, &config)?;
        Ok(Self {
            encoder: Encoder::open(&tensors, &config, vocabulary.len())?,
            heads: Heads::open(&tensors, &config, labels.count())?,
            chain: Chain::open(&tensors, &config)?,
            claims: Claims::open(&tensors, &config)?,
            root: config.deprel.iter().position(|name| name == "root"),
            vocabulary,
            labels,
            config,
            machine: Machine::best(),
        })
    }

    /// The same reader with certain vector instructions; what it reads does not change, only its speed.
    #[must_use]
    pub fn on(mut self, machine: Machine) -> Self {
        self.machine = machine;
        self
    }

    /// Sizes and labels of the model.
    #[must_use]
    pub const fn config(&self) -> &Config {
        &self.config
    }

    /// The labels that numbers in an [`Analysis`] stand for.
    #[must_use]
    pub fn labels(&self) -> &Labels {
        &self.labels
    }

    /// Adds the pieces of a word to `pieces`, as rows of the model's table: one at least, `Config::longest_word` at most.
    pub fn pieces(&self, word: &str, pieces: &mut Vec<u32>) {
        crate::piece::Choice::default().add(&self.vocabulary, word, pieces);
    }

    /// Reads the sentences of one text, which see their neighbours; one analysis for each.
    ///
    /// What comes out depends on the text alone: not on what was read before with `scratch`, on threads or on the machine.
    pub fn analyse(&self, sentences: &[Sentence<'_>], scratch: &mut Scratch) -> Vec<Analysis> {
        let mut all = vec![Analysis::new(Arc::clone(&self.labels)); sentences.len()];
        windows(&self.config, &self.vocabulary, sentences, |window| {
            self.window(window, sentences, scratch);
            let mut first = 0;
            for part in &window.parts {
                let words = first..first + part.words.len();
                first = words.end;
                all[part.sentence].add(self.part(words, scratch));
            }
        });
        all
    }

    /// What a text claims. `analyses`: its sentences, as [`Reader::analyse`] gave them; `words`: their words with the tags that were chosen. Nothing
    /// where the model knows nothing of claims.
    pub fn claims(&self, analyses: &[Analysis], words: &[Vec<ClaimWord<'_>>], scratch: &mut Scratch) -> Vec<SpottedClaim> {
        let rows = &mut scratch.room.rows;
        self.claims.as_ref().map_or_else(Vec::new, |claims| claims.spot(self.machine, analyses, words, rows))
    }

    /// Runs encoder and linear heads on a window.
    fn window(&self, window: &Window, sentences: &[Sentence<'_>], scratch: &mut Scratch) {
        let Scratch { room, said, claims: said_of_claims } = scratch;
        let hidden = self.config.hidden;
        let x = crate::kernel::first(&mut room.x, window.pieces.len() * hidden);
        for (place, (piece, out)) in window.pieces.iter().zip(x.chunks_exact_mut(hidden)).enumerate() {
            self.encoder.embedding.write(*piece, place, out);
        }
        for (pieces, lexical) in window.words.iter().zip(lexical(&window.parts, sentences)) {
            for out in x[pieces.start * hidden..pieces.end * hidden].chunks_exact_mut(hidden) {
                self.encoder.embedding.add_lexical(lexical, out);
            }
        }
        self.encoder.run(self.machine, window.pieces.len(), room);
        self.heads.words(self.machine, window, lexical(&window.parts, sentences), room, said);
        if let Some(claims) = &self.claims {
            let rows = (0..window.words.len()).map(|word| self.heads.claims(said, word));
            claims.words(self.machine, rows, words(&window.parts, sentences).map(|word| word.known), &mut room.rows, said_of_claims);
        }
    }

    /// Decodes one part of the window that was run: tree, relations, mentions.
    fn part(&self, words: Range<usize>, scratch: &mut Scratch) -> PartAnalysis {
        let Scratch { room, said, claims } = scratch;
        let arcs = self.heads.arcs(self.machine, words.clone(), room, said);
        let heads = tree(&arcs, words.len());
        let relation_scores = self.heads.relations(self.machine, words.clone(), &heads, room, said);
        let place = |head: &Option<usize>| head.map_or(0, |head| head + 1);
        let head_probabilities = heads.iter().zip(arcs.chunks_exact(words.len() + 1)).enumerate().map(|(word, (head, row))| {
            let mut row = row.to_vec();
            row[word + 1] = f32::MIN;
            probability(&row, place(head))
        });
        let rows = heads.iter().zip(relation_scores.chunks_exact(self.config.deprel.len()));
        let tags: Vec<&[f32]> = words.clone().map(|word| &self.heads.labels(said, word)[self.labels.mention_scores()]).collect();
        let mentions = self.chain.best(&tags);
        PartAnalysis {
            head_probabilities: head_probabilities.collect(),
            relations: rows.map(|(head, row)| self.relation(head.is_none(), row)).collect(),
            mention_probabilities: self.chain.probabilities(&tags, &mentions),
            mentions,
            claims: self.claims.as_ref().map_or_else(ClaimRows::default, |heads| heads.part(words.clone(), claims)),
            scores: words.flat_map(|word| self.heads.labels(said, word)).copied().collect(),
            relation_scores,
            heads,
        }
    }

    /// The best relation: that of the root for the root, and for no other word.
    fn relation(&self, root: bool, scores: &[f32]) -> usize {
        let Some(name) = self.root else { return crate::probability::best(scores) };
        if root {
            return name;
        }
        let mut best = usize::from(name == 0).min(scores.len() - 1);
        for (relation, score) in scores.iter().enumerate() {
            if relation != name && *score > scores[best] {
                best = relation;
            }
        }
        best
    }
}

/// The words of a window, in order.
fn words<'s>(parts: &'s [Part], sentences: &'s [Sentence<'_>]) -> impl Iterator<Item = Word<'s>> {
    parts.iter().flat_map(|part| &sentences[part.sentence].words[part.words.clone()]).copied()
}

/// What is known of them.
fn lexical<'s>(parts: &'s [Part], sentences: &'s [Sentence<'_>]) -> impl Iterator<Item = &'s [u16]> {
    words(parts, sentences).map(|word| word.lexical)
}
