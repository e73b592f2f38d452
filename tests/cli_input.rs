//! Are files, folders and standard input read for what they are, and do many of them make one graph?

mod common;

use common::running::{finish, folder, run};
use common::{assert_same, newsgraph, read, root};
use std::fs;

#[test]
fn standard_input_is_told_apart_by_content() {
    let folder = folder();
    let embedded = serde_json::json!({"text": "США тиснуть.", "entities": [{"key": "us", "type": "Country", "names": ["США"]}],
        "claims": [{"quote": "США тиснуть", "subject": "us", "relation": "pressures", "object": "us"}]});
    let (out, said) = finish(newsgraph(folder.path()).args(["build", "-", "-o", "-", "--to", "nq"]).write_stdin(embedded.to_string()), 0);
    assert!(out.contains("#pressures>") && said.is_empty(), "{said}");
    let wanted = read("out/nato-missions.nq");
    for (format, profile) in common::forms() {
        let (written, _) =
            run(folder.path(), &["build", "nato-missions.json", "-o", "-", "--to", format.extension(), "--profile", profile.name()]);
        let (out, said) = finish(newsgraph(folder.path()).args(["build", "-", "-o", "-", "--to", "nq"]).write_stdin(written), 0);
        assert_same(&format!("{format} {profile} on standard input"), &out, &wanted);
        assert_eq!(said, "");
    }
}

#[test]
fn a_folder_is_one_graph_of_all_its_documents() {
    let folder = folder();
    fs::create_dir(folder.path().join("in")).unwrap();
    for name in ["b01-01.json", "b01-02.json"] {
        fs::copy(root().join("corpus/uk").join(name), folder.path().join("in").join(name)).unwrap();
    }
    fs::write(folder.path().join("in/GUIDE.md"), "no article").unwrap();
    let (all, said) = run(folder.path(), &["build", "in"]);
    assert_eq!(all.matches("a schema:NewsArticle").count(), 2);
    assert_eq!(said, "");
    let (apart, _) = run(folder.path(), &["build", "in/b01-02.json", "in/b01-01.json"]);
    assert_same("folder and files, in either order", &all, &apart);
    let (twice, _) = run(folder.path(), &["build", "in", "in/b01-01.json"]);
    assert_same("once and twice", &all, &twice);
    finish(newsgraph(folder.path()).args(["build", "in", "--headline", "x"]), 2);
}

#[test]
fn the_same_bytes_on_every_run_and_in_every_order_of_inputs() {
    let folder = folder();
    let corpus = root().join("corpus/uk");
    let [a, b] = ["b02-01.json", "b02-02.json"].map(|name| corpus.join(name).display().to_string());
    for (format, profile) in common::forms() {
        let build = |one: &str, other: &str| {
            run(
                folder.path(),
                &["build", one, other, "nato-missions.json", "-o", "-", "--to", format.extension(), "--profile", profile.name()],
            )
            .0
        };
        assert_same(&format!("{format} {profile}"), &build(&a, &b), &build(&b, &a));
    }
    let build = |one: &str, other: &str| ["json", "dot"].map(|to| run(folder.path(), &["build", one, other, "-o", "-", "--to", to]).0);
    assert_eq!(build(&a, &b), build(&b, &a));
}

#[test]
fn claims_and_article_apart() {
    let folder = folder();
    let document = read("examples/nato-missions.json").replace("nato-missions.txt", "elsewhere.txt");
    fs::write(folder.path().join("claims.json"), document).unwrap();
    let (out, said) = run(folder.path(), &["build", "nato-missions.txt", "--claims", "claims.json"]);
    assert_same("the same graph", &out, &read("out/nato-missions.ttl"));
    assert_eq!(said, "");
}

#[test]
fn what_the_article_does_not_say_of_itself() {
    let folder = folder();
    let facts = ["--published", "2026-03", "--publisher", "Вісник", "--headline", "Інше", "--url", "https://example.org/x?a=1"];
    for input in [&["nato-missions.txt", "--claims", "nato-missions.json"][..], &["nato-missions.json"]] {
        let (out, _) = finish(newsgraph(folder.path()).arg("build").args(input).args(facts), 0);
        for part in [
            "schema:headline \"Інше\"@uk ;",
            "schema:datePublished \"2026-03\"^^xsd:gYearMonth ;",
            "schema:publisher entity:medium-visnyk ;",
            "schema:url <https://example.org/x?a=1> ;",
            "entity:medium-visnyk a schema:NewsMediaOrganization ;",
        ] {
            assert!(out.contains(part), "{part} is not in\n{}", out.lines().skip(14).take(20).collect::<Vec<_>>().join("\n"));
        }
    }
}

#[test]
fn one_bad_document_of_a_list_keeps_none_of_the_others_out() {
    let folder = folder();
    let document = |article: &str| {
        serde_json::json!({"article": article, "claims": [{"quote": "США тиснуть", "subject": "us", "relation": "pressures", "object": "us"}],
            "entities": [{"key": "us", "type": "Country", "names": ["США"]}]})
    };
    let names = ["a.txt", "empty.txt", "c.txt"];
    for (name, text) in names.iter().zip(["США тиснуть раз.", "", "США тиснуть двічі."]) {
        fs::write(folder.path().join(name), text).unwrap();
    }
    fs::write(folder.path().join("list.json"), serde_json::json!(names.map(document)).to_string()).unwrap();
    let (out, said) = finish(newsgraph(folder.path()).args(["build", "list.json", "-o", "-", "--to", "nt"]), 1);
    assert_eq!(out.matches("NewsArticle>").count(), 2, "{said}");
    assert!(said.contains("empty.txt: the article is empty"), "{said}");
    let (_, said) = finish(newsgraph(folder.path()).args(["build", "list.json", "--headline", "Одне"]), 2);
    assert!(said.contains("3 graph documents were given"), "{said}");
}

#[test]
fn profiles_are_not_mixed_in_silence() {
    let folder = folder();
    run(folder.path(), &["build", "nato-missions.json", "--profile", "rdf12", "-o", "new.ttl"]);
    run(folder.path(), &["build", "nato-missions.json", "-o", "old.ttl"]);
    let alone = run(folder.path(), &["query", "nato-missions.json", "denials"]).0;
    assert_eq!(run(folder.path(), &["query", "new.ttl", "nato-missions.json", "denials"]).0, alone);
    let (_, said) = finish(newsgraph(folder.path()).args(["query", "new.ttl", "old.ttl", "denials"]), 1);
    assert!(said.contains("one profile"), "{said}");
}
