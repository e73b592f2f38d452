//! What went wrong between us and a store, and what can be done?

use crate::diagnostic::Diagnostic;
use std::fmt;
use std::time::Duration;

/// What kind of thing went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nobody answers, or the connection was lost.
    Unreachable,
    /// Nothing came for too long.
    TooSlow,
    /// The server cannot now: 5xx, or too many requests.
    Busy,
    /// The server says who it is by a certificate that nobody vouches for.
    Certificate,
    /// It wants to know who we are, or does not believe it (401).
    WhoAreYou,
    /// We may not (403).
    Forbidden,
    /// Too much at once (413).
    TooMuch,
    /// Not in this format (415).
    Format,
    /// Its disk is full (507).
    Full,
    /// It sends us elsewhere, where we do not go.
    Elsewhere,
    /// It is there but no store, or does not do what is needed.
    NoStore,
    /// It refuses for a reason of its own.
    Refused,
    /// The person does not want any more.
    Stopped,
}

impl Fault {
    /// Whether it may pass by itself.
    #[must_use]
    pub const fn may_pass(self) -> bool {
        matches!(self, Self::Unreachable | Self::TooSlow | Self::Busy)
    }
}

/// Why a store did not do what it was asked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreError {
    /// What kind of thing it is.
    pub fault: Fault,
    /// What to tell a person.
    pub said: Diagnostic,
    /// How long the server wants to be left alone.
    pub retry_after: Option<Duration>,
}

impl StoreError {
    pub(super) const fn new(fault: Fault, said: Diagnostic) -> Self {
        Self { fault, said, retry_after: None }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said.fmt(f)
    }
}

impl std::error::Error for StoreError {}
