//! Which boxes and arrows stand for the chosen claims? Entities are boxes, claims are arrows, claims about claims end at arrows.

use super::choose::{Bundle, Chosen, Key};
use super::salience::Salience;
use crate::graph::{ClaimView, EndView, EntityRef};
use crate::id::ClaimId;
use crate::picture::scene::{Arrow, End, Link, LinkKind, Node, NodeKind, Scene};
use crate::picture::text::clean;
use crate::picture::wording::Teller;
use crate::picture::words::{number, with, words};
use crate::vocab::wording;
use foldhash::HashMap;
use std::collections::BTreeSet;

/// Claims behind one arrow that are told one by one.
const TOLD: usize = 24;

/// Tells the chosen claims.
pub fn tell(teller: &Teller<'_>, claims: &[ClaimView<'_>], chosen: &Chosen, salience: &Salience, scene: &mut Scene) {
    let mut telling = Telling {
        teller,
        claims,
        salience,
        bundled: chosen.limits.bundled,
        nodes: HashMap::default(),
        arrow_of: HashMap::default(),
        scene,
    };
    telling.entities(&chosen.arrows);
    let bundles = telling.bundles(&chosen.arrows);
    for bundle in &bundles {
        telling.arrow(bundle);
    }
    telling.links(&bundles);
    for at in &chosen.in_boxes {
        telling.fold(claims[*at]);
    }
    telling.note(chosen);
}

struct Telling<'a, 'g> {
    teller: &'a Teller<'g>,
    claims: &'a [ClaimView<'g>],
    salience: &'a Salience,
    bundled: bool,
    nodes: HashMap<Key<'g>, usize>,
    arrow_of: HashMap<ClaimId, usize>,
    scene: &'a mut Scene,
}

impl<'g> Telling<'_, 'g> {
    /// A box for each entity at an end of a claim, the most salient first.
    fn entities(&mut self, places: &[usize]) {
        let found: BTreeSet<EntityRef> = places.iter().flat_map(|at| self.claims[*at].ends()).filter_map(EndView::entity).collect();
        let slug = |entity: EntityRef| self.teller.graph.entity(entity).slug();
        let mut found: Vec<EntityRef> = found.into_iter().collect();
        found.sort_by(|a, b| self.salience.entity(*b).total_cmp(&self.salience.entity(*a)).then_with(|| slug(*a).cmp(slug(*b))));
        for entity in found {
            let node = entity_node(self.teller, entity, self.salience.entity(entity));
            self.nodes.insert(Key::Entity(entity), self.scene.nodes.len());
            self.scene.nodes.push(node);
        }
    }

    /// The claims of each arrow, in the order of the text.
    fn bundles(&mut self, places: &[usize]) -> Vec<Vec<usize>> {
        let mut known: HashMap<Bundle<'g>, usize> = HashMap::default();
        let mut bundles: Vec<Vec<usize>> = Vec::new();
        for at in places {
            let arrow = *known.entry(Bundle::of(self.teller, self.claims, *at, self.bundled)).or_insert(bundles.len());
            if arrow == bundles.len() {
                bundles.push(Vec::new());
            }
            bundles[arrow].push(*at);
            self.arrow_of.insert(self.claims[*at].id(), arrow);
        }
        bundles
    }

    fn arrow(&mut self, bundle: &[usize]) {
        let claims: Vec<ClaimView<'g>> = bundle.iter().map(|at| self.claims[*at]).collect();
        let Some(first) = claims.first().copied() else { return };
        let look = self.teller.look(first);
        let mut speakers: Vec<(String, bool)> = Vec::new();
        for speaker in claims.iter().filter_map(|claim| self.speaker(*claim)) {
            if !speakers.contains(&speaker) {
                speakers.push(speaker);
            }
        }
        let speaker = match speakers.as_slice() {
            [] => None,
            [only] => Some(only.clone()),
            [first, rest @ ..] => {
                let more = number("more-speakers", rest.len(), self.teller.lang);
                Some((format!("{}, {more}", first.0), first.1))
            }
        };
        let arrow = Arrow {
            id: format!("claim/{}", first.id()),
            from: self.end(first, first.subject()),
            to: self.end(first, first.object()),
            label: self.relations(&claims),
            marks: self.teller.marks(look),
            speaker,
            look,
            told: claims.iter().take(TOLD).map(|claim| self.teller.told(*claim)).collect(),
        };
        self.scene.arrows.push(arrow);
    }

    /// The speaker, and the media on the way where these are others and there is room.
    fn speaker(&self, claim: ClaimView<'g>) -> Option<(String, bool)> {
        let (name, anonymous) = self.teller.speaker(claim)?;
        let media = self.teller.media(claim);
        Some((if self.bundled || media.is_empty() { name } else { format!("{name} ({})", media.join(", ")) }, anonymous))
    }

    /// The relations of claims, each once, with how often where that is more than once.
    fn relations(&self, claims: &[ClaimView<'g>]) -> String {
        let mut counted: Vec<(String, usize)> = Vec::new();
        for claim in claims {
            let relation = self.teller.relation(*claim);
            match counted.iter_mut().find(|(known, _)| *known == relation) {
                Some((_, count)) => *count += 1,
                None => counted.push((relation, 1)),
            }
        }
        let told = |(relation, count): &(String, usize)| if *count > 1 { format!("{relation} ×{count}") } else { relation.clone() };
        counted.iter().map(told).collect::<Vec<_>>().join(", ")
    }

    /// The box or the arrow at an end; a value has a box of its own for each claim.
    fn end(&mut self, claim: ClaimView<'g>, end: EndView<'g>) -> End {
        if let EndView::Claim(id) = end
            && let Some(arrow) = self.arrow_of.get(&id)
            && self.arrow_of.get(&claim.id()) != Some(arrow)
        {
            return End::Arrow(*arrow);
        }
        if let (EndView::Entity(_), Some(node)) = (end, self.nodes.get(&Key::of(end))) {
            return End::Node(*node);
        }
        let label = self.teller.end(end, 0);
        let node = Node {
            id: format!("value/{}", claim.id()),
            kind: NodeKind::Value,
            title: label.clone(),
            label,
            under: Vec::new(),
            href: None,
            weight: 0.0,
        };
        self.scene.nodes.push(node);
        End::Node(self.scene.nodes.len() - 1)
    }

    /// What joins arrows, but for what their own ends show.
    fn links(&mut self, bundles: &[Vec<usize>]) {
        let mut links = BTreeSet::new();
        for (from, bundle) in bundles.iter().enumerate() {
            for claim in bundle.iter().map(|at| self.claims[*at]) {
                let content = claim.content().map(|id| (id, LinkKind::Content));
                let all = content.into_iter().chain(claim.refutes().iter().map(|id| (*id, LinkKind::Refutes)));
                for (id, kind) in all.filter(|(id, _)| claim.object() != EndView::Claim(*id) && claim.subject() != EndView::Claim(*id)) {
                    if let Some(to) = self.arrow_of.get(&id).copied().filter(|to| *to != from) {
                        links.insert(Link { from, to, kind });
                    }
                }
            }
        }
        self.scene.links = links.into_iter().collect();
    }

    /// An office or a number goes into the box of whoever has it.
    fn fold(&mut self, claim: ClaimView<'g>) {
        if let (Some(node), EndView::Literal(value)) = (self.nodes.get(&Key::of(claim.subject())), claim.object()) {
            let node = &mut self.scene.nodes[*node];
            let text = clean(&value.text);
            if !node.under.contains(&text) {
                node.under.push(text);
                node.title.push_str(&format!("\n{}", self.teller.sentence(claim)));
            }
        }
    }

    fn note(&mut self, chosen: &Chosen) {
        let lang = self.teller.lang;
        if chosen.left_out == 0 {
            if self.claims.is_empty() {
                self.scene.notes.push(words("empty", lang).to_owned());
            }
            return;
        }
        let mut left = vec![number("left-out-claims", chosen.left_out, lang)];
        if chosen.entities_left_out > 0 {
            left.push(number("left-out-entities", chosen.entities_left_out, lang));
        }
        self.scene.notes.push(with("not-shown", &left.join(", "), lang));
    }
}

/// The box of an entity.
pub fn entity_node(teller: &Teller<'_>, reference: EntityRef, weight: f64) -> Node {
    let entity = teller.graph.entity(reference);
    let kind = entity.kind();
    let label = teller.name(reference);
    let class = kind.and_then(|kind| wording(kind.class())).map_or("", |words| words.label(teller.lang));
    let id = entity.appearances().flat_map(|(_, appearance)| &appearance.wikidata).min();
    Node {
        id: format!("entity/{}", entity.slug()),
        kind: NodeKind::Entity(kind),
        title: if class.is_empty() { label.clone() } else { format!("{label} — {class}") },
        label,
        under: Vec::new(),
        href: id.map(|id| format!("https://www.wikidata.org/wiki/{id}")),
        weight,
    }
}
