//! Which claims does nobody make, though they have no speaker?

use super::KnowledgeGraph;
use super::view::{ClaimView, EndView};
use crate::id::ClaimId;
use foldhash::{HashMap, HashMapExt, HashSet};
use std::collections::BTreeSet;

impl KnowledgeGraph {
    /// The claims without a speaker that the article states only as what somebody denies, demands or promises: "заперечила будь-яку
    /// допомогу" gives the claim that there was help, for the denial to point to, but the article does not say that there was. A claim
    /// is such where a claim that refutes it, has it for its content, or takes a stance on it stands in overlapping words of the article.
    #[must_use]
    pub fn unasserted(&self) -> HashSet<ClaimId> {
        self.embedded().into_keys().collect()
    }

    /// The same claims, each with the claims in whose words it stands.
    pub(crate) fn embedded(&self) -> HashMap<ClaimId, BTreeSet<ClaimId>> {
        let mut found: HashMap<ClaimId, BTreeSet<ClaimId>> = HashMap::new();
        for claim in self.claims_unordered() {
            let object = match claim.object() {
                EndView::Claim(id) if claim.relation().known().is_stance() => Some(id),
                _ => None,
            };
            for id in object.into_iter().chain(claim.content()).chain(claim.refutes().iter().copied()) {
                if self.claim(id).is_some_and(|inner| inner.source().is_none() && overlap(inner, claim)) {
                    found.entry(id).or_default().insert(claim.id());
                }
            }
        }
        found
    }
}

fn overlap(a: ClaimView<'_>, b: ClaimView<'_>) -> bool {
    a.article() == b.article() && a.span().begin < b.span().end && b.span().begin < a.span().end
}
