//! In which pieces is a graph sent? Whole lines of N-Triples, so many or so long at most.

/// Bytes that are sent at once at most, whatever the number of triples.
const BYTES: usize = 16 << 20;

/// Sorted lines of N-Triples, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lines(String);

impl Lines {
    /// Takes N-Triples.
    pub fn new(text: Vec<u8>) -> Self {
        Self(String::from_utf8(text).unwrap_or_default())
    }

    /// How many triples there are.
    pub fn count(&self) -> usize {
        self.0.bytes().filter(|byte| *byte == b'\n').count()
    }

    /// How many bytes.
    pub const fn bytes(&self) -> usize {
        self.0.len()
    }

    /// The lines.
    pub fn iter(&self) -> std::str::Lines<'_> {
        self.0.lines()
    }

    /// What is left from a place on, cut to `triples` lines; at least one line.
    pub fn piece(&self, from: usize, triples: usize) -> &str {
        let rest = self.0.get(from..).unwrap_or_default();
        let mut end = 0;
        for (count, line) in rest.split_inclusive('\n').enumerate() {
            if count > 0 && (count >= triples || end + line.len() > BYTES) {
                break;
            }
            end += line.len();
        }
        &rest[..end]
    }
}

impl FromIterator<String> for Lines {
    /// Lines with their ends.
    fn from_iter<I: IntoIterator<Item = String>>(lines: I) -> Self {
        Self(lines.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_make_the_whole() {
        let lines = Lines::new(b"a .\nbb .\nc .\n".to_vec());
        assert_eq!((lines.count(), lines.bytes()), (3, 13));
        for triples in 0..5 {
            let (mut from, mut all) = (0, String::new());
            while from < lines.bytes() {
                let piece = lines.piece(from, triples);
                assert!(piece.lines().count() <= triples.max(1) && piece.ends_with('\n'));
                from += piece.len();
                all.push_str(piece);
            }
            assert_eq!(all, lines.0);
        }
        assert_eq!(lines.piece(13, 2), "");
    }
}
