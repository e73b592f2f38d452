//! With which weights does newsgraph read Ukrainian?

/// The file of weights, format `newsgraph-reader/1`: crate `newsgraph-encoder` opens it in place. Licence and origin: `docs/model.md`.
pub static READER: &[u8] = include_bytes!("../reader.safetensors");
