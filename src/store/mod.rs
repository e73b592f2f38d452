//! Where does it go? Into a running triple store, by the SPARQL 1.1 Graph Store Protocol or SPARQL Update.

mod address;
mod auth;
mod client;
mod connect;
mod connection;
mod count;
mod fault;
mod lines;
mod load;
mod places;
mod plan;
mod probe;
mod reply;
mod retry;
mod send;
mod tls;
mod voices;

pub use address::Address as StoreAddress;
pub use auth::Credentials;
pub use connect::Store;
pub use connection::{Connection, Protocol};
pub use fault::{Fault, StoreError};
pub use load::{Arrival, LoadReport, State};
pub use plan::{LoadOptions, Place, Planned};
pub use retry::Watch;
