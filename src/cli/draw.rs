//! `newsgraph draw`: inputs to one graph, the graph to a picture.

use super::args::{DrawArgs, EngineArg, ViewArg};
use super::build::{picture, stem, usage};
use super::input::load;
use super::output::{Format, PictureFormat, Target, check_places, drawn, targets, write_all};
use super::report::Reporter;
use super::{Done, Usage};
use anyhow::{Context, Result};
use newsgraph::{Page, Picture, PictureOptions, check_base};
use std::io::{self, Write};
use std::process::{Command, Stdio};

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
    // A folder gets every format of a picture.
    let every = || Format::PICTURES.map(|format| format.name().to_owned()).to_vec();
    let to = if args.to.is_empty() && !args.output.iter().any(|output| output == "-") { every() } else { args.to.clone() };
    let targets = drawn(targets(&args.output, &to, None, &stem(&args.input.inputs))?)?;
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
    let paged = targets.iter().any(|target| target.format == Format::Picture(PictureFormat::Html));
    let page = paged.then(|| Page::new(&loaded.graph, &options, &loaded.texts)).transpose().map_err(|said| anyhow::anyhow!("{said}"))?;
    let drawing = Picture::new(&loaded.graph, options).map_err(|said| anyhow::anyhow!("{said}"))?;
    let by_graphviz = match args.engine {
        EngineArg::Newsgraph => Vec::new(),
        EngineArg::Dot => targets.iter().map(|target| graphviz(&drawing, target, args.scale)).collect::<Result<_>>()?,
    };
    write_all(&targets, |target, out| {
        let place = targets.iter().position(|other| std::ptr::eq(other, target));
        match (place.and_then(|place| by_graphviz.get(place)), target.format) {
            (Some(Some(bytes)), _) => out.write_all(bytes),
            (_, Format::Picture(PictureFormat::Html)) => page.as_ref().map_or(Ok(()), |page| page.write(out)),
            (_, Format::Picture(format)) => picture(&drawing, format, out),
            _ => Ok(()),
        }
    })?;
    for path in targets.iter().filter_map(|target| target.path.as_ref()) {
        reporter.detail(&format!("wrote {}", path.display()));
    }
    Ok(loaded.done())
}

/// What the system's Graphviz makes of a picture; `None` for DOT itself.
fn graphviz(drawing: &Picture, target: &Target, scale: f32) -> Result<Option<Vec<u8>>> {
    let form = match target.format {
        Format::Picture(PictureFormat::Svg) => "-Tsvg",
        Format::Picture(PictureFormat::Png) => "-Tpng",
        _ => return Ok(None),
    };
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
    Ok(Some(done.stdout))
}
