//! What is particular to Ukrainian?

mod forms;
mod romanise;

pub use forms::TextWords;
pub use romanise::romanise;
