//! How does a person see what was read? Words one below the other, then what is named.

use super::report::printable;
use newsgraph::{AnalysedSentence, AnalysedWord};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Columns of a cell at most that others keep in line with.
const WIDEST: usize = 32;

/// Writes the sentences of an article under its name.
pub fn write(sentences: &[AnalysedSentence<'_>], name: &str, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}\n", line(name))?;
    for (number, sentence) in (1..).zip(sentences) {
        writeln!(out, "{number}. {}", line(&sentence.text()))?;
        let rows: Vec<[String; 5]> = (1..).zip(&sentence.words).map(|(place, word)| row(place, word, sentence)).collect();
        let mut widths = [0; 4];
        for (column, width) in widths.iter_mut().enumerate() {
            *width = rows.iter().map(|row| row[column].width()).filter(|width| *width <= WIDEST).max().unwrap_or_default();
        }
        for row in &rows {
            let mut text = format!("  {}{}", " ".repeat(widths[0].saturating_sub(row[0].width())), row[0]);
            for (column, width) in widths.iter().enumerate().skip(1) {
                text += &format!("  {}{}", row[column], " ".repeat(width.saturating_sub(row[column].width())));
            }
            writeln!(out, "{text}  {}", row[4])?;
        }
        for mention in &sentence.mentions {
            let words = line(&sentence.text_of(mention.words.clone()));
            let (kind, span) = (mention.kind.name(), sentence.span_of(mention));
            writeln!(out, "  → {kind} {span}: {words} ({:.2})", mention.probability)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// Number, form, lemma, tree, tags.
fn row(place: usize, word: &AnalysedWord<'_>, sentence: &AnalysedSentence<'_>) -> [String; 5] {
    let tree = match word.head.and_then(|head| Some((head, sentence.words.get(head)?))) {
        Some((head, above)) => format!("{} ← {} {}", word.relation.name(), head + 1, line(above.token.text)),
        None => word.relation.name().to_owned(),
    };
    let features: Vec<&str> = word.features.present().map(|(_, value)| value).collect();
    let tags = format!("{} {}", word.part.name(), features.join(" "));
    [place.to_string(), line(word.token.text), line(&word.lemma), tree, tags.trim_end().to_owned()]
}

fn line(text: &str) -> String {
    printable(text).replace('\n', " ")
}
