//! How does one get documents of any size, always the same? Articles of 25 claims about a shared set of countries and bodies.

use newsgraph::{
    ArticleInfo, Claim, Document, Entity, EntityType, KnownRelation, Literal, Mention, Modality, Polarity, Span, Target, Words,
};

/// Claims of one article.
pub const CLAIMS: usize = 25;

/// Numbers that look drawn and are the same on every run (the multiplier is Knuth's MMIX).
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }
}

/// Documents with `claims` claims in all, rounded up to whole articles.
pub fn documents(claims: usize) -> impl Iterator<Item = Document> {
    let articles = claims.div_ceil(CLAIMS);
    let pool = (articles * 2).clamp(20, 5000);
    (0..articles).map(move |number| document(number, pool))
}

fn document(number: usize, pool: usize) -> Document {
    let mut draw = Draw(number as u64);
    let cast: Vec<usize> = (0..10).map(|_| draw.below(pool)).collect();
    let mut text = format!("Повідомлення номер {number}.\n\n");
    let mut claims = Vec::with_capacity(CLAIMS);
    let mut mentions: Vec<Vec<Mention>> = vec![Vec::new(); cast.len()];
    for place in 0..CLAIMS {
        let (subject, object, source) = (draw.below(cast.len()), draw.below(cast.len()), draw.below(cast.len()));
        let begin = length(&text);
        let quote = format!("{} тисне на {}, щоб там скоротили місію номер {place}", name(cast[subject]), name(cast[object]));
        text.push_str(&quote);
        let end = length(&text);
        text.push_str(&format!(", повідомили в {}.\n", name(cast[source])));
        let words = name(cast[subject]);
        mentions[subject].push(Mention { span: Span::new(begin, begin + length(&words)), words: Some(words.clone()) });
        let value = Target::Literal(Literal { text: format!("близько {} військових", draw.below(9000)), datatype: None });
        claims.push(Claim {
            id: format!("c{}", place + 1),
            quote,
            span: Some(Span::new(begin, end)),
            subject: Target::Entity(key(cast[subject])),
            relation: vec![KnownRelation::ALL[draw.below(KnownRelation::ALL.len())].into()],
            object: if place % 6 == 5 { value } else { Target::Entity(key(cast[object])) },
            content: (place % 8 == 7).then(|| format!("c{place}")),
            polarity: if place % 9 == 8 { Polarity::Negated } else { Polarity::Affirmed },
            modality: Modality::ALL[draw.below(4)],
            hedged: place % 11 == 10,
            source: (place % 2 == 1).then(|| key(cast[source])),
            via: if place % 4 == 3 { vec!["medium".into()] } else { Vec::new() },
            time: (place % 10 == 9).then(|| "2026-02".parse().ok()).flatten(),
            place: None,
            refutes: if place % 9 == 8 { vec![format!("c{place}")] } else { Vec::new() },
            words: Words { subject: Some(words), predicate: Some("тисне".into()), object: None, source: None },
            confidence: None,
            line: None,
        });
    }
    let mut seen = std::collections::HashSet::new();
    let cast_entities = cast
        .iter()
        .zip(mentions)
        .filter(|(id, _)| seen.insert(**id))
        .map(|(id, mentions)| entity(key(*id), EntityType::Country, name(*id), mentions));
    let medium = entity("medium".into(), EntityType::Medium, "Вісник".into(), Vec::new());
    let article = ArticleInfo {
        published: "2026-02-19".parse().ok(),
        headline: Some(format!("Повідомлення номер {number}")),
        text: Some(text.into()),
        ..ArticleInfo::default()
    };
    Document { article, entities: cast_entities.chain([medium]).collect(), claims }
}

fn entity(key: String, kind: EntityType, name: String, mentions: Vec<Mention>) -> Entity {
    Entity {
        key,
        kind,
        names: vec![name],
        en: None,
        wikidata: None,
        affiliation: None,
        headcount: None,
        salient: true,
        mentions,
        forms: Vec::new(),
    }
}

fn key(id: usize) -> String {
    format!("e{id}")
}

fn name(id: usize) -> String {
    format!("Країна-{id}")
}

fn length(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}
