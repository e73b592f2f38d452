//! What do loading N-Quads and a query over them cost, bare, through the library, through the program, and with the server's own loader?

use crate::process::{Cost, cost};
use newsgraph::{Answer, DEFAULT_BASE, Dataset, Profile, RdfFormat, write_rdf};
use oxigraph::io::RdfFormat as Syntax;
use oxigraph::sparql::{QueryResults, SparqlEvaluator};
use oxigraph::store::Store;
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::Path;
use std::process::Command;

const CLAIMS: usize = 100_000;

/// How many claims there are of each relation.
const QUERY: &str = "PREFIX ng: <https://w3id.org/newsgraph/ontology#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> \
     SELECT ?p (COUNT(?c) AS ?n) WHERE { ?c a ng:Claim ; rdf:predicate ?p } GROUP BY ?p ORDER BY ?p";

pub fn compare() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("graph.nq");
    let file = place.to_str().expect("UTF-8");
    let out = BufWriter::new(File::create(&place).expect("a file"));
    write_rdf(&crate::graph(CLAIMS), RdfFormat::NQuads, Profile::Graphs, DEFAULT_BASE, out).expect("written");
    let lines = fs::read(&place).expect("the file").split(|b| *b == b'\n').count() - 1;
    let size = fs::metadata(&place).expect("the file").len() / 1_000_000;
    println!("{CLAIMS} claims, {lines} quads, {size} MB of N-Quads; loaded, and one query; the least of 3 in turn");
    let this = std::env::current_exe().expect("this program");
    let this = this.to_str().expect("UTF-8");
    let ours = env!("CARGO_BIN_EXE_newsgraph");
    let server = Path::new(env!("CARGO_MANIFEST_DIR")).join(".venv/bin/oxigraph");
    let server = server.to_str().expect("UTF-8");
    let database = folder.path().join("database");
    let database_name = database.to_str().expect("UTF-8");
    let version = Command::new(server).arg("--version").output().map_or_else(
        |_| "the server of PyPI is not there: bash tests/install-tools.sh".into(),
        |output| format!("{}, load into RocksDB, no query", String::from_utf8_lossy(&output.stdout).trim()),
    );
    let mut ways: Vec<(String, Vec<&str>)> = vec![
        ("bare engine, from a reader".into(), vec![this, "load", "reader", file]),
        ("bare engine, from a slice".into(), vec![this, "load", "slice", file]),
        ("bare engine, threads".into(), vec![this, "load", "threads", file]),
        ("newsgraph::Dataset".into(), vec![this, "load", "library", file]),
        ("newsgraph query".into(), vec![ours, "query", file, "--sparql", QUERY]),
    ];
    if Path::new(server).exists() {
        ways.push((version, vec![server, "load", "--location", database_name, "--file", file]));
    } else {
        println!("{version}");
    }
    let mut least = vec![Cost { seconds: f64::MAX, bytes: f64::MAX }; ways.len()];
    for _ in 0..3 {
        for ((_, command), least) in ways.iter().zip(&mut least) {
            *least = least.least(cost(command));
            // The server's database is made anew each time.
            let _ = fs::remove_dir_all(&database);
        }
    }
    let bare = least[0].least(least[1]);
    println!("{:52} {:>8} {:>8} {:>8} {:>8}", "", "CPU s", "of bare", "peak MB", "of bare");
    for ((name, _), cost) in ways.iter().zip(least) {
        let (time, memory) = (cost.seconds / bare.seconds, cost.bytes / bare.bytes);
        println!("{name:52} {:8.2} {time:8.2} {:8.0} {memory:8.2}", cost.seconds, cost.bytes / 1e6);
    }
}

/// Loads a file and asks, in one of the ways.
pub fn one(way: &str, file: &str) {
    if way == "library" {
        let mut dataset = Dataset::new().expect("a store");
        dataset.add_rdf(File::open(file).expect("the file"), RdfFormat::NQuads, file).expect("good RDF");
        let Answer::Solutions(rows) = dataset.ask(QUERY, "the query", None).expect("an answer") else { panic!("no rows") };
        println!("{}", rows.count());
        return;
    }
    let store = Store::new().expect("a store");
    let mut loader = store.bulk_loader();
    match way {
        "reader" => loader.load_from_reader(Syntax::NQuads, File::open(file).expect("the file")),
        "slice" => loader.load_from_slice(Syntax::NQuads, &fs::read(file).expect("the file")),
        _ => loader.parallel_load_from_file(Syntax::NQuads, file),
    }
    .expect("loaded");
    loader.commit().expect("committed");
    let prepared = SparqlEvaluator::new().parse_query(QUERY).expect("SPARQL");
    let QueryResults::Solutions(rows) = prepared.on_store(&store).execute().expect("an answer") else { panic!("no rows") };
    println!("{}", rows.count());
}
