//! How fast is a graph written, against the bare serializer on ready-made quads, and does it stay linear?
//!
//! `cargo bench --bench export` prints CPU times of one run and their ratios; each size runs in a process of its own, so that its peak
//! of memory is its own.

#![expect(clippy::expect_used, reason = "a bench that cannot run has nothing to say")]

mod generate;

use cpu_time::ProcessTime;
use newsgraph::{DEFAULT_BASE, Document, KnowledgeGraph, Profile, RdfFormat, for_each_quad, prepare, write_rdf};
use oxrdfio::RdfSerializer;
use std::hint::black_box;
use std::io::{self, Write};
use std::process::Command;
use std::time::Duration;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    if let Some(size) = args.first().and_then(|size| size.parse().ok()) {
        one_size(size);
    } else {
        against_bare(100_000);
        println!("\nthe whole build in memory, text and claims to N-Quads on a sink, a process each:");
        println!("{:>9}  {:>12}  {:>15}  {:>15}", "claims", "CPU s", "µs a claim", "peak B a claim");
        for size in [10_000, 100_000, 1_000_000] {
            let this = std::env::current_exe().expect("this program");
            Command::new(this).arg(size.to_string()).status().expect("runs");
        }
    }
}

/// Times the writers on one graph against `oxrdfio` on the same quads, ready-made; the best of five each, in turn.
fn against_bare(claims: usize) {
    let documents = generate::documents(claims).collect::<Vec<_>>();
    let graph = graph(documents.clone());
    let mut quads = Vec::new();
    for_each_quad(&graph, Profile::Graphs, DEFAULT_BASE, |quad| {
        quads.push(quad);
        Ok(())
    })
    .expect("quads");
    println!("{} claims, {} quads; CPU time, best of 5 in turn", graph.claim_count(), quads.len());
    let mut best = [Duration::MAX; 5];
    for _ in 0..5 {
        let mut note = |place: usize, time: Duration| best[place] = best[place].min(time);
        note(0, bare(&quads));
        note(1, write(&graph, RdfFormat::NQuads));
        note(2, {
            let documents = documents.clone();
            let start = ProcessTime::now();
            write(&self::graph(documents), RdfFormat::NQuads);
            start.elapsed()
        });
        note(3, write(&graph, RdfFormat::Turtle));
        note(4, write(&graph, RdfFormat::JsonLd));
    }
    let names =
        ["bare oxrdfio, N-Quads of ready-made quads", "graph to N-Quads", "documents to N-Quads", "graph to Turtle", "graph to JSON-LD"];
    for (name, time) in names.iter().zip(best) {
        println!("{name:44} {:7.3} s   speed {:.2} of bare", time.as_secs_f64(), best[0].as_secs_f64() / time.as_secs_f64());
    }
}

fn bare(quads: &[oxrdf::Quad]) -> Duration {
    let start = ProcessTime::now();
    let mut serializer = RdfSerializer::from_format(oxrdfio::RdfFormat::NQuads).for_writer(Sink);
    for quad in quads {
        serializer.serialize_quad(quad).expect("a sink takes all");
    }
    serializer.finish().expect("a sink takes all");
    start.elapsed()
}

fn write(graph: &KnowledgeGraph, format: RdfFormat) -> Duration {
    let start = ProcessTime::now();
    write_rdf(graph, format, format.default_profile(), DEFAULT_BASE, Sink).expect("a sink takes all");
    start.elapsed()
}

fn graph(documents: Vec<Document>) -> KnowledgeGraph {
    let mut graph = KnowledgeGraph::new();
    for document in documents {
        graph.add_document(prepare(document, None).expect("a good document"));
    }
    graph
}

/// Reads document after document, as `build` does with many files, so that only the graph is in memory as a whole.
fn one_size(claims: usize) {
    let before = peak_bytes();
    let mut graph = KnowledgeGraph::new();
    let mut time = Duration::ZERO;
    for document in generate::documents(claims) {
        let start = ProcessTime::now();
        graph.add_document(prepare(document, None).expect("a good document"));
        time += start.elapsed();
    }
    let time = (time + write(&graph, RdfFormat::NQuads)).as_secs_f64();
    let claims = graph.claim_count();
    #[expect(clippy::cast_precision_loss, reason = "a number for people")]
    let per = |total: f64| total / claims as f64;
    println!("{claims:>9}  {time:>12.3}  {:>15.2}  {:>15.0}", per(time * 1e6), per(peak_bytes() - before));
}

/// The peak of this process's memory (Linux: `VmHWM`).
fn peak_bytes() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|l| l.trim().trim_end_matches(" kB").parse::<f64>().ok()).unwrap_or(f64::NAN) * 1024.0
}

/// Takes all and keeps nothing; every byte is looked at, so that nothing is optimised away.
struct Sink;

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        black_box(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
