//! What does an article say of itself?

use crate::iri;
use crate::time::Time;

/// What is known of an article beside its text. Nothing here is guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meta {
    /// Its headline.
    pub headline: Option<String>,
    /// When it was published.
    pub published: Option<Time>,
    /// The medium that published it.
    pub publisher: Option<String>,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// Its language as it says itself: a tag such as `uk`.
    pub language: Option<String>,
}

/// What a key of a header, of front matter or of a page's metadata tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Headline,
    Published,
    Publisher,
    Url,
    Language,
    /// Known as a key of headers, but not needed.
    Other,
}

impl Key {
    /// The key of a name, whatever its case.
    pub fn of(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase();
        Some(match name.as_str() {
            "title" | "headline" | "заголовок" | "назва" => Self::Headline,
            "date" | "published" | "datepublished" | "pubdate" | "дата" | "опубліковано" => Self::Published,
            "publisher" | "source" | "site" | "medium" | "видання" | "джерело публікації" => Self::Publisher,
            "url" | "link" | "canonical" | "посилання" | "адреса" => Self::Url,
            "language" | "lang" | "мова" => Self::Language,
            "author" | "authors" | "tags" | "keywords" | "category" | "slug" | "id" | "description" | "modified" | "updated" | "автор"
            | "автори" | "теги" | "рубрика" | "оновлено" => Self::Other,
            _ => return None,
        })
    }
}

impl Meta {
    /// Takes what a key says, where nothing says it yet and the value can be read.
    pub fn set(&mut self, key: Key, value: &str) {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        if value.is_empty() {
            return;
        }
        let place = match key {
            Key::Headline => &mut self.headline,
            Key::Publisher => &mut self.publisher,
            Key::Url if iri::web_address(&value).is_ok() => &mut self.url,
            Key::Language if iri::is_language_tag(&value) => &mut self.language,
            Key::Published => {
                self.published = self.published.or_else(|| super::dates::read(&value));
                return;
            }
            Key::Url | Key::Language | Key::Other => return,
        };
        place.get_or_insert(value);
    }
}
