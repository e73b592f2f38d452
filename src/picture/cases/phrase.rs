//! How is a noun phrase put into another case: a person's name, a noun with the adjectives before it?

use crate::language::{Dictionary, Feature, Features, Reading, Upos, Word};

/// Endings of which a word has two, and that of the two which newspapers use.
const DATIVE: [(&str, &str); 6] = [("жеві", "жу"), ("чеві", "чу"), ("шеві", "шу"), ("ові", "у"), ("еві", "ю"), ("єві", "ю")];
const LOCATIVE: [(&str, &str); 9] =
    [("кові", "ку"), ("гові", "гу"), ("хові", "ху"), ("ові", "і"), ("еві", "і"), ("єві", "ї"), ("'ю", "'ї"), ("ю", "і"), ("у", "і")];

/// First name and surname, in the gender of the first name.
pub fn of_person(dictionary: &Dictionary<'_>, words: &[&str], case: &str) -> Option<Vec<String>> {
    let first = dictionary.word(words.first()?);
    let name = nominative(&first, |reading| reading.part == Upos::Propn && is(*reading, "Animacy=Anim"))?;
    let gender = name.features.get(Feature::Gender)?;
    let wanted = Features::of("Animacy=Anim|Number=Sing").with(Feature::Gender, gender);
    let one = |word: &&str| {
        if word.contains('-') {
            return None;
        }
        let known = dictionary.word(word);
        let reading = known
            .best(Upos::Propn, wanted.with(Feature::Case, "Nom"))
            .filter(|reading| is(*reading, "Case=Nom") && reading.features.agree(wanted, Feature::Gender));
        let form = reading.and_then(|reading| inflected(dictionary, &known, &reading, wanted.with(Feature::Case, case)));
        // What ends in a vowel may have no other forms, as the surnames of women that end in a consonant.
        form.or_else(|| (gender == "Fem" || word.ends_with(['о', 'е', 'є', 'у', 'ю', 'і', 'и'])).then(|| (*word).to_owned()))
    };
    words.iter().map(one).collect()
}

/// A noun with the adjectives before it; what stands behind the noun stays.
pub fn of_thing(dictionary: &Dictionary<'_>, words: &[&str], case: &str, lives: bool) -> Option<Vec<String>> {
    let (place, noun) = head(dictionary, words, lives)?;
    let plural = !is(noun, "Number=Sing");
    let of_noun = Features::NONE.with(Feature::Case, case).with(Feature::Number, noun.features.get(Feature::Number).unwrap_or("_"));
    let mut of_adjective = Features::NONE.with(Feature::Case, case).with(Feature::Number, if plural { "Plur" } else { "Sing" });
    let gender = noun.features.get(Feature::Gender).filter(|_| !plural);
    of_adjective.set(Feature::Gender, gender.unwrap_or("_"));
    // Only here do adjectives tell what lives from what does not.
    if case == "Acc" && (plural || gender == Some("Masc")) {
        of_adjective.set(Feature::Animacy, noun.features.get(Feature::Animacy).unwrap_or("_"));
    }
    let mut out = Vec::with_capacity(words.len());
    for (at, text) in words.iter().enumerate() {
        if at > place {
            let before = dictionary.word(bare(words[at - 1]));
            let free = !before.readings().iter().any(|reading| reading.part == Upos::Adp);
            if free && may_be_another_head(dictionary, text) {
                return None;
            }
            out.push((*text).to_owned());
            continue;
        }
        let word = dictionary.word(bare(text));
        let reading = if at == place { noun } else { nominative(&word, |reading| is_adjective(*reading) && goes_with(*reading, noun))? };
        out.push(text.replace(bare(text), &inflected(dictionary, &word, &reading, if at == place { of_noun } else { of_adjective })?));
    }
    Some(out)
}

/// The noun that a name is about, in the nominative, with its place: the last one behind adjectives that go with it.
pub fn head(dictionary: &Dictionary<'_>, words: &[&str], lives: bool) -> Option<(usize, Reading)> {
    let words: Vec<Word<'_>> = words.iter().map(|text| dictionary.word(bare(text))).collect();
    let adjectives = words.iter().take_while(|word| nominative(word, |reading| is_adjective(*reading)).is_some()).count();
    (0..words.len().min(adjectives + 1)).rev().find_map(|place| {
        let fits = |noun: &Reading| {
            words[..place].iter().all(|word| nominative(word, |reading| is_adjective(*reading) && goes_with(*reading, *noun)).is_some())
        };
        let noun = |living: bool| {
            let animacy = if living { "Animacy=Anim" } else { "Animacy=Inan" };
            let noun = |reading: &Reading| matches!(reading.part, Upos::Noun | Upos::Propn) && is(*reading, animacy);
            nominative(&words[place], |reading| noun(reading) && fits(reading))
        };
        // Of "дипломат", who speaks, and "дипломат", which is carried, the first where people are meant.
        Some((place, noun(lives).or_else(|| noun(!lives))?))
    })
}

/// A word in another form; of several the one that newspapers use.
fn inflected(dictionary: &Dictionary<'_>, word: &Word<'_>, reading: &Reading, wanted: Features) -> Option<String> {
    let form = word.inflect(reading, wanted)?;
    let usual = match wanted.get(Feature::Case) {
        Some("Dat") => by_endings(&form, &DATIVE),
        Some("Loc") => by_endings(&form, &LOCATIVE),
        Some("Gen") => by_endings(&form, &[("ости", "ості")]),
        _ => None,
    };
    let lemma = word.lemma(reading);
    let known = |usual: &String| {
        let other = dictionary.word(usual);
        other
            .known()
            .iter()
            .any(|known| known.features.agree(wanted, Feature::Case) && known.part == reading.part && other.lemma(known) == lemma)
    };
    Some(usual.filter(known).unwrap_or(form))
}

fn by_endings(form: &str, endings: &[(&str, &str)]) -> Option<String> {
    endings.iter().find_map(|(from, to)| Some(format!("{}{to}", form.strip_suffix(from)?)))
}

/// A reading of a known word in the nominative.
fn nominative(word: &Word<'_>, fits: impl Fn(&Reading) -> bool) -> Option<Reading> {
    word.known().iter().copied().find(|reading| is(*reading, "Case=Nom") && fits(reading))
}

/// Whether a word behind the noun may stand in the nominative and in no other case, or joins a second noun to it.
fn may_be_another_head(dictionary: &Dictionary<'_>, text: &str) -> bool {
    let word = dictionary.word(bare(text));
    let named = |reading: &&Reading| matches!(reading.part, Upos::Noun | Upos::Propn | Upos::Adj);
    let mut named = word.readings().iter().filter(named).peekable();
    named.peek().is_some() && !is_fixed(bare(text)) && named.all(|reading| is(*reading, "Case=Nom") || is(*reading, "Case=Voc"))
}

fn is(reading: Reading, features: &str) -> bool {
    let wanted = Features::of(features);
    wanted.present().all(|(feature, _)| reading.features.agree(wanted, feature))
}

pub fn is_plural(reading: Reading) -> bool {
    is(reading, "Number=Plur") || is(reading, "Number=Ptan")
}

fn is_adjective(reading: Reading) -> bool {
    matches!(reading.part, Upos::Adj | Upos::Det)
}

/// Whether an adjective goes with a noun.
fn goes_with(adjective: Reading, noun: Reading) -> bool {
    if is(noun, "Number=Sing") {
        is(adjective, "Number=Sing") && adjective.features.agree(noun.features, Feature::Gender)
    } else {
        is_plural(adjective) && is_plural(noun)
    }
}

/// Whether a word has no other forms: an abbreviation, a number, a word in other letters.
pub fn is_fixed(word: &str) -> bool {
    let cyrillic = |c: char| ('\u{400}'..='\u{52f}').contains(&c);
    !word.chars().any(|c| cyrillic(c) && c.is_lowercase()) || !word.chars().all(|c| cyrillic(c) || "'’ʼ-".contains(c))
}

/// A word without the marks around it and the number behind it ("потік-2").
pub fn bare(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    match word.rsplit_once('-') {
        Some((word, number)) if number.bytes().all(|b| b.is_ascii_digit()) => word,
        _ => word,
    }
}
