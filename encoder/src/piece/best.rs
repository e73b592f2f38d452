//! Which segmentation of a word has the highest score?

use super::{MARK, MARKS, Vocabulary, normal};

/// Letters of a word that are looked at; a word that is longer has its pieces among them.
const LETTERS: usize = 1000;

/// Best way to a place of the word.
#[derive(Debug, Clone, Copy)]
struct Way {
    score: f64,
    /// Where its last piece begins.
    from: usize,
    piece: u32,
}

/// Room for the choice of pieces, kept from word to word.
#[derive(Debug, Default)]
pub struct Choice {
    word: String,
    ways: Vec<Way>,
    back: Vec<u32>,
}

impl Choice {
    /// Adds the pieces of a word to `pieces`: one at least, so many at most as the vocabulary allows. Spaces within it part it.
    pub fn add(&mut self, vocabulary: &Vocabulary<'_>, word: &str, pieces: &mut Vec<u32>) {
        let begin = pieces.len();
        let word = word.char_indices().nth(LETTERS).map_or(word, |(end, _)| &word[..end]);
        for part in normal(word).split_whitespace() {
            if pieces.len() - begin >= vocabulary.longest_word {
                break;
            }
            self.word.clear();
            self.word.push(MARK);
            self.word.push_str(part);
            self.part(vocabulary, pieces);
        }
        if pieces.len() == begin {
            pieces.push(vocabulary.unknown.0);
        }
        pieces.truncate(begin + vocabulary.longest_word);
    }

    fn part(&mut self, vocabulary: &Vocabulary<'_>, pieces: &mut Vec<u32>) {
        let Self { word, ways, .. } = self;
        let bytes = word.as_bytes();
        let unknown = vocabulary.unknown;
        ways.clear();
        ways.resize(bytes.len() + 1, Way { score: f64::NEG_INFINITY, from: 0, piece: unknown.0 });
        ways[0].score = 0.0;
        for (from, first) in word.char_indices() {
            let sofar = ways[from].score;
            let mut single = false;
            let mut range = MARKS..vocabulary.len();
            let mut length = 0;
            for c in word[from..].chars() {
                let next = &bytes[from + length..from + length + c.len_utf8()];
                range = vocabulary.narrow(range, length, next);
                length += c.len_utf8();
                if range.is_empty() {
                    break;
                }
                if let Some(piece) = vocabulary.whole(range.start, length) {
                    single |= length == first.len_utf8();
                    reach(ways, from, length, sofar + vocabulary.score(range.start), piece);
                }
            }
            if !single {
                reach(ways, from, first.len_utf8(), sofar + unknown.1, unknown.0);
            }
        }
        self.read_back(unknown.0, pieces);
    }

    /// The pieces of the best way, unknown neighbours made one.
    fn read_back(&mut self, unknown: u32, pieces: &mut Vec<u32>) {
        self.back.clear();
        let mut place = self.ways.len() - 1;
        while place > 0 {
            let way = self.ways[place];
            if way.piece != unknown || self.back.last() != Some(&unknown) {
                self.back.push(way.piece);
            }
            place = way.from;
        }
        pieces.extend(self.back.iter().rev());
    }
}

/// Takes a piece as the last one before a place if no better way leads there.
fn reach(ways: &mut [Way], from: usize, length: usize, score: f64, piece: u32) {
    let way = &mut ways[from + length];
    if score > way.score {
        *way = Way { score, from, piece };
    }
}

impl Vocabulary<'_> {
    /// Of the pieces in `range`, which all begin with the same `length` bytes, those that go on with `next`.
    fn narrow(&self, range: std::ops::Range<usize>, length: usize, next: &[u8]) -> std::ops::Range<usize> {
        let goes_on = |row: usize| self.piece(row).get(length..).unwrap_or_default();
        let begin = first(range.clone(), |row| goes_on(row) >= next);
        let end = first(begin..range.end, |row| {
            let rest = goes_on(row);
            &rest[..rest.len().min(next.len())] > next
        });
        begin..end
    }

    /// The number of a piece if it is `length` bytes long.
    fn whole(&self, row: usize, length: usize) -> Option<u32> {
        let piece = u32::try_from(row).ok()?;
        (self.piece(row).len() == length).then_some(piece)
    }
}

/// The first place of a range for which `yes` holds, as it does for all after it.
fn first(range: std::ops::Range<usize>, yes: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (range.start, range.end);
    while low < high {
        let middle = low.midpoint(high);
        if yes(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}
