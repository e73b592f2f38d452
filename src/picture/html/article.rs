//! How does an article stand in a page? Its text in stretches, each with the claims whose words it is.

use super::claims::Told;
use super::escape::html;
use crate::picture::text::clean;
use crate::span::{Span, TextIndex};
use std::collections::BTreeMap;

/// The words of an article, and where each claim begins in them.
pub struct Body {
    pub html: String,
    /// The element of the first stretch of a claim, by the claim's number.
    pub places: BTreeMap<usize, String>,
}

/// The whole text of an article in paragraphs; a first line that is the headline is one.
pub fn text(text: &str, headline: &str, article: usize, claims: &[&Told]) -> Body {
    let index = TextIndex::new(text);
    let mut body = Body { html: String::new(), places: BTreeMap::new() };
    let mut begin = 0_u32;
    let mut stretch = 0_usize;
    let mut first = true;
    for line in text.split('\n') {
        let end = begin + u32::try_from(line.chars().count()).unwrap_or(u32::MAX - begin);
        let whole = Span::new(begin, end);
        begin = end.saturating_add(1);
        if line.trim().is_empty() {
            continue;
        }
        let element = if first && clean(line) == headline { "h3" } else { "p" };
        if first && element == "p" {
            body.html.push_str(&format!("<h3 dir=\"auto\">{}</h3>\n", html(headline)));
        }
        first = false;
        body.html.push_str(&format!("<{element} dir=\"auto\">"));
        for Stretch { span, over, begin } in stretches(whole, claims) {
            let words = html(index.slice(span).unwrap_or_default());
            if over.is_empty() || words.trim().is_empty() {
                body.html.push_str(&words);
            } else {
                let id = format!("s{article}-{stretch}");
                stretch += 1;
                body.marked(&id, &over, &words);
                for number in begin {
                    body.places.entry(number).or_insert_with(|| id.clone());
                }
            }
        }
        body.html.push_str(&format!("</{element}>\n"));
    }
    body
}

/// The quotes alone, in their order, each once, with their places in the text.
pub fn quotes(article: usize, claims: &[&Told]) -> Body {
    let mut body = Body { html: String::from("<ol class=\"quotes\">\n"), places: BTreeMap::new() };
    let mut spans: BTreeMap<Span, Vec<&Told>> = BTreeMap::new();
    for claim in claims {
        spans.entry(claim.span).or_default().push(claim);
    }
    for (stretch, (span, over)) in spans.into_iter().enumerate() {
        body.html.push_str("<li dir=\"auto\">");
        body.marked(&format!("s{article}-{stretch}"), &over, &html(&over[0].quote));
        body.html.push_str(&format!(" <small>{span}</small></li>\n"));
    }
    body.html.push_str("</ol>\n");
    body
}

impl Body {
    /// A stretch of words that claims rest on; without a script it leads to the first of them in the table.
    fn marked(&mut self, id: &str, over: &[&Told], words: &str) {
        let numbers: Vec<String> = over.iter().map(|claim| claim.number.to_string()).collect();
        let shortest = over.iter().min_by_key(|claim| (claim.span.len(), claim.number)).map_or(0, |claim| claim.number);
        let (numbers, deep) = (numbers.join(" "), over.len().min(3));
        self.html.push_str(&format!("<a class=\"q d{deep}\" id=\"{id}\" href=\"#r{shortest}\" data-claims=\"{numbers}\">{words}</a>"));
        for claim in over {
            self.places.entry(claim.number).or_insert_with(|| id.to_owned());
        }
    }
}

/// So many claims that share their words are told of these; of more, those whose words are fewest.
const DEPTH: usize = 40;

/// Words of a line over which the same claims stand.
struct Stretch<'t> {
    span: Span,
    over: Vec<&'t Told>,
    /// The numbers of the claims whose words begin here, all of them.
    begin: Vec<usize>,
}

/// Cuts a line wherever a claim's words begin or end in it.
fn stretches<'t>(whole: Span, claims: &[&'t Told]) -> Vec<Stretch<'t>> {
    let mut here: Vec<&Told> = claims.iter().copied().filter(|c| c.span.begin < whole.end && whole.begin < c.span.end).collect();
    here.sort_by_key(|claim| claim.span.begin);
    let mut cuts: Vec<u32> = here.iter().flat_map(|claim| [claim.span.begin, claim.span.end]).collect();
    cuts.retain(|cut| whole.begin < *cut && *cut < whole.end);
    cuts.extend([whole.begin, whole.end]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut coming = here.into_iter().peekable();
    // Those that have begun, the shortest first; those that have ended leave when their end comes.
    let mut open: BTreeMap<(u32, usize), &Told> = BTreeMap::new();
    let mut ends: BTreeMap<u32, Vec<(u32, usize)>> = BTreeMap::new();
    let mut stretches = Vec::with_capacity(cuts.len());
    for span in cuts.windows(2).map(|pair| Span::new(pair[0], pair[1])) {
        while ends.first_key_value().is_some_and(|(end, _)| *end <= span.begin) {
            for key in ends.pop_first().into_iter().flat_map(|(_, keys)| keys) {
                open.remove(&key);
            }
        }
        let mut begin = Vec::new();
        while let Some(claim) = coming.next_if(|claim| claim.span.begin <= span.begin) {
            let key = (claim.span.len(), claim.number);
            open.insert(key, claim);
            ends.entry(claim.span.end).or_default().push(key);
            begin.push(claim.number);
        }
        let mut over: Vec<&Told> = open.values().take(DEPTH).copied().collect();
        over.sort_by_key(|claim| claim.number);
        stretches.push(Stretch { span, over, begin });
    }
    stretches
}
