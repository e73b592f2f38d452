//! What becomes of a graph that cannot be written: disk full, pipe closed, place taken, format unable?

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod common;

use common::{listing, newsgraph, read, root};
use std::fs::{self, File, OpenOptions};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::{TempDir, tempdir};

/// A folder with the sample's document in it, which stands on a text of its own.
fn folder() -> TempDir {
    let folder = tempdir().unwrap();
    fs::copy(root().join("corpus/uk/b01-01.json"), folder.path().join("x.json")).unwrap();
    folder
}

fn build(folder: &Path, args: &[&str]) -> Output {
    newsgraph(folder).args(["build", "x.json"]).args(args).output().unwrap()
}

/// Runs a build that must fail; checks that it left nothing behind and printed nothing; returns what it said.
fn fails(folder: &Path, code: i32, args: &[&str]) -> String {
    let before = listing(folder);
    let ran = build(folder, args);
    let said = String::from_utf8(ran.stderr).unwrap();
    assert_eq!(ran.status.code(), Some(code), "{args:?}: {said}");
    assert!(ran.stdout.is_empty() && said.starts_with("error: ") && !said.contains("panicked"), "{said}");
    assert_eq!(listing(folder), before, "{args:?} left files behind");
    said
}

#[test]
fn a_place_that_cannot_be_written() {
    let folder = folder();
    fs::write(folder.path().join("file"), "old").unwrap();
    for place in ["file/x.ttl", "file/deep/x.ttl", "/proc/x.ttl", "/proc/new/x.ttl"] {
        let said = fails(folder.path(), 1, &["-o", place]);
        assert!(said.contains(&format!("cannot write {place}: ")), "{said}");
    }
    fs::create_dir(folder.path().join("folder.ttl")).unwrap();
    fs::create_dir_all(folder.path().join("out/x.ttl")).unwrap();
    let said = fails(folder.path(), 1, &["-o", "out/"]);
    assert!(said.contains("cannot write out/x.ttl: it is a folder"), "{said}");
    assert_eq!(listing(&folder.path().join("out")), ["x.ttl"]);
    assert_eq!(read(folder.path().join("file")), "old");
}

#[test]
fn of_several_outputs_none_appears_where_one_fails() {
    let folder = folder();
    fs::write(folder.path().join("file"), "").unwrap();
    fs::write(folder.path().join("a.ttl"), "old").unwrap();
    fails(folder.path(), 1, &["-o", "a.ttl", "-o", "b.nq", "-o", "file/c.dot"]);
    assert_eq!(read(folder.path().join("a.ttl")), "old");
}

#[test]
fn a_full_disk_behind_standard_output() {
    let folder = folder();
    let Ok(full) = OpenOptions::new().write(true).open("/dev/full") else {
        eprintln!("SKIPPED: there is no /dev/full");
        return;
    };
    for args in [
        &["build", "x.json", "-o", "-", "--to", "nq"][..],
        &["build", "x.json", "-o", "a.ttl", "-o", "-", "--to", "nq"],
        &["show", "x.json"],
        &["show", "x.json", "--json"],
        &["show", "x.json", "--format", "csv"],
        &["check", "x.json"],
        &["schema"],
        &["man"],
        &["completions", "bash"],
        &["--help"],
        &["--version"],
    ] {
        let ran = program(folder.path()).args(args).stdout(full.try_clone().unwrap()).stderr(Stdio::piped()).output().unwrap();
        let said = String::from_utf8(ran.stderr).unwrap();
        assert!(!said.contains("panicked"), "{args:?}: {said}");
        if !args[0].starts_with("--") {
            assert_eq!(ran.status.code(), Some(1), "{args:?}: {said}");
            assert!(said.starts_with("error: ") && said.contains("No space left"), "{args:?}: {said}");
        }
        assert_eq!(listing(folder.path()), ["x.json"], "{args:?}: no file appears where standard output failed");
    }
}

fn program(folder: &Path) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("newsgraph"));
    command.current_dir(folder);
    command
}

/// A tiny disk that is unmounted when the test ends.
struct Disk(TempDir);

impl Disk {
    fn new() -> Option<Self> {
        let place = tempdir().unwrap();
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=16k", "tmpfs"]).arg(place.path()).output();
        mounted.is_ok_and(|ran| ran.status.success()).then_some(Self(place))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        drop(Command::new("umount").arg(self.0.path()).output());
    }
}

#[test]
fn a_full_disk_behind_a_file() {
    let Some(disk) = Disk::new() else {
        eprintln!("SKIPPED: no file system may be mounted here");
        return;
    };
    let (folder, full) = (folder(), disk.0.path());
    fs::write(full.join("a.ttl"), "old").unwrap();
    for output in [format!("{}/a.ttl", full.display()), format!("{}/", full.display()), format!("{}/new.nq", full.display())] {
        let said = fails(folder.path(), 1, &["-o", &output]);
        assert!(said.contains("cannot write ") && said.contains("No space left"), "{said}");
        assert_eq!(listing(full), ["a.ttl"]);
        assert_eq!(read(full.join("a.ttl")), "old");
    }
}

#[test]
fn a_closed_pipe_is_not_worth_a_word() {
    let folder = tempdir().unwrap();
    let program = assert_cmd::cargo::cargo_bin!("newsgraph").display().to_string();
    let corpus = root().join("corpus/uk").display().to_string();
    let inputs: Vec<String> = (1..=9).map(|number| format!("{corpus}/b01-0{number}.json")).collect();
    for command in ["build INPUTS -o - --to nq", "show INPUTS", "show INPUTS --format csv", "show INPUTS --json"] {
        let line = format!("set -o pipefail; '{program}' {} | head -c 1 >/dev/null", command.replace("INPUTS", &inputs.join(" ")));
        let ran = Command::new("bash").args(["-c", &line]).current_dir(folder.path()).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&ran.stderr), "", "{command}");
        assert_eq!(ran.status.code(), Some(1), "{command}: the writer learns that its reader went away");
    }
}

#[test]
fn two_outputs_in_one_place() {
    let folder = folder();
    fs::create_dir(folder.path().join("d")).unwrap();
    for args in [
        &["-o", "a.ttl", "-o", "./a.ttl"][..],
        &["-o", "a.ttl", "-o", "d/../a.ttl"],
        &["-o", "d/", "-o", "d/x.ttl"],
        &["-o", "d/", "--to", "nq,nq"],
    ] {
        let said = fails(folder.path(), 2, args);
        assert!(said.contains("two outputs would be written to "), "{said}");
        assert!(listing(&folder.path().join("d")).is_empty());
    }
}

#[test]
fn an_output_over_an_input() {
    let folder = folder();
    let before = read(folder.path().join("x.json"));
    std::os::unix::fs::symlink("x.json", folder.path().join("link.json")).unwrap();
    for args in [&["-o", "x.json"][..], &["-o", "./x.json"], &["-o", "."], &["-o", "link.json"]] {
        let said = fails(folder.path(), 2, args);
        assert!(said.contains("is an input and would be written over"), "{said}");
    }
    assert_eq!(read(folder.path().join("x.json")), before);
    // The article and the claims are inputs too.
    for name in ["nato-missions.json", "nato-missions.txt"] {
        fs::copy(root().join("examples").join(name), folder.path().join(name)).unwrap();
    }
    let command = |output: &str| {
        let args = ["build", "nato-missions.txt", "--claims", "nato-missions.json", "-o", output, "--to", "ttl"];
        newsgraph(folder.path()).args(args).output().unwrap().status.code()
    };
    assert_eq!(command("nato-missions.txt"), Some(2));
    assert_eq!(command("nato-missions.json"), Some(2));
    assert_eq!(read(folder.path().join("nato-missions.txt")), read("examples/nato-missions.txt"));
}

#[test]
fn an_unknown_format() {
    let folder = folder();
    for args in [&["-o", "-", "--to", "jsonl"][..], &["-o", "a.jsonl"], &["-o", "d/", "--to", "ttl,jsonl"]] {
        let said = fails(folder.path(), 2, args);
        assert!(said.contains("unknown format \"jsonl\"") && said.contains("did you mean \"jsonld\"?"), "{said}");
    }
}

#[test]
fn control_characters_and_rdf_xml() {
    let folder = folder();
    let json = "{\"text\": \"США\\u0001тиснуть\", \"entities\": [{\"key\": \"us\", \"type\": \"Country\", \"names\": [\"США\"]}],
        \"claims\": [{\"quote\": \"США\\u0001тиснуть\", \"subject\": \"us\", \"relation\": \"pressures\", \"object\": \"us\"}]}";
    fs::write(folder.path().join("x.json"), json).unwrap();
    fs::write(folder.path().join("a.rdf"), "old").unwrap();
    for output in [&["-o", "a.rdf"][..], &["-o", "b.ttl", "-o", "a.rdf"], &["-o", "-", "--to", "rdf"]] {
        let said = fails(folder.path(), 1, output);
        assert!(said.contains("RDF/XML cannot carry the control characters") && said.contains("ttl, trig, nt, nq, jsonld"), "{said}");
        assert_eq!(read(folder.path().join("a.rdf")), "old");
    }
    assert!(build(folder.path(), &["-o", "b.ttl", "-o", "c.jsonld", "-o", "d.nq", "-o", "e.dot"]).status.success());
}

#[test]
fn an_output_that_is_a_link_or_a_device() {
    let folder = folder();
    File::create(folder.path().join("real.ttl")).unwrap();
    std::os::unix::fs::symlink("real.ttl", folder.path().join("link.ttl")).unwrap();
    assert!(build(folder.path(), &["-o", "link.ttl"]).status.success());
    assert!(read(folder.path().join("link.ttl")).contains("ng:Claim"));
}
