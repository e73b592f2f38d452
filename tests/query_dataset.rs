//! What is one dataset, how is a query explained, and where does a caret point?

#![expect(clippy::expect_used, reason = "helpers of tests fail as tests do")]

mod common;

use common::newsgraph;
use std::fs;
use std::path::Path;
use tempfile::tempdir;

fn run(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let done = newsgraph(folder).arg("query").args(args).output().expect("runs");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    (done.status.code().unwrap_or(-1), text(&done.stdout), text(&done.stderr))
}

#[test]
fn several_inputs_are_one_dataset_and_their_blank_nodes_stay_apart() {
    let folder = tempdir().expect("a folder");
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("written");
    put("a.nt", "_:x <http://e.org/knows> _:y .\n_:x <http://e.org/name> \"A\" .\n");
    put("b.nq", "_:x <http://e.org/name> \"B\" <http://e.org/g> .\n_:y <http://e.org/name> \"C\" _:x .\n");
    put("c.ttl", "[] <http://e.org/name> \"D\" ; <http://e.org/knows> [ <http://e.org/name> \"E\" ] .\n");
    put("d.ttl", "<< _:x <http://e.org/knows> _:y >> <http://e.org/name> \"F\" . _:x <http://e.org/name> \"G\" .\n");
    let inputs = ["a.nt", "b.nq", "c.ttl", "d.ttl"];
    let ask = |sparql: &str| run(folder.path(), &[&inputs[..], &["--sparql", sparql]].concat());
    let names =
        "SELECT ?name ?n WHERE { { ?n <http://e.org/name> ?name } UNION { GRAPH ?g { ?n <http://e.org/name> ?name } } } ORDER BY ?name";
    let (code, out, said) = ask(names);
    let nodes: Vec<&str> = out.lines().skip(1).filter_map(|line| line.split(',').nth(1)).collect();
    let mut distinct = nodes.clone();
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!((code, nodes.len(), distinct.len()), (0, 7, 7), "{out}{said}");
    assert_eq!(ask(names).1, out, "the same names on every run");
    // Within one input a label is one node, also in a triple term and as the name of a graph.
    let within = "ASK { ?x <http://e.org/name> \"A\" ; <http://e.org/knows> ?y . GRAPH ?g { ?z <http://e.org/name> \"C\" } \
                  GRAPH <http://e.org/g> { ?g <http://e.org/name> \"B\" } \
                  ?w rdf:reifies <<( ?u <http://e.org/knows> ?v )>> ; <http://e.org/name> \"F\" . ?u <http://e.org/name> \"G\" }";
    assert_eq!(ask(within).1, "true\n");
}

#[test]
fn a_broken_input_of_several_is_told_and_the_others_are_asked() {
    let folder = tempdir().expect("a folder");
    fs::write(folder.path().join("a.nt"), "<http://e.org/a> <http://e.org/p> \"1\" .\n").expect("written");
    fs::write(folder.path().join("b.nt"), "<http://e.org/b> <http://e.org/p> \"1\" .\nnonsense\n").expect("written");
    let (code, out, said) = run(folder.path(), &["a.nt", "b.nt", "--sparql", "SELECT ?s WHERE { ?s ?p ?o }"]);
    assert_eq!((code, out.as_str()), (1, "s\r\nhttp://e.org/a\r\n"), "nothing of the broken one");
    assert!(said.contains("b.nt:2:1: this is not N-Triples"), "{said}");
    assert_eq!(run(folder.path(), &["b.nt", "--sparql", "ASK {}"]).1, "");
}

#[test]
fn a_query_is_explained() {
    let root = common::root();
    let sample = "examples/nato-missions.json";
    let question = [sample, "about", "--set", "about=НАТО"];
    for asked in [&question[..], &[sample, "--sparql", "SELECT ?o WHERE { ?c ng:refutes ?d ; ng:evidence/nif:anchorOf ?o }"]] {
        let (code, text, said) = run(root, &[asked, &["--explain"]].concat());
        assert_eq!((code, said.as_str()), (0, ""), "{text}");
        assert!(
            text.starts_with("Project(") && text.contains("QuadPattern(?") && text.contains(" nif:anchorOf ?") && text.contains("?_1"),
            "{text}"
        );
        assert_eq!(run(root, &[asked, &["--explain"]].concat()).1, text, "the same on every run");
        let (_, counted, _) = run(root, &[asked, &["--explain=rows"]].concat());
        let rows = run(root, &[asked, &["--format", "tsv"]].concat()).1.lines().count() - 1;
        assert!(counted.starts_with(&format!("{rows:>10}  Project(")), "{rows} rows\n{counted}");
        let (_, json, _) = run(root, &[asked, &["--explain=rows", "--format", "json"]].concat());
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(json["rows"], rows);
        assert!(json["children"][0]["step"].is_string());
    }
    let (code, out, said) = run(root, &[&question[..], &["--explain", "--format", "csv"]].concat());
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(said.contains("known are text, json"), "{said}");
    assert_eq!(run(root, &[sample, "--sparql", "SELECT", "--explain"]).0, 1);
    for asked in ["ASK { ?s ng:refutes ?o }", "CONSTRUCT WHERE { ?s ng:refutes ?o }", "DESCRIBE <http://e.org/x>"] {
        assert_eq!(run(root, &[sample, "--sparql", asked, "--explain=rows"]).0, 0, "{asked}");
    }
}

#[test]
fn a_caret_is_under_the_mistake() {
    let root = common::root();
    for query in [
        "SELECT * WHERE {\n  ?s rdfs:label \"НАТО і союзники\"@uk .\n  ?s ng:refutes }\nORDER BY ?s",
        "SELECT * WHERE { ?s rdfs:label \"НАТО і союзники\"@uk ; ng:refutes }",
        "SELECT *\r\nWHERE\t{\r\n\t?s\tng:refutes\t}",
        "SELECT * WHERE { ?s rdfs:label \"北約\", \"и\u{306}\" ; ng:refutes }",
    ] {
        let (code, out, said) = run(root, &["examples/nato-missions.json", "--sparql", query]);
        assert_eq!((code, out.as_str()), (1, ""), "{said}");
        let lines: Vec<&str> = said.trim_end().lines().collect();
        let [shown, caret] = lines[lines.len() - 2..] else { panic!("{said}") };
        let wide = |c: char| if "北約".contains(c) { 2 } else { usize::from(c != '\u{306}') };
        let brace = shown.rfind('}').expect("the line with the mistake");
        let width: usize = shown[..brace].chars().map(wide).sum();
        assert_eq!(caret, format!("{}^", " ".repeat(width)), "{said}");
        let column = query.lines().find(|line| line.ends_with("refutes }") || line.ends_with("refutes\t}")).expect("the line");
        let column = column[..column.find('}').expect("the mistake")].chars().count() + 1;
        assert!(lines[0].contains(&format!(":{column}: not SPARQL: expected ")), "column {column}: {said}");
    }
}
