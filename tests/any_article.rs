//! Does any text at all, read as an article, give a graph that holds the contract, and an honest note where it is no article?

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail as tests do")]

mod common;

use common::running::finish;
use common::{messages, newsgraph};
use newsgraph::{
    Article, DEFAULT_BASE, Document, ExtractOptions, KnowledgeGraph, NamedText, Profile, RdfFormat, Scratch, TextIndex, check_rdf, extract,
    named, prepare, reader, write_conllu, write_rdf,
};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use tempfile::tempdir;

/// Reads an article all the way and checks what must hold of any.
fn whole_way(article: &Article) -> Document {
    let mut scratch = Scratch::default();
    words(&named(reader().unwrap(), article, &mut scratch));
    let options = ExtractOptions { least: 0.0, ..ExtractOptions::default() };
    let document = extract(article, options, &mut scratch).unwrap();
    let text = article.text();
    let index = TextIndex::new(text);
    let keys: BTreeSet<&str> = document.entities.iter().map(|entity| entity.key.as_str()).collect();
    assert_eq!(keys.len(), document.entities.len(), "{text:?}");
    for entity in &document.entities {
        assert!(!entity.key.is_empty() && entity.names.iter().all(|name| !name.trim().is_empty()), "{text:?}: {entity:?}");
        assert!(
            entity.mentions.iter().all(|mention| index.slice(mention.span).is_some_and(|words| !words.is_empty())),
            "{text:?}: {entity:?}"
        );
    }
    for claim in &document.claims {
        assert_eq!(index.slice(claim.span.unwrap()), Some(claim.quote.as_str()), "{text:?}: {claim:?}");
    }
    let grounded = prepare(document.clone(), Some(text)).unwrap_or_else(|said| panic!("{text:?}\n{}", messages(&said)));
    assert!(!grounded.has_errors(), "{text:?}\n{}", messages(grounded.diagnostics()));
    let graph = KnowledgeGraph::from_document(grounded);
    for (format, profile) in [(RdfFormat::NQuads, Profile::Graphs), (RdfFormat::NTriples, Profile::Reified)] {
        check_rdf(&graph, format, profile, DEFAULT_BASE).unwrap_or_else(|said| panic!("{text:?}: {said}"));
        write_rdf(&graph, format, profile, DEFAULT_BASE, &mut std::io::sink()).unwrap();
    }
    document
}

/// `CoNLL-U` has ten columns in every line that is no comment, and brackets that close.
fn words(text: &NamedText<'_>) {
    let mut table = Vec::new();
    write_conllu(text, "x", &mut table).unwrap();
    let table = String::from_utf8(table).unwrap();
    for sentence in table.split("\n\n") {
        let words = sentence.lines().filter(|line| !line.starts_with("# "));
        let misc: Vec<&str> = words.map(|line| line.split('\t').nth(9).unwrap_or_else(|| panic!("{line:?}"))).collect();
        let brackets: String = misc.iter().filter_map(|misc| misc.strip_prefix("Entity=")?.split('|').next()).collect();
        assert_eq!(brackets.matches('(').count(), brackets.matches(')').count(), "{brackets}");
    }
}

/// What articles are made of, and what they are not.
fn piece() -> impl Strategy<Value = String> {
    let fixed = |all: &'static [&'static str]| prop::sample::select(all).prop_map(str::to_owned);
    prop_oneof![
        4 => fixed(&[
            "НАТО", "США", "Міністр оборони", "Анджей Новак", "заявив", "заявила, що", "вимагає від", "не", "заперечив", "чотири дипломати",
            "Reuters", "за словами", "у Києві", "вчора", "2026 року", "18 танків", "він", "їхній", "та", "який", "союзники", "Польща передасть",
            "«Північний потік – 2»", "президентка", "МЗС", "Кремль", "і", ",", "про те,", "угоду", "млрд євро", "торік", "цього року",
        ]),
        2 => fixed(&["«", "»", "“", "”", "\"", "'", "’", "(", ")", "—", "–", "-", ":", ";", "…", ".", "?", "!", "«»", "\"\"", "„", "*", "•", "|", "/"]),
        2 => fixed(&["\n", "\n\n", " ", "   ", "\t", "\u{a0}", "\r\n", "\u{2028}", "\u{feff}", "\u{200b}", "\u{ad}", "\u{301}"]),
        1 => fixed(&["<p>", "</p>", "<script>x</script>", "&amp;", "&#0;", "<!--", "<table><tr><td>", "]]>", "<a href=\"x", "<br/>", "{\"a\":1}", "---\n"]),
        1 => fixed(&["the minister said", "Правительство заявило", "رئيس الوزراء", "首相は", "שלום", "ΑΒΓ", "NATO", "mixЄД", "😀👩‍👩‍👧", "ﷺ"]),
        1 => "[\u{0}-\u{1f}\u{7f}-\u{9f}]{1,3}",
        1 => "\\PC{1,6}",
        1 => "[0-9]{1,12}[.,:/%-]{0,2}[0-9]{0,4}",
        1 => "[А-ЯЇІЄҐ][а-яїієґ']{0,12}",
    ]
}

fn article() -> impl Strategy<Value = String> {
    let joined =
        |pieces: Vec<(String, bool)>| pieces.iter().flat_map(|(piece, space)| [piece.as_str(), if *space { " " } else { "" }]).collect();
    prop::collection::vec((piece(), prop::bool::weighted(0.7)), 0..60).prop_map(joined)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 48 } else { 400 }))]

    #[test]
    fn mixtures_are_read(text in article()) {
        if let Ok(article) = Article::from_text(text) {
            whole_way(&article);
        }
    }

    #[test]
    fn any_string_is_read(text in any::<String>()) {
        if let Ok(article) = Article::from_text(text) {
            whole_way(&article);
        }
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(article) = Article::from_bytes(bytes) {
            whole_way(&article);
        }
    }

    #[test]
    fn broken_pages_are_read(text in article(), cut in any::<prop::sample::Index>()) {
        let page = format!("<html><head><title>{text}</title></head><body><article><h1>Х</h1><p>{text}</p><p>НАТО вимагає від США зброї.</p>");
        let at = page.char_indices().map(|(at, _)| at).nth(cut.index(page.chars().count())).unwrap_or(page.len());
        for page in [&page, &page[..at]] {
            if let Ok(article) = Article::from_html(page.as_bytes().to_vec()) {
                whole_way(&article);
            }
        }
    }
}

/// Texts that are no article, but Ukrainian: what is said of them is little, and they are built.
const UKRAINIAN: [(&str, &str); 6] = [
    ("list", "Купити:\n- хліб\n- молоко, 2 л\n- сіль\n\nЗробити:\n1. подзвонити мамі\n2. забрати посилку на пошті\n3. помити вікна\n"),
    (
        "table",
        "Країна\tТанки\tРік\nПольща\t250\t2023\nНімеччина\t88\t2024\nЛитва\t—\t2025\nУсього\t338\t\n| a | b |\n|---|---|\n| Київ | 1 |\n",
    ),
    ("poem", "Реве та стогне Дніпр широкий,\nСердитий вітер завива,\nДодолу верби гне високі,\nГорами хвилю підійма.\n"),
    (
        "recipe",
        "Борщ. Інгредієнти: буряк — 2 шт., капуста — ½ качана, сіль, перець за смаком. Наріжте буряк соломкою, обсмажте на олії 10 хв. Додайте воду й варіть на малому вогні 1,5 год.\n",
    ),
    ("quotations", "«Так». «Ні». «Можливо, — сказав він, — але не зараз». «„Ніколи“ — це надовго». «А що?» «Нічого!» «»\n"),
    ("dialogue", "— Ти йдеш?\n— Йду.\n— Куди?\n— Не скажу, — відповіла вона.\n— Чому?\n"),
];

/// Found by drawing.
#[test]
fn marks_alone_name_nothing() {
    for text in ["СШАзаявив«»01", "Кремль–«»490\n"] {
        assert!(whole_way(&Article::from_text(text.to_owned()).unwrap()).entities.iter().all(|entity| entity.names[0] != "«»"));
    }
}

/// A list of names without a mark between them: whatever they are taken for, the graph takes it.
#[test]
fn a_page_of_names_is_read() {
    let parts = ["ба", "ве", "ги", "до", "жу", "ла", "ме", "ни", "ро", "су"];
    let name = |number: usize| {
        let first = ["Бро", "Гна", "Кли", "Мар", "Сав"][number % 5];
        format!("{first}{}{}{}ко ", parts[number / 5 % 10], parts[number / 50 % 10], parts[number / 500 % 10])
    };
    let document = whole_way(&Article::from_text((0..2_000).map(name).collect()).unwrap());
    assert!(document.entities.iter().flat_map(|entity| &entity.names).all(|name| name.chars().count() <= 301));
}

#[test]
fn what_is_no_article_but_ukrainian_is_built() {
    for (name, text) in UKRAINIAN {
        whole_way(&Article::from_text(text.to_owned()).unwrap());
        let folder = tempdir().unwrap();
        fs::write(folder.path().join("x.txt"), text).unwrap();
        let (out, said) = finish(newsgraph(folder.path()).args(["build", "x.txt", "--to", "nq", "-o", "-"]), 0);
        assert!(out.contains("NewsArticle"), "{name}: {out}");
        assert!(!said.contains("error"), "{name}: {said}");
    }
}

#[test]
fn what_is_nothing_or_foreign_is_said_so() {
    let arabic = "قال رئيس الوزراء إن الحكومة ستوقع الاتفاق في يناير من هذا العام وإن الوزارة مستعدة لذلك. ".repeat(3);
    let russian =
        "Министр обороны заявил, что правительство подпишет соглашение в январе этого года, и что ведомство к этому готово. ".repeat(3);
    let english =
        "The government said that the agreement would be signed in January of this year, and that the ministry was ready for it. "
            .repeat(3);
    let control: String = ('\u{1}'..'\u{20}').filter(|c| !c.is_whitespace()).cycle().take(300).collect();
    let solid = "заявивщонезабаромпідпишеугоду".repeat(40);
    let mixed = "Пpeзидeнт CШA зaявив, щo HATO нe мaє плaнiв ".repeat(4);
    let punctuation = "?!… — «» . , ; : ( ) ".repeat(30);
    let long = "слово".repeat(20_000);
    // What it is, what is told, and whether it is built all the same.
    let texts: [(&str, &str, &str, i32); 12] = [
        ("empty", "", "empty", 1),
        ("white", " \n\t\r\n \u{a0}", "empty", 1),
        ("word", "Так", "too short", 0),
        ("point", ".", "too short", 0),
        ("punctuation", &punctuation, "too short or too mixed", 0),
        ("control", &control, "too short or too mixed", 0),
        ("arabic", &arabic, "Arabic", 1),
        ("russian", &russian, "Russian", 1),
        ("english", &english, "English", 1),
        ("solid", &solid, "", 0),
        ("mixed", &mixed, "", 0),
        ("one long word", &long, "", 0),
    ];
    for (name, text, told, code) in texts {
        let folder = tempdir().unwrap();
        fs::write(folder.path().join("x.txt"), text).unwrap();
        let (out, said) = finish(newsgraph(folder.path()).args(["build", "x.txt", "--to", "nq", "-o", "-"]), code);
        assert!(said.contains(told), "{name}: {said:?} does not say {told:?}");
        assert_eq!(out.contains("NewsArticle"), code == 0, "{name}: {out}");
        let (_, said) = finish(newsgraph(folder.path()).args(["read", "x.txt"]), code);
        assert!(said.contains(told), "{name}: {said:?} does not say {told:?}");
    }
}
