//! How is a question printed, to be pasted into a store of the user's own?

use super::entity::named_by;
use super::error::QueryError;
use super::questions::{Question, for_profile, with_term};
use crate::diagnostic::Diagnostic;
use crate::rdf::Profile;
use crate::vocab::Term;
use oxigraph::model::{Literal, NamedNode};
use std::collections::BTreeMap;

/// The line of a question behind which its conditions stand.
const WHERE: &str = "WHERE {\n";

impl Question {
    /// The question as text that works when it is pasted, its prefixes written out. A parameter that is given as an IRI takes the place of
    /// its variable; one given as a name is looked up in the store by a condition; for any other a comment says where its value goes.
    ///
    /// # Errors
    /// Where a parameter is unknown, or what looks like an IRI is none.
    pub fn printed(self, values: &BTreeMap<String, String>, profile: Profile) -> Result<String, QueryError> {
        self.knows(values)?;
        let (mut text, mut first) = (for_profile(self.text, profile), String::new());
        for (name, meaning) in self.parameters() {
            match values.get(name) {
                Some(value) if value.contains("://") || value.starts_with("urn:") => {
                    let said = |error| Diagnostic::error(format!("{value:?} is no IRI: {error}")).help(format!("--set {name}=…"));
                    let iri = NamedNode::new(value).map_err(|error| QueryError::Unknown(said(error)))?;
                    text = with_term(&text, name, &iri);
                }
                Some(value) => {
                    let properties = named_by(meaning);
                    let path: Vec<String> = properties.iter().map(|property| short(*property)).collect();
                    text = properties.iter().fold(text, |text, property| declared(text, *property));
                    let wanted = Literal::new_simple_literal(value.to_lowercase());
                    first += &format!("  ?{name} {} ?{name}Name . FILTER(LCASE(STR(?{name}Name)) = {wanted})\n", path.join("|"));
                }
                None => first += &format!("  # {meaning}:\n  # VALUES ?{name} {{ <…> }}\n"),
            }
        }
        Ok(text.replacen(WHERE, &format!("{WHERE}{first}"), 1))
    }
}

fn short(property: Term) -> String {
    format!("{}:{}", property.prefix.name(), property.local)
}

/// The text with the prefix of a property.
fn declared(text: String, property: Term) -> String {
    let line = format!("PREFIX {}: <{}>\n", property.prefix.name(), property.prefix.iri());
    if text.contains(&line) { text } else { text.replacen("SELECT ", &format!("{line}SELECT "), 1) }
}
