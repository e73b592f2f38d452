//! What was given: which files are graph documents, which RDF, and what graph are they together?

use super::Usage;
use super::args::InputArgs;
use super::report::Reporter;
use anyhow::{Context, Result};
use newsgraph::{
    Article, ArticleId, Diagnostic, Document, KnowledgeGraph, RdfFormat, ReadOptions, Severity, prepare, read_documents, read_rdf,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// What an input turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Document,
    Rdf(RdfFormat),
    Article,
    Html,
}

/// The graph of all inputs, and what there is to say of them.
#[derive(Default)]
pub struct Loaded {
    pub graph: KnowledgeGraph,
    pub diagnostics: Vec<Diagnostic>,
    /// Every file that was read, by its real path: none of them may be written over.
    pub read: BTreeSet<PathBuf>,
    /// How many inputs were read, and how many of these gave nothing.
    pub inputs: usize,
    pub failed: usize,
    /// The texts of the articles that lay beside their documents; the graph has only those that documents carry.
    pub texts: BTreeMap<ArticleId, String>,
    /// The bases of the RDF that was read.
    pub bases: BTreeSet<String>,
    /// RDF as it was read, where it is wanted so: bytes, format, name.
    pub rdf: Vec<(Vec<u8>, RdfFormat, String)>,
}

impl Loaded {
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.severity == Severity::Error)
    }
}

/// Reads all inputs into one graph. `adjust` may change each document before it is grounded.
pub fn load(args: &InputArgs, reporter: &Reporter, adjust: impl Fn(&mut Document)) -> Result<Loaded> {
    load_with(args, reporter, adjust, false)
}

/// The same; with `raw`, RDF is kept as it is and does not have to follow the graph contract.
pub fn load_with(args: &InputArgs, reporter: &Reporter, adjust: impl Fn(&mut Document), raw: bool) -> Result<Loaded> {
    let mut files = Vec::new();
    for input in &args.inputs {
        if input == "-" {
            files.push((PathBuf::from("-"), true));
        } else {
            gather(Path::new(input), true, &mut files).with_context(|| format!("cannot read {input}"))?;
        }
    }
    if files.iter().filter(|(path, _)| path == Path::new("-")).count() > 1 {
        return Err(Usage("standard input (-) can be read only once".into()).into());
    }
    if files.is_empty() {
        anyhow::bail!("no graph document (.json) and no RDF (.ttl .trig .nt .nq .rdf .jsonld) in {}", args.inputs.join(", "));
    }
    let mut loaded = Loaded { inputs: files.len(), ..Loaded::default() };
    let bar = reporter.progress(files.len());
    let options = (ReadOptions { new_relations: args.new_relations }, raw);
    for (path, named) in &files {
        bar.inc(1);
        let before = (loaded.graph.articles().len(), loaded.diagnostics.len());
        match one(path, options, &adjust, &mut loaded) {
            // In a folder, texts are the articles of its documents; only one that was asked for by name is missed.
            Err(said) if *named || said.iter().any(|d| d.severity == Severity::Error) => loaded.diagnostics.extend(said),
            _ => {}
        }
        let failed = loaded.diagnostics[before.1..].iter().any(|d| d.severity == Severity::Error);
        if failed && loaded.graph.articles().len() == before.0 {
            loaded.failed += 1;
        }
    }
    bar.finish_and_clear();
    Ok(loaded)
}

/// The files of an input: itself, or those of a folder that can be inputs, sorted, folders within included. What cannot be looked into
/// stays in the list where its name says that it is an input: reading it says why not.
fn gather(path: &Path, named: bool, files: &mut Vec<(PathBuf, bool)>) -> io::Result<()> {
    let wanted = matches!(kind_by_extension(path), Some(Kind::Document | Kind::Rdf(_)));
    match fs::metadata(path) {
        Err(error) if named => return Err(error),
        Ok(about) if about.is_dir() => {}
        _ => {
            if named || wanted {
                files.push((path.to_owned(), named));
            }
            return Ok(());
        }
    }
    let linked = fs::symlink_metadata(path)?.is_symlink();
    if linked && !named {
        // A link to a folder may lead in a circle.
        return Ok(());
    }
    let mut within: Vec<PathBuf> = fs::read_dir(path)?.map(|entry| entry.map(|e| e.path())).collect::<io::Result<_>>()?;
    within.sort();
    within.iter().try_for_each(|path| gather(path, false, files))
}

fn one(
    path: &Path,
    (options, raw): (ReadOptions, bool),
    adjust: &impl Fn(&mut Document),
    loaded: &mut Loaded,
) -> Result<(), Vec<Diagnostic>> {
    let name = path.display().to_string();
    let failed = |error: &dyn std::fmt::Display| vec![Diagnostic::error(error.to_string()).at(name.clone())];
    let bytes = bytes(path).map_err(|e| failed(&format!("cannot be read: {e}")))?;
    loaded.read.extend(fs::canonicalize(path));
    let by_content = kind_by_content(&bytes);
    let kind = match (kind_by_extension(path), by_content) {
        // Linked data may go by the name of plain JSON; anything else in such a file is a document with a mistake.
        (Some(Kind::Document), Kind::Rdf(RdfFormat::JsonLd)) => by_content,
        (known, _) => known.unwrap_or(by_content),
    };
    match kind {
        Kind::Rdf(format) if raw => loaded.rdf.push((bytes, format, name)),
        Kind::Rdf(format) => {
            let read = read_rdf(&bytes, format, &name)?;
            loaded.diagnostics.extend(read.diagnostics);
            loaded.bases.insert(read.base);
            loaded.graph.merge(read.graph);
        }
        Kind::Document => {
            let json = String::from_utf8(bytes).map_err(|e| failed(&format!("not UTF-8 at byte {}", e.utf8_error().valid_up_to())))?;
            for mut document in read_documents(&json, &name, options)? {
                adjust(&mut document);
                let article = beside(path, &document, &name, loaded)?;
                add(document, article.as_ref(), &name, loaded)?;
            }
        }
        Kind::Html => return Err(failed(&NO_HTML)),
        Kind::Article => {
            let said = Diagnostic::error("this version finds no claims by itself: a text alone gives no graph").at(name.clone());
            return Err(vec![said.help(
                "give its claims: newsgraph build ARTICLE --claims GRAPH.json\nhow to write them: README, \"Write a graph document\"",
            )]);
        }
    }
    Ok(())
}

/// The article file that a document names, where it lies beside the document.
fn beside(path: &Path, document: &Document, name: &str, loaded: &mut Loaded) -> Result<Option<Article>, Vec<Diagnostic>> {
    let Some(file) = document.article.file.as_ref().filter(|_| document.article.text.is_none()) else { return Ok(None) };
    let place = path.parent().unwrap_or_else(|| Path::new("")).join(file);
    if !place.is_file() {
        let said =
            Diagnostic::note(format!("its article {} is not there: the document stands on its own quotes and offsets", place.display()));
        loaded.diagnostics.push(said.at(name));
        return Ok(None);
    }
    article(&place, loaded).map(Some).map_err(|said| vec![said])
}

/// Reads an article; `-` is standard input.
pub fn article(path: &Path, loaded: &mut Loaded) -> Result<Article, Diagnostic> {
    let failed = |error: &dyn std::fmt::Display| Diagnostic::error(error.to_string()).at(path.display().to_string());
    if kind_by_extension(path) == Some(Kind::Html) {
        return Err(failed(&NO_HTML));
    }
    let bytes = bytes(path).map_err(|e| failed(&format!("cannot be read: {e}")))?;
    if kind_by_content(&bytes) == Kind::Html {
        return Err(failed(&NO_HTML));
    }
    loaded.read.extend(fs::canonicalize(path));
    Article::from_bytes(bytes).map_err(|e| failed(&e))
}

/// Grounds a document and adds it to the graph.
pub fn add(document: Document, article: Option<&Article>, name: &str, loaded: &mut Loaded) -> Result<(), Vec<Diagnostic>> {
    let at = |said: Diagnostic| {
        // A place of digits only is a line of the document.
        let line = |place: &str| place.bytes().all(|b| b.is_ascii_digit());
        let place = said.place.as_ref().map(|place| format!("{name}:{}{place}", if line(place) { "" } else { " " }));
        said.at(place.unwrap_or_else(|| name.to_owned()))
    };
    let grounded = prepare(document, article.map(Article::text)).map_err(|said| said.into_iter().map(at).collect::<Vec<_>>())?;
    loaded.diagnostics.extend(grounded.diagnostics().iter().cloned().map(at));
    let id = loaded.graph.add_document(grounded);
    if let Some(article) = article {
        loaded.texts.insert(id, article.text().to_owned());
    }
    Ok(())
}

const NO_HTML: &str = "HTML cannot be read yet: save the article as plain text";

/// The bytes of a file, or of standard input for `-`.
pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    if path != Path::new("-") {
        return fs::read(path);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn kind_by_extension(path: &Path) -> Option<Kind> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    match extension.as_str() {
        "json" => Some(Kind::Document),
        "xml" | "owl" => Some(Kind::Rdf(RdfFormat::RdfXml)),
        "html" | "htm" => Some(Kind::Html),
        "txt" | "md" => Some(Kind::Article),
        other => RdfFormat::ALL.into_iter().find(|format| format.extension() == other).map(Kind::Rdf),
    }
}

/// What bytes without a telling name are, by how they begin.
fn kind_by_content(bytes: &[u8]) -> Kind {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    let head = head.trim_start_matches('\u{feff}').trim_start();
    let lower = head.get(..head.len().min(200)).unwrap_or(head).to_ascii_lowercase();
    let first_line = head.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#')).unwrap_or_default();
    if head.is_empty() || head.starts_with(['{', '[']) {
        let linked = head.contains("\"@context\"") || head.contains("\"@graph\"") || head.contains("\"@id\"");
        return if linked { Kind::Rdf(RdfFormat::JsonLd) } else { Kind::Document };
    }
    let first = first_line.trim_start().to_ascii_lowercase();
    if ["@prefix", "@base", "prefix ", "base "].iter().any(|word| first.starts_with(word)) {
        // TriG reads Turtle too.
        Kind::Rdf(RdfFormat::TriG)
    } else if lower.starts_with("<!doctype html") || lower.starts_with("<html") {
        Kind::Html
    } else if lower.starts_with("<?xml") || lower.starts_with("<rdf:rdf") {
        Kind::Rdf(RdfFormat::RdfXml)
    } else if first.starts_with('<') && first_line.trim_end().ends_with('.') {
        Kind::Rdf(RdfFormat::NQuads)
    } else {
        Kind::Article
    }
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
            ("США тиснуть на НАТО.", Kind::Article),
        ] {
            assert_eq!(kind_by_content(text.as_bytes()), kind, "{text}");
        }
    }
}
