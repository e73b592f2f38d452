//! Which words play a role of a claim? Those that the model finds likely, what is joined to them, and the subject of another verb where a verb has none.

use super::argument::Arguments;
use super::reason::Chosen;
use crate::language::{AnalysedWord, ClaimRole, Deprel, Feature, SpottedClaim, Upos, WordAt};

/// A word that plays a role.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Player {
    pub at: WordAt,
    /// How likely it does.
    pub probability: f32,
    pub chosen: Chosen,
    /// The word that it is joined to.
    pub joined: Option<WordAt>,
}

/// A second word plays a role where it is so likely beside the first one, and beside nobody.
const BESIDE_BEST: f32 = 0.35;
const BESIDE_NOBODY: f32 = 0.5;

/// The words that play a role, with their probabilities.
pub fn players(spotted: &SpottedClaim, role: ClaimRole, many: bool) -> Vec<Player> {
    let (all, nobody) = (&spotted.role(role).words, spotted.role(role).nobody);
    let best = all.first().map_or(0.0, |(_, probability)| *probability);
    let fits = |(_, probability): &&(WordAt, f32)| *probability >= BESIDE_BEST * best && *probability >= BESIDE_NOBODY * nobody;
    let only = |(_, probability): &&(WordAt, f32)| *probability >= nobody;
    let player = |(at, probability): &(WordAt, f32)| Player { at: *at, probability: *probability, chosen: Chosen::Model, joined: None };
    if many { all.iter().filter(fits).map(player).collect() } else { all.iter().filter(only).take(1).map(player).collect() }
}

/// What is joined to a player plays too: "Польща, Литва і Латвія".
pub fn with_conjuncts(mut players: Vec<Player>, arguments: &Arguments<'_, '_>) -> Vec<Player> {
    let mut place = 0;
    while place < players.len() {
        let Player { at, probability, .. } = players[place];
        let sentence = &arguments.sentences[at.sentence];
        for word in sentence.children(at.word) {
            let joined = &sentence.words[word];
            let other = WordAt { word, ..at };
            let noun = matches!(joined.part, Upos::Noun | Upos::Propn | Upos::X);
            let apart = arguments.mention(other).is_none_or(|mention| !mention.words.contains(&at.word));
            if joined.relation == Deprel::Conj && noun && apart && players.iter().all(|before| before.at != other) {
                players.push(Player { at: other, probability: 0.9 * probability, chosen: Chosen::Joined, joined: Some(at) });
            }
        }
        place += 1;
    }
    players
}

/// The subject of a verb that has none: that of the verb that it is joined to or hangs on, else that of the last clause before, if both agree.
pub fn dropped(arguments: &Arguments<'_, '_>, trigger: WordAt) -> Option<Player> {
    let player = |at, probability| Player { at, probability, chosen: Chosen::Dropped, joined: None };
    let sentence = &arguments.sentences[trigger.sentence];
    let words = &sentence.words;
    let verb = words.get(trigger.word).filter(|word| word.part == Upos::Verb)?;
    let own = sentence.children(trigger.word).any(|word| matches!(words[word].relation, Deprel::Nsubj | Deprel::Csubj));
    if own || verb.features.get(Feature::Person) == Some("0") {
        return None;
    }
    let subject = |sentence: usize, verb: usize| {
        let analysed = &arguments.sentences[sentence];
        analysed.children(verb).find(|word| analysed.words[*word].relation == Deprel::Nsubj).map(|word| WordAt { sentence, word })
    };
    let mut here = trigger.word;
    for _ in 0..8 {
        let step = matches!(words[here].relation, Deprel::Conj | Deprel::Xcomp | Deprel::Advcl | Deprel::Ccomp | Deprel::Parataxis);
        let Some(head) = words[here].head.filter(|_| step) else { break };
        if let Some(found) = subject(trigger.sentence, head) {
            return fits(arguments, verb, found).then(|| player(found, 0.7));
        }
        here = head;
    }
    let finite = verb.features.get(Feature::VerbForm) == Some("Fin");
    let before = trigger.sentence.checked_sub(1).filter(|_| finite)?;
    let root = arguments.sentences[before].words.iter().position(|word| word.head.is_none())?;
    let found = subject(before, root)?;
    fits(arguments, verb, found).then(|| player(found, 0.5))
}

/// Whether a subject may be that of a verb: in the past they agree in gender, else in number.
fn fits(arguments: &Arguments<'_, '_>, verb: &AnalysedWord<'_>, subject: WordAt) -> bool {
    let subject = &arguments.sentences[subject.sentence].words[subject.word];
    let gender = verb.features.get(Feature::Gender);
    (verb.features.get(Feature::Number).is_none() || verb.is_plural() == subject.is_plural())
        && gender.is_none_or(|gender| subject.features.get(Feature::Gender).is_none_or(|other| other == gender))
}
