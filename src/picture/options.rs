//! What should a picture show, and how?

use crate::vocab::{DEFAULT_BASE, Lang};
use std::fmt;

/// What a picture shows of a graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// The main actors and what the article says of them, parallel claims in one arrow.
    Overview,
    /// Every claim as its own arrow.
    Claims,
    /// Who says what.
    Speakers,
    /// What stands around one entity.
    Focus,
    /// What was, or is to be, when.
    Timeline,
}

impl View {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Overview, Self::Claims, Self::Speakers, Self::Focus, Self::Timeline];

    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Claims => "claims",
            Self::Speakers => "speakers",
            Self::Focus => "focus",
            Self::Timeline => "timeline",
        }
    }
}

impl fmt::Display for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// On which ground a picture is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Light, and dark where the reader's system is (SVG and HTML only).
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// How a picture is told.
#[derive(Debug, Clone, PartialEq)]
pub struct PictureOptions {
    /// The language of names and labels.
    pub lang: Lang,
    /// What to show; `None` leaves it to the size of the graph.
    pub view: Option<View>,
    /// The entity that [`View::Focus`] is about: its slug, or one of its names.
    pub focus: Option<String>,
    /// How many arrows around it.
    pub hops: usize,
    /// At most so many arrows (claims of a list); `None` leaves it to the view.
    pub limit: Option<usize>,
    /// The ground.
    pub theme: Theme,
    /// Pixels of a PNG for one of the drawing.
    pub scale: f32,
    /// The base under which articles and claims are named; their passages are linked to.
    pub base: String,
}

impl Default for PictureOptions {
    fn default() -> Self {
        Self {
            lang: Lang::default(),
            view: None,
            focus: None,
            hops: 1,
            limit: None,
            theme: Theme::default(),
            scale: 2.0,
            base: DEFAULT_BASE.to_owned(),
        }
    }
}
