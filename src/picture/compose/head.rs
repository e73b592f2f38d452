//! What stands above a picture? The headline, who published it and when, what the picture shows.

use super::salience::Salience;
use crate::graph::{ArticleRecord, EntityRef};
use crate::picture::options::View;
use crate::picture::text::clean;
use crate::picture::wording::Teller;
use crate::picture::words::{number, with, words};

/// The headline of the only article, or whom it is about; else how many articles there are.
pub fn title(teller: &Teller<'_>, salience: &Salience) -> String {
    let mut articles = teller.graph.articles();
    match (articles.len(), articles.next()) {
        (1, Some((_, record))) => headline(record).unwrap_or_else(|| actors(teller, salience)),
        (count, _) => number("number-articles", count, teller.lang),
    }
}

fn headline(record: &ArticleRecord) -> Option<String> {
    record.headlines.first().map(|(_, text)| clean(text)).filter(|text| !text.is_empty())
}

fn actors(teller: &Teller<'_>, salience: &Salience) -> String {
    let mut all = teller.graph.entities();
    // A stable sort: equals stay in the order of their slugs.
    all.sort_by(|a, b| salience.entity(*b).total_cmp(&salience.entity(*a)));
    let names: Vec<String> = all.into_iter().take(3).map(|entity| teller.name(entity)).collect();
    if names.is_empty() { words("untitled", teller.lang).to_owned() } else { names.join(" · ") }
}

/// Publisher, day, the media that the article rests on; what the picture shows.
pub fn subtitle(teller: &Teller<'_>, view: View, focus: Option<EntityRef>) -> Vec<String> {
    let mut parts = Vec::new();
    let mut articles = teller.graph.articles();
    if let (1, Some((_, record))) = (articles.len(), articles.next()) {
        parts.extend(record.publishers.first().map(|slug| medium(teller, slug)));
        parts.extend(record.published.first().map(|time| crate::picture::words::date(*time, teller.lang)));
        let based: Vec<String> = record.based_on.iter().map(|slug| medium(teller, slug)).collect();
        parts.extend((!based.is_empty()).then(|| with("based-on", &based.join(", "), teller.lang)));
    } else {
        parts.push(number("number-claims", teller.graph.claim_count(), teller.lang));
    }
    parts.push(match (view, focus) {
        (_, Some(entity)) => with("view-focus", &teller.name(entity), teller.lang),
        (View::Overview, _) => words("view-overview", teller.lang).to_owned(),
        (View::Speakers, _) => words("view-speakers", teller.lang).to_owned(),
        (View::Timeline, _) => words("view-timeline", teller.lang).to_owned(),
        _ => words("view-claims", teller.lang).to_owned(),
    });
    parts
}

/// The name of a medium, of which an article may know no more than how it is written in names.
pub fn medium(teller: &Teller<'_>, slug: &str) -> String {
    match teller.graph.find_entity(slug).map(|entity| teller.name(entity)) {
        Some(name) if name != slug => name,
        _ => slug.strip_prefix("medium-").unwrap_or(slug).replace('-', " "),
    }
}
