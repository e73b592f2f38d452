//! Does the dictionary say what a person would?

use super::*;
use crate::language::grammar::Feature;
use crate::language::uk::data::dictionary;
use proptest::prelude::*;

fn words() -> &'static Dictionary<'static> {
    dictionary().unwrap()
}

fn lemma(form: &str, part: &str, features: &str) -> String {
    words().lemma_of(form, Upos::of(part).unwrap(), Features::of(features))
}

fn inflected(form: &str, part: &str, features: &str, wanted: &str) -> Option<String> {
    let word = words().word(form);
    word.inflect(&word.best(Upos::of(part).unwrap(), Features::of(features))?, Features::of(wanted))
}

#[test]
fn all_analyses_of_a_form() {
    let word = words().word("Раді");
    let found: Vec<_> =
        word.readings().iter().map(|reading| format!("{} {} {}", word.lemma(reading), reading.part.name(), reading.features)).collect();
    for wanted in [
        "рада NOUN Animacy=Inan|Case=Dat|Gender=Fem|Number=Sing",
        "рада NOUN Animacy=Inan|Case=Loc|Gender=Fem|Number=Sing",
        "радий ADJ Case=Nom|Number=Plur",
    ] {
        assert!(found.iter().any(|one| one == wanted), "{wanted} is not among {found:#?}");
    }
}

#[test]
fn forms_are_found_as_they_are_typed() {
    for (form, wanted) in [
        ("обʼєктом", "об'єкт"),
        ("об’єктом", "об'єкт"),
        ("ҐАНКОМ", "ґанок"),
        ("за\u{301}мком", "замок"),
        ("приі\u{308}хали", "приїхати"),
        ("И\u{306}ого", "його"),
        ("НАТО", "НАТО"),
        ("івано-франківську", "Івано-Франківськ"),
    ] {
        let word = words().word(form);
        assert!(!word.is_guessed(), "{form}");
        assert!(word.readings().iter().any(|reading| word.lemma(reading) == wanted), "{form}");
    }
}

#[test]
fn lemmas_by_part_of_speech_and_features() {
    for (form, part, features, wanted) in [
        ("хочуть", "VERB", "Number=Plur|Person=3", "хотіти"),
        ("дякуючи", "VERB", "VerbForm=Conv", "дякувати"),
        ("принісши", "VERB", "VerbForm=Conv", "принести"),
        ("боячись", "VERB", "VerbForm=Conv", "боятися"),
        ("народу", "NOUN", "Case=Gen|Gender=Masc", "народ"),
        ("банками", "NOUN", "Case=Ins|Gender=Masc|Number=Plur", "банк"),
        ("головного", "NOUN", "Case=Gen|Gender=Neut", "головне"),
        ("батьків", "NOUN", "Case=Gen|Number=Ptan", "батьки"),
        ("36-ї", "ADJ", "Case=Gen|Gender=Fem", "36-й"),
        ("25-ти", "NUM", "Case=Gen", "25"),
        ("країни-агресорки", "NOUN", "Case=Gen|Gender=Fem|Number=Sing", "країна-агресорка"),
        ("COVID-сертифікатів", "NOUN", "Case=Gen|Gender=Masc|Number=Plur", "COVID-сертифікат"),
        ("ВАКСом", "PROPN", "Case=Ins|Gender=Masc", "ВАКС"),
        ("Голосу", "PROPN", "Case=Gen|Gender=Masc|Number=Sing", "Голос"),
        ("може", "ADV", "_", "може"),
        (",", "PUNCT", "_", ","),
        ("Reuters", "PROPN", "_", "Reuters"),
    ] {
        assert_eq!(lemma(form, part, features), wanted, "{form}");
    }
}

#[test]
fn surnames_by_their_declension() {
    let man = "Animacy=Anim|Case=Gen|Gender=Masc|Number=Sing";
    let woman = "Animacy=Anim|Case=Gen|Gender=Fem|Number=Sing";
    for (form, features, wanted) in [
        ("Шевченка", man, "Шевченко"),
        ("Шевченко", woman, "Шевченко"),
        ("Хмарського", man, "Хмарський"),
        ("Хмарської", woman, "Хмарська"),
        ("Гуменюка", man, "Гуменюк"),
        ("Гуменюк", woman, "Гуменюк"),
        ("Крамбуля", man, "Крамбуль"),
        ("Дорменте", man, "Дорменте"),
        ("Соколова", man, "Соколов"),
        ("Усть-Луги", "Case=Gen|Gender=Fem|Number=Sing", "Усть-Луга"),
    ] {
        assert_eq!(lemma(form, "PROPN", features), wanted);
    }
}

#[test]
fn words_are_put_into_other_forms() {
    let nominative = "Case=Nom";
    for (form, part, features, wanted, result) in [
        ("Північноатлантичного", "ADJ", "Case=Gen|Gender=Masc|Number=Sing", nominative, "Північноатлантичний"),
        ("альянсу", "NOUN", "Case=Gen|Gender=Masc|Number=Sing", nominative, "альянс"),
        ("нідерландської", "ADJ", "Case=Gen|Gender=Fem|Number=Sing", nominative, "нідерландська"),
        ("Об'єднаних", "ADJ", "Case=Gen|Number=Plur", nominative, "Об'єднані"),
        ("чотирьох", "NUM", "Case=Gen", nominative, "чотири"),
        ("дипломатів", "NOUN", "Case=Gen|Gender=Masc|Number=Plur", nominative, "дипломати"),
        ("ПРЕЗИДЕНТА", "NOUN", "Case=Gen|Gender=Masc|Number=Sing", nominative, "ПРЕЗИДЕНТ"),
        ("спецпредставником", "NOUN", "Case=Ins|Gender=Masc|Number=Sing", nominative, "спецпредставник"),
        ("новий", "ADJ", "Case=Nom|Gender=Masc|Number=Sing", "Gender=Fem|Case=Ins", "новою"),
        ("сказав", "VERB", "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Fin", "VerbForm=Inf", "сказати"),
    ] {
        assert_eq!(inflected(form, part, features, wanted).as_deref(), Some(result));
    }
    assert_eq!(inflected("швидко", "ADV", "_", nominative), None);
}

#[test]
fn what_the_dictionary_does_not_have_is_guessed() {
    let word = words().word("кіберпротидійних");
    assert!(word.is_guessed());
    assert!(
        word.readings()
            .iter()
            .any(|reading| word.lemma(reading) == "кіберпротидійний" && reading.features.get(Feature::Case) == Some("Gen"))
    );
    assert!(
        words().word("Reuters").readings().is_empty() && words().word("").readings().is_empty() && words().word("12").readings().is_empty()
    );
}

#[test]
fn damaged_dictionaries_are_refused() {
    let bytes = newsgraph_uk_dictionary::DICTIONARY;
    assert_eq!(Dictionary::load(b"").unwrap_err(), BadDictionary::OtherFormat);
    assert_eq!(Dictionary::load(b"NGWORDS1").unwrap_err(), BadDictionary::Damaged);
    assert_eq!(Dictionary::load(&bytes[..bytes.len() - 1]).unwrap_err(), BadDictionary::Damaged);
    for place in [8, 12, 16, 40, bytes.len() / 2, bytes.len() - 1] {
        let mut damaged = bytes.to_vec();
        damaged[place] ^= 1;
        assert_eq!(Dictionary::load(&damaged).unwrap_err(), BadDictionary::Damaged, "byte {place}");
    }
}

#[test]
fn the_dictionary_is_the_one_that_its_checksum_names() {
    let named = include_str!("../../../../models/uk-dictionary/dictionary.sha256");
    assert_eq!(named, format!("{}  dictionary.bin\n", crate::id::hex(&crate::id::sha256(newsgraph_uk_dictionary::DICTIONARY))));
}

proptest! {
    #[test]
    fn any_word_is_looked_up_and_inflected(form in "[а-яіїєґА-Я'ʼ-]{0,12}|\\PC{0,30}") {
        let word = words().word(&form);
        for part in Upos::all() {
            let _ = word.lemma_as(part, Features::of("Case=Gen|Gender=Fem|Number=Plur"));
        }
        for reading in word.readings() {
            prop_assert!(!word.lemma(reading).is_empty());
            let _ = word.inflect(reading, Features::of("Case=Nom"));
        }
    }

    #[test]
    fn a_form_inflected_into_its_own_features_is_itself(form in prop::sample::select(vec!["ради", "столом", "нові", "Києвом", "пишуть", "трьох"])) {
        let word = words().word(form);
        for reading in word.readings() {
            let same = word.inflect(reading, reading.features).unwrap();
            prop_assert!(words().word(&same).readings().iter().any(|other| other.features == reading.features));
        }
    }
}
