//! What is sent where? An article a named graph, so that it can be replaced; or all into one graph.

use super::lines::Lines;
use crate::diagnostic::Diagnostic;
use crate::graph::{KnowledgeGraph, Parts};
use crate::id::ArticleId;
use crate::rdf::{Profile, RdfFormat, for_each_quad, write_rdf};
use oxrdf::GraphName;
use std::collections::{BTreeMap, BTreeSet};
use std::io;

/// Into which graphs of a store.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Place {
    /// Each article into the graph that has its IRI for a name; what was in there is replaced.
    #[default]
    Articles,
    /// All into one named graph; nothing is removed.
    Graph(String),
    /// All into the default graph; nothing is removed.
    Default,
}

impl Place {
    /// One named graph.
    ///
    /// # Errors
    /// A message that says what is wrong with the IRI.
    pub fn graph(iri: &str) -> Result<Self, Diagnostic> {
        crate::iri::absolute(iri)?;
        Ok(Self::Graph(iri.to_owned()))
    }
}

/// How a graph is loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadOptions {
    /// How claims stand in RDF. With [`Profile::Graphs`] the graphs of the sources are kept beside those of the articles.
    pub profile: Profile,
    /// The base under which things are named.
    pub base: String,
    /// Into which graphs.
    pub place: Place,
    /// How many triples are sent at once; by default 50,000, and 2,000 by SPARQL Update.
    pub chunk: Option<usize>,
    /// Leave out the articles that the store has already, by the number of their triples and the names of their claims.
    pub resume: bool,
}

/// What would be sent into a graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The graph's IRI; `None` is the default graph.
    pub graph: Option<String>,
    /// Whether what was in the graph is removed.
    pub replaces: bool,
    /// How many triples.
    pub triples: usize,
    /// How many bytes of N-Triples.
    pub bytes: usize,
    /// How many triples go into graphs that stand for sources, and into how many.
    pub sources: (usize, usize),
}

/// What belongs together: it is sent as a whole, or again.
#[derive(Debug, Default)]
pub struct Unit {
    /// `None` is the default graph.
    pub graph: Option<String>,
    pub replaces: bool,
    pub lines: Lines,
    /// Whether graphs that stand for sources have to be brought in line.
    pub keeps_sources: bool,
    /// The graphs that stand for sources, which other articles share.
    pub sources: BTreeMap<String, Lines>,
}

/// The units of a graph, made one after the other.
pub struct Plan<'g> {
    graph: &'g KnowledgeGraph,
    options: &'g LoadOptions,
    parts: Option<Parts<'g>>,
    articles: Vec<ArticleId>,
}

impl<'g> Plan<'g> {
    pub fn new(graph: &'g KnowledgeGraph, options: &'g LoadOptions) -> Self {
        let parts = (options.place == Place::Articles).then(|| graph.parts());
        let articles = graph.articles().map(|(id, _)| id).collect();
        Self { graph, options, parts, articles }
    }

    /// How many units there are.
    pub fn len(&self) -> usize {
        if self.parts.is_some() { self.articles.len() } else { usize::from(!self.articles.is_empty()) }
    }

    /// A unit by its number.
    pub fn unit(&self, number: usize) -> io::Result<Unit> {
        match (&self.parts, self.articles.get(number)) {
            (Some(parts), Some(article)) => self.article(&parts.of(*article), *article),
            _ => self.all(),
        }
    }

    /// The name of a unit.
    pub fn name(&self, number: usize) -> Option<String> {
        match (&self.options.place, self.articles.get(number)) {
            (Place::Articles, Some(article)) => Some(format!("{}article/{article}", self.options.base)),
            (Place::Graph(iri), _) => Some(iri.clone()),
            _ => None,
        }
    }

    fn article(&self, part: &KnowledgeGraph, article: ArticleId) -> io::Result<Unit> {
        let graph = format!("{}article/{article}", self.options.base);
        let mut sources = self.sources(part)?;
        let mut lines = self.lines(part)?;
        // An article without a publisher is its own source.
        if let Some(own) = sources.remove(&graph) {
            let all: BTreeSet<&str> = lines.iter().chain(own.iter()).collect();
            lines = all.into_iter().map(|line| format!("{line}\n")).collect();
        }
        Ok(Unit { graph: Some(graph), replaces: true, lines, keeps_sources: self.options.profile == Profile::Graphs, sources })
    }

    fn all(&self) -> io::Result<Unit> {
        let graph = match &self.options.place {
            Place::Graph(iri) => Some(iri.clone()),
            _ => None,
        };
        Ok(Unit { graph, replaces: false, keeps_sources: false, lines: self.lines(self.graph)?, sources: self.sources(self.graph)? })
    }

    /// What stands in the default graph of a file.
    fn lines(&self, graph: &KnowledgeGraph) -> io::Result<Lines> {
        let profile = if self.options.profile == Profile::Rdf12 { Profile::Rdf12 } else { Profile::Reified };
        let mut out = Vec::new();
        write_rdf(graph, RdfFormat::NTriples, profile, &self.options.base, &mut out)?;
        Ok(Lines::new(out))
    }

    /// What stands in the named graphs of a file.
    fn sources(&self, graph: &KnowledgeGraph) -> io::Result<BTreeMap<String, Lines>> {
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        if self.options.profile == Profile::Graphs {
            for_each_quad(graph, Profile::Graphs, &self.options.base, |quad| {
                if let GraphName::NamedNode(source) = &quad.graph_name {
                    let line = format!("{} {} {} .\n", quad.subject, quad.predicate, quad.object);
                    found.entry(source.as_str().to_owned()).or_default().insert(line);
                }
                Ok(())
            })?;
        }
        Ok(found.into_iter().map(|(source, lines)| (source, lines.into_iter().collect())).collect())
    }
}

impl Unit {
    pub fn planned(&self) -> Planned {
        let sources = self.sources.values().map(Lines::count).sum();
        let bytes = self.lines.bytes() + self.sources.values().map(Lines::bytes).sum::<usize>();
        Planned {
            graph: self.graph.clone(),
            replaces: self.replaces,
            triples: self.lines.count(),
            bytes,
            sources: (sources, self.sources.len()),
        }
    }
}

impl LoadOptions {
    /// What would be sent, without a store.
    ///
    /// # Errors
    /// Where the base is none.
    pub fn planned(&self, graph: &KnowledgeGraph) -> io::Result<Vec<Planned>> {
        let plan = Plan::new(graph, self);
        (0..plan.len()).map(|number| plan.unit(number).map(|unit| unit.planned())).collect()
    }
}
