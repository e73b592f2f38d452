//! How is XML written so that nothing of an article is read as markup?

/// Writes elements; the nesting is the caller's.
pub struct Xml {
    out: String,
    /// Whether it is part of a page, whose script knows the claims and says them.
    pub in_page: bool,
}

impl Xml {
    pub fn new() -> Self {
        Self { out: String::with_capacity(1 << 14), in_page: false }
    }

    pub fn in_page() -> Self {
        Self { in_page: true, ..Self::new() }
    }

    /// An element with others in it.
    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.out.push_str(">\n");
    }

    pub fn close(&mut self, name: &str) {
        self.out.push_str(&format!("</{name}>\n"));
    }

    /// An element with words in it.
    pub fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.run(name, attributes, text);
        self.out.push('\n');
    }

    /// What is shown beside the pointer.
    pub fn title(&mut self, text: &str) {
        if !self.in_page {
            self.text("title", &[], text);
        }
    }

    /// An element with stretches of words in it.
    pub fn open_inline(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.out.push('>');
    }

    pub fn close_inline(&mut self, name: &str) {
        self.out.push_str(&format!("</{name}>\n"));
    }

    /// A stretch of words.
    pub fn run(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.start(name, attributes);
        self.out.push('>');
        escape(text, &mut self.out);
        self.out.push_str(&format!("</{name}>"));
    }

    /// An element of nothing but attributes.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.out.push_str("/>\n");
    }

    /// Markup of our own.
    pub fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    pub fn line(&mut self) {
        self.out.push('\n');
    }

    pub fn finish(self) -> String {
        self.out
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            self.out.push_str(&format!(" {key}=\""));
            escape(value, &mut self.out);
            self.out.push('"');
        }
    }
}

/// Writes text that stands in XML as itself; what XML cannot hold is left out.
pub fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
}

/// A number with at most one place after the point.
pub fn number(value: f64) -> String {
    let tenths = (value * 10.0).round();
    // A whole number of tenths prints without noise; minus nothing is nothing.
    let text = format!("{:.1}", tenths / 10.0 + 0.0);
    match text.strip_suffix(".0").unwrap_or(&text) {
        "-0" => "0".into(),
        text => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_read_as_markup() {
        let mut out = String::new();
        escape("</a>&\"'\u{0}\u{ffff}\n]]>", &mut out);
        assert_eq!(out, "&lt;/a&gt;&amp;&quot;'&#10;]]&gt;");
        assert_eq!([-0.01, 1.0, 2.25, -3.15].map(number), ["0", "1", "2.3", "-3.2"]);
    }
}
