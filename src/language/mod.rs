//! How is the text built? Sentences, tokens, what each word may be and is, how words hang together, what is named, in which forms it has a name, how names are written in Latin letters; what
//! is particular to a language has a folder of its own.

mod analysed;
mod brackets;
mod conllu;
mod deprel;
mod grammar;
mod named;
mod slug;
mod token;
mod uk;

pub use analysed::{
    AnalysedSentence, AnalysedText, AnalysedWord, ClaimRole, MentionKind, Reference, RolePlayers, Spotted, SpottedClaim, WordAt,
};
pub use conllu::write_conllu;
pub use deprel::Deprel;
pub use grammar::{Feature, Features, Upos};
pub use named::{NamedText, Naming};
pub use slug::slugify;
pub use token::{Sentence, Token};
pub use uk::{
    BadDictionary, BadReader, Dictionary, Lexical, Reader, Reading, TextWords, Word, citations, dictionary, english, head, is_class,
    is_denial, is_form, is_measure, is_negated, is_side, number, reader, reference, romanise, sentences, stands_for, times, usual_type,
};
