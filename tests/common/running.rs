//! How does one run the program on the sample?

use super::{newsgraph, root};
use assert_cmd::Command;
use std::fs;
use std::path::Path;
use tempfile::{TempDir, tempdir};

/// A folder with the sample in it: `nato-missions.json`, `nato-missions.txt`.
pub fn folder() -> TempDir {
    let folder = tempdir().unwrap();
    for name in ["nato-missions.json", "nato-missions.txt"] {
        fs::copy(root().join("examples").join(name), folder.path().join(name)).unwrap();
    }
    folder
}

/// Runs with success; standard output and standard error.
pub fn run(folder: &Path, args: &[&str]) -> (String, String) {
    finish(newsgraph(folder).args(args), 0)
}

pub fn finish(command: &mut Command, code: i32) -> (String, String) {
    let output = command.output().unwrap();
    let texts = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
    let [out, said] = texts;
    assert_eq!(output.status.code(), Some(code), "{command:?}\n{said}");
    (out, said)
}
