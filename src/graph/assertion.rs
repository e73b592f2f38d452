//! Which claims does nobody make, though they have no speaker?

use super::KnowledgeGraph;
use super::view::{ClaimView, EndView};
use crate::id::ClaimId;
use foldhash::{HashSet, HashSetExt};

impl KnowledgeGraph {
    /// The claims without a speaker that the article states only as what somebody denies, demands or promises: "заперечила будь-яку
    /// допомогу" gives the claim that there was help, for the denial to point to, but the article does not say that there was. A claim
    /// is such where a claim that refutes it, has it for its content, or takes a stance on it stands in overlapping words of the article.
    #[must_use]
    pub fn unasserted(&self) -> HashSet<ClaimId> {
        let mut found = HashSet::new();
        for claim in self.claims_unordered() {
            let object = match claim.object() {
                EndView::Claim(id) if claim.relation().known().is_stance() => Some(id),
                _ => None,
            };
            for id in object.into_iter().chain(claim.content()).chain(claim.refutes().iter().copied()) {
                if self.claim(id).is_some_and(|inner| inner.source().is_none() && overlap(inner, claim)) {
                    found.insert(id);
                }
            }
        }
        found
    }
}

fn overlap(a: ClaimView<'_>, b: ClaimView<'_>) -> bool {
    a.article() == b.article() && a.span().begin < b.span().end && b.span().begin < a.span().end
}
