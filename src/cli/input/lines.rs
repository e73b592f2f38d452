//! What do the articles of JSON Lines say? One a line, with `text` or `html`, `title`, `date`, `url`, `publisher`, `id`; a bad line keeps none of the
//! others out.

use super::bytes::Opened;
use super::{Loaded, document};
use newsgraph::{Diagnostic, Document, Record, RecordFields, Scratch};
use std::io::{BufRead, BufReader};

/// Reads the articles of all lines and adds what they say to the graph.
pub fn read(opened: Opened, name: &str, adjust: &impl Fn(&mut Document), loaded: &mut Loaded) -> Result<(), Vec<Diagnostic>> {
    let mut scratch = Scratch::default();
    let unreadable = |error: &dyn std::fmt::Display| vec![Diagnostic::error(format!("cannot be read: {error}")).at(name)];
    let done = opened.read(|source| {
        for (number, line) in BufReader::new(source).split(b'\n').enumerate() {
            let place = format!("{name}:{}", number + 1);
            let line = line.map_err(|error| unreadable(&error))?;
            if line.trim_ascii().is_empty() {
                continue;
            }
            if let Err(said) = one(&line, &place, adjust, &mut scratch, loaded) {
                loaded.diagnostics.extend(said);
            }
        }
        Ok::<(), Vec<Diagnostic>>(())
    });
    done.map_err(|error| unreadable(&error))?
}

fn one(
    line: &[u8],
    place: &str,
    adjust: &impl Fn(&mut Document),
    scratch: &mut Scratch,
    loaded: &mut Loaded,
) -> Result<(), Vec<Diagnostic>> {
    let wrong = |error: &dyn std::fmt::Display| vec![Diagnostic::error(error.to_string()).at(place)];
    let line = std::str::from_utf8(line).map_err(|error| wrong(&format!("not UTF-8 at byte {} of the line", error.valid_up_to())))?;
    let record = Record::from_json(line, &RecordFields::default()).map_err(|error| wrong(&error))?;
    loaded.diagnostics.extend(record.article.notes().iter().map(|note| note.clone().at(place)));
    let named = |document: &mut Document| {
        document.article.id.clone_from(&record.id);
        adjust(document);
    };
    document::read(&record.article, place, &named, scratch, loaded)
}
