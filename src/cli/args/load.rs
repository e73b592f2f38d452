//! Which words does `newsgraph load` know?

use super::InputArgs;
use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
#[expect(clippy::doc_markdown, reason = "the help of the command line has no backticks")]
pub struct LoadArgs {
    #[command(flatten)]
    pub input: InputArgs,
    /// The store: the address of its Graph Store Protocol, of SPARQL Update, of its queries, or of the server; the others are found
    /// from it. Asked without changing anything.
    #[arg(long, value_name = "URL")]
    pub to: String,
    /// How to feed it. Default: what the server answers decides.
    #[arg(long, value_enum)]
    pub protocol: Option<ProtocolArg>,
    /// Where it takes SPARQL Update, if that is not found.
    #[arg(long, value_name = "URL")]
    pub update_url: Option<String>,
    /// Where it answers SPARQL queries, if that is not found.
    #[arg(long, value_name = "URL")]
    pub query_url: Option<String>,
    /// How claims stand in the store: reified, graphs (what each source says also in a graph of its own; needs SPARQL Update) or rdf12.
    #[arg(long, default_value = "reified")]
    pub profile: String,
    /// The base under which entities, articles and claims are named. Default: that of the RDF that was read, else
    /// <https://w3id.org/newsgraph/id/>.
    #[arg(long, value_name = "IRI")]
    pub base: Option<String>,
    /// Add all to one named graph instead of an own one for each article. Nothing is removed, so what a changed article no longer says
    /// stays.
    #[arg(long, value_name = "IRI", conflicts_with = "default_graph")]
    pub graph: Option<String>,
    /// Add all to the default graph. Nothing is removed.
    #[arg(long)]
    pub default_graph: bool,
    /// A file with one line, user:password or bearer TOKEN, or a netrc file. Without it the environment is heard:
    /// NEWSGRAPH_STORE_USER and NEWSGRAPH_STORE_PASSWORD, or NEWSGRAPH_STORE_TOKEN.
    #[arg(long, value_name = "FILE")]
    pub auth: Option<String>,
    /// Trust the certificates of this PEM file by https, in place of the usual authorities.
    #[arg(long, value_name = "FILE")]
    pub ca: Option<String>,
    /// Send so many triples at once at most. Default: 50000; 2000 by SPARQL Update.
    #[arg(long, value_name = "TRIPLES", value_parser = clap::value_parser!(u32).range(1..))]
    pub chunk: Option<u32>,
    /// Try again so often, after 0.5, 1, 2, 4 … seconds, where the server fails (5xx, 429) or the connection is lost.
    #[arg(long, value_name = "N", default_value_t = 4)]
    pub retries: u32,
    /// Wait so long for a silent server.
    #[arg(long, value_name = "SECONDS", default_value_t = 120, value_parser = clap::value_parser!(u64).range(1..))]
    pub timeout: u64,
    /// Leave out the articles that the store has already: as many triples, claims of the same names. A corrected word in a name or a
    /// headline can be missed, so without it all are sent.
    #[arg(long)]
    pub resume: bool,
    /// Say what would be sent, and how; send nothing.
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ProtocolArg {
    /// SPARQL 1.1 Graph Store Protocol.
    Gsp,
    /// SPARQL 1.1 Update.
    Update,
}
