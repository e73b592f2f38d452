//! `newsgraph show --why`: how did the claims of an article come about? Trigger, roles, how sure each step is, by which rule.

use super::Done;
use super::args::ShowArgs;
use super::read::for_each_article;
use super::report::{Reporter, printable};
use anyhow::Result;
use newsgraph::{Chosen, Claim, ExtractOptions, Played, Reason, Scratch, Target, Way, explain};
use serde::Serialize;
use std::io::{self, BufWriter, Write};

/// A claim with its reason, for programs.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    article: String,
    subject: String,
    relation: String,
    object: String,
    confidence: f32,
    quote: String,
    reason: Reason,
}

impl Row {
    fn new(article: &str, claim: Claim, reason: Reason) -> Self {
        Self {
            article: article.to_owned(),
            subject: end(&claim.subject),
            relation: claim.relation.first().map(ToString::to_string).unwrap_or_default(),
            object: end(&claim.object),
            confidence: claim.confidence.unwrap_or_default(),
            quote: claim.quote,
            reason,
        }
    }
}

fn end(target: &Target) -> String {
    match target {
        Target::Entity(key) => key.clone(),
        Target::Claim(id) => format!("claim:{id}"),
        Target::Literal(literal) => format!("\"{}\"", literal.text),
    }
}

pub fn run(args: &ShowArgs, reporter: &Reporter) -> Result<Done> {
    let mut out = BufWriter::new(io::stdout().lock());
    let (mut scratch, mut rows) = (Scratch::default(), Vec::new());
    let usual = ExtractOptions::default();
    let options = ExtractOptions { least: args.input.min_confidence.unwrap_or(usual.least), ..usual };
    let done = for_each_article(&args.input.inputs, reporter, |name, article| {
        let (document, reasons) = explain(article, options, &mut scratch)?;
        for (claim, reason) in document.claims.into_iter().zip(reasons) {
            let row = Row::new(name, claim, reason);
            if args.json { rows.push(row) } else { write(&row, &mut out)? }
        }
        Ok(())
    })?;
    if args.json {
        serde_json::to_writer_pretty(&mut out, &rows).map_err(io::Error::from)?;
        writeln!(out)?;
    }
    out.flush()?;
    Ok(done)
}

fn write(row: &Row, out: &mut impl Write) -> io::Result<()> {
    let reason = &row.reason;
    let (subject, object) = (printable(&row.subject), printable(&row.object));
    writeln!(out, "{} {:.2}  {subject} – {} – {object}", reason.claim, row.confidence, row.relation)?;
    writeln!(out, "    «{}»", printable(&row.quote))?;
    let relations: Vec<String> = reason.relations.iter().map(|(relation, p)| format!("{} {p:.2}", relation.name())).collect();
    writeln!(out, "    trigger  «{}» {} {:.2}: {}", printable(&reason.trigger), reason.part, reason.probability, relations.join(", "))?;
    let roles = [("subject", Some(&reason.subject)), ("object", reason.object.as_ref()), ("speaker", reason.speaker.as_ref())];
    for (name, played) in roles.into_iter().filter_map(|(name, played)| Some((name, played?))) {
        writeln!(out, "    {name:8} {}", told(played))?;
    }
    let [actual, intended, demanded, hypothetical] = reason.modalities;
    writeln!(
        out,
        "    manner   negated {:.2}, actual {actual:.2}, intended {intended:.2}, demanded {demanded:.2}, hypothetical {hypothetical:.2}, in doubt {:.2}",
        reason.negated, reason.hedged
    )
}

fn told(played: &Played) -> String {
    let how = match played.chosen {
        Chosen::Model => "",
        Chosen::Joined => ", joined to another word",
        Chosen::Dropped => ", the subject of another verb",
    };
    let rule = match played.way {
        Way::Mention => "named here",
        Way::Called => "what the name beside it is called",
        Way::Noun => "a thing of its own",
        Way::Pronoun => "a pronoun for what was named before",
        Way::Literal => "a literal",
    };
    format!("«{}» {:.2}{how} → {} {:.2}, {rule}", printable(&played.words), played.probability, printable(&played.means), played.sure)
}
