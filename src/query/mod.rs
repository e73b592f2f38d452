//! What can be asked? SPARQL over graphs and foreign RDF, in memory, and questions that are written already.

mod blank;
mod dataset;
mod entity;
mod error;
mod plan;
mod print;
mod questions;

pub use dataset::{Answer, Dataset};
pub use error::QueryError;
pub use plan::Plan;
pub use questions::{Question, for_profile, question, questions};
