//! How does a person see what was read? Words one below the other with what is named, then the entities.

use super::report::printable;
use newsgraph::{AnalysedSentence, AnalysedWord, NamedText, Naming};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Columns of a cell at most that others keep in line with.
const WIDEST: usize = 32;

/// Writes the sentences of an article and its entities under its name.
pub fn write(text: &NamedText<'_>, name: &str, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}\n", line(name))?;
    for (number, (sentence, mentions)) in (1..).zip(text.by_sentence()) {
        writeln!(out, "{number}. {}", line(&sentence.text()))?;
        let rows: Vec<[String; 5]> = (1..).zip(&sentence.words).map(|(place, word)| row(place, word, sentence)).collect();
        table(&rows, out)?;
        for mention in mentions {
            writeln!(out, "  → {}", told(text, mention))?;
        }
        writeln!(out)?;
    }
    let mut count = vec![0; text.entities.len()];
    text.mentions.iter().filter_map(|mention| mention.entity).for_each(|entity| count[entity] += 1);
    if !count.is_empty() {
        writeln!(out, "{} entities: mentions, key, type, link, names", count.len())?;
        let rows: Vec<[String; 5]> = (text.entities.iter().zip(count))
            .map(|(entity, count)| {
                let link = entity.wikidata.as_deref().unwrap_or("–");
                let names = line(&entity.names.join("; "));
                [count.to_string(), line(&entity.key), entity.kind.name().to_owned(), line(link), names]
            })
            .collect();
        table(&rows, out)?;
        writeln!(out)?;
    }
    Ok(())
}

/// What a mention is taken for, where it stands, its words, and the key of its entity.
fn told(text: &NamedText<'_>, mention: &Naming) -> String {
    let (kind, span, words) = (mention.kind.name(), text.span_of(mention), line(&text.text_of(mention)));
    let entity = text.entity_of(mention).map(|entity| format!(" = {}", line(&entity.key))).unwrap_or_default();
    format!("{kind} {span}: {words} ({:.2}){entity}", mention.probability)
}

/// Writes rows below each other: numbers, then texts.
fn table(rows: &[[String; 5]], out: &mut impl Write) -> io::Result<()> {
    let mut widths = [0; 4];
    for (column, width) in widths.iter_mut().enumerate() {
        *width = rows.iter().map(|row| row[column].width()).filter(|width| *width <= WIDEST).max().unwrap_or_default();
    }
    for row in rows {
        let mut text = format!("  {}{}", " ".repeat(widths[0].saturating_sub(row[0].width())), row[0]);
        for (column, width) in widths.iter().enumerate().skip(1) {
            text += &format!("  {}{}", row[column], " ".repeat(width.saturating_sub(row[column].width())));
        }
        writeln!(out, "{text}  {}", row[4])?;
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
