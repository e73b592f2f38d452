//! Where in a page is the article?

use super::NoArticle;
use super::meta::{Key, Meta};
use dom_smoothie::{Config, Readability, TextMode};

/// Elements from which on a page is not searched: real pages have some thousands.
const MOST_ELEMENTS: usize = 200_000;

/// The main text of a page (the readability method of Mozilla's reader view, by the `dom_smoothie` crate) and what the page says of it.
pub fn main_text(page: &str) -> Result<(String, Meta), NoArticle> {
    let config = Config { max_elements_to_parse: MOST_ELEMENTS, text_mode: TextMode::Formatted, ..Config::default() };
    let mut reader = Readability::new(page, None, Some(config)).map_err(|_| NoArticle::NoMainText)?;
    let first = |selector: &str, attribute: &str| reader.doc.select(selector).attr(attribute).map(|value| value.to_string());
    // The first time of a page is the article's; further ones belong to comments and other articles.
    let time = first("time[datetime]", "datetime");
    let address = first("link[rel=canonical]", "href").or_else(|| first("meta[property='og:url']", "content"));
    let found = reader.parse().map_err(|_| NoArticle::NoMainText)?;
    let text = paragraphs(&found.text_content);
    if text.is_empty() {
        return Err(NoArticle::NoMainText);
    }
    let mut meta = Meta::default();
    meta.set(Key::Headline, without_site(&found.title, found.site_name.as_deref()));
    for (key, value) in [
        (Key::Publisher, found.site_name),
        (Key::Published, found.published_time),
        (Key::Url, found.url),
        (Key::Url, address),
        (Key::Language, found.lang.map(|lang| lang.split(['-', '_']).next().unwrap_or_default().to_lowercase())),
    ] {
        meta.set(key, &value.unwrap_or_default());
    }
    meta.set(Key::Published, &time.unwrap_or_default());
    Ok((text, meta))
}

/// A page's title without the name of the site behind it: "Title - Site", "Title | Site".
fn without_site<'t>(title: &'t str, site: Option<&str>) -> &'t str {
    let title = title.trim();
    let Some(head) = site.map(str::trim).filter(|site| !site.is_empty()).and_then(|site| title.strip_suffix(site)) else { return title };
    let cut = head.trim_end().trim_end_matches(['-', '–', '—', '|', '•', ':', '/']);
    if cut.len() < head.trim_end().len() { cut.trim_end() } else { title }
}

/// Paragraphs parted by a blank line, without the white space of the page.
fn paragraphs(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// The encoding that a page declares in its first kilobytes.
pub fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let behind = head.split_once("charset=").or_else(|| head.split_once("encoding="))?.1;
    let label: String = behind
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))
        .collect();
    (!label.is_empty()).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use encoding_rs::WINDOWS_1251;

    fn page() -> String {
        let paragraph =
            "<p>Міністри двох країн зустрілися в столиці та обговорили угоду, про яку домовлялися минулого року, повідомило відомство.</p>";
        format!(
            "<!DOCTYPE html><html lang=\"uk-UA\"><head><meta charset=\"windows-1251\"><title>Міністри зустрілися у столиці - Вісник</title>\
             <meta property=\"og:site_name\" content=\"Вісник\"><meta property=\"og:url\" content=\"https://example.org/n/1\">\
             <script>var x = '<p>не текст</p>';</script></head><body><nav><a href=/>Головна</a> <a href=/x>Політика</a></nav>\
             <article><h1>Міністри зустрілися у столиці</h1><time datetime=\"2025-03-04T10:00:00+02:00\">4 березня</time>{}</article>\
             <footer>Усі права захищено</footer></body></html>",
            paragraph.repeat(6)
        )
    }

    #[test]
    fn the_main_text_and_its_metadata() {
        let page = page();
        let (bytes, ..) = WINDOWS_1251.encode(&page);
        let article = Article::from_html(bytes.into_owned()).unwrap();
        assert!(article.text().contains("обговорили угоду") && !article.text().contains("Політика"), "{}", article.text());
        assert!(!article.text().contains("не текст") && !article.text().contains("права захищено"));
        let meta = article.meta();
        assert_eq!(meta.headline.as_deref(), Some("Міністри зустрілися у столиці"));
        assert_eq!((meta.publisher.as_deref(), meta.url.as_deref()), (Some("Вісник"), Some("https://example.org/n/1")));
        assert_eq!((meta.published, meta.language.as_deref()), ("2025-03-04".parse().ok(), Some("uk")));
        assert_eq!(article.notes().len(), 1);
    }

    #[test]
    fn a_page_without_an_article_is_said_so() {
        for page in ["<html></html>", "<!doctype html><html><body><script>1</script></body></html>"] {
            assert_eq!(Article::from_html(page.into()), Err(NoArticle::NoMainText), "{page}");
        }
    }
}
