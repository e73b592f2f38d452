//! How does a document come into the graph? Its article looked up beside it, its claims grounded.

use super::{Loaded, bytes::open, kind::Kind};
use newsgraph::{Article, ArticleInfo, Diagnostic, Document, ExtractOptions, Language, Scratch, describe, extract, language, prepare};
use std::fs;
use std::path::Path;

/// The article file that a document names, where it lies beside the document.
pub fn beside(path: &Path, document: &Document, name: &str, loaded: &mut Loaded) -> Result<Option<Article>, Vec<Diagnostic>> {
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

/// Reads an article, as text or as a page; `-` is standard input.
pub fn article(path: &Path, loaded: &mut Loaded) -> Result<Article, Diagnostic> {
    let name = path.display().to_string();
    let failed = |error: &dyn std::fmt::Display| Diagnostic::error(error.to_string()).at(name.clone());
    let opened = open(path).map_err(|e| failed(&format!("cannot be read: {e}")))?;
    let kind = Kind::of(path, &opened.head);
    let bytes = opened.bytes().map_err(|e| failed(&format!("cannot be read: {e}")))?;
    loaded.read.extend(fs::canonicalize(path));
    let page = kind == Kind::Html;
    let article = if page { Article::from_html(bytes) } else { Article::from_bytes(bytes) }.map_err(|e| failed(&e))?;
    loaded.diagnostics.extend(article.notes().iter().map(|note| note.clone().at(name.clone())));
    if page && !loaded.with_text {
        let note = Diagnostic::note("offsets count in the text that was taken from the page").at(name);
        loaded.diagnostics.push(note.help("--with-text keeps that text with the graph"));
    }
    Ok(article)
}

/// Whether an article is in a language that can be read; what there is to note.
pub fn readable(article: &Article, name: &str) -> Result<Option<Diagnostic>, Diagnostic> {
    match language(article.body().1) {
        Language::Ukrainian => Ok(None),
        Language::Other(other) => Err(Diagnostic::error(format!("the article is in {other}; this version reads Ukrainian")).at(name)),
        Language::Unknown => {
            Ok(Some(Diagnostic::note("too short or too mixed to say in which language it is; read as Ukrainian").at(name)))
        }
    }
}

/// Reads an article by ourselves and adds what it says to the graph; `adjust` may change its document before.
pub fn read(
    article: &Article,
    name: &str,
    adjust: &impl Fn(&mut Document),
    scratch: &mut Scratch,
    loaded: &mut Loaded,
) -> Result<(), Vec<Diagnostic>> {
    loaded.diagnostics.extend(readable(article, name).map_err(|said| vec![said])?);
    // What the user says of the article counts before what it says itself.
    let mut told = Document::default();
    describe(&mut told, article);
    adjust(&mut told);
    let usual = ExtractOptions::default();
    let options = ExtractOptions { published: told.article.published, least: loaded.min_confidence.unwrap_or(usual.least) };
    let read = extract(article, options, scratch).map_err(|error| vec![Diagnostic::error(error.to_string())])?;
    let article_info = ArticleInfo { based_on: read.article.based_on, ..told.article };
    let document = Document { article: article_info, ..read };
    add(document, Some(article), name, loaded)
}

/// Grounds a document and adds it to the graph.
pub fn add(mut document: Document, article: Option<&Article>, name: &str, loaded: &mut Loaded) -> Result<(), Vec<Diagnostic>> {
    let at = |said: Diagnostic| {
        // A place of digits only is a line of the document.
        let line = |place: &str| place.bytes().all(|b| b.is_ascii_digit());
        let place = said.place.as_ref().map(|place| format!("{name}:{}{place}", if line(place) { "" } else { " " }));
        said.at(place.unwrap_or_else(|| name.to_owned()))
    };
    if let Some(article) = article {
        describe(&mut document, article);
        if loaded.with_text && document.article.text.is_none() {
            document.article.text = Some(article.text().into());
        }
    }
    let grounded = prepare(document, article.map(Article::text)).map_err(|said| said.into_iter().map(at).collect::<Vec<_>>())?;
    loaded.diagnostics.extend(grounded.diagnostics().iter().cloned().map(at));
    let id = loaded.graph.add_document(grounded);
    if let Some(article) = article {
        loaded.texts.insert(id, article.text().to_owned());
    }
    Ok(())
}
