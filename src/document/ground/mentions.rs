//! Where does the text name each entity?

use crate::diagnostic::{Diagnostic, cut};
use crate::document::model::{Claim, Document, Entity, Mention};
use crate::span::{Span, TextIndex};

/// Turns the forms of the entities into mentions, checks the mentions that were given, and reads the words of each: from the article,
/// or, where that is not here, from the quotes.
pub fn place(document: &mut Document, index: Option<&TextIndex<'_>>, diagnostics: &mut Vec<Diagnostic>) {
    let Document { entities, claims, .. } = document;
    let quotes = if index.is_none() { Quotes::of(claims) } else { Quotes::default() };
    let mut wordless = 0;
    for entity in entities {
        given(entity, index, diagnostics);
        match index {
            Some(index) => from_forms(entity, index, diagnostics),
            None if !entity.forms.is_empty() && entity.mentions.is_empty() => {
                let said =
                    format!("entity {:?}: its forms were left out, for the article is not here to look them up in", cut(&entity.key, 80));
                diagnostics.push(Diagnostic::warning(said));
            }
            None => {}
        }
        entity.forms.clear();
        entity.mentions.sort_unstable();
        entity.mentions.dedup_by_key(|mention| mention.span);
        for mention in entity.mentions.iter_mut().filter(|m| m.words.is_none()) {
            let words = index.map_or_else(|| quotes.words(mention.span), |index| index.slice(mention.span));
            wordless += usize::from(words.is_none());
            mention.words = words.map(str::to_owned);
        }
    }
    if wordless > 0 {
        let said = format!("{wordless} mentions have no words, for the article is not here: RDF and pictures go without them");
        diagnostics.push(Diagnostic::note(said).help("give the article: beside the document, or `build ARTICLE --claims GRAPH.json`"));
    }
}

/// Leaves out mentions that are no place in the article.
fn given(entity: &mut Entity, index: Option<&TextIndex<'_>>, diagnostics: &mut Vec<Diagnostic>) {
    let chars = index.map_or(u32::MAX, TextIndex::chars);
    let key = &entity.key;
    entity.mentions.retain(|Mention { span, .. }| {
        let fits = span.begin < span.end && span.end <= chars;
        if !fits {
            let said =
                Diagnostic::error(format!("entity {:?}: the mention {span} is no place in the article and was left out", cut(key, 80)));
            diagnostics.push(if index.is_some() { said.help(format!("the article has {chars} code points")) } else { said });
        }
        fits
    });
}

/// The quotes of the claims by their places.
#[derive(Default)]
struct Quotes<'c>(Vec<(Span, &'c str)>);

impl<'c> Quotes<'c> {
    fn of(claims: &'c [Claim]) -> Self {
        let mut quotes: Vec<_> = claims.iter().filter_map(|claim| Some((claim.span?, claim.quote.as_str()))).collect();
        quotes.sort_unstable_by_key(|(span, _)| (span.begin, span.end));
        Self(quotes)
    }

    /// The words at a span, where one of the last 50 quotes that begin before it covers it.
    fn words(&self, span: Span) -> Option<&'c str> {
        let before = self.0.partition_point(|(quote, _)| quote.begin <= span.begin);
        let (place, quote) = self.0[..before].iter().rev().take(50).find(|(quote, _)| quote.contains(span))?;
        TextIndex::new(quote).slice(Span::new(span.begin - place.begin, span.end - place.begin))
    }
}

fn from_forms(entity: &mut Entity, index: &TextIndex<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut found: Vec<Span> = Vec::new();
    for form in &entity.forms {
        let before = found.len();
        found.extend(whole_words(index.text(), form).map(|at| index.span_of(at, at + form.len())));
        if found.len() == before {
            let said = format!("entity {:?}: the form {:?} does not stand in the article", cut(&entity.key, 80), cut(form, 80));
            diagnostics.push(Diagnostic::warning(said).help("forms are the exact words of the text, inflected as they stand"));
        }
    }
    // Of nested forms of one entity the longest counts.
    found.sort_unstable_by_key(|span| (span.begin, std::cmp::Reverse(span.end)));
    let mut end = 0;
    found.retain(|span| {
        let outermost = span.end > end;
        end = end.max(span.end);
        outermost
    });
    entity.mentions.extend(found.into_iter().map(|span| Mention { span, words: None }));
}

/// Byte offsets at which `form` stands in `text` with no letter, digit or underscore right before or after it.
fn whole_words<'a>(text: &'a str, form: &'a str) -> impl Iterator<Item = usize> + 'a {
    let inside = |c: char| c.is_alphanumeric() || c == '_';
    let places = if form.is_empty() { "" } else { text };
    places
        .match_indices(form)
        .map(|(at, _)| at)
        .filter(move |at| !text[..*at].ends_with(inside) && !text[at + form.len()..].starts_with(inside))
}

#[cfg(test)]
mod tests {
    use super::whole_words;

    #[test]
    fn a_form_is_found_as_whole_words_only() {
        let found: Vec<usize> = whole_words("РФ, РФіл, антиРФ, РФ", "РФ").collect();
        assert_eq!(found, [0, 30]);
        assert_eq!(whole_words("а", "").count(), 0);
    }
}
