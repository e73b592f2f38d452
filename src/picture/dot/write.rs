//! How is a Graphviz file written, whatever its labels contain?

use std::borrow::Cow;
use std::io::{self, Write};

/// An attribute whose value cannot be spelled wrong.
#[derive(Debug, Clone, PartialEq)]
pub enum Attr<'a> {
    /// Text on a node, an edge or the graph; lines are kept.
    Label(Cow<'a, str>),
    /// Text beside the pointer.
    Tooltip(Cow<'a, str>),
    /// Where a click leads.
    Url(Cow<'a, str>),
    /// Any attribute of Graphviz with a value of letters, digits, dots, commas, hyphens, blanks and `#`.
    Plain(&'static str, &'static str),
}

impl Attr<'_> {
    fn write(&self, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Label(text) => write!(out, "label={}", quoted(text)),
            Self::Tooltip(text) => write!(out, "tooltip={}", quoted(text)),
            Self::Url(text) => write!(out, "URL={}", quoted(text)),
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
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn nothing_in_a_label_is_read_as_markup() {
        assert_eq!(quoted("a\"b\\N&lt;<b>{x|y}\n\u{0}z"), "\"a\\\"b\\\\N&amp;lt;<b>{x|y}\\n z\"");
    }
}
