//! How wide is a text, and where does its line end? Measured with the font that pictures are drawn in.

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The two faces, a subset of `DejaVu` Sans Condensed (`ontology/font/make.sh`).
pub const FACES: [&[u8]; 2] =
    [include_bytes!("../../ontology/font/newsgraph-sans.ttf"), include_bytes!("../../ontology/font/newsgraph-sans-Bold.ttf")];

/// The fonts that a picture asks for; the first is the one whose letters are measured.
pub const FAMILIES: &str = "DejaVu Sans Condensed, DejaVu Sans, Arial, Helvetica, sans-serif";

/// A way of writing: how large, how heavy.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Size of the letters in pixels.
    pub size: f64,
    /// Whether they are bold.
    pub bold: bool,
}

impl Style {
    pub const fn regular(size: f64) -> Self {
        Self { size, bold: false }
    }

    pub const fn bold(size: f64) -> Self {
        Self { size, bold: true }
    }

    /// From line to line.
    pub fn line_height(self) -> f64 {
        (self.size * 1.25).ceil()
    }

    /// The width of a text in one line.
    pub fn width(self, text: &str) -> f64 {
        let widths = &WIDTHS[usize::from(self.bold)];
        text.chars().map(|c| widths.get(&c).copied().unwrap_or_else(|| unknown(c))).sum::<f64>() * self.size
    }

    /// The lines of a text that are at most `width` wide, at most `limit` of them; what does not fit is cut with an ellipsis.
    pub fn wrap(self, text: &str, width: f64, limit: usize) -> Vec<String> {
        let mut lines: Vec<String> = vec![String::new()];
        for word in clean(text).split(' ').filter(|word| !word.is_empty()) {
            for piece in self.pieces(word, width) {
                let line = lines.last_mut().map_or("", |line| line.as_str());
                let joined = if line.is_empty() { piece.clone() } else { format!("{line} {piece}") };
                if line.is_empty() || self.width(&joined) <= width {
                    *lines.last_mut().unwrap_or(&mut String::new()) = joined;
                } else {
                    lines.push(piece);
                    if lines.len() > limit {
                        return self.cut(lines, width, limit);
                    }
                }
            }
        }
        lines
    }

    /// The lines of a text that may be as many and, where a word is long, as wide as they must: nothing is lost.
    pub fn whole(self, text: &str, width: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in clean(text).split(' ').filter(|word| !word.is_empty()) {
            match lines.last_mut() {
                Some(line) if self.width(line) + self.width(" ") + self.width(word) <= width => line.push_str(&format!(" {word}")),
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }

    fn cut(self, mut lines: Vec<String>, width: f64, limit: usize) -> Vec<String> {
        lines.truncate(limit);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && self.width(last) + self.width("…") > width {
                last.pop();
            }
            *last = format!("{}…", last.trim_end_matches([' ', ',', '.', '–', '—', ':', ';', '(']));
        }
        lines
    }

    /// A word, or its pieces where it is wider than a line.
    fn pieces(self, word: &str, width: f64) -> Vec<String> {
        if self.width(word) <= width {
            return vec![word.to_owned()];
        }
        let mut pieces = vec![String::new()];
        for c in word.chars() {
            let piece = pieces.last().map_or("", String::as_str);
            if !piece.is_empty() && self.width(piece) + self.width(c.encode_utf8(&mut [0; 4])) > width {
                if pieces.len() > 8 {
                    // Nobody reads a word of more lines.
                    pieces.push("…".into());
                    break;
                }
                pieces.push(String::new());
            }
            if let Some(piece) = pieces.last_mut() {
                piece.push(c);
            }
        }
        pieces
    }
}

/// A text that XML can hold, in one line: control characters become blanks, blanks are single.
pub fn clean(text: &str) -> String {
    // Blanks that hold words together stay.
    let blank = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}');
    let shown = |c: char| if c.is_control() || blank(c) || matches!(c, '\u{fffe}' | '\u{ffff}') { ' ' } else { c };
    let mut out = String::with_capacity(text.len());
    for c in text.chars().map(shown) {
        if c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    out.trim().to_owned()
}

static WIDTHS: LazyLock<[HashMap<char, f64>; 2]> = LazyLock::new(|| FACES.map(widths));

/// The widths of a face's letters, for letters of size 1.
fn widths(bytes: &[u8]) -> HashMap<char, f64> {
    // A test holds that both faces can be read.
    let Ok(font) = FontRef::new(bytes) else { return HashMap::new() };
    let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    let unit = f64::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em.max(1));
    let width = |(code, glyph)| Some((char::from_u32(code)?, f64::from(metrics.advance_width(glyph)?) / unit));
    font.charmap().mappings().filter_map(width).collect()
}

/// A width for a letter that the font does not have: wide enough for any font that has it.
fn unknown(c: char) -> f64 {
    match u32::from(c) {
        0x300..=0x36f | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x2069 | 0xfe00..=0xfe0f => 0.0,
        0x590..=0x8ff => 0.75,
        0..=0x10ff => 0.9,
        0x1f000..=0x1faff => 1.4,
        _ => 1.1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_faces_have_the_letters_of_both_languages() {
        for face in &*WIDTHS {
            for c in "АаҐґЄєІіЇїЩщ’ʼ«»—–…№ABCxyz0123456789→←₴€".chars() {
                assert!(face.contains_key(&c), "{c}");
            }
        }
        assert!(Style::bold(13.0).width("тисне на") > Style::regular(13.0).width("тисне на"));
    }

    #[test]
    fn lines_hold_their_width_and_lose_nothing_but_what_is_cut() {
        let style = Style::regular(13.0);
        let text = "заступник міністра  оборони з питань європейської інтеграції та цифрового розвитку";
        let lines = style.wrap(text, 160.0, 9);
        assert_eq!(lines.join(" "), clean(text));
        assert!(lines.iter().all(|line| style.width(line) <= 160.0));
        let cut = style.wrap(text, 160.0, 2);
        assert_eq!(cut.len(), 2);
        assert!(cut[1].ends_with('…') && style.width(&cut[1]) <= 160.0);
        let long = style.wrap(&"ж".repeat(10_000), 160.0, 3);
        assert!(long.len() == 3 && long[2].ends_with('…'), "{long:?}");
        assert_eq!(style.wrap(" \n\u{0}", 160.0, 3), [""]);
    }
}
