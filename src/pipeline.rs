//! What is the whole way of a document into a graph?

use crate::article::Article;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Grounded, ground};
use crate::language::TextWords;

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
