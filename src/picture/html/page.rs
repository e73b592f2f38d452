//! What stands where in a page?

use super::article::{self, Body};
use super::claims::{Told, told};
use super::compare::groups;
use super::escape::{fill, html, json};
use super::policy::policy;
use super::rows::{choices, comparison, rows};
use super::summary::summary;
use super::views::{Pictured, views};
use crate::diagnostic::Diagnostic;
use crate::graph::{ArticleRecord, ClaimView, KnowledgeGraph};
use crate::id::ArticleId;
use crate::picture::options::{PictureOptions, Theme, View};
use crate::picture::svg;
use crate::picture::text::clean;
use crate::picture::wording::Teller;
use crate::picture::words::{date, number, with, words};
use foldhash::HashMap;
use std::collections::BTreeMap;

/// A first line that is longer is no headline.
const HEADLINE: usize = 160;

const TEMPLATE: &str = include_str!("page.html");
const SCRIPT: &str = include_str!("page.js");
const STYLE: &str = include_str!("page.css");

/// What a page is made of.
pub struct Content<'a> {
    pub graph: &'a KnowledgeGraph,
    pub options: &'a PictureOptions,
    pub texts: &'a BTreeMap<ArticleId, String>,
    pub articles: Vec<(ArticleId, Vec<ClaimView<'a>>)>,
    pub left_out: usize,
    pub teller: Teller<'a>,
}

impl Content<'_> {
    /// The whole page.
    pub fn write(&self) -> Result<String, Diagnostic> {
        let lang = self.options.lang;
        let ids: Vec<ArticleId> = self.articles.iter().map(|(id, _)| *id).collect();
        let claims: Vec<ClaimView<'_>> = self.articles.iter().flat_map(|(_, claims)| claims.iter().copied()).collect();
        let told = told(&self.teller, &claims, &ids);
        let numbers: HashMap<String, usize> = told.iter().map(|claim| (claim.id.clone(), claim.number)).collect();
        let of_each: Vec<Vec<ClaimView<'_>>> = self.articles.iter().map(|(_, claims)| claims.clone()).collect();
        let pictures = views(self.graph, &of_each, &numbers, self.options)?;
        let titles: Vec<String> = ids.iter().map(|id| self.title(*id)).collect();
        let languages: Vec<String> = ids.iter().map(|id| self.record(*id).map_or("uk", ArticleRecord::language).to_owned()).collect();
        let (articles, places) = self.articles(&told, &titles, &languages);
        let comparison = comparison(&groups(self.graph, &claims, &told), &told, &titles, &languages, lang);
        let style = style();
        Ok(fill(TEMPLATE, |name| match name {
            "lang" => lang.tag().into(),
            "theme" => self.theme().into(),
            "body" => if ids.len() > 1 { "several" } else { "single" }.into(),
            "policy" => html(&policy(SCRIPT, &style)).into(),
            "style" => style.as_str().into(),
            "script" => SCRIPT.into(),
            "title" => html(&self.headline(&titles)).into(),
            "subtitle" => self.subtitle(told.len()).into(),
            "articles" => articles.as_str().into(),
            "articles-head" => html(words(if ids.len() > 1 { "page-articles" } else { "page-article" }, lang)).into(),
            "choose" => self.choose(&titles).into(),
            "tabs" => tabs(&pictures, !comparison.is_empty(), lang).into(),
            "pictures" => sections(&pictures, &titles).into(),
            "comparison" => compared(&comparison, lang).into(),
            "rows" => rows(&told, &places, &languages, lang).into(),
            "speakers" => choices(told.iter().map(|claim| (claim.speaker.as_str(), claim.who.as_str())), lang).into(),
            "media" => {
                let media = told.iter().flat_map(|claim| claim.media.iter().map(String::as_str).zip(claim.via.iter().map(String::as_str)));
                choices(media, lang).into()
            }
            "polarities" => choices(told.iter().map(|claim| (claim.polarity, words(polarity(claim.polarity), lang))), lang).into(),
            "modalities" => choices(told.iter().map(|claim| (claim.modality, words(modality(claim.modality), lang))), lang).into(),
            "relations" => {
                choices(claims.iter().zip(&told).map(|(claim, told)| (told.relation.as_str(), claim.relation().label(lang))), lang).into()
            }
            "summary" => summary(&told, lang).into(),
            "data" => self.data(&told).into(),
            name => html(said(name, lang)).into(),
        }))
    }

    fn record(&self, id: ArticleId) -> Option<&ArticleRecord> {
        self.graph.article(id)
    }

    /// The whole text of an article, where it is at hand.
    fn text(&self, id: ArticleId) -> Option<&str> {
        self.record(id).and_then(|record| record.text.as_deref()).or_else(|| self.texts.get(&id).map(String::as_str))
    }

    /// The headline of an article, else its first line, else its file, else its id.
    fn title(&self, id: ArticleId) -> String {
        let record = self.record(id);
        let headline = record.and_then(|r| r.headlines.first()).map(|(_, text)| clean(text)).filter(|text| !text.trim().is_empty());
        let line =
            || self.text(id)?.lines().map(clean).find(|line| !line.trim().is_empty()).filter(|line| line.chars().count() <= HEADLINE);
        let file = || record.and_then(|r| r.file.as_deref()).map(clean);
        headline.or_else(line).or_else(file).unwrap_or_else(|| with("page-unknown-article", &id.to_string(), self.options.lang))
    }

    fn headline(&self, titles: &[String]) -> String {
        match titles {
            [] => words("empty", self.options.lang).to_owned(),
            [only] => only.clone(),
            many => number("number-articles", many.len(), self.options.lang),
        }
    }

    /// Publisher, day, what it rests on, how many claims there are.
    fn subtitle(&self, claims: usize) -> String {
        let lang = self.options.lang;
        let mut parts = match self.articles.as_slice() {
            [(id, _)] => self.about(*id),
            _ => Vec::new(),
        };
        parts.push(html(&number("number-claims", claims, lang)));
        if self.left_out > 0 {
            parts.push(html(&with("page-cut", &number("number-claims", claims, lang), lang)));
        }
        parts.join(" <span aria-hidden=\"true\">·</span> ")
    }

    /// What is known of an article, as HTML.
    fn about(&self, id: ArticleId) -> Vec<String> {
        let lang = self.options.lang;
        let Some(record) = self.record(id) else { return Vec::new() };
        let medium = |slug: &str| crate::picture::compose::medium(&self.teller, slug);
        let mut parts: Vec<String> = record.publishers.first().map(|slug| html(&medium(slug))).into_iter().collect();
        parts.extend(record.published.first().map(|day| format!("<time datetime=\"{day}\">{}</time>", html(&date(*day, lang)))));
        let based: Vec<String> = record.based_on.iter().map(|slug| medium(slug)).collect();
        parts.extend((!based.is_empty()).then(|| html(&with("based-on", &based.join(", "), lang))));
        let url = record.urls.first().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
        parts.extend(url.map(|url| format!("<a href=\"{}\" rel=\"noreferrer\">{}</a>", html(url), html(words("page-original", lang)))));
        parts
    }

    /// The articles, and where in them each claim's words begin.
    fn articles(&self, told: &[Told], titles: &[String], languages: &[String]) -> (String, BTreeMap<usize, String>) {
        let mut out = String::new();
        let mut places = BTreeMap::new();
        let mut of_each: Vec<Vec<&Told>> = vec![Vec::new(); self.articles.len()];
        told.iter().for_each(|claim| of_each[claim.article].push(claim));
        for (at, (id, _)) in self.articles.iter().enumerate() {
            let own = self.options.lang.tag();
            let body = match self.text(*id) {
                Some(text) => article::text(text, &titles[at], at, &of_each[at]),
                None => {
                    let Body { html: quotes, places } = article::quotes(at, &of_each[at]);
                    let said = html(words("page-quotes-only", self.options.lang));
                    let head = html(&titles[at]);
                    Body { html: format!("<h3 dir=\"auto\">{head}</h3>\n<p class=\"note\" lang=\"{own}\">{said}</p>\n{quotes}"), places }
                }
            };
            let language = html(&languages[at]);
            out.push_str(&format!("<article data-article=\"{at}\" id=\"article-{at}\" lang=\"{language}\">\n"));
            if self.articles.len() > 1 {
                out.push_str(&format!("<p class=\"about\" lang=\"{own}\">{}</p>\n", self.about(*id).join(" · ")));
            }
            out.push_str(&body.html);
            out.push_str("</article>\n");
            places.extend(body.places);
        }
        (out, places)
    }

    /// The choice of an article, where there are several.
    fn choose(&self, titles: &[String]) -> String {
        let lang = self.options.lang;
        if titles.len() < 2 {
            return String::new();
        }
        let mut out = format!(
            "<label class=\"scope\">{} <select id=\"scope\"><option value=\"*\">{}</option>",
            html(words("page-choose", lang)),
            html(words("page-all-articles", lang))
        );
        for (at, title) in titles.iter().enumerate() {
            let short: String = title.chars().take(90).collect();
            out.push_str(&format!("<option value=\"{at}\">{}</option>", html(&short)));
        }
        out.push_str("</select></label>");
        out
    }

    const fn theme(&self) -> &'static str {
        match self.options.theme {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// What the script reads.
    fn data(&self, told: &[Told]) -> String {
        let lang = self.options.lang;
        let said: BTreeMap<&str, &str> = SAID.iter().map(|key| (key.trim_start_matches("page-"), words(key, lang))).collect();
        let data = serde_json::json!({ "claims": told, "words": said, "lang": lang.tag() });
        json(&data.to_string())
    }
}

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

fn style() -> String {
    let (light, dark) = (svg::variables(false), svg::variables(true));
    format!(
        "{STYLE}:root{{{light}}}\n@media screen{{:root[data-theme=dark]{{{dark}}}}}\n\
         @media screen and (prefers-color-scheme:dark){{:root[data-theme=auto]{{{dark}}}}}\n{}\n",
        svg::sheet_of_variables()
    )
}

const fn view(view: View) -> &'static str {
    match view {
        View::Overview => "page-overview",
        View::Claims => "page-claims",
        View::Speakers => "page-speakers",
        View::Focus => "page-focus",
        View::Timeline => "page-timeline",
    }
}

fn polarity(polarity: &str) -> &'static str {
    if polarity == "negated" { "page-negated" } else { "page-affirmed" }
}

fn modality(modality: &str) -> &'static str {
    match modality {
        "intended" => "page-intended",
        "demanded" => "page-demanded",
        "hypothetical" => "page-hypothetical",
        _ => "page-actual",
    }
}

fn scope(article: Option<usize>) -> String {
    article.map_or_else(|| "*".to_owned(), |at| at.to_string())
}

fn tabs(pictures: &[Pictured], compared: bool, lang: crate::vocab::Lang) -> String {
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

fn sections(pictures: &[Pictured], titles: &[String]) -> String {
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

fn compared(comparison: &str, lang: crate::vocab::Lang) -> String {
    if comparison.is_empty() {
        return String::new();
    }
    let name = html(words("page-compare", lang));
    format!(
        "<section class=\"view compare\" id=\"view-compare\" data-scope=\"\"><h3>{name}</h3>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{name}\">\n{comparison}</div></section>\n"
    )
}

/// The words of the template by their keys there.
fn said(name: &str, lang: crate::vocab::Lang) -> &'static str {
    crate::picture::words::known(&format!("page-{name}"), lang)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocab::Lang;

    /// What is filled in that is no words.
    const PARTS: [&str; 20] = [
        "lang",
        "theme",
        "body",
        "policy",
        "style",
        "script",
        "title",
        "subtitle",
        "articles",
        "articles-head",
        "choose",
        "tabs",
        "pictures",
        "comparison",
        "rows",
        "speakers",
        "media",
        "polarities",
        "modalities",
        "relations",
    ];

    #[test]
    fn every_place_of_the_template_has_its_words() {
        for part in TEMPLATE.split("{{").skip(1) {
            let name = part.split("}}").next().unwrap();
            let known = PARTS.contains(&name) || matches!(name, "summary" | "data");
            assert!(known || [Lang::Uk, Lang::En].iter().all(|lang| !said(name, *lang).is_empty()), "{name}");
        }
    }

    #[test]
    fn the_script_has_the_words_that_it_says() {
        assert!(!SCRIPT.contains("</script") && !SCRIPT.contains("<!--"));
        for part in SCRIPT.split("words.").skip(1).filter(|part| part.starts_with(|c: char| c.is_ascii_lowercase())) {
            let key: String = part.chars().take_while(char::is_ascii_lowercase).collect();
            assert!(SAID.contains(&format!("page-{key}").as_str()), "{key}");
        }
    }
}
