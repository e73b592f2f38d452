//! How is a request sent and its answer got, whatever the server demands on the way: who we are, or to ask elsewhere?

use super::address::Address;
use super::auth::{Credentials, Session};
use super::fault::{Fault, StoreError};
use super::reply::Reply;
use crate::diagnostic::Diagnostic;
use std::collections::HashMap;
use std::io::Read;
use std::time::Duration;
use ureq::http::{self, Response};
use ureq::tls::TlsConfig;
use ureq::{Agent, Body};

/// Redirects that are followed one after the other.
const REDIRECTS: usize = 5;

/// Sends requests to servers that were named by the person, and to no others.
pub struct Client {
    agent: Agent,
    credentials: Option<Credentials>,
    session: Session,
    trusted: Vec<Address>,
    /// Where a redirect led, so that nothing is sent twice, or again without encryption.
    moved: HashMap<String, Address>,
    /// What there is to tell besides.
    pub notes: Vec<Diagnostic>,
}

/// A request.
#[derive(Clone)]
pub struct Request<'r> {
    pub method: &'static str,
    pub url: Address,
    pub accept: &'static str,
    /// Media type and bytes.
    pub body: Option<(&'static str, &'r [u8])>,
    /// How much of the answer is wanted.
    pub limit: u64,
}

impl<'r> Request<'r> {
    pub const fn get(url: Address, accept: &'static str) -> Self {
        Self { method: "GET", url, accept, body: None, limit: 1 << 26 }
    }

    pub const fn send(method: &'static str, url: Address, kind: &'static str, body: &'r [u8]) -> Self {
        Self { method, url, accept: "*/*", body: Some((kind, body)), limit: 1 << 12 }
    }
}

impl Client {
    pub fn new(tls: TlsConfig, timeout: Duration, credentials: Option<Credentials>, trusted: Vec<Address>) -> Self {
        let connect = timeout.min(Duration::from_secs(20));
        let config = Agent::config_builder()
            .tls_config(tls)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(concat!("newsgraph/", env!("CARGO_PKG_VERSION")))
            .timeout_connect(Some(connect))
            .timeout_resolve(Some(connect))
            .timeout_per_read(Some(timeout))
            .timeout_per_write(Some(timeout));
        // A proxy is of no use on the way to one's own machine.
        let config = if trusted.iter().all(Address::is_loopback) { config.proxy(None) } else { config };
        Self {
            agent: config.build().new_agent(),
            credentials,
            session: Session::default(),
            trusted,
            moved: HashMap::new(),
            notes: Vec::new(),
        }
    }

    /// Sends a request; follows redirects within the server, and says who we are where that is asked.
    pub fn run(&mut self, request: &Request<'_>) -> Result<Reply, StoreError> {
        let mut request = request.clone();
        if let Some(place) = self.moved.get(&request.url.plain().to_string()) {
            request.url = request.url.moved(place);
        }
        for _ in 0..=REDIRECTS {
            let (reply, location) = self.known(&request)?;
            let Some(location) = location else { return Ok(reply) };
            let next = request.url.resolve(&location);
            match next {
                Some(next) if request.url.trusts(&next) => {
                    if next.query() == request.url.query() {
                        self.moved.insert(request.url.plain().to_string(), next.plain());
                    }
                    request.url = next;
                }
                _ => return Err(elsewhere(&request.url, &location)),
            }
        }
        Err(StoreError::new(
            Fault::Elsewhere,
            Diagnostic::error("the server sends us from one address to the next").at(request.url.plain().to_string()),
        ))
    }

    /// Sends a request, again where the server asks who we are.
    fn known(&mut self, request: &Request<'_>) -> Result<(Reply, Option<String>), StoreError> {
        let credentials = self.credentials.clone().filter(|_| self.trusted.iter().any(|known| known.trusts(&request.url)));
        for _ in 0..2 {
            let authorization = credentials.as_ref().and_then(|c| self.session.authorization(c, request.method, request.url.target()));
            let response = self.send(request, authorization.as_deref())?;
            let challenges: Vec<&str> =
                response.headers().get_all(http::header::WWW_AUTHENTICATE).iter().filter_map(|v| v.to_str().ok()).collect();
            if response.status() == 401
                && let Some(credentials) = &credentials
                && self.session.hear(credentials, &challenges, authorization.is_some())
            {
                self.warn(&request.url);
                continue;
            }
            return self.reply(request, response, authorization.as_deref());
        }
        let authorization = credentials.as_ref().and_then(|c| self.session.authorization(c, request.method, request.url.target()));
        let response = self.send(request, authorization.as_deref())?;
        self.reply(request, response, authorization.as_deref())
    }

    fn send(&self, request: &Request<'_>, authorization: Option<&str>) -> Result<Response<Body>, StoreError> {
        let mut builder =
            http::Request::builder().method(request.method).uri(request.url.to_string()).header(http::header::ACCEPT, request.accept);
        if let Some(authorization) = authorization {
            let mut value = http::HeaderValue::from_str(authorization)
                .map_err(|_| StoreError::new(Fault::WhoAreYou, Diagnostic::error("user, password or token cannot be sent by HTTP")))?;
            value.set_sensitive(true);
            builder = builder.header(http::header::AUTHORIZATION, value);
        }
        let sent = match request.body {
            Some((kind, bytes)) => {
                builder.header(http::header::CONTENT_TYPE, kind).body(bytes).map_err(Into::into).and_then(|r| self.agent.run(r))
            }
            None => builder.body(()).map_err(Into::into).and_then(|r| self.agent.run(r)),
        };
        sent.map_err(|error| lost(&error, &request.url))
    }

    fn reply(
        &self,
        request: &Request<'_>,
        mut response: Response<Body>,
        authorization: Option<&str>,
    ) -> Result<(Reply, Option<String>), StoreError> {
        let header = |name| response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let follows = matches!(response.status().as_u16(), 301 | 302 | 307 | 308) || (response.status() == 303 && request.method == "GET");
        let location = header(http::header::LOCATION).filter(|_| follows);
        let content_type = header(http::header::CONTENT_TYPE).unwrap_or_default();
        let retry_after = header(http::header::RETRY_AFTER).and_then(|text| text.trim().parse().ok()).map(Duration::from_secs);
        let status = response.status().as_u16();
        let mut body = Vec::new();
        if location.is_none() {
            let read = response.body_mut().as_reader().take(request.limit).read_to_end(&mut body);
            read.map_err(|error| lost(&ureq::Error::from(error), &request.url))?;
        }
        if let Some(credentials) = self.credentials.as_ref().filter(|_| !matches!(status, 200..=299)) {
            // Some servers repeat what they were sent.
            let sent = authorization.and_then(|sent| sent.split_once(' ')).map_or("", |(_, sent)| sent);
            body = credentials.redact(&String::from_utf8_lossy(&body), sent).into_bytes();
        }
        Ok((Reply { status, content_type, body, retry_after, from: request.url.clone() }, location))
    }

    /// A password that anybody on the way can read is worth a word, once.
    fn warn(&mut self, url: &Address) {
        if self.session.is_basic() && url.is_open() && self.notes.is_empty() {
            let said = Diagnostic::warning("the password is sent without encryption").at(url.plain().to_string());
            self.notes.push(said.help("the server asks for basic authentication by http: https hides it on the way"));
        }
    }

    /// The same for a token, which is sent unasked.
    pub fn warn_of_token(&mut self) {
        if let (Some(Credentials::Bearer(_)), Some(open)) = (&self.credentials, self.trusted.iter().find(|url| url.is_open())) {
            self.notes.push(
                Diagnostic::warning("the token is sent without encryption").at(open.plain().to_string()).help("https hides it on the way"),
            );
        }
    }
}

fn elsewhere(from: &Address, location: &str) -> StoreError {
    let to = Address::parse(location).map_or_else(|_| "another address".into(), |to| to.plain().to_string());
    let said = Diagnostic::error(format!("the server sends us to {to}, where we do not go unasked")).at(from.plain().to_string());
    StoreError::new(Fault::Elsewhere, said.help("if you trust it, give that address to --to"))
}

/// What it means that no answer came.
fn lost(error: &ureq::Error, url: &Address) -> StoreError {
    let text = error.to_string();
    let tls = matches!(error, ureq::Error::Rustls(_) | ureq::Error::Tls(_) | ureq::Error::Pem(_))
        || ["certificate", "UnknownIssuer"].iter().any(|word| text.contains(word));
    let slow = matches!(error, ureq::Error::Timeout(_)) || matches!(error, ureq::Error::Io(e) if e.kind() == std::io::ErrorKind::TimedOut);
    let (fault, what, help) = if tls {
        let help = "if it is your own server with a certificate of its own, name the certificate (PEM) with --ca FILE";
        (Fault::Certificate, format!("the server cannot show that it is {}: {text}", url.host()), help)
    } else if slow {
        (Fault::TooSlow, "the server is silent for too long".to_owned(), "--timeout sets how many seconds are waited")
    } else {
        (Fault::Unreachable, format!("the server does not answer: {text}"), "is it running, and is this its address?")
    };
    StoreError::new(fault, Diagnostic::error(what).at(url.plain().to_string()).help(help))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_that_others_can_read_on_the_way_is_worth_a_word() {
        for (url, open) in [("http://store.example/", true), ("https://store.example/", false), ("http://localhost:1/", false)] {
            let place = Address::parse(url).unwrap();
            let client = |credentials| {
                let tls = super::super::tls::config(None).unwrap();
                Client::new(tls, Duration::from_secs(1), Some(credentials), vec![place.clone()])
            };
            let mut token = client(Credentials::Bearer("secret".into()));
            token.warn_of_token();
            let me = Credentials::Password { user: "me".into(), password: "secret".into() };
            let mut password = client(me.clone());
            assert!(password.session.hear(&me, &["Basic realm=\"x\""], false));
            password.warn(&place);
            password.warn(&place);
            for client in [token, password] {
                let said: Vec<String> = client.notes.iter().map(ToString::to_string).collect();
                assert_eq!(said.len(), usize::from(open), "{url}");
                assert!(said.iter().all(|said| said.contains("without encryption") && !said.contains("secret")), "{said:?}");
            }
        }
    }
}
