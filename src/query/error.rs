//! What is wrong with a query, and where?

use crate::diagnostic::Diagnostic;

/// Why a query has no answer.
#[derive(Debug, thiserror::Error)]
pub enum QueryError {
    /// The query is no SPARQL; the message shows the place.
    #[error("{0}")]
    Syntax(Diagnostic),
    /// Something that it names is not in the data.
    #[error("{0}")]
    Unknown(Diagnostic),
    /// The engine could not answer.
    #[error("the query cannot be answered: {0}")]
    Evaluation(String),
}

/// A message with the line of the query and a caret under the place.
///
/// `message` is the parser's: `error at LINE:COLUMN: expected …`.
pub fn syntax(message: &str, query: &str, name: &str) -> QueryError {
    let place = message.strip_prefix("error at ").and_then(|rest| {
        let (place, what) = rest.split_once(": ")?;
        let (line, column) = place.split_once(':')?;
        Some((line.parse::<usize>().ok()?, column.parse::<usize>().ok()?, what))
    });
    let Some((line, column, what)) = place else { return QueryError::Syntax(Diagnostic::error(message).at(name)) };
    let text = query.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let caret = format!("{}^", " ".repeat(column.saturating_sub(1)));
    QueryError::Syntax(
        Diagnostic::error(format!("not SPARQL: {what}")).at(format!("{name}:{line}:{column}")).help(format!("{text}\n{caret}")),
    )
}
