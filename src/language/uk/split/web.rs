//! How far does an address of the web reach: a URL, an e-mail, a domain, a tag, a name of a user?

/// Bytes of a name of a mailbox or a domain at most.
const NAME: usize = 254;

/// The length in bytes of the address that begins with the text.
pub(super) fn address(rest: &str) -> Option<usize> {
    match rest.as_bytes().first()? {
        b'#' | b'@' => {
            let name: usize = rest[1..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').map(char::len_utf8).sum();
            let letters = rest[1..].chars().next().is_some_and(char::is_alphabetic);
            letters.then_some(name + 1)
        }
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => url(rest).or_else(|| mail_or_domain(rest)),
        _ => None,
    }
}

fn url(rest: &str) -> Option<usize> {
    let begins = |prefix: &str| rest.get(..prefix.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(prefix));
    let prefix = ["https://", "http://", "ftp://", "www.", "t.me/"].into_iter().find(|prefix| begins(prefix))?;
    let end = rest.find(|c: char| c.is_whitespace() || c.is_control() || "<>\"«»„“”".contains(c)).unwrap_or(rest.len());
    let address = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '…', '\'', '’']);
    // A bracket at the end belongs to the address only where one opens in it.
    let address = if address.contains('(') { address } else { address.trim_end_matches([')', '.', ',']) };
    (address.len() > prefix.len()).then_some(address.len())
}

/// "name@example.org", "example.org": the last part is of small letters, two at least.
fn mail_or_domain(rest: &str) -> Option<usize> {
    let inside = |byte: &u8| byte.is_ascii_alphanumeric() || b"._%+-@".contains(byte);
    let end = rest.as_bytes().iter().take(NAME).take_while(|byte| inside(byte)).count();
    let address = rest[..end].trim_end_matches(['.', '-', '+', '%', '_']);
    let (name, domain) = address.split_once('@').unwrap_or(("-", address));
    let (host, last) = domain.rsplit_once('.')?;
    let whole = !rest[address.len()..].starts_with(|c: char| c.is_alphanumeric());
    let host = !host.is_empty()
        && !host.starts_with('.')
        && host.bytes().any(|byte| byte.is_ascii_alphabetic())
        && !domain.contains(['@', '%', '+', '_']);
    let last = (2..=12).contains(&last.len()) && last.bytes().all(|byte| byte.is_ascii_lowercase());
    (whole && !name.is_empty() && host && last && !domain.contains("..")).then_some(address.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_end_where_the_sentence_goes_on() {
        let found = |text: &'static str| address(text).map(|end| &text[..end]);
        assert_eq!(found("https://example.org/a?b=c, і далі"), Some("https://example.org/a?b=c"));
        assert_eq!(found("https://example.org/a_(b)."), Some("https://example.org/a_(b)"));
        assert_eq!(found("www.example.org)."), Some("www.example.org"));
        assert_eq!(found("press@example.org."), Some("press@example.org"));
        assert_eq!(found("example.com повідомляє"), Some("example.com"));
        assert_eq!(found("#новини дня"), Some("#новини"));
        assert_eq!(found("@press_office:"), Some("@press_office"));
        for none in ["Reuters.", "24.02.2022", "3.5", "www.", "a.b", "# знак", "U.S. Army", "Nord Stream", "https://"] {
            assert_eq!(found(none), None, "{none}");
        }
    }
}
