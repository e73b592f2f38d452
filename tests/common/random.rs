//! How does one draw documents that are alike enough to meet in one graph? Small pools of articles, names, keys and relations.

use super::document;
use newsgraph::{Document, KnowledgeGraph, KnownRelation, prepare};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Sentences of an article.
const SENTENCES: usize = 6;

/// The text of an article of the pool.
pub fn text(article: usize) -> String {
    (0..SENTENCES).map(|number| sentence(article, number) + "\n").collect()
}

/// All sentences are equally long, so that their places are easily told.
fn sentence(article: usize, number: usize) -> String {
    format!("Речення {number} статті {article}: НАТО каже, США – ні.")
}

fn begin(number: usize) -> usize {
    number * (sentence(0, 0).chars().count() + 1)
}

/// A drawn document, which shows itself as short as it can.
#[derive(Clone)]
pub struct Drawn(pub String);

impl std::fmt::Debug for Drawn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl Drawn {
    pub fn document(&self) -> Document {
        document(&self.0)
    }

    pub fn graph(&self) -> KnowledgeGraph {
        KnowledgeGraph::from_document(prepare(self.document(), None).expect("a good document"))
    }
}

type EntityDraw = (usize, usize, usize, Option<usize>, bool, Vec<usize>);
type ClaimDraw = (usize, usize, usize, usize, usize, (usize, usize, bool), (usize, usize, usize, usize), (usize, usize));

/// An entity by its draw: the type, the name, the English name, the Wikidata id, whether it is salient, where it is named.
fn entity(index: usize, (kind, name, en, wikidata, salient, mentions): EntityDraw) -> Value {
    let kind = ["Person", "Organization", "Group", "Medium", "AnonymousSource"][kind];
    let names = [vec!["НАТО", "Альянс"], vec!["США"], vec!["союзники"], vec!["двоє дипломатів", "джерела"], vec!["Альянс"]];
    let en = [None, Some("NATO"), Some("two diplomats")][en];
    let anonymous = kind == "AnonymousSource";
    // No two entities of a document have one id.
    let wikidata = wikidata.map(|id| format!("Q{}", [7184, 30][id] + 100_000_000 * index));
    json!({
        "key": format!("e{index}"), "type": kind, "names": names[name], "en": en,
        "wikidata": wikidata.filter(|_| !anonymous),
        "affiliation": anonymous.then_some("e0"), "headcount": anonymous.then_some(2), "salient": salient,
        "mentions": mentions.into_iter().map(|number| [begin(number) + 19, begin(number) + 23]).collect::<Vec<_>>(),
    })
}

/// A claim by its draw; it is made of earlier ones only, so that none contains itself, and may deny any.
fn claim(index: usize, count: usize, at: usize, quote: &str, draw: ClaimDraw) -> Value {
    let (_, subject, relation, object, content, (modality, polarity, hedged), (source, via, time, place), (refutes, extra)) = draw;
    let key = |number: usize| format!("e{}", number % 4);
    let earlier = |number: usize| (index > 0).then(|| format!("c{}", number % index.max(1)));
    let known = |number: usize| KnownRelation::ALL[number % 3].name();
    let object = match object {
        0 => json!({"literal": "96 танків"}),
        1 => json!({"literal": "96", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}),
        2 | 3 => earlier(object + extra).map_or_else(|| json!(key(object)), |id| json!(format!("claim:{id}"))),
        _ => json!(key(object)),
    };
    let relation = match relation {
        0 => json!(["ownWord"]),
        1 => json!(["ownWord", "rejects"]),
        2 => json!([known(extra), "supports"]),
        _ => json!(known(relation)),
    };
    let subject = if subject == 0 { earlier(extra).map_or_else(|| key(0), |id| format!("claim:{id}")) } else { key(subject) };
    let refuted = format!("c{}", refutes % count);
    let (polarity, modality) = (["affirmed", "negated"][polarity], ["actual", "demanded", "intended", "hypothetical"][modality]);
    let time = [None, Some("2026"), Some("2026-02"), Some("2026-02-19")][time];
    let confidence = [None, Some(0.5), Some(0.9)][extra];
    json!({
        "id": format!("c{index}"), "quote": quote, "begin": at, "end": at + quote.chars().count(),
        "subject": subject, "relation": relation, "object": object,
        "content": earlier(content).filter(|_| content < 3),
        "polarity": polarity, "modality": modality, "hedged": hedged,
        "source": (source < 5).then(|| key(source)), "via": if via < 3 { vec![key(via), key(via + 1)] } else { vec![] },
        "time": time, "place": (place < 2).then(|| key(place)),
        "refutes": if refutes < 4 && refuted != format!("c{index}") { vec![refuted] } else { vec![] },
        "words": {"subject": (extra == 1).then_some("НАТО"), "predicate": (extra > 1).then_some("каже")},
        "confidence": confidence,
    })
}

/// What is said of an article in one document of it.
#[derive(Debug, Clone)]
struct Draft {
    article: usize,
    entities: Vec<EntityDraw>,
    claims: Vec<ClaimDraw>,
    publisher: usize,
    /// Whether it has other words where it is free to choose.
    other: bool,
}

impl Draft {
    /// The document; without the text its quotes cannot be checked, so that documents may differ in them.
    fn document(self, textless: bool) -> Drawn {
        let Self { article, entities, claims, publisher, other } = self;
        let count = claims.len();
        let of = |place: usize| if other && textless { sentence(9, place) } else { sentence(article, place) };
        let claims: Vec<Value> =
            claims.into_iter().enumerate().map(|(i, draw)| claim(i, count, begin(draw.0), &of(draw.0), draw)).collect();
        let entities: Vec<Value> = entities.into_iter().enumerate().map(|(i, draw)| entity(i, draw)).collect();
        let publisher = (publisher < 4).then(|| format!("e{publisher}"));
        let text = (!textless).then(|| text(article));
        let headline = (!textless).then_some(if other { "Заголовок" } else { "Інший" });
        let based_on = if other { vec!["e1", "Нове медіа"] } else { vec![] };
        let article = json!({"headline": headline, "publisher": publisher, "basedOn": based_on});
        let id = format!("a{}", self.article);
        Drawn(json!({"id": id, "article": article, "text": text, "entities": entities, "claims": claims}).to_string())
    }
}

prop_compose! {
    fn draft(articles: std::ops::Range<usize>)(
        article in articles,
        entities in prop::collection::vec(
            (0..5_usize, 0..5_usize, 0..3_usize, prop::option::of(0..2_usize), any::<bool>(), prop::collection::vec(0..SENTENCES, 0..3)),
            4,
        ),
        claims in prop::collection::vec(
            (
                0..SENTENCES,
                0..4_usize,
                0..6_usize,
                0..6_usize,
                0..5_usize,
                (0..4_usize, 0..2_usize, any::<bool>()),
                (0..9_usize, 0..5_usize, 0..4_usize, 0..4_usize),
                (0..6_usize, 0..3_usize),
            ),
            0..7,
        ),
        publisher in 0..6_usize,
        other in any::<bool>(),
    ) -> Draft {
        Draft { article, entities, claims, publisher, other }
    }
}

/// A document of one of `articles`.
pub fn document_of(articles: std::ops::Range<usize>) -> impl Strategy<Value = Drawn> {
    draft(articles).prop_map(|draft| draft.document(false))
}

prop_compose! {
    /// A document and one that differs from it in a few places, so that many of their claims are the same.
    pub fn alike(textless: bool)(
        draft in draft(0..1),
        places in prop::collection::vec((0..7_usize, 0..4_usize, 0..3_usize), 0..4),
        entity in prop::option::of((0..4_usize, 0..5_usize, 0..3_usize)),
        publisher in 0..6_usize,
        other in any::<bool>(),
    ) -> (Drawn, Drawn) {
        let mut second = Draft { publisher, other, ..draft.clone() };
        for (place, change, to) in places {
            let Some(claim) = second.claims.get_mut(place) else { continue };
            match change {
                0 => claim.2 = to,
                1 => claim.7.0 = to,
                2 => claim.7.1 = to,
                _ => drop(second.claims.remove(place)),
            }
        }
        if let Some((place, name, en)) = entity {
            (second.entities[place].1, second.entities[place].2) = (name, en);
        }
        (draft.document(textless), second.document(textless))
    }
}
