//! Does `build` write what and where it is told, with nothing but data on standard output?

mod common;

use common::running::{finish, folder, run};
use common::{assert_same, listing, newsgraph, read, root};
use std::fs;

#[test]
fn build_without_an_output_prints_turtle_and_nothing_else() {
    let folder = folder();
    let (out, said) = run(folder.path(), &["build", "nato-missions.json"]);
    assert_same("Turtle on standard output", &out, &read("out/nato-missions.ttl"));
    assert_eq!(said, "");
    assert_eq!(listing(folder.path()), ["nato-missions.json", "nato-missions.txt"]);
}

#[test]
fn build_into_files_by_extension() {
    let folder = folder();
    let (out, _) =
        run(folder.path(), &["build", "nato-missions.json", "-o", "a.ttl", "-o", "b.NQ", "--output", "deep/er/c.dot", "-o", "d.gv"]);
    assert_eq!(out, "");
    for (name, sample) in [("a.ttl", "ttl"), ("b.NQ", "nq"), ("deep/er/c.dot", "dot"), ("d.gv", "dot")] {
        assert_same(name, &read(folder.path().join(name)), &read(format!("out/nato-missions.{sample}")));
    }
}

#[test]
fn build_into_a_folder_writes_the_default_set_named_after_the_input() {
    let folder = folder();
    for (to, out) in [("out/", "out"), ("new", "new")] {
        run(folder.path(), &["build", "nato-missions.json", "-o", to]);
        let names = ["dot", "html", "json", "nq", "svg", "trig", "ttl"].map(|ending| format!("nato-missions.{ending}"));
        assert_eq!(listing(&folder.path().join(out)), names);
        for name in &names {
            assert_same(name, &read(folder.path().join(out).join(name)), &read(format!("out/{name}")));
        }
    }
    run(folder.path(), &["build", "nato-missions.json", "./nato-missions.json", "-o", "x/", "--to", "nt,rdf", "--to", "jsonld"]);
    assert_eq!(listing(&folder.path().join("x")), ["graph.jsonld", "graph.nt", "graph.rdf"]);
}

#[test]
fn a_folder_with_a_profile_gets_the_formats_that_carry_it() {
    let folder = folder();
    run(folder.path(), &["build", "nato-missions.json", "-o", "out/", "--profile", "rdf12"]);
    assert!(read(folder.path().join("out/nato-missions.ttl")).contains("<<("));
    run(folder.path(), &["build", "nato-missions.json", "-o", "graphs/", "--profile", "graphs"]);
    assert_eq!(listing(&folder.path().join("graphs")).len(), 6, "no Turtle, which has no named graphs");
}

#[test]
fn standard_output_needs_one_format() {
    let folder = folder();
    let (out, said) = run(folder.path(), &["build", "nato-missions.json", "-o", "-", "--to", "nq"]);
    assert_same("N-Quads on standard output", &out, &read("out/nato-missions.nq"));
    assert_eq!(said, "");
    for args in [&["-o", "-"][..], &["-o", "-", "--to", "nq,ttl"], &["--to", "nq,ttl"], &["-o", "-", "-o", "-", "--to", "nq"]] {
        let (out, said) = finish(newsgraph(folder.path()).args(["build", "nato-missions.json"]).args(args), 2);
        assert!(out.is_empty() && said.starts_with("error: ") && said.contains("standard output"), "{said}");
    }
}

#[test]
fn profiles_name_the_formats_that_can() {
    let folder = folder();
    for (format, profile, able) in
        [("ttl", "graphs", "trig, nq, jsonld"), ("rdf", "rdf12", "ttl, trig, nt, nq"), ("jsonld", "rdf12", "ttl, trig, nt, nq")]
    {
        let args = ["build", "nato-missions.json", "-o", "-", "--to", format, "--profile", profile];
        let (out, said) = finish(newsgraph(folder.path()).args(args), 2);
        assert!(out.is_empty() && said.contains(format) && said.contains(profile) && said.contains(able), "{said}");
    }
    let (_, said) = finish(newsgraph(folder.path()).args(["build", "nato-missions.json", "--profile", "grphs"]), 2);
    assert!(said.contains("unknown profile \"grphs\"") && said.contains("did you mean \"graphs\"?"), "{said}");
}

#[test]
fn another_base() {
    let folder = folder();
    let (out, _) = run(folder.path(), &["build", "nato-missions.json", "--base", "https://example.org/новини/"]);
    assert!(out.contains("@prefix claim: <https://example.org/новини/claim/> .") && !out.contains(newsgraph::DEFAULT_BASE));
}

#[test]
fn quiet_and_verbose() {
    let folder = folder();
    fs::remove_file(folder.path().join("nato-missions.txt")).unwrap();
    let placed = finish(newsgraph(root()).args(["build", "examples/nato-missions.json", "-o", "-", "--to", "json"]), 0).0;
    fs::write(folder.path().join("x.json"), placed).unwrap();
    let (_, said) = run(folder.path(), &["build", "x.json"]);
    assert!(said.contains("note: ") && said.contains("nato-missions.txt"), "{said}");
    assert_eq!(run(folder.path(), &["build", "x.json", "-q"]).1, "");
    let (_, said) = run(folder.path(), &["-v", "build", "x.json", "-o", "x.ttl"]);
    assert!(said.contains("wrote x.ttl") && said.contains("1 articles"), "{said}");
    finish(newsgraph(folder.path()).args(["-q", "-v", "build", "x.json"]), 2);
}

#[test]
fn exit_codes() {
    let folder = folder();
    finish(newsgraph(folder.path()).args(["check", "nato-missions.json"]), 0);
    finish(newsgraph(folder.path()).args(["--version"]), 0);
    finish(newsgraph(folder.path()).args(["--help"]), 0);
    finish(newsgraph(folder.path()).args(["check", "none.json"]), 1);
    for args in [
        &[][..],
        &["bild"],
        &["build"],
        &["build", "nato-missions.json", "--lang", "de"],
        &["build", "-", "-"],
        &["show", "x", "--json", "--format", "csv"],
    ] {
        let (out, said) = finish(newsgraph(folder.path()).args(args), 2);
        assert!(out.is_empty() && !said.is_empty(), "{args:?}: {out}");
    }
}

#[test]
fn an_existing_file_is_replaced() {
    let folder = folder();
    fs::write(folder.path().join("x.ttl"), "old").unwrap();
    run(folder.path(), &["build", "nato-missions.json", "-o", "x.ttl"]);
    assert_same("x.ttl", &read(folder.path().join("x.ttl")), &read("out/nato-missions.ttl"));
    assert_eq!(listing(folder.path()).len(), 3, "no temporary file is left");
}
