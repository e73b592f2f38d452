//! What was read? An article: its text, in which all offsets count, and what it says of itself (headline, date, publisher, address).

mod dates;
mod encoding;
mod header;
mod html;
mod lang;
mod meta;
mod record;

pub use lang::{Language, language};
pub use meta::Meta;
pub use record::{Record, RecordFields};

use crate::diagnostic::Diagnostic;
use crate::id;

/// The text of an article, as read: no character is added, dropped or changed, for offsets count in it. Of HTML, it is the main text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    text: String,
    sha256: [u8; 32],
    body: usize,
    meta: Meta,
    notes: Vec<Diagnostic>,
}

/// The bytes are no article.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoArticle {
    /// There is no text.
    #[error("the article is empty")]
    Empty,
    /// The bytes are no text in any encoding that is known.
    #[error(
        "no text: its byte {0} is no character in any encoding that fits the rest (is it a picture, an archive, a word processor's file?)"
    )]
    Encoding(usize),
    /// A text in UTF-8 that is damaged.
    #[error("the article is UTF-8, but its byte {0} fits no character: the file is damaged, or was cut in the middle of a letter")]
    Damaged(usize),
    /// A page without a main text.
    #[error("no article was found in this page: save its text as plain text")]
    NoMainText,
    /// A record that is not one.
    #[error("{0}")]
    Record(String),
}

impl Article {
    /// Reads plain text: UTF-8, UTF-16 with a byte order mark, or an older encoding (Windows-1251, KOI8-U …) that is told by its letters.
    /// A header in front of the text is read (a line `date 2026-02-19`, `key: value` lines, YAML between `---`, a title line), and stays
    /// part of the text.
    ///
    /// # Errors
    /// [`NoArticle`] where the bytes are empty, blank, or no text.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, NoArticle> {
        let (text, note) = encoding::decode(bytes, None)?;
        let mut article = Self::from_text(text)?;
        article.notes.extend(note);
        Ok(article)
    }

    /// Takes a text that is read already; its header is read as in [`from_bytes`](Self::from_bytes).
    ///
    /// # Errors
    /// [`NoArticle::Empty`] where it is blank.
    pub fn from_text(text: String) -> Result<Self, NoArticle> {
        if text.trim_start_matches('\u{feff}').trim().is_empty() {
            return Err(NoArticle::Empty);
        }
        let (meta, body) = header::read(&text);
        Ok(Self { sha256: id::sha256(text.as_bytes()), text, body, meta, notes: Vec::new() })
    }

    /// Reads a page as a browser saved it: the main text without menus, advertising and comments, and what JSON-LD, `OpenGraph` and
    /// `<time>` say. The encoding is the declared one, where the bytes bear it out.
    ///
    /// # Errors
    /// [`NoArticle`] where there is no text, or no main text.
    pub fn from_html(bytes: Vec<u8>) -> Result<Self, NoArticle> {
        let label = html::declared_encoding(&bytes);
        let (page, note) = encoding::decode(bytes, label.as_deref())?;
        let (text, meta) = html::main_text(&page)?;
        Ok(Self { sha256: id::sha256(text.as_bytes()), text, body: 0, meta, notes: note.into_iter().collect() })
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text behind the header, and its place in the text in bytes.
    #[must_use]
    pub fn body(&self) -> (usize, &str) {
        (self.body, self.text.get(self.body..).unwrap_or_default())
    }

    /// What the article says of itself.
    #[must_use]
    pub const fn meta(&self) -> &Meta {
        &self.meta
    }

    /// What there is to say about how it was read.
    #[must_use]
    pub fn notes(&self) -> &[Diagnostic] {
        &self.notes
    }

    /// SHA-256 of the text as UTF-8 (for an article in UTF-8: of its bytes).
    #[must_use]
    pub const fn sha256(&self) -> &[u8; 32] {
        &self.sha256
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_refused_with_its_place() {
        assert_eq!(Article::from_bytes(b" \n".to_vec()), Err(NoArticle::Empty));
        assert_eq!(Article::from_bytes("\u{feff} ".into()), Err(NoArticle::Empty));
        assert_eq!(Article::from_bytes(vec![0x89, b'P', b'N', b'G', 0, 0, 1, 2, 0xff]), Err(NoArticle::Encoding(4)));
        let text = "\u{feff}США\r\n";
        assert_eq!(Article::from_bytes(text.into()).map(|a| a.text().to_owned()), Ok(text.to_owned()));
    }
}
