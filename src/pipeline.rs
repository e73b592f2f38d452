//! What is the whole way of a document into a graph?

use crate::article::Article;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Grounded, ground};
use crate::extract::found;
use crate::language::{BadReader, TextWords, dictionary, reader};
use newsgraph_encoder::Scratch;

/// Reads an article: a document of what it names, in the order of the text.
///
/// `scratch` is memory that is kept from article to article; it changes nothing. Any text can be read; what comes out of one that is not
/// Ukrainian means little, so ask [`language`](crate::language()) first.
///
/// # Errors
/// [`BadReader`] where the program's own data are damaged.
pub fn extract(article: &Article, scratch: &mut Scratch) -> Result<Document, BadReader> {
    let sentences = reader().map_err(Clone::clone)?.read_article(article, scratch);
    let mut document = Document { entities: found(dictionary()?, &sentences).entities, ..Document::default() };
    describe(&mut document, article);
    Ok(document)
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
