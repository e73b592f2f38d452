//! How is the text built? Today: in which forms it has a name, how names are written in Latin letters; what is particular to a language has a folder of its own.

mod slug;
mod uk;

pub use slug::slugify;
pub use uk::{TextWords, romanise};
