//! Is this an IRI that every tool takes?

use crate::diagnostic::{Diagnostic, cut};
use crate::vocab::{Prefix, terms};
use oxiri::Iri;

/// Checks an absolute IRI.
///
/// # Errors
/// A message that says what is wrong with it.
pub fn absolute(text: &str) -> Result<(), Diagnostic> {
    Iri::parse(text).map(drop).map_err(|error| {
        let said = Diagnostic::error(format!("{:?} is no absolute IRI: {error}", cut(text, 80)));
        if text.contains(char::is_whitespace) { said.help("write white space as %20") } else { said }
    })
}

/// The whole IRI of a datatype, which may be given with one of our prefixes: `xsd:integer`.
///
/// # Errors
/// A message that says what is wrong with it.
pub fn datatype(text: &str) -> Result<String, Diagnostic> {
    let (scheme, rest) = text.split_once(':').unwrap_or_default();
    let known = Prefix::ALL.into_iter().find(|prefix| prefix.name() == scheme);
    let whole = known.map_or_else(|| text.to_owned(), |prefix| format!("{}{rest}", prefix.iri()));
    absolute(&whole)?;
    if !["http", "https", "urn"].contains(&whole.split(':').next().unwrap_or_default()) {
        let said = Diagnostic::error(format!("{:?} is no datatype that every format can carry", cut(text, 80)));
        return Err(said.help("write xsd:integer, xsd:decimal …, or an http, https or urn IRI"));
    }
    if terms::LANG_STRING.is(&whole) || whole == format!("{}dirLangString", Prefix::Rdf.iri()) {
        let said = Diagnostic::error(format!("{:?} needs a language, which a literal of a document has from its article", cut(text, 80)));
        return Err(said.help("leave \"datatype\" out"));
    }
    Ok(whole)
}

/// Checks the address of a page on the web.
///
/// # Errors
/// A message that says what is wrong with it.
pub fn web_address(text: &str) -> Result<(), Diagnostic> {
    absolute(text)?;
    if !text.starts_with("https://") && !text.starts_with("http://") {
        return Err(Diagnostic::error(format!("{:?} is no web address", cut(text, 80))).help("it begins with https:// or http://"));
    }
    if text.split(['?', '#']).next().is_some_and(|path| path.split('/').any(|part| part == "." || part == "..")) {
        // Some readers resolve these, some do not: one page would have two names.
        return Err(Diagnostic::error(format!("{:?} has a path with . or ..", cut(text, 80))).help("write the path without them"));
    }
    Ok(())
}

/// Checks a base under which entities, articles and claims are named.
///
/// # Errors
/// A message that says what is wrong with it.
pub fn base(text: &str) -> Result<(), Diagnostic> {
    web_address(text)?;
    if !text.ends_with('/') {
        return Err(Diagnostic::error(format!("the base {text:?} does not end in \"/\"")).help(format!("try {text}/")));
    }
    if text.contains(['?', '#', '\'', '(', ')', '@']) {
        return Err(
            Diagnostic::error(format!("the base {text:?} has a query, a fragment, a quote, a bracket or a user")).help("take a plain path")
        );
    }
    Ok(())
}

/// Whether a text has the form of a BCP 47 language tag.
#[must_use]
pub fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=8).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bases_that_some_tool_would_choke_on_are_refused() {
        assert!(base("https://example.org/новини/").is_ok());
        for text in
            ["https://example.org", "https://example.org/a b/", "ftp://example.org/", "example.org/", "https://example.org/#/", "urn:x/"]
        {
            assert!(base(text).is_err(), "{text}");
        }
    }

    #[test]
    fn language_tags() {
        assert!(is_language_tag("uk") && is_language_tag("zh-Hant-TW"));
        assert!(!is_language_tag("u") && !is_language_tag("uk_UA") && !is_language_tag("") && !is_language_tag("українська"));
    }
}
