//! What is an article or a claim called, on every machine alike? Short hashes of what they are.

use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;

macro_rules! hash_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u64);

        impl $name {
            /// The least of all.
            pub const MIN: Self = Self(u64::MIN);
            /// The greatest of all.
            pub const MAX: Self = Self(u64::MAX);

            /// The first 64 bits of a SHA-256 digest.
            #[must_use]
            pub fn from_digest(digest: &[u8; 32]) -> Self {
                let mut first = [0; 8];
                first.copy_from_slice(&digest[..8]);
                Self(u64::from_be_bytes(first))
            }

            /// The sixteen hexadecimal digits it is written with.
            #[must_use]
            pub fn hex(self) -> [u8; 16] {
                let mut out = [0; 16];
                for (place, digit) in out.iter_mut().enumerate() {
                    let nibble = usize::try_from(self.0 >> (60 - 4 * place) & 15).unwrap_or(0);
                    *digit = b"0123456789abcdef"[nibble];
                }
                out
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:016x}", self.0)
            }
        }

        impl FromStr for $name {
            type Err = NoId;

            fn from_str(text: &str) -> Result<Self, NoId> {
                let hex = text.len() == 16 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
                hex.then(|| u64::from_str_radix(text, 16).ok()).flatten().map(Self).ok_or(NoId)
            }
        }
    };
}

hash_id! {
    /// Stands for an article: from the SHA-256 of its bytes.
    ArticleId
}
hash_id! {
    /// Stands for a claim: from what it says and where. Its first four digits are those of its article.
    ClaimId
}

impl ClaimId {
    /// 16 bits of the article, 48 of a digest: the claims of an article stand together wherever claims are sorted, and of a million
    /// articles with fifty claims each two claims are taken for one with a chance below 1 in 10,000.
    #[must_use]
    pub fn within(article: ArticleId, digest: &[u8; 32]) -> Self {
        const ARTICLE: u64 = u64::MAX << 48;
        Self((article.0 & ARTICLE) | (Self::from_digest(digest).0 & !ARTICLE))
    }
}

/// The text is not sixteen lower-case hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not sixteen lower-case hexadecimal digits")]
pub struct NoId;

/// The SHA-256 digest of some bytes.
#[must_use]
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// A digest as 64 hexadecimal digits.
#[must_use]
pub fn hex(digest: &[u8; 32]) -> String {
    digest.iter().fold(String::with_capacity(64), |mut text, byte| {
        text.push_str(&format!("{byte:02x}"));
        text
    })
}

/// Reads 64 hexadecimal digits, in either case.
#[must_use]
pub fn digest_from_hex(text: &str) -> Option<[u8; 32]> {
    let mut out = [0; 32];
    let bytes = text.as_bytes();
    if bytes.len() != 64 || !bytes.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    for (byte, pair) in out.iter_mut().zip(0..) {
        *byte = u8::from_str_radix(text.get(pair * 2..pair * 2 + 2)?, 16).ok()?;
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_digests_survive_their_writing() {
        let digest = sha256("НАТО".as_bytes());
        assert_eq!(digest_from_hex(&hex(&digest)), Some(digest));
        let id = ArticleId::from_digest(&digest);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(id.hex(), id.to_string().as_bytes());
        assert!(hex(&digest).starts_with(&id.to_string()));
        assert_eq!("5F0C112233445566".parse::<ClaimId>(), Err(NoId));
        assert_eq!(digest_from_hex("ä"), None);
    }
}
