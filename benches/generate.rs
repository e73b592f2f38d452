//! How does one get documents of any size, always the same, that are like news? Articles of 25 claims in stories of eight articles.
//!
//! The shares of denials, speakers, times and so on are near those of `corpus/uk`: a claim in eleven is negated, two in five have a speaker,
//! one speaker in ten is anonymous, one claim in ten has a time, one object in seven is a number, one in ten another claim. Entities are
//! drawn so that the most popular one has about a hundredth of all ends of claims, as there. Articles of one story draw from the same
//! facts, with the same or the opposite polarity, so that they repeat and contradict each other.

use newsgraph::{
    ArticleInfo, Claim, Document, Entity, EntityType, KnownRelation, Literal, Mention, Modality, Polarity, Span, Target, Time, Words,
};

/// Claims of one article.
pub const CLAIMS: usize = 25;

/// Articles of one story, entities in it, facts that they draw from.
const STORY: usize = 8;
const CAST: usize = 10;
const FACTS: usize = 150;

/// Publishers and media on the way.
const MEDIA: usize = 12;

/// Numbers that look drawn and are the same on every run (the multiplier is Knuth's MMIX).
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }

    /// Small numbers oftener than great ones: the square of an even draw.
    fn skewed(&mut self, limit: usize) -> usize {
        let side = self.below(1 << 20);
        (((side * side) >> 20) * limit) >> 20
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }
}

/// Documents with `claims` claims in all, rounded up to whole articles.
pub fn documents(claims: usize) -> impl Iterator<Item = Document> {
    let articles = claims.div_ceil(CLAIMS);
    let pool = (articles * 2).max(20);
    (0..articles).map(move |number| document(number, pool))
}

/// The headline of an article, by its number.
pub fn headline(number: usize) -> String {
    format!("Повідомлення номер {number}")
}

/// What may be said in a story: places in its cast, and a relation.
struct Fact {
    subject: usize,
    relation: KnownRelation,
    object: usize,
}

fn story(number: usize, pool: usize) -> (Vec<usize>, Vec<Fact>) {
    let mut draw = Draw(number as u64 ^ 0x5707);
    let mut cast: Vec<usize> = (0..CAST).map(|_| draw.skewed(pool)).collect();
    cast.sort_unstable();
    cast.dedup();
    let relations = KnownRelation::ALL.len();
    let fact = |_| {
        let subject = draw.below(cast.len());
        let object = (subject + 1 + draw.below(cast.len().max(2) - 1)) % cast.len();
        Fact { subject, relation: KnownRelation::ALL[draw.below(relations)], object }
    };
    let facts = (0..FACTS).map(fact).collect();
    (cast, facts)
}

fn document(number: usize, pool: usize) -> Document {
    let (cast, facts) = story(number / STORY, pool);
    let mut draw = Draw(number as u64);
    let mut text = format!("{}.\n\n", headline(number));
    let mut claims = Vec::with_capacity(CLAIMS);
    let mut mentions: Vec<Vec<Mention>> = vec![Vec::new(); cast.len()];
    for place in 0..CLAIMS {
        let fact = &facts[draw.below(facts.len())];
        let (subject, object, speaker) = (fact.subject, fact.object, draw.below(cast.len()));
        let begin = length(&text);
        let quote = format!("{} тисне на {}, щоб там скоротили місію номер {place}", name(cast[subject]), name(cast[object]));
        text.push_str(&quote);
        let end = length(&text);
        text.push_str(&format!(", повідомили в {}.\n", name(cast[speaker])));
        let words = name(cast[subject]);
        mentions[subject].push(Mention { span: Span::new(begin, begin + length(&words)), words: Some(words.clone()) });
        let object = match draw.below(21) {
            0..3 => Target::Literal(Literal { text: format!("близько {} військових", draw.below(9000)), datatype: None }),
            3..5 if place > 0 => Target::Claim(format!("c{place}")),
            _ => Target::Entity(key(cast[object])),
        };
        let negated = draw.one_in(11);
        let source = match draw.below(25) {
            0 => Some("anonymous".into()),
            1..10 => Some(key(cast[speaker])),
            _ => None,
        };
        claims.push(Claim {
            id: format!("c{}", place + 1),
            quote,
            span: Some(Span::new(begin, end)),
            subject: Target::Entity(key(cast[subject])),
            relation: vec![fact.relation.into()],
            object,
            content: (place > 0 && draw.one_in(20)).then(|| format!("c{place}")),
            polarity: if negated { Polarity::Negated } else { Polarity::Affirmed },
            modality: if draw.one_in(4) { Modality::ALL[draw.below(4)] } else { Modality::Actual },
            hedged: draw.one_in(37),
            source,
            via: if draw.one_in(12) { vec![medium(draw.skewed(MEDIA))] } else { Vec::new() },
            time: draw.one_in(10).then(|| day(number + draw.below(30))).flatten(),
            place: draw.one_in(18).then(|| key(cast[draw.below(cast.len())])),
            refutes: if negated && place > 0 && draw.one_in(2) { vec![format!("c{place}")] } else { Vec::new() },
            words: Words { subject: Some(words), predicate: Some("тисне".into()), object: None, source: None },
            confidence: None,
            line: None,
        });
    }
    let cast_entities = cast.iter().zip(mentions).map(|(id, mentions)| entity(key(*id), EntityType::Country, name(*id), mentions));
    let media = (0..MEDIA).map(|id| entity(medium(id), EntityType::Medium, format!("Вісник-{id}"), Vec::new()));
    let mut anonymous = entity("anonymous".into(), EntityType::AnonymousSource, "двоє дипломатів".into(), Vec::new());
    (anonymous.affiliation, anonymous.headcount) = (Some(key(cast[0])), Some(2));
    let publisher = medium(draw.skewed(MEDIA));
    let used =
        |key: &str| key == publisher || claims.iter().any(|c| c.source.as_deref() == Some(key) || c.via.iter().any(|via| via == key));
    let others: Vec<Entity> = media.chain([anonymous]).filter(|entity| used(&entity.key)).collect();
    let article = ArticleInfo {
        published: day(number),
        headline: Some(headline(number)),
        publisher: Some(publisher),
        text: Some(text.into()),
        ..ArticleInfo::default()
    };
    Document { article, entities: cast_entities.chain(others).collect(), claims }
}

/// A day of ten years, from 2016 on, of months of 28 days.
fn day(number: usize) -> Option<Time> {
    let (year, month, day) = (2016 + number / 336 % 10, number / 28 % 12 + 1, number % 28 + 1);
    format!("{year}-{month:02}-{day:02}").parse().ok()
}

fn entity(key: String, kind: EntityType, name: String, mentions: Vec<Mention>) -> Entity {
    let en = newsgraph::romanise(&name);
    Entity {
        key,
        kind,
        names: vec![name],
        en: Some(en),
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

fn medium(id: usize) -> String {
    format!("m{id}")
}

fn name(id: usize) -> String {
    format!("Країна-{id}")
}

fn length(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}
