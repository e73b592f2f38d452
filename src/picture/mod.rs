//! How is a graph told to a person? Today as Graphviz DOT.

mod dot;
mod scene;
mod style;
mod wording;

pub use scene::{DotOptions, write_dot};
