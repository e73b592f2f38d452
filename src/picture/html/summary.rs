//! What is a page about in two lines? Who says how much, how much is denied, demanded, planned, supposed, in doubt.

use super::claims::Told;
use super::escape::html;
use crate::picture::words::{known, words};
use crate::vocab::Lang;
use std::collections::BTreeMap;

/// So many speakers are named.
const SPEAKERS: usize = 6;

/// The lines, as HTML; nothing where there are no claims.
pub fn summary(told: &[Told], lang: Lang) -> String {
    let mut speakers: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for claim in told.iter().filter(|claim| claim.speaker != "-") {
        speakers.entry(&claim.speaker).or_insert((0, &claim.who)).0 += 1;
    }
    let mut speakers: Vec<(usize, &str)> = speakers.into_values().collect();
    speakers.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    let more = speakers.len() > SPEAKERS;
    let mut said: Vec<String> = speakers.iter().take(SPEAKERS).map(|(count, who)| counted(who, *count)).collect();
    if more {
        said.push("…".to_owned());
    }
    let count = |is: &dyn Fn(&Told) -> bool| told.iter().filter(|claim| is(claim)).count();
    let kinds = [
        ("page-negated", count(&|claim| claim.polarity == "negated")),
        ("page-demanded", count(&|claim| claim.modality == "demanded")),
        ("page-intended", count(&|claim| claim.modality == "intended")),
        ("page-hypothetical", count(&|claim| claim.modality == "hypothetical")),
        ("page-hedged", count(&|claim| claim.hedged)),
    ];
    let how: Vec<String> = kinds.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| counted(words(key, lang), count)).collect();
    line("page-speaker", &said, lang) + &line("page-how", &how, lang)
}

fn line(key: &str, parts: &[String], lang: Lang) -> String {
    if parts.is_empty() {
        return String::new();
    }
    format!("<p><span class=\"head\">{}:</span> {}</p>\n", html(known(key, lang)), parts.join(", "))
}

fn counted(what: &str, count: usize) -> String {
    let short: String = what.chars().take(80).collect();
    format!("<bdi>{}</bdi>\u{a0}({count})", html(&short))
}
