//! What is a thing called in English? As the gazetteer has it; a description word by word; else its name in Latin letters.

use super::mention::Mention;
use crate::gazetteer::Known;
use crate::language::{AnalysedSentence, english as translated, romanise};
use crate::vocab::EntityType;

/// The English name of an entity, by its usual name and the mention that has it; a description with a word that has no translation has none.
pub fn english(
    name: &str,
    kind: EntityType,
    mention: &Mention,
    sentences: &[AnalysedSentence<'_>],
    known: Option<Known>,
) -> Option<String> {
    if let Some(known) = known {
        return Some(known.english.to_owned());
    }
    if name.is_ascii() && !name.is_empty() {
        return Some(name.to_owned());
    }
    // Names of these are not translated.
    let personal = matches!(kind, EntityType::Person | EntityType::Place | EntityType::Country | EntityType::Medium) && mention.named;
    if personal && !name.chars().any(|c| c.is_ascii_digit()) {
        return Some(romanise(name));
    }
    let english = translated(&sentences[mention.sentence], &mention.words)?;
    let capital = name.starts_with(char::is_uppercase);
    let mut letters = english.chars();
    let first = letters.next()?;
    Some(if capital { first.to_uppercase().chain(letters).collect() } else { english })
}
