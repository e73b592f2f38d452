//! How is a box drawn, with its shape, its sign and its words?

use super::xml::{Xml, number};
use super::{look_class, paths, text};
use crate::picture::drawing::{Boxed, Rect};
use crate::picture::layout::Point;
use crate::picture::scene::{Node, NodeKind};
use crate::picture::style;
use crate::vocab::EntityType;

/// One box.
pub fn write(xml: &mut Xml, node: &Node, boxed: &Boxed) {
    let id = node.id.replace('/', "-");
    let (class, kind) = match &node.kind {
        NodeKind::Entity(kind) => (format!("box {}", class_name(*kind)), *kind),
        NodeKind::Article => ("box c-article".to_owned(), None),
        NodeKind::Value => ("box c-value".to_owned(), None),
        NodeKind::Card(card) => (format!("box card {}", look_class(card.look)), None),
    };
    let told = if let NodeKind::Card(card) = &node.kind { Some(&card.told) } else { None };
    let claim = told.map(|told| told.claim.to_string()).unwrap_or_default();
    let data = told.map(super::data).unwrap_or_default();
    let label = told.map_or_else(|| node.title.replace('\n', ". "), |told| told.sentence.clone());
    let mut attributes = vec![("class", class.as_str()), ("id", id.as_str()), ("role", "listitem"), ("aria-label", label.as_str())];
    if told.is_some() {
        attributes.push(("data-claim", &claim));
        attributes.retain(|(name, _)| !xml.in_page || *name != "aria-label");
        attributes.extend(data.iter().filter(|_| !xml.in_page).map(|(key, value)| (*key, value.as_str())));
    } else if let (NodeKind::Entity(_), Some(slug)) = (&node.kind, node.id.split_once("entity/").map(|(_, slug)| slug)) {
        attributes.push(("data-entity", slug.rsplit('/').next().unwrap_or(slug)));
    }
    xml.open("g", &attributes);
    xml.title(&node.title);
    if let Some(href) = &node.href {
        xml.open("a", &[("href", href)]);
    }
    let shape = match &node.kind {
        NodeKind::Entity(kind) => style::class(*kind).shape,
        NodeKind::Article => "note",
        _ => "plain",
    };
    outline(xml, shape, boxed.rect);
    if let NodeKind::Card(_) = node.kind {
        let Rect { x, y, h, .. } = boxed.rect;
        xml.empty("path", &[("class", "wire"), ("d", &format!("M{} {}v{}", number(x + 5.0), number(y + 7.0), number(h - 14.0)))]);
    }
    if let Some(at) = boxed.sign {
        let path = if matches!(node.kind, NodeKind::Article) { style::sign("article") } else { style::class(kind).sign };
        sign(xml, path, at, 1.0);
    }
    boxed.texts.iter().for_each(|line| text(xml, line));
    if node.href.is_some() {
        xml.close("a");
    }
    xml.close("g");
}

/// The class of a box in the style sheet.
pub fn class_name(kind: Option<EntityType>) -> String {
    format!("c-{}", kind.map_or("concept", EntityType::slug))
}

fn outline(xml: &mut Xml, shape: &str, rect: Rect) {
    let (outline, inner) = paths::shape(shape, rect);
    xml.empty("path", &[("class", "outline"), ("d", &outline)]);
    if !inner.is_empty() {
        xml.empty("path", &[("class", "inner"), ("d", &inner)]);
    }
}

fn sign(xml: &mut Xml, path: &str, at: Point, scale: f64) {
    let scaled = if (scale - 1.0).abs() < 0.01 { String::new() } else { format!(" scale({scale:.2})") };
    let transform = format!("translate({} {}){scaled}", number(at.x), number(at.y));
    xml.empty("path", &[("class", "sign"), ("transform", &transform), ("d", path)]);
}

/// A class in the key.
pub fn sample(xml: &mut Xml, kind: EntityType, at: Point) {
    xml.open("g", &[("class", &format!("box {}", class_name(Some(kind))))]);
    outline(xml, style::class(Some(kind)).shape, Rect { x: at.x, y: at.y, w: 26.0, h: 18.0 });
    sign(xml, style::class(Some(kind)).sign, Point { x: at.x + 6.5, y: at.y + 2.5 }, 0.81);
    xml.close("g");
}

/// The bubble before a speaker's name, with a question mark for one without a name.
pub fn speaker(xml: &mut Xml, at: Point, anonymous: bool) {
    sign(xml, style::sign(if anonymous { "anonymous speaker" } else { "speaker" }), at, 0.81);
}
