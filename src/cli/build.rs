//! `newsgraph build`: inputs to one graph, the graph to files.

use super::args::BuildArgs;
use super::input::{self, Loaded, load_with};
use super::output::{Format, PictureFormat, Target, check_places, targets, write_all};
use super::report::Reporter;
use super::{Done, Usage};
use anyhow::Result;
use newsgraph::{
    Diagnostic, Document, Page, Picture, PictureOptions, Profile, ReadOptions, Severity, Time, check_base, check_rdf, read_documents,
    write_documents, write_rdf,
};
use std::cell::Cell;
use std::io::{self, Write};
use std::path::Path;

pub fn run(args: &BuildArgs, reporter: &Reporter) -> Result<Done> {
    let profile = args.profile.as_deref().map(str::parse::<Profile>).transpose().map_err(usage)?;
    if let Some(base) = &args.base {
        check_base(base).map_err(usage)?;
    }
    let facts = Facts::of(args)?;
    let targets = targets(&args.output, &args.to, profile, &stem(&args.input.inputs))?;
    let mut loaded = if let Some(claims) = &args.claims {
        with_claims(args, claims, &facts)?
    } else {
        let described = Cell::new(0);
        let describe = |document: &mut Document| {
            described.set(described.get() + 1);
            facts.set(document);
        };
        let loaded = load_with(&args.input, reporter, describe, args.with_text, None)?;
        if facts.any() && described.get() != 1 && loaded.failed < loaded.inputs {
            let said = format!("{} graph documents were given", described.get());
            return Err(Usage(format!("--published, --publisher, --headline and --url describe one article, but {said}")).into());
        }
        loaded
    };
    if args.with_text {
        loaded.graph.tell_texts();
    }
    loaded.diagnostics.iter().for_each(|said| reporter.say(said));
    if loaded.failed == loaded.inputs {
        return Ok(Done::NotAll);
    }
    check_places(&targets, &loaded.read)?;
    let base = loaded.base(args.base.as_deref())?;
    for target in &targets {
        if let Format::Rdf(format) = target.format {
            check_rdf(&loaded.graph, format, target.profile, &base).map_err(|said| anyhow::anyhow!("{said}"))?;
        }
    }
    write_all(&targets, |target, out| write(&loaded, target, &base, args, out))?;
    for path in targets.iter().filter_map(|target| target.path.as_ref()) {
        reporter.detail(&format!("wrote {}", path.display()));
    }
    reporter.detail(&format!(
        "{} articles, {} entities, {} claims",
        loaded.graph.articles().len(),
        loaded.graph.entities().len(),
        loaded.graph.claim_count()
    ));
    Ok(loaded.done())
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
pub fn usage(said: Diagnostic) -> Usage {
    Usage(said.to_string())
}

fn write(loaded: &Loaded, target: &Target, base: &str, args: &BuildArgs, out: &mut dyn Write) -> io::Result<()> {
    let graph = &loaded.graph;
    match target.format {
        Format::Json => write_documents(graph.documents(), out),
        Format::Rdf(format) => write_rdf(graph, format, target.profile, base, out),
        Format::Picture(format) => {
            let options = PictureOptions { lang: args.lang.into(), base: base.to_owned(), ..PictureOptions::default() };
            let failed = |said: Diagnostic| io::Error::other(said.to_string());
            if format == PictureFormat::Html {
                return Page::new(graph, &options, &loaded.texts).map_err(failed)?.write(out);
            }
            picture(&Picture::new(graph, options).map_err(failed)?, format, out)
        }
    }
}

/// Writes a picture in one of its formats; a page is no single picture.
pub fn picture(picture: &Picture, format: PictureFormat, out: &mut dyn Write) -> io::Result<()> {
    match format {
        PictureFormat::Dot => picture.write_dot(out),
        PictureFormat::Svg => picture.write_svg(out),
        PictureFormat::Png => picture.write_png(out),
        PictureFormat::Html => Err(io::Error::other("a page is no single picture")),
    }
}

/// What the user says of the article on the command line.
struct Facts {
    published: Option<Time>,
    publisher: Option<String>,
    headline: Option<String>,
    url: Option<String>,
}

impl Facts {
    fn of(args: &BuildArgs) -> Result<Self, Usage> {
        let published = args.published.as_deref().map(str::parse).transpose().map_err(|e| Usage(format!("--published: {e}")))?;
        Ok(Self { published, publisher: args.publisher.clone(), headline: args.headline.clone(), url: args.url.clone() })
    }

    const fn any(&self) -> bool {
        self.published.is_some() || self.publisher.is_some() || self.headline.is_some() || self.url.is_some()
    }

    /// Takes precedence over what the document says.
    fn set(&self, document: &mut Document) {
        let article = &mut document.article;
        article.published = self.published.or(article.published);
        for (own, theirs) in
            [(&self.publisher, &mut article.publisher), (&self.headline, &mut article.headline), (&self.url, &mut article.url)]
        {
            if own.is_some() {
                theirs.clone_from(own);
            }
        }
    }
}

/// `build ARTICLE --claims GRAPH.json`.
fn with_claims(args: &BuildArgs, claims: &str, facts: &Facts) -> Result<Loaded> {
    let [input] = args.input.inputs.as_slice() else {
        return Err(Usage("--claims goes with one article".into()).into());
    };
    if input == "-" && claims == "-" {
        return Err(Usage("standard input (-) can be read only once".into()).into());
    }
    let mut loaded = Loaded { inputs: 1, with_text: args.with_text, ..Loaded::default() };
    let told = (|| {
        let article = input::article(Path::new(input), &mut loaded).map_err(|said| vec![said])?;
        let unreadable = |e: &dyn std::fmt::Display| vec![Diagnostic::error(format!("cannot be read: {e}")).at(claims)];
        let bytes = input::bytes(Path::new(claims)).map_err(|e| unreadable(&e))?;
        let json = String::from_utf8(bytes).map_err(|e| unreadable(&e))?;
        loaded.read.extend(std::fs::canonicalize(claims));
        let mut documents = read_documents(&json, claims, ReadOptions { new_relations: args.input.new_relations })?;
        if documents.len() != 1 {
            return Err(vec![Diagnostic::error(format!("{} documents, but --claims goes with one article", documents.len())).at(claims)]);
        }
        let mut document = documents.remove(0);
        facts.set(&mut document);
        document.article.text = None;
        document.article.file = Path::new(input).file_name().map(|name| name.to_string_lossy().into_owned());
        input::add(document, Some(&article), claims, &mut loaded)
    })();
    if let Err(said) = told {
        loaded.diagnostics.extend(said);
    }
    let failed = loaded.diagnostics.iter().any(|d| d.severity == Severity::Error) && loaded.graph.articles().len() == 0;
    loaded.failed = usize::from(failed);
    Ok(loaded)
}

/// The name of the files of a folder: that of the only input, else `graph`.
pub fn stem(inputs: &[String]) -> String {
    let name = match inputs {
        [only] if only != "-" => {
            let path = Path::new(only).canonicalize().unwrap_or_else(|_| only.into());
            input::unpacked(&path).file_stem().map(|stem| stem.to_string_lossy().into_owned())
        }
        _ => None,
    };
    name.unwrap_or_else(|| "graph".into())
}
