//! What tells, besides their vectors, that a word plays a role for a trigger: the way between them in the tree, case, preposition, order, quotation marks.
//!
//! Each template makes a number for a pair of words: the template in the highest bits, then what it sees. `training/roles.py` makes the same numbers.

use super::words::Seen;

/// How many templates there are.
pub const TEMPLATES: usize = 9;
/// Steps of a way up, and down, that are told one by one.
const STEPS: usize = 3;
/// Words above a word that are looked at.
const HIGHEST: usize = 64;
/// Steps down to a word that are looked for.
const DEEPEST: usize = 60;
/// The way to a word that no way leads to, and to one in another sentence.
const NO_WAY: u64 = 63 << 36;
const APART: u64 = 62 << 36;

/// A trigger with the words above it.
pub struct Trigger<'s> {
    words: &'s [Seen],
    word: usize,
    above: Vec<usize>,
}

impl<'s> Trigger<'s> {
    pub fn new(words: &'s [Seen], word: usize) -> Self {
        let mut above = vec![word];
        let mut at = word;
        while let Some(head) = words[at].head.filter(|_| above.len() < HIGHEST) {
            above.push(head);
            at = head;
        }
        Self { words, word, above }
    }

    /// Steps up and down to a word of the sentence (7 at most), and the number of the way.
    fn way(&self, mut word: usize) -> (u64, u64) {
        let mut down = Vec::new();
        let up = loop {
            if let Some(up) = self.above.iter().position(|above| *above == word) {
                break up;
            }
            down.push(self.words[word].deprel);
            match self.words[word].head {
                Some(head) if down.len() <= DEEPEST => word = head,
                _ => return (63, NO_WAY),
            }
        };
        let shape = few(up) << 3 | few(down.len());
        let mut number = shape;
        for step in 0..STEPS {
            number = number << 6 | if step < up { self.words[self.above[step]].deprel + 1 } else { 0 };
        }
        for step in 0..STEPS {
            number = number << 6 | down.len().checked_sub(step + 1).map_or(0, |step| down[step] + 1);
        }
        (shape, number)
    }

    /// The numbers of the trigger and a word.
    pub fn numbers(&self, word: usize) -> [u64; TEMPLATES] {
        let (own, other) = (&self.words[self.word], &self.words[word]);
        let order = u64::from(word > self.word);
        let looks = (other.upos << 3 | other.case) << 6 | other.deprel;
        let at = looks << 6 | other.preposition;
        let quotes = own.quoted << 1 | other.quoted;
        let of_speech = other.head.map_or(0, |head| self.words[head].speech);
        let said = of_speech << 1 | other.speech;
        let kind = own.upos << 4 | own.form;
        let shift = few_apart(other.sentence, own.sentence, 4, 15);
        let (shape, near, distance) = if own.sentence == other.sentence {
            let (shape, way) = self.way(word);
            let near = if shape == 62 { APART | shift } else { way };
            (shape, near, few_apart(word, self.word, 16, 31))
        } else {
            (62, APART | shift, 0)
        };
        let ordered = shape << 1 | order;
        let all = [
            near,
            near << 8 | other.upos << 3 | other.case,
            near << 9 | kind,
            ordered << 20 | at,
            (distance << 5 | other.upos) << 5 | own.upos,
            ((shift << 2 | quotes) << 2 | said) << 14 | looks,
            (quotes << 2 | said) << 7 | ordered,
            ((shift << 6 | other.deprel) << 5 | other.upos) << 2 | other.capital << 1 | u64::from(other.head.is_none()),
            (kind << 7 | ordered) << 9 | other.case << 6 | other.preposition,
        ];
        let mut number = 0;
        all.map(|seen| {
            number += 1;
            (number - 1) << 59 | seen
        })
    }
}

/// A count, 7 at most.
fn few(count: usize) -> u64 {
    u64::try_from(count.min(7)).unwrap_or(7)
}

/// How far one number is from another, plus `middle`; 0 at least, `most` at most.
fn few_apart(one: usize, other: usize, middle: usize, most: usize) -> u64 {
    u64::try_from((one + middle).saturating_sub(other).min(most)).unwrap_or_default()
}
