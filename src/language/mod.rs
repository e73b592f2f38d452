//! How is the text built? Sentences, tokens, what each word may be, in which forms it has a name, how names are written in Latin letters; what
//! is particular to a language has a folder of its own.

mod grammar;
mod slug;
mod token;
mod uk;

pub use grammar::{Feature, Features, Upos};
pub use slug::slugify;
pub use token::{Sentence, Token};
pub use uk::{BadDictionary, Dictionary, Lexical, Reading, TextWords, Word, dictionary, romanise, sentences};
