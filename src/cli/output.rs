//! Where does the graph go? Every file whole or not at all, no input written over, no two outputs in one place.

use super::Usage;
use anyhow::{Context, Result};
use newsgraph::{Diagnostic, Profile, RdfFormat};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A format of an output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Json,
    Rdf(RdfFormat),
    Picture(PictureFormat),
}

/// A format of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFormat {
    Dot,
    Svg,
    Png,
    Html,
}

/// The formats of a folder where none is asked for.
const DEFAULT_SET: [Format; 7] = [
    Format::Json,
    Format::Rdf(RdfFormat::Turtle),
    Format::Rdf(RdfFormat::TriG),
    Format::Rdf(RdfFormat::NQuads),
    Format::Picture(PictureFormat::Dot),
    Format::Picture(PictureFormat::Svg),
    Format::Picture(PictureFormat::Html),
];

impl Format {
    /// Those of pictures.
    pub const PICTURES: [Self; 4] = [
        Self::Picture(PictureFormat::Dot),
        Self::Picture(PictureFormat::Svg),
        Self::Picture(PictureFormat::Png),
        Self::Picture(PictureFormat::Html),
    ];

    fn all() -> impl Iterator<Item = Self> {
        [Self::Json].into_iter().chain(RdfFormat::ALL.map(Self::Rdf)).chain(Self::PICTURES)
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Rdf(format) => format.extension(),
            Self::Picture(PictureFormat::Dot) => "dot",
            Self::Picture(PictureFormat::Svg) => "svg",
            Self::Picture(PictureFormat::Png) => "png",
            Self::Picture(PictureFormat::Html) => "html",
        }
    }

    fn named(name: &str) -> Result<Self, Usage> {
        let lower = name.to_ascii_lowercase();
        let lower = match lower.as_str() {
            "gv" => "dot",
            "htm" => "html",
            lower => lower,
        };
        Self::all().find(|format| format.name() == lower).ok_or_else(|| {
            let names: Vec<&str> = Self::all().map(Self::name).collect();
            Usage(Diagnostic::error(format!("unknown format {name:?}")).nearest(name, names).to_string())
        })
    }
}

/// One thing to write: a format, how its claims stand, and where; `None` is standard output.
#[derive(Debug, Clone)]
pub struct Target {
    pub format: Format,
    pub profile: Profile,
    pub path: Option<PathBuf>,
}

/// Works out what is to be written where. `stem` names the files of a folder.
pub fn targets(outputs: &[String], to: &[String], profile: Option<Profile>, stem: &str) -> Result<Vec<Target>> {
    let formats: Vec<Format> = to.iter().map(|name| Format::named(name.trim())).collect::<Result<_, _>>()?;
    let mut wanted: Vec<(Format, Option<PathBuf>)> = Vec::new();
    if outputs.is_empty() {
        wanted.push((single(&formats, Some(Format::Rdf(RdfFormat::Turtle)))?, None));
    }
    for output in outputs {
        let path = Path::new(output);
        if output == "-" {
            wanted.push((single(&formats, None)?, None));
        } else if is_folder(output, path) {
            let set = if formats.is_empty() { &DEFAULT_SET[..] } else { &formats };
            let carries = |format: &Format| match (format, profile) {
                (Format::Rdf(format), Some(profile)) => !formats.is_empty() || format.carries(profile),
                _ => true,
            };
            wanted.extend(set.iter().filter(|f| carries(f)).map(|f| (*f, Some(path.join(format!("{stem}.{}", f.name()))))));
        } else {
            let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
            let format = match formats.as_slice() {
                [only] if Format::named(extension).is_err() => *only,
                _ if extension.is_empty() => {
                    return Err(Usage(format!("{output} does not say its format: add --to ttl, for example")).into());
                }
                _ => Format::named(extension)?,
            };
            wanted.push((format, Some(path.to_owned())));
        }
    }
    let mut targets = Vec::with_capacity(wanted.len());
    for (format, path) in wanted {
        let profile = match (format, profile) {
            (Format::Rdf(rdf), Some(profile)) => {
                rdf.check(profile).map_err(|said| Usage(said.to_string()))?;
                profile
            }
            (Format::Rdf(rdf), None) => rdf.default_profile(),
            _ => Profile::Reified,
        };
        targets.push(Target { format, profile, path });
    }
    Ok(targets)
}

/// Refuses what is no picture.
pub fn check_pictures(targets: &[Target]) -> Result<(), Usage> {
    if let Some(other) = targets.iter().find(|target| !matches!(target.format, Format::Picture(_))) {
        let pictures = Format::PICTURES.map(Format::name).join(", ");
        return Err(Usage(format!("{} is no picture: draw writes {pictures}; build writes the rest", other.format.name())));
    }
    Ok(())
}

/// The one format of an output whose name does not say it.
fn single(formats: &[Format], default: Option<Format>) -> Result<Format, Usage> {
    match (formats, default) {
        ([only], _) => Ok(*only),
        ([], Some(default)) => Ok(default),
        ([], None) => Err(Usage("standard output needs a format: --to ttl, for example".into())),
        _ => Err(Usage("standard output takes one format; give a folder for several: -o out/".into())),
    }
}

fn is_folder(output: &str, path: &Path) -> bool {
    output.ends_with(['/', std::path::MAIN_SEPARATOR]) || path.is_dir() || (path.extension().is_none() && !path.exists())
}

/// Refuses two outputs in one place and an output over a file that was read.
pub fn check_places(targets: &[Target], read: &BTreeSet<PathBuf>) -> Result<(), Usage> {
    let mut taken = BTreeSet::new();
    for path in targets.iter().filter_map(|target| target.path.as_ref()) {
        let real = real_path(path);
        if read.contains(&real) {
            return Err(Usage(format!("{} is an input and would be written over: name another output", path.display())));
        }
        if !taken.insert(real) {
            return Err(Usage(format!("two outputs would be written to {}", path.display())));
        }
    }
    if targets.iter().filter(|target| target.path.is_none()).count() > 1 {
        return Err(Usage("two outputs would be written to standard output".into()));
    }
    Ok(())
}

/// The folder that a file lies in.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

/// A path with links and `..` resolved, also where the file is not there yet.
fn real_path(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| {
        let folder = folder_of(path);
        let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        folder.join(path.file_name().unwrap_or_default())
    })
}

/// Writes all targets; files appear, under their names, only after all of them were written.
pub fn write_all(targets: &[Target], write: impl Fn(&Target, &mut dyn Write) -> io::Result<()>) -> Result<()> {
    let mut ready: Vec<(NamedTempFile, PathBuf)> = Vec::new();
    let mut direct: Vec<(&Target, &Path)> = Vec::new();
    for target in targets {
        let Some(path) = &target.path else { continue };
        let say = || format!("cannot write {}", path.display());
        fs::create_dir_all(folder_of(path)).with_context(say)?;
        if path.is_dir() {
            anyhow::bail!("cannot write {}: it is a folder", path.display());
        }
        if path.exists() && !path.is_file() {
            // A device or a pipe cannot be written beside and renamed.
            direct.push((target, path));
            continue;
        }
        // A link stays a link: what it points to is replaced.
        let real = real_path(path);
        let mut file = builder().tempfile_in(folder_of(&real)).with_context(say)?;
        let mut out = BufWriter::with_capacity(1 << 16, file.as_file_mut());
        write(target, &mut out).with_context(say)?;
        out.flush().with_context(say)?;
        drop(out);
        ready.push((file, real));
    }
    for target in targets.iter().filter(|target| target.path.is_none()) {
        let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
        write(target, &mut out).and_then(|()| out.flush()).context("cannot write to standard output")?;
    }
    for (target, path) in direct {
        let say = || format!("cannot write {}", path.display());
        let mut out = BufWriter::with_capacity(1 << 16, fs::OpenOptions::new().write(true).open(path).with_context(say)?);
        write(target, &mut out).and_then(|()| out.flush()).with_context(say)?;
    }
    for (file, path) in ready {
        file.persist(&path).map_err(|error| error.error).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// Temporary files with the permissions of ordinary ones (the process's umask applies).
fn builder() -> tempfile::Builder<'static, 'static> {
    #[cfg_attr(not(unix), expect(unused_mut))]
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}
