//! What stands where in a page?

use super::article::{self, Body};
use super::claims::{Told, modality, polarity, told};
use super::compare::groups;
use super::escape::{fill, html};
use super::frame::{compared, sections, tabs};
use super::policy::policy;
use super::rows::{choices, comparison, rows};
use super::script::{SCRIPT, data};
use super::summary::summary;
use super::views::views;
use crate::diagnostic::Diagnostic;
use crate::graph::{ArticleRecord, ClaimView, EntityRef, KnowledgeGraph};
use crate::id::ArticleId;
use crate::picture::options::{PictureOptions, Theme};
use crate::picture::svg;
use crate::picture::wording::Teller;
use crate::picture::words::words;
use foldhash::HashMap;
use std::collections::BTreeMap;

const TEMPLATE: &str = include_str!("page.html");
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
                let named = |medium: &EntityRef| (self.teller.graph.entity(*medium).slug(), self.teller.name(*medium));
                let media: Vec<(&str, String)> = claims.iter().flat_map(|claim| claim.via()).map(named).collect();
                choices(media.iter().map(|(slug, name)| (*slug, name.as_str())), lang).into()
            }
            "polarities" => choices(told.iter().map(|claim| (claim.polarity, words(polarity(claim.polarity), lang))), lang).into(),
            "modalities" => choices(told.iter().map(|claim| (claim.modality, words(modality(claim.modality), lang))), lang).into(),
            "relations" => {
                choices(claims.iter().zip(&told).map(|(claim, told)| (told.relation.as_str(), claim.relation().label(lang))), lang).into()
            }
            "summary" => summary(&told, lang).into(),
            "data" => data(&told, lang).into(),
            name => html(said(name, lang)).into(),
        }))
    }

    /// The articles, and where in them each claim's words begin.
    fn articles(&self, told: &[Told], titles: &[String], languages: &[String]) -> (String, BTreeMap<usize, String>) {
        let mut out = String::new();
        let mut places = BTreeMap::new();
        let mut of_each: Vec<Vec<&Told>> = vec![Vec::new(); self.articles.len()];
        for claim in told {
            of_each[claim.article].push(claim);
        }
        for (at, (id, _)) in self.articles.iter().enumerate() {
            let own = self.options.lang.tag();
            let body = if let Some(text) = self.text(*id) {
                article::text(text, &titles[at], at, &of_each[at])
            } else {
                let Body { html: quotes, places } = article::quotes(at, &of_each[at]);
                let said = html(words("page-quotes-only", self.options.lang));
                let head = html(&titles[at]);
                Body { html: format!("<h3 dir=\"auto\">{head}</h3>\n<p class=\"note\" lang=\"{own}\">{said}</p>\n{quotes}"), places }
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

    const fn theme(&self) -> &'static str {
        match self.options.theme {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

fn style() -> String {
    let (light, dark) = (svg::variables(false), svg::variables(true));
    format!(
        "{STYLE}:root{{{light}}}\n@media screen{{:root[data-theme=dark]{{{dark}}}}}\n\
         @media screen and (prefers-color-scheme:dark){{:root[data-theme=auto]{{{dark}}}}}\n{}\n",
        svg::sheet_of_variables()
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
}
