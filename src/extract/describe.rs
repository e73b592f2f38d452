//! Whom does a description mean ("міністр", "відомство", "країна")? The nearest thing before it that is described so, or that is of its type;
//! in doubt something of its own.

use super::group::Groups;
use super::mention::Mention;
use super::names::same_word;
use crate::language::{AnalysedSentence, Deprel, Feature, MentionKind, stands_for};
use crate::vocab::EntityType;
use std::collections::{BTreeMap, BTreeSet};

/// So many sentences back at most a description reaches.
const REACH: usize = 3;
/// And so many names.
const FAR: usize = 100;

/// Joins descriptions with what they mean.
pub fn descriptions(groups: &mut Groups, mentions: &[Mention], sentences: &[AnalysedSentence<'_>]) {
    let described = offices(mentions, sentences);
    // By the lemma of an office or of a class, the mentions that it was said of, in the order of the text.
    let mut bearers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut named: Vec<usize> = Vec::new();
    for (place, mention) in mentions.iter().enumerate() {
        let Some(kind) = mention.entity() else { continue };
        let lemma = sentences[mention.sentence].words[mention.head].lemma.as_str();
        if mention.named {
            for office in described.get(&place).into_iter().flatten() {
                bearers.entry(office).or_default().push(place);
            }
            if kind != EntityType::Person {
                bearers.entry(lemma).or_default().push(place);
            }
            named.push(place);
        } else if mention.words.len() == 1 {
            let near = |other: &&usize| mentions[**other].sentence + REACH >= mention.sentence;
            let same = bearers.get(lemma).and_then(|all| all.iter().rev().take_while(near).next()).copied();
            let person = || by_gender(mention, mentions, sentences, &named);
            if let Some(meant) = same.or_else(|| by_type(lemma, mention, mentions, &named)).or_else(person) {
                groups.join(meant, place);
            }
        }
    }
}

/// The nearest name before a description whose type and words fit it.
fn by_type(lemma: &str, mention: &Mention, mentions: &[Mention], named: &[usize]) -> Option<usize> {
    let (kind, words) = stands_for(lemma)?;
    let fits = |other: &&usize| {
        let other = &mentions[**other];
        let names = other.names.iter().map(String::as_str).chain(other.known.iter().filter_map(|known| known.ukrainian));
        let mut parts = names.flat_map(|name| name.split(' '));
        other.entity() == Some(kind)
            && (words.is_empty() || parts.any(|part| words.iter().any(|word| same_word(word, &part.to_lowercase()))))
    };
    let near = |other: &&usize| mentions[**other].sentence + REACH >= mention.sentence;
    named.iter().rev().take(FAR).take_while(near).find(fits).copied()
}

/// The nearest person before a description of one person, if the gender fits.
fn by_gender(mention: &Mention, mentions: &[Mention], sentences: &[AnalysedSentence<'_>], named: &[usize]) -> Option<usize> {
    let features = |mention: &Mention| sentences[mention.sentence].words[mention.head].features;
    let person = |mention: &Mention| mention.entity() == Some(EntityType::Person) && features(mention).get(Feature::Number) == Some("Sing");
    let near = |other: &usize| mentions[*other].sentence + REACH >= mention.sentence;
    let agrees = |other: &usize| features(mention).agree(features(&mentions[*other]), Feature::Gender);
    let mut before = named.iter().rev().copied().take(FAR).take_while(near);
    person(mention).then(|| before.find(|other| person(&mentions[*other]) && agrees(other))).flatten()
}

/// The offices that stand beside names: "канцлер Новак", "Новак, канцлер Австрії"; as lemmas, by mention.
fn offices<'s>(mentions: &[Mention], sentences: &'s [AnalysedSentence<'_>]) -> BTreeMap<usize, BTreeSet<&'s str>> {
    let mut all: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for (place, mention) in
        mentions.iter().enumerate().filter(|(_, mention)| mention.kind == MentionKind::Entity(EntityType::Person) && mention.named)
    {
        let words = &sentences[mention.sentence].words;
        let mut found = BTreeSet::new();
        let head = &words[mention.head];
        if matches!(head.relation, Deprel::Flat | Deprel::Appos | Deprel::Nmod)
            && let Some(above) = head.head.filter(|above| !mention.words.contains(above))
            && words[above].features.agree(head.features, Feature::Case)
        {
            found.insert(words[above].lemma.as_str());
        }
        for other in sentences[mention.sentence].children(mention.head) {
            let word = &words[other];
            if matches!(word.relation, Deprel::Appos | Deprel::Flat | Deprel::Nmod) && !mention.words.contains(&other) {
                found.insert(word.lemma.as_str());
            }
        }
        if !found.is_empty() {
            all.insert(place, found);
        }
    }
    all
}
