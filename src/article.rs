//! What was read? An article's text, exactly as its bytes have it.

use crate::id;
use std::string::FromUtf8Error;

/// The text of an article, as read: no character is added, dropped or changed, for offsets count in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    text: String,
    sha256: [u8; 32],
}

/// The bytes are no article.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoArticle {
    /// There is no text.
    #[error("the article is empty")]
    Empty,
    /// The text is in another encoding.
    #[error("the article is not UTF-8: its byte {0} fits no character (convert it, for example with `iconv -f WINDOWS-1251 -t UTF-8`)")]
    Encoding(usize),
}

impl Article {
    /// Reads plain text in UTF-8.
    ///
    /// # Errors
    /// [`NoArticle`] where the bytes are empty, blank, or not UTF-8.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, NoArticle> {
        let sha256 = id::sha256(&bytes);
        let text = String::from_utf8(bytes).map_err(|error: FromUtf8Error| NoArticle::Encoding(error.utf8_error().valid_up_to()))?;
        if text.trim().is_empty() { Err(NoArticle::Empty) } else { Ok(Self { text, sha256 }) }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// SHA-256 of the bytes.
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
        assert_eq!(Article::from_bytes(vec![b'a', 0xcf, 0xf0]), Err(NoArticle::Encoding(1)));
        let text = "\u{feff}США\r\n";
        assert_eq!(Article::from_bytes(text.into()).map(|a| a.text().to_owned()), Ok(text.to_owned()));
    }
}
