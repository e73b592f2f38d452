//! How far does a word reach? Letters and digits; within it apostrophes and hyphens, and the signs that names are written with.

/// Apostrophes as they are typed.
const APOSTROPHES: &str = "'’ʼ`´‘′";
/// Hyphens, the soft and the hard one included.
const HYPHENS: &str = "-\u{2010}\u{2011}\u{ad}";

/// Whether a character makes a word by itself: most are Cyrillic, which need no table.
pub(super) fn is_letter(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' | 'a'..='z' | 'A'..='Z')
        || (!c.is_ascii() && c.is_alphabetic() && !matches!(c, '\u{2b0}'..='\u{2ff}'))
}

/// Marks that stand on a letter, and signs that nobody sees within a word.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}')
}

/// The length in bytes of the word that begins with the first character of the text, which is a letter or a digit.
pub(super) fn length(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    let mut before = ' ';
    let mut end = rest.len();
    while let Some((at, c)) = chars.next() {
        let inside = |next: Option<&(usize, char)>| match next.map(|(_, next)| *next) {
            _ if is_letter(c) || c.is_numeric() || is_mark(c) || c == '_' => true,
            Some(next) if APOSTROPHES.contains(c) => is_letter(before) && is_letter(next),
            Some(next) if HYPHENS.contains(c) => joins(before, next),
            // "об"єкт": the nearest key to the apostrophe.
            Some(next) if c == '"' => "бпвмфрдткнзжцчш".contains(before) && "яюєї".contains(next),
            Some(next) if c == '&' => before.is_uppercase() && next.is_uppercase(),
            next if c == '+' => (is_letter(before) || before == '+') && !next.is_some_and(|next| is_letter(next) || next.is_numeric()),
            _ => false,
        };
        if !inside(chars.peek()) {
            end = at;
            break;
        }
        before = if is_mark(c) { before } else { c };
    }
    end
}

/// Whether a hyphen between two characters belongs to a word.
fn joins(before: char, next: char) -> bool {
    (is_letter(before) || before.is_numeric()) && (is_letter(next) || next.is_numeric())
}
