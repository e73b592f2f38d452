//! In which words does a picture tell a claim?

use super::options::PictureOptions;
use super::scene::Told;
use super::style::{Look, Voice};
use super::text::clean;
use super::words::{date, words};
use crate::graph::{ClaimView, EndView, EntityRef, KnowledgeGraph};
use crate::id::ClaimId;
use crate::vocab::{EntityType, Lang, Polarity, Relation};
use foldhash::HashSet;
use std::collections::BTreeMap;

/// Tells the claims of one graph.
pub struct Teller<'g> {
    pub graph: &'g KnowledgeGraph,
    pub lang: Lang,
    base: String,
    /// The claims that nobody makes.
    unasserted: HashSet<ClaimId>,
}

impl<'g> Teller<'g> {
    pub fn new(graph: &'g KnowledgeGraph, options: &PictureOptions) -> Self {
        Self { graph, lang: options.lang, base: options.base.clone(), unasserted: graph.unasserted() }
    }

    /// The name that most articles have; of several the first in alphabetical order.
    pub fn name(&self, entity: EntityRef) -> String {
        let entity = self.graph.entity(entity);
        let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, appearance) in entity.appearances() {
            for (_, text) in appearance.labels.iter().filter(|(tag, _)| tag.as_ref() == self.lang.tag()) {
                *counted.entry(text).or_default() += 1;
            }
        }
        let most = counted.values().max().copied();
        let name = counted.into_iter().find(|(_, count)| Some(*count) == most).map(|(name, _)| name);
        clean(name.unwrap_or_else(|| entity.label(self.lang.tag())))
    }

    pub fn look(&self, claim: ClaimView<'_>) -> Look {
        Look::of(claim, !self.unasserted.contains(&claim.id()))
    }

    /// The relation, with the word that denies it.
    pub fn relation(&self, claim: ClaimView<'_>) -> String {
        relation(claim.relation(), claim.polarity() == Polarity::Negated, self.lang)
    }

    /// What is special about a claim but for its denial, in words.
    pub fn marks(&self, look: Look) -> Vec<String> {
        let real = look.line().mark(self.lang);
        let doubted = look.hedged.then(|| words("doubted", self.lang));
        Some(real).filter(|mark| !mark.is_empty()).into_iter().chain(doubted).map(str::to_owned).collect()
    }

    /// The speaker with the media on the way; `None` for the article's own voice. `true`: the speaker has no name.
    pub fn speaker(&self, claim: ClaimView<'_>) -> Option<(String, bool)> {
        let source = claim.source()?;
        let anonymous = self.graph.entity(source).kind() == Some(EntityType::AnonymousSource);
        Some((self.name(source), anonymous))
    }

    pub fn media(&self, claim: ClaimView<'_>) -> Vec<String> {
        claim.via().iter().map(|medium| self.name(*medium)).collect()
    }

    /// An end of a claim in words; a claim at its end is told in short.
    pub fn end(&self, end: EndView<'_>, depth: usize) -> String {
        match end {
            EndView::Entity(entity) => self.name(entity),
            EndView::Literal(value) => clean(&value.text),
            EndView::Claim(id) => match self.graph.claim(id) {
                Some(claim) if depth < 3 => format!("({})", self.parts(claim, depth + 1).join(" ")),
                _ => "…".into(),
            },
        }
    }

    /// Subject, relation, object.
    pub fn parts(&self, claim: ClaimView<'_>, depth: usize) -> [String; 3] {
        [self.end(claim.subject(), depth), self.relation(claim), self.end(claim.object(), depth)]
    }

    /// Who says what: one sentence for whoever cannot see the arrow.
    pub fn sentence(&self, claim: ClaimView<'_>) -> String {
        let look = self.look(claim);
        let who = match look.voice {
            Voice::Nobody => words("nobody", self.lang).to_owned(),
            _ => self.speaker(claim).map_or_else(|| words("article", self.lang).to_owned(), |speaker| speaker.0),
        };
        let media = self.media(claim);
        let via = if media.is_empty() { String::new() } else { format!(" ({} {})", words("via", self.lang), media.join(", ")) };
        let mut told = vec![format!("{who}{via}: {}", self.parts(claim, 0).join(" "))];
        told.extend(self.marks(look));
        told.extend(claim.time().map(|time| date(time, self.lang)));
        told.join(", ")
    }

    pub fn told(&self, claim: ClaimView<'_>) -> Told {
        let evidence = format!("{}article/{}#char={},{}", self.base, claim.article(), claim.span().begin, claim.span().end);
        let url = self.graph.article(claim.article()).and_then(|record| record.urls.first());
        let quote = clean(claim.quote());
        Told {
            claim: claim.id(),
            article: claim.article(),
            span: claim.span(),
            sentence: self.sentence(claim),
            href: url.map_or_else(|| evidence.clone(), |url| format!("{url}#:~:text={}", fragment(&quote))),
            evidence,
            quote,
            speaker: claim.source().map(|source| self.graph.entity(source).slug().to_owned()).unwrap_or_default(),
            via: claim.via().iter().map(|medium| self.graph.entity(*medium).slug().to_owned()).collect(),
            relation: claim.relation().name().to_owned(),
            look: self.look(claim),
        }
    }
}

/// A quotation in the marks of a language.
pub fn quoted(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Uk => format!("«{text}»"),
        Lang::En => format!("“{text}”"),
    }
}

/// A relation in words, denied or not.
fn relation(relation: &Relation, denied: bool, lang: Lang) -> String {
    let label = match relation {
        Relation::Known(_) => clean(relation.label(lang)),
        Relation::Minted(_) => spaced(relation.label(lang)),
    };
    if !denied {
        return label;
    }
    let not = words("not", lang);
    match (lang, relation, label.split_once(' ').unwrap_or((&label, ""))) {
        (Lang::En, Relation::Known(_), ("is", rest)) => format!("is {not} {rest}"),
        (Lang::En, Relation::Known(_), (verb, rest)) => format!("does {not} {} {rest}", base_form(verb)).trim_end().to_owned(),
        _ => format!("{not} {label}"),
    }
}

/// An English verb as it stands after "does not".
fn base_form(verb: &str) -> &str {
    match verb {
        "has" => "have",
        _ if verb.ends_with("sses") => verb.strip_suffix("es").unwrap_or(verb),
        _ => verb.strip_suffix('s').unwrap_or(verb),
    }
}

/// The words of a name like `vetoesInPublic`.
fn spaced(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() {
            out.push(' ');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

/// A quote as the text fragment of a link: what a browser that opens the page looks for.
fn fragment(quote: &str) -> String {
    let mut out = String::new();
    for c in quote.chars().take(300) {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else {
            c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| out.push_str(&format!("%{byte:02X}")));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocab::KnownRelation;

    #[test]
    fn denials_read_as_people_speak() {
        let said = |known: KnownRelation, lang| relation(&known.into(), true, lang);
        for (known, wanted) in [
            (KnownRelation::Pressures, "does NOT pressure"),
            (KnownRelation::Dismisses, "does NOT dismiss"),
            (KnownRelation::MemberOf, "is NOT member of"),
            (KnownRelation::HasQuantity, "does NOT have"),
        ] {
            assert_eq!(said(known, Lang::En), wanted);
        }
        assert_eq!(said(KnownRelation::Pressures, Lang::Uk), "НЕ тисне на");
        let minted = Relation::minted("vetoesInPublic", KnownRelation::Rejects).unwrap();
        assert_eq!(relation(&minted, false, Lang::Uk), "vetoes in public");
        assert_eq!(fragment("а b"), "%D0%B0%20b");
    }
}
