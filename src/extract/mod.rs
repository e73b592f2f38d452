//! What does an article say? Its entities, by all the words that name them; who claims what of them.

mod apposition;
mod claims;
mod describe;
mod english;
mod entity;
mod group;
mod link;
mod mention;
mod names;
mod nested;
mod own;
mod spot;
mod union;

pub use claims::{Chosen, Played, Reason, Way, claims, wanted};
pub use entity::found;
