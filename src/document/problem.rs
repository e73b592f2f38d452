//! What is wrong with a graph document, and at which of its places?

use super::locate::{Step, locate};
use crate::diagnostic::Diagnostic;

/// A diagnostic with its place within the document.
#[derive(Debug, Clone)]
pub struct Problem {
    pub path: Vec<Step>,
    pub diagnostic: Diagnostic,
}

impl Problem {
    pub fn new(path: &[Step], diagnostic: Diagnostic) -> Self {
        Self { path: path.to_vec(), diagnostic }
    }

    /// The diagnostic with `name:line:column` in front, read off the document's JSON.
    pub fn located(self, name: &str, json: &str, within: &[Step]) -> Diagnostic {
        let path: Vec<Step> = within.iter().chain(&self.path).copied().collect();
        let (line, column) = locate(json, &path);
        let place = format!("{name}:{line}:{column}");
        self.diagnostic.at(place)
    }

    /// The diagnostic with its path in front, for documents that were never JSON.
    pub fn unlocated(self) -> Diagnostic {
        let mut place = String::new();
        for step in &self.path {
            match step {
                Step::Member(name) if place.is_empty() => place.push_str(name),
                Step::Member(name) => place.extend([".", name]),
                Step::Element(index) => place.push_str(&format!("[{index}]")),
            }
        }
        if place.is_empty() { self.diagnostic } else { self.diagnostic.at(place) }
    }
}

/// Gathers problems under a path.
#[derive(Default)]
pub struct Problems {
    pub found: Vec<Problem>,
}

impl Problems {
    pub fn push(&mut self, path: &[Step], diagnostic: Diagnostic) {
        self.found.push(Problem::new(path, diagnostic));
    }
}

/// The path of a member of the entity or claim at `index`.
pub const fn member(list: &'static str, index: usize, name: &'static str) -> [Step; 3] {
    [Step::Member(list), Step::Element(index), Step::Member(name)]
}
