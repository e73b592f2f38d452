//! What do several tests need? The sample, the corpus, graphs and their exports, the program itself.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "no test uses all of it, and helpers fail as tests do"
)]

pub mod random;
pub mod running;
pub mod spoiled;

use assert_cmd::Command;
use newsgraph::{
    DEFAULT_BASE, Diagnostic, Document, KnowledgeGraph, Profile, RdfFormat, ReadOptions, prepare, read_documents, write_documents,
    write_rdf,
};
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the package.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A text file of the package.
pub fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All files below a folder of the package whose name ends so, sorted.
pub fn files(folder: impl AsRef<Path>, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root().join(folder)).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "node_modules") {
            found.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// One document from its JSON.
pub fn document(json: &str) -> Document {
    let documents = read_documents(json, "test.json", ReadOptions { new_relations: true });
    documents.unwrap_or_else(|said| panic!("{said:?}")).remove(0)
}

/// The graph of a document, of which nothing may be refused.
pub fn graph(document: Document, text: Option<&str>) -> KnowledgeGraph {
    let grounded = prepare(document, text).unwrap_or_else(|said| panic!("{said:?}"));
    assert!(!grounded.has_errors(), "{:?}", grounded.diagnostics());
    KnowledgeGraph::from_document(grounded)
}

/// The graph of graph documents as `build` makes it; `text` is the article of one that does not carry it.
pub fn graph_of_json(json: &str, text: Option<&str>) -> KnowledgeGraph {
    let mut all = KnowledgeGraph::new();
    for document in read_documents(json, "test.json", ReadOptions { new_relations: true }).unwrap_or_else(|said| panic!("{said:?}")) {
        all.merge(graph(document, text));
    }
    all
}

/// The sample's document and its article.
pub fn sample() -> (Document, String) {
    (document(&read("examples/nato-missions.json")), read("examples/nato-missions.txt"))
}

/// The sample's graph.
pub fn sample_graph() -> KnowledgeGraph {
    let (document, text) = sample();
    graph(document, Some(&text))
}

/// Documents of the corpus with their names: all in release, some in debug builds, which are slow.
pub fn corpus() -> Vec<(String, Document)> {
    let paths = files("corpus/uk", ".json");
    let step = if cfg!(debug_assertions) { paths.len().div_ceil(6) } else { 1 };
    let take = |path: &PathBuf| (path.file_name().expect("a name").to_string_lossy().into_owned(), document(&read(path)));
    paths.iter().step_by(step.max(1)).map(take).collect()
}

/// A graph as graph documents.
pub fn json(graph: &KnowledgeGraph) -> String {
    let mut out = Vec::new();
    write_documents(graph.documents(), &mut out).expect("a vector takes all");
    String::from_utf8(out).expect("JSON is UTF-8")
}

/// A graph as RDF under the default base.
pub fn rdf(graph: &KnowledgeGraph, format: RdfFormat, profile: Profile) -> String {
    rdf_under(graph, format, profile, DEFAULT_BASE)
}

/// A graph as RDF.
pub fn rdf_under(graph: &KnowledgeGraph, format: RdfFormat, profile: Profile, base: &str) -> String {
    let mut out = Vec::new();
    write_rdf(graph, format, profile, base, &mut out).unwrap_or_else(|error| panic!("{format} {profile}: {error}"));
    String::from_utf8(out).expect("RDF is UTF-8")
}

/// What a graph says, for comparing: its N-Quads with every claim reified.
pub fn nquads(graph: &KnowledgeGraph) -> String {
    rdf(graph, RdfFormat::NQuads, Profile::Reified)
}

/// Every format with every profile that it carries.
pub fn forms() -> impl Iterator<Item = (RdfFormat, Profile)> {
    let all = RdfFormat::ALL.into_iter().flat_map(|format| Profile::ALL.map(|profile| (format, profile)));
    all.filter(|(format, profile)| format.carries(*profile))
}

/// Fails with the first line in which two texts differ, rather than with both of them.
pub fn assert_same(what: &str, left: &str, right: &str) {
    if left == right {
        return;
    }
    let differs = left.lines().zip(right.lines()).position(|(a, b)| a != b);
    let line = differs.unwrap_or_else(|| left.lines().count().min(right.lines().count()));
    let show = |text: &str| text.lines().nth(line).unwrap_or("(no such line)").chars().take(600).collect::<String>();
    panic!("{what}: they differ in line {}\n left: {}\nright: {}", line + 1, show(left), show(right));
}

/// Compares a file with what it should be; with `UPDATE=1` in the environment writes it.
pub fn assert_current(path: &str, wanted: &str) {
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        fs::write(root().join(path), wanted).expect("can be written");
    }
    let found = fs::read_to_string(root().join(path)).unwrap_or_default();
    let hint = format!("{path} is not current; look at the change, then: UPDATE=1 cargo test --test {}", env!("CARGO_CRATE_NAME"));
    assert_same(&hint, &found, wanted);
}

/// The same for a file that is no text.
pub fn assert_current_bytes(path: &str, wanted: &[u8]) {
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        fs::write(root().join(path), wanted).expect("can be written");
    }
    let found = fs::read(root().join(path)).unwrap_or_default();
    assert!(found == wanted, "{path} is not current; look at the change, then: UPDATE=1 cargo test --test {}", env!("CARGO_CRATE_NAME"));
}

/// The messages of a list, each on a line.
pub fn messages(said: &[Diagnostic]) -> String {
    said.iter().map(|said| format!("{:?}: {said}", said.severity)).collect::<Vec<_>>().join("\n")
}

/// The program, in a folder.
pub fn newsgraph(folder: &Path) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("newsgraph"));
    command.current_dir(folder).env_remove("NO_COLOR");
    command
}

/// The names of the files in a folder, sorted.
pub fn listing(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
