//! What does the script of a page know? The claims, and the words it speaks.

use super::claims::Told;
use super::escape::json;
use crate::picture::words::words;
use crate::vocab::Lang;
use std::collections::BTreeMap;

/// The script.
pub const SCRIPT: &str = include_str!("page.js");

/// The words that the script needs.
const SAID: [&str; 23] = [
    "page-shown",
    "page-shown-none",
    "page-who",
    "page-how",
    "page-when",
    "page-where",
    "page-related",
    "page-anonymous",
    "page-content",
    "page-content-of",
    "page-refutes",
    "page-refuted-by",
    "page-about",
    "page-subject-of",
    "page-affirmed",
    "page-negated",
    "page-actual",
    "page-intended",
    "page-demanded",
    "page-hypothetical",
    "page-hedged",
    "page-medium",
    "page-empty",
];

/// The data of the page's script, as they stand in a script element.
pub fn data(told: &[Told], lang: Lang) -> String {
    let said: BTreeMap<&str, &str> = SAID.iter().map(|key| (key.trim_start_matches("page-"), words(key, lang))).collect();
    let data = serde_json::json!({ "claims": told, "words": said, "lang": lang.tag() });
    json(&data.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_has_the_words_that_it_says() {
        assert!(!SCRIPT.contains("</script") && !SCRIPT.contains("<!--"));
        for part in SCRIPT.split("words.").skip(1).filter(|part| part.starts_with(|c: char| c.is_ascii_lowercase())) {
            let key: String = part.chars().take_while(char::is_ascii_lowercase).collect();
            assert!(SAID.contains(&format!("page-{key}").as_str()), "{key}");
        }
    }
}
