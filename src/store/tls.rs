//! Whom do we believe by https? Those that Mozilla's authorities vouch for, or those of a file.

use crate::diagnostic::Diagnostic;
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};

/// The configuration that trusts the authorities of a PEM file, else the usual ones.
pub fn config(authorities: Option<&[u8]>) -> Result<TlsConfig, Diagnostic> {
    let roots = match authorities {
        None => RootCerts::WebPki,
        Some(pem) => {
            let found: Vec<Certificate<'static>> = parse_pem(pem)
                .filter_map(|item| match item {
                    Ok(PemItem::Certificate(certificate)) => Some(certificate),
                    _ => None,
                })
                .collect();
            if found.is_empty() {
                return Err(Diagnostic::error("no certificate in PEM form (-----BEGIN CERTIFICATE-----)"));
            }
            RootCerts::new_with_certs(&found)
        }
    };
    Ok(TlsConfig::builder().root_certs(roots).build())
}
