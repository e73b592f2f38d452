//! What does a page know of each claim, in words and in keys?

use crate::graph::{ClaimView, EndView, EntityRef};
use crate::id::{ArticleId, ClaimId};
use crate::picture::style::Voice;
use crate::picture::text::clean;
use crate::picture::wording::{Teller, who};
use crate::picture::words::{date, words};
use crate::span::Span;
use crate::vocab::Polarity;
use foldhash::HashMap;
use serde::Serialize;

/// A claim as the page's script reads it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Told {
    pub id: String,
    /// Its place among the claims of the page, from 1.
    pub number: usize,
    /// The place of its article.
    pub article: usize,
    pub who: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub anonymous: bool,
    /// The speaker's slug; empty for the article's own voice, `-` for nobody's.
    pub speaker: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<String>,
    /// Slugs of the media on the way.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub media: Vec<String>,
    /// Subject, relation, object in words.
    pub parts: [String; 3],
    pub relation: String,
    pub polarity: &'static str,
    pub modality: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub hedged: bool,
    /// The name of the colour of its line.
    pub colour: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub time: String,
    /// For sorting.
    #[serde(skip)]
    pub day: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub place: String,
    pub quote: String,
    #[serde(skip)]
    pub span: Span,
    /// Slugs of the entities at its ends and elsewhere in it.
    pub entities: Vec<String>,
    /// How it hangs together with other claims.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<(&'static str, String)>,
}

impl Told {
    /// What is special about it, in words.
    pub fn how(&self, lang: crate::vocab::Lang) -> Vec<&'static str> {
        let denied = (self.polarity == "negated").then(|| polarity(self.polarity));
        let unreal = (self.modality != "actual").then(|| modality(self.modality));
        let hedged = self.hedged.then_some("page-hedged");
        [denied, unreal, hedged].into_iter().flatten().map(|key| words(key, lang)).collect()
    }
}

/// The claims in words, in the order given.
pub fn told(teller: &Teller<'_>, claims: &[ClaimView<'_>], articles: &[ArticleId]) -> Vec<Told> {
    let related = related(claims);
    let slug = |entity: EntityRef| teller.graph.entity(entity).slug().to_owned();
    let tell = |(at, claim): (usize, &ClaimView<'_>)| {
        let look = teller.look(*claim);
        let speaker = teller.speaker(*claim);
        let name = match (look.voice, &speaker) {
            (Voice::Nobody, None) => words("nobody", teller.lang).to_owned(),
            (_, Some((name, _))) => name.clone(),
            _ => words("article", teller.lang).to_owned(),
        };
        let mut entities: Vec<String> = claim
            .ends()
            .filter_map(EndView::entity)
            .chain(claim.source())
            .chain(claim.place())
            .chain(claim.via().iter().copied())
            .map(slug)
            .collect();
        entities.sort_unstable();
        entities.dedup();
        Told {
            id: claim.id().to_string(),
            number: at + 1,
            article: articles.binary_search(&claim.article()).unwrap_or_default(),
            who: name,
            anonymous: speaker.is_some_and(|(_, anonymous)| anonymous),
            speaker: who(*claim).map_or_else(|| if look.voice == Voice::Nobody { "-".into() } else { String::new() }, slug),
            via: teller.media(*claim),
            media: claim.via().iter().map(|medium| slug(*medium)).collect(),
            parts: teller.parts(*claim, 0),
            relation: claim.relation().name().to_owned(),
            polarity: if claim.polarity() == Polarity::Negated { "negated" } else { "affirmed" },
            modality: claim.modality().term().local,
            hedged: claim.hedged(),
            colour: look.colour(),
            time: claim.time().map(|time| date(time, teller.lang)).unwrap_or_default(),
            day: claim.time().map(|time| time.to_string()).unwrap_or_default(),
            place: claim.place().map(|place| teller.name(place)).unwrap_or_default(),
            quote: clean(claim.quote()),
            span: claim.span(),
            entities,
            related: related.get(&claim.id()).cloned().unwrap_or_default(),
        }
    };
    claims.iter().enumerate().map(tell).collect()
}

/// What each claim is to others, seen from both of them.
fn related(claims: &[ClaimView<'_>]) -> HashMap<ClaimId, Vec<(&'static str, String)>> {
    let here: foldhash::HashSet<ClaimId> = claims.iter().map(|claim| claim.id()).collect();
    let mut found: HashMap<ClaimId, Vec<(&'static str, String)>> = HashMap::default();
    for claim in claims {
        let ends = claim.ends().filter_map(EndView::claim);
        let content = claim.content().map(|id| (id, ["content", "content-of"]));
        let refutes = claim.refutes().iter().map(|id| (*id, ["refutes", "refuted-by"]));
        let mut seen = Vec::new();
        for (id, [there, back]) in content.into_iter().chain(refutes).chain(ends.map(|id| (id, ["about", "subject-of"]))) {
            if here.contains(&id) && id != claim.id() && !seen.contains(&id) {
                seen.push(id);
                found.entry(claim.id()).or_default().push((there, id.to_string()));
                found.entry(id).or_default().push((back, claim.id().to_string()));
            }
        }
    }
    found
}

/// The key of the words for a polarity.
pub fn polarity(polarity: &str) -> &'static str {
    if polarity == "negated" { "page-negated" } else { "page-affirmed" }
}

/// The key of the words for a modality.
pub fn modality(modality: &str) -> &'static str {
    match modality {
        "intended" => "page-intended",
        "demanded" => "page-demanded",
        "hypothetical" => "page-hypothetical",
        _ => "page-actual",
    }
}
