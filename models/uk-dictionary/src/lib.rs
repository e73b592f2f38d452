//! Which words does Ukrainian have, and in which forms?

/// The packed dictionary (VESUM), which `newsgraph` reads where it lies. Licence and origin: `NOTICE`, `ontology/lexicon/uk/README.md`.
pub static DICTIONARY: &[u8] = include_bytes!("../dictionary.bin");
