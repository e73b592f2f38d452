//! What is wrong with a query, and where?

use crate::diagnostic::{Diagnostic, cut};
use oxigraph::sparql::QueryEvaluationError;
use unicode_width::UnicodeWidthChar;

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
    /// It was told to stop.
    #[error("the query was stopped")]
    Stopped,
}

impl From<QueryEvaluationError> for QueryError {
    fn from(error: QueryEvaluationError) -> Self {
        match error {
            QueryEvaluationError::Cancelled => Self::Stopped,
            other => Self::Evaluation(other.to_string()),
        }
    }
}

/// A message with the line of the query and a caret under the place.
///
/// `message` is the parser's: `error at LINE:COLUMN: expected …`.
pub fn syntax(message: &str, query: &str, name: &str) -> QueryError {
    let place = message.strip_prefix("error at ").and_then(|rest| {
        let (place, what) = rest.split_once(": ")?;
        let (line, column) = place.split_once(':')?;
        // The parser lists all that it would take, over several lines.
        let what = cut(&what.split_whitespace().collect::<Vec<_>>().join(" "), 200);
        Some((line.parse::<usize>().ok()?, column.parse::<usize>().ok()?, what))
    });
    let Some((line, column, what)) = place else { return QueryError::Syntax(Diagnostic::error(message).at(name)) };
    let text = query.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    // A tab stays one, and a wide character takes two places, so that the caret is under what it points to.
    let under = |c: char| if c == '\t' { "\t" } else { &"  "[..UnicodeWidthChar::width(c).unwrap_or(0).min(2)] };
    let caret = text.chars().take(column.saturating_sub(1)).map(under).collect::<String>() + "^";
    QueryError::Syntax(
        Diagnostic::error(format!("not SPARQL: {what}")).at(format!("{name}:{line}:{column}")).help(format!("{text}\n{caret}")),
    )
}
