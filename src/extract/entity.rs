//! Which things does an article name, by which words, and what are they called?

use super::apposition::describes;
use super::describe::descriptions;
use super::english::english;
use super::group::Groups;
use super::link::link;
use super::mention::Mention;
use super::names::same_name;
use super::nested::nested;
use super::own::own;
use super::spot::mentions;
use crate::document::{self, Entity};
use crate::gazetteer::{self, Known, key};
use crate::language::{AnalysedSentence, Deprel, Dictionary, Feature, WordAt, number, slugify};
use crate::vocab::EntityType;
use std::collections::{BTreeMap, BTreeSet};

/// The sentences at the beginning of a text that a summary repeats.
const LEAD: usize = 2;

/// What was found in an article: its entities, and what each mention names.
#[derive(Debug, Default)]
pub struct Found {
    /// The entities, in the order of the text.
    pub entities: Vec<Entity>,
    /// All mentions, in the order of the text; those within others behind them.
    pub mentions: Vec<Mention>,
    /// The number of the entity that each mention names; nothing for numbers and offices.
    pub entity_of: Vec<Option<usize>>,
    /// The number of the entity that bears a name.
    by_name: BTreeMap<String, usize>,
    /// The number of the entity that has a Wikidata id.
    by_id: BTreeMap<&'static str, usize>,
    keys: BTreeSet<String>,
}

impl Found {
    /// Adds a mention: of an entity that bears its name, or of a new one. Returns its place.
    pub fn add(&mut self, sentences: &[AnalysedSentence<'_>], mention: Mention) -> usize {
        let place = self.mentions.len();
        self.mentions.push(mention);
        let mention = &self.mentions[place];
        let entity = mention.entity().map(|_| {
            let name = key(mention.name());
            let known = link(std::slice::from_ref(mention)).pop().flatten();
            let linked = known.and_then(|known| self.by_id.get(known.id).copied());
            if let Some(before) = linked.or_else(|| self.by_name.get(&name).copied()) {
                self.entities[before].mentions.push(document::Mention { span: mention.span, words: None });
                return before;
            }
            let made = entity(&[place], &self.mentions, sentences, known, &mut self.keys);
            self.by_name.insert(name, self.entities.len());
            self.by_id.extend(known.map(|known| (known.id, self.entities.len())));
            self.entities.push(made);
            self.entities.len() - 1
        });
        self.entity_of.push(entity);
        place
    }
}

/// Finds the entities of an article in its sentences; `wanted` are words that name something, whether or not they look so.
#[must_use]
pub fn found(dictionary: &Dictionary<'_>, sentences: &[AnalysedSentence<'_>], wanted: &[WordAt]) -> Found {
    let mut all = mentions(dictionary, sentences);
    all.extend(nested(dictionary, sentences, &all));
    all.extend(others(dictionary, sentences, &all, wanted));
    all.sort_by_key(|mention| (mention.span.begin, std::cmp::Reverse(mention.span.end)));
    let mut groups = Groups::of(&all);
    descriptions(&mut groups, &all, sentences);
    // The mentions of each group, the groups in the order of their first mention.
    let mut members: Vec<Vec<usize>> = Vec::new();
    let mut number: BTreeMap<usize, usize> = BTreeMap::new();
    let mut entity_of = vec![None; all.len()];
    for place in (0..all.len()).filter(|place| all[*place].entity().is_some()) {
        let group = *number.entry(groups.find(place)).or_insert(members.len());
        if group == members.len() {
            members.push(Vec::new());
        }
        members[group].push(place);
        entity_of[place] = Some(group);
    }
    let (mut keys, mut by_id) = (BTreeSet::new(), BTreeMap::new());
    let mut entities: Vec<Entity> = Vec::new();
    for of in &members {
        let known = of.first().and_then(|first| groups.meaning(*first));
        by_id.extend(known.map(|known| (known.id, entities.len())));
        entities.push(entity(of, &all, sentences, known, &mut keys));
    }
    anonymous(&mut entities, &all, &entity_of, sentences);
    let mut by_name = BTreeMap::new();
    for (place, entity) in entities.iter().enumerate() {
        for name in &entity.names {
            by_name.entry(key(name)).or_insert(place);
        }
    }
    Found { entities, mentions: all, entity_of, by_name, by_id, keys }
}

/// Mentions by words that are in none, and that no name beside them means.
fn others(dictionary: &Dictionary<'_>, sentences: &[AnalysedSentence<'_>], all: &[Mention], wanted: &[WordAt]) -> Vec<Mention> {
    let mut taken: BTreeMap<WordAt, usize> = BTreeMap::new();
    for (place, mention) in all.iter().enumerate() {
        taken.extend(mention.words.clone().map(|word| (WordAt { sentence: mention.sentence, word }, place)));
    }
    let free = |at: &&WordAt| {
        let Some(word) = sentences.get(at.sentence).and_then(|sentence| sentence.words.get(at.word)) else { return false };
        let sentence = &sentences[at.sentence];
        let beside = sentence.children(at.word).chain(word.head).filter_map(|word| taken.get(&WordAt { word, ..**at }));
        !taken.contains_key(*at) && !beside.into_iter().any(|place| describes(sentence, at.word, &all[*place]))
    };
    let wanted: BTreeSet<WordAt> = wanted.iter().copied().collect();
    wanted.iter().filter(free).filter_map(|at| own(dictionary, sentences, *at)).collect()
}

/// Tells of anonymous speakers how many they are and to which body they belong, as far as their words say it: "чотири дипломати НАТО".
fn anonymous(entities: &mut [Entity], all: &[Mention], entity_of: &[Option<usize>], sentences: &[AnalysedSentence<'_>]) {
    let belongs = |kind: EntityType| matches!(kind, EntityType::Organization | EntityType::Country | EntityType::Medium);
    for (place, mention) in all.iter().enumerate().filter(|(_, mention)| mention.entity() == Some(EntityType::AnonymousSource)) {
        let Some(speaker) = entity_of[place].filter(|speaker| entities[*speaker].kind == EntityType::AnonymousSource) else { continue };
        let words = &sentences[mention.sentence].words;
        let counts = |child: &usize| mention.words.contains(child) && words[*child].relation == Deprel::Nummod;
        let numeral = sentences[mention.sentence].children(mention.head).find(counts).map(|child| &words[child]);
        let headcount = numeral.and_then(|word| word.token.text.parse().ok().or_else(|| number(&word.lemma)));
        // Mentions stand in the order of the text, those within another one behind it.
        let within = all[place + 1..].iter().zip(&entity_of[place + 1..]).take_while(|(inner, _)| inner.span.begin < mention.span.end);
        let body = within.filter_map(|(_, entity)| *entity).find(|entity| belongs(entities[*entity].kind));
        let affiliation = body.map(|body| entities[body].key.clone());
        let speaker = &mut entities[speaker];
        speaker.headcount = speaker.headcount.or(headcount);
        speaker.affiliation = speaker.affiliation.take().or(affiliation);
    }
}

fn entity(of: &[usize], all: &[Mention], sentences: &[AnalysedSentence<'_>], known: Option<Known>, keys: &mut BTreeSet<String>) -> Entity {
    let kind = kind(of, all, known);
    let names = names(of, all, sentences, kind, known);
    let usual = names.first().map_or("", String::as_str);
    let bearer = of.iter().map(|place| &all[*place]).find(|mention| key(mention.name()) == key(usual)).unwrap_or(&all[of[0]]);
    let en = english(usual, kind, bearer, sentences, known);
    let slug = en.as_deref().map_or_else(|| slugify(usual, "uk"), |en| slugify(en, "en"));
    let mut key = slug.clone();
    let mut number = 1;
    while !keys.insert(key.clone()) {
        number += 1;
        key = format!("{slug}-{number}");
    }
    Entity {
        key,
        kind,
        en,
        wikidata: known.map(|known| known.id.to_owned()),
        affiliation: None,
        headcount: None,
        salient: of.len() >= 3 || of.iter().any(|place| all[*place].named && all[*place].sentence < LEAD),
        mentions: of.iter().map(|place| document::Mention { span: all[*place].span, words: None }).collect(),
        forms: Vec::new(),
        names,
    }
}

/// What most of the mentions are taken for, names before descriptions; what the gazetteer says comes first.
fn kind(of: &[usize], all: &[Mention], known: Option<Known>) -> EntityType {
    if let Some(known) = known {
        return known.kind;
    }
    let mut votes: BTreeMap<EntityType, f32> = BTreeMap::new();
    for mention in of.iter().map(|place| &all[*place]) {
        if let Some(kind) = mention.entity() {
            *votes.entry(kind).or_default() += mention.probability * if mention.named { 2.0 } else { 1.0 };
        }
    }
    votes.into_iter().max_by(|one, other| one.1.total_cmp(&other.1)).map_or(EntityType::Concept, |(kind, _)| kind)
}

/// The citation forms of an entity, the usual one first: of a person the fullest one, else the most frequent. A name that stands in the
/// nominative somewhere is surer than one that was made. Descriptions are names only of what has no other.
fn names(of: &[usize], all: &[Mention], sentences: &[AnalysedSentence<'_>], kind: EntityType, known: Option<Known>) -> Vec<String> {
    let named = of.iter().any(|place| all[*place].named);
    let mut found: Vec<(String, f32)> = Vec::new();
    for mention in of.iter().map(|place| &all[*place]).filter(|mention| mention.named == named) {
        let head = &sentences[mention.sentence].words[mention.head];
        let sure = head.features.get(Feature::Case) == Some("Nom");
        let weight = if sure { 1.5 } else { 1.0 };
        let name = mention.name();
        let wanted = key(name);
        match found.iter_mut().find(|(other, _)| same_name(&key(other), &wanted)) {
            Some((other, count)) => {
                if sure && *count < 1.5 {
                    name.clone_into(other);
                }
                *count += weight;
            }
            None => found.push((name.to_owned(), weight)),
        }
    }
    let length = |name: &str| if kind == EntityType::Person { name.split(' ').count() } else { 0 };
    found.sort_by(|one, other| (length(&other.0), other.1).partial_cmp(&(length(&one.0), one.1)).unwrap_or(std::cmp::Ordering::Equal));
    let mut names: Vec<String> = known.and_then(|known| known.ukrainian).map(str::to_owned).into_iter().collect();
    names.extend(found.into_iter().map(|(name, _)| name));
    // What a gazetteer has is a citation form; of others in that group, those that it has too.
    let is_known = |name: &String| known.is_none_or(|known| gazetteer::named(name).contains(&known));
    let mut seen = BTreeSet::new();
    names.retain(|name| is_known(name) && seen.insert(key(name)));
    if names.is_empty() { known.map(|known| known.english.to_owned()).into_iter().collect() } else { names }
}
