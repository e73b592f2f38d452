//! Do two names mean the same? The same words in any case, a surname and a full name, an abbreviation and what it stands for.

use crate::language::is_form;

/// Whether two words are one word, in whichever case each stands.
pub fn same_word(one: &str, other: &str) -> bool {
    one == other || is_form(one, other) || is_form(other, one)
}

/// Whether all words of a name stand in another one, in its order.
pub fn is_part(short: &str, long: &str) -> bool {
    let mut words = long.split(' ');
    !short.is_empty() && short.split(' ').all(|word| words.any(|other| same_word(word, other)))
}

/// Whether two names have the same words.
pub fn same_name(one: &str, other: &str) -> bool {
    one == other || (one.split(' ').count() == other.split(' ').count() && is_part(one, other))
}

/// Whether a short name is that of the person who bears the long one: a surname, an initial and the surname, or some of its words.
pub fn is_short_person(short: &str, long: &str) -> bool {
    let (words, whole): (Vec<&str>, Vec<&str>) = (short.split(' ').collect(), long.split(' ').collect());
    match words.as_slice() {
        // Spanish and Arabic names have several surnames; the first name alone is not enough.
        [only] => whole.len() > 1 && whole[1..].iter().any(|part| same_word(only, part)),
        [initial, surname] if initial.ends_with('.') => {
            let first = initial.chars().next();
            whole.len() > 1 && whole.last().is_some_and(|last| same_word(surname, last)) && whole[0].chars().next() == first
        }
        _ => whole.len() > words.len() && is_part(short, long),
    }
}

/// Whether an abbreviation is made of the first letters of the words of a name; small words and parts of compounds may give one or not.
pub fn abbreviates(short: &str, long: &str) -> bool {
    let letters: Vec<char> = short.chars().collect();
    if letters.len() < 2 || !letters.iter().all(|c| c.is_uppercase()) {
        return false;
    }
    let initials: Vec<(char, bool)> = (long.split([' ', '-']).filter(|word| word.chars().any(char::is_alphanumeric)))
        .filter_map(|word| Some((word.chars().next()?.to_uppercase().next()?, word.chars().count() <= 3)))
        .collect();
    if initials.len() < 2 {
        return false;
    }
    let mut rest = letters.iter().peekable();
    for (initial, small) in &initials {
        match rest.peek() {
            Some(letter) if **letter == *initial => {
                rest.next();
            }
            _ if *small => {}
            _ => return false,
        }
    }
    rest.peek().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_person_are_found() {
        assert!(is_short_person("новак", "анджей новак") && is_short_person("новака", "анджей новак"));
        assert!(is_short_person("а. новак", "анджей новак") && !is_short_person("б. новак", "анджей новак"));
        assert!(!is_short_person("новак", "новак") && !is_short_person("анджей", "анджей новак"));
    }

    #[test]
    fn an_abbreviation_has_the_first_letters() {
        assert!(abbreviates("МЗС", "Міністерство закордонних справ"));
        assert!(abbreviates("МОН", "Міністерство освіти і науки") && abbreviates("РФ", "Російська Федерація"));
        assert!(!abbreviates("МЗС", "Міністерство оборони") && !abbreviates("А", "Альянс") && !abbreviates("ЄС", "Європа"));
    }
}
