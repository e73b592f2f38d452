//! `newsgraph query`: what can be asked of graphs and RDF, and what is the answer?

use super::args::{ExplainArg, InputArgs, QueryArgs};
use super::input::load_with;
use super::report::Reporter;
use super::stop::{Stop, stopped};
use super::{Done, Usage, explain, rows};
use anyhow::{Context, Result};
use newsgraph::{DEFAULT_BASE, Dataset, Diagnostic, Profile, QueryError, Question, question, questions};
use oxigraph::sparql::QueryEvaluationError;
use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};

/// What is asked.
enum Asked {
    Question(Question),
    Sparql { text: String, name: String },
}

pub fn run(args: &QueryArgs, reporter: &Reporter) -> Result<Done> {
    if args.list {
        return list();
    }
    let wanted = args.profile.as_deref().map(str::parse).transpose().map_err(|said: Diagnostic| Usage(said.to_string()))?;
    let (inputs, asked) = asked(args)?;
    let values = values(&args.set)?;
    if let (Asked::Question(question), true, true) = (&asked, args.print, inputs.is_empty()) {
        io::stdout().lock().write_all(question.printed(&values, wanted.unwrap_or(Profile::Graphs))?.as_bytes())?;
        return Ok(Done::All);
    }
    let input = InputArgs { inputs, new_relations: args.new_relations, min_confidence: None };
    let mut dataset = Dataset::new()?;
    let loaded = load_with(&input, reporter, |_| (), false, Some(&mut |source, format, name| dataset.add_rdf(source, format, name)))?;
    loaded.diagnostics.iter().for_each(|said| reporter.say(said));
    if loaded.failed == loaded.inputs {
        return Ok(Done::NotAll);
    }
    let profile = wanted.unwrap_or(if dataset.has_triple_terms() { Profile::Rdf12 } else { Profile::Graphs });
    dataset.add_graph(&loaded.graph, profile, DEFAULT_BASE)?;
    if let (Asked::Question(question), true) = (&asked, args.print) {
        let found = dataset.resolve(*question, &values)?.into_iter().map(|(name, iri)| (name.to_owned(), iri.into_string())).collect();
        io::stdout().lock().write_all(question.printed(&found, profile)?.as_bytes())?;
        return Ok(loaded.done());
    }
    match answer(&dataset, &asked, &values, args, reporter) {
        Ok(Some(limit)) => reporter.say(&Diagnostic::warning(format!("cut after {limit} rows")).help("--limit sets how many")),
        Ok(None) => {}
        Err(error) if is_stopped(&error) => {
            reporter.say(&stopped(args.timeout));
            return Ok(Done::NotAll);
        }
        Err(error) => return Err(error),
    }
    Ok(loaded.done())
}

/// Writes the answer, or how it is found; returns the limit where rows were cut there.
fn answer(
    dataset: &Dataset,
    asked: &Asked,
    values: &BTreeMap<String, String>,
    args: &QueryArgs,
    reporter: &Reporter,
) -> Result<Option<usize>> {
    let (text, name) = match asked {
        Asked::Question(question) => (dataset.question_text(*question, values)?, question.name),
        Asked::Sparql { text, name } => (text.clone(), name.as_str()),
    };
    let stop = Stop::after(args.timeout, reporter);
    let mut out = BufWriter::with_capacity(1 << 16, stop.uncounted(io::stdout().lock()));
    let format = args.format.as_deref();
    let cut = if let Some(explain) = args.explain {
        let plan = dataset.explain(&text, name, explain == ExplainArg::Rows, Some(&stop.token))?;
        explain::write(&plan, format, &mut out)?;
        None
    } else {
        let answer = dataset.ask(&text, name, Some(&stop.token))?;
        rows::write(answer, format, args.limit, &mut out)?
    };
    out.flush()?;
    Ok(cut)
}

fn is_stopped(error: &anyhow::Error) -> bool {
    let engine = |e: &(dyn std::error::Error + 'static)| matches!(e.downcast_ref(), Some(QueryEvaluationError::Cancelled));
    error.chain().any(|e| engine(e) || matches!(e.downcast_ref(), Some(QueryError::Stopped)))
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
