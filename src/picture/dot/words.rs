//! Which words stand on the boxes and arrows of Graphviz, in which look?

use super::write::{Line, Run};
use crate::picture::drawing::{samples, sentence};
use crate::picture::letters::{KEY, MAIN, MAIN_NAME, NAME, RELATION, SUBTITLE, TITLE, UNDER};
use crate::picture::scene::{Arrow, Card, Node, Scene};
use crate::picture::style::colour;
use crate::picture::text::Style;

/// The widest lines, in points.
const HEAD: f64 = 700.0;
const BOX: f64 = 165.0;
const CARD: f64 = 330.0;
const ARROW: f64 = 150.0;

/// Makes lines in the colours of one ground.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    pub dark: bool,
}

impl Words {
    fn line(self, text: String, style: Style, name: &str) -> Line {
        vec![Run { text, bold: style.bold, size: style.size, colour: colour(name, self.dark) }]
    }

    /// All words of a text, in lines.
    fn lines(self, text: &str, width: f64, style: Style, name: &'static str) -> impl Iterator<Item = Line> {
        style.whole(text, width).into_iter().map(move |line| self.line(line, style, name))
    }

    /// The headline, what stands beneath it, what was left out, the key in words.
    pub fn head(self, scene: &Scene) -> Vec<Line> {
        let parts = [(TITLE, scene.title.clone(), "ink"), (SUBTITLE, scene.subtitle.join(" · "), "muted"), (KEY, key(scene), "muted")];
        let notes = scene.notes.iter().map(|note| (KEY, note.clone(), "ink"));
        let cut = |(style, text, name): (Style, String, &'static str)| {
            let lines = if text.is_empty() { Vec::new() } else { style.wrap(&text, HEAD, 4) };
            lines.into_iter().map(move |line| self.line(line, style, name))
        };
        parts.into_iter().chain(notes).flat_map(cut).collect()
    }

    /// The name of a box and what is said beneath it.
    pub fn name(self, node: &Node, name: &'static str) -> Vec<Line> {
        let style = if node.weight >= MAIN { MAIN_NAME } else { NAME };
        let under = node.under.iter().take(2).flat_map(|text| self.lines(text, BOX, UNDER, "muted"));
        self.lines(&node.label, BOX, style, name).chain(under).collect()
    }

    /// A claim as a sentence.
    pub fn card(self, card: &Card) -> Vec<Line> {
        let run = |(text, name, bold): (String, &str, bool)| Run { text, bold, size: NAME.size, colour: colour(name, self.dark) };
        let sentence = sentence(card, CARD, usize::MAX).into_iter().map(|line| line.into_iter().map(run).collect());
        sentence.chain(card.under.iter().flat_map(|text| self.lines(text, CARD, UNDER, "muted"))).collect()
    }

    /// What stands on an arrow.
    pub fn arrow(self, arrow: &Arrow) -> Vec<Line> {
        let name = arrow.look.colour();
        let mut lines: Vec<Line> = self.lines(&arrow.label, ARROW, RELATION, name).collect();
        lines.extend(self.lines(&arrow.marks.join(", "), ARROW, UNDER, name));
        if let Some((speaker, _)) = &arrow.speaker {
            lines.extend(self.lines(&format!("— {speaker}"), ARROW, UNDER, "muted"));
        }
        lines
    }
}

/// The key in words; what looks alike in Graphviz stands together.
fn key(scene: &Scene) -> String {
    let mut told: Vec<(&'static str, String)> = Vec::new();
    for (sample, text) in samples(scene) {
        let Some(look) = sample.in_words(scene.lang) else { continue };
        match told.iter_mut().find(|(known, _)| *known == look) {
            Some((_, known)) => known.push_str(&format!(" / {text}")),
            None => told.push((look, text)),
        }
    }
    told.iter().map(|(look, text)| format!("{look}: {text}")).collect::<Vec<_>>().join("; ")
}
