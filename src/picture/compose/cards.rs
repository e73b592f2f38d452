//! Which boxes tell claims as sentences? Those of the speakers, and those of a timeline.

use super::graph::entity_node;
use super::salience::Salience;
use crate::graph::{ClaimView, EndView, EntityRef};
use crate::picture::scene::{Arrow, Card, End, Node, NodeKind, Scene};
use crate::picture::style::{Look, Voice};
use crate::picture::wording::{self, Teller};
use crate::picture::words::{date, number, with, words};

/// Cards of a picture, and of these the ones in the article's own voice.
const CARDS: usize = 40;
const OWN_CARDS: usize = 10;

/// Who says a claim, through whom. `None` is the article.
type Speech = (Option<EntityRef>, Vec<EntityRef>);

/// Who says what: speakers, the media on the way, their claims.
pub fn speakers(teller: &Teller<'_>, claims: &[ClaimView<'_>], salience: &Salience, limit: Option<usize>, scene: &mut Scene) {
    let said: Vec<usize> = (0..claims.len()).filter(|at| teller.look(claims[*at]).voice != Voice::Nobody).collect();
    let mut chosen = most_salient(&said, salience, limit.unwrap_or(CARDS));
    if limit.is_none() {
        // What the article itself says matters least where the question is who says what.
        let own: Vec<usize> = chosen.iter().copied().filter(|at| speech(claims[*at]).0.is_none()).collect();
        let kept = most_salient(&own, salience, OWN_CARDS);
        chosen.retain(|at| !own.contains(at) || kept.contains(at));
    }
    let mut groups: Vec<(Speech, Vec<usize>)> = Vec::new();
    for at in &chosen {
        let speech = speech(claims[*at]);
        match groups.iter_mut().find(|(known, _)| *known == speech) {
            Some((_, places)) => places.push(*at),
            None => groups.push((speech, vec![*at])),
        }
    }
    // The article's own voice comes last: it is what everybody expects.
    groups.sort_by_key(|((who, _), _)| who.is_none());
    let mut speakers: Vec<(Option<EntityRef>, usize)> = Vec::new();
    for ((who, media), places) in groups {
        let speaker = if let Some((_, node)) = speakers.iter().find(|(known, _)| *known == who) {
            *node
        } else {
            scene.nodes.push(speaker_node(teller, who, salience));
            speakers.push((who, scene.nodes.len() - 1));
            scene.nodes.len() - 1
        };
        let from = if media.is_empty() { speaker } else { on_the_way(teller, speaker, &media, scene) };
        for at in places {
            let card = card(teller, claims[at], own_act(claims[at], who), false);
            let look = card.look;
            scene.nodes.push(card_node(card, salience.claims[at]));
            scene.arrows.push(line(from, scene.nodes.len() - 1, look, scene));
        }
    }
    note(teller, said.len() - chosen.len(), claims.is_empty(), scene);
}

/// The most salient claims in the order of the text.
fn most_salient(places: &[usize], salience: &Salience, limit: usize) -> Vec<usize> {
    let mut order = places.to_vec();
    order.sort_by(|a, b| salience.claims[*b].total_cmp(&salience.claims[*a]).then(a.cmp(b)));
    order.truncate(limit);
    order.sort_unstable();
    order
}

/// The speaker is the one whose words a claim is in, or who, in the article's own words, takes a stance on a claim.
fn speech(claim: ClaimView<'_>) -> Speech {
    let takes_stance = claim.relation().known().is_stance() && (claim.content().is_some() || matches!(claim.object(), EndView::Claim(_)));
    let who = claim.source().or_else(|| match claim.subject() {
        EndView::Entity(entity) if takes_stance => Some(entity),
        _ => None,
    });
    let who = who.or_else(|| wording::who(claim));
    (who, claim.via().iter().copied().filter(|medium| Some(*medium) != who).collect())
}

fn speaker_node(teller: &Teller<'_>, who: Option<EntityRef>, salience: &Salience) -> Node {
    match who {
        Some(entity) => entity_node(teller, entity, salience.entity(entity)),
        None => Node {
            id: "article".into(),
            kind: NodeKind::Article,
            label: words("article", teller.lang).to_owned(),
            under: Vec::new(),
            title: words("line-own", teller.lang).to_owned(),
            href: None,
            weight: 0.0,
        },
    }
}

/// The media between a speaker and the article, as one box after another.
fn on_the_way(teller: &Teller<'_>, speaker: usize, media: &[EntityRef], scene: &mut Scene) -> usize {
    let mut from = speaker;
    for medium in media {
        let mut node = entity_node(teller, *medium, 0.0);
        node.id = format!("{}/via/{}", scene.nodes[from].id, teller.graph.entity(*medium).slug());
        scene.nodes.push(node);
        let look = Look { voice: Voice::Reported, ..Look::PLAIN };
        scene.arrows.push(line(from, scene.nodes.len() - 1, look, scene));
        from = scene.nodes.len() - 1;
    }
    from
}

/// A line that only joins.
fn line(from: usize, to: usize, look: Look, scene: &Scene) -> Arrow {
    Arrow {
        id: format!("line/{}", scene.nodes[to].id),
        from: End::Node(from),
        to: End::Node(to),
        label: String::new(),
        marks: Vec::new(),
        speaker: None,
        look,
        told: Vec::new(),
    }
}

/// Whether a claim is what its speaker does, in the words of the article.
fn own_act(claim: ClaimView<'_>, who: Option<EntityRef>) -> bool {
    claim.source().is_none() && matches!((claim.subject(), who), (EndView::Entity(subject), Some(who)) if subject == who)
}

/// A claim as a sentence; where its subject is the speaker, that is not said again.
fn card(teller: &Teller<'_>, claim: ClaimView<'_>, own_act: bool, with_speaker: bool) -> Card {
    let look = teller.look(claim);
    let mut parts = teller.parts(claim, 0);
    if own_act {
        parts[0].clear();
        if let (EndView::Entity(_), Some(content)) = (claim.object(), claim.content().and_then(|id| teller.graph.claim(id))) {
            parts[2].push_str(&format!(": {}", teller.parts(content, 1).join(" ")));
        }
    }
    let mut under = teller.marks(look);
    let time = claim.time().map(|time| date(time, teller.lang)).unwrap_or_default();
    if with_speaker {
        let media = teller.media(claim);
        let via = if media.is_empty() { String::new() } else { format!(" ({})", media.join(", ")) };
        under.extend(teller.speaker(claim).map(|(name, _)| format!("— {name}{via}")));
    } else {
        under.extend(Some(time.clone()).filter(|time| !time.is_empty()));
    }
    let refuted = claim.refutes().iter().filter(|id| claim.object() != EndView::Claim(**id)).filter_map(|id| teller.graph.claim(*id));
    for other in refuted.take(1) {
        under.push(format!("{}: {}", words("link-refutes", teller.lang), teller.parts(other, 1).join(" ")));
    }
    Card { look, parts, under, told: teller.told(claim), time }
}

fn card_node(card: Card, weight: f64) -> Node {
    Node {
        id: format!("card/{}", card.told.claim),
        label: card.parts.join(" ").trim().to_owned(),
        under: Vec::new(),
        title: card.told.sentence.clone(),
        href: Some(card.told.href.clone()),
        weight,
        kind: NodeKind::Card(Box::new(card)),
    }
}

/// What was, or is to be, when: the claims that have a time, by it.
pub fn timeline(teller: &Teller<'_>, claims: &[ClaimView<'_>], salience: &Salience, limit: usize, scene: &mut Scene) {
    let timed: Vec<usize> = (0..claims.len()).filter(|at| claims[*at].time().is_some()).collect();
    let mut chosen = most_salient(&timed, salience, limit);
    // A year before its months, a month before its days.
    chosen.sort_by_key(|at| (claims[*at].time(), *at));
    for at in &chosen {
        scene.nodes.push(card_node(card(teller, claims[*at], false, true), salience.claims[*at]));
    }
    note(teller, claims.len() - chosen.len(), claims.is_empty(), scene);
    if chosen.is_empty() && !claims.is_empty() {
        scene.notes.insert(0, words("no-times", teller.lang).to_owned());
    }
}

fn note(teller: &Teller<'_>, left_out: usize, empty: bool, scene: &mut Scene) {
    if empty {
        scene.notes.push(words("empty", teller.lang).to_owned());
    } else if left_out > 0 {
        let left = number("left-out-claims", left_out, teller.lang);
        scene.notes.push(with("not-shown", &left, teller.lang));
    }
}
