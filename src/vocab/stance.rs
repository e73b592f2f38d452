//! Is it said or denied, and has it happened, or is it only wanted, planned, possible?

use super::terms::{self, Term};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whether the speaker says that it is so, or that it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// It is so.
    #[default]
    Affirmed,
    /// It is not so.
    Negated,
}

impl Polarity {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Affirmed, Self::Negated];

    /// Its individual in RDF; the local name is also its name in the graph document.
    #[must_use]
    pub const fn term(self) -> Term {
        match self {
            Self::Affirmed => terms::AFFIRMED,
            Self::Negated => terms::NEGATED,
        }
    }
}

/// How real the speaker says that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Modality {
    /// It happened, happens or holds.
    #[default]
    Actual,
    /// Somebody means to do it.
    Intended,
    /// Somebody asks for it.
    Demanded,
    /// It may be or would be, under a condition or not.
    Hypothetical,
}

impl Modality {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Actual, Self::Intended, Self::Demanded, Self::Hypothetical];

    /// Its individual in RDF; the local name is also its name in the graph document.
    #[must_use]
    pub const fn term(self) -> Term {
        match self {
            Self::Actual => terms::ACTUAL,
            Self::Intended => terms::INTENDED,
            Self::Demanded => terms::DEMANDED,
            Self::Hypothetical => terms::HYPOTHETICAL,
        }
    }
}
