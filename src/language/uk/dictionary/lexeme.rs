//! Which word is it? A stem, a paradigm, and the capitals of its lemma.

use super::Dictionary;
use super::layout::numbers16;
use super::word::Word;

/// Which letters of a lemma are capitals; the numbers are those of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Capitals {
    /// "рада"
    None,
    /// "Київ"
    First,
    /// "НАТО"
    All,
    /// "Івано-Франківськ"
    Parts,
    /// "ДонНУ": as the list has it.
    Listed,
}

impl Capitals {
    pub(super) const fn of(number: usize) -> Self {
        match number {
            0 => Self::None,
            1 => Self::First,
            2 => Self::All,
            3 => Self::Parts,
            _ => Self::Listed,
        }
    }
}

/// A word with all its forms, as one form of it shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lexeme {
    /// How many letters of the form are its stem.
    pub(super) stem: usize,
    pub(super) paradigm: usize,
    pub(super) capitals: Capitals,
}

/// A suffix of a paradigm with its tag, as numbers.
pub(super) type Pair = (usize, usize);

impl Dictionary<'_> {
    /// The suffix that the lemma of a paradigm has.
    pub(super) fn lemma_suffix(&self, paradigm: usize) -> usize {
        numbers16(self.file.paradigms.get(paradigm)).next().unwrap_or(0)
    }

    /// The suffixes of a paradigm with their tags, sorted.
    pub(super) fn pairs(&self, paradigm: usize) -> impl Iterator<Item = Pair> {
        let row = self.file.paradigms.get(paradigm).get(2..).unwrap_or_default();
        row.as_chunks::<4>()
            .0
            .iter()
            .map(|[a, b, c, d]| (usize::from(u16::from_le_bytes([*a, *b])), usize::from(u16::from_le_bytes([*c, *d]))))
    }

    /// The tags that a suffix has in a paradigm.
    pub(super) fn tags_of(&self, paradigm: usize, suffix: usize) -> impl Iterator<Item = usize> {
        let row = self.file.paradigms.get(paradigm).get(2..).unwrap_or_default().as_chunks::<4>().0;
        let number = |pair: &[u8; 4]| usize::from(u16::from_le_bytes([pair[0], pair[1]]));
        let from = row.partition_point(|pair| number(pair) < suffix);
        row[from..].iter().take_while(move |pair| number(pair) == suffix).map(|pair| usize::from(u16::from_le_bytes([pair[2], pair[3]])))
    }

    /// The stem of a lexeme in small letters with a suffix behind it.
    pub(super) fn spelled(&self, word: &Word<'_>, lexeme: Lexeme, suffix: usize) -> String {
        let suffix = self.file.suffixes.get(suffix);
        let mut out = String::with_capacity(2 * (lexeme.stem + suffix.len()));
        out.extend(word.small.iter().take(lexeme.stem));
        self.alphabet.write(suffix, &mut out);
        out
    }

    /// The lemma of a lexeme as the dictionary writes it.
    pub(super) fn lemma(&self, word: &Word<'_>, lexeme: Lexeme) -> String {
        let small = self.spelled(word, lexeme, self.lemma_suffix(lexeme.paradigm));
        match lexeme.capitals {
            Capitals::None => small,
            Capitals::Listed => self.listed(&small).map_or_else(|| capitalised(&small), str::to_owned),
            Capitals::First => capitalised(&small),
            Capitals::All => small.to_uppercase(),
            Capitals::Parts => small.split('-').map(capitalised).collect::<Vec<_>>().join("-"),
        }
    }

    /// How the list of lemmas writes one that is given in small letters.
    fn listed(&self, small: &str) -> Option<&str> {
        let rows = self.file.listed;
        let row = |place: usize| rows.text(place).split_once('\t').unwrap_or_default();
        let (mut low, mut high) = (0, rows.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if row(middle).0 < small {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Some(row(low)).filter(|(name, _)| *name == small).map(|(_, lemma)| lemma)
    }
}

/// A word with a capital at its beginning.
pub(super) fn capitalised(small: &str) -> String {
    let mut letters = small.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
