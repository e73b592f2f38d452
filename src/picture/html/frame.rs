//! How is a view opened? Its tab, and the section that the tab opens.

use super::escape::html;
use super::views::Pictured;
use crate::picture::options::View;
use crate::picture::words::words;
use crate::vocab::Lang;

const fn view(view: View) -> &'static str {
    match view {
        View::Overview => "page-overview",
        View::Claims => "page-claims",
        View::Speakers => "page-speakers",
        View::Focus => "page-focus",
        View::Timeline => "page-timeline",
    }
}

fn scope(article: Option<usize>) -> String {
    article.map_or_else(|| "*".to_owned(), |at| at.to_string())
}

/// The tabs of the pictures and of the comparison; a scope is an article's place, `*` for all of them, empty for whatever is chosen.
pub fn tabs(pictures: &[Pictured], compared: bool, lang: Lang) -> String {
    let tab = |id: &str, scope: &str, text: &str| {
        format!(
            "<button type=\"button\" role=\"tab\" id=\"tab-{id}\" aria-controls=\"view-{id}\" data-scope=\"{scope}\">{}</button>\n",
            html(text)
        )
    };
    let mut out: String = pictures
        .iter()
        .enumerate()
        .map(|(at, p)| {
            tab(&at.to_string(), &scope(p.article), if p.view == View::Focus { p.name.as_str() } else { words(view(p.view), lang) })
        })
        .collect();
    if compared {
        out.push_str(&tab("compare", "", words("page-compare", lang)));
    }
    out
}

/// The pictures, each in a box that scrolls.
pub fn sections(pictures: &[Pictured], titles: &[String]) -> String {
    let mut out = String::new();
    for (at, picture) in pictures.iter().enumerate() {
        let of = picture.article.map(|article| format!(": {}", titles[article])).unwrap_or_default();
        let name = html(&format!("{}{of}", picture.name));
        let scope = scope(picture.article);
        out.push_str(&format!(
            "<section class=\"view\" id=\"view-{at}\" data-scope=\"{scope}\"><h3>{name}</h3>\n<div class=\"canvas\" tabindex=\"0\" role=\"group\" aria-label=\"{name}\">\n{}</div></section>\n",
            picture.svg
        ));
    }
    out
}

/// The comparison, where there is one.
pub fn compared(comparison: &str, lang: Lang) -> String {
    if comparison.is_empty() {
        return String::new();
    }
    let name = html(words("page-compare", lang));
    format!(
        "<section class=\"view compare\" id=\"view-compare\" data-scope=\"\"><h3>{name}</h3>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{name}\">\n{comparison}</div></section>\n"
    )
}
