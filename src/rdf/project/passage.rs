//! What is said of a passage: its place, its words, which entities it names?

use super::Projection;
use crate::graph::{Appearance, Entity};
use crate::id::ArticleId;
use crate::rdf::term::{Block, Iri, Object, Section};
use crate::span::Span;
use crate::vocab::terms;

/// A place where an article names an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MentionAt<'g> {
    pub article: ArticleId,
    pub span: Span,
    pub entity: &'g str,
    pub words: &'g str,
}

/// The mentions of an entity in an article whose words are known.
pub fn mentions<'g>(entity: &'g Entity, article: ArticleId, appearance: &'g Appearance) -> impl Iterator<Item = MentionAt<'g>> {
    appearance
        .mentions
        .iter()
        .filter_map(move |m| Some(MentionAt { article, span: m.span, entity: entity.slug(), words: m.words.as_deref()? }))
}

impl<'g> Projection<'g> {
    /// A passage as a block. `mentions` are those that stand exactly there.
    pub(super) fn passage(
        &self,
        section: Section,
        article: ArticleId,
        span: Span,
        words: &'g str,
        mentions: &[MentionAt<'g>],
    ) -> Block<'g> {
        let mut block = Block::new(section, Iri::Passage(article, span));
        block.statements.reserve(6);
        block.push(terms::TYPE, Object::term(terms::OFFSET_STRING));
        block.push(terms::BEGIN, Object::typed(span.begin.to_string(), terms::NON_NEGATIVE_INTEGER));
        block.push(terms::END, Object::typed(span.end.to_string(), terms::NON_NEGATIVE_INTEGER));
        block.push(terms::ANCHOR, Object::words(words, self.language(article)));
        block.push(terms::REFERENCE_CONTEXT, Object::Iri(Iri::Article(article)));
        block.extend(terms::IDENT_REF, mentions.iter().map(|mention| Object::Iri(Iri::Entity(mention.entity))));
        block
    }
}

/// Of an article's mentions, those that stand exactly at a place.
pub fn at<'m, 'g>(mentions: &'m [MentionAt<'g>], span: Span) -> &'m [MentionAt<'g>] {
    let begin = mentions.partition_point(|mention| mention.span < span);
    let end = begin + mentions[begin..].iter().take_while(|mention| mention.span == span).count();
    &mentions[begin..end]
}
