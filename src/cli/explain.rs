//! How is a query answered? The engine's plan as an indented tree, or as JSON.

use super::Usage;
use super::report::printable;
use anyhow::Result;
use newsgraph::{Plan, Prefix};
use std::io::{self, Write};

/// Writes a plan: a step a line, the steps whose rows it takes below it.
pub fn write(plan: &Plan, format: Option<&str>, out: &mut impl Write) -> Result<()> {
    match format {
        None | Some("text") => tree(plan, 0, out)?,
        Some("json") => {
            serde_json::to_writer_pretty(&mut *out, plan).map_err(io::Error::from)?;
            writeln!(out)?;
        }
        Some(name) => return Err(Usage(format!("a plan cannot be written as {name:?}: known are text, json")).into()),
    }
    Ok(())
}

fn tree(plan: &Plan, depth: usize, out: &mut impl Write) -> io::Result<()> {
    if let Some(rows) = plan.rows {
        write!(out, "{rows:>10}  ")?;
    }
    writeln!(out, "{}{}", "  ".repeat(depth), printable(&short(&plan.step)).replace('\n', " "))?;
    plan.children.iter().try_for_each(|child| tree(child, depth + 1, out))
}

/// A step with prefixes in place of IRIs, where these are simple.
fn short(step: &str) -> String {
    let mut out = String::with_capacity(step.len());
    let mut rest = step;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let known = after.split_once('>').and_then(|(iri, behind)| {
            let named = Prefix::ALL.iter().find_map(|p| Some((p.name(), iri.strip_prefix(p.iri())?)));
            let simple = |local: &str| !local.is_empty() && local.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
            named.filter(|(_, local)| simple(local)).map(|(name, local)| (format!("{name}:{local}"), behind))
        });
        rest = if let Some((name, behind)) = known {
            out.push_str(&name);
            behind
        } else {
            out.push('<');
            after
        };
    }
    out.push_str(rest);
    out
}
