//! As whom do we come? Basic, digest (RFC 7616) or bearer; what is secret shows nowhere.

use super::address::Address;
use crate::diagnostic::Diagnostic;
use http_auth::{PasswordClient, PasswordParams};
use std::fmt;

/// What a store wants to know before it takes anything.
#[derive(Clone, PartialEq, Eq)]
pub enum Credentials {
    /// User and password, sent as the server asks: digest, else basic.
    Password {
        /// The user.
        user: String,
        /// The password.
        password: String,
    },
    /// A bearer token.
    Bearer(String),
}

impl Credentials {
    /// Reads `user:password`, `bearer TOKEN`, or the lines of a netrc file that are for the host of a store.
    ///
    /// # Errors
    /// A message that says what is expected, without what was found.
    pub fn parse(text: &str, store: &Address) -> Result<Self, Diagnostic> {
        let text = text.trim_start_matches('\u{feff}').trim();
        let words: Vec<&str> = text.split_whitespace().collect();
        let found = match words.as_slice() {
            [scheme, token] if scheme.eq_ignore_ascii_case("bearer") => Some(Self::Bearer((*token).to_owned())),
            ["machine" | "default", ..] => netrc(&words, &store.host()),
            _ if text.lines().count() == 1 => text.split_once(':').map(|(user, password)| Self::password(user, password)),
            _ => None,
        };
        let known = found.filter(Self::can_be_sent);
        known.ok_or_else(|| {
            Diagnostic::error("no credentials for this store").help("one line, user:password or bearer TOKEN; or a netrc file")
        })
    }

    fn password(user: &str, password: &str) -> Self {
        Self::Password { user: user.into(), password: password.into() }
    }

    /// Whether they hold nothing that a header of HTTP cannot: they are not empty and have no control characters.
    #[must_use]
    pub fn can_be_sent(&self) -> bool {
        let parts = match self {
            Self::Password { user, password } => [user.as_str(), password.as_str()],
            Self::Bearer(token) => [token.as_str(), ""],
        };
        !parts[0].is_empty() && parts.iter().all(|part| !part.contains(char::is_control))
    }

    /// A text of the server without the secrets that it may repeat: ours, and how it was sent.
    pub(super) fn redact(&self, text: &str, sent: &str) -> String {
        let secret = match self {
            Self::Password { password, .. } => password,
            Self::Bearer(token) => token,
        };
        let secrets = [sent, secret].into_iter().filter(|secret| !secret.is_empty());
        secrets.fold(text.to_owned(), |text, secret| text.replace(secret, "…"))
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Password { .. } => f.write_str("Password(…)"),
            Self::Bearer(_) => f.write_str("Bearer(…)"),
        }
    }
}

/// The entry of a netrc file for a host, else its `default`.
fn netrc(words: &[&str], host: &str) -> Option<Credentials> {
    let mut entries: Vec<(Option<&str>, Option<&str>, Option<&str>)> = Vec::new();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match *word {
            "machine" => entries.push((words.next().copied(), None, None)),
            "default" => entries.push((None, None, None)),
            "login" => entries.last_mut()?.1 = words.next().copied(),
            "password" => entries.last_mut()?.2 = words.next().copied(),
            _ => {}
        }
    }
    let entry = entries.iter().find(|(machine, ..)| machine.is_none_or(|machine| machine.eq_ignore_ascii_case(host)))?;
    Some(Credentials::password(entry.1?, entry.2?))
}

/// What a server and we have agreed upon: each answer to a challenge serves for the requests that follow.
#[derive(Default)]
pub struct Session {
    agreed: Option<PasswordClient>,
}

impl Session {
    /// The `Authorization` of a request; `target` is its path and query.
    pub fn authorization(&mut self, credentials: &Credentials, method: &str, target: &str) -> Option<String> {
        match credentials {
            Credentials::Bearer(token) => Some(format!("Bearer {token}")),
            Credentials::Password { user, password } => {
                let params = PasswordParams { username: user, password, uri: target, method, body: None };
                self.agreed.as_mut()?.respond(&params).ok()
            }
        }
    }

    /// Hears a challenge; says whether another try is worth it: not where what was just sent was refused.
    pub fn hear(&mut self, credentials: &Credentials, challenges: &[&str], sent: bool) -> bool {
        if matches!(credentials, Credentials::Bearer(_)) {
            return false;
        }
        let builder = challenges.iter().fold(PasswordClient::builder(), |builder, challenge| builder.challenges(challenge));
        let Ok(client) = builder.build() else { return false };
        let stale = matches!(&client, PasswordClient::Digest(digest) if digest.stale());
        self.agreed = Some(client);
        stale || !sent
    }

    /// Whether the password itself goes over the line.
    pub const fn is_basic(&self) -> bool {
        matches!(self.agreed, Some(PasswordClient::Basic(_)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Option<Credentials> {
        Credentials::parse(text, &Address::parse("http://localhost:1/").unwrap()).ok()
    }

    #[test]
    fn a_file_of_credentials() {
        let password = |user: &str, password: &str| Some(Credentials::password(user, password));
        for (text, wanted) in [
            ("dba:sec:ret with blanks\n", password("dba", "sec:ret with blanks")),
            ("Bearer abc.def\r\n", Some(Credentials::Bearer("abc.def".into()))),
            (
                "machine other login a password b\nmachine localhost\n  login dba\n  password x\ndefault login c password d",
                password("dba", "x"),
            ),
            ("machine other login a password b", None),
            ("", None),
            ("onlyuser", None),
            (":x", None),
            ("a:b\nc:d", None),
        ] {
            assert_eq!(parse(text), wanted, "{text:?}");
        }
    }

    #[test]
    fn secrets_do_not_show() {
        for credentials in [parse("me:topsecret").unwrap(), parse("bearer topsecret").unwrap()] {
            assert!(!format!("{credentials:?}").contains("topsecret"));
            assert_eq!(credentials.redact("no topsecret (bWU6) here", "bWU6"), "no … (…) here");
        }
        let here = Address::parse("http://localhost:1/").unwrap();
        assert!(!Credentials::parse("top\u{7}secret", &here).unwrap_err().to_string().contains("secret"));
    }

    /// The example of RFC 7616, 3.9.1 cannot be replayed with a nonce of our own, so what is fixed is compared.
    #[test]
    fn digest_goes_before_basic_and_counts_its_uses() {
        let me = parse("Mufasa:Circle of Life").unwrap();
        let mut session = Session::default();
        let digest =
            "Digest realm=\"SPARQL\", domain=\"/x\", nonce=\"64e1\", opaque=\"5ebe\", stale=\"false\", qop=\"auth\", algorithm=\"MD5\"";
        assert!(session.hear(&me, &["Basic realm=\"x\"", digest], false) && !session.is_basic());
        for count in ["nc=00000001", "nc=00000002"] {
            let said = session.authorization(&me, "PUT", "/store?graph=x").unwrap();
            assert!(
                said.starts_with("Digest username=\"Mufasa\"") && said.contains(count) && said.contains("uri=\"/store?graph=x\""),
                "{said}"
            );
        }
        assert!(!session.hear(&me, &[digest], true), "refused once is refused");
        assert!(session.hear(&me, &[&digest.replace("false", "true")], true), "but not where the nonce was only old");
    }
}
