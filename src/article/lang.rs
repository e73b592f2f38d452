//! In which language is a text?

use whatlang::{Detector, Lang};

/// What the letters and words of a text say of its language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Language {
    /// The language that this version reads.
    Ukrainian,
    /// Another one, by its English name.
    Other(String),
    /// Too short, or too mixed to say.
    Unknown,
}

/// Letters that Ukrainian has and its neighbours in the same alphabet have not, and the other way round.
const OURS: &str = "іїєґ";
const THEIRS: &str = "ыэёъўћђѓќљњџѕ";

/// The language of a text: by the letters that only Ukrainian has or has not, where the alphabet is Cyrillic; else by `whatlang`.
#[must_use]
pub fn language(text: &str) -> Language {
    let (mut cyrillic, mut letters, mut ours, mut theirs) = (0_usize, 0_usize, 0_usize, 0_usize);
    for c in text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase) {
        letters += 1;
        cyrillic += usize::from(('\u{400}'..='\u{52f}').contains(&c));
        ours += usize::from(OURS.contains(c));
        theirs += usize::from(THEIRS.contains(c));
    }
    // "і" and "ї" make up a fifteenth of the letters of Ukrainian, "ы" and "э" a fiftieth of those of Russian.
    if cyrillic * 2 > letters && ours * 30 > cyrillic && ours > 4 * theirs {
        return Language::Ukrainian;
    }
    if letters < 20 {
        return Language::Unknown;
    }
    match Detector::new().detect(text) {
        Some(found) if found.lang() == Lang::Ukr && theirs == 0 => Language::Ukrainian,
        Some(found) if found.lang() != Lang::Ukr && (found.is_reliable() || theirs > ours) => {
            Language::Other(found.lang().eng_name().to_owned())
        }
        _ => Language::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_told_apart() {
        assert_eq!(language("Уряд погодив угоду з Києвом, її підпишуть у січні."), Language::Ukrainian);
        let other = |name: &str| Language::Other(name.to_owned());
        assert_eq!(
            language("Правительство заявило, что соглашение будет подписано в январе этого года, сообщили эксперты."),
            other("Russian")
        );
        assert_eq!(language("The government said that the agreement would be signed in January of this year."), other("English"));
        assert_eq!(language("قالت الحكومة إن الاتفاق سيوقع في يناير من هذا العام"), other("Arabic"));
        assert_eq!(language("123 !?"), Language::Unknown);
    }
}
