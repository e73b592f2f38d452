//! Which nodes and arrows tell a graph? Entities are nodes, claims are arrows, claims about claims lead to a joint in the arrow.

use super::dot::{Attr, Dot};
use super::style;
use super::wording::{label, tooltip, words, wrap};
use crate::graph::{ClaimView, EndView, EntityRef, KnowledgeGraph};
use crate::id::ClaimId;
use crate::vocab::{Lang, wording};
use foldhash::HashSet;
use std::collections::BTreeSet;
use std::io::{self, Write};

/// How a picture is told.
#[derive(Debug, Clone, Copy, Default)]
pub struct DotOptions {
    /// The language of names and labels.
    pub lang: Lang,
}

/// Writes a graph in the language of Graphviz; same graph, same bytes.
///
/// # Errors
/// Those of `out`.
pub fn write_dot(graph: &KnowledgeGraph, options: DotOptions, out: impl Write) -> io::Result<()> {
    let claims = graph.claims();
    let scene = Scene { graph, lang: options.lang, joints: joints(&claims), unasserted: graph.unasserted() };
    let mut dot = scene.open(out)?;
    for entity in scene.shown(&claims) {
        scene.entity(entity, &mut dot)?;
    }
    for claim in &claims {
        scene.claim(*claim, &mut dot)?;
    }
    dot.close()
}

/// The claims that need a joint: others are about them, or they lead to others.
fn joints(claims: &[ClaimView<'_>]) -> BTreeSet<ClaimId> {
    let known: BTreeSet<ClaimId> = claims.iter().map(|claim| claim.id()).collect();
    let mut joints = BTreeSet::new();
    for claim in claims {
        let about = [claim.subject(), claim.object()].into_iter().filter_map(|end| match end {
            EndView::Claim(id) => Some(id),
            _ => None,
        });
        joints.extend(about);
        let mut leads: Vec<ClaimId> = claim.content().into_iter().collect();
        // A denial whose object is the claim denied shows it already.
        leads.extend(claim.refutes().iter().filter(|id| claim.object() != EndView::Claim(**id)));
        if !leads.is_empty() {
            joints.insert(claim.id());
            joints.extend(leads);
        }
    }
    joints.intersection(&known).copied().collect()
}

struct Scene<'g> {
    graph: &'g KnowledgeGraph,
    lang: Lang,
    joints: BTreeSet<ClaimId>,
    /// The claims that nobody makes.
    unasserted: HashSet<ClaimId>,
}

impl<'g> Scene<'g> {
    fn open<W: Write>(&self, out: W) -> io::Result<Dot<W>> {
        let headlines: Vec<&str> = self.graph.articles().flat_map(|(_, record)| &record.headlines).map(|(_, text)| text.as_ref()).collect();
        let title = match headlines.as_slice() {
            [only] => format!("{only}\n{}", words(self.lang).legend),
            _ => words(self.lang).legend.to_owned(),
        };
        let graph = [
            Attr::Label(title.into()),
            Attr::Plain("labelloc", "b"),
            Attr::Plain("fontname", "DejaVu Sans,Arial,sans-serif"),
            Attr::Plain("fontsize", "12"),
            Attr::Plain("rankdir", "LR"),
            Attr::Plain("nodesep", "0.35"),
            Attr::Plain("ranksep", "0.9"),
            Attr::Plain("charset", "UTF-8"),
            Attr::Plain("bgcolor", "white"),
        ];
        let nodes =
            [Attr::Plain("fontname", "DejaVu Sans,Arial,sans-serif"), Attr::Plain("fontsize", "12"), Attr::Plain("color", "#555555")];
        let edges =
            [Attr::Plain("fontname", "DejaVu Sans,Arial,sans-serif"), Attr::Plain("fontsize", "10"), Attr::Plain("arrowsize", "0.8")];
        Dot::open(out, &graph, &nodes, &edges)
    }

    /// The entities that stand at an end of a claim, by slug. Speakers and media are told on the arrows.
    fn shown(&self, claims: &[ClaimView<'g>]) -> Vec<EntityRef> {
        let ends: BTreeSet<EntityRef> = claims
            .iter()
            .flat_map(|claim| [claim.subject(), claim.object()])
            .filter_map(|end| match end {
                EndView::Entity(entity) => Some(entity),
                _ => None,
            })
            .collect();
        self.graph.entities().into_iter().filter(|entity| ends.contains(entity)).collect()
    }

    fn entity<W: Write>(&self, reference: EntityRef, dot: &mut Dot<W>) -> io::Result<()> {
        let entity = self.graph.entity(reference);
        let mut attrs = vec![Attr::Label(wrap(entity.label(self.lang.tag())).into())];
        if let Some(kind) = entity.kind() {
            attrs.extend(style::class(kind));
            attrs.push(Attr::Tooltip(wording(kind.class()).map_or("", |w| w.label(self.lang)).into()));
        }
        let id = entity.appearances().flat_map(|(_, appearance)| &appearance.wikidata).min();
        attrs.extend(id.map(|id| Attr::Url(format!("https://www.wikidata.org/wiki/{id}").into())));
        dot.node(&self.entity_id(reference), &attrs)
    }

    fn claim<W: Write>(&self, claim: ClaimView<'g>, dot: &mut Dot<W>) -> io::Result<()> {
        let (from, to) = (self.end(claim, claim.subject()), self.end(claim, claim.object()));
        let asserted = !self.unasserted.contains(&claim.id());
        let line = style::line(claim, asserted);
        let told = [
            Attr::Label(label(self.graph, claim, self.lang).into()),
            Attr::Tooltip(tooltip(self.graph, claim, asserted, self.lang).into()),
        ];
        if let EndView::Literal(value) = claim.object() {
            dot.node(&to, &[&[Attr::Label(wrap(&value.text).into())], style::VALUE].concat())?;
        }
        if !self.joints.contains(&claim.id()) {
            return dot.edge(&from, &to, &[&told[..], &line[..]].concat());
        }
        let joint = joint_id(claim.id());
        let [label, tooltip] = told;
        let quiet = [tooltip.clone(), Attr::Plain("arrowhead", "none")];
        dot.node(&joint, &[&[label, tooltip.clone()][..], &style::JOINT[..], &line[..2], &[Attr::Plain("fontsize", "10")][..]].concat())?;
        dot.edge(&from, &joint, &[&line[..3], &quiet[..]].concat())?;
        dot.edge(&joint, &to, &[&line[..], &[tooltip][..]].concat())?;
        let own = words(self.lang);
        if let Some(content) = claim.content().filter(|id| self.joints.contains(id)) {
            dot.edge(&joint, &joint_id(content), &[&[Attr::Label(own.content.into())], style::CONTENT].concat())?;
        }
        for other in claim.refutes().iter().filter(|id| claim.object() != EndView::Claim(**id) && self.joints.contains(id)) {
            dot.edge(&joint, &joint_id(*other), &[&[Attr::Label(own.refutes.into())], style::REFUTES].concat())?;
        }
        Ok(())
    }

    /// The node at an end of a claim. Each claim has a node of its own for its value.
    fn end(&self, claim: ClaimView<'g>, end: EndView<'g>) -> String {
        match end {
            EndView::Entity(entity) => self.entity_id(entity),
            EndView::Claim(id) => joint_id(id),
            EndView::Literal(_) => format!("value/{}", claim.id()),
        }
    }

    fn entity_id(&self, entity: EntityRef) -> String {
        format!("entity/{}", self.graph.entity(entity).slug())
    }
}

fn joint_id(claim: ClaimId) -> String {
    format!("claim/{claim}")
}
