//! What does an article say? Its entities, by all the words that name them.

mod claims;
mod describe;
mod english;
mod entity;
mod group;
mod link;
mod mention;
mod names;
mod nested;
mod spot;
mod union;

pub use claims::{Claimed, claims};
pub use entity::found;
