//! How is the packed dictionary laid out? `training/words/pack.py` writes it; it is read where it lies, nothing is unpacked.

use super::automaton::Automaton;
use std::str;
use thiserror::Error;

const MAGIC: &[u8] = b"NGWORDS1";
const SECTIONS: usize = 19;

/// Why a dictionary cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BadDictionary {
    /// It does not begin as a dictionary does.
    #[error("this is no packed dictionary (it must begin with NGWORDS1): build it with training/words/pack.py")]
    OtherFormat,
    /// Its bytes are not those that were written.
    #[error("the packed dictionary is damaged (its checksum differs): get it again, or build it with training/words/pack.py")]
    Damaged,
}

/// Rows of bytes, and where each begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rows<'d> {
    begins: &'d [u8],
    bytes: &'d [u8],
}

impl<'d> Rows<'d> {
    pub(super) fn get(self, row: usize) -> &'d [u8] {
        let begin = self.begins.get(4 * row..).map_or(usize::MAX, number32);
        let end = self.begins.get(4 * (row + 1)..).map_or(usize::MAX, number32);
        self.bytes.get(begin..end).unwrap_or_default()
    }

    /// A row of text.
    pub(super) fn text(self, row: usize) -> &'d str {
        str::from_utf8(self.get(row)).unwrap_or_default()
    }

    pub(super) const fn len(self) -> usize {
        (self.begins.len() / 4).saturating_sub(1)
    }
}

/// Analogies: endings, and which paradigms and suffixes the words follow that end so.
#[derive(Debug, Clone, Copy)]
pub(super) struct Endings<'d> {
    /// Endings, from their last letter to their first.
    pub(super) endings: Automaton<'d>,
    /// Pairs of paradigm and suffix, the most frequent first.
    pub(super) lists: Rows<'d>,
}

/// The sections of the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layout<'d> {
    /// The letters, the first one is number 1.
    pub(super) alphabet: &'d str,
    /// Stem → set of lexemes.
    pub(super) stems: Automaton<'d>,
    /// Sets of lexemes: the number of the paradigm and, in the last three bits, how the lemma is capitalised.
    pub(super) sets: Rows<'d>,
    /// Paradigms: the suffix of the lemma, then pairs of suffix and tag, sorted.
    pub(super) paradigms: Rows<'d>,
    /// Suffix → its number.
    pub(super) suffix_numbers: Automaton<'d>,
    /// Suffixes, as numbers of letters.
    pub(super) suffixes: Rows<'d>,
    pub(super) tags: Rows<'d>,
    /// Lemmas whose capitals follow no rule: in small letters, a tab, as they are written.
    pub(super) listed: Rows<'d>,
    /// How common words end, and how names do.
    pub(super) common: Endings<'d>,
    pub(super) proper: Endings<'d>,
}

impl<'d> Layout<'d> {
    /// Finds the sections; bytes that are not as they were written are refused.
    pub(super) fn open(bytes: &'d [u8]) -> Result<Self, BadDictionary> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(BadDictionary::OtherFormat)?;
        let (head, content) = rest.split_at_checked(8).ok_or(BadDictionary::Damaged)?;
        if number32(&head[4..]) != content.len() || number32(head) != crc32fast::hash(content) as usize || number32(content) != SECTIONS {
            return Err(BadDictionary::Damaged);
        }
        let table = 4 * (SECTIONS + 2);
        let (begins, bytes) = content.split_at_checked(table).ok_or(BadDictionary::Damaged)?;
        let sections = Rows { begins: &begins[4..], bytes };
        let rows = |at: usize| Rows { begins: sections.get(at), bytes: sections.get(at + 1) };
        let endings = |at: usize| Endings { endings: Automaton(sections.get(at)), lists: rows(at + 1) };
        Ok(Self {
            alphabet: sections.text(0),
            stems: Automaton(sections.get(1)),
            sets: rows(2),
            paradigms: rows(4),
            suffix_numbers: Automaton(sections.get(6)),
            suffixes: rows(7),
            tags: rows(9),
            listed: rows(11),
            common: endings(13),
            proper: endings(16),
        })
    }
}

/// The number that the first four bytes stand for; one that is out of every range where there are fewer.
fn number32(bytes: &[u8]) -> usize {
    bytes.first_chunk().map_or(usize::MAX, |four| u32::from_le_bytes(*four) as usize)
}

/// The numbers that pairs of bytes stand for.
pub(super) fn numbers16(bytes: &[u8]) -> impl Iterator<Item = u16> + Clone {
    bytes.as_chunks().0.iter().map(|pair| u16::from_le_bytes(*pair))
}
