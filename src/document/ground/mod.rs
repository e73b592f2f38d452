//! Do the claims stand on the article's own words? Every quote is looked up; a claim whose words are not there is refused.

mod mentions;
mod nearest;
mod quote;
mod refuse;

use super::media::resolve_media;
use super::model::{Claim, Document};
use super::problem::Problems;
use super::validate::validate;
use crate::diagnostic::{Diagnostic, Severity, cut};
use crate::id;
use crate::span::{Span, TextIndex};
use quote::{Finder, Found};
use std::collections::HashMap;

/// A document whose parts fit together and whose claims all have their place in the article.
#[derive(Debug, Clone)]
pub struct Grounded {
    document: Document,
    diagnostics: Vec<Diagnostic>,
}

impl Grounded {
    /// The document: every claim has a span, every form became mentions.
    #[must_use]
    pub const fn document(&self) -> &Document {
        &self.document
    }

    /// The document and what there is to say of it.
    #[must_use]
    pub fn into_parts(self) -> (Document, Vec<Diagnostic>) {
        (self.document, self.diagnostics)
    }

    /// Claims that were refused, forms that were not found, what was mended.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Whether something was refused.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.severity == Severity::Error)
    }
}

/// Grounds a document in the text of its article, if that is at hand: its own `text` or the one given. Without a text the document
/// stands on its own quotes and offsets.
///
/// # Errors
/// Where the document is none (unknown keys, circles …) or the text is not the one that its hash names.
pub fn ground(mut document: Document, text: Option<&str>) -> Result<Grounded, Vec<Diagnostic>> {
    resolve_media(&mut document);
    let mut problems = Problems::default();
    validate(&document, &mut problems);
    if !problems.found.is_empty() {
        return Err(problems.found.into_iter().map(super::problem::Problem::unlocated).collect());
    }
    let own = document.article.text.clone();
    let text = own.as_deref().or(text);
    if let Some(text) = text {
        check_hash(&mut document, text).map_err(|said| vec![said])?;
    }
    let mut diagnostics = Vec::new();
    if document.article.sha256.is_none() {
        let said =
            Diagnostic::warning("the article is not here and the document does not say its SHA-256: the graph's name for it is made up");
        diagnostics
            .push(said.help("give the article, or \"article\": {\"sha256\": …}: then the graph agrees with others of the same article"));
    }
    let index = text.map(TextIndex::new);
    let mut finder = index.as_ref().map(Finder::new);
    let mut kept = Vec::with_capacity(document.claims.len());
    let mut refused = Vec::new();
    let mut quotes = Quotes::default();
    for mut claim in std::mem::take(&mut document.claims) {
        let line = claim.line;
        let before = diagnostics.len();
        match place(&mut claim, finder.as_mut(), &mut diagnostics).and_then(|()| quotes.add(&claim)) {
            Ok(()) => {
                words(&mut claim, text, &mut diagnostics);
                kept.push(claim);
            }
            Err(said) => {
                diagnostics.push(said);
                refused.push(claim.id);
            }
        }
        // The line of the document, where it was read from one.
        if let Some(line) = line {
            diagnostics[before..].iter_mut().for_each(|said| said.place = Some(line.to_string()));
        }
    }
    document.claims = refuse::without(kept, refused, &mut diagnostics);
    mentions::place(&mut document, index.as_ref(), &mut diagnostics);
    Ok(Grounded { document, diagnostics })
}

/// The quotes so far by their places: without the article, two documents of one place are the only witnesses of its words.
#[derive(Default)]
struct Quotes(HashMap<Span, String>);

impl Quotes {
    fn add(&mut self, claim: &Claim) -> Result<(), Diagnostic> {
        let Some(span) = claim.span else { return Ok(()) };
        let known = self.0.entry(span).or_insert_with(|| claim.quote.clone());
        if *known == claim.quote {
            return Ok(());
        }
        let said = format!("claim {:?} is refused: at {span} another claim quotes other words", cut(&claim.id, 80));
        Err(Diagnostic::error(said).help(format!("{:?}\n{:?}", cut(known, 200), cut(&claim.quote, 200))))
    }
}

fn check_hash(document: &mut Document, text: &str) -> Result<(), Diagnostic> {
    let digest = id::sha256(text.as_bytes());
    if let Some(named) = document.article.sha256
        && named != digest
    {
        let said = format!(
            "this is not the article that the document names: its SHA-256 is {}, the document says {}",
            id::hex(&digest),
            id::hex(&named)
        );
        return Err(Diagnostic::error(said)
            .help("give the right article, or take \"sha256\" (and all offsets) out of the document to ground it anew"));
    }
    document.article.sha256 = Some(digest);
    Ok(())
}

/// Finds the place of a claim's quote, or says why there is none.
fn place(claim: &mut Claim, finder: Option<&mut Finder<'_>>, diagnostics: &mut Vec<Diagnostic>) -> Result<(), Diagnostic> {
    let name = format!("claim {:?}", claim.id);
    let Some(finder) = finder else {
        let length = claim.quote.chars().count();
        return match claim.span {
            Some(span) if span.begin < span.end && span.len() as usize == length => Ok(()),
            Some(span) => {
                Err(Diagnostic::error(format!("{name} is refused: {span} has {} code points, its quote has {length}", span.len()))
                    .help("correct begin and end, or give the article to look the quote up"))
            }
            None => Err(Diagnostic::error(format!("{name} is refused: its place is not known and the article is not here"))
                .help("give the article (beside the document, under \"text\", or `build ARTICLE --claims GRAPH.json`), or begin and end")),
        };
    };
    let found = if let Some(span) = claim.span {
        finder.at(span, &claim.quote)
    } else {
        if let Some(times) = finder.times(&claim.quote) {
            let said = Diagnostic::note(format!("{name}: its quote stands {times} times in the article, the first place was taken"));
            diagnostics.push(said.help("quote more of the sentence, or give begin and end"));
        }
        finder.find(&claim.quote)
    };
    match found {
        Found::Exact(span) => claim.span = Some(span),
        Found::Near(span, own) => {
            let said = Diagnostic::note(format!("{name}: white space, quote marks, apostrophes or dashes taken from the article"));
            diagnostics.push(said.help(format!("article: {:?}\nquote:   {:?}", cut(own, 200), cut(&claim.quote, 200))));
            own.clone_into(&mut claim.quote);
            claim.span = Some(span);
        }
        Found::Elsewhere(said) | Found::Nowhere(said) => {
            let why = if claim.span.is_some() { "its quote does not stand at its offsets" } else { "its quote is not in the article" };
            return Err(Diagnostic::error(format!("{name} is refused: {why}")).help(said));
        }
    }
    Ok(())
}

/// Leaves out words that do not stand where they should.
fn words(claim: &mut Claim, text: Option<&str>, diagnostics: &mut Vec<Diagnostic>) {
    let quote = &claim.quote;
    let words = &mut claim.words;
    let mut check = |role: &str, words: &mut Option<String>, within: &str, place: &str| {
        if words.as_ref().is_some_and(|w| !within.contains(w.as_str()) || w.trim().is_empty()) {
            let said = format!("claim {:?}: the words for its {role} are not in its {place} and were left out", claim.id);
            diagnostics.push(Diagnostic::warning(said).help(format!("words: {:?}", cut(words.as_deref().unwrap_or_default(), 120))));
            *words = None;
        }
    };
    check("subject", &mut words.subject, quote, "quote");
    check("predicate", &mut words.predicate, quote, "quote");
    check("object", &mut words.object, quote, "quote");
    if let Some(text) = text {
        check("source", &mut words.source, text, "article");
    }
}
