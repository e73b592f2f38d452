//! Which claims does a picture show? The most telling ones, as many as boxes and arrows let it.

use super::salience::Salience;
use crate::graph::{ClaimView, EndView, EntityRef};
use crate::id::ClaimId;
use crate::picture::style::Look;
use crate::picture::wording::Teller;
use crate::vocab::KnownRelation;
use foldhash::{HashMap, HashSet};

/// How much a picture may show.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    pub nodes: usize,
    pub arrows: usize,
    /// Whether claims that only their relations tell apart share an arrow.
    pub bundled: bool,
    /// Whether offices and numbers stand in their box.
    pub folded: bool,
}

impl Limits {
    /// Every claim as its own arrow.
    pub const fn single(arrows: usize) -> Self {
        Self { nodes: usize::MAX, arrows, bundled: false, folded: false }
    }

    /// Parallel claims in one arrow; in one article offices and numbers in their box, for of several they would be a jumble.
    pub const fn bundled(arrows: usize, articles: usize) -> Self {
        Self { nodes: (arrows * 3).div_ceil(5), arrows, bundled: true, folded: articles <= 1 }
    }
}

/// What was chosen, as places in the list of claims, in the order of the text.
pub struct Chosen {
    pub arrows: Vec<usize>,
    /// Offices and numbers, which stand in the box of whoever has them.
    pub in_boxes: Vec<usize>,
    pub limits: Limits,
    /// How many of those that could be shown were not.
    pub left_out: usize,
    /// How many entities are at the ends of these only.
    pub entities_left_out: usize,
}

/// What claims must have in common to share an arrow: all but their relations, speakers and times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bundle<'g> {
    One(usize),
    Like { subject: Key<'g>, object: Key<'g>, look: Look },
}

/// An end of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key<'g> {
    Entity(EntityRef),
    Claim(ClaimId),
    Value(&'g str),
}

impl<'g> Key<'g> {
    pub fn of(end: EndView<'g>) -> Self {
        match end {
            EndView::Entity(entity) => Self::Entity(entity),
            EndView::Claim(id) => Self::Claim(id),
            EndView::Literal(value) => Self::Value(&value.text),
        }
    }
}

impl<'g> Bundle<'g> {
    /// The bundle of the claim at a place.
    pub fn of(teller: &Teller<'_>, claims: &[ClaimView<'g>], at: usize, bundled: bool) -> Self {
        let claim = claims[at];
        if !bundled {
            return Self::One(at);
        }
        Self::Like { subject: Key::of(claim.subject()), object: Key::of(claim.object()), look: teller.look(claim) }
    }
}

/// Whether a claim says in its subject's box what it has to say: an office, a number, which the article itself states without doubt.
fn fits_in_box(teller: &Teller<'_>, claim: ClaimView<'_>) -> bool {
    matches!(claim.relation().known(), KnownRelation::HoldsPosition | KnownRelation::HasQuantity)
        && teller.look(claim) == Look::PLAIN
        && matches!((claim.subject(), claim.object()), (EndView::Entity(_), EndView::Literal(_)))
}

/// Takes the most salient of the claims at the places given, with what they are about, until boxes or arrows run out.
pub fn choose(teller: &Teller<'_>, claims: &[ClaimView<'_>], among: &[usize], salience: &Salience, limits: Limits) -> Chosen {
    let mut order: Vec<usize> = among.to_vec();
    order.sort_by(|a, b| salience.claims[*b].total_cmp(&salience.claims[*a]).then(a.cmp(b)));
    // What others speak of needs an arrow of its own, to be pointed at.
    let spoken_of: HashSet<ClaimId> = among.iter().flat_map(|at| claims[*at].about()).collect();
    let in_box = |at: &usize| limits.folded && fits_in_box(teller, claims[*at]) && !spoken_of.contains(&claims[*at].id());
    let (mut in_boxes, arrows): (Vec<usize>, Vec<usize>) = order.into_iter().partition(in_box);
    let mut taken = Taken::new(teller, claims, among, limits);
    for at in arrows {
        taken.take(at);
    }
    in_boxes.retain(|at| entities(claims[*at]).any(|entity| taken.nodes.contains(&entity)));
    in_boxes.sort_unstable();
    let all: HashSet<EntityRef> = among.iter().flat_map(|at| entities(claims[*at])).collect();
    let mut arrows: Vec<usize> = taken.chosen.into_iter().collect();
    arrows.sort_unstable();
    Chosen {
        left_out: among.len() - arrows.len() - in_boxes.len(),
        entities_left_out: all.difference(&taken.nodes).count(),
        arrows,
        in_boxes,
        limits,
    }
}

/// The entities at the ends of a claim.
fn entities(claim: ClaimView<'_>) -> impl Iterator<Item = EntityRef> {
    claim.ends().filter_map(EndView::entity)
}

struct Taken<'a, 'g> {
    teller: &'a Teller<'a>,
    claims: &'a [ClaimView<'g>],
    place_of: HashMap<ClaimId, usize>,
    limits: Limits,
    chosen: HashSet<usize>,
    nodes: HashSet<EntityRef>,
    bundles: HashSet<Bundle<'g>>,
}

impl<'a, 'g> Taken<'a, 'g> {
    fn new(teller: &'a Teller<'a>, claims: &'a [ClaimView<'g>], among: &[usize], limits: Limits) -> Self {
        let place_of = among.iter().map(|at| (claims[*at].id(), *at)).collect();
        Self { teller, claims, place_of, limits, chosen: HashSet::default(), nodes: HashSet::default(), bundles: HashSet::default() }
    }

    /// Takes a claim with those that it is about, if there is room for all of them.
    fn take(&mut self, at: usize) {
        let mut wanted = Vec::new();
        self.with_inner(at, &mut wanted);
        let nodes: HashSet<EntityRef> = wanted.iter().flat_map(|at| entities(self.claims[*at])).collect();
        let bundles: HashSet<Bundle<'g>> = wanted.iter().map(|at| Bundle::of(self.teller, self.claims, *at, self.limits.bundled)).collect();
        let nodes_then = self.nodes.len() + nodes.difference(&self.nodes).count();
        let bundles_then = self.bundles.len() + bundles.difference(&self.bundles).count();
        if nodes_then <= self.limits.nodes && bundles_then <= self.limits.arrows {
            self.bundles.extend(bundles);
            self.nodes.extend(nodes);
            self.chosen.extend(wanted);
        }
    }

    /// A claim and the claims that it is about, and so on.
    fn with_inner(&self, at: usize, wanted: &mut Vec<usize>) {
        if wanted.contains(&at) || wanted.len() > 8 {
            return;
        }
        wanted.push(at);
        for id in self.claims[at].about() {
            if let Some(inner) = self.place_of.get(&id) {
                self.with_inner(*inner, wanted);
            }
        }
    }
}
