//! Does the choice of tags do what it says? Scores made by hand.

use super::*;
use crate::language::grammar::Features;
use crate::language::uk::dictionary;
use crate::language::uk::dictionary::Word;

/// Scores of a word that are 0 but for what is named: `NOUN`, `Case=Gen`, `Case=_`.
struct Made {
    parts: Vec<f32>,
    values: Vec<Vec<f32>>,
}

impl Made {
    fn new(scores: &[(&str, f32)]) -> Self {
        let values = Feature::all().map(|feature| vec![0.0; feature.values().len() + 1]).collect();
        let mut made = Self { parts: vec![0.0; Upos::all().count()], values };
        for (name, score) in scores {
            if let Some((feature, value)) = name.split_once('=') {
                let feature = Feature::of(feature).unwrap();
                let place = feature.values().iter().position(|known| known == &value).map_or(0, |place| place + 1);
                made.values[feature as usize][place] = *score;
            } else {
                made.parts[Upos::of(name).unwrap() as usize] = *score;
            }
        }
        made
    }

    fn of<'s>(&'s self, word: &'s Word<'_>, head: Option<usize>, relation: Deprel) -> Scored<'s> {
        let values = std::array::from_fn(|feature| self.values[feature].as_slice());
        let capital = word.form().starts_with(char::is_uppercase);
        Scored { parts: &self.parts, values, readings: word.known(), capital, head, relation }
    }
}

/// Form, scores, head, relation.
type Given<'g> = (&'g str, &'g [(&'g str, f32)], Option<usize>, Deprel);

/// The tags of words.
fn chosen(words: &[Given<'_>], margin: f64) -> Vec<(Upos, Features)> {
    let costs = Costs::new(margin, [("amod", 3.0), ("case", 3.0), ("nonsense", 9.0)]);
    let made: Vec<Made> = words.iter().map(|(_, scores, ..)| Made::new(scores)).collect();
    let known: Vec<Word<'_>> = words.iter().map(|(form, ..)| dictionary().unwrap().word(form)).collect();
    let scored: Vec<Scored<'_>> =
        (words.iter().zip(&made).zip(&known)).map(|(((_, _, head, relation), made), word)| made.of(word, *head, *relation)).collect();
    tags(&scored, &costs)
}

fn one(form: &str, scores: &[(&str, f32)], margin: f64) -> String {
    let (part, features) = chosen(&[(form, scores, None, Deprel::Root)], margin)[0];
    format!("{} {features}", part.name())
}

#[test]
fn the_dictionary_says_what_a_word_may_be() {
    // "місії" is a noun of four kinds, and no verb, whatever the model would have liked.
    let verb: &[(&str, f32)] = &[("VERB", 3.0), ("NOUN", 1.0), ("Case=Loc", 2.0), ("Case=Gen", 1.0), ("Number=Sing", 1.0)];
    assert_eq!(one("місії", verb, 10.0), "NOUN Animacy=Inan|Case=Loc|Gender=Fem|Number=Sing");
    // Where being at odds costs less than it brings, the model has its will; then all features are the likeliest.
    assert_eq!(one("місії", verb, 0.5), "VERB Case=Loc|Number=Sing");
}

#[test]
fn a_word_that_the_dictionary_lacks_is_what_the_model_says() {
    assert_eq!(one("Хмизорадник", &[("PROPN", 2.0), ("Case=Nom", 2.0), ("Gender=Masc", 1.0)], 10.0), "PROPN Case=Nom|Gender=Masc");
    // Of equal scores the first counts.
    assert_eq!(one("Хмизорадник", &[], 10.0), "ADJ _");
}

#[test]
fn a_capital_makes_names_of_nouns() {
    let name: &[(&str, f32)] = &[("PROPN", 5.0), ("Case=Nom", 1.0), ("Number=Sing", 1.0)];
    assert!(one("Голова", name, 10.0).starts_with("PROPN "));
    assert!(one("голова", name, 10.0).starts_with("NOUN "));
}

#[test]
fn an_open_feature_is_the_likeliest() {
    // The plural of a noun has no gender in the dictionary.
    let plural: &[(&str, f32)] = &[("NOUN", 9.0), ("Case=Gen", 5.0), ("Number=Plur", 5.0), ("Gender=Masc", 2.0), ("Animacy=Anim", 1.0)];
    assert_eq!(one("дипломатів", plural, 10.0), "NOUN Animacy=Anim|Case=Gen|Gender=Masc|Number=Plur");
}

#[test]
fn words_that_belong_together_agree_in_case() {
    // "нові" and "місії" may be nominative or accusative: the adjective leans to one, its noun more to the other.
    let adjective: &[(&str, f32)] = &[("ADJ", 9.0), ("Number=Plur", 5.0), ("Case=Nom", 2.0), ("Case=Acc", 1.0)];
    let noun: &[(&str, f32)] = &[("NOUN", 9.0), ("Number=Plur", 5.0), ("Case=Acc", 2.5), ("Case=Nom", 1.0)];
    let cases = |relation| {
        let tags = chosen(&[("нові", adjective, Some(1), relation), ("місії", noun, None, Deprel::Root)], 10.0);
        [tags[0].1.get(Feature::Case), tags[1].1.get(Feature::Case)]
    };
    assert_eq!(cases(Deprel::Amod), [Some("Acc"), Some("Acc")]);
    // Nothing joins them by another relation.
    assert_eq!(cases(Deprel::Obl), [Some("Nom"), Some("Acc")]);
}

#[test]
fn to_agree_is_not_worth_everything() {
    let adjective: &[(&str, f32)] = &[("ADJ", 9.0), ("Number=Plur", 5.0), ("Case=Nom", 9.0)];
    let noun: &[(&str, f32)] = &[("NOUN", 9.0), ("Number=Plur", 5.0), ("Case=Acc", 9.0)];
    let tags = chosen(&[("нові", adjective, Some(1), Deprel::Amod), ("місії", noun, None, Deprel::Root)], 10.0);
    assert_eq!([tags[0].1.get(Feature::Case), tags[1].1.get(Feature::Case)], [Some("Nom"), Some("Acc")]);
}

#[test]
fn nothing_has_no_tags() {
    assert!(chosen(&[], 1.0).is_empty());
}
