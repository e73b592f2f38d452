//! Where is the store? The URL that was given, checked before anything is sent.

use crate::diagnostic::Diagnostic;
use oxiri::Iri;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::fmt;

/// All that is not unreserved (RFC 3986) is encoded.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// An `http` or `https` URL without user, password and fragment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(Iri<String>);

impl Address {
    /// Checks a URL.
    ///
    /// # Errors
    /// A message that says what is wrong with it. It never repeats a password.
    pub fn parse(text: &str) -> Result<Self, Diagnostic> {
        let wrong = |why: &str| Diagnostic::error(format!("{:?} is no address of a store: {why}", crate::diagnostic::cut(text, 200)));
        if has_user(text) {
            let said = Diagnostic::error("the address has a user or a password in it, which others can read in the list of processes");
            return Err(said.help(SECRETS));
        }
        let iri = Iri::parse(text.to_owned()).map_err(|error| wrong(&error.to_string()).help(EXAMPLES))?;
        if !matches!(iri.scheme(), "http" | "https") || iri.authority().is_none_or(str::is_empty) {
            return Err(wrong("it does not begin with http:// or https:// and a host").help(EXAMPLES));
        }
        if iri.fragment().is_some() {
            return Err(wrong("it has a fragment (#)"));
        }
        if !text.is_ascii() || text.parse::<ureq::http::Uri>().is_err() {
            return Err(wrong("it has characters that HTTP does not carry").help("write them as %XX; a host in Punycode"));
        }
        if iri.query().is_some_and(|query| query.split('&').any(|part| part == "default" || part.starts_with("graph="))) {
            return Err(wrong("it names a graph").help("leave ?default or ?graph=… out: --graph and --default-graph say where to"));
        }
        Ok(Self(iri))
    }

    /// The URL with more parameters.
    pub(super) fn with(&self, parameters: &[(&str, &str)]) -> Self {
        let mut url = self.0.to_string();
        for (name, value) in parameters {
            url.push(if url.contains('?') { '&' } else { '?' });
            url.push_str(name);
            if !value.is_empty() {
                url.push('=');
                url.extend(utf8_percent_encode(value, ESCAPED));
            }
        }
        // What is added is escaped, so it stays an IRI.
        Iri::parse(url).map_or_else(|_| self.clone(), Self)
    }

    /// Path and query, as a request line has them.
    pub(super) fn target(&self) -> &str {
        let text = self.0.as_str();
        let host = text.find("://").map_or(0, |place| place + 3);
        text[host..].find(['/', '?']).map_or("/", |place| &text[host + place..])
    }

    /// The URL that a redirect leads to.
    pub(super) fn resolve(&self, location: &str) -> Option<Self> {
        let iri = self.0.resolve(location).ok()?;
        (matches!(iri.scheme(), "http" | "https") && !has_user(iri.as_str())).then_some(Self(iri))
    }

    /// Whether `other` is the same server, or the same host by https.
    pub(super) fn trusts(&self, other: &Self) -> bool {
        let same_host = self.host() == other.host();
        let same = self.0.scheme() == other.0.scheme() && self.port() == other.port();
        same_host && (same || (self.0.scheme() == "http" && other.0.scheme() == "https"))
    }

    /// The URL without its query.
    pub(super) fn plain(&self) -> Self {
        let text = self.0.as_str();
        let cut = text.split('?').next().unwrap_or(text);
        Iri::parse(cut.to_owned()).map_or_else(|_| self.clone(), Self)
    }

    /// Its query.
    pub(super) fn query(&self) -> Option<&str> {
        self.0.query()
    }

    /// The same query at another address.
    pub(super) fn moved(&self, to: &Self) -> Self {
        let url = self.query().map_or_else(|| to.to_string(), |query| format!("{to}?{query}"));
        Iri::parse(url).map_or_else(|_| self.clone(), Self)
    }

    /// The path, without a slash at its end.
    pub(super) fn path(&self) -> &str {
        self.0.path().trim_end_matches('/')
    }

    /// The same server with another path, and the same query (it may hold a key).
    pub(super) fn at_path(&self, path: &str) -> Option<Self> {
        let there = self.0.resolve(if path.is_empty() { "/" } else { path }).ok().map(Self)?;
        Some(self.moved(&there))
    }

    /// The host, in lower case.
    pub(super) fn host(&self) -> String {
        let authority = self.0.authority().unwrap_or_default();
        let host = match authority.rfind(':') {
            Some(colon) if !authority[colon..].contains(']') => &authority[..colon],
            _ => authority,
        };
        host.to_ascii_lowercase()
    }

    fn port(&self) -> &str {
        let authority = self.0.authority().unwrap_or_default();
        match authority.rfind(':') {
            Some(colon) if !authority[colon..].contains(']') && colon + 1 < authority.len() => &authority[colon + 1..],
            _ if self.0.scheme() == "https" => "443",
            _ => "80",
        }
    }

    /// Whether what is sent can be read on the way: by http to another machine.
    pub(super) fn is_open(&self) -> bool {
        self.0.scheme() == "http" && !self.is_loopback()
    }

    pub(super) fn is_loopback(&self) -> bool {
        let host = self.host();
        let digits = host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        host == "localhost" || host.ends_with(".localhost") || host == "[::1]" || (digits && host.starts_with("127."))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str())
    }
}

fn has_user(text: &str) -> bool {
    let Some((_, rest)) = text.split_once("://") else { return false };
    rest.split(['/', '?', '#']).next().is_some_and(|authority| authority.contains('@'))
}

const EXAMPLES: &str = "for example http://localhost:7878/store (Oxigraph), http://localhost:8890/sparql-graph-crud-auth (Virtuoso), \
                        http://localhost:3030/ds (Fuseki)";

const SECRETS: &str = "set NEWSGRAPH_STORE_USER and NEWSGRAPH_STORE_PASSWORD, or write user:password into a file that only you can read \
                       and name it with --auth FILE";

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> Address {
        Address::parse(text).unwrap()
    }

    #[test]
    fn what_is_no_address_is_told_without_its_password() {
        for text in
            ["localhost:7878", "ftp://a/b", "http://", "http:///x", "http://a/#b", "http://a/стан", "http://a/?default", "http://a/ b"]
        {
            assert!(Address::parse(text).is_err(), "{text}");
        }
        let said = Address::parse("http://me:verysecret@a/store").unwrap_err().to_string();
        assert!(!said.contains("verysecret") && said.contains("NEWSGRAPH_STORE_PASSWORD"), "{said}");
    }

    #[test]
    fn only_the_same_server_is_trusted() {
        let here = address("http://a.example/sparql");
        for (there, trusted) in [
            ("http://a.example:80/other", true),
            ("https://A.example/sparql", true),
            ("http://a.example:81/sparql", false),
            ("http://b.example/sparql", false),
            ("https://a.example.evil.example/", false),
        ] {
            assert_eq!(here.trusts(&address(there)), trusted, "{there}");
        }
        assert!(!address("https://a.example/").trusts(&here), "never back to http");
        assert!(here.resolve("http://u:p@a.example/x").is_none());
    }

    #[test]
    fn parameters_are_escaped_and_loopback_is_known() {
        let with = address("http://a/s?k=1").with(&[("graph", "http://x/é#c"), ("default", "")]);
        assert_eq!(with.target(), "/s?k=1&graph=http%3A%2F%2Fx%2F%C3%A9%23c&default");
        assert_eq!(with.to_string(), "http://a/s?k=1&graph=http%3A%2F%2Fx%2F%C3%A9%23c&default");
        for text in ["http://localhost:1/", "http://127.0.0.2/", "http://[::1]:80/"] {
            assert!(address(text).is_loopback() && !address(text).is_open(), "{text}");
        }
        assert!(address("http://10.0.0.1/").is_open() && !address("https://10.0.0.1/").is_open());
    }
}
