//! Are gzip'd inputs read as if they were not, and are broken ones told?

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod common;

use common::running::{finish, folder, run};
use common::{assert_same, newsgraph, root};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::path::Path;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn put(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) {
    fs::write(folder.join(name), bytes).unwrap();
}

const COUNT: &str = "SELECT (COUNT(?claim) AS ?claims) WHERE { ?claim a ng:Claim }";

#[test]
fn every_command_reads_every_form_gzipped() {
    let folder = folder();
    let place = folder.path();
    let (wanted, _) = run(place, &["build", "nato-missions.json", "-o", "-", "--to", "nq"]);
    let mut names = vec!["x.json.gz".to_owned()];
    let (json, _) = run(place, &["build", "nato-missions.json", "-o", "-", "--to", "json"]);
    put(place, "x.json.gz", gzip(json.as_bytes()));
    for (format, profile) in common::forms() {
        let to = ["-o", "-", "--to", format.extension(), "--profile", profile.name()];
        let (written, _) = run(place, &[&["build", "nato-missions.json"][..], &to].concat());
        let name = format!("{profile}.{format}.gz");
        put(place, &name, gzip(written.as_bytes()));
        names.push(name);
    }
    let shown = run(place, &["show", "nato-missions.json", "--format", "csv"]).0.lines().count();
    let counted = run(place, &["query", "nato-missions.json", "--sparql", COUNT]).0;
    for name in &names {
        assert_same(name, &run(place, &["build", name, "-o", "-", "--to", "nq"]).0, &wanted);
        assert_eq!(run(place, &["show", name, "--format", "csv"]).0.lines().count(), shown, "{name}");
        assert!(run(place, &["check", name]).0.contains("hold the contract"), "{name}");
        assert_eq!(run(place, &["query", name, "--sparql", COUNT]).0, counted, "{name}");
    }
}

#[test]
fn told_by_its_bytes_not_by_its_name() {
    let folder = folder();
    let place = folder.path();
    let (wanted, _) = run(place, &["build", "nato-missions.json", "-o", "-", "--to", "nq"]);
    let packed = gzip(wanted.as_bytes());
    put(place, "packed.nq", &packed);
    put(place, "plain.nq.gz", &wanted);
    put(place, "named-by-nobody", &packed);
    for name in ["packed.nq", "plain.nq.gz", "named-by-nobody"] {
        assert_same(name, &run(place, &["build", name, "-o", "-", "--to", "nq"]).0, &wanted);
    }
    let (out, _) = finish(newsgraph(place).args(["build", "-", "-o", "-", "--to", "nq"]).write_stdin(packed.clone()), 0);
    assert_same("on standard input", &out, &wanted);
    let (out, _) = finish(newsgraph(place).args(["query", "-", "--sparql", COUNT]).write_stdin(packed), 0);
    assert_eq!(out, run(place, &["query", "nato-missions.json", "--sparql", COUNT]).0);
    // The article of a document, packed under its own name.
    put(place, "nato-missions.txt", gzip(&fs::read(place.join("nato-missions.txt")).unwrap()));
    assert_same("with a packed article", &run(place, &["build", "nato-missions.json", "-o", "-", "--to", "nq"]).0, &wanted);
}

#[test]
fn a_folder_with_packed_files() {
    let folder = folder();
    let place = folder.path();
    fs::create_dir(place.join("in")).unwrap();
    for name in ["b01-01.json", "b01-02.json"] {
        fs::copy(root().join("corpus/uk").join(name), place.join("in").join(name)).unwrap();
    }
    let (wanted, _) = run(place, &["build", "in"]);
    for name in ["b01-01.json", "b01-02.json"] {
        let path = place.join("in").join(name);
        put(place, &format!("in/{name}.gz"), gzip(&fs::read(&path).unwrap()));
        fs::remove_file(path).unwrap();
    }
    put(place, "in/notes.txt.gz", gzip("Лист до редакції.".as_bytes()));
    put(place, "in/picture.tar.gz", gzip(b"no input"));
    let (out, said) = run(place, &["build", "in"]);
    assert_same("a packed folder", &out, &wanted);
    assert_eq!(said, "");
}

#[test]
fn members_one_after_the_other_are_one_file() {
    let folder = folder();
    let place = folder.path();
    let (wanted, _) = run(place, &["build", "nato-missions.json", "-o", "-", "--to", "nq"]);
    let parts: Vec<u8> = wanted.as_bytes().chunks(10_007).chain([&b""[..]]).flat_map(gzip).collect();
    put(place, "parts.nq.gz", parts);
    assert_same("members", &run(place, &["build", "parts.nq.gz", "-o", "-", "--to", "nq"]).0, &wanted);
}

#[test]
fn what_is_broken_is_told_with_its_file() {
    let folder = folder();
    let place = folder.path();
    let (written, _) = run(place, &["build", "nato-missions.json", "-o", "-", "--to", "nq"]);
    let whole = gzip(written.as_bytes());
    let mut sum = whole.clone();
    let at = sum.len() - 8;
    sum[at] ^= 1;
    let mut inside = whole.clone();
    inside[whole.len() / 2] ^= 0xff;
    let cuts = [whole.len() / 2, whole.len() - 1, 12, 5, 2];
    let cut = |length: usize| ("end in the middle", whole[..length].to_vec());
    let damaged = [("damaged", sum), ("damaged", inside), ("damaged", [&whole[..], b"more than a header of gzip"].concat())];
    for (message, bytes) in cuts.map(cut).into_iter().chain(damaged) {
        put(place, "bad.nq.gz", &bytes);
        for command in [&["build", "bad.nq.gz"][..], &["show", "bad.nq.gz"], &["query", "bad.nq.gz", "denials"]] {
            let (out, said) = finish(newsgraph(place).args(command), 1);
            assert!(said.starts_with("error: bad.nq.gz: cannot be read: the gzip'd data ") && said.contains(message), "{said}");
            assert!(!out.contains("claim"), "something of a broken file came out: {out}");
        }
        let (out, _) = finish(newsgraph(place).args(["check", "bad.nq.gz"]), 1);
        assert!(out.starts_with("error: bad.nq.gz: cannot be read: the gzip'd data ") && out.contains(message), "{out}");
        let (_, said) = finish(newsgraph(place).args(["build", "-"]).write_stdin(bytes), 1);
        assert!(said.contains("error: -: cannot be read"), "{said}");
    }
}

#[test]
fn a_trap_is_not_unpacked() {
    let folder = folder();
    let place = folder.path();
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    let zeros = vec![b' '; 1 << 20];
    (0..70).for_each(|_| encoder.write_all(&zeros).unwrap());
    put(place, "trap.json.gz", encoder.finish().unwrap());
    let (out, _) = finish(newsgraph(place).args(["check", "trap.json.gz"]), 1);
    assert!(out.contains("trap.json.gz: cannot be read") && out.contains("200 times"), "{out}");
    for command in [&["build", "trap.json.gz"][..], &["query", "trap.json.gz", "denials"]] {
        let (_, said) = finish(newsgraph(place).args(command), 1);
        assert!(said.contains("trap.json.gz") && said.contains("200 times") && said.contains("gunzip"), "{said}");
    }
}
