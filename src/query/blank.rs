//! Which blank nodes are the same? Only those of one input: each gets a name of its own in the dataset, numbered as they come.

use oxigraph::model::{BlankNode, GraphName, NamedOrBlankNode, Quad, Term, Triple};
use std::collections::HashMap;

/// How many blank nodes were named so far.
#[derive(Debug, Default)]
pub struct Blanks {
    count: usize,
}

impl Blanks {
    /// Those of the next input.
    pub fn of_next(&mut self) -> Renaming<'_> {
        Renaming { all: self, names: HashMap::new() }
    }
}

/// The names that blank nodes of one input have in the dataset.
pub struct Renaming<'a> {
    all: &'a mut Blanks,
    names: HashMap<BlankNode, BlankNode>,
}

impl Renaming<'_> {
    /// A quad with these names.
    pub fn renamed(&mut self, quad: Quad) -> Quad {
        Quad {
            subject: self.node(quad.subject),
            predicate: quad.predicate,
            object: self.term(quad.object),
            graph_name: match quad.graph_name {
                GraphName::BlankNode(blank) => GraphName::BlankNode(self.name(blank)),
                named => named,
            },
        }
    }

    fn node(&mut self, node: NamedOrBlankNode) -> NamedOrBlankNode {
        match node {
            NamedOrBlankNode::BlankNode(blank) => self.name(blank).into(),
            named @ NamedOrBlankNode::NamedNode(_) => named,
        }
    }

    fn term(&mut self, term: Term) -> Term {
        match term {
            Term::BlankNode(blank) => self.name(blank).into(),
            Term::Triple(triple) => Triple::new(self.node(triple.subject), triple.predicate, self.term(triple.object)).into(),
            other => other,
        }
    }

    fn name(&mut self, blank: BlankNode) -> BlankNode {
        let count = &mut self.all.count;
        let name = || {
            *count += 1;
            BlankNode::new_unchecked(format!("n{count}"))
        };
        self.names.entry(blank).or_insert_with(name).clone()
    }
}
