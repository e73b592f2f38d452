//! What was given: which files are graph documents, which RDF, and what graph are they together?

mod bytes;
mod document;
mod gather;
mod kind;
mod lines;

pub use bytes::bytes;
pub use document::{add, article, readable};
pub use kind::is_data;
pub use kind::unpacked;

use super::args::InputArgs;
use super::report::Reporter;
use super::{Done, Usage};
use anyhow::Result;
use bytes::open;
use document::beside;
use kind::Kind;
use newsgraph::{ArticleId, Diagnostic, Document, KnowledgeGraph, RdfFormat, ReadOptions, Scratch, Severity, read_documents, read_rdf};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

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
    /// Whether the texts of articles are to stay with the graph.
    pub with_text: bool,
    /// How sure the reader has to be of a claim, where somebody asked for it.
    pub min_confidence: Option<f32>,
}

impl Loaded {
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.severity == Severity::Error)
    }

    /// How a command ends that did all it could with these.
    pub fn done(&self) -> Done {
        if self.has_errors() { Done::NotAll } else { Done::All }
    }

    /// The base that is asked for, else the one of the RDF that was read, else ours.
    pub fn base(&self, asked: Option<&str>) -> Result<String, Usage> {
        let mut bases = self.bases.iter();
        match (asked, bases.next(), bases.next()) {
            (Some(base), ..) => Ok(base.to_owned()),
            (None, Some(base), None) => Ok(base.clone()),
            (None, None, _) => Ok(newsgraph::DEFAULT_BASE.to_owned()),
            _ => Err(Usage(format!(
                "the inputs name things under several bases: say under which one with --base\n    {}",
                self.bases.iter().map(String::as_str).collect::<Vec<_>>().join("\n    ")
            ))),
        }
    }
}

/// Takes RDF as it is, bit by bit: what, in which format, of which name.
pub type TakeRdf<'t> = &'t mut dyn FnMut(&mut dyn Read, RdfFormat, &str) -> Result<(), Diagnostic>;

/// Reads all inputs into one graph. `adjust` may change each document before it is grounded.
pub fn load(args: &InputArgs, reporter: &Reporter, adjust: impl Fn(&mut Document)) -> Result<Loaded> {
    load_with(args, reporter, adjust, false, None)
}

/// The same; RDF goes to `rdf`, where that is given, and then does not have to follow the graph contract.
///
/// `with_text` keeps the texts of articles with the graph.
pub fn load_with(
    args: &InputArgs,
    reporter: &Reporter,
    adjust: impl Fn(&mut Document),
    with_text: bool,
    mut rdf: Option<TakeRdf<'_>>,
) -> Result<Loaded> {
    let files = gather::files(&args.inputs)?;
    let mut loaded = Loaded { inputs: files.len(), with_text, min_confidence: args.min_confidence, ..Loaded::default() };
    let bar = reporter.progress(files.len());
    let options = ReadOptions { new_relations: args.new_relations };
    for (path, named) in &files {
        bar.inc(1);
        let before = (loaded.graph.articles().len(), loaded.diagnostics.len());
        match one(path, options, &adjust, &mut rdf, &mut loaded) {
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

fn one(
    path: &Path,
    options: ReadOptions,
    adjust: &impl Fn(&mut Document),
    rdf: &mut Option<TakeRdf<'_>>,
    loaded: &mut Loaded,
) -> Result<(), Vec<Diagnostic>> {
    let name = path.display().to_string();
    let failed = |error: &dyn std::fmt::Display| vec![Diagnostic::error(error.to_string()).at(name.clone())];
    let unreadable = |error: std::io::Error| failed(&format!("cannot be read: {error}"));
    let opened = open(path).map_err(unreadable)?;
    loaded.read.extend(fs::canonicalize(path));
    match (Kind::of(path, &opened.head), rdf) {
        (Kind::Rdf(format), Some(take)) => {
            opened.read(|source| take(source, format, &name)).map_err(unreadable)?.map_err(|said| vec![said])?;
        }
        (Kind::Rdf(format), None) => {
            let read = read_rdf(&opened.bytes().map_err(unreadable)?, format, &name)?;
            loaded.diagnostics.extend(read.diagnostics);
            loaded.bases.insert(read.base);
            loaded.graph.merge(read.graph);
        }
        (Kind::Document, _) => {
            let json = String::from_utf8(opened.bytes().map_err(unreadable)?)
                .map_err(|e| failed(&format!("not UTF-8 at byte {}", e.utf8_error().valid_up_to())))?;
            for mut document in read_documents(&json, &name, options)? {
                adjust(&mut document);
                // One that cannot be read keeps none of the others out.
                let article = beside(path, &document, &name, loaded);
                if let Err(said) = article.and_then(|article| add(document, article.as_ref(), &name, loaded)) {
                    loaded.diagnostics.extend(said);
                }
            }
        }
        (Kind::Lines, _) => lines::read(opened, &name, adjust, loaded)?,
        (Kind::Article | Kind::Html, _) => {
            let article = article(path, loaded).map_err(|said| vec![said])?;
            document::read(&article, &name, adjust, &mut Scratch::default(), loaded)?;
        }
    }
    Ok(())
}
