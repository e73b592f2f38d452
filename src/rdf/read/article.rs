//! What does RDF say of the articles?

use super::Reader;
use super::index::Subject;
use crate::graph::{ArticleRecord, Few};
use crate::id::{ArticleId, digest_from_hex};
use crate::vocab::terms;
use std::sync::Arc;

impl<'i> Reader<'i> {
    pub(super) fn articles(&mut self) {
        for subject in self.index.instances(terms::NEWS_ARTICLE) {
            match self.article_id(subject.iri) {
                Some(id) => {
                    let record = self.record(subject);
                    self.graph.add_article(id, record);
                }
                None => self.error(subject.iri, "an article is named {base}article/{16 hex digits}"),
            }
        }
    }

    pub(super) fn article_id(&self, iri: &str) -> Option<ArticleId> {
        self.local(iri, "article")?.parse().ok()
    }

    fn record(&mut self, subject: Subject<'i>) -> ArticleRecord {
        let texts = |predicate| -> Few<Box<str>> { subject.texts(predicate).map(Into::into).collect() };
        let mut published = Few::new();
        for text in subject.texts(terms::DATE_PUBLISHED) {
            match text.parse() {
                Ok(day) => {
                    published.insert(day);
                }
                Err(error) => self.error(subject.iri, format!("datePublished: {error}")),
            }
        }
        let sha256 = subject.texts(terms::SHA256).find_map(digest_from_hex);
        if sha256.is_none() && subject.texts(terms::SHA256).next().is_some() {
            self.error(subject.iri, "sha256 is not 64 hexadecimal digits");
        }
        let text: Option<Arc<str>> = subject.texts(terms::IS_STRING).next().map(Into::into);
        if text.is_some() {
            self.graph.tell_texts();
        }
        ArticleRecord {
            file: None,
            sha256,
            languages: subject.texts(terms::IN_LANGUAGE).map(|tag| tag.to_ascii_lowercase().into()).collect(),
            published,
            headlines: subject.words(terms::HEADLINE).collect(),
            publishers: self.slugs(subject, terms::PUBLISHER).into_iter().map(Into::into).collect(),
            based_on: self.slugs(subject, terms::BASED_ON).into_iter().map(Into::into).collect(),
            urls: subject.iris(terms::URL).map(Into::into).collect(),
            identifiers: texts(terms::IDENTIFIER),
            styles: texts(terms::GENRE),
            topics: texts(terms::KEYWORDS),
            text,
        }
    }
}
