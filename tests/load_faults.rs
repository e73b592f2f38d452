//! Does a load survive every fault of a server, with nothing lost or doubled, and say what arrived?

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod common;
#[path = "common/store.rs"]
mod store;

use common::running::finish;
use common::{newsgraph, rdf, root, sample_graph};
use newsgraph::{Profile, RdfFormat};
use std::collections::BTreeSet;
use std::io::Read;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;
use store::http::{Answer, Asked};
use store::{Act, Server, stored};

const ARTICLE: &str = "https://w3id.org/newsgraph/id/article/b223089b6820e1ea";
const PATHS: [&str; 2] = ["/store", "/update"];

fn sample() -> BTreeSet<String> {
    rdf(&sample_graph(), RdfFormat::NQuads, Profile::Reified).lines().map(stored).collect()
}

/// Loads the sample in eleven pieces.
fn load(server: &Server, path: &str, args: &[&str], code: i32) -> String {
    let all = ["load", "examples/nato-missions.json", "--chunk", "100", "--to", &server.url(path)];
    let (out, said) = finish(newsgraph(root()).args(all).args(args), code);
    assert_eq!(out, "");
    said
}

fn text(status: u16, body: &str) -> Answer {
    Answer::new(status, "text/plain", body)
}

/// A script that misbehaves at the writes from `first` to `last`, counted from one.
fn at(first: usize, last: usize, act: Act) -> impl FnMut(&Asked) -> Option<Act> + Send + 'static {
    let mut writes = 0;
    move |asked| {
        writes += usize::from(asked.writes());
        (asked.writes() && (first..=last).contains(&writes)).then(|| act.clone())
    }
}

/// A fault that passes: the load tries again, and all is there, once.
fn passes(what: &str, act: &Act, told: &str) {
    for path in PATHS {
        for first in [1, 6] {
            let server = Server::new(at(first, first, act.clone())).with_others();
            let said = load(&server, path, &["--retries", "2"], 0);
            assert!(said.contains(told) && said.contains("trying again in 0.5 s") && said.contains("has as many"), "{what}: {said}");
            server.has(what, Some(ARTICLE), &sample());
            server.others_are_untouched();
            assert_eq!(server.names().len(), 3, "{what}: no other graph");
        }
    }
}

/// A fault that stays: the load ends, says how far it came, and the next one makes it whole, whether it resumes or not.
fn ends(what: &str, act: &Act, told: &str) {
    for path in PATHS {
        for resume in [&[][..], &["--resume"]] {
            let server = Server::new(at(6, usize::MAX, act.clone())).with_others();
            let said = load(&server, path, &["--retries", "1"], 1);
            assert!(said.contains(told), "{what}: {said}");
            assert!(
                said.contains("0 of 1 graphs are whole") && said.contains("of 1075 triples were taken") && said.contains("load again"),
                "{what}: {said}"
            );
            server.others_are_untouched();
            server.mend();
            load(&server, path, resume, 0);
            server.has(what, Some(ARTICLE), &sample());
            server.others_are_untouched();
        }
    }
}

#[test]
fn lost_connections_and_5xx_pass() {
    passes("hangs up", &Act::Gone, "the server does not answer");
    passes("hangs up in the middle", &Act::HalfThenGone, "the server does not answer");
    passes("hangs up when all is done", &Act::AllThenGone, "the server does not answer");
    passes("500 after half of the data", &Act::Half(text(500, "broken")), "the server cannot do it now (HTTP 500)");
    passes("503", &Act::Answer(text(503, "")), "HTTP 503");
    passes("429", &Act::Answer(text(429, "slowly")), "HTTP 429");
}

#[test]
fn what_stays_wrong_ends_the_load_and_the_next_one_repairs_it() {
    ends("500 after half of the data", &Act::Half(text(500, "broken")), "(HTTP 500)");
    ends("hangs up in the middle", &Act::HalfThenGone, "the server does not answer");
    ends("no room, as a number", &Act::Half(text(507, "")), "no room left");
    ends("no room, in words", &Act::Half(text(500, "write: No space left on device")), "no room left (HTTP 500)");
    ends("forbidden", &Act::Answer(text(403, "read only")), "the server does not allow it (HTTP 403)");
    ends(
        "refused",
        &Act::Answer(Answer::new(400, "text/html", "<html><head><title>x</title></head><body><b>bad</b> data</body></html>")),
        "bad data",
    );
}

#[test]
fn only_what_may_pass_is_tried_again() {
    for (status, tries) in [(400, 1), (403, 1), (507, 1), (500, 3), (502, 3), (503, 3), (504, 3), (429, 3)] {
        let server = Server::new(at(1, usize::MAX, Act::Answer(text(status, "").with("Retry-After", "0"))));
        let said = load(&server, "/store", &["--retries", "2"], 1);
        assert_eq!(said.contains("(tried 3 times)"), tries == 3, "{said}");
        assert_eq!(server.asked().iter().filter(|asked| asked.writes()).count(), tries, "{status}");
    }
}

#[test]
fn the_server_says_how_long_it_wants_to_be_left_alone() {
    let server = Server::new(at(1, 1, Act::Answer(text(503, "").with("Retry-After", "1"))));
    let said = load(&server, "/store", &[], 0);
    assert!(said.contains("trying again in 1.0 s"), "{said}");
}

#[test]
fn too_much_at_once_is_halved() {
    for path in PATHS {
        let server = Server::new(|asked| (asked.body.len() > 9000).then(|| Act::Answer(text(413, "too large")))).with_others();
        let (_, said) = finish(newsgraph(root()).args(["load", "examples/nato-missions.json", "--to", &server.url(path)]), 0);
        assert!(said.contains("has as many"), "{said}");
        server.has(path, Some(ARTICLE), &sample());
        server.others_are_untouched();
        let server = Server::new(|asked| asked.writes().then(|| Act::Answer(text(413, ""))));
        let said = load(&server, path, &[], 1);
        assert!(said.contains("too much at once for the server (HTTP 413)"), "{said}");
    }
}

#[test]
fn another_name_of_the_format() {
    let server = Server::new(|asked| {
        asked.header("content-type").is_some_and(|kind| kind == "application/n-triples").then(|| Act::Answer(text(415, "what is that?")))
    });
    load(&server, "/store", &[], 0);
    server.has("as Turtle", Some(ARTICLE), &sample());
}

#[test]
fn a_store_that_gives_graphs_but_takes_none_is_updated() {
    let server = Server::new(|asked| (asked.method == "PUT").then(|| Act::Answer(text(405, ""))));
    load(&server, "/store", &[], 0);
    server.has("by update", Some(ARTICLE), &sample());
    let said = load(&server, "/store", &["--protocol", "gsp"], 1);
    assert!(said.contains("HTTP 405"), "{said}");
}

#[test]
fn a_server_that_is_down_at_the_start() {
    let server = Server::good();
    server.stop();
    let said = load(&server, "/store", &["--retries", "1"], 1);
    assert!(said.contains("the server does not answer") && said.contains("(tried 2 times)") && said.contains("is it running"), "{said}");
    // It comes while it is waited for.
    let late = thread::spawn({
        let url = server.url("/store");
        move || finish(newsgraph(root()).args(["load", "examples/nato-missions.json", "--to", &url, "--retries", "5"]), 0)
    });
    thread::sleep(Duration::from_millis(700));
    let server = server.again();
    late.join().unwrap();
    server.has("late", Some(ARTICLE), &sample());
}

#[test]
fn a_server_that_dies_in_the_middle_and_one_that_forgets_all() {
    let server = Server::new(at(5, usize::MAX, Act::HalfThenGone)).with_others();
    let said = load(&server, "/store", &["--retries", "0"], 1);
    assert!(said.contains("400 of 1075 triples were taken, perhaps more"), "{said}");
    server.stop();
    let server = server.again();
    let there = server.graph(Some(ARTICLE)).len();
    assert!((400..1075).contains(&there), "{there}");
    load(&server, "/store", &["--resume"], 0);
    server.has("after the death", Some(ARTICLE), &sample());
    server.others_are_untouched();
    // Between two pieces the store loses what it had: what is sent again begins from the beginning.
    let mut writes = 0;
    let server = Server::new(move |asked| {
        writes += usize::from(asked.writes());
        match writes {
            6 => Some(Act::Answer(text(503, ""))),
            _ => None,
        }
    });
    load(&server, "/store", &[], 0);
    let bodies: Vec<Asked> = server.asked().into_iter().filter(Asked::writes).collect();
    assert_eq!((bodies.len(), bodies[6].method.as_str(), &bodies[6].body), (17, "PUT", &bodies[0].body));
}

#[test]
fn a_silent_server() {
    for path in PATHS {
        let server = Server::new(at(3, 3, Act::Slow(Duration::from_secs(4))));
        let said = load(&server, path, &["--timeout", "1", "--retries", "4"], 0);
        assert!(said.contains("silent for too long") && said.contains("trying again"), "{said}");
        let server = Server::new(at(1, usize::MAX, Act::Slow(Duration::from_secs(4))));
        let said = load(&server, path, &["--timeout", "1", "--retries", "0"], 1);
        assert!(said.contains("silent for too long") && said.contains("--timeout"), "{said}");
        // What is only slow is waited for.
        let server = Server::new(at(1, 2, Act::Slow(Duration::from_millis(600))));
        load(&server, path, &["--timeout", "30", "--retries", "0"], 0);
        server.has(path, Some(ARTICLE), &sample());
    }
}

#[test]
fn a_url_that_is_no_endpoint() {
    let page = || Answer::new(200, "text/html", "<!DOCTYPE html><html><body>Welcome</body></html>");
    let server = Server::new(move |_| Some(Act::Answer(page())));
    for path in ["/", "/store", "/sparql", "/a/page.html"] {
        let said = load(&server, path, &[], 1);
        assert!(said.contains("no SPARQL endpoint answers here") && said.contains("Oxigraph takes data at /store"), "{said}");
    }
    // A service that answers every question with a description of itself, in RDF, takes no graphs.
    let server =
        Server::new(|asked| (asked.path() == "/store").then(|| Act::Answer(Answer::new(200, "text/turtle", "<urn:x> <urn:y> <urn:z> ."))));
    let said = load(&server, "/store", &["--protocol", "gsp"], 1);
    assert!(said.contains("takes data"), "{said}");
    assert!(server.asked().iter().all(|asked| !asked.writes()));
    for (to, told) in
        [("localhost:7878", "no address of a store"), ("ftp://localhost/", "http://"), ("http://localhost/?graph=x", "--graph")]
    {
        let (_, said) = finish(newsgraph(root()).args(["load", "examples/nato-missions.json", "--to", to]), 2);
        assert!(said.contains(told), "{said}");
    }
}

#[test]
fn several_articles_of_which_one_is_broken_off() {
    let server = Server::new(at(2, usize::MAX, Act::Half(text(507, "")))).with_others();
    let inputs = ["examples/nato-missions.json", "corpus/uk/b01-01.json", "corpus/uk/b01-02.json"];
    let to = server.url("/store");
    let (_, said) = finish(newsgraph(root()).arg("load").args(inputs).args(["--to", &to]), 1);
    assert!(said.contains("1 of 3 graphs are whole") && said.contains("; 1 were not sent"), "{said}");
    server.mend();
    let (_, said) = finish(newsgraph(root()).arg("load").args(inputs).args(["--to", &to, "--resume"]), 0);
    assert!(said.contains("in 3 named graphs") && said.contains("1 of which the store had already"), "{said}");
    server.has("the sample", Some(ARTICLE), &sample());
    server.others_are_untouched();
}

#[test]
fn one_article_that_is_refused_does_not_stop_the_others() {
    let server =
        Server::new(|asked| asked.target.contains("b223089b6820e1ea").then(|| Act::Answer(text(400, "not this one")))).with_others();
    let inputs = ["examples/nato-missions.json", "corpus/uk/b01-01.json", "corpus/uk/b01-02.json"];
    let (_, said) = finish(newsgraph(root()).arg("load").args(inputs).args(["--to", &server.url("/store")]), 1);
    assert!(said.contains(&format!("the server refuses (HTTP 400): {ARTICLE}")) && said.contains("not this one"), "{said}");
    assert!(said.contains("2 of 3 graphs are whole"), "{said}");
    assert_eq!(server.names().len(), 4, "two articles, and the others");
    server.others_are_untouched();
}

#[test]
#[cfg(unix)]
fn ctrl_c_says_what_arrived_and_the_next_load_goes_on() {
    let server = Server::new(|asked| asked.writes().then_some(Act::Slow(Duration::from_millis(200)))).with_others();
    let mut child = Command::new(assert_cmd::cargo::cargo_bin!("newsgraph"))
        .current_dir(root())
        .args(["load", "examples/nato-missions.json", "--chunk", "100", "--to", &server.url("/store")])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    while server.asked().iter().filter(|asked| asked.writes()).count() < 3 {
        thread::sleep(Duration::from_millis(20));
    }
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(1), "{said}");
    assert!(said.contains("stopped") && said.contains("0 of 1 graphs are whole") && said.contains("of 1075 triples were taken"), "{said}");
    let there = server.graph(Some(ARTICLE)).len();
    assert!((300..1075).contains(&there), "the request under way was finished, no other begun: {there}");
    server.mend();
    load(&server, "/store", &["--resume"], 0);
    server.has("resumed", Some(ARTICLE), &sample());
    server.others_are_untouched();
}

#[test]
#[cfg(unix)]
fn the_second_ctrl_c_ends_a_wait_at_once() {
    let server = Server::new(|asked| asked.writes().then_some(Act::Slow(Duration::from_secs(20))));
    let mut child = Command::new(assert_cmd::cargo::cargo_bin!("newsgraph"))
        .current_dir(root())
        .args(["load", "examples/nato-missions.json", "--to", &server.url("/store")])
        .spawn()
        .unwrap();
    while !server.asked().iter().any(Asked::writes) {
        thread::sleep(Duration::from_millis(20));
    }
    for _ in 0..2 {
        assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
        thread::sleep(Duration::from_millis(200));
    }
    assert_eq!(child.wait().unwrap().code(), Some(130));
    server.mend();
    load(&server, "/store", &[], 0);
    server.has("again", Some(ARTICLE), &sample());
}
