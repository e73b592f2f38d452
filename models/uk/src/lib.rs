//! With which weights and which dictionary does newsgraph read Ukrainian?

/// The file of weights, format `newsgraph-reader/1`: crate `newsgraph-encoder` opens it in place. Licence and origin: `docs/model.md`.
pub static READER: &[u8] = include_bytes!("../reader.safetensors");

/// The packed dictionary (VESUM), which `newsgraph` reads where it lies. Licence and origin: `ontology/lexicon/uk/README.md`.
pub static DICTIONARY: &[u8] = include_bytes!("../dictionary.bin");
