//! Who or what is each word of a text, and how do they hang together?
//!
//! The encoder of newsgraph's reader: words fall into pieces, a transformer in 8 bits gives each word a vector among its neighbours, and heads
//! read off it parts of speech, features, the tree, and mentions. No C, no `unsafe`, and the same bits on every machine.
//!
//! The model comes as bytes from elsewhere: crate `newsgraph-uk` has them in two parts.
//!
//! ```no_run
//! use newsgraph_encoder::{Reader, Scratch, Sentence, Word};
//!
//! let layers = std::fs::read("models/uk/reader.safetensors").unwrap();
//! let pieces = std::fs::read("models/uk-pieces/pieces.safetensors").unwrap();
//! let reader = Reader::of_parts(&[&layers, &pieces]).unwrap();
//! let words = ["Сенат", "погодив", "угоду", "."].map(|form| Word { form, ..Word::default() });
//! let found = reader.analyse(&[Sentence { words: &words }], &mut Scratch::default());
//! let labels = reader.labels();
//! for word in 0..words.len() {
//!     println!("{} {:?} {}", labels.upos[found[0].upos(word)], found[0].heads()[word], labels.deprel[found[0].relations()[word]]);
//! }
//! ```

mod analysis;
mod checksum;
mod claims;
mod config;
mod embedding;
mod encoder;
mod error;
mod heads;
mod kernel;
mod labels;
mod machine;
mod mention;
mod piece;
mod probability;
mod reader;
mod sentence;
mod tensors;
mod tree;
mod window;

pub use analysis::Analysis;
pub use checksum::seal;
pub use claims::{ClaimWord, RoleScores, SpottedClaim};
pub use config::{ClaimConfig, Config, Features, LexicalAt};
pub use error::ModelError;
pub use labels::Labels;
pub use machine::Machine;
pub use probability::{best, chance, probability};
pub use reader::{Reader, Scratch};
pub use sentence::{Sentence, Word};
