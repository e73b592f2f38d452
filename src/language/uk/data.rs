//! Where does the dictionary lie that the program carries?

use super::dictionary::{BadDictionary, Dictionary};
use std::sync::LazyLock;

static DICTIONARY: LazyLock<Result<Dictionary<'static>, BadDictionary>> =
    LazyLock::new(|| Dictionary::load(newsgraph_uk_dictionary::DICTIONARY));

/// The Ukrainian dictionary that the program carries, loaded once.
///
/// # Errors
/// A damaged dictionary is refused.
pub fn dictionary() -> Result<&'static Dictionary<'static>, BadDictionary> {
    DICTIONARY.as_ref().map_err(|error| *error)
}
