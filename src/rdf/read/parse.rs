//! Which quads stand in RDF of whatever vocabulary, and where is its syntax wrong?

use crate::diagnostic::Diagnostic;
use crate::rdf::format::RdfFormat;
use oxrdf::Quad;
use oxrdfio::{RdfParseError, RdfParser};
use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Read};
use std::rc::Rc;

/// Reads the quads of RDF in one of the formats, whatever its vocabulary.
///
/// # Errors
/// Where the syntax is wrong, with `name:line:column`.
pub fn read_quads(bytes: &[u8], format: RdfFormat, name: &str) -> Result<Vec<Quad>, Diagnostic> {
    match format {
        // Only a reader takes the JSON-LD of a slice without a loader for remote contexts; that of RDF/XML tells lines.
        RdfFormat::RdfXml | RdfFormat::JsonLd => quads_of(bytes, format, name).collect(),
        _ => {
            let quads: Result<Vec<Quad>, _> = RdfParser::from_format(format.oxrdfio()).for_slice(bytes).collect();
            quads.map_err(|error| said(&error.into(), format, name, 0))
        }
    }
}

/// The quads of RDF that is read bit by bit. An error is the last item.
pub fn quads_of<'r>(source: impl Read + 'r, format: RdfFormat, name: &str) -> impl Iterator<Item = Result<Quad, Diagnostic>> + 'r {
    let line = Rc::new(Cell::new(0));
    let parser = RdfParser::from_format(format.oxrdfio());
    let quads: Box<dyn Iterator<Item = Result<Quad, RdfParseError>> + 'r> = if format == RdfFormat::RdfXml {
        // This parser tells no place; given line after line, it is near the line that it got last.
        Box::new(parser.for_reader(Lines { source: BufReader::new(source), line: Rc::clone(&line), within: false }))
    } else {
        Box::new(parser.for_reader(source))
    };
    let (name, mut failed) = (name.to_owned(), false);
    quads.map_while(move |quad| {
        let quad = (!failed).then(|| quad.map_err(|error| said(&error, format, &name, line.get())));
        failed |= matches!(quad, Some(Err(_)));
        quad
    })
}

fn said(error: &RdfParseError, format: RdfFormat, name: &str, line: u64) -> Diagnostic {
    let (message, place) = match error {
        RdfParseError::Syntax(syntax) => {
            let place = syntax.location().map(|l| (l.start.line + 1, l.start.column + 1));
            (format!("this is not {}: {syntax}", format.title()), place.or((line > 0).then_some((line, 1))))
        }
        RdfParseError::Io(io) => (format!("cannot be read: {io}"), None),
    };
    Diagnostic::error(message).at(place.map_or_else(|| name.to_owned(), |(line, column)| format!("{name}:{line}:{column}")))
}

/// Gives its bytes one line a call, and counts the lines that it began to give.
struct Lines<R> {
    source: R,
    line: Rc<Cell<u64>>,
    within: bool,
}

impl<R: BufRead> Read for Lines<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let ready = self.source.fill_buf()?;
        let line = ready.iter().position(|b| *b == b'\n').map_or(ready.len(), |end| end + 1);
        let length = line.min(out.len());
        out[..length].copy_from_slice(&ready[..length]);
        if let Some(last) = out[..length].last() {
            self.line.set(self.line.get() + u64::from(!self.within));
            self.within = *last != b'\n';
        }
        self.source.consume(length);
        Ok(length)
    }
}
