//! What did the person want? The command line: a file a command, through the public interface of the library only.

mod args;
mod arrivals;
mod build;
mod check;
mod draw;
mod explain;
mod input;
mod load;
mod output;
mod query;
mod read;
mod report;
mod rows;
mod secrets;
mod shell;
mod show;
mod stop;
mod table;
mod terminal;
mod watch;
mod why;
mod words;

use anyhow::Error;
use args::{Cli, Command};
use clap::Parser;
use report::Reporter;
use std::io::{self, ErrorKind};
use std::process::ExitCode;

/// How a command ended, when it did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// All of it.
    All,
    /// Something was refused or left out; what, was reported.
    NotAll,
}

/// The command was used in a way that it does not know: exit code 2.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Usage(pub String);

/// Runs the command line of this process.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(said) => {
            let code = if said.use_stderr() { 2 } else { 0 };
            // Nobody is left to tell where even this cannot be printed.
            let _ = said.print();
            return ExitCode::from(code);
        }
    };
    let reporter = Reporter::new(cli.quiet, cli.verbose);
    let result = match &cli.command {
        Command::Build(args) => build::run(args, &reporter),
        Command::Draw(args) => draw::run(args, &reporter),
        Command::Read(args) => read::run(args, &reporter),
        Command::Show(args) => show::run(args, &reporter),
        Command::Check(args) => check::run(args, &reporter),
        Command::Query(args) => query::run(args, &reporter),
        Command::Load(args) => load::run(args, &reporter),
        Command::Schema(args) => shell::schema(args),
        Command::Completions { shell } => shell::completions(*shell),
        Command::Man => shell::man(),
    };
    match result {
        Ok(Done::All) => ExitCode::SUCCESS,
        Ok(Done::NotAll) => ExitCode::from(1),
        Err(error) if is_closed_pipe(&error) => ExitCode::from(1),
        Err(error) => {
            reporter.failure(&error);
            ExitCode::from(if error.is::<Usage>() { 2 } else { 1 })
        }
    }
}

/// Whether the reader of our output went away, which is not worth a word.
fn is_closed_pipe(error: &Error) -> bool {
    error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>()).any(|io| io.kind() == ErrorKind::BrokenPipe)
}
