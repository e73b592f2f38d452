//! What is particular to Ukrainian?

mod citation;
mod claims;
mod data;
mod decode;
mod dictionary;
mod english;
mod forms;
mod labels;
mod lexical;
mod predicates;
mod read;
mod romanise;
mod split;
mod tagset;
mod when;

pub use citation::{citations, head};
pub use data::dictionary;
pub use dictionary::{BadDictionary, Dictionary, Reading, Word};
pub use english::english;
pub use forms::{TextWords, is_form};
pub use lexical::Lexical;
pub use predicates::is_denial;
pub use read::{BadReader, Reader, reader};
pub use romanise::romanise;
pub use split::sentences;
pub use when::times;
