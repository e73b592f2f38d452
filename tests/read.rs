//! Does the reader read texts: whole trees, exact places, the same every time, and nothing that makes it fail?

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod common;

use common::running::{finish, folder, run};
use common::{newsgraph, read};
use newsgraph::{AnalysedSentence, Article, NamedText, Scratch, Sentence, Span, TextIndex, Token, named, reader, write_conllu};
use proptest::prelude::*;
use std::fs;

fn analysed(text: &str) -> Vec<AnalysedSentence<'_>> {
    let found = reader().unwrap().read(text, &mut Scratch::default());
    is_whole(text, &found);
    found
}

/// Each sentence has one root and no cycle, each word stands in the text where it says, and so does each mention.
fn is_whole(text: &str, sentences: &[AnalysedSentence<'_>]) {
    let index = TextIndex::new(text);
    let mut end = 0;
    for sentence in sentences {
        let words = &sentence.words;
        assert_eq!(words.iter().filter(|word| word.head.is_none()).count(), 1);
        for (place, word) in words.iter().enumerate() {
            assert_eq!(word.head.is_none(), word.relation.name() == "root");
            assert_eq!(index.slice(word.token.span), Some(word.token.text));
            assert!(text[word.token.byte..].starts_with(word.token.text));
            assert!(word.token.span.begin >= end && !word.token.span.is_empty() && !word.lemma.is_empty());
            end = word.token.span.end;
            let (mut at, mut steps) = (place, 0);
            while let Some(head) = words[at].head {
                (at, steps) = (head, steps + 1);
                assert!(steps <= words.len(), "a cycle at {}", word.token.text);
            }
        }
        let mut last = 0;
        for mention in &sentence.mentions {
            assert!(last <= mention.words.start && !mention.words.is_empty() && mention.words.end <= words.len());
            assert!((0.0..=1.0).contains(&mention.probability));
            last = mention.words.end;
        }
    }
}

/// The words alone.
fn conllu(sentences: &[AnalysedSentence<'_>]) -> String {
    told(&NamedText { sentences: sentences.to_vec(), ..NamedText::default() })
}

fn told(text: &NamedText<'_>) -> String {
    let mut out = Vec::new();
    write_conllu(text, "x", &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn the_sample_is_read() {
    let article = Article::from_text(read("examples/nato-missions.txt")).unwrap();
    let sentences = reader().unwrap().read_article(&article, &mut Scratch::default());
    is_whole(article.text(), &sentences);
    let words: Vec<_> = sentences.iter().flat_map(|sentence| &sentence.words).collect();
    let tagged = |form: &str, part: &str, lemma: &str| {
        assert!(words.iter().any(|word| word.token.text == form && word.part.name() == part && word.lemma == lemma), "{form}");
    };
    tagged("дипломатів", "NOUN", "дипломат");
    tagged("Іраку", "PROPN", "Ірак");
    tagged("завершив", "VERB", "завершити");
    // The header is no sentence, but counts.
    assert!(article.body().0 > 0 && words[0].token.byte >= article.body().0);
}

#[test]
fn entities_stand_in_brackets() {
    let article = Article::from_text("НАТО завершує місію в Іраку. Про це розповіли дипломати НАТО.".to_owned()).unwrap();
    let text = named(reader().unwrap(), &article, &mut Scratch::default());
    let nato = text.entities.iter().position(|entity| entity.wikidata.as_deref() == Some("Q7184"));
    let mentions: Vec<String> =
        text.mentions.iter().filter(|mention| mention.entity == nato).map(|mention| text.text_of(mention)).collect();
    assert_eq!(mentions, ["НАТО", "НАТО"]);
    let table = told(&text);
    assert!(table.starts_with("# newdoc id = x\n# global.Entity = eid-etype-head-other-identity\n"), "{table}");
    assert!(table.contains("# entity x.nato = НАТО"), "{table}");
    assert!(table.contains("\tEntity=(x.nato-organization-1-class:Organization-Q7184)|Mention=B-Organization|TokenRange=0:4\n"), "{table}");
    assert_eq!(table.matches("(x.nato-").count(), 2, "one entity, twice: {table}");
    assert_eq!(table.matches("(x.").count(), text.mentions.iter().filter(|mention| mention.entity.is_some()).count(), "{table}");
}

/// What training says of sentences of its own.
#[derive(serde::Deserialize)]
struct Expected {
    words: Vec<String>,
    upos: Vec<String>,
    features: Vec<String>,
    heads: Vec<usize>,
    deprel: Vec<String>,
}

fn tokens(expected: &Expected) -> Vec<Token<'_>> {
    let words = expected.words.iter();
    words.map(|word| Token { text: word, span: Span::new(0, 1), byte: 0, space_after: true }).collect()
}

/// Both round to 8 bits at every step, so now and then a word of equal chances falls to the other side.
#[test]
fn training_reads_the_same() {
    let texts: Vec<Vec<Expected>> = serde_json::from_str(&read("tests/data/reader-fixtures.json")).unwrap();
    let (mut count, mut tags, mut trees) = (0, 0, 0);
    for text in &texts {
        let sentence = |expected| Sentence { tokens: tokens(expected), opens_paragraph: false };
        let given = text.iter().map(sentence).collect();
        let found = reader().unwrap().analyse(given, &mut Scratch::default());
        for (found, expected) in found.iter().zip(text) {
            for (place, word) in found.words.iter().enumerate() {
                count += 1;
                tags += i32::from(word.part.name() == expected.upos[place] && word.features.to_string() == expected.features[place]);
                let head = word.head.map_or(0, |head| head + 1);
                trees += i32::from(head == expected.heads[place] && word.relation.name() == expected.deprel[place]);
            }
        }
    }
    assert!(
        count > 200 && tags * 100 >= count * 98 && trees * 100 >= count * 97,
        "of {count} words {tags} tags and {trees} heads are the same"
    );
}

#[test]
fn every_way_to_read_gives_the_same() {
    let text = read("examples/nato-missions.txt");
    let mut scratch = Scratch::default();
    let reader = reader().unwrap();
    let first = conllu(&reader.read(&text, &mut scratch));
    let _ = reader.read("Інший текст. Він коротший.", &mut scratch);
    assert_eq!(conllu(&reader.read(&text, &mut scratch)), first);
    std::thread::scope(|scope| {
        for thread in [scope.spawn(|| conllu(&analysed(&text))), scope.spawn(|| conllu(&analysed(&text)))] {
            assert_eq!(thread.join().unwrap(), first);
        }
    });
}

#[test]
fn odd_texts_are_read() {
    for text in [
        "",
        " \n\t",
        "Так",
        ".",
        "?!… — «»",
        "A",
        "\u{0}\u{1}\u{7f}",
        "Пpивіт НATO mixЄД",
        "1 2 3",
        "ﷺ العربية",
        "😀 👩‍👩‍👧 🇺🇦",
        "_",
        "#",
        "а\u{301}б\u{2028}в",
    ] {
        let found = analysed(text);
        let table = conllu(&found);
        assert!(table.is_empty() || table.starts_with("# newdoc id = x\n"), "{text:?}");
        assert!(table.lines().all(|line| line.is_empty() || line.starts_with("# ") || line.split('\t').count() == 10), "{text:?}\n{table}");
    }
    assert!(analysed(" \n").is_empty());
    assert_eq!(analysed("Так")[0].words[0].head, None);
}

#[test]
fn a_sentence_without_an_end_is_read() {
    let text = "слово і діло ".repeat(20_000 / 3);
    let found = analysed(&text);
    assert_eq!(found.iter().map(|sentence| sentence.words.len()).sum::<usize>(), 20_000 / 3 * 3);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn any_text_is_read(text in "(\\PC|[а-яїієґ .,«»\n\u{0}-\u{1f}-]){0,80}") {
        let _ = conllu(&analysed(&text));
    }
}

#[test]
fn the_program_prints_what_it_read() {
    let folder = folder();
    let place = folder.path();
    let (table, said) = run(place, &["read", "nato-missions.txt"]);
    assert_eq!(said, "");
    assert!(table.contains("\tІрак\tPROPN\t_\tAnimacy=Inan|Case=Loc|Gender=Masc|Number=Sing\t"), "{table}");
    assert!(table.contains("TokenRange=140:145"));
    let (again, _) = finish(newsgraph(place).args(["read", "-"]).write_stdin(fs::read(place.join("nato-missions.txt")).unwrap()), 0);
    assert_eq!(again, table);
    let (people, _) = run(place, &["read", "nato-missions.txt", "--format", "table"]);
    assert!(people.contains("obj ← 10 завершив"), "{people}");
    assert!(people.contains(" entities: mentions, key, type, link, names\n"), "{people}");
    let listed = people.lines().find(|line| line.split_whitespace().nth(1) == Some("united-states")).unwrap();
    assert!(listed.contains("Country") && listed.contains("Q30") && listed.contains("США"), "{listed}");
    let (json, _) = run(place, &["read", "nato-missions.txt", "--format", "json"]);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    let text: Vec<char> = read("examples/nato-missions.txt").chars().collect();
    let number = |row: &serde_json::Value, key: &str| usize::try_from(row[key].as_u64().unwrap()).unwrap();
    assert!(rows.iter().any(|row| row["entity"]["key"] == "nato" && row["entity"]["wikidata"] == "Q7184"));
    for row in &rows {
        let words: String = text[number(row, "begin")..number(row, "end")].iter().collect();
        assert_eq!(row["text"], words.replace('\n', " "));
        assert_eq!(row["entity"].is_null(), matches!(row["type"].as_str(), Some("Quantity" | "Position")), "{row}");
    }
}

#[test]
fn what_cannot_be_read_is_said_so() {
    let folder = folder();
    let place = folder.path();
    fs::write(place.join("en.txt"), "The government said that the agreement would be signed in January of this year.").unwrap();
    fs::write(place.join("short.txt"), "НАТО 2025").unwrap();
    fs::write(place.join("empty.txt"), "").unwrap();
    for (name, told) in
        [("en.txt", "English"), ("empty.txt", "empty"), ("nato-missions.json", "no article"), ("none.txt", "none.txt"), (".", "no article")]
    {
        let (out, said) = finish(newsgraph(place).args(["read", name]), 1);
        assert!(said.contains(told) && out.is_empty(), "{name}: {said}");
    }
    let (out, said) = finish(newsgraph(place).args(["read", "short.txt"]), 0);
    assert!(said.contains("too short") && out.contains("НАТО"), "{said}");
    // What can be read is read.
    let (out, _) = finish(newsgraph(place).args(["read", "en.txt", "nato-missions.txt"]), 1);
    assert!(out.contains("# newdoc id = b223089b6820e1ea"));
}
