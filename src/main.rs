//! The command `newsgraph`: what did the person want?

mod cli;

fn main() -> std::process::ExitCode {
    cli::run()
}
