//! Which words does `newsgraph draw` know?

use super::{InputArgs, LangArg};
use clap::{Args, ValueEnum};
use newsgraph::{Theme, View};

#[derive(Debug, Args)]
pub struct DrawArgs {
    #[command(flatten)]
    pub input: InputArgs,
    /// A file (its extension is the format: svg png dot html), a folder, or - for standard output. May be repeated.
    #[arg(short, long, value_name = "PATH", required = true)]
    pub output: Vec<String>,
    /// Formats: svg png dot html.
    #[arg(long, value_name = "FORMAT", value_delimiter = ',')]
    pub to: Vec<String>,
    /// What to show. Default: claims for a small graph, overview for a larger one.
    #[arg(long, value_enum)]
    pub view: Option<ViewArg>,
    /// Show what stands around this entity (its name, or its name in RDF).
    #[arg(long, value_name = "ENTITY")]
    pub focus: Option<String>,
    /// How many arrows around it.
    #[arg(long, value_name = "N", default_value_t = 1, requires = "focus")]
    pub hops: usize,
    /// Show at most so many arrows or sentences, the most telling ones.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=2000))]
    pub limit: Option<u32>,
    /// The language of names and labels.
    #[arg(long, value_enum, default_value_t)]
    pub lang: LangArg,
    /// The ground. auto: light, in SVG dark where the reader's system is.
    #[arg(long, value_enum, default_value_t)]
    pub theme: ThemeArg,
    /// Pixels of a PNG for one of the drawing.
    #[arg(long, value_name = "FACTOR", default_value_t = 2.0)]
    pub scale: f32,
    /// Who lays it out (svg and png).
    #[arg(long, value_enum, default_value_t)]
    pub engine: EngineArg,
    /// The base under which articles are named, for links to their passages. Default: that of the RDF that was read, else ours.
    #[arg(long, value_name = "IRI")]
    pub base: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ViewArg {
    /// The main actors, parallel claims in one arrow.
    Overview,
    /// Every claim as its own arrow.
    Claims,
    /// Who says what.
    Speakers,
    /// Around one entity (--focus).
    Focus,
    /// What was, or is to be, when.
    Timeline,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ThemeArg {
    #[default]
    Auto,
    Light,
    Dark,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum EngineArg {
    /// This program.
    #[default]
    Newsgraph,
    /// Graphviz, if it is installed.
    Dot,
}

impl From<ViewArg> for View {
    fn from(view: ViewArg) -> Self {
        match view {
            ViewArg::Overview => Self::Overview,
            ViewArg::Claims => Self::Claims,
            ViewArg::Speakers => Self::Speakers,
            ViewArg::Focus => Self::Focus,
            ViewArg::Timeline => Self::Timeline,
        }
    }
}

impl From<ThemeArg> for Theme {
    fn from(theme: ThemeArg) -> Self {
        match theme {
            ThemeArg::Auto => Self::Auto,
            ThemeArg::Light => Self::Light,
            ThemeArg::Dark => Self::Dark,
        }
    }
}
