//! What does a picture consist of, before anything has a place? Boxes, arrows, what joins arrows, and what is said around them.

use super::options::View;
use super::style::Look;
use crate::id::{ArticleId, ClaimId};
use crate::span::Span;
use crate::vocab::{EntityType, Lang};

/// A picture without places: what DOT, SVG, PNG and HTML all draw.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// The language of its words.
    pub lang: Lang,
    /// What it shows.
    pub view: View,
    /// The headline, or what else names it.
    pub title: String,
    /// Publisher, date, medium that it rests on; the view.
    pub subtitle: Vec<String>,
    /// The boxes, the most important first.
    pub nodes: Vec<Node>,
    /// The arrows in the order of the text.
    pub arrows: Vec<Arrow>,
    /// What joins arrows.
    pub links: Vec<Link>,
    /// What was left out, in words.
    pub notes: Vec<String>,
}

/// A box.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The same on every run: `entity/slug`, `value/claim`, `card/claim`.
    pub id: String,
    pub kind: NodeKind,
    /// Its whole name.
    pub label: String,
    /// What is said beneath in small letters: an office, a number.
    pub under: Vec<String>,
    /// What is said beside the pointer.
    pub title: String,
    /// Where a click leads.
    pub href: Option<String>,
    /// How much the picture is about it, from 0 to 1.
    pub weight: f64,
}

/// What a box stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum NodeKind {
    /// An entity of a class.
    Entity(Option<EntityType>),
    /// The article itself, as a speaker.
    Article,
    /// A value in words.
    Value,
    /// A claim told as a sentence.
    Card(Box<Card>),
}

/// A claim as a sentence in a box.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    pub look: Look,
    /// Subject, relation, object.
    pub parts: [String; 3],
    /// What is special about it, who says it.
    pub under: Vec<String>,
    pub told: Told,
    /// When; empty where nobody says.
    pub time: String,
}

/// An end of an arrow: a box or another arrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum End {
    Node(usize),
    Arrow(usize),
}

/// An arrow: one claim, or several that only their relations tell apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrow {
    /// `claim/…`, the first of several; or that of what it joins.
    pub id: String,
    pub from: End,
    pub to: End,
    /// What stands on it; empty for a line that only joins.
    pub label: String,
    /// What is special about it, in words.
    pub marks: Vec<String>,
    /// Who says it, through whom; `true` for a speaker without a name.
    pub speaker: Option<(String, bool)>,
    pub look: Look,
    /// The claims behind it.
    pub told: Vec<Told>,
}

/// A claim in words, for whoever asks what is behind an arrow.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub claim: ClaimId,
    pub article: ArticleId,
    pub span: Span,
    /// Who says what.
    pub sentence: String,
    /// The exact words.
    pub quote: String,
    /// The words in the article, as a link.
    pub href: String,
    /// The IRI of the passage.
    pub evidence: String,
    /// The speaker's slug; empty for the article's own voice.
    pub speaker: String,
    /// Slugs of the media on the way.
    pub via: Vec<String>,
    /// Name of the relation.
    pub relation: String,
    pub look: Look,
}

/// From an arrow to another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    pub from: usize,
    pub to: usize,
    pub kind: LinkKind,
}

/// What one claim is to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkKind {
    /// The other is what is demanded, promised, said.
    Content,
    /// The other is what is denied.
    Refutes,
}
