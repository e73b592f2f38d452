//! How is a Graphviz file written, whatever its labels contain?

use crate::picture::svg::escape;
use std::borrow::Cow;
use std::io::{self, Write};

/// A line of a label: stretches of words, each with its look.
pub type Line = Vec<Run>;

/// Words of one look.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub text: String,
    pub bold: bool,
    /// Size of the letters in points, as Graphviz reads it.
    pub size: f64,
    pub colour: &'static str,
}

/// An attribute whose value cannot be spelled wrong.
#[derive(Debug, Clone, PartialEq)]
pub enum Attr<'a> {
    /// Lines of text of several looks; `true`: they begin at the left.
    Lines(Vec<Line>, bool),
    /// Text beside the pointer.
    Tooltip(Cow<'a, str>),
    /// Where a click leads.
    Url(Cow<'a, str>),
    /// The size of the letters.
    Size(f64),
    /// Any attribute of Graphviz with a value of letters, digits, dots, commas, hyphens, blanks and `#`.
    Plain(&'static str, &'static str),
}

impl Attr<'_> {
    fn write(&self, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Lines(lines, left) => write!(out, "label=<{}>", marked(lines, *left)),
            Self::Tooltip(text) => write!(out, "tooltip={}", quoted(text)),
            Self::Url(text) => write!(out, "URL={}", quoted(text)),
            Self::Size(size) => write!(out, "fontsize=\"{size}\""),
            Self::Plain(name, value) => write!(out, "{name}={}", quoted(value)),
        }
    }
}

/// Writes the statements of one directed graph.
pub struct Dot<W> {
    out: W,
}

impl<W: Write> Dot<W> {
    /// Opens a graph; the attributes are those of the graph, of its nodes, of its edges.
    pub fn open(mut out: W, graph: &[Attr<'_>], nodes: &[Attr<'_>], edges: &[Attr<'_>]) -> io::Result<Self> {
        out.write_all(b"digraph newsgraph {\n")?;
        let mut dot = Self { out };
        for (name, attrs) in [("graph", graph), ("node", nodes), ("edge", edges)] {
            write!(dot.out, "  {name}")?;
            dot.attrs(attrs)?;
        }
        dot.out.write_all(b"\n")?;
        Ok(dot)
    }

    /// A node.
    pub fn node(&mut self, id: &str, attrs: &[Attr<'_>]) -> io::Result<()> {
        write!(self.out, "  {}", quoted(id))?;
        self.attrs(attrs)
    }

    /// An edge.
    pub fn edge(&mut self, from: &str, to: &str, attrs: &[Attr<'_>]) -> io::Result<()> {
        write!(self.out, "  {} -> {}", quoted(from), quoted(to))?;
        self.attrs(attrs)
    }

    /// Nodes that belong together, which stand elsewhere with all their attributes: a cluster by its name, or a rank.
    pub fn group(&mut self, name: &str, attrs: &[Attr<'_>], ids: &[&str]) -> io::Result<()> {
        write!(self.out, "  subgraph {} {{ graph", quoted(name))?;
        self.attrs(attrs)?;
        let ids: Vec<String> = ids.iter().map(|id| quoted(id)).collect();
        writeln!(self.out, "    {}; }}", ids.join("; "))
    }

    /// Closes the graph.
    pub fn close(mut self) -> io::Result<()> {
        self.out.write_all(b"}\n")
    }

    fn attrs(&mut self, attrs: &[Attr<'_>]) -> io::Result<()> {
        self.out.write_all(b" [")?;
        for (place, attr) in attrs.iter().enumerate() {
            if place > 0 {
                self.out.write_all(b", ")?;
            }
            attr.write(&mut self.out)?;
        }
        self.out.write_all(b"];\n")
    }
}

/// A double-quoted string of DOT. Graphviz reads backslashes and character references (`&amp;`) in labels, so both are escaped;
/// control characters, which SVG could not show, become blanks.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '&' => out.push_str("&amp;"),
            '\n' => out.push_str("\\n"),
            c if is_no_character(c) => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A label with marks of its own (an "HTML-like" one); it is XML, and no element of it may be empty.
fn marked(lines: &[Line], left: bool) -> String {
    let end = if left { "<br align=\"left\"/>" } else { "<br/>" };
    let mut out = String::new();
    for (place, line) in lines.iter().enumerate() {
        for Run { text, bold, size, colour } in line.iter().filter(|run| !run.text.trim().is_empty()) {
            let (open, close) = if *bold { ("<b>", "</b>") } else { ("", "") };
            out.push_str(&format!("<font point-size=\"{size}\" color=\"{colour}\">{open}"));
            for c in text.chars() {
                match c {
                    // Graphviz reads backslashes here too, once the XML is read.
                    '\\' => out.push_str("&#92;&#92;"),
                    c if is_no_character(c) => out.push(' '),
                    c => escape(c.encode_utf8(&mut [0; 4]), &mut out),
                }
            }
            out.push_str(&format!("{close}</font>"));
        }
        if left || place + 1 < lines.len() {
            out.push_str(end);
        }
    }
    // No label at all would be an error.
    if out.is_empty() { " ".to_owned() } else { out }
}

fn is_no_character(c: char) -> bool {
    c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_label_is_read_as_markup() {
        assert_eq!(quoted("a\"b\\N&lt;<b>{x|y}\n\u{0}z"), "\"a\\\"b\\\\N&amp;lt;<b>{x|y}\\n z\"");
        let run = |text: &str| Run { text: text.into(), bold: true, size: 13.0, colour: "#000000" };
        let label = marked(&[vec![run("</b>\\n&\u{1}\""), run(" ")]], false);
        assert_eq!(label, "<font point-size=\"13\" color=\"#000000\"><b>&lt;/b&gt;&#92;&#92;n&amp; &quot;</b></font>");
        assert_eq!(marked(&[vec![run("")]], false), " ");
    }
}
