//! How wide is what a person reads on, and are there colours?

use clap::ValueEnum;
use std::io::{self, IsTerminal};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns where the width is not known, and the fewest.
const WIDTH: u16 = 120;
const NARROWEST: u16 = 24;

/// When to colour what is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ColourArg {
    /// On a terminal, unless the environment forbids colours.
    #[default]
    Auto,
    Always,
    Never,
}

/// What standard output is.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    pub width: u16,
    pub colour: bool,
}

impl Terminal {
    /// `width` is that of the terminal, if there is one; else the variable COLUMNS tells it.
    pub fn new(when: ColourArg, width: Option<u16>) -> Self {
        let terminal = io::stdout().is_terminal();
        let colour = match when {
            ColourArg::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
            ColourArg::Always => true,
            ColourArg::Never => false,
        };
        let columns = || std::env::var("COLUMNS").ok()?.parse().ok();
        let width = width.filter(|width| terminal && *width > 0).or_else(columns).unwrap_or(WIDTH).max(NARROWEST);
        Self { width, colour }
    }

    /// Text in a colour of ECMA-48 (`31` is red), or as it is.
    pub fn painted(self, text: &str, code: &str) -> String {
        if self.colour && !code.is_empty() { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

/// The lines of a text that are at most `width` columns wide; a letter may be two of them.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let room = |line: &str| width.saturating_sub(line.width() + usize::from(!line.is_empty()));
        if lines.last().is_some_and(|line| !line.is_empty() && word.width() > room(line)) {
            lines.push(String::new());
        }
        if lines.last().is_some_and(|line| !line.is_empty()) {
            lines.iter_mut().last().into_iter().for_each(|line| line.push(' '));
        }
        for letter in word.chars() {
            let wide = letter.width().unwrap_or(0);
            if lines.last().is_some_and(|line| !line.is_empty() && line.width() + wide > width) {
                lines.push(String::new());
            }
            lines.iter_mut().last().into_iter().for_each(|line| line.push(letter));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_as_wide_as_they_may_be_and_hold_all_words() {
        for text in ["Сполучені Штати вимагають, щоб Альянс", "東京で会談が行われた と報じた", "довжелезнеслово яке не вміщується"]
        {
            for width in [4, 10, 24] {
                let lines = wrapped(text, width);
                assert!(lines.iter().all(|line| line.width() <= width), "{lines:?}");
                assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
            }
        }
        assert_eq!(wrapped("НАТО виходить з Іраку", 15), ["НАТО виходить з", "Іраку"]);
        assert_eq!(wrapped("", 15), [""]);
    }
}
