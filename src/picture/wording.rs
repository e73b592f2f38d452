//! In which words does a picture tell a claim?

use crate::graph::{ClaimView, KnowledgeGraph};
use crate::vocab::{Lang, Modality, Polarity, wording};

/// The few words that are the picture's own.
pub struct Words {
    pub not: &'static str,
    pub doubted: &'static str,
    pub content: &'static str,
    pub refutes: &'static str,
    pub own_voice: &'static str,
    pub nobody: &'static str,
    pub legend: &'static str,
}

pub const fn words(lang: Lang) -> Words {
    match lang {
        Lang::Uk => Words {
            not: "НЕ",
            doubted: "під сумнівом",
            content: "що саме",
            refutes: "спростовує",
            own_voice: "стаття",
            nobody: "ніхто прямо",
            legend: "чорне — стверджує сама стаття, синє — з чужих слів, червоне — заперечується, сіре — лише згадано; пунктир — вимагають, планують або припускають",
        },
        Lang::En => Words {
            not: "NOT",
            doubted: "in doubt",
            content: "namely",
            refutes: "refutes",
            own_voice: "the article",
            nobody: "nobody outright",
            legend: "black: the article itself says so; blue: somebody is quoted; red: denied; grey: only referred to; dashed: demanded, planned or supposed",
        },
    }
}

/// The relation, what is special about it, and who says so: the text on an arrow.
pub fn label(graph: &KnowledgeGraph, claim: ClaimView<'_>, lang: Lang) -> String {
    let own = words(lang);
    let mut text = String::new();
    if claim.polarity() == Polarity::Negated {
        text.push_str(own.not);
        text.push(' ');
    }
    text.push_str(claim.relation().label(lang));
    let modality = (claim.modality() != Modality::Actual).then(|| wording(claim.modality().term())).flatten();
    let marks: Vec<&str> = modality.map(|w| w.label(lang)).into_iter().chain(claim.hedged().then_some(own.doubted)).collect();
    if !marks.is_empty() {
        text.push_str(&format!("\n({})", marks.join(", ")));
    }
    if let Some(source) = claim.source() {
        text.push_str(&format!("\n— {}", wrap(graph.entity(source).label(lang.tag()))));
    }
    text
}

/// Who says it, through whom, in which words: the text beside the pointer.
pub fn tooltip(graph: &KnowledgeGraph, claim: ClaimView<'_>, asserted: bool, lang: Lang) -> String {
    let name = |entity| graph.entity(entity).label(lang.tag());
    let nobody = if asserted { words(lang).own_voice } else { words(lang).nobody };
    let who = claim.source().map_or(nobody, name);
    let mut text = format!("{who}: «{}»", claim.quote());
    let via: Vec<&str> = claim.via().iter().map(|medium| name(*medium)).collect();
    if !via.is_empty() {
        text.push_str(&format!("\n({})", via.join(", ")));
    }
    let polarity = wording(claim.polarity().term()).map_or("", |w| w.label(lang));
    let modality = wording(claim.modality().term()).map_or("", |w| w.label(lang));
    text.push_str(&format!("\n{polarity}, {modality}"));
    if claim.hedged() {
        text.push_str(&format!(", {}", words(lang).doubted));
    }
    if let Some(time) = claim.time() {
        text.push_str(&format!(", {time}"));
    }
    text
}

/// A text with line ends in place of blanks, so that no line with a blank is longer than about 24 letters.
pub fn wrap(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut length = 0;
    for word in text.split(' ') {
        let letters = word.chars().count();
        if length > 0 && length + 1 + letters > 24 {
            out.push('\n');
            length = 0;
        } else if !out.is_empty() {
            out.push(' ');
            length += 1;
        }
        out.push_str(word);
        length += letters;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn wrapping_loses_no_letter() {
        let text = "заступник міністра  оборони з питань євроінтеграції";
        assert_eq!(wrap(text), "заступник міністра \nоборони з питань\nєвроінтеграції");
        assert_eq!(wrap(text).replace('\n', " "), text);
        assert_eq!(wrap(""), "");
    }
}
