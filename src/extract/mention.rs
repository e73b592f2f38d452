//! Which words name something, and what are they in the nominative? What the reader spotted, trimmed; and names that it missed.

use crate::gazetteer::{self, Known};
use crate::language::{AnalysedSentence, Dictionary, MentionKind, Upos, citations, head};
use crate::span::Span;
use crate::vocab::EntityType;
use std::ops::Range;

/// Words that name something.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Which sentence of the text.
    pub sentence: usize,
    /// Its words, as numbers in the sentence; one at least.
    pub words: Range<usize>,
    /// The word on which the others hang.
    pub head: usize,
    /// What the reader takes it for.
    pub kind: MentionKind,
    /// How sure the reader is: 0 to 1.
    pub probability: f32,
    /// Where it stands, in code points.
    pub span: Span,
    /// The words as they stand.
    pub text: String,
    /// Citation forms that they may have, the likeliest first; one at least.
    pub names: Vec<String>,
    /// Whether it is a name, not a description.
    pub named: bool,
    /// Whether a sentence begins with it.
    pub opens: bool,
    /// The things of the gazetteer that bear one of the names.
    pub known: Vec<Known>,
}

impl Mention {
    /// A mention by some words of a sentence.
    pub fn new(
        dictionary: &Dictionary<'_>,
        sentences: &[AnalysedSentence<'_>],
        sentence: usize,
        words: Range<usize>,
        kind: MentionKind,
        probability: f32,
    ) -> Self {
        let within = &sentences[sentence];
        let names: Vec<String> = citations(dictionary, within, &words).into_iter().map(|name| unquoted(&name)).collect();
        let text = unquoted(&within.text_of(words.clone()));
        let entity = matches!(kind, MentionKind::Entity(_));
        let mut known: Vec<Known> = Vec::new();
        for name in names.iter().chain([&text]).filter(|_| entity) {
            for one in gazetteer::named(name) {
                if !known.contains(&one) {
                    known.push(one);
                }
            }
        }
        Self {
            sentence,
            head: head(within, &words),
            span: within.span(words.clone()),
            named: is_named(within, &words),
            opens: within.words[..words.start].iter().all(|word| word.part == Upos::Punct),
            words,
            kind,
            probability,
            text,
            names,
            known,
        }
    }

    /// The type of entity; `None` for a number or an office.
    pub const fn entity(&self) -> Option<EntityType> {
        match self.kind {
            MentionKind::Entity(kind) => Some(kind),
            MentionKind::Quantity | MentionKind::Position => None,
        }
    }

    /// Its likeliest citation form.
    pub fn name(&self) -> &str {
        self.names.first().map_or(&self.text, |name| name)
    }
}

/// Whether words are a name: one of them is, or begins with a capital though no sentence begins with it, or is in Latin letters.
fn is_named(sentence: &AnalysedSentence<'_>, words: &Range<usize>) -> bool {
    words.clone().any(|place| {
        let word = &sentence.words[place];
        let opens = sentence.words[..place].iter().all(|word| word.part == Upos::Punct);
        let text = word.token.text;
        let capitals = text.chars().filter(|c| c.is_uppercase()).count();
        let quoted = place > words.start && words.len() > 1 && is_mark(sentence.words[place - 1].token.text);
        word.part == Upos::Propn || capitals > 1 || quoted || (text.starts_with(char::is_uppercase) && (!opens || text.is_ascii()))
    })
}

pub fn is_mark(text: &str) -> bool {
    matches!(text, "«" | "»" | "\"" | "“" | "”" | "„" | "'" | "‘" | "’")
}

/// A name without the quotation marks around it all.
fn unquoted(name: &str) -> String {
    let marks = ['«', '»', '"', '“', '”', '„'];
    let inner = name.strip_prefix(marks).and_then(|rest| rest.strip_suffix(marks));
    inner.filter(|inner| !inner.contains(marks)).unwrap_or(name).trim().to_owned()
}
