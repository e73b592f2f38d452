//! How is a store reached: under which addresses, as whom, with how much patience?

use super::address::Address;
use super::auth::Credentials;
use std::time::Duration;

/// How data gets into a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    /// The SPARQL 1.1 Graph Store Protocol.
    GraphStore,
    /// SPARQL 1.1 Update.
    Update,
}

/// How a store is reached.
#[derive(Debug, Clone)]
pub struct Connection {
    /// The address that was given; from it the others are found.
    pub address: Address,
    /// Where it answers queries, if that is known.
    pub query: Option<Address>,
    /// Where it takes updates, if that is known.
    pub update: Option<Address>,
    /// `None`: what the server answers decides.
    pub protocol: Option<Protocol>,
    /// As whom we come.
    pub credentials: Option<Credentials>,
    /// PEM certificates that are trusted instead of the usual authorities.
    pub authorities: Option<Vec<u8>>,
    /// How long a silent server is waited for.
    pub timeout: Duration,
    /// How often something is tried again that may pass.
    pub retries: u32,
    /// Send nothing that is an update, not even one that does nothing.
    pub read_only: bool,
}
