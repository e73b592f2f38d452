//! `newsgraph read`: what the reader saw in an article. Words and trees, and what is named.

use super::Done;
use super::args::{ReadArgs, ReadFormat};
use super::input::{self, Loaded, is_data};
use super::report::Reporter;
use super::words;
use anyhow::Result;
use newsgraph::{Article, ArticleId, Diagnostic, NamedText, Scratch, named, reader, write_conllu};
use serde::Serialize;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

/// A mention, for programs.
#[derive(Serialize)]
struct MentionRow {
    article: String,
    sentence: usize,
    r#type: &'static str,
    begin: u32,
    end: u32,
    text: String,
    probability: f64,
    /// Nothing for numbers and offices.
    entity: Option<EntityCell>,
}

/// What a mention names.
#[derive(Serialize)]
struct EntityCell {
    key: String,
    r#type: &'static str,
    names: Vec<String>,
    wikidata: Option<String>,
}

pub fn run(args: &ReadArgs, reporter: &Reporter) -> Result<Done> {
    let reader = reader()?;
    let default = if io::stdout().is_terminal() { ReadFormat::Table } else { ReadFormat::Conllu };
    let format = args.format.unwrap_or(default);
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let (mut scratch, mut rows) = (Scratch::default(), Vec::new());
    let done = for_each_article(&args.articles, reporter, |name, article| {
        let text = named(reader, article, &mut scratch);
        if text.sentences.is_empty() {
            reporter.say(&Diagnostic::note("there are no words in this article").at(name));
        }
        let id = ArticleId::from_digest(article.sha256()).to_string();
        match format {
            ReadFormat::Conllu => write_conllu(&text, &id, &mut out)?,
            ReadFormat::Table => words::write(&text, article.meta().headline.as_deref().unwrap_or(name), &mut out)?,
            ReadFormat::Json => rows.extend(mentions(&text, &id)),
        }
        Ok(())
    })?;
    if format == ReadFormat::Json {
        serde_json::to_writer_pretty(&mut out, &rows).map_err(io::Error::from)?;
        writeln!(out)?;
    }
    out.flush()?;
    Ok(done)
}

/// Reads the articles of some inputs, one after the other; what cannot be read is said and left out.
pub fn for_each_article(names: &[String], reporter: &Reporter, mut take: impl FnMut(&str, &Article) -> Result<()>) -> Result<Done> {
    let mut done = Done::All;
    for name in names {
        match article(name, reporter) {
            Ok(article) => take(name, &article)?,
            Err(said) => {
                reporter.say(&said);
                done = Done::NotAll;
            }
        }
    }
    Ok(done)
}

/// The article of an input, if it is one that can be read.
fn article(name: &str, reporter: &Reporter) -> Result<Article, Diagnostic> {
    let path = Path::new(name);
    if path.is_dir() || is_data(path) {
        let said = Diagnostic::error("is no article: give a text or a page").at(name);
        return Err(said.help("the claims of a graph document: newsgraph show"));
    }
    let mut loaded = Loaded { with_text: true, ..Loaded::default() };
    let article = input::article(path, &mut loaded)?;
    loaded.diagnostics.iter().for_each(|said| reporter.say(said));
    input::readable(&article, name)?.iter().for_each(|said| reporter.say(said));
    Ok(article)
}

fn mentions(text: &NamedText<'_>, article: &str) -> Vec<MentionRow> {
    let rows = text.mentions.iter().map(|mention| {
        let (span, entity) = (text.span_of(mention), text.entity_of(mention));
        MentionRow {
            article: article.to_owned(),
            sentence: mention.sentence + 1,
            r#type: mention.kind.name(),
            begin: span.begin,
            end: span.end,
            text: text.text_of(mention),
            probability: (f64::from(mention.probability) * 1000.0).round() / 1000.0,
            entity: entity.map(|entity| EntityCell {
                key: entity.key.clone(),
                r#type: entity.kind.name(),
                names: entity.names.clone(),
                wikidata: entity.wikidata.clone(),
            }),
        }
    });
    rows.collect()
}
