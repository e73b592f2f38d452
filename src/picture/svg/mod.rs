//! How is a drawing written as SVG? Real text, words for those who cannot see it, the claims' ids and passages for programs.

mod boxes;
mod paths;
mod sheet;
mod xml;

pub use sheet::{sheet, sheet_of_variables, variables};

use super::drawing::{Drawing, Drawn, Item, Sample, Text};
use super::layout::{Point, Route};
use super::options::Theme;
use super::scene::{Arrow, End, LinkKind, Told};
use super::style::Look;
use super::text::FAMILIES;
use super::wording::told_in_full;
use super::words::words;
use std::io::{self, Write};
pub use xml::escape;
use xml::{Xml, number};

/// Writes a drawing.
///
/// # Errors
/// Those of `out`.
pub fn write(drawing: &Drawing<'_>, theme: Theme, articles: &[String], out: &mut dyn Write) -> io::Result<()> {
    let mut xml = Xml::new();
    let scene = drawing.scene;
    let (width, height) = (number(drawing.size.x), number(drawing.size.y));
    let view = format!("0 0 {width} {height}");
    xml.open(
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("width", &width),
            ("height", &height),
            ("viewBox", &view),
            ("font-family", FAMILIES),
            ("role", "graphics-document document"),
            ("aria-labelledby", "title desc"),
            ("lang", scene.lang.tag()),
        ],
    );
    xml.text("title", &[("id", "title")], &scene.title);
    let told: Vec<&str> = scene.subtitle.iter().chain(&scene.notes).map(String::as_str).collect();
    xml.text("desc", &[("id", "desc")], &told.join(". "));
    metadata(&mut xml, drawing, articles);
    xml.raw(&format!("<style>{}</style>", sheet(theme)));
    xml.line();
    xml.empty("rect", &[("class", "ground"), ("width", &width), ("height", &height)]);
    content(&mut xml, drawing);
    xml.close("svg");
    out.write_all(xml.finish().as_bytes())
}

/// A drawing within a page, which has the style sheet, and says in its own ways what a title would.
pub fn embedded(drawing: &Drawing<'_>, name: &str) -> String {
    let mut xml = Xml::in_page();
    let (width, height) = (number(drawing.size.x), number(drawing.size.y));
    let view = format!("0 0 {width} {height}");
    xml.open(
        "svg",
        &[
            ("width", &width),
            ("height", &height),
            ("viewBox", &view),
            ("font-family", FAMILIES),
            ("role", "group"),
            ("aria-label", name),
            ("lang", drawing.scene.lang.tag()),
        ],
    );
    content(&mut xml, drawing);
    xml.close("svg");
    xml.finish()
}

/// Everything but the frame: head, arrows, boxes, key.
fn content(xml: &mut Xml, drawing: &Drawing<'_>) {
    let scene = drawing.scene;
    xml.open("g", &[("class", "head")]);
    drawing.head.iter().for_each(|line| text(xml, line));
    xml.close("g");
    if let Some(axis) = &drawing.axis {
        xml.open("g", &[("class", "axis")]);
        xml.empty("path", &[("class", "axis-line"), ("d", &format!("M{} {}V{}", number(axis.x), number(axis.top), number(axis.bottom)))]);
        for (y, mark) in &axis.marks {
            xml.empty("circle", &[("class", "axis-mark"), ("cx", &number(axis.x)), ("cy", &number(*y)), ("r", "4.5")]);
            text(xml, mark);
        }
        xml.close("g");
    }
    xml.open("g", &[("class", "arrows"), ("role", "list")]);
    for (link, route) in scene.links.iter().zip(&drawing.links) {
        let (class, key) = match link.kind {
            LinkKind::Content => ("link content", "link-content"),
            LinkKind::Refutes => ("link refutes", "link-refutes"),
        };
        let [from, to] = [link.from, link.to].map(|arrow| end_id(drawing, End::Arrow(arrow)));
        xml.open("g", &[("class", class), ("data-from", &from), ("data-to", &to)]);
        xml.title(words(key, scene.lang));
        xml.empty("path", &[("class", "wire"), ("d", &paths::route(route, 6.5))]);
        let end = paths::before_end(route, 3.5);
        xml.empty("circle", &[("class", "joint"), ("cx", &number(end.x)), ("cy", &number(end.y)), ("r", "3.2")]);
        xml.close("g");
    }
    for (arrow, drawn) in scene.arrows.iter().zip(&drawing.arrows) {
        self::arrow(xml, drawing, arrow, drawn);
    }
    xml.close("g");
    xml.open("g", &[("class", "boxes"), ("role", "list")]);
    for (node, boxed) in scene.nodes.iter().zip(&drawing.boxes) {
        boxes::write(xml, node, boxed);
    }
    xml.close("g");
    if !drawing.legend.is_empty() {
        let top = number(drawing.legend_top);
        xml.open("g", &[("class", "legend"), ("role", "group"), ("aria-label", words("legend", scene.lang))]);
        xml.empty("path", &[("class", "legend-rule"), ("d", &format!("M26 {top}H{}", number(drawing.size.x - 26.0)))]);
        drawing.legend.iter().for_each(|item| legend(xml, item));
        xml.close("g");
    }
    xml.open("g", &[("class", "notes")]);
    drawing.notes.iter().for_each(|line| text(xml, line));
    xml.close("g");
}

fn metadata(xml: &mut Xml, drawing: &Drawing<'_>, articles: &[String]) {
    xml.open("metadata", &[]);
    xml.open("rdf:RDF", &[("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"), ("xmlns:dcterms", "http://purl.org/dc/terms/")]);
    xml.open("rdf:Description", &[("rdf:about", "")]);
    xml.text("dcterms:title", &[], &drawing.scene.title);
    xml.text("dcterms:language", &[], drawing.scene.lang.tag());
    xml.text("dcterms:description", &[], concat!("newsgraph ", env!("CARGO_PKG_VERSION")));
    for article in articles {
        xml.empty("dcterms:source", &[("rdf:resource", article)]);
    }
    xml.close("rdf:Description");
    xml.close("rdf:RDF");
    xml.close("metadata");
}

/// One arrow: its line, its head, its words, and behind it the claims.
fn arrow(xml: &mut Xml, drawing: &Drawing<'_>, arrow: &Arrow, drawn: &Drawn) {
    let id = arrow.id.replace('/', "-");
    let class = format!("arrow {}", look_class(arrow.look));
    let claims: Vec<String> = arrow.told.iter().map(|told| told.claim.to_string()).collect();
    let label: Vec<&str> = arrow.told.iter().map(|told| told.sentence.as_str()).collect();
    let label = label.join(". ");
    let [from, to] = [arrow.from, arrow.to].map(|end| end_id(drawing, end));
    let mut attributes = vec![("class", class.as_str()), ("id", id.as_str()), ("data-from", from.as_str()), ("data-to", to.as_str())];
    let claims = claims.join(" ");
    let data = arrow.told.first().map(data).unwrap_or_default();
    if !arrow.told.is_empty() {
        attributes.extend([("role", "listitem"), ("aria-label", label.as_str()), ("data-claim", claims.as_str())]);
        attributes.retain(|(name, _)| !xml.in_page || *name != "aria-label");
        attributes.extend(data.iter().filter(|_| !xml.in_page).map(|(key, value)| (*key, value.as_str())));
    }
    xml.open("g", &attributes);
    if !arrow.told.is_empty() {
        xml.title(&told_in_full(&arrow.told, drawing.scene.lang));
    }
    if let Some(told) = arrow.told.first() {
        xml.open("a", &[("href", &told.href)]);
    }
    if let Some(label) = drawn.label {
        // Something to point at where there is no ink.
        let (x, y, w, h) = (number(label.x), number(label.y), number(label.w), number(label.h));
        let class = if drawn.framed { "hit frame" } else { "hit" };
        xml.empty("rect", &[("class", class), ("x", &x), ("y", &y), ("width", &w), ("height", &h), ("rx", "5")]);
    }
    line(xml, &drawn.route, arrow.look);
    if let (Some(at), Some((_, anonymous))) = (drawn.speaker, &arrow.speaker) {
        boxes::speaker(xml, at, *anonymous);
    }
    drawn.texts.iter().for_each(|line| text(xml, line));
    if !arrow.told.is_empty() {
        xml.close("a");
    }
    xml.close("g");
}

/// The id of what an arrow comes from or leads to.
fn end_id(drawing: &Drawing<'_>, end: End) -> String {
    let id = match end {
        End::Node(node) => &drawing.scene.nodes[node].id,
        End::Arrow(arrow) => &drawing.scene.arrows[arrow].id,
    };
    id.replace('/', "-")
}

/// What a program may want to know of an arrow's claim.
fn data(told: &Told) -> Vec<(&'static str, String)> {
    let look = told.look;
    let via = told.via.join(" ");
    [
        ("data-speaker", told.speaker.clone()),
        ("data-via", via),
        ("data-relation", told.relation.clone()),
        ("data-polarity", if look.denied { "negated" } else { "affirmed" }.to_owned()),
        ("data-modality", look.modality.term().local.to_owned()),
        ("data-hedged", look.hedged.to_string()),
        ("data-evidence", told.evidence.clone()),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .collect()
}

/// The classes of a line.
fn look_class(look: Look) -> String {
    format!("{} {}", look.colour(), look.modality.term().local)
}

/// A line with its head.
fn line(xml: &mut Xml, route: &Route, look: Look) {
    xml.empty("path", &[("class", "wire"), ("d", &paths::route(route, 6.0))]);
    let head = paths::head(route, look.denied);
    let actual = look.modality == crate::vocab::Modality::Actual;
    let class = if look.denied || actual { "point" } else { "point open" };
    xml.empty("path", &[("class", class), ("d", &head)]);
}

/// One line of words.
fn text(xml: &mut Xml, line: &Text) {
    let (x, y, size) = (number(line.x), number(line.y), number(line.style.size));
    let mut attributes = vec![("x", x.as_str()), ("y", y.as_str()), ("font-size", size.as_str())];
    if line.middle {
        attributes.push(("text-anchor", "middle"));
    }
    let class = |colour: &str, bold: bool| format!("t-{colour}{}", if bold { " bold" } else { "" });
    if let [(words, colour, bold)] = line.runs.as_slice() {
        let class = class(colour, *bold);
        attributes.push(("class", &class));
        return xml.text("text", &attributes, words);
    }
    attributes.push(("xml:space", "preserve"));
    xml.open_inline("text", &attributes);
    for (words, colour, bold) in &line.runs {
        xml.run("tspan", &[("class", &class(colour, *bold))], words);
    }
    xml.close_inline("text");
}

fn legend(xml: &mut Xml, item: &Item) {
    let Point { x, y } = item.at;
    match item.sample {
        Sample::Class(kind) => boxes::sample(xml, kind, item.at),
        Sample::Line(look) => {
            xml.open("g", &[("class", &format!("arrow {}", look_class(look)))]);
            let mut route = Route { start: Point { x, y: y + 9.0 }, curves: Vec::new() };
            route.go(Point { x: x + 40.0, y: y + 9.0 });
            line(xml, &route, look);
            xml.close("g");
        }
        Sample::Link(kind) => {
            let class = if kind == LinkKind::Content { "link content" } else { "link refutes" };
            xml.open("g", &[("class", class)]);
            xml.empty("path", &[("class", "wire"), ("d", &format!("M{} {}h34", number(x), number(y + 9.0)))]);
            xml.empty("circle", &[("class", "joint"), ("cx", &number(x + 37.0)), ("cy", &number(y + 9.0)), ("r", "3.2")]);
            xml.close("g");
        }
    }
    text(xml, &item.text);
}
