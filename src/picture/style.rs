//! What does a class, a denial, a demand look like? Shape and colour together, so that neither has to be seen.

use super::dot::Attr;
use crate::graph::ClaimView;
use crate::vocab::{EntityType, Modality, Polarity};

/// Shape and fill of a class. The fills (after Okabe and Ito, lightened) are told apart by colour-blind readers.
pub fn class(kind: EntityType) -> [Attr<'static>; 3] {
    let (shape, style, fill) = match kind {
        EntityType::Country => ("box", "filled,bold", "#cfe3f3"),
        EntityType::Place => ("house", "filled", "#e3eef7"),
        EntityType::Organization => ("box", "filled,rounded", "#fbe8c4"),
        EntityType::Mission => ("component", "filled", "#d3ece2"),
        EntityType::Medium => ("tab", "filled", "#ece4f4"),
        EntityType::Person => ("ellipse", "filled", "#fdf3b4"),
        EntityType::AnonymousSource => ("ellipse", "filled,dashed", "#eeeeee"),
        EntityType::Group => ("octagon", "filled", "#f3dce6"),
        EntityType::Event => ("hexagon", "filled", "#f9dcc8"),
        EntityType::Agreement => ("note", "filled", "#eaf2d7"),
        EntityType::Product => ("box3d", "filled", "#e8e4da"),
        EntityType::Concept => ("plain", "filled", "#f4f4f4"),
    };
    [Attr::Plain("shape", shape), Attr::Plain("style", style), Attr::Plain("fillcolor", fill)]
}

/// A value in words.
pub const VALUE: &[Attr<'static>] = &[Attr::Plain("shape", "plaintext"), Attr::Plain("fontcolor", "#333333")];

/// The point in the middle of a claim that other claims lead to.
pub const JOINT: [Attr<'static>; 3] = [Attr::Plain("shape", "box"), Attr::Plain("style", "rounded"), Attr::Plain("margin", "0.06,0.03")];

/// From a claim to what it demands or promises.
pub const CONTENT: &[Attr<'static>] = &[
    Attr::Plain("style", "dotted"),
    Attr::Plain("arrowhead", "odot"),
    Attr::Plain("color", "#777777"),
    Attr::Plain("fontcolor", "#777777"),
];

/// From a claim to what it denies.
pub const REFUTES: &[Attr<'static>] = &[
    Attr::Plain("style", "dotted"),
    Attr::Plain("arrowhead", "obox"),
    Attr::Plain("color", "#b5462b"),
    Attr::Plain("fontcolor", "#b5462b"),
];

/// The line of a claim: its colour says whether it is denied and whether the article itself says it, its dashes how real it is.
pub fn line(claim: ClaimView<'_>, asserted: bool) -> [Attr<'static>; 4] {
    let colour = match (claim.polarity(), claim.source().is_some()) {
        _ if !asserted => "#777777",
        (Polarity::Negated, _) => "#b5462b",
        (Polarity::Affirmed, true) => "#0b5c94",
        (Polarity::Affirmed, false) => "#222222",
    };
    let style = match claim.modality() {
        Modality::Actual => "solid",
        Modality::Intended | Modality::Demanded => "dashed",
        Modality::Hypothetical => "dotted",
    };
    let head = match (claim.polarity(), claim.modality()) {
        (Polarity::Negated, _) => "tee",
        (_, Modality::Actual) => "normal",
        _ => "empty",
    };
    [Attr::Plain("color", colour), Attr::Plain("fontcolor", colour), Attr::Plain("style", style), Attr::Plain("arrowhead", head)]
}
