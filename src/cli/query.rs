//! `newsgraph query`: what can be asked of graphs and RDF, and what is the answer?

use super::args::{InputArgs, QueryArgs};
use super::input::load_with;
use super::report::Reporter;
use super::{Done, Usage, rows};
use anyhow::{Context, Result};
use newsgraph::{DEFAULT_BASE, Dataset, Diagnostic, Profile, Question, question, questions};
use oxigraph::sparql::{CancellationToken, QueryEvaluationError};
use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};
use std::time::Duration;

/// What is asked.
enum Asked {
    Question(Question),
    Sparql { text: String, name: String },
}

pub fn run(args: &QueryArgs, reporter: &Reporter) -> Result<Done> {
    if args.list {
        return list();
    }
    let profile: Profile = args.profile.parse().map_err(|said: Diagnostic| Usage(said.to_string()))?;
    let (inputs, asked) = asked(args)?;
    let values = values(&args.set)?;
    if let (Asked::Question(question), true, true) = (&asked, args.print, inputs.is_empty()) {
        io::stdout().lock().write_all(question.printed(&values, profile)?.as_bytes())?;
        return Ok(Done::All);
    }
    let input = InputArgs { inputs, new_relations: args.new_relations };
    let mut dataset = Dataset::new()?;
    let loaded = load_with(&input, reporter, |_| (), false, Some(&mut |source, format, name| dataset.add_rdf(source, format, name)))?;
    loaded.diagnostics.iter().for_each(|said| reporter.say(said));
    if loaded.failed == loaded.inputs {
        return Ok(Done::NotAll);
    }
    dataset.add_graph(&loaded.graph, profile, DEFAULT_BASE)?;
    if let (Asked::Question(question), true) = (&asked, args.print) {
        let found = dataset.resolve(*question, &values)?.into_iter().map(|(name, iri)| (name.to_owned(), iri.into_string())).collect();
        io::stdout().lock().write_all(question.printed(&found, profile)?.as_bytes())?;
        return Ok(if loaded.has_errors() { Done::NotAll } else { Done::All });
    }
    let stop = stop_after(args.timeout);
    let answer = match &asked {
        Asked::Question(question) => dataset.answer(*question, &values, Some(&stop)),
        Asked::Sparql { text, name } => dataset.ask(text, name, Some(&stop)),
    }?;
    let mut out = BufWriter::new(io::stdout().lock());
    let written = rows::write(answer, args.format.as_deref(), args.limit, &mut out).and_then(|cut| {
        out.flush()?;
        Ok(cut)
    });
    match written {
        Ok(Some(limit)) => reporter.say(&Diagnostic::warning(format!("cut after {limit} rows")).help("--limit sets how many")),
        Ok(None) => {}
        Err(error) if error.chain().any(|e| matches!(e.downcast_ref(), Some(QueryEvaluationError::Cancelled))) => {
            anyhow::bail!("stopped after {} seconds: the answer is not whole (--timeout sets how long)", args.timeout)
        }
        Err(error) => return Err(error),
    }
    Ok(if loaded.has_errors() { Done::NotAll } else { Done::All })
}

/// The inputs, and what is asked of them.
fn asked(args: &QueryArgs) -> Result<(Vec<String>, Asked)> {
    let mut words = args.words.clone();
    let asked = match (&args.sparql, &args.file) {
        (Some(text), _) => Asked::Sparql { text: text.clone(), name: "--sparql".into() },
        (_, Some(file)) => {
            let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {file}"))?;
            Asked::Sparql { text, name: file.clone() }
        }
        _ => {
            let name = words.pop().unwrap_or_default();
            let known = question(&name).ok_or_else(|| {
                let said =
                    Diagnostic::error(format!("no question has the name {name:?}")).nearest(&name, questions().iter().map(|q| q.name));
                Usage(format!("{said}\n    newsgraph query --list shows them"))
            })?;
            Asked::Question(known)
        }
    };
    if words.is_empty() && !args.print {
        return Err(Usage("what is to be asked? Name an input before the question".into()).into());
    }
    Ok((words, asked))
}

fn values(set: &[String]) -> Result<BTreeMap<String, String>, Usage> {
    let pair = |text: &String| {
        let (name, value) = text.split_once('=').ok_or_else(|| Usage(format!("--set {text:?} is no NAME=VALUE")))?;
        Ok((name.trim().to_owned(), value.to_owned()))
    };
    set.iter().map(pair).collect()
}

fn list() -> Result<Done> {
    let mut out = io::stdout().lock();
    for question in questions() {
        writeln!(out, "{}\n    {}", question.name, question.title())?;
        for (name, meaning) in question.parameters() {
            writeln!(out, "    --set {name}=…  {meaning}")?;
        }
    }
    Ok(Done::All)
}

/// A token that is cancelled after so many seconds.
fn stop_after(seconds: u64) -> CancellationToken {
    let stop = CancellationToken::new();
    let token = stop.clone();
    std::thread::spawn(move || {
        std::thread::sleep(Duration::from_secs(seconds));
        token.cancel();
    });
    stop
}
