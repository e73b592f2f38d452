//! What stands above a page and above each of its articles?

use super::escape::html;
use super::page::Content;
use crate::graph::ArticleRecord;
use crate::id::ArticleId;
use crate::picture::compose::medium as medium_name;
use crate::picture::text::clean;
use crate::picture::words::{date, number, with, words};

/// A first line that is longer is no headline.
const HEADLINE: usize = 160;

impl Content<'_> {
    /// What is known of an article.
    pub fn record(&self, id: ArticleId) -> Option<&ArticleRecord> {
        self.graph.article(id)
    }

    /// The whole text of an article, where it is at hand.
    pub fn text(&self, id: ArticleId) -> Option<&str> {
        self.record(id).and_then(|record| record.text.as_deref()).or_else(|| self.texts.get(&id).map(String::as_str))
    }

    /// The headline of an article, else its first line, else its file, else its id.
    pub fn title(&self, id: ArticleId) -> String {
        let record = self.record(id);
        let headline = record.and_then(|r| r.headlines.first()).map(|(_, text)| clean(text)).filter(|text| !text.trim().is_empty());
        let line =
            || self.text(id)?.lines().map(clean).find(|line| !line.trim().is_empty()).filter(|line| line.chars().count() <= HEADLINE);
        let file = || record.and_then(|r| r.file.as_deref()).map(clean);
        headline.or_else(line).or_else(file).unwrap_or_else(|| with("page-unknown-article", &id.to_string(), self.options.lang))
    }

    /// What stands above everything.
    pub fn headline(&self, titles: &[String]) -> String {
        match titles {
            [] => words("empty", self.options.lang).to_owned(),
            [only] => only.clone(),
            many => number("number-articles", many.len(), self.options.lang),
        }
    }

    /// Publisher, day, what it rests on, how many claims there are.
    pub fn subtitle(&self, claims: usize) -> String {
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
    pub fn about(&self, id: ArticleId) -> Vec<String> {
        let lang = self.options.lang;
        let Some(record) = self.record(id) else { return Vec::new() };
        let medium = |slug: &str| medium_name(&self.teller, slug);
        let mut parts: Vec<String> = record.publishers.first().map(|slug| html(&medium(slug))).into_iter().collect();
        parts.extend(record.published.first().map(|day| format!("<time datetime=\"{day}\">{}</time>", html(&date(*day, lang)))));
        let based: Vec<String> = record.based_on.iter().map(|slug| medium(slug)).collect();
        parts.extend((!based.is_empty()).then(|| html(&with("based-on", &based.join(", "), lang))));
        let url = record.urls.first().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
        parts.extend(url.map(|url| format!("<a href=\"{}\" rel=\"noreferrer\">{}</a>", html(url), html(words("page-original", lang)))));
        parts
    }

    /// The choice of an article, where there are several.
    pub fn choose(&self, titles: &[String]) -> String {
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
}
