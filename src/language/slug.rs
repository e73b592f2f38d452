//! How does a name become part of an IRI? Latin letters, digits and hyphens, which no format has to escape.

use super::uk::romanise;
use crate::id;

/// Letters of a slug at most.
const LIMIT: usize = 60;

/// A name as lower-case Latin letters, digits and single hyphens. Where letters were lost that tell names apart (a script without
/// an official romanisation here, a name cut at its limit, one of signs only), some digits of the name's hash stand behind it.
#[must_use]
pub fn slugify(name: &str, language: &str) -> String {
    let latin = if language.split('-').next() == Some("uk") { romanise(name) } else { name.to_owned() };
    let mut slug = String::with_capacity(latin.len());
    let mut lost = false;
    for c in latin.chars() {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            'A'..='Z' => slug.push(c.to_ascii_lowercase()),
            '\'' | '’' | '"' | '«' | '»' | '“' | '”' => {}
            c if c.is_alphabetic() => {
                lost |= !is_latin(c);
                slug.extend(any_ascii::any_ascii_char(c).chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()));
            }
            c => {
                // "ОПЕК+" is not "ОПЕК".
                lost |= !c.is_whitespace() && !"-–—‑−.,:;()/&№!?…".contains(c);
                if !slug.ends_with('-') {
                    slug.push('-');
                }
            }
        }
    }
    if slug.len() > LIMIT {
        lost = true;
        slug.truncate(slug[..LIMIT].rfind('-').filter(|at| *at > LIMIT / 2).unwrap_or(LIMIT));
    }
    let slug = slug.trim_matches('-');
    if slug.is_empty() || lost {
        let digest = id::hex(&id::sha256(name.as_bytes()));
        return format!("{}{}{}", slug, if slug.is_empty() { "" } else { "-" }, &digest[..8]);
    }
    slug.to_owned()
}

/// Latin with or without a diacritic.
const fn is_latin(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_of_many_kinds() {
        assert_eq!(slugify("Європейська правда", "uk"), "yevropeiska-pravda");
        assert_eq!(slugify("four NATO diplomats", "en"), "four-nato-diplomats");
        assert_eq!(slugify("«Північний потік – 2»", "uk"), "pivnichnyi-potik-2");
        assert_eq!(slugify("Ångström", "en"), "angstrom");
        assert_ne!(slugify("习近平", "zh"), slugify("细瓶近", "zh"));
        assert_ne!(slugify("ОПЕК", "uk"), slugify("ОПЕК+", "uk"));
        assert_eq!(slugify("Іван", "uk-ua"), "ivan");
        assert_ne!(slugify("🙂", "en"), slugify("🙃", "en"));
    }

    proptest! {
        #[test]
        fn any_name_gives_a_slug_that_needs_no_escape(name in "\\PC{0,200}", language in "uk|en|ar") {
            let slug = slugify(&name, &language);
            prop_assert!(!slug.is_empty() && slug.len() <= LIMIT + 9);
            let plain = slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            prop_assert!(plain && !slug.starts_with('-') && !slug.ends_with('-'));
        }
    }
}
