//! Which files are meant by the inputs of a command? Files as they are named, and of folders all that can be inputs.

use super::super::Usage;
use super::kind::is_data;
use anyhow::{Context, Result};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Standard input, as the command line names it.
pub const STDIN: &str = "-";

/// The files of all inputs, and whether each was asked for by its name.
pub fn files(inputs: &[String]) -> Result<Vec<(PathBuf, bool)>> {
    let mut files = Vec::new();
    for input in inputs {
        if input == STDIN {
            files.push((PathBuf::from(STDIN), true));
        } else {
            gather(Path::new(input), true, &mut files).with_context(|| format!("cannot read {input}"))?;
        }
    }
    if files.iter().filter(|(path, _)| path == Path::new(STDIN)).count() > 1 {
        return Err(Usage("standard input (-) can be read only once".into()).into());
    }
    if files.is_empty() {
        anyhow::bail!("no graph document (.json) and no RDF (.ttl .trig .nt .nq .rdf .jsonld), gzip'd or not, in {}", inputs.join(", "));
    }
    Ok(files)
}

/// The files of an input: itself, or those of a folder that can be inputs, sorted, folders within included. What cannot be looked into
/// stays in the list where its name says that it is an input: reading it says why not.
fn gather(path: &Path, named: bool, files: &mut Vec<(PathBuf, bool)>) -> io::Result<()> {
    let wanted = is_data(path);
    match fs::metadata(path) {
        Err(error) if named => return Err(error),
        Ok(about) if about.is_dir() => {}
        _ => {
            if named || wanted {
                files.push((path.to_owned(), named));
            }
            return Ok(());
        }
    }
    let linked = fs::symlink_metadata(path)?.is_symlink();
    if linked && !named {
        // A link to a folder may lead in a circle.
        return Ok(());
    }
    let mut within: Vec<PathBuf> = fs::read_dir(path)?.map(|entry| entry.map(|e| e.path())).collect::<io::Result<_>>()?;
    within.sort();
    within.iter().try_for_each(|path| gather(path, false, files))
}
