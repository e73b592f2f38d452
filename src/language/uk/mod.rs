//! What is particular to Ukrainian?

mod romanise;

pub use romanise::romanise;
