//! How does JSON become documents? Syntax and shapes here, what the parts mean in `convert`, whether they fit together in `validate`.

use super::convert::convert;
use super::locate::Step;
use super::model::Document;
use super::validate::validate;
use super::wire::DocumentEntry;
use crate::diagnostic::{Diagnostic, cut};
use serde::Deserialize;
use serde_json::value::RawValue;

/// What a reader of graph documents lets pass.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReadOptions {
    /// Take a relation that the ontology does not know as a new one, below the next known relation of its list or `comments`.
    pub new_relations: bool,
}

/// Reads one graph document, or a list of them.
///
/// # Errors
/// All that is wrong, each with `name:line:column`, where `json` is not a graph document.
pub fn read_documents(json: &str, name: &str, options: ReadOptions) -> Result<Vec<Document>, Vec<Diagnostic>> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    if json.trim().is_empty() {
        return Err(vec![Diagnostic::error("the file is empty").at(name).help("a graph document is JSON: see `newsgraph schema`")]);
    }
    let many = json.trim_start().starts_with('[');
    let entries: Vec<DocumentEntry> = if many { serde_json::from_str(json) } else { serde_json::from_str(json).map(|one| vec![one]) }
        .map_err(|error| vec![syntax(&error, name)])?;
    let (mut documents, mut wrong, mut more) = (Vec::with_capacity(entries.len()), Vec::new(), 0);
    let mut lines = claim_lines(json, many).into_iter();
    for (index, entry) in entries.into_iter().enumerate() {
        let (document, mut problems) = convert(entry, options);
        if problems.found.is_empty() {
            validate(&document, &mut problems);
        }
        let within = [Step::Element(index)];
        let within = if many { &within[..] } else { &[] };
        // Each is looked up in the JSON, so not all of very many.
        let told = problems.found.len().min(LIMIT.saturating_sub(wrong.len()));
        more += problems.found.len() - told;
        wrong.extend(problems.found.into_iter().take(told).map(|p| p.located(name, json, within)));
        let mut document = document;
        for (claim, line) in document.claims.iter_mut().zip(lines.next().into_iter().flatten()) {
            claim.line = Some(line);
        }
        documents.push(document);
    }
    if more > 0 {
        wrong.push(Diagnostic::error(format!("{more} more of such errors")).at(name));
    }
    if wrong.is_empty() { Ok(documents) } else { Err(wrong) }
}

/// Errors that are told one by one at most.
const LIMIT: usize = 100;

/// The lines on which the claims of each document begin.
fn claim_lines(json: &str, many: bool) -> Vec<Vec<u32>> {
    #[derive(Deserialize)]
    struct Shape<'j> {
        #[serde(borrow)]
        claims: Vec<&'j RawValue>,
    }
    let shapes: Vec<Shape<'_>> =
        if many { serde_json::from_str(json) } else { serde_json::from_str(json).map(|one| vec![one]) }.unwrap_or_default();
    let (mut line, mut byte) = (1_u32, 0);
    let mut line_at = |raw: &RawValue| {
        let at = raw.get().as_ptr() as usize - json.as_ptr() as usize;
        line += u32::try_from(json[byte..at].matches('\n').count()).unwrap_or(u32::MAX);
        byte = at;
        line
    };
    shapes.iter().map(|shape| shape.claims.iter().map(|raw| line_at(raw)).collect()).collect()
}

/// Rewords what the JSON parser found: where, what, which name was meant.
fn syntax(error: &serde_json::Error, name: &str) -> Diagnostic {
    let text = error.to_string();
    let message = text.rsplit_once(" at line ").map_or(text.as_str(), |(message, _)| message);
    let place = format!("{name}:{}:{}", error.line(), error.column().max(1));
    let said = Diagnostic::error(match error.classify() {
        serde_json::error::Category::Eof => format!("the JSON ends in the middle ({message})"),
        serde_json::error::Category::Syntax => format!("not JSON: {message}"),
        _ => cut(message.split(", expected one of").next().unwrap_or(message), 200),
    })
    .at(place);
    let mut quoted = message.split('`').skip(1).step_by(2);
    match quoted.next() {
        Some(wrong) if message.starts_with("unknown") => said.nearest(wrong, quoted),
        _ => said,
    }
}
