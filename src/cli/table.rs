//! How does a person read the claims in a terminal? As a table, or where that would be too narrow one below the other.

use super::report::printable;
use super::show::Row;
use super::terminal::{ColourArg, Terminal, wrapped};
use anyhow::Result;
use comfy_table::{Attribute, Cell, Color, ColumnConstraint, ContentArrangement, Table, Width, presets};
use newsgraph::{KnowledgeGraph, Lang};
use std::io::Write;

/// Columns from which on there is room for a table.
const TABLE: u16 = 72;

/// What a row says, in words.
struct Told {
    who: String,
    what: String,
    how: String,
    look: Look,
}

/// The colours of pictures: black or white for the article's own voice, blue for another one, red for what is denied, grey for nobody's.
#[derive(Clone, Copy)]
enum Look {
    Own,
    Reported,
    Denied,
    Nobody,
}

impl Look {
    const fn of(row: &Row, denied: bool) -> Self {
        match (row.asserted, denied) {
            (false, _) => Self::Nobody,
            (true, true) => Self::Denied,
            (true, false) if row.speaker.is_empty() && row.via.is_empty() => Self::Own,
            _ => Self::Reported,
        }
    }

    const fn colour(self) -> Color {
        match self {
            Self::Own => Color::Reset,
            Self::Reported => Color::Blue,
            Self::Denied => Color::Red,
            Self::Nobody => Color::DarkGrey,
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Self::Own => "",
            Self::Reported => "34",
            Self::Denied => "31",
            Self::Nobody => "90",
        }
    }
}

/// Writes the claims of each article under its headline.
pub fn write(graph: &KnowledgeGraph, rows: &[Row], lang: Lang, when: ColourArg, out: &mut impl Write) -> Result<()> {
    let terminal = Terminal::new(when, Table::new().width());
    for (id, record) in graph.articles() {
        let headline = record.headlines.first().map_or_else(|| id.to_string(), |(_, text)| text.to_string());
        let day = record.published.first().map(|day| format!(" ({day})")).unwrap_or_default();
        for line in wrapped(&format!("{}{day}", printable(&headline)), terminal.width.into()) {
            writeln!(out, "{}", terminal.painted(&line, "1"))?;
        }
        writeln!(out)?;
        let id = id.to_string();
        let rows = rows.iter().filter(|row| row.article == id);
        if terminal.width < TABLE {
            rows.map(|row| one(row, lang, terminal)).try_for_each(|text| writeln!(out, "{text}"))?;
        } else {
            writeln!(out, "{}\n", table(rows, lang, terminal))?;
        }
    }
    Ok(())
}

fn told(row: &Row, lang: Lang) -> Told {
    let (own_voice, content, refutes) = match lang {
        Lang::Uk => ("стаття", "що саме", "спростовує"),
        Lang::En => ("the article", "namely", "refutes"),
    };
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
    let parts = [&row.manner, &row.time, &row.place].map(String::as_str);
    let how: Vec<&str> = parts.into_iter().filter(|text| !text.is_empty()).collect();
    Told { who, what, how: how.join(", "), look: Look::of(row, row.polarity == "negated") }
}

fn table<'r>(rows: impl Iterator<Item = &'r Row>, lang: Lang, terminal: Terminal) -> Table {
    let heads = match lang {
        Lang::Uk => ["№", "Хто каже", "Що стверджується", "Як", "Якими словами"],
        Lang::En => ["No.", "Who says", "What is claimed", "How", "In which words"],
    };
    let mut table = Table::new();
    table.load_preset(presets::UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Dynamic).set_width(terminal.width);
    if terminal.colour {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    table.set_header(heads.map(|head| Cell::new(head).add_attribute(Attribute::Bold)));
    for row in rows {
        let told = told(row, lang);
        let cells = [row.claim.as_str(), &told.who, &told.what, &told.how, &row.quote];
        let mut cells = cells.map(|text| Cell::new(printable(text)));
        for place in [2, 3].into_iter().filter(|_| !matches!(told.look, Look::Own)) {
            cells[place] = cells[place].clone().fg(told.look.colour());
        }
        cells[0] = cells[0].clone().add_attribute(Attribute::Dim);
        table.add_row(cells);
    }
    if let Some(words) = table.column_mut(4) {
        words.set_constraint(ColumnConstraint::LowerBoundary(Width::Percentage(30)));
    }
    table
}

/// A claim in lines of its own.
fn one(row: &Row, lang: Lang, terminal: Terminal) -> String {
    const INDENT: usize = 2;
    let told = told(row, lang);
    let width = usize::from(terminal.width);
    let mut lines = Vec::new();
    let mut add = |text: &str, indent: usize, code: &str| {
        for line in text.lines().flat_map(|line| wrapped(&printable(line), width - indent)).filter(|line| !line.is_empty()) {
            lines.push(format!("{}{}", " ".repeat(indent), terminal.painted(&line, code)));
        }
    };
    add(&format!("{}  {}", row.claim, told.who), 0, "1");
    add(&told.what, INDENT, told.look.code());
    add(&told.how, INDENT, told.look.code());
    let [open, close] = if lang == Lang::Uk { ["«", "»"] } else { ["“", "”"] };
    add(&format!("{open}{}{close}", row.quote), INDENT, "2");
    lines.join("\n") + "\n"
}
