//! How are claims written down in a page: as rows of the table, as voices side by side, as choices of the filter?

use super::claims::Told;
use super::compare::Group;
use super::escape::html;
use crate::picture::wording::quoted;
use crate::picture::words::words;
use crate::vocab::Lang;
use std::collections::BTreeMap;

/// The rows of the table. `places` are the elements of the claims' words.
pub fn rows(told: &[Told], places: &BTreeMap<usize, String>, languages: &[String], lang: Lang) -> String {
    let labels = ["number", "who", "what", "how", "when", "quote"].map(|column| html(label(column, lang)));
    let mut out = String::new();
    for claim in told {
        let place = places.get(&claim.number).map_or("article", String::as_str);
        let number = claim.number;
        let how = claim.how(lang).join(", ");
        let when: Vec<&str> = [claim.time.as_str(), &claim.place].into_iter().filter(|text| !text.is_empty()).collect();
        out.push_str(&format!("<tr id=\"r{number}\" data-claim=\"{number}\" role=\"row\">\n"));
        let cells = [
            format!("<a href=\"#{place}\">{number}</a>"),
            who(claim),
            format!("<span class=\"what k-{}\">{}</span>", claim.colour, sentence(claim)),
            html(&how),
            html(&when.join(", ")),
            format!("<q lang=\"{}\" dir=\"auto\">{}</q>", html(&languages[claim.article]), html(&claim.quote)),
        ];
        for (at, cell) in cells.into_iter().enumerate() {
            let sort = if at == 4 && !claim.day.is_empty() { format!(" data-sort=\"{}\"", html(&claim.day)) } else { String::new() };
            out.push_str(&format!("<td role=\"cell\" data-label=\"{}\"{sort}>{cell}</td>\n", labels[at]));
        }
        out.push_str("</tr>\n");
    }
    out
}

fn label(column: &str, lang: Lang) -> &'static str {
    let key = match column {
        "number" => "page-column-number",
        "who" => "page-column-who",
        "what" => "page-column-what",
        "how" => "page-column-how",
        "when" => "page-column-when",
        _ => "page-column-quote",
    };
    words(key, lang)
}

/// The speaker, and through whom.
fn who(claim: &Told) -> String {
    let via = if claim.via.is_empty() { String::new() } else { format!(" <small>({})</small>", html(&claim.via.join(", "))) };
    let class = if claim.speaker.is_empty() || claim.speaker == "-" { " class=\"own-voice\"" } else { "" };
    format!("<bdi{class}>{}</bdi>{via}", html(&claim.who))
}

/// Subject, relation, object.
fn sentence(claim: &Told) -> String {
    let [subject, relation, object] = claim.parts.each_ref().map(|part| html(part));
    format!("<bdi>{subject}</bdi> <b>{relation}</b> <bdi>{object}</bdi>")
}

/// The comparison: what is contradicted, refuted, agreed on. `titles` name the articles.
pub fn comparison(groups: &[Group], told: &[Told], titles: &[String], languages: &[String], lang: Lang) -> String {
    let item = |at: usize| {
        let claim = &told[at];
        let how = claim.how(lang);
        let how = if how.is_empty() { String::new() } else { format!(" <small class=\"how\">{}</small>", html(&how.join(", "))) };
        let title = if titles.len() > 1 { format!(" <small class=\"of\">{}</small>", html(&titles[claim.article])) } else { String::new() };
        let quote = html(&quoted(&claim.quote, lang));
        let language = html(&languages[claim.article]);
        format!(
            "<li data-claim=\"{0}\"><a href=\"#r{0}\"><span class=\"what k-{1}\">{2}</span></a>{how}<br><span class=\"voice\">{3}</span>{title}<br>\
             <span class=\"quote\" lang=\"{language}\" dir=\"auto\">{quote}</span></li>\n",
            claim.number,
            claim.colour,
            sentence(claim),
            who(claim)
        )
    };
    let side = |key: &'static str, places: &[usize]| {
        let items: String = places.iter().map(|at| item(*at)).collect();
        let head = if key.is_empty() { String::new() } else { format!("<h5>{}</h5>", html(words(key, lang))) };
        format!("<div class=\"side\">{head}<ul>\n{items}</ul></div>\n")
    };
    if groups.is_empty() && titles.len() > 1 {
        return format!("<p class=\"note\">{}</p>\n", html(words("page-nothing-common", lang)));
    }
    let mut out = String::new();
    let mut last = "";
    for group in groups {
        let (head, sides) = match group {
            Group::Contradiction([yes, no]) => ("page-contradict", side("page-affirm", yes) + &side("page-deny", no)),
            Group::Refutation(one, other) => ("page-refute", side("page-refuter", &[*one]) + &side("page-refuted", &[*other])),
            Group::Agreement(places) => ("page-agree", side("", places)),
            Group::Same(places) => ("page-same", side("", places)),
        };
        if head != last {
            out.push_str(&format!("<h4>{}</h4>\n", html(words(head, lang))));
            last = head;
        }
        out.push_str(&format!("<div class=\"versus\">\n{sides}</div>\n"));
    }
    out
}

/// The choices of a filter: value and words, with how many claims each has; the most frequent first.
pub fn choices<'t>(values: impl Iterator<Item = (&'t str, &'t str)>, lang: Lang) -> String {
    let mut counted: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for value in values {
        *counted.entry(value).or_default() += 1;
    }
    let mut counted: Vec<_> = counted.into_iter().collect();
    counted.sort_by_key(|((value, text), count)| (std::cmp::Reverse(*count), text.to_lowercase(), *value));
    let mut out = format!("<option value=\"*\">{}</option>", html(words("page-any", lang)));
    for ((value, text), count) in counted {
        let short: String = text.chars().take(80).collect();
        out.push_str(&format!("<option value=\"{}\">{} ({count})</option>", html(value), html(&short)));
    }
    out
}
