//! What becomes of the claims that rest on a refused one?

use crate::diagnostic::{Diagnostic, cut};
use crate::document::model::{Claim, Target};
use std::collections::HashSet;

/// The claims that can stand without the refused ones. A claim about a refused claim is refused too; a link to one is cut.
pub fn without(mut claims: Vec<Claim>, refused: Vec<String>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Claim> {
    let mut gone: HashSet<String> = refused.into_iter().collect();
    let mut before = 0;
    while gone.len() > before {
        before = gone.len();
        claims.retain(|claim| {
            let missing = [&claim.subject, &claim.object].into_iter().find_map(|target| match target {
                Target::Claim(id) if gone.contains(id) => Some(id),
                _ => None,
            });
            if let Some(missing) = missing {
                let said = format!("claim {:?} is refused: it is about claim {:?}, which is refused", cut(&claim.id, 80), cut(missing, 80));
                diagnostics.push(Diagnostic::error(said));
                gone.insert(claim.id.clone());
            }
            missing.is_none()
        });
    }
    for claim in claims.iter_mut().filter(|_| !gone.is_empty()) {
        let links = claim.refutes.len() + usize::from(claim.content.is_some());
        claim.refutes.retain(|id| !gone.contains(id));
        claim.content = claim.content.take().filter(|id| !gone.contains(id));
        if claim.refutes.len() + usize::from(claim.content.is_some()) < links {
            let said = format!("claim {:?}: a link to a refused claim was cut", cut(&claim.id, 80));
            diagnostics.push(Diagnostic::warning(said));
        }
    }
    claims
}
