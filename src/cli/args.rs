//! Which words does the command line know?

mod draw;
mod load;

pub use draw::{DrawArgs, EngineArg, ViewArg};
pub use load::{LoadArgs, ProtocolArg};

use super::terminal::ColourArg;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use newsgraph::Lang;

/// Turns news articles into a knowledge graph of claims: who says what about whom, how surely, in which words.
#[derive(Debug, Parser)]
#[command(name = "newsgraph", version, about, max_term_width = 100)]
pub struct Cli {
    /// Say only what went wrong.
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say also what was written.
    #[arg(short, long, global = true)]
    pub verbose: bool,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a graph and write it as RDF, JSON or a picture.
    #[command(
        after_help = "Examples:\n  newsgraph build examples/nato-missions.json -o out/\n  newsgraph build article.txt --claims graph.json -o graph.ttl\n  newsgraph build corpus/ --to nq -o - | gzip > corpus.nq.gz"
    )]
    Build(Box<BuildArgs>),
    /// Print what the reader sees in an article: sentences, words, trees, and what is named.
    #[command(
        after_help = "Examples:\n  newsgraph read article.txt --format table\n  newsgraph read page.html > page.conllu\n  newsgraph read - --format json < article.txt"
    )]
    Read(ReadArgs),
    /// Print the claims as a table that a person reads.
    Show(ShowArgs),
    /// Draw the graph for people: who claims what of whom.
    #[command(
        after_help = "Examples:\n  newsgraph draw examples/nato-missions.json -o graph.svg\n  newsgraph draw examples/nato-missions.json --view speakers --lang en -o speakers.png\n  newsgraph draw corpus/uk --focus НАТО --hops 2 -o nato.svg"
    )]
    Draw(Box<DrawArgs>),
    /// Say what in a graph breaks the contract; exit code 1 where something does.
    Check(InputArgs),
    /// Ask the graph, or any RDF: a question by its name, or SPARQL.
    Query(Box<QueryArgs>),
    /// Load the graph into a running triple store; each article replaces what the store has of it.
    #[command(
        after_help = "Examples:\n  newsgraph load corpus/ --to http://localhost:7878/store\n  newsgraph load graph.json --to http://localhost:8890/sparql-graph-crud-auth --auth ~/.virtuoso\n  newsgraph load graph.ttl --to http://localhost:3030/ds --dry-run"
    )]
    Load(Box<LoadArgs>),
    /// Print the JSON Schema of the graph document.
    Schema(SchemaArgs),
    /// Print the completions for a shell.
    Completions { shell: Shell },
    /// Print the manual page.
    Man,
}

#[derive(Debug, Args)]
pub struct InputArgs {
    /// Articles in Ukrainian (text, .html, or .jsonl with one a line), graph documents (.json), RDF that follows the graph contract
    /// (.ttl .trig .nt .nq .rdf .jsonld), gzip'd or not, folders of the last three, or - for standard input. Several make one merged graph.
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<String>,
    /// Take relations that the ontology does not know as new ones, below the next known relation of their list or `comments`.
    #[arg(long)]
    pub new_relations: bool,
    /// Leave out what is found in an article with less confidence, from 0 to 1. The default favours what is sure.
    #[arg(long, value_name = "X", value_parser = share)]
    pub min_confidence: Option<f32>,
}

/// A number from 0 to 1.
fn share(text: &str) -> Result<f32, String> {
    text.parse().ok().filter(|share| (0.0..=1.0).contains(share)).ok_or_else(|| "give a number from 0 to 1".into())
}

#[derive(Debug, Args)]
pub struct BuildArgs {
    #[command(flatten)]
    pub input: InputArgs,
    /// A file (its extension is the format), a folder (a file a format, named after the input), or - for standard output. May be
    /// repeated. Without it, Turtle goes to standard output.
    #[arg(short, long, value_name = "PATH")]
    pub output: Vec<String>,
    /// Formats: json ttl trig nt nq rdf jsonld dot svg png html.
    #[arg(long, value_name = "FORMAT", value_delimiter = ',')]
    pub to: Vec<String>,
    /// The claims of the article INPUT.
    #[arg(long, value_name = "GRAPH.json")]
    pub claims: Option<String>,
    /// How claims stand in RDF: reified, graphs or rdf12. Default: graphs for trig and nq, reified for the others.
    #[arg(long)]
    pub profile: Option<String>,
    /// The base under which entities, articles and claims are named. Default: that of the RDF that was read, else
    /// <https://w3id.org/newsgraph/id/>.
    #[arg(long, value_name = "IRI")]
    pub base: Option<String>,
    /// When the article was published: YYYY-MM-DD, YYYY-MM or YYYY.
    #[arg(long, value_name = "DATE")]
    pub published: Option<String>,
    /// The medium that published it.
    #[arg(long, value_name = "NAME")]
    pub publisher: Option<String>,
    /// Its headline.
    #[arg(long, value_name = "TEXT")]
    pub headline: Option<String>,
    /// Where it stands on the web.
    #[arg(long, value_name = "IRI")]
    pub url: Option<String>,
    /// Keep the text of the article with the graph: `text` in JSON, nif:isString in RDF.
    #[arg(long)]
    pub with_text: bool,
    /// The language of labels in pictures.
    #[arg(long, value_enum, default_value_t)]
    pub lang: LangArg,
}

#[derive(Debug, Args)]
pub struct ReadArgs {
    /// Articles in Ukrainian: text in any encoding, pages (.html), gzip'd or not, or - for standard input.
    #[arg(required = true, value_name = "ARTICLE")]
    pub articles: Vec<String>,
    /// How to print. Default: table on a terminal, else conllu.
    #[arg(long, value_enum)]
    pub format: Option<ReadFormat>,
}

#[derive(Debug, Args)]
pub struct ShowArgs {
    #[command(flatten)]
    pub input: InputArgs,
    /// How to print.
    #[arg(long, value_enum, default_value_t)]
    pub format: ShowFormat,
    /// The same as --format json.
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
    /// Say of each claim of an article how it came about: trigger, roles, how sure each step is, by which rule.
    #[arg(long, conflicts_with = "format")]
    pub why: bool,
    /// The language of names and relations.
    #[arg(long, value_enum, default_value_t)]
    pub lang: LangArg,
    /// When to colour the table.
    #[arg(long = "color", value_name = "WHEN", value_enum, default_value_t)]
    pub colour: ColourArg,
}

#[derive(Debug, Args)]
pub struct QueryArgs {
    /// What is asked (as for build; any RDF will do), then the name of a question, unless --sparql or --file is given.
    #[arg(value_name = "INPUT... NAME", required_unless_present = "list")]
    pub words: Vec<String>,
    /// List the questions with their parameters.
    #[arg(long)]
    pub list: bool,
    /// Print the question as SPARQL 1.1 for a store of your own instead of answering it. INPUT is not needed; with it, the names of
    /// --set are looked up there, without it in the store.
    #[arg(long, conflicts_with_all = ["sparql", "file", "list"])]
    pub print: bool,
    /// A SPARQL query.
    #[arg(long, value_name = "TEXT", conflicts_with = "file")]
    pub sparql: Option<String>,
    /// A file with a SPARQL query.
    #[arg(long, value_name = "F.rq")]
    pub file: Option<String>,
    /// A parameter of the question, by name or IRI.
    #[arg(long, value_name = "NAME=VALUE")]
    pub set: Vec<String>,
    /// table csv tsv json xml for rows; ttl trig nt nq rdf jsonld for triples. Default: table on a terminal, else csv; ttl.
    #[arg(long)]
    pub format: Option<String>,
    /// The profile in which graph documents are asked, and --print prints. Default: graphs, beside RDF 1.2 rdf12.
    #[arg(long)]
    pub profile: Option<String>,
    /// Say how the engine goes about it instead of answering, as text or with --format json; with =rows it is answered, and every step
    /// says how many rows came out of it.
    #[arg(long, value_enum, value_name = "WHAT", num_args = 0..=1, require_equals = true, default_missing_value = "plan", conflicts_with_all = ["print", "list"])]
    pub explain: Option<ExplainArg>,
    /// Stop an answer that takes more than so many seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..))]
    pub timeout: u64,
    /// Cut after so many rows.
    #[arg(long, value_name = "ROWS")]
    pub limit: Option<usize>,
    /// Take relations that the ontology does not know.
    #[arg(long)]
    pub new_relations: bool,
}

#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// Print the JSON-LD context of the exports instead.
    #[arg(long, conflicts_with = "ontology")]
    pub context: bool,
    /// Print the ontology (Turtle) instead.
    #[arg(long)]
    pub ontology: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExplainArg {
    /// The steps.
    Plan,
    /// The steps, and how many rows came out of each.
    Rows,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReadFormat {
    /// For people.
    Table,
    /// For programs: CoNLL-U, with mentions, entities and places in MISC.
    Conllu,
    /// What is named, for programs.
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ShowFormat {
    /// For people.
    #[default]
    Table,
    /// For spreadsheets: UTF-8 with byte order mark, comma-separated.
    Csv,
    /// For programs.
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum LangArg {
    /// Ukrainian.
    #[default]
    Uk,
    /// English.
    En,
}

impl From<LangArg> for Lang {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::Uk => Self::Uk,
            LangArg::En => Self::En,
        }
    }
}
