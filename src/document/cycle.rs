//! Which claims are made of which: does one contain itself, and in which order can they be built?

use super::model::Claim;
use std::collections::HashMap;

/// Places in the list of the claims that a claim is made of.
fn parts<'c>(claim: &'c Claim, ids: &'c HashMap<&str, usize>) -> impl Iterator<Item = usize> + use<'c> {
    claim.parts().filter_map(|id| ids.get(id).copied())
}

#[derive(Clone, Copy, PartialEq)]
enum Seen {
    Not,
    Open,
    Done,
}

/// Goes through all claims, into each before it is done. Calls `closes` with the place of a claim that a circle comes back to, `done`
/// with each place after all that it is made of. Linear in the claims.
fn walk(claims: &[Claim], ids: &HashMap<&str, usize>, mut closes: impl FnMut(usize), mut done: impl FnMut(usize)) {
    let mut seen = vec![Seen::Not; claims.len()];
    for start in 0..claims.len() {
        if seen[start] != Seen::Not {
            continue;
        }
        seen[start] = Seen::Open;
        let mut stack = vec![(start, parts(&claims[start], ids))];
        while let Some((here, rest)) = stack.last_mut() {
            match rest.next() {
                Some(next) if seen[next] == Seen::Open => closes(next),
                Some(next) if seen[next] == Seen::Not => {
                    seen[next] = Seen::Open;
                    stack.push((next, parts(&claims[next], ids)));
                }
                Some(_) => {}
                None => {
                    seen[*here] = Seen::Done;
                    done(*here);
                    stack.pop();
                }
            }
        }
    }
}

/// For each circle of claims through subject, object and content, the place of the claim that closes it.
pub fn cycles(claims: &[Claim], ids: &HashMap<&str, usize>) -> Vec<usize> {
    let mut closing = Vec::new();
    walk(claims, ids, |place| closing.push(place), |_| {});
    closing.sort_unstable();
    closing.dedup();
    closing
}

/// An order of the claims in which each comes after those that it is made of. A circle (grounding refuses it) is cut somewhere.
#[must_use]
pub fn inner_first(claims: &[Claim]) -> Vec<usize> {
    let ids: HashMap<&str, usize> = claims.iter().enumerate().map(|(place, claim)| (claim.id.as_str(), place)).collect();
    let mut order = Vec::with_capacity(claims.len());
    walk(claims, &ids, |_| {}, |place| order.push(place));
    order
}
