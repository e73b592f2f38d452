//! What is known of words that name something? Their citation forms, whether they are a name, what the gazetteer has of them.

use crate::gazetteer::{self, Known};
use crate::language::{AnalysedSentence, Deprel, Dictionary, Feature, MentionKind, Upos, citations, head, is_side};
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
    /// Whether it was looked for: not where only a claim names it.
    pub spotted: bool,
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
    /// The name in quotation marks that it is called by: of "газопровід «Північний потік»" what stands between them.
    pub inner: Option<String>,
    /// The country that a word for its people or an adjective of it means: "французи", "французька сторона".
    pub demonym: Option<Known>,
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
        let (head, opens) = (head(within, &words), within.words[..words.start].iter().all(|word| word.part == Upos::Punct));
        // What the news names often is a name at the beginning of a sentence too: "Європейська комісія", "Єврокомісія".
        let famous = opens && known.iter().any(|known| known.frequent && !known.word);
        Self {
            sentence,
            head,
            demonym: demonym(within, &words, head, kind),
            inner: inner(dictionary, within, &words, head),
            span: within.span(words.clone()),
            named: famous || is_named(dictionary, within, &words),
            opens,
            words,
            kind,
            probability,
            spotted: true,
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

    /// Whether one of its words means all of it: its head, and what is part of its name.
    pub fn is_meant_by(&self, sentence: &AnalysedSentence<'_>, word: usize) -> bool {
        let one = &sentence.words[word];
        let part = matches!(one.relation, Deprel::Flat | Deprel::Compound | Deprel::Fixed | Deprel::Amod | Deprel::Nummod | Deprel::Det);
        // "турецька" of "турецька провінція" is Туреччина.
        let country = one.part == Upos::Adj && !self.named && gazetteer::demonym(&one.lemma).is_some();
        word == self.head || (!country && (part || !matches!(one.part, Upos::Noun | Upos::Propn)))
    }

    /// Its likeliest citation form.
    pub fn name(&self) -> &str {
        self.names.first().map_or(&self.text, |name| name)
    }
}

/// Where a name begins that has adjectives with a capital before it: "Південна Корея" is not Корея. No further back than `first`.
pub fn with_adjectives(sentence: &AnalysedSentence<'_>, name: usize, first: usize) -> usize {
    let belongs = |place: &usize| {
        let word = &sentence.words[*place];
        word.relation == Deprel::Amod && word.head == Some(name) && word.token.text.starts_with(char::is_uppercase)
    };
    (first..name).rev().take_while(belongs).last().unwrap_or(name)
}

/// The country that is meant by its people ("французи"), by an adjective alone, or by "французька сторона".
fn demonym(sentence: &AnalysedSentence<'_>, words: &Range<usize>, head: usize, kind: MentionKind) -> Option<Known> {
    let of = |place: usize| gazetteer::demonym(&sentence.words[place].lemma).filter(|known| known.kind == EntityType::Country);
    if is_side(&sentence.words[head].lemma) {
        return words.clone().filter(|place| sentence.words[*place].head == Some(head)).find_map(of);
    }
    of(head).filter(|_| kind == MentionKind::Entity(EntityType::Country))
}

/// Words between quotation marks within a range, without the marks.
pub fn quoted(sentence: &AnalysedSentence<'_>, words: &Range<usize>) -> Option<Range<usize>> {
    let marks: Vec<usize> = words.clone().filter(|place| is_mark(sentence.words[*place].token.text)).collect();
    match marks.as_slice() {
        [open, close] if open + 1 < *close => Some(open + 1..*close),
        _ => None,
    }
}

/// The name in quotation marks that the head is called by: it hangs on the head itself, in the nominative or in its case.
fn inner(dictionary: &Dictionary<'_>, sentence: &AnalysedSentence<'_>, words: &Range<usize>, above: usize) -> Option<String> {
    let within = quoted(sentence, words).filter(|within| !within.contains(&above))?;
    let top = &sentence.words[head(sentence, &within)];
    let case = top.features.get(Feature::Case);
    let called = case.is_none_or(|case| case == "Nom" || Some(case) == sentence.words[above].features.get(Feature::Case));
    (top.head == Some(above) && called).then(|| citations(dictionary, sentence, &within).into_iter().next()).flatten()
}

/// Whether words are a name: one of them is, or begins with a capital though no sentence begins with it, or is in Latin letters.
fn is_named(dictionary: &Dictionary<'_>, sentence: &AnalysedSentence<'_>, words: &Range<usize>) -> bool {
    words.clone().any(|place| {
        let word = &sentence.words[place];
        let opens = sentence.words[..place].iter().all(|word| word.part == Upos::Punct);
        let text = word.token.text;
        let capitals = text.chars().filter(|c| c.is_uppercase()).count();
        let quoted = place > words.start && words.len() > 1 && is_mark(sentence.words[place - 1].token.text);
        let proper = word.part == Upos::Propn && !(opens && words.len() == 1 && is_common(dictionary, text));
        proper || capitals > 1 || quoted || (text.starts_with(char::is_uppercase) && (!opens || text.is_ascii()))
    })
}

/// Whether a word that a sentence begins with is a common one by the dictionary, and no name.
fn is_common(dictionary: &Dictionary<'_>, text: &str) -> bool {
    let form = dictionary.word(text);
    !form.is_guessed() && form.readings().iter().all(|reading| reading.part != Upos::Propn)
}

pub fn is_mark(text: &str) -> bool {
    matches!(text, "«" | "»" | "\"" | "“" | "”" | "„" | "'" | "‘" | "’")
}

/// A name without the quotation marks around it all, and without one that has no second.
fn unquoted(name: &str) -> String {
    let marks = ['«', '»', '"', '“', '”', '„'];
    if name.chars().filter(|c| marks.contains(c)).count() % 2 == 1 {
        return name.replace(marks, "").trim().to_owned();
    }
    let inner = name.strip_prefix(marks).and_then(|rest| rest.strip_suffix(marks));
    inner.filter(|inner| !inner.contains(marks)).unwrap_or(name).trim().to_owned()
}
