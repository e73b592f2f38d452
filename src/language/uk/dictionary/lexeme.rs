//! Which word is it? A stem, a paradigm, and the capitals of its lemma.

use super::Dictionary;
use super::layout::numbers16;
use super::spelling::Spelling;

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
    pub(super) const fn of(number: u16) -> Self {
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
    pub(super) stem: u8,
    pub(super) paradigm: u16,
    pub(super) capitals: Capitals,
}

/// A suffix of a paradigm with its tag, as numbers.
pub(super) type Pair = (usize, u16);

impl Dictionary<'_> {
    /// The suffix that the lemma of a paradigm has.
    pub(super) fn lemma_suffix(&self, paradigm: u16) -> usize {
        numbers16(self.file.paradigms.get(usize::from(paradigm))).next().map_or(usize::MAX, usize::from)
    }

    /// The suffixes of a paradigm with their tags, sorted.
    pub(super) fn pairs(&self, paradigm: u16) -> impl Iterator<Item = Pair> {
        self.row(paradigm).iter().copied().map(pair)
    }

    /// The tags that a suffix has in a paradigm.
    pub(super) fn tags_of(&self, paradigm: u16, suffix: usize) -> impl Iterator<Item = u16> {
        let row = self.row(paradigm);
        let from = row.partition_point(|bytes| pair(*bytes).0 < suffix);
        row[from..].iter().copied().map(pair).take_while(move |(number, _)| *number == suffix).map(|(_, tag)| tag)
    }

    fn row(&self, paradigm: u16) -> &[[u8; 4]] {
        self.file.paradigms.get(usize::from(paradigm)).get(2..).unwrap_or_default().as_chunks().0
    }

    /// The stem of a lexeme in small letters with a suffix behind it.
    pub(super) fn spelled(&self, word: &Spelling<'_>, lexeme: Lexeme, suffix: usize) -> String {
        let (stem, suffix) = (usize::from(lexeme.stem), self.file.suffixes.get(suffix));
        let mut out = String::with_capacity(2 * (stem + suffix.len()));
        out.extend(word.begin(stem));
        self.alphabet.write(suffix, &mut out);
        out
    }

    /// The lemma of a lexeme as the dictionary writes it.
    pub(super) fn lemma(&self, word: &Spelling<'_>, lexeme: Lexeme) -> String {
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

fn pair([a, b, c, d]: [u8; 4]) -> Pair {
    (usize::from(u16::from_le_bytes([a, b])), u16::from_le_bytes([c, d]))
}

/// A word with a capital at its beginning.
pub(super) fn capitalised(small: &str) -> String {
    let mut letters = small.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
