//! How does JSON become documents? Syntax and shapes here, what the parts mean in `convert`, whether they fit together in `validate`.

use super::convert::convert;
use super::locate::Step;
use super::model::Document;
use super::validate::validate;
use super::wire::DocumentEntry;
use crate::diagnostic::{Diagnostic, cut};

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
    let (mut documents, mut wrong) = (Vec::with_capacity(entries.len()), Vec::new());
    for (index, entry) in entries.into_iter().enumerate() {
        let (document, mut problems) = convert(entry, options);
        if problems.found.is_empty() {
            validate(&document, &mut problems);
        }
        let within = [Step::Element(index)];
        let within = if many { &within[..] } else { &[] };
        wrong.extend(problems.found.into_iter().map(|p| p.located(name, json, within)));
        documents.push(document);
    }
    if wrong.is_empty() { Ok(documents) } else { Err(wrong) }
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
