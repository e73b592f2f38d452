//! Which number has a word? A packed automaton (`training/words/automaton.py` says how), walked where it lies.

/// The value of the word that ends here comes first in a node, under this letter.
const END: u8 = 0;
const LAST: u8 = 0x80;
const NEXT: u8 = 0x40;
const LETTER: u8 = 0x3f;

/// A map from words, as numbers of letters, to numbers below 2^24. Whatever its bytes are, walking it ends and never panics.
#[derive(Debug, Clone, Copy)]
pub(super) struct Automaton<'d>(pub &'d [u8]);

/// A place within the automaton: all words that begin with the letters walked so far.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node(usize);

impl<'d> Automaton<'d> {
    pub(super) const ROOT: Node = Node(0);

    /// The value of the word that ends at a node.
    pub(super) fn value(self, node: Node) -> Option<usize> {
        let arc = *self.0.get(node.0)?;
        if arc & LETTER == END { self.number(node.0 + 1) } else { None }
    }

    /// The node one letter further.
    pub(super) fn step(self, node: Node, letter: u8) -> Option<Node> {
        let mut at = node.0;
        let mut target = None;
        // The target that follows the node is known at the node's end.
        let mut follows = false;
        loop {
            let arc = *self.0.get(at)?;
            at += 1;
            let next = arc & NEXT != 0;
            if arc & LETTER == letter && letter != END {
                if next {
                    follows = true;
                } else {
                    target = self.number(at);
                    break;
                }
            }
            if !next {
                at += 3;
            }
            if arc & LAST != 0 {
                break;
            }
        }
        if follows { Some(Node(at)) } else { target.map(Node) }
    }

    /// The value of a whole word.
    pub(super) fn get(self, word: &[u8]) -> Option<usize> {
        let node = word.iter().try_fold(Self::ROOT, |node, letter| self.step(node, *letter))?;
        self.value(node)
    }

    fn number(self, at: usize) -> Option<usize> {
        let bytes: &'d [u8] = self.0.get(at..at + 3)?;
        Some(usize::from(bytes[0]) | usize::from(bytes[1]) << 8 | usize::from(bytes[2]) << 16)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_small_automaton() {
        // "a" → 7, "ab" → 8; the node of "ab" follows.
        let bytes = [LAST | NEXT | 1, END, 7, 0, 0, LAST | NEXT | 2, LAST | END, 8, 0, 0];
        let automaton = Automaton(&bytes);
        assert_eq!([automaton.get(&[1]), automaton.get(&[1, 2]), automaton.get(&[2]), automaton.get(&[])], [Some(7), Some(8), None, None]);
    }

    proptest! {
        #[test]
        fn any_bytes_are_walked_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), word in proptest::collection::vec(any::<u8>(), 0..20)) {
            Automaton(&bytes).get(&word);
        }
    }
}
