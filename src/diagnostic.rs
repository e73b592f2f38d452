//! What went wrong or is doubtful, and where? Messages for people: what, where, what to do.

use std::fmt;

/// How grave a [`Diagnostic`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something was done for the user worth knowing.
    Note,
    /// Something is doubtful or was left out; the rest stands.
    Warning,
    /// Something that was asked for could not be done.
    Error,
}

/// One message: what is the matter, where, and what can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How grave it is.
    pub severity: Severity,
    /// What is the matter, in one line.
    pub message: String,
    /// Where: a file, `file:line:column`, or a place within a graph.
    pub place: Option<String>,
    /// What can be done, or what was found instead. May have several lines.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A message of the given severity, without a place.
    #[must_use]
    pub fn new(severity: Severity, message: impl Into<String>) -> Self {
        Self { severity, message: message.into(), place: None, help: None }
    }

    /// An error.
    #[must_use]
    pub fn error(message: impl Into<String>) -> Self {
        Self::new(Severity::Error, message)
    }

    /// A warning.
    #[must_use]
    pub fn warning(message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, message)
    }

    /// A note.
    #[must_use]
    pub fn note(message: impl Into<String>) -> Self {
        Self::new(Severity::Note, message)
    }

    /// The same with its place.
    #[must_use]
    pub fn at(mut self, place: impl Into<String>) -> Self {
        self.place = Some(place.into());
        self
    }

    /// The same with what can be done.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same with a help that offers the known name nearest to `wanted`, or lists the known ones where they are few.
    #[must_use]
    pub fn nearest<'n>(self, wanted: &str, known: impl IntoIterator<Item = &'n str>) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        match nearest(wanted, &known) {
            Some(name) => self.help(format!("did you mean {:?}?", cut(name, 80))),
            None if known.is_empty() || known.len() > 40 => self,
            None => self.help(format!("known are: {}", known.iter().map(|name| cut(name, 80)).collect::<Vec<_>>().join(", "))),
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.message)?;
        for line in self.help.iter().flat_map(|help| help.lines()) {
            write!(f, "\n    {line}")?;
        }
        Ok(())
    }
}

/// The known name that a person most likely meant, by Jaro–Winkler similarity (at least 0.8, case ignored).
#[must_use]
pub fn nearest<'n>(wanted: &str, known: &[&'n str]) -> Option<&'n str> {
    let wanted: String = wanted.to_lowercase().chars().take(100).collect();
    known
        .iter()
        .map(|name| (strsim::jaro_winkler(&wanted, &name.to_lowercase()), *name))
        .filter(|(likeness, _)| *likeness >= 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)))
        .map(|(_, name)| name)
}

/// At most `limit` code points of a text, with an ellipsis where something was cut; for use in messages.
#[must_use]
pub fn cut(text: &str, limit: usize) -> String {
    let mut out: String = text.chars().take(limit).collect();
    if out.len() < text.len() {
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_offered_and_a_far_one_is_not() {
        let known = ["pressures", "requests", "supports"];
        assert_eq!(nearest("presures", &known), Some("pressures"));
        assert_eq!(nearest("Supports", &known), Some("supports"));
        assert_eq!(nearest("zzz", &known), None);
    }

    #[test]
    fn a_message_says_what_where_and_what_to_do() {
        let said = Diagnostic::error("unknown relation \"presures\"").at("x.json:4:2").nearest("presures", ["pressures"]);
        assert_eq!(said.to_string(), "x.json:4:2: unknown relation \"presures\"\n    did you mean \"pressures\"?");
    }
}
