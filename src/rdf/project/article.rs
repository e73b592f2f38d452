//! What is said of an article, and of a relation of the user's own?

use super::{Projection, Sink};
use crate::graph::ArticleRecord;
use crate::id::{self, ArticleId};
use crate::rdf::term::{Block, Iri, Object, Section};
use crate::time::{Precision, Time};
use crate::vocab::{KnownRelation, Term, terms};
use std::io;

impl<'g> Projection<'g> {
    pub(super) fn article(&self, article: ArticleId, record: &'g ArticleRecord) -> Block<'g> {
        let mut block = Block::new(Section::Articles, Iri::Article(article));
        block.extend(terms::TYPE, [Object::term(terms::NEWS_ARTICLE), Object::term(terms::CONTEXT)]);
        block.extend(terms::HEADLINE, record.headlines.iter().map(|(language, text)| Object::words(text, language)));
        block.extend(terms::DATE_PUBLISHED, record.published.iter().map(|day| time(*day)));
        block.extend(terms::IN_LANGUAGE, record.languages.iter().map(|tag| Object::plain(tag.as_ref())));
        block.extend(terms::PUBLISHER, record.publishers.iter().map(|slug| Object::Iri(Iri::Entity(slug))));
        block.extend(terms::BASED_ON, record.based_on.iter().map(|slug| Object::Iri(Iri::Entity(slug))));
        block.extend(terms::URL, record.urls.iter().map(|url| Object::Iri(Iri::Other(url))));
        block.extend(terms::IDENTIFIER, record.identifiers.iter().map(|text| Object::plain(text.as_ref())));
        block.extend(terms::GENRE, record.styles.iter().map(|text| Object::plain(text.as_ref())));
        block.extend(terms::KEYWORDS, record.topics.iter().map(|text| Object::plain(text.as_ref())));
        block.extend(terms::SHA256, record.sha256.iter().map(|digest| Object::plain(id::hex(digest))));
        if self.graph.tells_texts() {
            block.extend(terms::IS_STRING, record.text.iter().map(|text| Object::plain(text.as_ref())));
        }
        let named = self.named.get(&article).map_or(&[][..], Vec::as_slice);
        for (predicate, wanted) in [(terms::ABOUT, true), (terms::MENTIONS, false)] {
            let slugs = named.iter().filter(|(_, salient)| *salient == wanted).map(|(slug, _)| *slug);
            block.extend(predicate, slugs.map(|slug| Object::Iri(Iri::Entity(slug))));
        }
        block
    }

    /// The relations of the users' own, by name.
    pub(super) fn relations(&self, sink: &mut Sink<'_, 'g>) -> io::Result<()> {
        let minted: Vec<(&'g str, KnownRelation)> = self.graph.minted().collect();
        for same in minted.chunk_by(|a, b| a.0 == b.0) {
            let mut block = Block::new(Section::Relations, Iri::Relation(same[0].0));
            block.push(terms::TYPE, Object::term(terms::OBJECT_PROPERTY));
            block.extend(terms::SUB_PROPERTY_OF, same.iter().map(|(_, parent)| Object::Iri(Iri::Relation(parent.name()))));
            sink(block)?;
        }
        Ok(())
    }
}

/// A time with the datatype of its precision.
pub(super) fn time<'g>(time: Time) -> Object<'g> {
    Object::typed(time.to_string(), datatype(time.precision()))
}

const fn datatype(precision: Precision) -> Term {
    match precision {
        Precision::Year => terms::G_YEAR,
        Precision::Month => terms::G_YEAR_MONTH,
        Precision::Day => terms::DATE,
    }
}
