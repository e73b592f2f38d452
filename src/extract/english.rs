//! What is a thing called in English? As the gazetteer has it, else its name in Latin letters.

use crate::gazetteer::Known;
use crate::language::romanise;
use crate::vocab::EntityType;

/// The English name of an entity: of one that is known, of a person, a place or a thing with a name of its own. A description has none.
pub fn english(name: &str, kind: EntityType, named: bool, known: Option<Known>) -> Option<String> {
    if let Some(known) = known {
        return Some(known.english.to_owned());
    }
    let latin = name.is_ascii() && !name.is_empty();
    let personal = matches!(kind, EntityType::Person | EntityType::Place | EntityType::Country);
    (named && (latin || (personal && !name.chars().any(|c| c.is_ascii_digit()))))
        .then(|| if latin { name.to_owned() } else { romanise(name) })
}
