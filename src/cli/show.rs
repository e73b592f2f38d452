//! `newsgraph show`: who says what about whom, how surely, in which words.

use super::Done;
use super::args::{ShowArgs, ShowFormat};
use super::input::load;
use super::report::Reporter;
use super::table;
use super::why;
use anyhow::Result;
use newsgraph::{ClaimView, EndView, EntityRef, KnowledgeGraph, Lang, Modality, Polarity, wording};
use serde::Serialize;
use std::collections::HashMap;
use std::io::{self, BufWriter, Write};

/// One claim in words.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    pub article: String,
    pub claim: String,
    pub begin: u32,
    pub end: u32,
    /// Empty: the article's own voice.
    pub speaker: String,
    /// Whether somebody makes the claim: the speaker or the article.
    pub asserted: bool,
    pub via: Vec<String>,
    pub subject: String,
    pub relation: String,
    pub object: String,
    pub polarity: &'static str,
    pub modality: &'static str,
    pub hedged: bool,
    pub time: String,
    pub place: String,
    pub content: String,
    pub refutes: Vec<String>,
    pub quote: String,
    /// How surely, in words; for people.
    #[serde(skip)]
    pub manner: String,
}

pub fn run(args: &ShowArgs, reporter: &Reporter) -> Result<Done> {
    if args.why {
        return why::run(args, reporter);
    }
    let loaded = load(&args.input, reporter, |_| ())?;
    loaded.diagnostics.iter().for_each(|said| reporter.say(said));
    let rows = rows(&loaded.graph, args.lang.into());
    let mut out = BufWriter::new(io::stdout().lock());
    match if args.json { ShowFormat::Json } else { args.format } {
        ShowFormat::Table => table::write(&loaded.graph, &rows, args.lang.into(), args.colour, &mut out)?,
        ShowFormat::Csv => csv(&rows, &mut out)?,
        ShowFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &rows).map_err(io::Error::from)?;
            writeln!(out)?;
        }
    }
    out.flush()?;
    Ok(if loaded.has_errors() { Done::NotAll } else { Done::All })
}

fn rows(graph: &KnowledgeGraph, lang: Lang) -> Vec<Row> {
    let claims = graph.claims();
    let unasserted = graph.unasserted();
    let names: HashMap<_, _> =
        claims.iter().map(|claim| (claim.id(), claim.name().map_or_else(|| claim.id().to_string(), str::to_owned))).collect();
    let name = |id| names.get(&id).cloned().unwrap_or_else(|| id.to_string());
    let entity = |e: EntityRef| graph.entity(e).label(lang.tag()).to_owned();
    let end = |end: EndView<'_>| match end {
        EndView::Entity(e) => entity(e),
        EndView::Claim(id) => name(id),
        EndView::Literal(value) => value.text.clone(),
    };
    let row = |claim: &ClaimView<'_>| Row {
        article: claim.article().to_string(),
        claim: name(claim.id()),
        begin: claim.span().begin,
        end: claim.span().end,
        speaker: claim.source().map(entity).unwrap_or_default(),
        asserted: !unasserted.contains(&claim.id()),
        via: claim.via().iter().map(|medium| entity(*medium)).collect(),
        subject: end(claim.subject()),
        relation: claim.relation().label(lang).to_owned(),
        object: end(claim.object()),
        polarity: claim.polarity().term().local,
        modality: claim.modality().term().local,
        hedged: claim.hedged(),
        time: claim.time().map(|t| t.to_string()).unwrap_or_default(),
        place: claim.place().map(entity).unwrap_or_default(),
        content: claim.content().map(name).unwrap_or_default(),
        refutes: claim.refutes().iter().map(|id| name(*id)).collect(),
        quote: claim.quote().to_owned(),
        manner: manner(*claim, lang),
    };
    claims.iter().map(row).collect()
}

/// What is special about a claim, in words: denied, planned, in doubt.
fn manner(claim: ClaimView<'_>, lang: Lang) -> String {
    let denied = (claim.polarity() == Polarity::Negated).then(|| claim.polarity().term());
    let unreal = (claim.modality() != Modality::Actual).then(|| claim.modality().term());
    let mut marks: Vec<&str> = denied.into_iter().chain(unreal).filter_map(wording).map(|w| w.label(lang)).collect();
    if claim.hedged() {
        marks.extend(wording(newsgraph::terms::HEDGED).map(|w| w.label(lang)));
    }
    marks.join(", ")
}

/// CSV as spreadsheets open it: with a byte order mark, and no cell that begins like a formula.
fn csv(rows: &[Row], out: &mut impl Write) -> Result<()> {
    out.write_all("\u{feff}".as_bytes())?;
    // In memory first: an error of the csv crate would hide that of a closed pipe.
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    csv.write_record([
        "article", "claim", "begin", "end", "speaker", "asserted", "via", "subject", "relation", "object", "polarity", "modality",
        "hedged", "time", "place", "content", "refutes", "quote",
    ])?;
    for row in rows {
        let cells: [&str; 18] = [
            &row.article,
            &row.claim,
            &row.begin.to_string(),
            &row.end.to_string(),
            &row.speaker,
            if row.asserted { "true" } else { "false" },
            &row.via.join("; "),
            &row.subject,
            &row.relation,
            &row.object,
            row.polarity,
            row.modality,
            if row.hedged { "true" } else { "false" },
            &row.time,
            &row.place,
            &row.content,
            &row.refutes.join("; "),
            &row.quote,
        ];
        csv.write_record(cells.map(harmless))?;
    }
    out.write_all(&csv.into_inner()?)?;
    Ok(())
}

/// A cell that a spreadsheet takes for text: one that begins like a formula gets an apostrophe, as OWASP advises.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}
