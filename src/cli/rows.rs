//! How is an answer printed: as a table for people, in a standard format for programs?

use super::Usage;
use super::report::printable;
use anyhow::Result;
use comfy_table::{Cell, ContentArrangement, Table, presets};
use newsgraph::{Answer, Prefix};
use oxigraph::io::{RdfFormat as IoFormat, RdfSerializer};
use oxigraph::model::{Term, Variable};
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};
use oxigraph::sparql::{QuerySolution, QuerySolutionIter};
use std::io::{self, IsTerminal, Write};

/// Rows of one table at most.
const TABLE: usize = 1000;

/// Writes an answer; returns the limit where rows were cut there.
pub fn write(answer: Answer, format: Option<&str>, limit: Option<usize>, out: &mut impl Write) -> Result<Option<usize>> {
    match answer {
        Answer::Boolean(yes) => {
            match format {
                None | Some("table") => writeln!(out, "{yes}")?,
                Some(name) => {
                    QueryResultsSerializer::from_format(results_format(name)?).serialize_boolean_to_writer(&mut *out, yes)?;
                }
            }
            Ok(None)
        }
        Answer::Solutions(mut rows) => {
            let format = format.unwrap_or(if io::stdout().is_terminal() { "table" } else { "csv" });
            if format == "table" {
                tables(&mut rows, limit.unwrap_or(usize::MAX), out)?;
            } else {
                solutions(&mut rows, limit.unwrap_or(usize::MAX), results_format(format)?, out)?;
            }
            match limit {
                Some(limit) => Ok(rows.next().transpose()?.map(|_| limit)),
                None => Ok(None),
            }
        }
        Answer::Graph(triples) => {
            let mut serializer = RdfSerializer::from_format(rdf_format(format.unwrap_or("ttl"))?);
            for prefix in Prefix::ALL {
                serializer = serializer.with_prefix(prefix.name(), prefix.iri())?;
            }
            let mut serializer = serializer.for_writer(&mut *out);
            let mut cut = None;
            for (place, triple) in triples.enumerate() {
                if limit == Some(place) {
                    cut = limit;
                    break;
                }
                serializer.serialize_triple(&triple?)?;
            }
            serializer.finish()?;
            Ok(cut)
        }
    }
}

fn results_format(name: &str) -> Result<QueryResultsFormat, Usage> {
    QueryResultsFormat::from_extension(if name == "xml" { "srx" } else { name })
        .filter(|_| matches!(name, "csv" | "tsv" | "json" | "xml"))
        .ok_or_else(|| Usage(format!("rows cannot be written as {name:?}: known are table, csv, tsv, json, xml")))
}

fn rdf_format(name: &str) -> Result<IoFormat, Usage> {
    IoFormat::from_extension(name)
        .filter(|_| matches!(name, "ttl" | "trig" | "nt" | "nq" | "rdf" | "jsonld"))
        .ok_or_else(|| Usage(format!("triples cannot be written as {name:?}: known are ttl, trig, nt, nq, rdf, jsonld")))
}

/// Writes rows as they come.
fn solutions(rows: &mut QuerySolutionIter<'_>, limit: usize, format: QueryResultsFormat, out: &mut impl Write) -> Result<()> {
    let variables = rows.variables().to_vec();
    let mut serializer = QueryResultsSerializer::from_format(format).serialize_solutions_to_writer(&mut *out, variables)?;
    for row in rows.take(limit) {
        serializer.serialize(&row?)?;
    }
    serializer.finish()?;
    if format == QueryResultsFormat::Json || format == QueryResultsFormat::Xml {
        writeln!(out)?;
    }
    Ok(())
}

/// Writes rows for people. The widths of a table are known only when all of it is: many rows come as several tables, so that they need
/// not be in memory together.
fn tables(rows: &mut QuerySolutionIter<'_>, limit: usize, out: &mut impl Write) -> Result<()> {
    let variables = rows.variables().to_vec();
    let mut left = limit;
    loop {
        let part: Vec<QuerySolution> = rows.take(left.min(TABLE)).collect::<Result<_, _>>()?;
        if part.is_empty() && left < limit {
            return Ok(());
        }
        table(&variables, &part, out)?;
        left -= part.len();
        if part.len() < TABLE || left == 0 {
            return Ok(());
        }
    }
}

fn table(variables: &[Variable], rows: &[QuerySolution], out: &mut impl Write) -> Result<()> {
    let mut table = Table::new();
    table.load_preset(presets::UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Dynamic);
    if !io::stdout().is_terminal() {
        table.set_width(120).force_no_tty();
    }
    table.set_header(variables.iter().map(|variable| Cell::new(variable.as_str())));
    for row in rows {
        table.add_row(variables.iter().map(|variable| Cell::new(row.get(variable).map(text).unwrap_or_default())));
    }
    writeln!(out, "{table}")?;
    Ok(())
}

/// A term as a person reads it: literals as their text, IRIs with a prefix where one fits.
fn text(term: &Term) -> String {
    let whole = match term {
        Term::Literal(literal) => literal.value().to_owned(),
        Term::NamedNode(node) => {
            let short = Prefix::ALL.iter().find_map(|p| Some(format!("{}:{}", p.name(), node.as_str().strip_prefix(p.iri())?)));
            short.unwrap_or_else(|| node.as_str().to_owned())
        }
        other => other.to_string(),
    };
    printable(&whole)
}
