//! How is a Ukrainian name written in Latin letters? By the official table of 2010, in `ontology/lexicon/uk/romanisation.tsv`.

use std::collections::HashMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../ontology/lexicon/uk/romanisation.tsv");

type Rows = HashMap<&'static str, (&'static str, &'static str)>;

static ROWS: LazyLock<Rows> = LazyLock::new(|| {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| {
        let mut cells = line.split('\t').map(|cell| if cell == "-" { "" } else { cell });
        Some((cells.next()?, (cells.next()?, cells.next()?)))
    })
    .collect()
});

/// Writes the Ukrainian letters of a text in Latin ones; other characters stay. A capital letter gives a capital.
#[must_use]
pub fn romanise(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut initial = true;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let c = if matches!(c, '’' | 'ʼ' | '`') { '\'' } else { c };
        let lower: String = c.to_lowercase().collect();
        let pair: String = text[at..].chars().take(2).flat_map(char::to_lowercase).collect();
        let row = match ROWS.get(pair.as_str()) {
            Some(row) => {
                chars.next();
                Some(row)
            }
            None => ROWS.get(lower.as_str()),
        };
        match row {
            // An apostrophe is one only within a word.
            Some(_) if c == '\'' && (initial || !chars.peek().is_some_and(|(_, next)| next.is_alphabetic())) => out.push(c),
            Some((first, later)) => push(&mut out, if initial { first } else { later }, c.is_uppercase()),
            None => out.push(c),
        }
        initial = !c.is_alphanumeric() && (c != '\'' || initial);
    }
    out
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
