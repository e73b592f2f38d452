//! In which order do sorted N-Quads have the subjects?

use super::passage::at;
use super::{Projection, Sink};
use crate::id::ClaimId;
use crate::rdf::term::Section;
use crate::span::Span;
use crate::vocab::Prefix;
use std::io;

impl<'g> Projection<'g> {
    /// Subjects by the bytes of `<IRI>`. Within `base`, "article/" < "claim/" < "entity/"; the passages of an article stand before
    /// it, for `#` < `>`.
    pub(super) fn canonical(&self, base: &str, sink: &mut Sink<'_, 'g>) -> io::Result<()> {
        let relations_first = Prefix::Ng.iri() < base;
        if relations_first {
            self.relations(sink)?;
        }
        self.articles_and_passages(sink)?;
        let about = self.about_claims();
        // The keys beside the places, as in `KnowledgeGraph::claims`.
        let mut order: Vec<(ClaimId, usize)> = self.claims.iter().map(|claim| claim.id()).zip(0..).collect();
        order.sort_unstable();
        for (_, place) in order {
            let claim = self.claims[place];
            let mut block = self.claim(claim);
            if let Some(claims) = about.get(&claim.id()) {
                block.statements.extend(self.plain(claims.iter().copied(), true));
            }
            sink(block)?;
        }
        let mut entities = self.entities.clone();
        entities.sort_unstable_by(|a, b| bracketed(self.graph.entity(*a).slug()).cmp(bracketed(self.graph.entity(*b).slug())));
        for entity in entities {
            let mut block = self.entity(entity);
            block.statements.extend(self.plain(self.graph.claims_from_unordered(entity), true));
            sink(block)?;
        }
        if relations_first { Ok(()) } else { self.relations(sink) }
    }

    /// Each article behind its passages.
    fn articles_and_passages(&self, sink: &mut Sink<'_, 'g>) -> io::Result<()> {
        let (mut claims, mut mentions) = (&self.claims[..], &self.mentions[..]);
        let mut places: Vec<(u64, u64, Span, &'g str)> = Vec::new();
        for (id, record) in self.graph.articles() {
            let mine = claims.iter().take_while(|claim| claim.article() <= id).count();
            let named = mentions.iter().take_while(|mention| mention.article <= id).count();
            let evidence = claims[..mine].iter().map(|claim| (claim.span(), claim.quote()));
            places.clear();
            places.extend(evidence.chain(mentions[..named].iter().map(|m| (m.span, m.words))).map(|(span, words)| {
                let (begin, end) = place_key(span);
                (begin, end, span, words)
            }));
            places.sort_unstable();
            places.dedup_by_key(|(.., span, _)| *span);
            for (.., span, words) in &places {
                sink(self.passage(Section::Claims, id, *span, words, at(&mentions[..named], *span)))?;
            }
            sink(self.article(id, record))?;
            (claims, mentions) = (&claims[mine..], &mentions[named..]);
        }
        Ok(())
    }
}

/// A name with the bracket behind it that takes part in the sorting.
fn bracketed(name: &str) -> impl Iterator<Item = u8> + '_ {
    name.bytes().chain([b'>'])
}

/// Numbers that sort as the text `begin,end>` does, in which `,` < digits < `>`.
fn place_key(span: Span) -> (u64, u64) {
    (digits_key(span.begin, 0, 1), digits_key(span.end, 10, 0))
}

/// The digits of a number as digits to the base 12, each raised by `raise`, then the terminator, then zeros up to eleven places.
fn digits_key(number: u32, terminator: u64, raise: u64) -> u64 {
    let digits = number.to_string();
    let with_end = digits.bytes().map(|d| u64::from(d - b'0') + raise).chain([terminator]);
    with_end.chain(std::iter::repeat(0)).take(11).fold(0, |key, digit| key * 12 + digit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn places_sort_as_their_text_does(a in 0_u32..300, b in 0_u32..2000, c in 0_u32..300, d in 0_u32..2000, far in any::<u32>()) {
            for (x, y) in [((a, b), (c, d)), ((a, far), (a, d)), ((far, b), (c, b)), ((a, b), (a, d))] {
                let text = |(begin, end)| format!("{begin},{end}>");
                let key = |(begin, end)| place_key(Span::new(begin, end));
                prop_assert_eq!(key(x).cmp(&key(y)), text(x).cmp(&text(y)));
            }
        }
    }
}
