//! What is claimed in an article, in which words? The graph document: read, checked, grounded in its article, written.

mod convert;
mod cycle;
mod either;
mod ground;
mod locate;
mod media;
mod model;
mod problem;
mod read;
mod schema;
mod validate;
mod wire;
mod write;

pub use cycle::inner_first;
pub use ground::{Grounded, ground};
pub use model::{ArticleInfo, Claim, Document, Entity, Literal, Mention, Target, Words};
pub use read::{ReadOptions, read_documents};
pub use schema::json_schema;
pub use write::write_documents;
