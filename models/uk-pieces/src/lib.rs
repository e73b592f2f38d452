//! Which pieces of words does newsgraph's reader of Ukrainian know?

/// Vocabulary and table of embeddings, a part of the weights of crate `newsgraph-uk`.
pub static PIECES: &[u8] = include_bytes!("../pieces.safetensors");
