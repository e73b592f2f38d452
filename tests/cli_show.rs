//! Do `show`, `check`, `schema`, `completions` and `man` print what a person or another program wants to read?

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod common;

use common::running::{finish, folder, run};
use common::{assert_same, newsgraph, read};
use std::fs;
use std::io::Read;
use std::process::Stdio;
use tempfile::tempdir;
use unicode_width::UnicodeWidthStr;

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
fn show_as_a_table() {
    let folder = folder();
    let (out, said) = run(folder.path(), &["show", "nato-missions.json"]);
    assert!(out.starts_with("США домагаються від НАТО згортання місій в Іраку та Косові (2026-02-20)\n") && said.is_empty());
    assert!(out.contains("Хто каже") && out.contains("троє дипломатів НАТО"), "{out}");
    assert!(out.lines().all(|line| line.chars().count() <= 120), "wider than 120 columns");
    let (english, _) = run(folder.path(), &["show", "nato-missions.json", "--lang", "en"]);
    assert!(english.contains("Who says") && english.contains("three NATO diplomats"), "{english}");
}

/// What `show` prints on a terminal of so many columns.
fn on_a_terminal(columns: u16, args: &[&str], no_color: bool) -> String {
    let folder = folder();
    let size = nix::pty::Winsize { ws_row: 40, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
    let ends = nix::pty::openpty(Some(&size), None).unwrap();
    let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin!("newsgraph"));
    command.current_dir(folder.path()).env_remove("NO_COLOR").args(["show", "nato-missions.json"]).args(args);
    command.envs(no_color.then_some(("NO_COLOR", "1"))).stdin(Stdio::null()).stdout(ends.slave);
    let mut child = command.spawn().unwrap();
    drop(command);
    let mut out = Vec::new();
    // Where nobody writes any longer, Linux says that by an error.
    let _ = fs::File::from(ends.master).read_to_end(&mut out);
    assert!(child.wait().unwrap().success());
    String::from_utf8(out).unwrap().replace("\r\n", "\n")
}

/// Text without its colours.
fn plain(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    first + &parts.filter_map(|part| part.split_once('m')).map(|(_, rest)| rest).collect::<String>()
}

#[test]
fn a_terminal_has_colours_and_its_width() {
    for columns in [30, 50, 80, 140, 200] {
        let out = on_a_terminal(columns, &[], false);
        // Blue is what somebody is quoted with, red what is denied.
        for code in ["34m", "5;12m", "31m", "5;9m"].chunks(2) {
            assert!(code.iter().any(|code| out.contains(code)), "{out:?}");
        }
        let lines = plain(&out);
        assert!(lines.lines().all(|line| line.width() <= usize::from(columns)), "{columns} columns:\n{lines}");
        let rules: Vec<usize> = lines.lines().filter(|line| line.starts_with('─')).map(UnicodeWidthStr::width).collect();
        assert!(rules.windows(2).all(|pair| pair[0] == pair[1]) && rules.is_empty() == (columns < 72), "{columns} columns");
        assert_eq!(plain(&on_a_terminal(columns, &[], true)), lines);
        for args in [&["--color", "never"][..], &[]] {
            assert!(!on_a_terminal(columns, args, args.is_empty()).contains('\u{1b}'));
        }
    }
}

#[test]
fn colours_for_a_pager() {
    let folder = folder();
    let (out, _) = run(folder.path(), &["show", "nato-missions.json", "--color", "always"]);
    assert!(out.contains('\u{1b}') && plain(&out) == run(folder.path(), &["show", "nato-missions.json"]).0);
    let (_, said) = finish(newsgraph(folder.path()).args(["show", "nato-missions.json", "--color", "perhaps"]), 2);
    assert!(said.contains("possible values: auto, always, never"), "{said}");
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
    assert_eq!(rows[0].get(17), Some(format!("'{text}").as_str()));
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
fn why_a_claim_is_there() {
    let folder = folder();
    let (out, _) = run(folder.path(), &["show", "nato-missions.txt", "--why"]);
    for said in ["trigger  «вимагають» VERB", "subject  «Сполучені Штати»", "object   «Альянс»", "speaker  ", "named here", "negated 0."]
    {
        assert!(out.contains(said), "{said} is not in\n{out}");
    }
    let (json, _) = run(folder.path(), &["show", "nato-missions.txt", "--why", "--json"]);
    let rows: serde_json::Value = serde_json::from_str(&json).unwrap();
    let reason = &rows[0]["reason"];
    assert!(reason["probability"].as_f64().is_some_and(|p| p > 0.5) && reason["subject"]["way"] == "mention", "{reason:#}");
    let (_, said) = finish(newsgraph(folder.path()).args(["show", "nato-missions.json", "--why"]), 1);
    assert!(said.contains("is no article"), "{said}");
}
