//! `newsgraph load`: into which store, and is all of it there?

use super::args::{LoadArgs, ProtocolArg};
use super::arrivals::{show_plan, tell};
use super::input;
use super::report::Reporter;
use super::secrets::credentials;
use super::watch::Onlooker;
use super::{Done, Usage};
use anyhow::{Context, Result};
use newsgraph::{Connection, Diagnostic, LoadOptions, Place, Protocol, Store, StoreAddress, check_base};
use std::time::Duration;

pub fn run(args: &LoadArgs, reporter: &Reporter) -> Result<Done> {
    let connection = connection(args, reporter)?;
    let place = place(args)?;
    let profile = args.profile.parse().map_err(|said: Diagnostic| Usage(said.to_string()))?;
    if let Some(base) = &args.base {
        check_base(base).map_err(|said| Usage(said.to_string()))?;
    }
    let loaded = input::load(&args.input, reporter, |_| ())?;
    loaded.diagnostics.iter().for_each(|said| reporter.say(said));
    if loaded.failed == loaded.inputs {
        return Ok(Done::NotAll);
    }
    let base = loaded.base(args.base.as_deref())?;
    let chunk = args.chunk.and_then(|chunk| usize::try_from(chunk).ok());
    let options = LoadOptions { profile, base, place, chunk, resume: args.resume };
    if loaded.graph.articles().len() == 0 {
        anyhow::bail!("there is no article in the input, so there is nothing to send");
    }
    if args.dry_run {
        show_plan(&options.planned(&loaded.graph)?)?;
    }
    let mut watch = Onlooker::new(reporter, loaded.graph.articles().len())?;
    let mut store = Store::connect(&connection, &mut watch)?;
    if args.dry_run {
        watch.done();
        reporter.say(&Diagnostic::note(format!("nothing was sent; it would be by {}", store.describe())));
        return Ok(loaded.done());
    }
    reporter.detail(&format!("by {}", store.describe()));
    let report = store.load(&loaded.graph, &options, &mut watch);
    watch.done();
    let done = tell(&report, &options.place, reporter);
    Ok(if loaded.has_errors() { Done::NotAll } else { done })
}

fn connection(args: &LoadArgs, reporter: &Reporter) -> Result<Connection> {
    let address = |text: &str, flag: &str| StoreAddress::parse(text).map_err(|said| Usage(format!("{flag}: {said}")));
    let other = |text: &Option<String>, flag: &str| text.as_deref().map(|text| address(text, flag)).transpose();
    let to = address(&args.to, "--to")?;
    let credentials = credentials(args.auth.as_deref(), &to, reporter)?;
    let authorities = args.ca.as_ref().map(|path| std::fs::read(path).with_context(|| format!("cannot read {path}"))).transpose()?;
    Ok(Connection {
        query: other(&args.query_url, "--query-url")?,
        update: other(&args.update_url, "--update-url")?,
        address: to,
        protocol: args.protocol.map(|protocol| match protocol {
            ProtocolArg::Gsp => Protocol::GraphStore,
            ProtocolArg::Update => Protocol::Update,
        }),
        credentials,
        authorities,
        timeout: Duration::from_secs(args.timeout),
        retries: args.retries,
        read_only: args.dry_run,
    })
}

fn place(args: &LoadArgs) -> Result<Place, Usage> {
    match (&args.graph, args.default_graph) {
        (Some(iri), _) => Place::graph(iri).map_err(|said| Usage(format!("--graph: {said}"))),
        (None, true) => Ok(Place::Default),
        (None, false) => Ok(Place::Articles),
    }
}
