//! How is a Ukrainian name written in Latin letters? By the official table of 2010, in `ontology/lexicon/uk/romanisation.tsv`.

use foldhash::HashMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../ontology/lexicon/uk/romanisation.tsv");

/// One letter, or two with the second not `None`, in lower case; then what stands for it at the beginning of a word and elsewhere.
type Rows = HashMap<(char, Option<char>), (&'static str, &'static str)>;

static ROWS: LazyLock<Rows> = LazyLock::new(|| {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| {
        let mut cells = line.split('\t').map(|cell| if cell == "-" { "" } else { cell });
        let mut letters = cells.next()?.chars();
        Some(((letters.next()?, letters.next()), (cells.next()?, cells.next()?)))
    })
    .collect()
});

/// Writes the Ukrainian letters of a text in Latin ones; other characters stay. A capital letter gives a capital.
#[must_use]
pub fn romanise(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut initial = true;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let c = if matches!(c, '’' | 'ʼ' | '`') { '\'' } else { c };
        let pair = ROWS.get(&(lower(c), chars.peek().copied().map(lower))).filter(|_| chars.peek().is_some());
        if pair.is_some() {
            chars.next();
        }
        match pair.or_else(|| ROWS.get(&(lower(c), None))) {
            // An apostrophe is one only within a word.
            Some(_) if c == '\'' && (initial || !chars.peek().is_some_and(|next| next.is_alphabetic())) => out.push(c),
            Some((first, later)) => push(&mut out, if initial { first } else { later }, c.is_uppercase()),
            None => out.push(c),
        }
        initial = !c.is_alphanumeric() && (c != '\'' || initial);
    }
    out
}

/// The small letter of a letter; no letter of the table has several.
fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

fn push(out: &mut String, letters: &str, capital: bool) {
    let mut letters = letters.chars();
    if let Some(first) = letters.next() {
        out.push(if capital { first.to_ascii_uppercase() } else { first });
    }
    out.extend(letters);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_resolution() {
        for (name, latin) in [
            ("Алушта", "Alushta"),
            ("Єнакієве", "Yenakiieve"),
            ("Гаєвич", "Haievych"),
            ("Згорани", "Zghorany"),
            ("Розгон", "Rozghon"),
            ("Їжакевич", "Yizhakevych"),
            ("Кадиївка", "Kadyivka"),
            ("Йосипівка", "Yosypivka"),
            ("Стрий", "Stryi"),
            ("Щербухи", "Shcherbukhy"),
            ("Гоща", "Hoshcha"),
            ("Русь", "Rus"),
            ("Крюківка", "Kriukivka"),
            ("Яготин", "Yahotyn"),
            ("Костянтин", "Kostiantyn"),
            ("Знам’янка", "Znamianka"),
            ("Феодосія", "Feodosiia"),
            ("ЄС, «НАТО» 3.0", "YeS, «NATO» 3.0"),
        ] {
            assert_eq!(romanise(name), latin);
        }
    }
}
