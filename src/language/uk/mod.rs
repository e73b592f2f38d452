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
mod nouns;
mod numeral;
mod ordinal;
mod predicates;
mod pronoun;
mod read;
mod romanise;
mod split;
mod tagset;
mod types;
mod when;

pub use citation::{citations, head};
pub use data::dictionary;
pub use dictionary::{BadDictionary, Dictionary, Reading, Word};
pub use english::english;
pub use forms::{TextWords, is_form};
pub use lexical::Lexical;
pub use nouns::{is_class, is_measure, is_side, number, stands_for};
pub use predicates::is_denial;
pub use pronoun::{is_negated, reference};
pub use read::{BadReader, Reader, reader};
pub use romanise::romanise;
pub use split::sentences;
pub use types::usual_type;
pub use when::times;
