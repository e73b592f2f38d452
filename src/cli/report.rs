//! How are messages told to a person? On standard error, coloured only on a terminal, `NO_COLOR` heard.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use newsgraph::{Diagnostic, Severity};
use std::io::{self, IsTerminal, Write};

/// Inputs from which on a progress bar is worth its place.
const MANY: usize = 50;

#[derive(Debug, Clone)]
pub struct Reporter {
    quiet: bool,
    verbose: bool,
    colour: bool,
}

impl Reporter {
    pub fn new(quiet: bool, verbose: bool) -> Self {
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self { quiet, verbose, colour: io::stderr().is_terminal() && !no_colour }
    }

    /// A message with its severity in front.
    pub fn say(&self, said: &Diagnostic) {
        let (word, colour) = match said.severity {
            Severity::Error => ("error", "\u{1b}[1;31m"),
            Severity::Warning if !self.quiet => ("warning", "\u{1b}[1;33m"),
            Severity::Note if !self.quiet => ("note", "\u{1b}[1;36m"),
            _ => return,
        };
        let (on, off) = if self.colour { (colour, "\u{1b}[0m") } else { ("", "") };
        line(&format!("{on}{word}{off}: {}", printable(&said.to_string())));
    }

    /// What made a command fail.
    pub fn failure(&self, error: &anyhow::Error) {
        self.say(&Diagnostic::error(format!("{error:#}")));
    }

    /// Something that only the curious want to know.
    pub fn detail(&self, text: &str) {
        if self.verbose {
            line(text);
        }
    }

    /// A bar for work on many things; hidden where nobody would see it.
    pub fn progress(&self, count: usize) -> ProgressBar {
        if count < MANY { ProgressBar::hidden() } else { self.bar(count) }
    }

    /// The same for work that is slow for few things too.
    pub fn bar(&self, count: usize) -> ProgressBar {
        if self.quiet || !io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {eta} {msg}").unwrap_or_else(|_| ProgressStyle::default_bar());
        ProgressBar::with_draw_target(u64::try_from(count).ok(), ProgressDrawTarget::stderr()).with_style(style)
    }
}

/// Control characters of a foreign text must not drive the terminal.
pub fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect()
}

fn line(text: &str) {
    // Where standard error is closed there is nobody to tell.
    let _ = writeln!(io::stderr(), "{text}");
}
