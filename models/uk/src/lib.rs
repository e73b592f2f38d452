//! With which weights does newsgraph read Ukrainian?

/// The files of weights, format `newsgraph-reader/1`, which `newsgraph_encoder::Reader::of_parts` opens in place. They are two, for a registry takes
/// 10 MB a crate. Licence and origin: `docs/model.md`.
pub static READER: [&[u8]; 2] = [include_bytes!("../reader.safetensors"), newsgraph_uk_pieces::PIECES];
