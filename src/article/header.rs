//! What stands in front of the text: a date, `key: value` lines, YAML, a title?

use super::dates;
use super::meta::{Key, Meta};

/// What the header says, and the byte at which the text behind it begins.
pub fn read(text: &str) -> (Meta, usize) {
    let mut meta = Meta::default();
    let mut at = blank(text, text.len() - text.trim_start_matches('\u{feff}').len());
    for part in [yaml, lines, date_word] {
        if let Some(end) = part(text, at, &mut meta) {
            at = blank(text, end);
            break;
        }
    }
    if meta.headline.is_none()
        && let Some((title, end)) = title(text, at)
    {
        meta.set(Key::Headline, title);
        at = blank(text, end);
    }
    (meta, at)
}

/// The first place from `at` on that is no white space; the end where there is none.
fn blank(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start().len()
}

/// `---`, YAML, `---`.
fn yaml(text: &str, at: usize, meta: &mut Meta) -> Option<usize> {
    let rest = text[at..].strip_prefix("---")?;
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'))?;
    let begin = text.len() - rest.len();
    let (mut end, mut next) = (None, begin);
    for line in rest.split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            end = Some(next);
            break;
        }
        next += line.len();
    }
    let end = end?;
    let fields: std::collections::BTreeMap<String, serde_json::Value> = serde_saphyr::from_str(&text[begin..end]).ok()?;
    for (name, value) in &fields {
        let key = Key::of(name).unwrap_or(Key::Other);
        match value {
            serde_json::Value::String(value) => meta.set(key, value),
            serde_json::Value::Number(value) => meta.set(key, &value.to_string()),
            serde_json::Value::Object(fields) => {
                if let Some(name) = fields.get("name").and_then(serde_json::Value::as_str) {
                    meta.set(key, name);
                }
            }
            _ => {}
        }
    }
    Some(end + text[end..].find('\n').map_or(text.len() - end, |line| line + 1))
}

/// `Key: value` lines with known keys, up to a blank line.
fn lines(text: &str, at: usize, meta: &mut Meta) -> Option<usize> {
    let mut end = at;
    let mut found = Meta::default();
    for line in text[at..].split_inclusive('\n') {
        if line.trim().is_empty() {
            break;
        }
        let Some((key, value)) = line.split_once(':').and_then(|(name, value)| Some((Key::of(name)?, value))) else {
            // One such line alone may be the beginning of a sentence: "Джерело: …" belongs to the text.
            return None;
        };
        found.set(key, value);
        end += line.len();
    }
    if end == at || end == text.len() {
        return None;
    }
    *meta = found;
    Some(end)
}

/// `date 2026-02-19` and the text goes on, or a line that is a date and nothing else.
fn date_word(text: &str, at: usize, meta: &mut Meta) -> Option<usize> {
    let rest = &text[at..];
    let first_line = rest.lines().next().unwrap_or_default();
    if dates::is_nothing_else(first_line)
        && let Some(time) = dates::read(first_line)
    {
        meta.published = Some(time);
        return Some(at + first_line.len());
    }
    let word = rest.split([' ', ':']).next()?;
    if Key::of(word) != Some(Key::Published) {
        return None;
    }
    let value = rest[word.len()..].trim_start_matches([' ', ':']);
    let date = value.split_whitespace().next()?;
    meta.published = Some(dates::read(date)?);
    Some(text.len() - value.len() + date.len())
}

/// A first line that ends in no full stop, stands alone, and is followed by a longer text.
fn title(text: &str, at: usize) -> Option<(&str, usize)> {
    let rest = &text[at..];
    let line = rest.lines().next()?;
    let behind = &rest[line.len()..];
    let alone = behind.trim_start_matches('\r').strip_prefix('\n').is_some_and(|next| next.trim_start_matches('\r').starts_with('\n'));
    let words = line.split_whitespace().count();
    let ends_as_sentence = line.trim_end().trim_end_matches(['"', '»', '”', ')']).ends_with(['.', '…', ':', ';', ',']);
    (alone && (2..=30).contains(&words) && !ends_as_sentence && behind.split_whitespace().count() > words)
        .then_some((line.trim_start_matches('#').trim(), at + line.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, body: &str) -> Meta {
        let (meta, at) = read(text);
        assert!(text[at..].starts_with(body), "{:?}", &text[at..]);
        meta
    }

    #[test]
    fn a_date_in_front_of_the_text() {
        let meta = check(" date 2026-02-19 Міністри домовилися про все.\n\nДалі.", "Міністри");
        assert_eq!(meta.published, "2026-02-19".parse().ok());
        let meta = check("19 лютого 2026, 10:00\nМіністри домовилися.", "Міністри");
        assert_eq!(meta.published, "2026-02-19".parse().ok());
        assert_eq!(check("2026 рік почався тихо.", "2026"), Meta::default());
    }

    #[test]
    fn lines_of_keys_and_yaml() {
        let text = "Заголовок: Рада \"за\"\nДата: 3.02.2025\nURL: https://example.org/a\n\nРада ухвалила закон.";
        let meta = check(text, "Рада ухвалила");
        assert_eq!(meta.headline.as_deref(), Some("Рада \"за\""));
        assert_eq!(meta.url.as_deref(), Some("https://example.org/a"));
        let text = "---\ntitle: \"Рада: за\"\ndate: 2025-02-03\npublisher: {name: Вісник}\ntags: [a, b]\n---\n\nРада ухвалила закон.";
        let meta = check(text, "Рада ухвалила");
        assert_eq!((meta.headline.as_deref(), meta.publisher.as_deref()), (Some("Рада: за"), Some("Вісник")));
        assert_eq!(meta.published, "2025-02-03".parse().ok());
        assert_eq!(check("Мова: українська\n\nРада ухвалила закон.", "Рада").language, None);
        assert_eq!(check("Джерело: Вісник\nУряд: ні.\n\nТекст.", "Джерело"), Meta::default());
        assert_eq!(check("---\nне YAML: [\n---\nТекст", "---"), Meta::default());
    }

    #[test]
    fn a_title_line_is_no_sentence() {
        let meta = check("# Уряд подав бюджет до Ради\n\nУряд подав до парламенту проєкт бюджету на рік.", "Уряд подав до");
        assert_eq!(meta.headline.as_deref(), Some("Уряд подав бюджет до Ради"));
        assert_eq!(check("Уряд подав бюджет.\n\nПарламент почне розгляд завтра зранку.", "Уряд"), Meta::default());
        assert_eq!(check("Уряд подав бюджет\nдо Ради.\n\nПарламент почне розгляд завтра.", "Уряд"), Meta::default());
    }
}
