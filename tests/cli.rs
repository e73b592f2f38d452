//! Does the command line do what it says, and is there nothing but data on standard output?

mod common;

use assert_cmd::Command;
use common::{assert_same, listing, newsgraph, read, root};
use std::fs;
use std::path::Path;
use tempfile::{TempDir, tempdir};

/// A folder with the sample in it: `nato-missions.json`, `nato-missions.txt`.
fn folder() -> TempDir {
    let folder = tempdir().unwrap();
    for name in ["nato-missions.json", "nato-missions.txt"] {
        fs::copy(root().join("examples").join(name), folder.path().join(name)).unwrap();
    }
    folder
}

/// Runs with success; standard output and standard error.
fn run(folder: &Path, args: &[&str]) -> (String, String) {
    finish(newsgraph(folder).args(args), 0)
}

fn finish(command: &mut Command, code: i32) -> (String, String) {
    let output = command.output().unwrap();
    let texts = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
    let [out, said] = texts;
    assert_eq!(output.status.code(), Some(code), "{command:?}\n{said}");
    (out, said)
}

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
    let (out, _) = run(folder.path(), &["build", "nato-missions.json", "-o", "a.ttl", "-o", "b.NQ", "--output", "deep/er/c.dot", "-o", "d.gv"]);
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
        let names = ["dot", "json", "nq", "trig", "ttl"].map(|ending| format!("nato-missions.{ending}"));
        assert_eq!(listing(&folder.path().join(out)), names);
        for name in &names {
            assert_same(name, &read(folder.path().join(out).join(name)), &read(format!("out/{name}")));
        }
    }
    run(folder.path(), &["build", "nato-missions.json", "nato-missions.txt/../nato-missions.json", "-o", "x/", "--to", "nt,rdf", "--to", "jsonld"].map(|a| if a.contains("..") { "./nato-missions.json" } else { a }));
    assert_eq!(listing(&folder.path().join("x")), ["graph.jsonld", "graph.nt", "graph.rdf"]);
}

#[test]
fn a_folder_with_a_profile_gets_the_formats_that_carry_it() {
    let folder = folder();
    run(folder.path(), &["build", "nato-missions.json", "-o", "out/", "--profile", "rdf12"]);
    assert!(read(folder.path().join("out/nato-missions.ttl")).contains("<<("));
    run(folder.path(), &["build", "nato-missions.json", "-o", "graphs/", "--profile", "graphs"]);
    assert_eq!(listing(&folder.path().join("graphs")).len(), 4, "no Turtle, which has no named graphs");
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
fn claims_and_article_apart() {
    let folder = folder();
    let document = read("examples/nato-missions.json").replace("nato-missions.txt", "elsewhere.txt");
    fs::write(folder.path().join("claims.json"), document).unwrap();
    let (out, said) = run(folder.path(), &["build", "nato-missions.txt", "--claims", "claims.json"]);
    assert_same("the same graph", &out, &read("out/nato-missions.ttl"));
    assert_eq!(said, "");
}

#[test]
fn what_the_article_does_not_say_of_itself() {
    let folder = folder();
    let facts = ["--published", "2026-03", "--publisher", "Вісник", "--headline", "Інше", "--url", "https://example.org/x?a=1"];
    for input in [&["nato-missions.txt", "--claims", "nato-missions.json"][..], &["nato-missions.json"]] {
        let (out, _) = finish(newsgraph(folder.path()).arg("build").args(input).args(facts), 0);
        for part in [
            "schema:headline \"Інше\"@uk ;",
            "schema:datePublished \"2026-03\"^^xsd:gYearMonth ;",
            "schema:publisher entity:medium-visnyk ;",
            "schema:url <https://example.org/x?a=1> ;",
            "entity:medium-visnyk a schema:NewsMediaOrganization ;",
        ] {
            assert!(out.contains(part), "{part} is not in\n{}", out.lines().skip(14).take(20).collect::<Vec<_>>().join("\n"));
        }
    }
}

#[test]
fn profiles_name_the_formats_that_can() {
    let folder = folder();
    for (format, profile, able) in [("ttl", "graphs", "trig, nq, jsonld"), ("rdf", "rdf12", "ttl, trig, nt, nq"), ("jsonld", "rdf12", "ttl, trig, nt, nq")] {
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
fn nothing_is_coloured_where_nobody_sees_it() {
    let folder = folder();
    for no_color in [None, Some("1")] {
        for args in [&["show", "nato-missions.json"][..], &["build", "none.json"], &["show", "nato-missions.json", "--frmat"]] {
            let output = newsgraph(folder.path()).args(args).envs(no_color.map(|value| ("NO_COLOR", value))).output().unwrap();
            assert!(!output.stdout.contains(&0x1b) && !output.stderr.contains(&0x1b), "{args:?}");
        }
    }
}

#[test]
fn exit_codes() {
    let folder = folder();
    finish(newsgraph(folder.path()).args(["check", "nato-missions.json"]), 0);
    finish(newsgraph(folder.path()).args(["--version"]), 0);
    finish(newsgraph(folder.path()).args(["--help"]), 0);
    finish(newsgraph(folder.path()).args(["check", "none.json"]), 1);
    for args in [&[][..], &["bild"], &["build"], &["build", "nato-missions.json", "--lang", "de"], &["build", "-", "-"], &["show", "x", "--json", "--format", "csv"]] {
        let (out, said) = finish(newsgraph(folder.path()).args(args), 2);
        assert!(out.is_empty() && !said.is_empty(), "{args:?}: {out}");
    }
}

#[test]
fn show_as_a_table() {
    let folder = folder();
    let (out, said) = run(folder.path(), &["show", "nato-missions.json"]);
    assert!(out.starts_with("США домагаються від НАТО згортання місій в Іраку та Косові (2026-02-20)\n") && said.is_empty());
    assert!(out.contains("Хто каже") && out.contains("троє дипломатів НАТО"), "{out}");
    assert!(out.lines().all(|line| line.chars().count() <= 120), "wider than 120 columns");
    let (english, _) = run(folder.path(), &["show", "nato-missions.json", "--lang", "en"]);
    assert!(english.contains("Who says") && english.contains("three NATO diplomats"), "{english}");
}

#[test]
fn show_as_json() {
    let folder = folder();
    let (out, _) = run(folder.path(), &["show", "nato-missions.json", "--json"]);
    assert_same("--json and --format json", &out, &run(folder.path(), &["show", "nato-missions.json", "--format", "json"]).0);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&out).unwrap();
    let claims = common::sample().0.claims.len();
    assert_eq!(rows.len(), claims);
    let text = read("examples/nato-missions.txt");
    for row in rows {
        let at = |name: &str| usize::try_from(row[name].as_u64().unwrap()).unwrap();
        let quote: String = text.chars().skip(at("begin")).take(at("end") - at("begin")).collect();
        assert_eq!(row["quote"], quote);
    }
}

#[test]
fn show_as_csv_that_a_spreadsheet_opens() {
    let folder = folder();
    let text = "=1+1 каже +2, «x\ny», \"z\", @a.";
    let json = serde_json::json!({"text": text, "entities": [{"key": "a", "type": "Person", "names": ["=HYPERLINK(\"x\")"]}, {"key": "b", "type": "Person", "names": ["-2"]}],
        "claims": [{"quote": text, "subject": "a", "relation": "comments", "object": "b", "source": "a"}, {"id": "+c", "quote": "@a", "subject": "b", "relation": "comments", "object": {"literal": "\tx"}}]});
    fs::write(folder.path().join("x.json"), json.to_string()).unwrap();
    let (out, _) = run(folder.path(), &["show", "x.json", "--format", "csv"]);
    let rest = out.strip_prefix('\u{feff}').expect("a byte order mark");
    assert!(rest.starts_with("article,claim,begin,end,speaker,") && rest.ends_with("\r\n"));
    assert_eq!(rest.replace("\r\n", "").matches('\r').count(), 0);
    let rows: Vec<csv::StringRecord> = csv::Reader::from_reader(rest.as_bytes()).into_records().collect::<Result<_, _>>().unwrap();
    assert_eq!(rows.len(), 2);
    for cell in rows.iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?} is a formula");
    }
    assert_eq!(rows[0].get(16), Some(format!("'{text}").as_str()));
    assert_eq!(rows[0].get(4), Some("'=HYPERLINK(\"x\")"));
}

#[test]
fn check_says_ok_or_what_is_wrong() {
    let folder = folder();
    let (out, said) = run(folder.path(), &["check", "nato-missions.json"]);
    assert!(out.starts_with("ok: 1 articles, ") && said.is_empty(), "{out}{said}");
    run(folder.path(), &["build", "nato-missions.json", "-o", "all/", "--to", "ttl,trig,nt,nq,rdf,jsonld"]);
    let (out, _) = run(folder.path(), &["check", "all"]);
    assert!(out.contains("ok: 1 articles"), "{out}");
    let broken = read("out/nato-missions.ttl").replacen("ng:polarity ng:affirmed ;", "", 1);
    fs::write(folder.path().join("broken.ttl"), broken).unwrap();
    let (out, _) = finish(newsgraph(folder.path()).args(["check", "broken.ttl"]), 1);
    assert!(out.contains("error: broken.ttl: <https://w3id.org/newsgraph/id/claim/") && out.contains("without polarity"), "{out}");
    assert!(!out.contains("\nok: "));
}

#[test]
fn what_the_program_says_of_itself() {
    let folder = tempdir().unwrap();
    let schema = run(folder.path(), &["schema"]).0;
    assert_same("schema", &schema, &read("ontology/graph.schema.json"));
    assert_same("schema --context", &run(folder.path(), &["schema", "--context"]).0, &read("ontology/context.jsonld"));
    assert_same("schema --ontology", &run(folder.path(), &["schema", "--ontology"]).0, &read("ontology/newsgraph.ttl"));
    for shell in ["bash", "zsh", "fish"] {
        let (out, _) = run(folder.path(), &["completions", shell]);
        assert!(["build", "show", "check", "--new-relations"].iter().all(|word| out.contains(word.trim_start_matches('-'))), "{shell}");
    }
    assert!(run(folder.path(), &["man"]).0.contains(".TH newsgraph"));
    assert!(run(folder.path(), &["--version"]).0.starts_with("newsgraph "));
}

#[test]
fn standard_input_is_told_apart_by_content() {
    let folder = folder();
    let embedded = serde_json::json!({"text": "США тиснуть.", "entities": [{"key": "us", "type": "Country", "names": ["США"]}],
        "claims": [{"quote": "США тиснуть", "subject": "us", "relation": "pressures", "object": "us"}]});
    let (out, said) = finish(newsgraph(folder.path()).args(["build", "-", "-o", "-", "--to", "nq"]).write_stdin(embedded.to_string()), 0);
    assert!(out.contains("#pressures>") && said.is_empty(), "{said}");
    let wanted = read("out/nato-missions.nq");
    for (format, profile) in common::forms() {
        let (written, _) = run(folder.path(), &["build", "nato-missions.json", "-o", "-", "--to", format.extension(), "--profile", profile.name()]);
        let (out, said) = finish(newsgraph(folder.path()).args(["build", "-", "-o", "-", "--to", "nq"]).write_stdin(written), 0);
        assert_same(&format!("{format} {profile} on standard input"), &out, &wanted);
        assert_eq!(said, "");
    }
}

#[test]
fn a_folder_is_one_graph_of_all_its_documents() {
    let folder = folder();
    fs::create_dir(folder.path().join("in")).unwrap();
    for name in ["b01-01.json", "b01-02.json"] {
        fs::copy(root().join("corpus/uk").join(name), folder.path().join("in").join(name)).unwrap();
    }
    fs::write(folder.path().join("in/GUIDE.md"), "no article").unwrap();
    let (all, said) = run(folder.path(), &["build", "in"]);
    assert_eq!(all.matches("a schema:NewsArticle").count(), 2);
    assert_eq!(said, "");
    let (apart, _) = run(folder.path(), &["build", "in/b01-02.json", "in/b01-01.json"]);
    assert_same("folder and files, in either order", &all, &apart);
    let (twice, _) = run(folder.path(), &["build", "in", "in/b01-01.json"]);
    assert_same("once and twice", &all, &twice);
    finish(newsgraph(folder.path()).args(["build", "in", "--headline", "x"]), 2);
}

#[test]
fn the_same_bytes_on_every_run_and_in_every_order_of_inputs() {
    let folder = folder();
    let corpus = root().join("corpus/uk");
    let [a, b] = ["b02-01.json", "b02-02.json"].map(|name| corpus.join(name).display().to_string());
    for (format, profile) in common::forms() {
        let build = |one: &str, other: &str| {
            run(folder.path(), &["build", one, other, "nato-missions.json", "-o", "-", "--to", format.extension(), "--profile", profile.name()]).0
        };
        assert_same(&format!("{format} {profile}"), &build(&a, &b), &build(&b, &a));
    }
    let build = |one: &str, other: &str| ["json", "dot"].map(|to| run(folder.path(), &["build", one, other, "-o", "-", "--to", to]).0);
    assert_eq!(build(&a, &b), build(&b, &a));
}

#[test]
fn an_existing_file_is_replaced() {
    let folder = folder();
    fs::write(folder.path().join("x.ttl"), "old").unwrap();
    run(folder.path(), &["build", "nato-missions.json", "-o", "x.ttl"]);
    assert_same("x.ttl", &read(folder.path().join("x.ttl")), &read("out/nato-missions.ttl"));
    assert_eq!(listing(folder.path()).len(), 3, "no temporary file is left");
}
