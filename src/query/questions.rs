//! Which questions are written already? Those of `ontology/queries`, each documented by the comments at its top.

use crate::rdf::Profile;
use oxigraph::model::NamedNode;

/// A question with a name: SPARQL 1.1 that works in any store as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// Its name.
    pub name: &'static str,
    /// Its text, comments included.
    pub text: &'static str,
}

macro_rules! questions {
    ($($name:literal)*) => {
        &[$(Question { name: $name, text: include_str!(concat!("../../ontology/queries/", $name, ".rq")) }),*]
    };
}

const QUESTIONS: &[Question] = questions! {
    "about" "anonymous" "changes" "contradictions" "coverage" "denials" "neighbours" "path" "single-source" "stance" "timeline"
};

/// All questions, by name.
#[must_use]
pub const fn questions() -> &'static [Question] {
    QUESTIONS
}

/// The question of a name.
#[must_use]
pub fn question(name: &str) -> Option<Question> {
    QUESTIONS.iter().copied().find(|question| question.name == name)
}

impl Question {
    /// What it asks, in a sentence.
    #[must_use]
    pub fn title(self) -> &'static str {
        self.comments().next().unwrap_or_default()
    }

    /// What has to be given, as name and meaning.
    pub fn parameters(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.comments().skip(1).filter_map(|line| line.split_once(": "))
    }

    fn comments(self) -> impl Iterator<Item = &'static str> {
        self.text.lines().map_while(|line| line.strip_prefix("# "))
    }
}

/// A text with the term `term` in place of every `?name`. The term is one that the data has, written as SPARQL writes it: what a person
/// typed never becomes part of a query.
#[must_use]
pub fn with_term(text: &str, name: &str, term: &NamedNode) -> String {
    let variable = format!("?{name}");
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(variable.as_str()) {
        out.push_str(before);
        if after.starts_with(|c: char| c.is_alphanumeric() || c == '_') {
            out.push_str(&variable);
        } else {
            out.push_str(&term.to_string());
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// A query of ours for a profile: in RDF 1.2 a claim has a triple term in place of `rdf:subject`, `rdf:predicate`, `rdf:object`.
///
/// Our queries write these three, and nothing else, as `?claim rdf:subject S ; rdf:predicate P ; rdf:object O .`
#[must_use]
pub fn for_profile(text: &str, profile: Profile) -> String {
    if profile != Profile::Rdf12 {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, subject, after)) = cut_at(rest, "rdf:subject ") {
        let Some((_, predicate, after)) = cut_at(after, "rdf:predicate ") else { break };
        let Some((_, object, after)) = cut_at(after, "rdf:object ") else { break };
        out.push_str(before);
        out.push_str(&format!("rdf:reifies <<( {subject} {predicate} {object} )>>"));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// What stands before a word, the term behind it, and what follows.
fn cut_at<'t>(text: &'t str, word: &str) -> Option<(&'t str, &'t str, &'t str)> {
    let (before, behind) = text.split_once(word)?;
    let (term, _) = behind.split_once(' ')?;
    Some((before, term, &behind[term.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_becomes_a_triple_term() {
        let text = "{ ?a rdf:subject ?from ; rdf:predicate ?p ; rdf:object ?o . } UNION { ?b rdf:subject ?x ; rdf:predicate ?p ; rdf:object ?y . ?b ng:source ?z }";
        let wanted = "{ ?a rdf:reifies <<( ?from ?p ?o )>> . } UNION { ?b rdf:reifies <<( ?x ?p ?y )>> . ?b ng:source ?z }";
        assert_eq!(for_profile(text, Profile::Rdf12), wanted);
        assert_eq!(for_profile(text, Profile::Graphs), text);
    }

    #[test]
    fn only_the_whole_variable_is_replaced() {
        let term = NamedNode::new_unchecked("http://example.org/x");
        assert_eq!(with_term("?of ?office (?of)", "of", &term), "<http://example.org/x> ?office (<http://example.org/x>)");
    }

    #[test]
    fn every_question_says_what_it_asks_and_every_parameter_is_used() {
        for question in questions() {
            assert!(question.title().ends_with('?'), "{}", question.name);
            for (name, meaning) in question.parameters() {
                assert!(question.text.contains(&format!("?{name}")) && !meaning.is_empty(), "{}: {name}", question.name);
            }
        }
    }
}
