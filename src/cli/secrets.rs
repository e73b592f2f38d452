//! As whom does the person come? Said by a file or by the environment, never by the command line, which others can read.

use super::Usage;
use super::report::Reporter;
use anyhow::{Context, Result};
use newsgraph::{Credentials, Diagnostic, StoreAddress};
use std::env::{self, VarError};

/// The credentials of `--auth FILE`, else those of the environment.
pub fn credentials(file: Option<&str>, to: &StoreAddress, reporter: &Reporter) -> Result<Option<Credentials>> {
    if let Some(path) = file {
        warn_if_open(path, reporter);
        let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {path}"))?;
        return Ok(Some(Credentials::parse(&text, to).map_err(|said| anyhow::anyhow!("{}", said.at(path)))?));
    }
    // An empty variable is how many a script says that there is none.
    let known = if let Some(token) = variable("NEWSGRAPH_STORE_TOKEN")?.filter(|token| !token.is_empty()) {
        Credentials::Bearer(token)
    } else {
        match (variable("NEWSGRAPH_STORE_USER")?.filter(|user| !user.is_empty()), variable("NEWSGRAPH_STORE_PASSWORD")?) {
            (None, None) => return Ok(None),
            (None, Some(password)) if password.is_empty() => return Ok(None),
            (Some(user), Some(password)) => Credentials::Password { user, password },
            _ => return Err(Usage("NEWSGRAPH_STORE_USER and NEWSGRAPH_STORE_PASSWORD go together: only one of them is set".into()).into()),
        }
    };
    if known.can_be_sent() {
        return Ok(Some(known));
    }
    Err(Usage("the credentials of the environment have signs that cannot be sent (a line break?)".into()).into())
}

fn variable(name: &str) -> Result<Option<String>> {
    match env::var(name) {
        Ok(value) => Ok(Some(value)),
        Err(VarError::NotPresent) => Ok(None),
        // The value is not for anybody's eyes.
        Err(VarError::NotUnicode(_)) => Err(Usage(format!("{name} is not UTF-8")).into()),
    }
}

#[cfg(unix)]
fn warn_if_open(path: &str, reporter: &Reporter) {
    use std::os::unix::fs::PermissionsExt;
    let open = std::fs::metadata(path).is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o077 != 0);
    if open {
        reporter.say(&Diagnostic::warning("others on this machine can read this file").at(path).help(format!("chmod 600 {path}")));
    }
}

#[cfg(not(unix))]
fn warn_if_open(_: &str, _: &Reporter) {}
