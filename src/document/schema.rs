//! What may stand in a graph document? Its JSON Schema (draft 2020-12), generated from the types that read it.

use super::wire::DocumentEntry;
use crate::vocab::KnownRelation;
use serde_json::{Value, json};

/// The JSON Schema as text, with a line end behind: one document, or a list of them.
#[must_use]
pub fn json_schema() -> String {
    let document = schemars::schema_for!(DocumentEntry).to_value();
    let mut text = serde_json::to_string_pretty(&outline(document)).unwrap_or_default();
    text.push('\n');
    text
}

/// Moves the document's own schema among the definitions, so that a list of documents can be described beside it.
fn outline(mut document: Value) -> Value {
    let names: Vec<&str> = KnownRelation::ALL.iter().map(|r| r.name()).collect();
    let mut definitions = document.as_object_mut().and_then(|o| o.remove("$defs")).unwrap_or_default();
    if let Some(object) = document.as_object_mut() {
        object.remove("$schema");
    }
    definitions["Document"] = document;
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://w3id.org/newsgraph/graph.schema.json",
        "title": "newsgraph graph document",
        "description": format!(
            "One article with its entities and claims, or a list of such documents. Offsets count Unicode code points. Relations: {}; \
             others only with --new-relations.",
            names.join(", ")
        ),
        "anyOf": [{"$ref": "#/$defs/Document"}, {"type": "array", "items": {"$ref": "#/$defs/Document"}}],
        "$defs": definitions,
    })
}
