//! Under which addresses may a server be asked, fed, updated? Servers differ in the last step of the path only.

use super::address::Address;

/// Addresses that are worth a question, the likeliest first.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// Graph Store Protocol.
    pub graphs: Vec<Address>,
    /// SPARQL Update.
    pub update: Vec<Address>,
    /// SPARQL queries.
    pub query: Vec<Address>,
}

/// What the last steps of a path are known for: the ending; with what in its place the store takes graphs, updates, queries.
type Known = (&'static str, &'static [&'static str], &'static [&'static str], &'static [&'static str]);

const KNOWN: &[Known] = &[
    // Virtuoso
    ("/sparql-graph-crud-auth", &[""], &["/sparql-auth", "/sparql"], &["/sparql-auth", "/sparql"]),
    ("/sparql-graph-crud", &[""], &["/sparql"], &["/sparql"]),
    ("/sparql-auth", &["/sparql-graph-crud-auth"], &[""], &["", "/sparql"]),
    // GraphDB, RDF4J
    ("/rdf-graphs/service", &[""], &["/statements"], &["/"]),
    ("/statements", &["/rdf-graphs/service"], &[""], &["/"]),
    // Oxigraph, Fuseki
    ("/store", &[""], &["/update"], &["/query", "/sparql"]),
    ("/data", &[""], &["/update"], &["/query", "/sparql"]),
    ("/update", &["/store", "/data"], &[""], &["/query", "/sparql"]),
    ("/query", &["/store", "/data"], &["/update"], &[""]),
    ("/sparql", &["/sparql-graph-crud-auth", "/data", "/store", "/sparql-graph-crud"], &["", "/update", "/sparql-auth"], &[""]),
];

/// What may lie below an address that tells nothing: a server, a dataset, a repository.
const BELOW: Known = (
    "",
    &["", "/store", "/data", "/rdf-graphs/service", "/sparql-graph-crud-auth", "/sparql-graph-crud"],
    &["/update", "/statements", "", "/sparql-auth", "/sparql"],
    &["/query", "/sparql", ""],
);

impl Places {
    /// The places that an address makes likely.
    pub fn of(address: &Address) -> Self {
        let path = address.path();
        let (ending, graphs, update, query) = KNOWN.iter().find(|(ending, ..)| path.ends_with(ending)).copied().unwrap_or(BELOW);
        let stem = &path[..path.len() - ending.len()];
        let place = |step: &&str| match *step {
            "" => Some(address.clone()),
            "/" => address.at_path(stem),
            step => address.at_path(&format!("{stem}{step}")),
        };
        let all = |steps: &[&str]| steps.iter().filter_map(place).collect();
        Self { graphs: all(graphs), update: all(update), query: all(query) }
    }
}

/// Whether an address is one for updates by its name.
pub fn is_for_updates(address: &Address) -> bool {
    ["/update", "/statements", "/sparql-auth"].iter().any(|ending| address.path().ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_neighbours_of_known_addresses() {
        let first = |text: &str| {
            let places = Places::of(&Address::parse(text).unwrap());
            [places.graphs, places.update, places.query].map(|all| all.first().unwrap().to_string())
        };
        for (given, wanted) in [
            ("http://h:7878/store", ["http://h:7878/store", "http://h:7878/update", "http://h:7878/query"]),
            ("http://h:7878", ["http://h:7878", "http://h:7878/update", "http://h:7878/query"]),
            ("http://h/ds/sparql", ["http://h/ds/sparql-graph-crud-auth", "http://h/ds/sparql", "http://h/ds/sparql"]),
            ("http://h/ds/", ["http://h/ds/", "http://h/ds/update", "http://h/ds/query"]),
            (
                "http://h/repositories/x/statements",
                ["http://h/repositories/x/rdf-graphs/service", "http://h/repositories/x/statements", "http://h/repositories/x"],
            ),
            ("http://h/sparql-graph-crud-auth", ["http://h/sparql-graph-crud-auth", "http://h/sparql-auth", "http://h/sparql-auth"]),
        ] {
            assert_eq!(first(given), wanted, "{given}");
        }
    }
}
