//! What is particular to Ukrainian?

mod data;
mod dictionary;
mod forms;
mod lexical;
mod romanise;
mod split;
mod tagset;

pub use data::dictionary;
pub use dictionary::{BadDictionary, Dictionary, Reading, Word};
pub use forms::TextWords;
pub use lexical::Lexical;
pub use romanise::romanise;
pub use split::sentences;
