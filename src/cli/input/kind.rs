//! Is a file a graph document, RDF, an article or many? By its name, else by how it begins.

use newsgraph::RdfFormat;
use std::path::Path;

/// What an input turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Document,
    Rdf(RdfFormat),
    Article,
    Html,
    /// JSON Lines: an article a line.
    Lines,
}

/// Whether a file is by its name a graph document, RDF, or many articles.
pub fn is_data(path: &Path) -> bool {
    matches!(Kind::by_extension(path), Some(Kind::Document | Kind::Rdf(_) | Kind::Lines))
}

impl Kind {
    /// What a file is, by its name and its first bytes.
    pub fn of(path: &Path, head: &[u8]) -> Self {
        let by_content = Self::by_content(head);
        match (Self::by_extension(path), by_content) {
            // Linked data may go by the name of plain JSON; anything else in such a file is a document with a mistake.
            (Some(Self::Document), Self::Rdf(RdfFormat::JsonLd)) => by_content,
            (known, _) => known.unwrap_or(by_content),
        }
    }

    /// What a name says; of a gzip'd file, what stands before `.gz`.
    pub fn by_extension(path: &Path) -> Option<Self> {
        let path = unpacked(path);
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "json" => Some(Self::Document),
            "xml" | "owl" => Some(Self::Rdf(RdfFormat::RdfXml)),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "txt" | "md" => Some(Self::Article),
            "jsonl" | "ndjson" => Some(Self::Lines),
            other => RdfFormat::ALL.into_iter().find(|format| format.extension() == other).map(Self::Rdf),
        }
    }

    /// What bytes without a telling name are, by how they begin.
    pub fn by_content(bytes: &[u8]) -> Self {
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(super::bytes::HEAD)]);
        let head = head.trim_start_matches('\u{feff}').trim_start();
        let marked = behind_marks(head).chars().take(40).collect::<String>().to_ascii_lowercase();
        let first_line = head.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#')).unwrap_or_default();
        if head.is_empty() || head.starts_with(['{', '[']) {
            let linked = head.contains("\"@context\"") || head.contains("\"@graph\"") || head.contains("\"@id\"");
            return if linked { Self::Rdf(RdfFormat::JsonLd) } else { Self::Document };
        }
        let first = first_line.trim_start().to_ascii_lowercase();
        if ["@prefix", "@base", "prefix ", "base "].iter().any(|word| first.starts_with(word)) {
            // TriG reads Turtle too.
            Self::Rdf(RdfFormat::TriG)
        } else if marked.starts_with("<!doctype html") || marked.starts_with("<html") {
            Self::Html
        } else if head.starts_with("<?xml") || marked.starts_with("<rdf:rdf") {
            Self::Rdf(RdfFormat::RdfXml)
        } else if first.starts_with('<') && first_line.trim_end().ends_with('.') {
            Self::Rdf(RdfFormat::NQuads)
        } else {
            Self::Article
        }
    }
}

/// What stands behind the comments and processing instructions at the beginning ("saved from …", the XML declaration).
fn behind_marks(head: &str) -> &str {
    let mut rest = head;
    while let Some(end) = [("<!--", "-->"), ("<?", "?>")]
        .iter()
        .find_map(|(begin, end)| rest.starts_with(begin).then(|| rest.find(end).map(|at| at + end.len()))?)
    {
        rest = rest[end..].trim_start();
    }
    rest
}

/// A name without the `.gz` at its end.
pub fn unpacked(path: &Path) -> &Path {
    let packed = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("gz"));
    path.file_stem().filter(|_| packed).map_or(path, Path::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_tells_what_a_file_is() {
        for (text, kind) in [
            ("", Kind::Document),
            (" [ {}", Kind::Document),
            ("{\"@context\": {}}", Kind::Rdf(RdfFormat::JsonLd)),
            ("# ours\n@prefix ng: <x> .", Kind::Rdf(RdfFormat::TriG)),
            ("<http://a> <http://b> <http://c> .\n", Kind::Rdf(RdfFormat::NQuads)),
            ("<?xml version=\"1.0\"?><rdf:RDF/>", Kind::Rdf(RdfFormat::RdfXml)),
            ("<!DOCTYPE html><p>", Kind::Html),
            ("<!-- saved from url=(0014)about:internet -->\n<html><p>", Kind::Html),
            ("<?xml version=\"1.0\"?>\n<!DOCTYPE html><html/>", Kind::Html),
            ("США тиснуть на НАТО.", Kind::Article),
        ] {
            assert_eq!(Kind::by_content(text.as_bytes()), kind, "{text}");
        }
    }

    #[test]
    fn the_name_before_gz_counts() {
        for (name, kind) in [
            ("a.json.gz", Some(Kind::Document)),
            ("a.NQ.GZ", Some(Kind::Rdf(RdfFormat::NQuads))),
            ("b/c.ttl.gz", Some(Kind::Rdf(RdfFormat::Turtle))),
            ("a.gz", None),
            (".gz", None),
            ("a.tar.gz", None),
        ] {
            assert_eq!(Kind::by_extension(Path::new(name)), kind, "{name}");
        }
    }
}
