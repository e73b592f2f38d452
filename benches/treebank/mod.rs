//! What does a treebank say? The words of a `CoNLL-U` file.

#![expect(clippy::expect_used, reason = "a bench that cannot run has nothing to say")]
#![allow(dead_code, reason = "no bench uses all that is known of a word")]

use newsgraph::{Deprel, Features, Upos};

pub struct Gold {
    pub form: String,
    pub lemma: String,
    pub part: Upos,
    pub features: Features,
    pub head: usize,
    pub relation: Deprel,
    pub space_after: bool,
}

/// The file that is asked for, else the test set of `ParlaMint`.
pub fn path(args: &[String]) -> &str {
    args.iter().find(|arg| arg.ends_with(".conllu")).map_or("../shared/data/ud-uk-parlamint/test.conllu", String::as_str)
}

/// The sentences of each text of a treebank, `limit` in all at most.
pub fn read(path: &str, limit: usize) -> Vec<Vec<Vec<Gold>>> {
    let text = std::fs::read_to_string(path).expect("a treebank, which is not part of the project: name its file");
    let mut documents: Vec<Vec<Vec<Gold>>> = Vec::new();
    for block in text.split("\n\n").filter(|block| !block.trim().is_empty()).take(limit) {
        if block.contains("# newdoc") || documents.is_empty() {
            documents.push(Vec::new());
        }
        let rows = block.lines().map(|line| line.split('\t').collect::<Vec<_>>());
        let rows = rows.filter(|cells| cells.len() == 10 && cells[0].bytes().all(|byte| byte.is_ascii_digit()));
        let gold = rows.map(|cells| Gold {
            form: cells[1].to_owned(),
            lemma: cells[2].to_owned(),
            part: Upos::of(cells[3]).expect("a part of speech"),
            features: Features::of(cells[5]),
            head: cells[6].parse().expect("a head"),
            relation: Deprel::of(cells[7]).expect("a relation"),
            space_after: !cells[9].contains("SpaceAfter=No"),
        });
        documents.last_mut().expect("a text").push(gold.collect());
    }
    documents
}
