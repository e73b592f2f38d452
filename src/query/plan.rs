//! How does the engine go about a query? The tree of its steps; each takes the rows of those below it.

use super::error::QueryError;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A step of a plan, and those whose rows it takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// What is done, in the engine's words.
    #[serde(rename(deserialize = "name"))]
    pub step: String,
    /// How many rows came out of it, where the query was answered.
    #[serde(rename(deserialize = "number of results"), default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<u64>,
    /// The steps below.
    pub children: Vec<Plan>,
}

/// What the engine says of a query.
#[derive(Deserialize)]
struct Said {
    plan: Plan,
}

impl Plan {
    /// Reads what the engine wrote.
    pub(super) fn of(json: &[u8]) -> Result<Self, QueryError> {
        let said: Said = serde_json::from_slice(json).map_err(|e| QueryError::Evaluation(format!("its plan cannot be read: {e}")))?;
        let mut plan = said.plan;
        plan.sort();
        plan.name_variables(&mut BTreeMap::new());
        Ok(plan)
    }

    /// The branches of a union come in another order on every run: they get one by what they do.
    fn sort(&mut self) {
        self.children.iter_mut().for_each(Self::sort);
        if self.step.starts_with("Union") {
            self.children.sort_by_cached_key(|child| {
                let mut child = child.clone();
                child.name_variables(&mut BTreeMap::new());
                child.text()
            });
        }
    }

    /// The steps one after another.
    fn text(&self) -> String {
        self.children.iter().fold(self.step.clone(), |text, child| text + "\n" + &child.text())
    }

    /// Variables of the engine's own have drawn names, 32 digits long: they get numbers, as they come.
    fn name_variables(&mut self, names: &mut BTreeMap<String, usize>) {
        let mut out = String::with_capacity(self.step.len());
        let mut rest = self.step.as_str();
        while let Some((before, after)) = rest.split_once('?') {
            let end = after.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(after.len());
            let (name, behind) = after.split_at(end);
            out.push_str(before);
            if name.len() >= 24 && !behind.starts_with(|c: char| c.is_alphanumeric() || c == '_') {
                let next = names.len() + 1;
                let number = names.entry(name.to_owned()).or_insert(next);
                out.push_str(&format!("?_{number}"));
            } else {
                out.push_str(&format!("?{name}"));
            }
            rest = behind;
        }
        out.push_str(rest);
        self.step = out;
        self.children.iter_mut().for_each(|child| child.name_variables(names));
    }
}
