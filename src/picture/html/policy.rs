//! What may a page do? Nothing but run its own script and wear its own style, known by their hashes.

use crate::id::sha256;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The Content-Security-Policy of a page with one script and one style sheet.
pub fn policy(script: &str, style: &str) -> String {
    format!("default-src 'none'; script-src {}; style-src {}; base-uri 'none'; form-action 'none'", source(script), source(style))
}

fn source(content: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(sha256(content.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_the_one_that_browsers_reckon() {
        assert_eq!(source(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
