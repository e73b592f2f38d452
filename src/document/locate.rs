//! On which line of the JSON does a thing stand?

use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// A step into a JSON value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Into an object's member.
    Member(&'static str),
    /// Into an array's element.
    Element(usize),
}

/// Line and column (from 1, columns in code points) of the value at `path`, or of the nearest value around it.
pub fn locate(json: &str, path: &[Step]) -> (usize, usize) {
    let mut here = json.trim_start();
    for step in path {
        let Some(next) = inside(here, *step) else { break };
        here = next;
    }
    line_column(json, json.len() - json_from(json, here))
}

/// The bytes from where `part`, a slice of `json`, begins to the end of `json`.
fn json_from(json: &str, part: &str) -> usize {
    json.len() - (part.as_ptr() as usize - json.as_ptr() as usize).min(json.len())
}

fn inside(json: &str, step: Step) -> Option<&str> {
    match step {
        Step::Member(name) => {
            let members: BTreeMap<String, &RawValue> = serde_json::from_str(json).ok()?;
            members.get(name).map(|raw| raw.get())
        }
        Step::Element(index) => {
            let elements: Vec<&RawValue> = serde_json::from_str(json).ok()?;
            elements.get(index).map(|raw| raw.get())
        }
    }
}

/// Line and column (from 1, columns in code points) of a byte offset.
pub fn line_column(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before[line..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_by_its_path_and_a_missing_one_by_what_is_around_it() {
        let json = "{\n \"є\": 1, \"claims\": [\n  {\"id\": \"c1\"},\n  {\"id\": \"c2\"}]}";
        let path = [Step::Member("claims"), Step::Element(1), Step::Member("id")];
        assert_eq!(locate(json, &path), (4, 10));
        assert_eq!(locate(json, &[Step::Member("claims"), Step::Element(1), Step::Member("quote")]), (4, 3));
        assert_eq!(locate(json, &[]), (1, 1));
    }
}
