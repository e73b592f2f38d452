//! What do the heads for claims see of the words of a text, besides their vectors?

use crate::analysis::Analysis;
use crate::config::{ClaimConfig, Config};

/// A word with the tags that were chosen for it, in the numbers of the model's labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClaimWord<'a> {
    /// Its letters.
    pub form: &'a str,
    /// Its part of speech.
    pub upos: usize,
    /// Values of its features; 0 says that it has none.
    pub case: usize,
    /// Whether it is finite, an infinitive …
    pub verb_form: usize,
    /// Whether it is active or passive.
    pub voice: usize,
    /// What the lexicon of predicates says of it.
    pub known: &'a [u16],
}

/// Numbers that mean something to the heads.
#[derive(Debug)]
pub struct Labels {
    /// The relation of a preposition to its noun.
    case: Option<usize>,
    /// The name of words of saying.
    speech: Option<u16>,
    /// By part of speech: whether it can play a role.
    candidates: Vec<bool>,
    prepositions: Vec<String>,
}

impl Labels {
    pub fn new(config: &Config, claims: &ClaimConfig) -> Self {
        Self {
            case: config.deprel.iter().position(|name| name == "case"),
            speech: claims.known.iter().position(|name| *name == claims.speech).and_then(|place| u16::try_from(place).ok()),
            candidates: config.upos.iter().map(|part| claims.candidates.contains(part)).collect(),
            prepositions: claims.prepositions.clone(),
        }
    }
}

/// A word as the templates of `pair` see it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Seen {
    pub sentence: usize,
    /// Its head, a word of the text.
    pub head: Option<usize>,
    pub upos: u64,
    pub case: u64,
    /// Verb form and voice.
    pub form: u64,
    pub deprel: u64,
    pub preposition: u64,
    /// 1 for a word within quotation marks, one of saying, one with a capital.
    pub quoted: u64,
    pub speech: u64,
    pub capital: u64,
    /// Whether it can play a role.
    pub candidate: bool,
}

/// Words of a quotation at most.
const LONGEST: usize = 200;

/// The words of a text, numbered through.
pub fn seen(labels: &Labels, analyses: &[Analysis], words: &[Vec<ClaimWord<'_>>]) -> Vec<Seen> {
    let mut all: Vec<Seen> = Vec::with_capacity(words.iter().map(Vec::len).sum());
    let mut since: Option<usize> = None;
    for (sentence, (analysis, words)) in analyses.iter().zip(words).enumerate() {
        let first = all.len();
        for ((word, head), relation) in words.iter().zip(analysis.heads()).zip(analysis.relations()) {
            let place = all.len();
            match word.form {
                "«" | "“" | "„" => since = Some(place),
                "»" | "”" => since = None,
                "\"" => since = if since.is_some() { None } else { Some(place) },
                _ => {}
            }
            since = since.filter(|since| place - since <= LONGEST);
            all.push(Seen {
                sentence,
                head: head.map(|head| first + head),
                upos: number(word.upos),
                case: number(word.case),
                form: number(word.verb_form * 3 + word.voice),
                deprel: number(*relation),
                preposition: 0,
                quoted: u64::from(since.is_some()),
                speech: u64::from(labels.speech.is_some_and(|speech| word.known.contains(&speech))),
                capital: u64::from(word.form.starts_with(char::is_uppercase)),
                candidate: labels.candidates.get(word.upos).copied().unwrap_or_default(),
            });
        }
        for (word, place) in words.iter().zip(first..all.len()) {
            let of_case = labels.case.is_some_and(|case| all[place].deprel == number(case));
            if let Some(head) = all[place].head.filter(|head| of_case && all[*head].preposition == 0) {
                let form = word.form.to_lowercase();
                let known = labels.prepositions.iter().position(|preposition| *preposition == form);
                all[head].preposition = number(known.unwrap_or(labels.prepositions.len()) + 1);
            }
        }
    }
    all
}

fn number(place: usize) -> u64 {
    u64::try_from(place).unwrap_or_default()
}
