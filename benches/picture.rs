//! How long does a picture take, from a graph to SVG and PNG?
//!
//! `cargo bench --bench picture` prints CPU times, the best of five.

#![expect(clippy::expect_used, reason = "a bench that cannot run has nothing to say")]

mod generate;

use cpu_time::ProcessTime;
use newsgraph::{KnowledgeGraph, Picture, PictureOptions, View, prepare};
use std::time::Duration;

fn main() {
    println!("{:>8}  {:>9}  {:>10}  {:>10}  {:>10}", "claims", "view", "DOT ms", "SVG ms", "PNG ms");
    for claims in [25, 100, 300] {
        for view in [View::Overview, View::Claims, View::Speakers] {
            one(claims, view, true);
        }
    }
    for claims in [10_000, 100_000] {
        for view in [View::Overview, View::Claims, View::Speakers, View::Timeline] {
            one(claims, view, false);
        }
    }
}

fn one(claims: usize, view: View, painted: bool) {
    let mut graph = KnowledgeGraph::new();
    for document in generate::documents(claims) {
        graph.add_document(prepare(document, None).expect("a good document"));
    }
    // All claims of a small graph, what the view itself takes of a large one.
    let limit = (claims <= 300 && view == View::Claims).then_some(claims);
    let options = PictureOptions { view: Some(view), limit, ..PictureOptions::default() };
    let picture = || Picture::new(&graph, options.clone()).expect("a picture");
    let dot = best(|| picture().write_dot(&mut Vec::new()).expect("a vector takes all"));
    let svg = best(|| picture().write_svg(&mut Vec::new()).expect("a vector takes all"));
    let png = if painted { best(|| picture().write_png(&mut Vec::new()).expect("a vector takes all")) } else { f64::NAN };
    println!("{claims:>8}  {:>9}  {dot:>10.1}  {svg:>10.1}  {png:>10.1}", view.name());
}

/// Milliseconds of CPU time.
fn best(run: impl Fn()) -> f64 {
    let time = || {
        let start = ProcessTime::now();
        run();
        start.elapsed()
    };
    (0..5).map(|_| time()).min().unwrap_or(Duration::ZERO).as_secs_f64() * 1e3
}
