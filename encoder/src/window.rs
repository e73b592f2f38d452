//! How is an article cut into windows that the encoder can hold?
//!
//! Whole sentences follow each other in a window as long as they fit, so that words see their neighbours' sentences. A sentence that no window
//! holds is cut between words.

use crate::config::Config;
use crate::piece::{Choice, Vocabulary};
use crate::sentence::Sentence;
use std::ops::Range;

/// A sentence, or a part of one that is too long, within a window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its sentence in the article.
    pub sentence: usize,
    /// Its words in that sentence.
    pub words: Range<usize>,
}

/// What the encoder reads at once.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// Marks and pieces.
    pub pieces: Vec<u32>,
    /// Parts of the article in it, in order.
    pub parts: Vec<Part>,
    /// Places of each word's pieces.
    pub words: Vec<Range<usize>>,
}

/// Cuts sentences into windows and gives them to `read`, one after another.
pub fn windows(config: &Config, vocabulary: &Vocabulary<'_>, sentences: &[Sentence<'_>], mut read: impl FnMut(&Window)) {
    let mut cutter = Cutter { config, window: Window::default(), pieces: Vec::new(), ends: Vec::new() };
    let mut choice = Choice::default();
    for (number, sentence) in sentences.iter().enumerate() {
        cutter.pieces.clear();
        cutter.ends.clear();
        for word in sentence.words {
            choice.add(vocabulary, word.form, &mut cutter.pieces);
            cutter.ends.push(cutter.pieces.len());
        }
        cutter.sentence(number, &mut read);
    }
    cutter.finish(&mut read);
}

/// The window that is being filled, and the pieces of the sentence at hand.
struct Cutter<'c> {
    config: &'c Config,
    window: Window,
    pieces: Vec<u32>,
    /// Where each word's pieces end.
    ends: Vec<usize>,
}

impl Cutter<'_> {
    fn sentence(&mut self, number: usize, read: &mut impl FnMut(&Window)) {
        if self.ends.is_empty() {
            return;
        }
        let room = self.config.window() - 2;
        if self.window.pieces.len() + self.pieces.len() > room + 1 {
            self.finish(read);
        }
        let most = self.config.max_pieces - 2;
        let mut first = 0;
        while first < self.ends.len() {
            let begin = if first == 0 { 0 } else { self.ends[first - 1] };
            let fits = self.ends[first..].partition_point(|end| end - begin <= most);
            // One word always fits: `Config` sees to it.
            let next = first + fits.max(1);
            self.part(number, first..next, begin);
            if next < self.ends.len() {
                self.finish(read);
            }
            first = next;
        }
    }

    fn part(&mut self, sentence: usize, words: Range<usize>, mut begin: usize) {
        if self.window.pieces.is_empty() {
            self.window.pieces.push(self.config.bos);
        }
        for end in &self.ends[words.clone()] {
            let place = self.window.pieces.len();
            self.window.pieces.extend_from_slice(&self.pieces[begin..*end]);
            self.window.words.push(place..self.window.pieces.len());
            begin = *end;
        }
        self.window.parts.push(Part { sentence, words });
    }

    fn finish(&mut self, read: &mut impl FnMut(&Window)) {
        if !self.window.parts.is_empty() {
            self.window.pieces.push(self.config.eos);
            read(&self.window);
        }
        self.window.pieces.clear();
        self.window.parts.clear();
        self.window.words.clear();
    }
}
