//! Whom does a description mean ("міністр", "відомство", "іракська місія")? The nearest thing before it that is described so, or that is of its
//! type; in doubt something of its own.

use super::apposition::describes;
use super::group::Groups;
use super::mention::Mention;
use super::names::same_word;
use crate::gazetteer::{self, demonym};
use crate::language::{AnalysedSentence, Deprel, Feature, MentionKind, Upos, stands_for};
use crate::vocab::EntityType;
use std::collections::{BTreeMap, BTreeSet};

/// So many sentences back at most a description reaches.
const REACH: usize = 3;
/// And so many names.
const FAR: usize = 100;
/// Of those that are described by the same noun, so many are looked at.
const NEAREST: usize = 16;

/// Something that a noun was said of.
struct Bearer {
    mention: usize,
    /// What else was said of it there: "іракський" of "іракська місія".
    traits: BTreeSet<String>,
}

/// Joins descriptions with what they mean.
pub fn descriptions(groups: &mut Groups, mentions: &[Mention], sentences: &[AnalysedSentence<'_>]) {
    // By noun and number, what it was said of, in the order of the text.
    let mut bearers: BTreeMap<(&str, bool), Vec<Bearer>> = BTreeMap::new();
    let mut named: Vec<usize> = Vec::new();
    for (place, mention) in mentions.iter().enumerate() {
        let Some(kind) = mention.entity() else { continue };
        let sentence = &sentences[mention.sentence];
        let head = &sentence.words[mention.head];
        let noun = (head.lemma.as_str(), head.is_plural());
        let traits = traits(sentence, mention);
        if mention.named {
            for said in said_of(sentence, mention) {
                bearers.entry((said, noun.1)).or_default().push(Bearer { mention: place, traits: BTreeSet::new() });
            }
            if kind != EntityType::Person {
                bearers.entry(noun).or_default().push(Bearer { mention: place, traits });
            }
            named.push(place);
            continue;
        }
        let alone = mention.words.len() == 1;
        let same =
            bearers.get(&noun).and_then(|all| all.iter().rev().take(NEAREST).find(|bearer| fits(bearer, &traits, mention, mentions)));
        let meant = same.map(|bearer| bearer.mention);
        let meant = meant.or_else(|| alone.then(|| by_type(&head.lemma, mention, mentions, &named)).flatten());
        let meant = meant.or_else(|| alone.then(|| by_gender(mention, mentions, sentences, &named)).flatten());
        if let Some(meant) = meant {
            groups.join(meant, place);
        }
        if head.part == Upos::Noun {
            bearers.entry(noun).or_default().push(Bearer { mention: place, traits });
        }
    }
}

/// Whether a description may mean what was described by the same noun before: it says nothing new of it, and is near if it says nothing at all.
fn fits(bearer: &Bearer, traits: &BTreeSet<String>, mention: &Mention, mentions: &[Mention]) -> bool {
    let near = mentions[bearer.mention].sentence + REACH >= mention.sentence;
    let counted = |traits: &BTreeSet<String>| traits.iter().any(|one| one.starts_with(COUNT));
    traits.is_subset(&bearer.traits) && (near || !traits.is_empty()) && !(counted(&bearer.traits) && !counted(traits) && !near)
}

/// What a number is marked by among the traits.
const COUNT: char = '#';

/// What a mention says of its noun: the lemmas of what hangs on it, countries by their id, numbers marked.
fn traits(sentence: &AnalysedSentence<'_>, mention: &Mention) -> BTreeSet<String> {
    let words = mention.words.clone().filter(|place| *place != mention.head).map(|place| &sentence.words[place]);
    let says = words.filter(|word| matches!(word.part, Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::X));
    says.map(|word| match (word.part, demonym(&word.lemma)) {
        (Upos::Adj, Some(country)) => country.english.to_owned(),
        (Upos::Num, _) => format!("{COUNT}{}", word.lemma),
        (Upos::Propn, _) => {
            let known = gazetteer::named(&word.lemma);
            known
                .iter()
                .find(|known| known.kind == EntityType::Country)
                .map_or_else(|| word.lemma.clone(), |known| known.english.to_owned())
        }
        _ => word.lemma.clone(),
    })
    .collect()
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

/// The nouns that stand beside a name: "канцлер Новак", "Новак, канцлер Австрії", "компанія Limak"; as lemmas.
fn said_of<'s>(sentence: &'s AnalysedSentence<'_>, mention: &Mention) -> BTreeSet<&'s str> {
    let words = &sentence.words;
    let head = &words[mention.head];
    let mut found = BTreeSet::new();
    let person = mention.kind == MentionKind::Entity(EntityType::Person);
    let beside = |relation| matches!(relation, Deprel::Flat | Deprel::Appos | Deprel::Nmod);
    if let Some(above) = head.head.filter(|above| !mention.words.contains(above) && beside(head.relation))
        && (describes(sentence, above, mention) || person && words[above].features.agree(head.features, Feature::Case))
    {
        found.insert(words[above].lemma.as_str());
    }
    for other in sentence.children(mention.head).filter(|other| !mention.words.contains(other)) {
        if describes(sentence, other, mention) || person && beside(words[other].relation) {
            found.insert(words[other].lemma.as_str());
        }
    }
    found
}
