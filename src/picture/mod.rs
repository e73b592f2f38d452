//! How is a graph told to a person? As a scene of boxes and arrows, drawn as Graphviz DOT, SVG or PNG, and as a page to
//! explore (`html`).
//!
//! [`compose`] chooses what to show and tells it as a scene; [`drawing`] gives everything its place with [`layout`]; `dot`, [`svg`] and
//! [`png`] write it down. What things look like stands in `ontology/picture` and is read by [`style`].

mod cases;
mod compose;
mod dot;
mod drawing;
mod html;
mod layout;
mod letters;
mod options;
mod png;
mod scene;
mod style;
mod svg;
mod text;
mod wording;
mod words;

pub use html::Page;
pub use options::{PictureOptions, Theme, View};

use crate::diagnostic::Diagnostic;
use crate::graph::KnowledgeGraph;
use scene::Scene;
use std::io::{self, Write};

/// What a picture of a graph shows, ready to be written in any format; same graph, same bytes.
#[derive(Debug)]
pub struct Picture {
    scene: Scene,
    options: PictureOptions,
    /// IRIs of the articles.
    articles: Vec<String>,
}

impl Picture {
    /// Chooses what to show.
    ///
    /// # Errors
    /// An entity to focus on that is not in the graph.
    pub fn new(graph: &KnowledgeGraph, options: PictureOptions) -> Result<Self, Diagnostic> {
        let scene = compose::scene(graph, &options)?;
        let articles = graph.articles().map(|(id, _)| format!("{}article/{id}", options.base)).take(50).collect();
        Ok(Self { scene, options, articles })
    }

    /// Writes it in the language of Graphviz.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write_dot(&self, out: &mut dyn Write) -> io::Result<()> {
        dot::write(&self.scene, self.options.theme, out)
    }

    /// Writes it as SVG.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write_svg(&self, out: &mut dyn Write) -> io::Result<()> {
        svg::write(&drawing::draw(&self.scene, drawing::ROOM), self.options.theme, &self.articles, out)
    }

    /// Paints it as PNG.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write_png(&self, out: &mut dyn Write) -> io::Result<()> {
        png::write(&drawing::draw(&self.scene, drawing::ROOM), self.options.theme, self.options.scale, &self.articles, out)
    }
}
