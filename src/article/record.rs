//! Which article is a line of JSON Lines?

use super::meta::Key;
use super::{Article, NoArticle};
use serde_json::{Map, Value};

/// The names of the fields of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordFields {
    /// The article as plain text.
    pub text: String,
    /// The article as a page, where there is no text.
    pub html: String,
    /// Its headline.
    pub title: String,
    /// When it was published.
    pub date: String,
    /// Its address.
    pub url: String,
    /// The medium.
    pub publisher: String,
    /// The name by which messages call it.
    pub id: String,
}

impl Default for RecordFields {
    fn default() -> Self {
        let own = str::to_owned;
        Self {
            text: own("text"),
            html: own("html"),
            title: own("title"),
            date: own("date"),
            url: own("url"),
            publisher: own("publisher"),
            id: own("id"),
        }
    }
}

/// An article out of a record, and what the record calls it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The article.
    pub article: Article,
    /// Its name in the record.
    pub id: Option<String>,
}

impl Record {
    /// Reads one line: an object with `text` or `html`. What its other fields say counts before what the text says of itself.
    ///
    /// # Errors
    /// [`NoArticle::Record`] where the line is no object or has neither; those of [`Article::from_text`] and [`Article::from_html`].
    pub fn from_json(line: &str, fields: &RecordFields) -> Result<Self, NoArticle> {
        let object: Map<String, Value> =
            serde_json::from_str(line).map_err(|error| NoArticle::Record(format!("not a JSON object: {error}")))?;
        let string = |name: &str| object.get(name).and_then(Value::as_str);
        let article = match (string(&fields.text), string(&fields.html)) {
            (Some(text), _) => Article::from_text(text.to_owned()),
            (None, Some(html)) => Article::from_html(html.as_bytes().to_vec()),
            (None, None) => Err(NoArticle::Record(format!("a record needs {:?} or {:?}", fields.text, fields.html))),
        };
        let mut article = article?;
        let mut meta = super::Meta::default();
        for (key, name) in
            [(Key::Headline, &fields.title), (Key::Published, &fields.date), (Key::Url, &fields.url), (Key::Publisher, &fields.publisher)]
        {
            meta.set(key, string(name).unwrap_or_default());
        }
        article.meta = super::Meta {
            headline: meta.headline.or(article.meta.headline),
            published: meta.published.or(article.meta.published),
            publisher: meta.publisher.or(article.meta.publisher),
            url: meta.url.or(article.meta.url),
            language: article.meta.language,
        };
        let id = object.get(&fields.id).map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned));
        Ok(Self { article, id })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_says_more_than_its_text() {
        let line = r#"{"id": 7, "title": "Рада ухвалила закон", "date": "2025-02-03T08:00:00Z", "text": " date 2024-01-01 Рада ухвалила закон про медіа."}"#;
        let record = Record::from_json(line, &RecordFields::default()).unwrap();
        assert_eq!(record.id.as_deref(), Some("7"));
        assert_eq!(record.article.meta().published, "2025-02-03".parse().ok());
        assert_eq!(record.article.body().1, "Рада ухвалила закон про медіа.");
        assert!(matches!(Record::from_json("[]", &RecordFields::default()), Err(NoArticle::Record(_))));
        let missing = Record::from_json("{\"title\": \"x\"}", &RecordFields::default());
        assert_eq!(missing, Err(NoArticle::Record("a record needs \"text\" or \"html\"".into())));
    }
}
