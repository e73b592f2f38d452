//! How does a person explore a graph? As one page that opens from disk: articles beside pictures, a filter, a table, a comparison.
//!
//! All that is to be seen is written here, so that the page reads without its script; the script only joins the parts.

mod article;
mod claims;
mod compare;
mod escape;
mod frame;
mod head;
mod page;
mod policy;
mod rows;
mod script;
mod summary;
mod views;

use super::options::PictureOptions;
use super::wording::Teller;
use crate::diagnostic::Diagnostic;
use crate::graph::{ClaimView, KnowledgeGraph};
use crate::id::ArticleId;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// A page holds at most so many claims, those of the first articles; nobody scrolls through more.
const MOST_CLAIMS: usize = 2000;

/// A page about a graph; same graph, same bytes.
#[derive(Debug)]
pub struct Page {
    html: String,
}

impl Page {
    /// Makes the page. `texts` are the articles' texts that the graph itself does not have.
    ///
    /// # Errors
    /// An entity to focus on that is not in the graph.
    pub fn new(graph: &KnowledgeGraph, options: &PictureOptions, texts: &BTreeMap<ArticleId, String>) -> Result<Self, Diagnostic> {
        let mut articles: Vec<(ArticleId, Vec<ClaimView<'_>>)> = graph.articles().map(|(id, _)| (id, Vec::new())).collect();
        let mut claims = graph.claims();
        let left_out = cut(&mut claims);
        for claim in claims {
            if let Ok(at) = articles.binary_search_by_key(&claim.article(), |article| article.0) {
                articles[at].1.push(claim);
            }
        }
        if left_out > 0 {
            articles.retain(|(_, claims)| !claims.is_empty());
        }
        let page = page::Content { graph, options, texts, articles, left_out, teller: Teller::new(graph, options) };
        Ok(Self { html: escape::held(page.write()?) })
    }

    /// Writes the page.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(self.html.as_bytes())
    }
}

/// Leaves the claims of whole articles, as many as a page holds, those of the first one in any case; returns how many it took away.
fn cut(claims: &mut Vec<ClaimView<'_>>) -> usize {
    let all = claims.len();
    if let Some(first) = claims.get(MOST_CLAIMS).map(|claim| claim.article()) {
        let begin = claims.iter().position(|claim| claim.article() == first).unwrap_or_default();
        claims.truncate(if begin == 0 { MOST_CLAIMS } else { begin });
    }
    all - claims.len()
}
