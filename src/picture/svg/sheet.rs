//! Which rules give a drawing its colours, on light and on dark ground?

use super::boxes::class_name;
use crate::picture::options::Theme;
use crate::picture::style::{Look, Stroke, class, colour, colours, stroke};
use crate::vocab::{EntityType, Modality};

/// The style sheet of a theme.
pub fn sheet(theme: Theme) -> String {
    let mut out = shapes();
    let on = |dark| paint(|name| colour(name, dark).to_owned(), |kind| class(Some(kind)).colours[usize::from(dark)].map(str::to_owned));
    out.push_str(&on(theme == Theme::Dark));
    if theme == Theme::Auto {
        out.push_str(&format!("@media (prefers-color-scheme:dark){{{}}}", on(true)));
    }
    out
}

/// The style sheet of drawings within a page, whose colours are the page's variables.
pub fn sheet_of_variables() -> String {
    let of_class = |kind: EntityType| ["fill", "line"].map(|part| format!("var(--{}-{part})", class_name(Some(kind))));
    shapes() + &paint(|name| format!("var(--{name})"), of_class)
}

/// These variables on one ground.
pub fn variables(dark: bool) -> String {
    let mut out = String::new();
    for (name, pair) in colours() {
        out.push_str(&format!("--{name}:{};", pair[usize::from(dark)]));
    }
    for kind in EntityType::ALL {
        let [fill, line] = class(Some(kind)).colours[usize::from(dark)];
        let name = class_name(Some(kind));
        out.push_str(&format!("--{name}-fill:{fill};--{name}-line:{line};"));
    }
    out
}

/// What the rows of `strokes.tsv` are in a drawing; the later ones win.
const STROKED: [(&str, &str); 12] = [
    ("wire", ".wire"),
    ("point", ".point"),
    ("outline", ".outline"),
    ("inner", ".inner"),
    ("sign", ".sign"),
    ("link", ".link .wire"),
    ("joint", ".joint"),
    ("axis", ".axis-line"),
    ("outline of a country", ".c-country .outline"),
    ("outline of the article", ".c-article .outline"),
    ("outline of an anonymous source", ".c-anonymous-source .outline"),
    ("card", ".card .wire"),
];

fn declarations(stroke: Stroke) -> String {
    let round = |part: &str| if stroke.round.contains(part) { "round" } else { "" };
    let all = [
        ("stroke-width", stroke.width),
        ("stroke-dasharray", stroke.dashes),
        ("stroke-linejoin", round("corners")),
        ("stroke-linecap", round("ends")),
    ];
    let told = all.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name}:{value}"));
    told.collect::<Vec<_>>().join(";")
}

/// What does not depend on the ground.
fn shapes() -> String {
    let mut out = String::from(".wire,.inner,.sign{fill:none}.hit{fill:none;pointer-events:all}.bold{font-weight:bold}");
    for (what, selector) in STROKED {
        out.push_str(&format!("{selector}{{{}}}", declarations(stroke(what))));
    }
    for modality in Modality::ALL {
        let look = Look { modality, ..Look::PLAIN };
        let dashes = look.line().dashes;
        if !dashes.is_empty() {
            out.push_str(&format!(".{} .wire{{stroke-dasharray:{dashes}}}", modality.term().local));
        }
    }
    out
}

/// The colours: those by name, and fill and line of the classes.
fn paint(get: impl Fn(&str) -> String, of_class: impl Fn(EntityType) -> [String; 2]) -> String {
    let mut out = String::new();
    for (name, _) in colours() {
        out.push_str(&format!(".t-{name}{{fill:{}}}", get(name)));
    }
    out.push_str(&format!(".ground{{fill:{0}}}.open{{fill:{0}!important}}.joint{{fill:{0}}}", get("ground")));
    for name in ["own", "reported", "denied", "nobody"] {
        out.push_str(&format!(".{name} .wire,.{name} .point{{stroke:{0}}}.{name} .point{{fill:{0}}}", get(name)));
    }
    out.push_str(&format!(
        ".arrow .sign,.content .wire,.content .joint{{stroke:{}}}.refutes .wire,.refutes .joint{{stroke:{}}}",
        get("muted"),
        get("denied")
    ));
    out.push_str(&format!(".legend-rule,.axis-line{{stroke:{0};fill:none}}.axis-mark{{fill:{1}}}", get("rule"), get("muted")));
    for kind in EntityType::ALL {
        let [fill, line] = of_class(kind);
        let name = class_name(Some(kind));
        out.push_str(&format!(".{name} .outline{{fill:{fill}}}.{name} path{{stroke:{line}}}"));
    }
    out.push_str(&format!(".c-value .outline{{fill:{};stroke:{}}}", get("value"), get("rule")));
    out.push_str(&format!(".card .outline,.frame{{fill:{};stroke:{}}}", get("card"), get("rule")));
    out.push_str(&format!(
        ".c-article .outline{{fill:{};stroke:{1}}}.c-article .sign,.c-article .inner{{stroke:{1}}}",
        get("ground"),
        get("own")
    ));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stroke_of_the_table_is_drawn() {
        let table = crate::picture::style::rows(include_str!("../../../ontology/picture/strokes.tsv"));
        let told: Vec<&str> = table.map(|row| crate::picture::style::cell(&row, 0)).collect();
        assert_eq!(told.len(), STROKED.len());
        assert!(STROKED.iter().all(|(what, _)| told.contains(what) && !declarations(stroke(what)).is_empty()));
    }
}
