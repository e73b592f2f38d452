//! How is the dictionary asked for a word? In small letters, with г for ґ and one apostrophe, each letter as a number.

use foldhash::HashMap;

/// The number of a letter that the dictionary does not have.
pub(super) const UNKNOWN: u8 = 0;

/// The letters of the dictionary.
#[derive(Debug)]
pub(super) struct Alphabet {
    letters: Vec<char>,
    /// Numbers of the Cyrillic letters, by their place in the block.
    cyrillic: [u8; 0x60],
    others: HashMap<char, u8>,
}

impl Alphabet {
    pub(super) fn new(letters: &str) -> Self {
        let mut alphabet = Self { letters: letters.chars().collect(), cyrillic: [UNKNOWN; 0x60], others: HashMap::default() };
        for (place, letter) in alphabet.letters.iter().enumerate() {
            let number = u8::try_from(place + 1).unwrap_or(UNKNOWN);
            match cyrillic(*letter).and_then(|at| alphabet.cyrillic.get_mut(at)) {
                Some(slot) => *slot = number,
                None => _ = alphabet.others.insert(*letter, number),
            }
        }
        alphabet
    }

    /// The number of a small letter.
    pub(super) fn number(&self, letter: char) -> u8 {
        let letter = if letter == 'ґ' { 'г' } else { letter };
        match cyrillic(letter).and_then(|at| self.cyrillic.get(at)) {
            Some(number) => *number,
            None => self.others.get(&letter).copied().unwrap_or(UNKNOWN),
        }
    }

    /// Writes the letters of numbers behind a text.
    pub(super) fn write(&self, numbers: &[u8], out: &mut String) {
        out.extend(numbers.iter().filter_map(|number| self.letters.get(usize::from(*number).checked_sub(1)?)));
    }
}

fn cyrillic(letter: char) -> Option<usize> {
    (letter as usize).checked_sub(0x400)
}

/// The small letters of a word, one for each of its letters, with one apostrophe and one hyphen; accents and signs that nobody sees are left
/// out.
///
/// Letters that are written as two signs (`і` and a diaeresis, `и` and a breve, as macOS and PDF have them) are one.
pub(in crate::language::uk) fn small(word: &str) -> impl Iterator<Item = char> {
    let mut plain =
        word.chars().filter(|c| !matches!(c, '\u{300}' | '\u{301}' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}')).peekable();
    std::iter::from_fn(move || {
        let c = match plain.next()? {
            c @ ('а'..='я' | 'a'..='z' | 'і' | 'ї' | 'є' | 'ґ' | '\'' | '-') => c,
            '’' | 'ʼ' | '`' | '´' | '‘' | '′' | '"' => '\'',
            '\u{2010}' | '\u{2011}' => '-',
            c => c.to_lowercase().next().unwrap_or(c),
        };
        Some(match c {
            'і' if plain.next_if_eq(&'\u{308}').is_some() => 'ї',
            'и' if plain.next_if_eq(&'\u{306}').is_some() => 'й',
            c => c,
        })
    })
}
