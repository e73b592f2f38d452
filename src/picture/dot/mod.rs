//! How does Graphviz draw the same scene? Its boxes, arrows and joints with shapes, lines and links of Graphviz.

mod write;

use super::options::{Theme, View};
use super::scene::{Arrow, End, LinkKind, Node, NodeKind, Scene, Told};
use super::style::{self, Look, colour};
use super::text::Style;
use super::wording::quoted;
use super::words::words;
use crate::vocab::Modality;
use std::io::{self, Write};
use write::{Attr, Dot};

const FONT: &str = "DejaVu Sans Condensed,DejaVu Sans,Arial,sans-serif";

/// Writes a scene.
pub fn write(scene: &Scene, theme: Theme, out: impl Write) -> io::Result<()> {
    let dark = theme == Theme::Dark;
    let writer = Writer { scene, dark, joints: joints(scene) };
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
        dot.edge(&joint(&scene.arrows[link.from]), &joint(&scene.arrows[link.to]), &attrs)?;
    }
    writer.timeline(&mut dot)?;
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

fn joint(arrow: &Arrow) -> String {
    arrow.id.clone()
}

struct Writer<'s> {
    scene: &'s Scene,
    dark: bool,
    joints: Vec<bool>,
}

impl Writer<'_> {
    fn open<W: Write>(&self, out: W) -> io::Result<Dot<W>> {
        let mut title = Style::bold(16.0).wrap(&self.scene.title, 700.0, 3);
        title.extend(Style::regular(12.0).wrap(&self.scene.subtitle.join(" · "), 700.0, 3));
        title.extend(self.scene.notes.iter().flat_map(|note| Style::regular(12.0).wrap(note, 700.0, 3)));
        title.extend(self.key());
        let timeline = self.scene.view == View::Timeline;
        let graph = [
            Attr::Label(title.join("\n").into()),
            Attr::Plain("labelloc", "b"),
            Attr::Plain("fontname", FONT),
            Attr::Plain("fontsize", "12"),
            Attr::Plain("fontcolor", colour("muted", self.dark)),
            Attr::Plain("rankdir", if timeline { "TB" } else { "LR" }),
            Attr::Plain("nodesep", "0.2"),
            Attr::Plain("ranksep", "0.45"),
            Attr::Plain("charset", "UTF-8"),
            Attr::Plain("bgcolor", colour("ground", self.dark)),
        ];
        let nodes = [
            Attr::Plain("fontname", FONT),
            Attr::Plain("fontsize", "11"),
            Attr::Plain("fontcolor", colour("ink", self.dark)),
            Attr::Plain("margin", "0.12,0.06"),
            Attr::Plain("height", "0.35"),
        ];
        let edges = [Attr::Plain("fontname", FONT), Attr::Plain("fontsize", "10"), Attr::Plain("arrowsize", "0.7")];
        Dot::open(out, &graph, &nodes, &edges)
    }

    /// The key in words.
    fn key(&self) -> Vec<String> {
        let samples = super::drawing::samples(self.scene);
        let told: Vec<String> = samples
            .into_iter()
            .filter_map(|(sample, text)| sample.in_words(self.scene.lang).map(|what| format!("{what}: {text}")))
            .collect();
        Style::regular(12.0).wrap(&told.join("; "), 700.0, 4)
    }

    fn node<W: Write>(&self, node: &Node, dot: &mut Dot<W>) -> io::Result<()> {
        let mut lines = Style::regular(13.0).whole(&node.label, 165.0);
        let mut attrs = Vec::new();
        match &node.kind {
            NodeKind::Entity(kind) => {
                let class = style::class(*kind);
                let [fill, line] = class.colours[usize::from(self.dark)];
                attrs.extend([
                    Attr::Plain("shape", class.dot),
                    Attr::Plain("style", dot_style(class.shape)),
                    Attr::Plain("fillcolor", fill),
                    Attr::Plain("color", line),
                ]);
            }
            NodeKind::Article => attrs.extend([Attr::Plain("shape", "note"), Attr::Plain("color", colour("own", self.dark))]),
            NodeKind::Value => attrs.extend([Attr::Plain("shape", "plaintext"), Attr::Plain("fontcolor", colour("muted", self.dark))]),
            NodeKind::Card(card) => {
                lines = Style::regular(13.0).whole(&node.label, 330.0);
                if self.scene.view == View::Timeline {
                    lines.insert(0, card.time.clone());
                }
                let paint = colour(card.look.colour(), self.dark);
                let line = if card.look.modality == Modality::Actual { "filled" } else { "filled,dashed" };
                attrs.extend([
                    Attr::Plain("shape", "box"),
                    Attr::Plain("style", line),
                    Attr::Plain("color", paint),
                    Attr::Plain("fillcolor", colour("card", self.dark)),
                ]);
                lines.extend(card.under.iter().flat_map(|text| Style::regular(11.5).whole(text, 330.0)));
            }
        }
        let told = if let NodeKind::Card(card) = &node.kind { self.tooltip(std::slice::from_ref(&card.told)) } else { node.title.clone() };
        attrs.extend([Attr::Label(lines.join("\n").into()), Attr::Tooltip(told.into())]);
        attrs.extend(node.href.iter().map(|href| Attr::Url(href.as_str().into())));
        dot.node(&node.id, &attrs)
    }

    fn arrow<W: Write>(&self, at: usize, arrow: &Arrow, dot: &mut Dot<W>) -> io::Result<()> {
        let (from, to) = (self.end(arrow.from), self.end(arrow.to));
        let paint = colour(arrow.look.colour(), self.dark);
        let line = [Attr::Plain("color", paint), Attr::Plain("style", arrow.look.line().dot)];
        let head = Attr::Plain("arrowhead", head(arrow.look));
        let mut told = Vec::new();
        if !arrow.told.is_empty() {
            told.push(Attr::Tooltip(self.tooltip(&arrow.told).into()));
            told.extend(arrow.told.first().map(|told| Attr::Url(told.href.as_str().into())));
        }
        let mut words = Style::bold(13.0).whole(&arrow.label, 150.0);
        words.extend(Style::regular(11.5).whole(&arrow.marks.join(", "), 150.0));
        words.extend(arrow.speaker.iter().flat_map(|(speaker, _)| Style::regular(11.5).whole(&format!("— {speaker}"), 150.0)));
        let label = [Attr::Label(words.join("\n").into()), Attr::Plain("fontcolor", paint)];
        if arrow.label.is_empty() {
            return dot.edge(&from, &to, &[&line[..], &[head], &told].concat());
        }
        if !self.joints[at] {
            return dot.edge(&from, &to, &[&label[..], &line, &[head], &told].concat());
        }
        let shape = [
            Attr::Plain("shape", "box"),
            Attr::Plain("style", "rounded"),
            Attr::Plain("margin", "0.06,0.03"),
            Attr::Plain("fontsize", "10"),
        ];
        dot.node(&joint(arrow), &[&label[..], &line[..1], &shape, &told].concat())?;
        dot.edge(&from, &joint(arrow), &[&line[..], &[Attr::Plain("arrowhead", "none")], &told].concat())?;
        dot.edge(&joint(arrow), &to, &[&line[..], &[head], &told].concat())
    }

    fn end(&self, end: End) -> String {
        match end {
            End::Node(node) => self.scene.nodes[node].id.clone(),
            End::Arrow(arrow) => joint(&self.scene.arrows[arrow]),
        }
    }

    fn tooltip(&self, told: &[Told]) -> String {
        let lines: Vec<String> = told.iter().map(|told| format!("{}\n{}", told.sentence, quoted(&told.quote, self.scene.lang))).collect();
        lines.join("\n\n")
    }

    /// Holds the cards of a timeline in their order.
    fn timeline<W: Write>(&self, dot: &mut Dot<W>) -> io::Result<()> {
        if self.scene.view != View::Timeline {
            return Ok(());
        }
        for pair in self.scene.nodes.windows(2) {
            if let [above, below] = pair {
                dot.edge(&above.id, &below.id, &[Attr::Plain("style", "invis")])?;
            }
        }
        Ok(())
    }
}

const fn head(look: Look) -> &'static str {
    match (look.denied, look.modality) {
        (true, _) => "tee",
        (false, Modality::Actual) => "normal",
        _ => "empty",
    }
}

/// The style of a box in Graphviz.
fn dot_style(shape: &str) -> &'static str {
    match shape {
        "round" => "filled,rounded",
        "dashed" => "filled,dashed",
        "square" => "filled,bold",
        _ => "filled",
    }
}
