//! Which words of a text name something? What the reader spotted, cut to what hangs together; and names that it missed.

use super::mention::{Mention, is_mark, with_adjectives};
use crate::language::{AnalysedSentence, Deprel, Dictionary, Feature, MentionKind, Upos, is_class};
use crate::vocab::EntityType;
use std::ops::Range;

/// All mentions of a text, in its order; no two share a word.
pub fn mentions(dictionary: &Dictionary<'_>, sentences: &[AnalysedSentence<'_>]) -> Vec<Mention> {
    let mut all = Vec::new();
    for (number, sentence) in sentences.iter().enumerate() {
        let mut free = vec![true; sentence.words.len()];
        let mut here = Vec::new();
        for spotted in &sentence.mentions {
            let words = trimmed(sentence, spotted.words.clone()).map(|words| connected(sentence, words));
            let words = words.and_then(|words| trimmed(sentence, words));
            if let Some(words) = words {
                let words = match spotted.kind {
                    MentionKind::Entity(EntityType::Person) => untitled(sentence, bare(sentence, words)),
                    MentionKind::Entity(_) => bare(sentence, words),
                    MentionKind::Quantity | MentionKind::Position => words,
                };
                free[words.clone()].fill(false);
                here.push(Mention::new(dictionary, sentences, number, words, spotted.kind, spotted.probability));
            }
        }
        for words in missed(sentence, &free) {
            let mention = Mention::new(dictionary, sentences, number, words, MentionKind::Entity(EntityType::Concept), 0.0);
            let known = mention.known.iter().find(|known| known.frequent).or(mention.known.first());
            if let Some(kind) = known.map(|known| known.kind).or_else(|| looks_like(dictionary, sentence, &mention)) {
                here.push(Mention { kind: MentionKind::Entity(kind), probability: 0.5, ..mention });
            }
        }
        here.sort_by_key(|mention| mention.words.start);
        all.extend(here);
    }
    all
}

/// A range without marks, prepositions and words that only point ("свої", "ці") at its edges; nothing where nothing is left.
fn trimmed(sentence: &AnalysedSentence<'_>, mut words: Range<usize>) -> Option<Range<usize>> {
    let word = |place: usize| &sentence.words[place];
    let paired = |words: &Range<usize>| words.clone().filter(|place| is_mark(word(*place).token.text)).count() % 2 == 0;
    let loose = |place: usize, words: &Range<usize>| match word(place).part {
        Upos::Punct => !(is_mark(word(place).token.text) && paired(words)),
        Upos::Adp | Upos::Cconj | Upos::Sconj | Upos::Part => true,
        _ => false,
    };
    let points = |place: usize, words: &Range<usize>| match word(place).part {
        Upos::Pron | Upos::Adv => true,
        Upos::Det => words.len() > 1,
        _ => false,
    };
    while !words.is_empty() && (loose(words.start, &words) || points(words.start, &words)) {
        words.start += 1;
    }
    while !words.is_empty() && loose(words.end - 1, &words) {
        words.end -= 1;
    }
    let says = words.clone().any(|place| word(place).token.text.contains(char::is_alphanumeric));
    says.then_some(words)
}

/// Names among the words that no mention has: names in a row, as far as they hang together.
fn missed(sentence: &AnalysedSentence<'_>, free: &[bool]) -> Vec<Range<usize>> {
    let is_name =
        |place: usize| free[place] && (sentence.words[place].part == Upos::Propn || is_abbreviation(sentence.words[place].token.text));
    let mut all: Vec<Range<usize>> = Vec::new();
    for place in (0..free.len()).filter(|place| is_name(*place)) {
        let joined = |before: &&mut Range<usize>| {
            let mut within = Range::clone(before);
            before.end == place
                && within.any(|other| sentence.words[place].head == Some(other) || sentence.words[other].head == Some(place))
        };
        if let Some(before) = all.last_mut().filter(joined) {
            before.end = place + 1;
        } else {
            // A name has few adjectives.
            let first = (place.saturating_sub(3)..place).rev().take_while(|before| free[*before]).last().unwrap_or(place);
            all.push(with_adjectives(sentence, place, first)..place + 1);
        }
    }
    all
}

fn is_abbreviation(text: &str) -> bool {
    text.chars().count() >= 2 && text.chars().all(char::is_uppercase)
}

/// What a name looks like that neither the reader nor the gazetteer knows: a person, a place or a body; nothing where it may be anything.
fn looks_like(dictionary: &Dictionary<'_>, sentence: &AnalysedSentence<'_>, mention: &Mention) -> Option<EntityType> {
    let head = &sentence.words[mention.head];
    let known = !dictionary.word(head.token.text).is_guessed();
    match head.features.get(Feature::Animacy) {
        _ if is_abbreviation(head.token.text) => Some(EntityType::Organization),
        Some("Anim") if known || mention.words.len() > 1 => Some(EntityType::Person),
        Some("Inan") if known || head.features.get(Feature::Case) == Some("Loc") => Some(EntityType::Place),
        _ => None,
    }
}

/// The words around the head that hang on it by words of the range: of a range with two parts that have nothing to do with each other, one.
fn connected(sentence: &AnalysedSentence<'_>, words: Range<usize>) -> Range<usize> {
    let top = |place: usize| {
        let mut at = place;
        for _ in 0..words.len() {
            match sentence.words[at].head.filter(|head| words.contains(head)) {
                Some(head) => at = head,
                None => break,
            }
        }
        at
    };
    let tops: Vec<usize> = words.clone().map(top).collect();
    let weight = |one: usize| tops.iter().filter(|top| **top == one).count();
    let name = |one: usize| tops.iter().zip(words.clone()).any(|(top, place)| *top == one && sentence.words[place].part == Upos::Propn);
    let solid = |place: &usize| sentence.words[*place].part != Upos::Punct;
    let Some(best) = tops.iter().copied().filter(solid).max_by_key(|top| (name(*top), weight(*top), std::cmp::Reverse(*top))) else {
        return words;
    };
    let mine = |place: usize| tops[place - words.start] == best || sentence.words[place].part == Upos::Punct;
    let (mut begin, mut end) = (best, best + 1);
    while begin > words.start && mine(begin - 1) {
        begin -= 1;
    }
    while end < words.end && mine(end) {
        end += 1;
    }
    begin..end
}

/// The name of a person without rank and office before it: "генерал Бота" → "Бота". Particles ("аль-", "ван") are part of it.
fn untitled(sentence: &AnalysedSentence<'_>, words: Range<usize>) -> Range<usize> {
    let title = |place: &usize| {
        let word = &sentence.words[*place];
        word.token.text.starts_with(char::is_lowercase)
            && word.token.text.chars().count() > PARTICLE
            && word.token.text.chars().all(char::is_alphabetic)
    };
    let begin = words.clone().find(|place| !title(place)).unwrap_or(words.start);
    if sentence.words[begin].token.text.starts_with(char::is_uppercase) { begin..words.end } else { words }
}

/// Letters of a particle of a name at most.
const PARTICLE: usize = 3;

/// A name without the words before it that only describe it: "сусідній Пакистан" → "Пакистан", "турецька компанія Limak" → "Limak". What is no
/// name, or is one as a whole, stays.
fn bare(sentence: &AnalysedSentence<'_>, words: Range<usize>) -> Range<usize> {
    let word = |place: usize| &sentence.words[place];
    // A sentence may begin with what the name is of: "Компанія Limak".
    let opens = |place: usize| place == 0 && word(place).part == Upos::Noun && is_class(&word(place).lemma);
    let small = |place: usize| word(place).token.text.starts_with(char::is_lowercase) || opens(place);
    let Some(begin) = words.clone().find(|place| !small(*place)) else { return words };
    if begin == words.start || begin + 1 == words.end && is_mark(word(begin).token.text) {
        return words;
    }
    let rest = begin..words.end;
    if rest.clone().any(|place| small(place) && matches!(word(place).part, Upos::Adp | Upos::Verb | Upos::Cconj)) {
        return words;
    }
    let before = words.start..begin;
    let name = rest.clone().find(|place| word(*place).head.is_none_or(|head| !rest.contains(&head)) && word(*place).part != Upos::Punct);
    let Some(name) = name else { return words };
    let describes = |place: usize| {
        let class = is_class(&word(place).lemma) && matches!(word(place).relation, Deprel::Nmod | Deprel::Appos | Deprel::Flat);
        let of = |head: usize| head == name || before.contains(&head) && is_class(&word(head).lemma);
        (class || matches!(word(place).relation, Deprel::Amod | Deprel::Det)) && word(place).head.is_some_and(of)
    };
    // The name is an apposition of a noun that says what it is of, in the nominative or in its case, or stands in quotation marks.
    let above = word(name).head.filter(|head| before.contains(head) && is_class(&word(*head).lemma));
    let called = above.is_some_and(|above| {
        let (case, relation) = (word(name).features.get(Feature::Case), word(name).relation);
        let same = case.is_none_or(|case| case == "Nom" || Some(case) == word(above).features.get(Feature::Case));
        let quoted = is_mark(word(begin).token.text) || word(begin).token.text.is_ascii();
        let genitive = case == Some("Gen") && relation == Deprel::Nmod;
        matches!(relation, Deprel::Flat | Deprel::Appos | Deprel::Nmod) && (quoted || (same && !genitive && word(name).part == Upos::Propn))
    });
    if called || before.clone().all(describes) { rest } else { words }
}
