//! Where does a sentence end? Behind a full stop, a question mark, an exclamation mark or dots with the quote marks and brackets that close
//! behind them, where what follows may begin a sentence; at an empty line always, at the end of a line unless the text is wrapped.

use super::piece::{Belongs, Gap, Kind, Piece};

/// Behind which tokens a sentence ends, as the number of tokens up to there.
pub(super) fn ends(text: &str, pieces: &[Piece]) -> Vec<usize> {
    let lines = Lines { text, pieces, wrapped: is_wrapped(text, pieces) };
    let mut found = Vec::new();
    let mut from = 0;
    while from < pieces.len() {
        from = lines.end(from);
        found.push(from);
    }
    found
}

struct Lines<'t> {
    text: &'t str,
    pieces: &'t [Piece],
    /// Whether lines end within sentences.
    wrapped: bool,
}

/// A text is wrapped where every fifth line goes on with a small letter.
fn is_wrapped(text: &str, pieces: &[Piece]) -> bool {
    let lines = pieces.iter().filter(|piece| piece.gap == Gap::Line);
    let (small, all) = lines.fold((0_usize, 0_usize), |(small, all), piece| {
        (small + usize::from(text[piece.begin..].starts_with(char::is_lowercase)), all + 1)
    });
    small * 5 > all
}

impl Lines<'_> {
    /// Where the sentence ends that begins at `from`.
    fn end(&self, from: usize) -> usize {
        let mut at = from;
        let mut straight = false;
        loop {
            let Some(piece) = self.pieces.get(at) else { return at };
            straight ^= piece.kind == Kind::Straight;
            at += 1;
            let Some(next) = self.pieces.get(at) else { return at };
            if self.breaks(next) {
                return at;
            }
            let stops = match piece.kind {
                Kind::Stop => true,
                Kind::Abbreviation(belongs) => self.may_end(from, at - 1, belongs),
                _ => false,
            };
            if stops {
                let stop = at - 1;
                at = self.behind_closing(at, &mut straight);
                if self.ends_behind(from, stop, at) {
                    return at;
                }
            }
        }
    }

    /// Whether a paragraph or a line ends before a token.
    fn breaks(&self, next: &Piece) -> bool {
        next.gap == Gap::Paragraph || (next.gap == Gap::Line && !self.wrapped)
    }

    /// Whether an abbreviation may be the last word of a sentence.
    fn may_end(&self, from: usize, at: usize, belongs: Belongs) -> bool {
        match belongs {
            Belongs::Next => false,
            Belongs::Before => true,
            Belongs::Either => {
                at > from
                    && match self.pieces[at - 1].kind {
                        Kind::Number | Kind::Abbreviation(_) => true,
                        _ => self.word(at - 1).chars().all(|c| "IVXLCМХІ".contains(c)),
                    }
            }
        }
    }

    /// Behind the quote marks, brackets and stops that stand at `at` without a space. `straight`: a straight quote mark is open.
    fn behind_closing(&self, mut at: usize, straight: &mut bool) -> usize {
        while let Some(piece) = self.pieces.get(at).filter(|piece| piece.gap == Gap::None) {
            match piece.kind {
                Kind::Close | Kind::Stop => {}
                Kind::Straight if *straight => *straight = false,
                _ => break,
            }
            at += 1;
        }
        at
    }

    /// Whether a sentence ends before `at` whose stop stands at `stop`: what follows has to be such that it begins a sentence.
    fn ends_behind(&self, from: usize, stop: usize, at: usize) -> bool {
        let Some(next) = self.pieces.get(at) else { return true };
        if self.breaks(next) {
            return true;
        }
        if next.gap == Gap::None {
            // "Разом.Тому": the space is missing.
            let after_word = at == stop + 1 && stop > from && self.word(stop - 1).chars().last().is_some_and(char::is_lowercase);
            return after_word && next.kind == Kind::Word && self.word(at).starts_with(|c: char| c.is_uppercase() && !c.is_ascii());
        }
        // "1. Перше": the number of an item.
        if stop == from + 1 && self.pieces[from].kind == Kind::Number && self.word(stop) == "." && self.word(from).len() <= 3 {
            return false;
        }
        let quoted = (stop + 1..at)
            .any(|place| matches!(self.pieces[place].kind, Kind::Close | Kind::Straight) && !self.word(place).starts_with([')', ']']));
        self.begins(at, quoted)
    }

    /// Whether the token at `at` may begin a sentence. Behind a quotation a dash leads to the speaker.
    fn begins(&self, at: usize, quoted: bool) -> bool {
        let mut place = at;
        if self.pieces[at].kind == Kind::Dash {
            if quoted {
                return false;
            }
            place += 1;
        }
        while self.pieces.get(place).is_some_and(|piece| matches!(piece.kind, Kind::Open | Kind::Straight)) {
            place += 1;
        }
        self.pieces.get(place).is_none_or(|piece| match piece.kind {
            Kind::Close | Kind::Stop => false,
            Kind::Other => !self.word(place).starts_with([',', ';', ':', '%', '/', ')']),
            _ => !self.word(place).starts_with(char::is_lowercase),
        })
    }

    fn word(&self, at: usize) -> &str {
        self.pieces.get(at).map_or("", |piece| &self.text[piece.begin..piece.end])
    }
}
