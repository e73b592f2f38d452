//! How does a file of weights get its checksum?
//!
//! `cargo run -p newsgraph-encoder --example seal -- FILE` writes it into a file that lacks it or was changed.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("which file?")?;
    let mut file = std::fs::read(&path)?;
    newsgraph_encoder::seal(&mut file)?;
    Ok(std::fs::write(path, file)?)
}
