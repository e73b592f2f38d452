//! What stands in a Ukrainian text? Sentences, words with their tags and lemmas, trees, mentions.

use super::claims;
use super::decode::{Scored, tags};
use super::dictionary::{BadDictionary, Dictionary, Word};
use super::labels::{Labels, Tag};
use super::split;
use crate::article::Article;
use crate::language::analysed::{AnalysedSentence, AnalysedText, AnalysedWord, Spotted};
use crate::language::token::Sentence;
use newsgraph_encoder::{Analysis, ModelError, Reader as Model, Scratch};
use std::sync::LazyLock;

/// Why texts cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadReader {
    /// The dictionary is not as it was written.
    #[error(transparent)]
    Dictionary(#[from] BadDictionary),
    /// The weights are not as they were written.
    #[error("the reader's model cannot be used: {0}")]
    Model(#[from] ModelError),
    /// The weights are those of another program.
    #[error("the reader's model was made for another version of the program: {0} of it are not known here")]
    Labels(String),
}

/// The reader of Ukrainian: a dictionary and a model.
#[derive(Debug)]
pub struct Reader<'d> {
    dictionary: &'d Dictionary<'d>,
    model: Model<'d>,
    labels: Labels,
}

static READER: LazyLock<Result<Reader<'static>, BadReader>> =
    LazyLock::new(|| Reader::new(super::data::dictionary()?, Model::of_parts(&newsgraph_uk::READER)?));

/// The reader that the program carries, loaded once.
///
/// # Errors
/// A damaged dictionary or model is refused.
pub fn reader() -> Result<&'static Reader<'static>, &'static BadReader> {
    READER.as_ref()
}

impl<'d> Reader<'d> {
    /// Joins a dictionary and a model.
    ///
    /// # Errors
    /// A model with labels that are not known here is refused.
    pub fn new(dictionary: &'d Dictionary<'d>, model: Model<'d>) -> Result<Self, BadReader> {
        let labels = Labels::new(model.labels(), model.config()).map_err(BadReader::Labels)?;
        Ok(Self { dictionary, model, labels })
    }

    /// Its dictionary.
    #[must_use]
    pub const fn dictionary(&self) -> &'d Dictionary<'d> {
        self.dictionary
    }

    /// Reads a text. Any text can be read; what comes out of one that is not Ukrainian means little.
    ///
    /// `scratch` is memory that is kept from text to text; it changes nothing.
    #[must_use]
    pub fn read<'t>(&self, text: &'t str, scratch: &mut Scratch) -> Vec<AnalysedSentence<'t>> {
        self.analyse(split::sentences(text), scratch)
    }

    /// Reads an article without its header, and what its words may claim; offsets count in its whole text.
    #[must_use]
    pub fn read_claims<'t>(&self, article: &'t Article, scratch: &mut Scratch) -> AnalysedText<'t> {
        self.analyse_claims(sentences_of(article), scratch)
    }

    /// Reads an article without its header; offsets count in its whole text.
    #[must_use]
    pub fn read_article<'t>(&self, article: &'t Article, scratch: &mut Scratch) -> Vec<AnalysedSentence<'t>> {
        self.analyse(sentences_of(article), scratch)
    }

    /// Reads the sentences of a text whose tokens are known.
    #[must_use]
    pub fn analyse<'t>(&self, sentences: Vec<Sentence<'t>>, scratch: &mut Scratch) -> Vec<AnalysedSentence<'t>> {
        self.run(sentences, scratch, false).sentences
    }

    /// Reads the sentences of a text whose tokens are known, and what its words may claim.
    #[must_use]
    pub fn analyse_claims<'t>(&self, sentences: Vec<Sentence<'t>>, scratch: &mut Scratch) -> AnalysedText<'t> {
        self.run(sentences, scratch, true)
    }

    fn run<'t>(&self, mut sentences: Vec<Sentence<'t>>, scratch: &mut Scratch, claims: bool) -> AnalysedText<'t> {
        sentences.retain(|sentence| !sentence.tokens.is_empty());
        let known: Vec<Vec<Word<'_>>> =
            sentences.iter().map(|sentence| sentence.tokens.iter().map(|token| self.dictionary.word(token.text)).collect()).collect();
        let places: Vec<Vec<Vec<u16>>> = known
            .iter()
            .map(|words| words.iter().enumerate().map(|(place, word)| self.labels.lexical.places(word, place == 0)).collect())
            .collect();
        let said: Vec<Vec<Vec<u16>>> = (known.iter())
            .map(|words| if claims { self.labels.claims.predicates.of_sentence(words) } else { vec![Vec::new(); words.len()] })
            .collect();
        let words: Vec<Vec<newsgraph_encoder::Word<'_>>> = (known.iter().zip(&places).zip(&said))
            .map(|((words, places), said)| {
                let words = words.iter().zip(places).zip(said);
                words.map(|((word, lexical), known)| newsgraph_encoder::Word { form: word.form(), lexical, known }).collect()
            })
            .collect();
        let given: Vec<_> = words.iter().map(|words| newsgraph_encoder::Sentence { words }).collect();
        let found = self.model.analyse(&given, scratch);
        let sentences: Vec<_> = (sentences.into_iter().zip(&known).zip(&found))
            .map(|((sentence, known), found)| self.sentence(sentence, known, found))
            .collect();
        let spotted = if claims { self.model.claims(&found, &claims::words(&sentences, &said), scratch) } else { Vec::new() };
        let claims = spotted.into_iter().map(|found| claims::spotted(found, &self.labels.claims)).collect();
        AnalysedText { sentences, claims }
    }

    fn sentence<'t>(&self, sentence: Sentence<'t>, known: &[Word<'_>], found: &Analysis) -> AnalysedSentence<'t> {
        let relation = |word: usize| self.labels.relations[found.relations()[word]];
        let scored: Vec<Scored<'_>> = (known.iter().enumerate())
            .map(|(place, word)| Scored {
                parts: found.upos_scores(place),
                values: self.labels.features.map(|feature| found.feature_scores(place, feature)),
                readings: word.known(),
                capital: word.form().starts_with(char::is_uppercase),
                head: found.heads()[place],
                relation: relation(place),
            })
            .collect();
        let tags = tags(&scored, &self.labels.costs);
        let words = sentence.tokens.into_iter().zip(known).zip(tags).enumerate();
        let words = words.map(|(place, ((token, word), (part, features)))| AnalysedWord {
            token,
            part,
            features,
            lemma: Some(word.lemma_as(part, features)).filter(|lemma| !lemma.is_empty()).unwrap_or_else(|| token.text.to_owned()),
            head: found.heads()[place],
            relation: relation(place),
            head_probability: found.head_probabilities()[place],
        });
        let words: Vec<_> = words.collect();
        let mut mentions = self.mentions(found);
        // Marks alone name nothing.
        mentions.retain(|mention| words[mention.words.clone()].iter().any(|word| word.token.text.contains(char::is_alphanumeric)));
        AnalysedSentence { words, mentions, opens_paragraph: sentence.opens_paragraph }
    }

    /// Mentions from the tags of words. A tag that goes on without a beginning (a sentence was cut there) begins one.
    fn mentions(&self, found: &Analysis) -> Vec<Spotted> {
        let mut all: Vec<Spotted> = Vec::new();
        for (place, tag) in found.mentions().iter().enumerate() {
            let (kind, begins) = match self.labels.mentions[*tag] {
                Tag::Outside => continue,
                Tag::Begin(kind) => (kind, true),
                Tag::Inside(kind) => (kind, false),
            };
            let probability = found.mention_probabilities()[place];
            match all.last_mut().filter(|last| !begins && last.words.end == place && last.kind == kind) {
                Some(last) => {
                    last.words.end = place + 1;
                    last.probability = last.probability.min(probability);
                }
                None => all.push(Spotted { kind, words: place..place + 1, probability }),
            }
        }
        all
    }
}

/// The sentences of an article without its header; offsets count in its whole text.
fn sentences_of(article: &Article) -> Vec<Sentence<'_>> {
    let (byte, body) = article.body();
    let before = article.text().get(..byte).map_or(0, |header| header.chars().count());
    let before = u32::try_from(before).unwrap_or(u32::MAX);
    let mut sentences = split::sentences(body);
    for token in sentences.iter_mut().flat_map(|sentence| &mut sentence.tokens) {
        token.byte += byte;
        token.span.begin = token.span.begin.saturating_add(before);
        token.span.end = token.span.end.saturating_add(before);
    }
    sentences
}
