//! How does a text of an article stand in a page so that it stays text?

use std::borrow::Cow;

/// A text as HTML, between tags or in an attribute; characters that HTML cannot hold are replaced by the sign for such.
pub fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' => out.push(c),
            // HTML has one kind of line end.
            '\r' => out.push_str(if chars.peek() == Some(&'\n') { "" } else { "\n" }),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// A page without the code points that stand for no character, which HTML does not hold.
pub fn held(page: String) -> String {
    let none = |c: char| matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe;
    if page.contains(none) { page.replace(none, "\u{fffd}") } else { page }
}

/// JSON as the content of a script element: nothing in it ends the element or begins a comment.
pub fn json(json: &str) -> String {
    let mut out = String::with_capacity(json.len() + json.len() / 16);
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

/// Fills the places of a template, `{{name}}`; what is filled in is not looked at again.
pub fn fill<'v>(template: &str, value: impl Fn(&str) -> Cow<'v, str>) -> String {
    let mut out = String::with_capacity(template.len());
    let mut parts = template.split("{{");
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (name, rest) = part.split_once("}}").unwrap_or((part, ""));
        out.push_str(&value(name));
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_is_markup() {
        assert_eq!(html("</script>\"'&\u{0}\r\n\r"), "&lt;/script&gt;&quot;&#39;&amp;\u{fffd}\n\n");
        let text = "</script><!--&\u{2028}\u{2029}";
        let told = json(&serde_json::to_string(text).unwrap());
        assert!(!told.contains(['<', '>', '&', '\u{2028}', '\u{2029}']));
        assert_eq!(serde_json::from_str::<String>(&told).unwrap(), text);
    }

    #[test]
    fn what_is_no_character_is_not_held() {
        assert_eq!(held("a\u{1fffe}\u{fdd0}🇺🇦\u{fffc}".into()), "a\u{fffd}\u{fffd}🇺🇦\u{fffc}");
    }

    #[test]
    fn what_is_filled_in_is_not_filled_again() {
        assert_eq!(fill("a {{x}} b {{y}}.", |name| format!("{{{{{name}}}}}").into()), "a {{x}} b {{y}}.");
    }
}
