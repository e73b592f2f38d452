//! `newsgraph schema`, `completions`, `man`: what the program says of itself.

use super::Done;
use super::args::{Cli, SchemaArgs};
use anyhow::Result;
use clap::CommandFactory;
use clap_complete::Shell;
use std::io::{self, Write};

pub fn schema(args: &SchemaArgs) -> Result<Done> {
    let text = match (args.context, args.ontology) {
        (true, _) => newsgraph::context_file(),
        (_, true) => newsgraph::ONTOLOGY_TTL.to_owned(),
        _ => newsgraph::json_schema(),
    };
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(Done::All)
}

pub fn completions(shell: Shell) -> Result<Done> {
    // The generator panics where it cannot write, so it writes into memory.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "newsgraph", &mut script);
    io::stdout().lock().write_all(&script)?;
    Ok(Done::All)
}

pub fn man() -> Result<Done> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut page)?;
    io::stdout().lock().write_all(&page)?;
    Ok(Done::All)
}
