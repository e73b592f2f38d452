//! What did the server answer, and what does it mean?

use super::address::Address;
use super::fault::{Fault, StoreError};
use crate::diagnostic::{Diagnostic, cut};
use std::time::Duration;

/// An answer by HTTP.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub content_type: String,
    /// As much of the body as was wanted.
    pub body: Vec<u8>,
    pub retry_after: Option<Duration>,
    /// Where it came from, after redirects.
    pub from: Address,
}

impl Reply {
    pub const fn is_good(&self) -> bool {
        matches!(self.status, 200..=299)
    }

    /// Whether it is RDF, by its media type.
    pub fn is_rdf(&self) -> bool {
        let kind = self.content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        matches!(
            kind.as_str(),
            "application/n-triples"
                | "text/turtle"
                | "application/x-turtle"
                | "text/rdf+n3"
                | "application/rdf+xml"
                | "application/n-quads"
                | "application/trig"
                | "application/ld+json"
        )
    }

    /// Itself, where the server did what it was asked to.
    pub fn good(self) -> Result<Self, StoreError> {
        if self.is_good() { Ok(self) } else { Err(self.error()) }
    }

    /// What it means as an error.
    pub fn error(&self) -> StoreError {
        let (fault, what, help) = match self.status {
            401 => (Fault::WhoAreYou, "the server does not know us, or does not take the user and the password", CREDENTIALS),
            403 => (Fault::Forbidden, "the server does not allow it", ALLOW),
            413 => (Fault::TooMuch, "it is too much at once for the server", "a smaller --chunk sends less at once"),
            415 | 406 => (Fault::Format, "the server does not take this format", ""),
            404 | 405 | 501 => (
                Fault::NoStore,
                "nothing here takes data",
                "is it the address of the store? --protocol gsp or update, --update-url name another way in",
            ),
            507 => (Fault::Full, "the server has no room left", "what was sent stays; make room, then load again"),
            408 | 425 | 429 | 500 | 502..=504 => (Fault::Busy, "the server cannot do it now", ""),
            300..=399 => (Fault::Elsewhere, "the server sends us elsewhere without saying where", ""),
            _ => (Fault::Refused, "the server refuses", ""),
        };
        let said = self.said();
        // Some servers say by words what has a number of its own.
        let lower = said.to_lowercase();
        let says = |words: &[&str]| matches!(self.status, 400 | 500) && words.iter().any(|word| lower.contains(word));
        let (fault, what, help) = if says(&["no space left", "disk full", "out of disk", "disk quota"]) {
            (Fault::Full, "the server has no room left", "make room, then load again")
        } else if says(&["memory exhausted", "sql text has exceeded", "request too large", "query too long"]) {
            (Fault::TooMuch, "it is too much at once for the server", "a smaller --chunk sends less at once")
        } else {
            (fault, what, help)
        };
        let words = if said.is_empty() { String::new() } else { format!("\n{said}") };
        let place = self.from.plain().to_string();
        let message =
            Diagnostic::error(format!("{what} (HTTP {})", self.status)).at(place).help(format!("{help}{words}").trim().to_owned());
        StoreError { fault, said: message, retry_after: self.retry_after }
    }

    /// What the server says, without its mark-up.
    fn said(&self) -> String {
        let text = String::from_utf8_lossy(&self.body);
        let start = text.trim_start().get(..1).unwrap_or_default();
        let text = if start == "<" { without_tags(&text) } else { text.into_owned() };
        let words: Vec<&str> = text.split_whitespace().collect();
        cut(&words.join(" "), 300)
    }
}

fn without_tags(html: &str) -> String {
    let body = html.split_once("<body").map_or(html, |(_, body)| body.split_once('>').map_or(body, |(_, body)| body));
    let mut out = String::new();
    for (place, piece) in body.split('<').enumerate() {
        let text = if place == 0 { piece } else { piece.split_once('>').map_or("", |(_, text)| text) };
        out.push_str(text);
        out.push(' ');
    }
    out
}

const CREDENTIALS: &str =
    "set NEWSGRAPH_STORE_USER and NEWSGRAPH_STORE_PASSWORD, or NEWSGRAPH_STORE_TOKEN, or name a file with --auth FILE";

const ALLOW: &str =
    "the user must be allowed to write: in Virtuoso GRANT SPARQL_UPDATE TO \"user\"; and the address must be the one for it";
