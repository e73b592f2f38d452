//! `newsgraph draw`: inputs to one graph, the graph to a picture.

use super::args::{DrawArgs, EngineArg, ViewArg};
use super::build::{picture, stem, usage};
use super::input::load;
use super::output::{Format, PictureFormat, check_pictures, check_places, targets, write_all};
use super::report::Reporter;
use super::{Done, Usage};
use anyhow::{Context, Result};
use newsgraph::{Page, Picture, PictureOptions, check_base};
use std::io::{self, Write};
use std::process::{Command, Stdio};

/// A page, which is no single picture.
const PAGE: Format = Format::Picture(PictureFormat::Html);

pub fn run(args: &DrawArgs, reporter: &Reporter) -> Result<Done> {
    if let Some(base) = &args.base {
        check_base(base).map_err(usage)?;
    }
    if args.view == Some(ViewArg::Focus) && args.focus.is_none() {
        return Err(Usage("--view focus needs an entity: --focus NAME".into()).into());
    }
    if args.focus.is_some() && args.view.is_some_and(|view| view != ViewArg::Focus) {
        return Err(Usage("--focus goes with --view focus, or with no --view".into()).into());
    }
    if !(args.scale > 0.0 && args.scale <= 10.0) {
        return Err(Usage(format!("--scale {} is no factor: a number above 0, at most 10", args.scale)).into());
    }
    let by_dot = args.engine == EngineArg::Dot;
    // A folder gets every format of a picture.
    let every = || Format::PICTURES.iter().filter(|format| !by_dot || **format != PAGE).map(|format| format.name().to_owned()).collect();
    let to = if args.to.is_empty() && !args.output.iter().any(|output| output == "-") { every() } else { args.to.clone() };
    let targets = targets(&args.output, &to, None, &stem(&args.input.inputs))?;
    check_pictures(&targets)?;
    let paged = targets.iter().any(|target| target.format == PAGE);
    if by_dot && paged {
        return Err(Usage("--engine dot lays out single pictures (svg, png), no pages: leave it out for html".into()).into());
    }
    let loaded = load(&args.input, reporter, |_| ())?;
    loaded.diagnostics.iter().for_each(|said| reporter.say(said));
    if loaded.failed == loaded.inputs {
        return Ok(Done::NotAll);
    }
    check_places(&targets, &loaded.read)?;
    let options = PictureOptions {
        lang: args.lang.into(),
        view: args.view.map(Into::into),
        focus: args.focus.clone(),
        hops: args.hops,
        limit: args.limit.map(|limit| limit as usize),
        theme: args.theme.into(),
        scale: args.scale,
        base: loaded.base(args.base.as_deref())?,
    };
    let page = paged.then(|| Page::new(&loaded.graph, &options, &loaded.texts)).transpose().map_err(|said| anyhow::anyhow!("{said}"))?;
    let drawing = Picture::new(&loaded.graph, options).map_err(|said| anyhow::anyhow!("{said}"))?;
    let mut by_graphviz: Vec<(Format, Vec<u8>)> = Vec::new();
    for (format, form) in
        [(PictureFormat::Svg, "-Tsvg"), (PictureFormat::Png, "-Tpng")].map(|(format, form)| (Format::Picture(format), form))
    {
        if by_dot && targets.iter().any(|target| target.format == format) {
            by_graphviz.push((format, graphviz(&drawing, form, args.scale)?));
        }
    }
    write_all(&targets, |target, out| match (by_graphviz.iter().find(|(format, _)| *format == target.format), target.format) {
        (Some((_, bytes)), _) => out.write_all(bytes),
        (None, PAGE) => page.as_ref().map_or(Ok(()), |page| page.write(out)),
        (None, Format::Picture(format)) => picture(&drawing, format, out),
        _ => Ok(()),
    })?;
    for path in targets.iter().filter_map(|target| target.path.as_ref()) {
        reporter.detail(&format!("wrote {}", path.display()));
    }
    Ok(loaded.done())
}

/// What the system's Graphviz makes of a picture.
fn graphviz(drawing: &Picture, form: &str, scale: f32) -> Result<Vec<u8>> {
    let mut text = Vec::new();
    drawing.write_dot(&mut text)?;
    let mut command = Command::new("dot");
    command.arg(form).arg(format!("-Gdpi={}", 72.0 * scale)).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            anyhow::bail!("--engine dot needs Graphviz, and there is no program dot: install graphviz, or leave --engine out")
        }
        Err(error) => return Err(error).context("cannot start dot"),
    };
    let stdin = child.stdin.take();
    let feeding = std::thread::spawn(move || stdin.map_or(Ok(()), |mut stdin| stdin.write_all(&text)));
    let done = child.wait_with_output().context("dot")?;
    // That dot stopped reading is told by its exit code.
    let _ = feeding.join();
    anyhow::ensure!(done.status.success(), "dot failed: {}", String::from_utf8_lossy(&done.stderr).trim());
    Ok(done.stdout)
}
