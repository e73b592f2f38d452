//! How do the weights that training wrote become the files of two crates, each with its checksum?
//!
//! `cargo run -p newsgraph-encoder --example split -- FILE` writes `models/uk/reader.safetensors` (configuration, layers, heads) and
//! `models/uk-pieces/pieces.safetensors` (vocabulary, embeddings, weights of pairs of words): a registry takes 10 MB a crate.

use safetensors::SafeTensors;
use std::collections::HashMap;
use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::fs::read(std::env::args().nth(1).ok_or("which file?")?)?;
    let models = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../models"));
    std::fs::write(models.join("uk/reader.safetensors"), part(&file, false)?)?;
    Ok(std::fs::write(models.join("uk-pieces/pieces.safetensors"), part(&file, true)?)?)
}

/// A file of the tensors that pieces need, or of all others, with its checksum.
fn part(file: &[u8], of_pieces: bool) -> Result<Vec<u8>, Box<dyn Error>> {
    let (_, header) = SafeTensors::read_metadata(file)?;
    let mut metadata: HashMap<String, String> = header.metadata().clone().unwrap_or_default();
    metadata.insert("checksum".to_owned(), "0".repeat(16));
    if of_pieces {
        metadata.remove("config");
    }
    let tensors = SafeTensors::deserialize(file)?;
    let pieces = |name: &str| {
        name.starts_with("vocab.") || ["embedding.pieces", "embedding.position"].contains(&name) || name.starts_with("claims.pair")
    };
    let mut part = safetensors::serialize(tensors.iter().filter(|(name, _)| pieces(name) == of_pieces), Some(metadata))?;
    sort_header(&mut part)?;
    newsgraph_encoder::seal(&mut part)?;
    Ok(part)
}

/// Writes the metadata of a file in the order of their names, so that the same weights make the same bytes.
fn sort_header(file: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
    let (length, rest) = file.split_first_chunk::<8>().ok_or("no header")?;
    let (header, data) = rest.split_at(usize::try_from(u64::from_le_bytes(*length))?);
    let fields: std::collections::BTreeMap<String, serde_json::Value> = serde_json::from_slice(header)?;
    let metadata: std::collections::BTreeMap<String, String> = serde_json::from_value(fields["__metadata__"].clone())?;
    let mut sorted = serde_json::to_string(&metadata)?;
    for (name, tensor) in fields.iter().filter(|(name, _)| *name != "__metadata__") {
        sorted.push_str(&format!(",{}:{tensor}", serde_json::to_string(name)?));
    }
    let mut header = format!("{{\"__metadata__\":{sorted}}}").into_bytes();
    header.resize(header.len().next_multiple_of(8), b' ');
    *file = [&u64::try_from(header.len())?.to_le_bytes()[..], &header, data].concat();
    Ok(())
}
