//! How does a person read the claims in a terminal?

use super::report::printable;
use super::show::Row;
use anyhow::Result;
use comfy_table::{Attribute, Cell, ColumnConstraint, ContentArrangement, Table, Width, presets};
use newsgraph::{KnowledgeGraph, Lang};
use std::io::{self, IsTerminal, Write};

/// Columns where the width of the terminal is not known.
const WIDTH: u16 = 120;

/// Writes a table for each article, under its headline.
pub fn write(graph: &KnowledgeGraph, rows: &[Row], lang: Lang, out: &mut impl Write) -> Result<()> {
    let terminal = io::stdout().is_terminal();
    let colour = terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    for (id, record) in graph.articles() {
        let headline = record.headlines.first().map_or_else(|| id.to_string(), |(_, text)| text.to_string());
        let day = record.published.first().map(|day| format!(" ({day})")).unwrap_or_default();
        writeln!(out, "{}{day}\n", printable(&headline))?;
        let id = id.to_string();
        writeln!(out, "{}\n", table(rows.iter().filter(|row| row.article == id), lang, terminal, colour))?;
    }
    Ok(())
}

fn table<'r>(rows: impl Iterator<Item = &'r Row>, lang: Lang, terminal: bool, colour: bool) -> Table {
    let (heads, own_voice, content, refutes) = match lang {
        Lang::Uk => (["№", "Хто каже", "Що стверджується", "Як", "Якими словами"], "стаття", "що саме", "спростовує"),
        Lang::En => (["No.", "Who says", "What is claimed", "How", "In which words"], "the article", "namely", "refutes"),
    };
    let mut table = Table::new();
    table.load_preset(presets::UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Dynamic);
    let columns = || std::env::var("COLUMNS").ok()?.parse().ok();
    let width = if terminal { table.width().filter(|width| *width > 0) } else { None };
    table.set_width(width.or_else(columns).unwrap_or(WIDTH).max(40));
    if !colour {
        table.force_no_tty();
    }
    table.set_header(heads.map(|head| Cell::new(head).add_attribute(Attribute::Bold)));
    for row in rows {
        let mut who = match (row.speaker.as_str(), row.asserted) {
            ("", true) => own_voice.to_owned(),
            ("", false) => "—".to_owned(),
            (speaker, _) => speaker.to_owned(),
        };
        if !row.via.is_empty() {
            who.push_str(&format!(" ({})", row.via.join(", ")));
        }
        let mut what = format!("{} – {} – {}", row.subject, row.relation, row.object);
        if !row.content.is_empty() {
            what.push_str(&format!("\n{content}: {}", row.content));
        }
        if !row.refutes.is_empty() {
            what.push_str(&format!("\n{refutes}: {}", row.refutes.join(", ")));
        }
        let more = [&row.time, &row.place].into_iter().filter(|text| !text.is_empty());
        let how: Vec<&str> = Some(row.manner.as_str()).filter(|m| !m.is_empty()).into_iter().chain(more.map(String::as_str)).collect();
        let cells = [row.claim.as_str(), &who, &what, &how.join(", "), &row.quote];
        table.add_row(cells.map(|text| Cell::new(printable(text))));
    }
    if let Some(words) = table.column_mut(4) {
        words.set_constraint(ColumnConstraint::LowerBoundary(Width::Percentage(30)));
    }
    table
}
