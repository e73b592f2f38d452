//! How does Graphviz draw the same scene? Its boxes, arrows and joints with shapes, lines and links of Graphviz.

mod groups;
mod words;
mod write;

use super::letters::{NAME, UNDER};
use super::options::{Theme, View};
use super::scene::{Arrow, End, LinkKind, Node, NodeKind, Scene};
use super::style::{self, Look, colour};
use super::wording::told_in_full;
use super::words::words;
use crate::vocab::Modality;
use std::io::{self, Write};
use words::Words;
use write::{Attr, Dot};

const FONT: &str = "DejaVu Sans Condensed,DejaVu Sans,Arial,sans-serif";

/// Writes a scene.
pub fn write(scene: &Scene, theme: Theme, out: impl Write) -> io::Result<()> {
    let dark = theme == Theme::Dark;
    let writer = Writer { scene, dark, words: Words { dark }, joints: joints(scene) };
    let mut dot = writer.open(out)?;
    for node in &scene.nodes {
        writer.node(node, &mut dot)?;
    }
    for (at, arrow) in scene.arrows.iter().enumerate() {
        writer.arrow(at, arrow, &mut dot)?;
    }
    for link in &scene.links {
        let (key, head, paint) = match link.kind {
            LinkKind::Content => ("link-content", "odot", "muted"),
            LinkKind::Refutes => ("link-refutes", "obox", "denied"),
        };
        let attrs = [
            Attr::Tooltip(words(key, scene.lang).into()),
            Attr::Plain("style", "dotted"),
            Attr::Plain("arrowhead", head),
            Attr::Plain("color", colour(paint, dark)),
        ];
        dot.edge(&scene.arrows[link.from].id, &scene.arrows[link.to].id, &attrs)?;
    }
    groups::write(scene, dark, &mut dot)?;
    dot.close()
}

/// Whether each arrow needs a joint: others end at it or are joined to it.
fn joints(scene: &Scene) -> Vec<bool> {
    let mut joints = vec![false; scene.arrows.len()];
    for end in scene.arrows.iter().flat_map(|arrow| [arrow.from, arrow.to]) {
        if let End::Arrow(at) = end {
            joints[at] = true;
        }
    }
    for link in &scene.links {
        joints[link.from] = true;
        joints[link.to] = true;
    }
    joints
}

struct Writer<'s> {
    scene: &'s Scene,
    dark: bool,
    words: Words,
    joints: Vec<bool>,
}

impl Writer<'_> {
    fn open<W: Write>(&self, out: W) -> io::Result<Dot<W>> {
        let graph = [
            Attr::Lines(self.words.head(self.scene), true),
            Attr::Plain("labelloc", "t"),
            Attr::Plain("labeljust", "l"),
            Attr::Plain("fontname", FONT),
            Attr::Plain("rankdir", if self.scene.view == View::Timeline { "TB" } else { "LR" }),
            Attr::Plain("nodesep", "0.15"),
            Attr::Plain("ranksep", "0.4"),
            Attr::Plain("charset", "UTF-8"),
            Attr::Plain("bgcolor", colour("ground", self.dark)),
        ];
        let nodes = [
            Attr::Plain("fontname", FONT),
            Attr::Size(NAME.size),
            Attr::Plain("fontcolor", colour("ink", self.dark)),
            Attr::Plain("margin", "0.12,0.06"),
            Attr::Plain("height", "0.35"),
        ];
        let edges = [Attr::Plain("fontname", FONT), Attr::Size(UNDER.size), Attr::Plain("arrowsize", "0.8")];
        Dot::open(out, &graph, &nodes, &edges)
    }

    fn node<W: Write>(&self, node: &Node, dot: &mut Dot<W>) -> io::Result<()> {
        let paint = |name| colour(name, self.dark);
        let look = |shape, style, fill, line| {
            [Attr::Plain("shape", shape), Attr::Plain("style", style), Attr::Plain("fillcolor", fill), Attr::Plain("color", line)]
        };
        let mut told = node.title.clone();
        let (look, lines) = match &node.kind {
            NodeKind::Entity(kind) => {
                let class = style::class(*kind);
                let [fill, line] = class.colours[usize::from(self.dark)];
                (look(class.dot, class.dot_style, fill, line), self.words.name(node, "ink"))
            }
            NodeKind::Article => (look("note", "filled,bold", paint("ground"), paint("own")), self.words.name(node, "ink")),
            NodeKind::Value => (look("box", "filled,rounded", paint("value"), paint("rule")), self.words.name(node, "muted")),
            NodeKind::Card(card) => {
                told = told_in_full(std::slice::from_ref(&card.told), self.scene.lang);
                let line = if card.look.modality == Modality::Actual { "filled" } else { "filled,dashed" };
                (look("box", line, paint("card"), paint(card.look.colour())), self.words.card(card))
            }
        };
        let left = matches!(node.kind, NodeKind::Card(_));
        let mut attrs = Vec::from(look);
        attrs.extend([Attr::Lines(lines, left), Attr::Tooltip(told.into())]);
        attrs.extend(node.href.iter().map(|href| Attr::Url(href.as_str().into())));
        dot.node(&node.id, &attrs)
    }

    fn arrow<W: Write>(&self, at: usize, arrow: &Arrow, dot: &mut Dot<W>) -> io::Result<()> {
        let (from, to) = (self.end(arrow.from), self.end(arrow.to));
        let line = [Attr::Plain("color", colour(arrow.look.colour(), self.dark)), Attr::Plain("style", arrow.look.line().dot)];
        let head = Attr::Plain("arrowhead", head(arrow.look));
        let mut told = Vec::new();
        if let Some(first) = arrow.told.first() {
            told.push(Attr::Tooltip(told_in_full(&arrow.told, self.scene.lang).into()));
            told.push(Attr::Url(first.href.as_str().into()));
        }
        if arrow.label.is_empty() {
            // A line of those who say what: from the right side of one box to the left side of the next.
            let ports = [Attr::Plain("tailport", "e"), Attr::Plain("headport", "w")];
            return dot.edge(from, to, &[&line[..], &[head], &ports, &told].concat());
        }
        let label = [Attr::Lines(self.words.arrow(arrow), false)];
        if !self.joints[at] {
            return dot.edge(from, to, &[&label[..], &line, &[head], &told].concat());
        }
        let shape = [Attr::Plain("shape", "box"), Attr::Plain("style", "rounded"), Attr::Plain("margin", "0.06,0.03")];
        dot.node(&arrow.id, &[&label[..], &line[..1], &shape, &told].concat())?;
        dot.edge(from, &arrow.id, &[&line[..], &[Attr::Plain("arrowhead", "none")], &told].concat())?;
        dot.edge(&arrow.id, to, &[&line[..], &[head], &told].concat())
    }

    fn end(&self, end: End) -> &str {
        match end {
            End::Node(node) => &self.scene.nodes[node].id,
            End::Arrow(arrow) => &self.scene.arrows[arrow].id,
        }
    }
}

const fn head(look: Look) -> &'static str {
    match (look.denied, look.modality) {
        (true, _) => "tee",
        (false, Modality::Actual) => "normal",
        _ => "empty",
    }
}
