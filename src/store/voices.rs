//! What becomes of the graphs that stand for sources when an article is replaced? Articles share them: only what no other article
//! vouches for goes.

use super::connect::Store;
use super::fault::{Fault, StoreError};
use crate::diagnostic::Diagnostic;
use crate::vocab::Prefix;

/// `ARTICLE` is the graph of the article. The own plain word of an article stands in no graph of a source, so it vouches for nothing there.
const FORGET: &str = "DELETE { GRAPH ?source { ?s ?p ?o } }
WHERE {
  GRAPH <ARTICLE> { ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; ng:source ?source ; ng:polarity ng:affirmed . }
  FILTER NOT EXISTS {
    GRAPH ?graph { ?other rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; ng:source ?source ; ng:polarity ng:affirmed . }
    FILTER(?graph != <ARTICLE>)
    FILTER NOT EXISTS {
      GRAPH ?graph { ?other ng:modality ng:actual ; ng:hedged false ; prov:wasDerivedFrom ?article . ?article schema:publisher ?source . }
    }
  }
}";

impl Store {
    /// Takes the claims of an article out of the graphs of their sources, as far as no other article has the same. Has to be done while
    /// the article's graph still says which they are.
    pub(super) fn forget_sources(&mut self, article: &str) -> Result<(), StoreError> {
        self.need_update()?;
        let prefixes = Prefix::ALL.map(|prefix| format!("PREFIX {}: <{}>\n", prefix.name(), prefix.iri())).concat();
        self.change(&format!("{prefixes}{}", FORGET.replace("ARTICLE", article)))
    }

    /// The place for updates, without which the graphs of sources cannot be kept in order.
    pub(super) fn need_update(&mut self) -> Result<super::address::Address, StoreError> {
        let mut errors = Vec::new();
        self.find_update(&mut errors)?;
        self.update.clone().ok_or_else(|| {
            errors.into_iter().next().unwrap_or_else(|| {
                let said = Diagnostic::error("the graphs of sources need SPARQL Update, and no place for it was found");
                StoreError::new(Fault::NoStore, said.help("--update-url names one; --profile reified does without"))
            })
        })
    }
}
