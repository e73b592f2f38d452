//! What is the whole way of a document into a graph?

use crate::article::Article;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Grounded, Target, ground};
use crate::extract::{Reason, claims, found, wanted};
use crate::language::{BadReader, NamedText, Naming, Reader, TextWords, reader};
use crate::time::Time;
use newsgraph_encoder::Scratch;

/// Reads an article: a document of what it names and claims, in the order of the text.
///
/// `scratch` is memory that is kept from article to article; it changes nothing. Any text can be read; what comes out of one that is not
/// Ukrainian means little, so ask [`language`](crate::language()) first.
///
/// # Errors
/// [`BadReader`] where the program's own data are damaged.
pub fn extract(article: &Article, options: ExtractOptions, scratch: &mut Scratch) -> Result<Document, BadReader> {
    explain(article, options, scratch).map(|(document, _)| document)
}

/// The same, and how each claim of the document came about, in their order.
///
/// # Errors
/// [`BadReader`] where the program's own data are damaged.
pub fn explain(article: &Article, options: ExtractOptions, scratch: &mut Scratch) -> Result<(Document, Vec<Reason>), BadReader> {
    Ok(explain_with(reader().map_err(Clone::clone)?, article, options, scratch))
}

/// The same as [`extract`] with a certain reader.
#[must_use]
pub fn extract_with(reader: &Reader<'_>, article: &Article, options: ExtractOptions, scratch: &mut Scratch) -> Document {
    explain_with(reader, article, options, scratch).0
}

fn explain_with(reader: &Reader<'_>, article: &Article, options: ExtractOptions, scratch: &mut Scratch) -> (Document, Vec<Reason>) {
    let (text, dictionary) = (reader.read_claims(article, scratch), reader.dictionary());
    let found = found(dictionary, &text.sentences, &wanted(&text, options.least));
    let said = claims(dictionary, &text, article.text(), found, options.published.or(article.meta().published), options.least);
    let mut document = Document { entities: said.entities, claims: said.claims, ..Document::default() };
    document.article.based_on = said.based_on;
    cut_names(&mut document);
    describe(&mut document, article);
    (document, said.reasons)
}

/// Reads an article up to what it names, with what the claims of [`extract`] name, but without the claims.
#[must_use]
pub fn named<'t>(reader: &Reader<'_>, article: &'t Article, scratch: &mut Scratch) -> NamedText<'t> {
    let text = reader.read_claims(article, scratch);
    let found = found(reader.dictionary(), &text.sentences, &wanted(&text, ExtractOptions::default().least));
    let mentions = found.mentions.into_iter().zip(found.entity_of).map(|(mention, entity)| Naming {
        sentence: mention.sentence,
        words: mention.words,
        head: mention.head,
        kind: mention.kind,
        probability: mention.probability,
        entity,
    });
    NamedText { mentions: mentions.collect(), entities: found.entities, sentences: text.sentences }
}

/// A list without marks may be read as one name of a page: such names are told by their beginning, and the graph takes them.
fn cut_names(document: &mut Document) {
    let literals = document.claims.iter_mut().filter_map(|claim| match &mut claim.object {
        Target::Literal(literal) => Some(&mut literal.text),
        _ => None,
    });
    let names = document.entities.iter_mut().flat_map(|entity| entity.names.iter_mut().chain(&mut entity.en));
    for text in literals.chain(names) {
        if let Some((at, _)) = text.char_indices().nth(LONGEST) {
            text.truncate(at);
            text.push('…');
        }
    }
}

/// Code points of a name or literal at most.
const LONGEST: usize = 300;

/// How an article is read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ExtractOptions {
    /// When it was published, where the article does not say it itself or says it wrongly: "вчора" is counted from it.
    pub published: Option<Time>,
    /// How sure the reader has to be of a claim, 0 to 1: surer ones are fewer and righter.
    pub least: f32,
}

impl Default for ExtractOptions {
    /// As the article says itself; a measure that favours precision.
    fn default() -> Self {
        Self { published: None, least: 0.2 }
    }
}

/// Tells a document what its article says of itself, where the document does not say it.
pub fn describe(document: &mut Document, article: &Article) {
    let (info, meta) = (&mut document.article, article.meta());
    info.published = info.published.or(meta.published);
    for (place, said) in [
        (&mut info.headline, &meta.headline),
        (&mut info.publisher, &meta.publisher),
        (&mut info.url, &meta.url),
        (&mut info.language, &meta.language),
    ] {
        if place.is_none() {
            place.clone_from(said);
        }
    }
}

/// Prepares a document for a graph: entities of which it gives neither mentions nor forms are looked up in the text by their names, then
/// every quote, form and mention is grounded.
///
/// `text` is the article, where the document does not carry it.
///
/// # Errors
/// Those of [`ground`].
pub fn prepare(mut document: Document, text: Option<&str>) -> Result<Grounded, Vec<Diagnostic>> {
    let own = document.article.text.clone();
    if let Some(text) = own.as_deref().or(text)
        && document.entities.iter().any(|e| e.mentions.is_empty() && e.forms.is_empty())
    {
        let words = TextWords::new(text);
        for entity in document.entities.iter_mut().filter(|e| e.mentions.is_empty() && e.forms.is_empty()) {
            let forms: Vec<&str> = entity.names.iter().flat_map(|name| words.forms(name)).collect();
            entity.forms = forms.into_iter().map(str::to_owned).collect();
        }
    }
    ground(document, text)
}
