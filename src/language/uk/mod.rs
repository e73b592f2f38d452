//! What is particular to Ukrainian?

mod claims;
mod data;
mod decode;
mod dictionary;
mod forms;
mod labels;
mod lexical;
mod predicates;
mod read;
mod romanise;
mod split;
mod tagset;

pub use data::dictionary;
pub use dictionary::{BadDictionary, Dictionary, Reading, Word};
pub use forms::TextWords;
pub use lexical::Lexical;
pub use read::{BadReader, Reader, reader};
pub use romanise::romanise;
pub use split::sentences;
