//! Is a noun what a name is called by? "компанія Limak", "президент Новак", "Новак, канцлер Австрії".

use super::mention::{Mention, is_mark};
use crate::language::{AnalysedSentence, Deprel, Feature, Upos, is_class, usual_type};
use crate::vocab::EntityType;

/// Whether a noun outside a name says what that name is of: one hangs on the other, in its case, and the noun is of the name's type.
pub fn describes(sentence: &AnalysedSentence<'_>, word: usize, name: &Mention) -> bool {
    let (noun, head) = (&sentence.words[word], &sentence.words[name.head]);
    if !name.named || name.words.contains(&word) || noun.part != Upos::Noun {
        return false;
    }
    let relation = match (head.head == Some(word), noun.head == Some(name.head)) {
        (true, _) => head.relation,
        (_, true) => noun.relation,
        _ => return false,
    };
    let case = head.features.get(Feature::Case);
    let same = case.is_some() && case == noun.features.get(Feature::Case);
    let quoted = is_mark(sentence.words[name.words.start].token.text) || head.token.text.is_ascii();
    let called = match relation {
        Deprel::Flat | Deprel::Appos => same || quoted || case.is_none_or(|case| case == "Nom"),
        // A genitive behind a genitive may be its owner.
        Deprel::Nmod => quoted || (same && case != Some("Gen")),
        _ => return false,
    };
    let plural = noun.is_plural();
    let fits = match name.entity() {
        Some(EntityType::Person) => !plural && noun.features.get(Feature::Animacy) != Some("Inan"),
        Some(kind) => is_class(&noun.lemma) || usual_type(&noun.lemma, plural) == Some(kind),
        None => false,
    };
    called && fits
}
