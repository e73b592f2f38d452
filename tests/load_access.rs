//! Does a store get to know who loads, and nobody else? Authentication, redirects, certificates, and secrets that show nowhere.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_collect, reason = "helpers of tests fail as tests do")]

mod common;
#[path = "common/store.rs"]
mod store;

use common::running::finish;
use common::{newsgraph, root};
use http_auth::ChallengeParser;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fs;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use store::http::{Answer, Asked};
use store::{Act, Server};
use tempfile::tempdir;

const ARTICLE: &str = "https://w3id.org/newsgraph/id/article/b223089b6820e1ea";
const USER: &str = "Оксана";
const PASSWORD: &str = "таємне: слово";
const TOKEN: &str = "abc.DEF-123";

fn denied(challenge: &str, asked: &Asked) -> Act {
    // A server that tells what it was sent, which must not come to light.
    let body = format!("you are {:?}", asked.header("authorization"));
    Act::Answer(Answer::new(401, "text/plain", body).with("WWW-Authenticate", challenge))
}

fn basic(asked: &Asked) -> Option<Act> {
    // Оксана:таємне: слово
    let right = asked.header("authorization") == Some("Basic 0J7QutGB0LDQvdCwOtGC0LDRlNC80L3QtTog0YHQu9C+0LLQvg==");
    (!right).then(|| denied("Basic realm=\"news\", charset=\"UTF-8\"", asked))
}

fn bearer(asked: &Asked) -> Option<Act> {
    (asked.header("authorization") != Some("Bearer abc.DEF-123")).then(|| denied("Bearer realm=\"news\"", asked))
}

/// RFC 7616, computed here from its text: a nonce serves three times, each count once.
fn digest(algorithm: &'static str) -> impl FnMut(&Asked) -> Option<Act> + Send + 'static {
    let hash = move |text: String| match algorithm {
        "MD5" => hex(&md5(text.as_bytes())),
        _ => hex(&Sha256::digest(text.as_bytes())),
    };
    let (mut number, mut last) = (0, 0);
    move |asked| {
        let challenge = |number: u32, stale| {
            format!("Digest realm=\"news\", nonce=\"nonce{number}\", opaque=\"o\", stale={stale}, qop=\"auth\", algorithm={algorithm}")
        };
        let Some(header) = asked.header("authorization") else { return Some(denied(&challenge(number, false), asked)) };
        let parsed = ChallengeParser::new(header).next().unwrap().unwrap();
        let said: HashMap<&str, String> = parsed.params.iter().map(|(name, value)| (*name, value.to_unescaped())).collect();
        let a1 = hash(format!("{}:news:{PASSWORD}", said.get("username").map_or(USER, String::as_str)));
        let a2 = hash(format!("{}:{}", asked.method, asked.target));
        let wanted = hash(format!("{a1}:{}:{}:{}:auth:{a2}", said["nonce"], said["nc"], said["cnonce"]));
        let count = u32::from_str_radix(&said["nc"], 16).unwrap();
        let good = said["response"] == wanted && said["uri"] == asked.target && said["opaque"] == "o";
        if !good {
            return Some(denied(&challenge(number, false), asked));
        }
        if said["nonce"] != format!("nonce{number}") || count <= last || count > 3 {
            (number, last) = (number + 1, 0);
            return Some(denied(&challenge(number, true), asked));
        }
        last = count;
        None
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn md5(bytes: &[u8]) -> Vec<u8> {
    let mut child = Command::new("md5sum").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("md5sum");
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), bytes).unwrap();
    let out = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    (0..16).map(|place| u8::from_str_radix(&out[2 * place..2 * place + 2], 16).unwrap()).collect()
}

/// Loads the sample; whatever happens, no secret is said.
fn load(url: &str, environment: &[(&str, &str)], args: &[&str], code: i32) -> String {
    let mut command = newsgraph(root());
    command.args(["-v", "load", "examples/nato-missions.json", "--retries", "0", "--chunk", "300", "--to", url]).args(args);
    for name in ["NEWSGRAPH_STORE_USER", "NEWSGRAPH_STORE_PASSWORD", "NEWSGRAPH_STORE_TOKEN"] {
        command.env_remove(name);
    }
    let (out, said) = finish(command.envs(environment.iter().copied()), code);
    for secret in [PASSWORD, TOKEN, "0J7QutGB0LDQvdCwOtGC0LDRlNC80L3QtTog"] {
        assert!(!said.contains(secret) && !out.contains(secret), "{said}");
    }
    said
}

const KNOWN: [(&str, &str); 2] = [("NEWSGRAPH_STORE_USER", USER), ("NEWSGRAPH_STORE_PASSWORD", PASSWORD)];

#[test]
fn basic_bearer_and_digest_from_the_environment() {
    let token = [("NEWSGRAPH_STORE_TOKEN", TOKEN)];
    let servers = [
        (Server::new(basic), &KNOWN[..]),
        (Server::new(bearer), &token[..]),
        (Server::new(digest("MD5")), &KNOWN[..]),
        (Server::new(digest("SHA-256")), &KNOWN[..]),
    ];
    for (server, environment) in servers {
        for path in ["/store", "/update", "/"] {
            let said = load(&server.url(path), environment, &[], 0);
            assert!(said.contains("the store has as many"), "{said}");
            assert_eq!(server.graph(Some(ARTICLE)).len(), 1075);
            let said = load(&server.url(path), &[], &[], 1);
            assert!(said.contains("HTTP 401") && said.contains("NEWSGRAPH_STORE_PASSWORD"), "{said}");
            let wrong = [("NEWSGRAPH_STORE_USER", "x"), ("NEWSGRAPH_STORE_PASSWORD", "wrong")];
            let said = load(&server.url(path), &wrong, &[], 1);
            assert!(said.contains("HTTP 401"), "{said}");
        }
    }
}

#[test]
fn what_a_server_repeats_is_not_repeated() {
    let challenges = ["Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"n\", qop=\"auth\"", "Bearer"];
    for (challenge, environment) in challenges.into_iter().flat_map(|c| [(c, &KNOWN[..]), (c, &[("NEWSGRAPH_STORE_TOKEN", TOKEN)][..])]) {
        let server = Server::new(move |asked| {
            let sent = asked.header("authorization").unwrap_or_default();
            let secret = if sent.starts_with("Bearer") { TOKEN } else { PASSWORD };
            let body = if sent.is_empty() { String::new() } else { format!("you are {sent}, that is {secret}") };
            Some(Act::Answer(Answer::new(401, "text/plain", body).with("WWW-Authenticate", challenge)))
        });
        let said = load(&server.url("/store"), environment, &[], 1);
        assert!(said.contains("HTTP 401"), "{said}");
    }
}

#[test]
fn credentials_from_a_file() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("auth");
    let path = file.to_string_lossy().into_owned();
    let server = Server::new(basic);
    for text in [format!("{USER}:{PASSWORD}\n"), format!("\u{feff}{USER}:{PASSWORD}")] {
        fs::write(&file, text).unwrap();
        let said = load(&server.url("/store"), &[], &["--auth", &path], 0);
        assert_eq!(said.contains("others on this machine can read this file"), cfg!(unix), "{said}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        assert!(!load(&server.url("/store"), &[], &["--auth", &path], 0).contains("can read this file"));
    }
    let server = Server::new(bearer);
    fs::write(&file, format!("Bearer {TOKEN}\n")).unwrap();
    load(&server.url("/store"), &[], &["--auth", &path], 0);
    fs::write(&file, PASSWORD.replace(':', "")).unwrap();
    let said = load(&server.url("/store"), &[], &["--auth", &path], 1);
    assert!(said.contains("one line, user:password or bearer TOKEN"), "{said}");
    let said = load(&server.url("/store"), &[("NEWSGRAPH_STORE_PASSWORD", PASSWORD)], &[], 2);
    assert!(said.contains("go together"), "{said}");
}

#[test]
fn a_password_in_the_address_is_refused_unseen() {
    let said = load("http://me:abc.DEF-123@localhost/store", &[], &[], 2);
    assert!(said.contains("NEWSGRAPH_STORE_USER") && said.contains("list of processes"), "{said}");
}

#[test]
#[cfg(target_os = "linux")]
fn secrets_are_not_in_the_list_of_processes() {
    let server = Server::new(|asked| asked.writes().then_some(Act::Slow(Duration::from_millis(400))));
    let mut child = Command::new(assert_cmd::cargo::cargo_bin!("newsgraph"))
        .current_dir(root())
        .args(["load", "examples/nato-missions.json", "--to", &server.url("/store")])
        .envs(KNOWN)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    while !server.asked().iter().any(Asked::writes) {
        std::thread::sleep(Duration::from_millis(10));
    }
    let line = fs::read_to_string(format!("/proc/{}/cmdline", child.id())).unwrap();
    assert!(line.contains("--to") && !line.contains(PASSWORD) && !line.contains(USER), "{line}");
    assert!(child.wait().unwrap().success());
}

/// A script that sends everything elsewhere.
fn redirect(status: u16, to: String) -> impl FnMut(&Asked) -> Option<Act> + Send + 'static {
    move |asked| {
        asked.path().starts_with("/old").then(|| {
            Act::Answer(Answer::new(status, "text/plain", "").with("Location", &format!("{to}{}", asked.target.replacen("/old", "", 1))))
        })
    }
}

#[test]
fn a_redirect_within_the_server_is_followed_with_method_and_body() {
    for status in [301, 302, 307, 308] {
        let server = Server::new(redirect(status, String::new()));
        for path in ["/old/store", "/old/update"] {
            let said = load(&server.url(path), &[], &[], 0);
            assert!(said.contains("the store has as many"), "{status}: {said}");
            assert_eq!(server.graph(Some(ARTICLE)).len(), 1075);
        }
        let old = server.asked().into_iter().filter(|asked| asked.path() == "/old/store" && asked.writes()).count();
        assert_eq!(old, 0, "the data went straight to the new place, which the questions had found");
    }
    let server = Server::new(redirect(307, "/old".into()));
    assert!(load(&server.url("/old/store"), &[], &[], 1).contains("from one address to the next"));
}

#[test]
fn a_redirect_to_another_server_is_not_followed_and_tells_it_nothing() {
    let other = Server::good();
    for status in [301, 307, 308] {
        let sends = redirect(status, other.url(""));
        let sends = Arc::new(Mutex::new(sends));
        let server = Server::new(move |asked| basic(asked).or_else(|| (sends.lock().unwrap())(asked)));
        let said = load(&server.url("/old/store"), &KNOWN, &[], 1);
        assert!(said.contains(&format!("sends us to {}", other.url("/"))) && said.contains("give that address to --to"), "{said}");
    }
    assert!(other.asked().is_empty(), "nothing was asked of the other");
}

fn certificate() -> (rustls::ServerConfig, String) {
    let own = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned(), "localhost".to_owned()]).unwrap();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(own.signing_key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    (config.with_no_client_auth().with_single_cert(vec![own.cert.der().clone()], key).unwrap(), own.cert.pem())
}

#[test]
fn a_certificate_of_its_own_is_refused_unless_it_is_named() {
    let folder = tempdir().unwrap();
    let (config, pem) = certificate();
    let path = folder.path().join("ca.pem");
    fs::write(&path, pem).unwrap();
    let path = path.to_string_lossy().into_owned();
    let server = Server::tls(config);
    let said = load(&server.url("/store"), &KNOWN, &[], 1);
    assert!(said.contains("cannot show that it is 127.0.0.1") && said.contains("--ca FILE"), "{said}");
    assert!(server.asked().is_empty(), "nothing was said to it");
    let said = load(&server.url("/store"), &KNOWN, &["--ca", &path], 0);
    assert!(said.contains("the store has as many"), "{said}");
    // That of another server does not serve.
    fs::write(folder.path().join("other.pem"), certificate().1).unwrap();
    let other = folder.path().join("other.pem").to_string_lossy().into_owned();
    assert!(load(&server.url("/store"), &[], &["--ca", &other], 1).contains("cannot show that it is"));
    fs::write(folder.path().join("other.pem"), "no certificate").unwrap();
    assert!(load(&server.url("/store"), &[], &["--ca", &other], 1).contains("no certificate in PEM form"));
}
