//! In which words does a picture tell a claim?

use super::cases;
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
        Look::of(claim, !self.unasserted.contains(&claim.id()), who(claim))
    }

    /// The relation as it stands beside its subject, with the word that denies it.
    pub fn relation(&self, claim: ClaimView<'_>) -> String {
        let plural = self.lang == Lang::Uk
            && match (claim.relation(), claim.subject()) {
                (Relation::Known(_), EndView::Entity(subject)) => cases::is_plural(&self.name(subject), self.graph.entity(subject).kind()),
                _ => false,
            };
        relation(claim.relation(), claim.polarity() == Polarity::Negated, plural, self.lang)
    }

    /// What is special about a claim but for its denial, in words.
    pub fn marks(&self, look: Look) -> Vec<String> {
        let nobody = (look.voice == Voice::Nobody).then(|| words("line-nobody", self.lang));
        let real = Some(look.line().mark(self.lang)).filter(|mark| !mark.is_empty());
        let doubted = look.hedged.then(|| words("doubted", self.lang));
        [nobody, real, doubted].into_iter().flatten().map(str::to_owned).collect()
    }

    /// The speaker; `None` for the article's own voice. `true`: the speaker has no name.
    pub fn speaker(&self, claim: ClaimView<'_>) -> Option<(String, bool)> {
        let who = who(claim)?;
        let anonymous = self.graph.entity(who).kind() == Some(EntityType::AnonymousSource);
        Some((self.name(who), anonymous))
    }

    /// The media between the speaker and the article.
    pub fn media(&self, claim: ClaimView<'_>) -> Vec<String> {
        claim.via().iter().filter(|medium| Some(**medium) != who(claim)).map(|medium| self.name(*medium)).collect()
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

    /// Subject, relation, object: a sentence.
    pub fn parts(&self, claim: ClaimView<'_>, depth: usize) -> [String; 3] {
        let mut parts = [self.end(claim.subject(), depth), self.relation(claim), self.end(claim.object(), depth)];
        let kind = match claim.object() {
            EndView::Entity(object) => self.graph.entity(object).kind(),
            EndView::Literal(_) => None,
            EndView::Claim(_) => return parts,
        };
        if let (Lang::Uk, Relation::Known(relation)) = (self.lang, claim.relation()) {
            match cases::in_case(&parts[2], cases::governed(*relation, kind), kind) {
                Some(object) => parts[2] = object,
                None => parts[1].push(':'),
            }
        }
        parts
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
        // That nobody says it stands in front already.
        told.extend(self.marks(Look { voice: Voice::Own, ..look }));
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
            href: url.map_or_else(|| evidence.clone(), |url| with_fragment(url, claim.quote())),
            evidence,
            quote,
            speaker: who(claim).map(|who| self.graph.entity(who).slug().to_owned()).unwrap_or_default(),
            via: claim.via().iter().map(|medium| self.graph.entity(*medium).slug().to_owned()).collect(),
            relation: claim.relation().name().to_owned(),
            look: self.look(claim),
        }
    }
}

/// Claims with their words, as they are shown beside the pointer.
pub fn told_in_full(told: &[Told], lang: Lang) -> String {
    let lines: Vec<String> = told.iter().map(|told| format!("{}\n{}", told.sentence, quoted(&told.quote, lang))).collect();
    lines.join("\n\n")
}

/// A quotation in the marks of a language.
pub fn quoted(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Uk => format!("«{text}»"),
        Lang::En => format!("“{text}”"),
    }
}

/// A relation in words, denied or not.
fn relation(relation: &Relation, denied: bool, plural: bool, lang: Lang) -> String {
    let label = match relation {
        Relation::Known(_) if plural => cases::in_plural(&clean(relation.label(lang))),
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

/// Who says a claim, if not the article itself: what the article has from a medium, without another speaker, the medium says.
pub fn who(claim: ClaimView<'_>) -> Option<EntityRef> {
    claim.source().or_else(|| claim.via().first().copied())
}

/// Letters of a quote that a link holds whole, and words at both ends of a longer one.
const WHOLE: usize = 200;
const WORDS: usize = 5;

/// A link to the words of a quote in a page (text fragment of the WICG): the whole quote, or where it is long or runs over several
/// lines its first and last words.
fn with_fragment(url: &str, quote: &str) -> String {
    let all: Vec<&str> = quote.split_whitespace().collect();
    let text = if all.len() <= 2 * WORDS || quote.chars().count() <= WHOLE && !quote.contains('\n') {
        percent(&all.join(" "))
    } else {
        format!("{},{}", percent(&all[..WORDS].join(" ")), percent(&all[all.len() - WORDS..].join(" ")))
    };
    let hash = if url.contains('#') { "" } else { "#" };
    format!("{url}{hash}:~:text={text}")
}

fn percent(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
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
        let said = |known: KnownRelation, lang| relation(&known.into(), true, false, lang);
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
        assert_eq!(relation(&minted, false, false, Lang::Uk), "vetoes in public");
    }

    #[test]
    fn a_link_finds_the_words() {
        assert_eq!(with_fragment("http://e.org/x", "а b"), "http://e.org/x#:~:text=%D0%B0%20b");
        let long = "w".to_owned() + &" word".repeat(60);
        assert_eq!(with_fragment("http://e.org/x#y", &long), format!("http://e.org/x#y:~:text=w{0},word{0}", "%20word".repeat(4)));
    }
}
