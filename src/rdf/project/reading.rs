//! In which order does a person read a graph?

use super::passage::at;
use super::{Projection, Sink};
use crate::graph::{ClaimView, EndView};
use crate::rdf::format::Profile;
use crate::rdf::term::{Block, Iri, Section, Statement};
use crate::vocab::Polarity;
use std::collections::BTreeMap;
use std::io;

impl<'g> Projection<'g> {
    pub(super) fn reading(&self, sink: &mut Sink<'_, 'g>) -> io::Result<()> {
        self.relations(sink)?;
        for (id, record) in self.graph.articles() {
            sink(self.article(id, record))?;
        }
        for entity in &self.entities {
            let mut block = self.entity(*entity);
            block.statements.extend(self.plain(self.graph.claims_from_unordered(*entity), false));
            sink(block)?;
        }
        self.claims_and_passages(sink)?;
        self.mentions_alone(sink)?;
        if self.profile == Profile::Graphs { self.sources(sink) } else { Ok(()) }
    }

    fn claims_and_passages(&self, sink: &mut Sink<'_, 'g>) -> io::Result<()> {
        let about = self.about_claims();
        let mut mentions = &self.mentions[..];
        for claims in self.claims.chunk_by(|a, b| a.article() == b.article()) {
            let article = claims[0].article();
            mentions = &mentions[mentions.iter().take_while(|m| m.article < article).count()..];
            let named = mentions.iter().take_while(|m| m.article == article).count();
            for together in claims.chunk_by(|a, b| a.span() == b.span()) {
                let span = together[0].span();
                let here = at(&mentions[..named], span);
                let words = together.iter().map(|claim| claim.quote()).chain(here.iter().map(|m| m.words)).min();
                sink(self.passage(Section::Claims, article, span, words.unwrap_or_default(), here))?;
                for claim in together {
                    let mut block = self.claim(*claim);
                    if let Some(claims) = about.get(&claim.id()) {
                        block.statements.extend(self.plain(claims.iter().copied(), false));
                    }
                    sink(block)?;
                }
            }
        }
        Ok(())
    }

    /// The mentions that are not also the words of a claim.
    fn mentions_alone(&self, sink: &mut Sink<'_, 'g>) -> io::Result<()> {
        let mut rest = &self.mentions[..];
        while let Some(first) = rest.first() {
            let together = rest.partition_point(|m| (m.article, m.span) == (first.article, first.span));
            if !self.is_evidence(first.article, first.span) {
                sink(self.passage(Section::Mentions, first.article, first.span, first.words, &rest[..together]))?;
            }
            rest = &rest[together..];
        }
        Ok(())
    }

    /// The named graphs, each with its subjects.
    fn sources(&self, sink: &mut Sink<'_, 'g>) -> io::Result<()> {
        let mut graphs: BTreeMap<(Iri<'g>, Iri<'g>), Vec<ClaimView<'g>>> = BTreeMap::new();
        for claim in self
            .claims
            .iter()
            .filter(|claim| !claim.is_plain() && claim.polarity() == Polarity::Affirmed && !self.embedded.contains_key(&claim.id()))
        {
            self.voices(*claim, |voice| graphs.entry((voice, self.subject(*claim))).or_default().push(*claim));
        }
        for ((voice, subject), claims) in graphs {
            let here = |statement: &Statement<'g>| statement.graph == Some(voice);
            let statements = self.plain(claims, true).into_iter().filter(here).collect();
            sink(Block { section: Section::Sources, subject, statements })?;
        }
        Ok(())
    }

    /// The claims whose subject is a claim, by that claim.
    pub(super) fn about_claims(&self) -> BTreeMap<crate::id::ClaimId, Vec<ClaimView<'g>>> {
        let mut about: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for claim in &self.claims {
            if let EndView::Claim(subject) = claim.subject() {
                about.entry(subject).or_default().push(*claim);
            }
        }
        about
    }

    pub(super) fn is_evidence(&self, article: crate::id::ArticleId, span: crate::span::Span) -> bool {
        self.claims.binary_search_by(|claim| (claim.article(), claim.span()).cmp(&(article, span))).is_ok()
    }
}
