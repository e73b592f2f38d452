//! What does the model know of claims?

use serde::{Deserialize, Serialize};

/// Labels and sizes of the heads for claims.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimConfig {
    /// Relations that a claim can have.
    pub relations: Vec<String>,
    /// What a claim is besides what happened: `actual`, `intended` …
    pub modalities: Vec<String>,
    /// Roles that a word can play for the trigger of a claim.
    pub roles: Vec<String>,
    /// Names of what the lexicon of predicates may say of a word.
    pub known: Vec<String>,
    /// The name of those that says that a word is one of saying.
    pub speech: String,
    /// Prepositions that are told apart.
    pub prepositions: Vec<String>,
    /// Parts of speech that can play a role.
    pub candidates: Vec<String>,
    /// Sentences before and behind the trigger's in which its roles are looked for.
    pub reach: usize,
    /// Words before and behind the trigger in which its roles are looked for.
    pub far: usize,
    /// Width of a word's vector as a trigger.
    pub trigger: usize,
    /// Width of a word's vector as what has, or plays, a role.
    pub role: usize,
    /// Pairs of words that have weights of their own.
    pub pairs: usize,
}

impl ClaimConfig {
    /// Scores of a word: nothing, each relation, negated, each modality, hedged.
    #[must_use]
    pub const fn scores(&self) -> usize {
        self.relations.len() + self.modalities.len() + 3
    }

    /// What does not hold.
    pub(super) fn problem(&self) -> Option<&'static str> {
        let lists = [&self.relations, &self.modalities, &self.roles, &self.known, &self.candidates];
        if lists.iter().any(|list| list.is_empty() || list.len() > 512) || self.roles.len() > 16 || self.prepositions.len() > 62 {
            return Some("a list of claims is empty or too long");
        }
        let odd = |width: usize| width == 0 || !width.is_multiple_of(16) || width > 4096;
        if odd(self.trigger) || odd(self.role) || self.pairs > 1 << 20 || self.reach > 64 || self.far > 4096 {
            return Some("a size of the heads for claims is out of range");
        }
        None
    }
}
