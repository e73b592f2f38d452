//! What does each question cost over graphs of three sizes, and does it grow no faster than what matches?

use crate::generate::headline;
use cpu_time::ProcessTime;
use newsgraph::{Answer, DEFAULT_BASE, Dataset, Plan, Profile, Question, questions};
use std::collections::BTreeMap;
use std::process::{Command, Stdio};

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

/// Entities by the number of claims that they are an end of, the most popular first.
const DEGREES: &str = "SELECT (SAMPLE(STR(?label)) AS ?name) (COUNT(DISTINCT ?claim) AS ?degree) WHERE { \
     { ?claim rdf:subject ?entity } UNION { ?claim rdf:object ?entity } ?entity rdfs:label ?label . FILTER(LANG(?label) = \"uk\") } \
     GROUP BY ?entity ORDER BY DESC(?degree) ?name";

/// One question over one graph.
struct Measured {
    question: String,
    about: String,
    rows: f64,
    matching: f64,
    seconds: f64,
}

pub fn compare() {
    let sizes: Vec<Vec<Measured>> = SIZES.iter().map(|claims| in_a_process(*claims)).collect();
    println!("\nthe questions, CPU seconds, best of 3; matching: rows before they are grouped; growth: from the middle to the last size,");
    println!("time over (matching rows times the logarithm of claims): at most 1 is no faster than these");
    print!("{:15} {:9}", "question", "about");
    for claims in SIZES {
        print!(" | {claims:>7} {:>8} {:>7}", "matching", "s");
    }
    println!(" | {:>8} {:>6}", "µs a row", "growth");
    for (place, last) in sizes[2].iter().enumerate() {
        let each: Vec<&Measured> = sizes.iter().map(|size| &size[place]).collect();
        print!("{:15} {:9}", last.question, last.about);
        for m in &each {
            print!(" | {:7} {:8} {:7.4}", m.rows, m.matching, m.seconds);
        }
        let logarithm = |place: usize| f64::from(u32::try_from(SIZES[place]).expect("small")).ln();
        let expected = each[2].matching.max(1.0) * logarithm(2) / (each[1].matching.max(1.0) * logarithm(1));
        let growth = each[2].seconds / each[1].seconds / expected;
        println!(" | {:8.1} {growth:6.2}", each[2].seconds * 1e6 / each[2].matching.max(1.0));
    }
}

fn in_a_process(claims: usize) -> Vec<Measured> {
    let this = std::env::current_exe().expect("this program");
    let output = Command::new(this).args(["ask", &claims.to_string()]).stderr(Stdio::inherit()).output().expect("runs");
    assert!(output.status.success(), "{claims} claims: {}", output.status);
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    let measured = |line: &str| {
        let [question, about, rows, matching, seconds] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let number = |text: &str| text.parse().expect("a number");
        Measured {
            question: question.into(),
            about: about.into(),
            rows: number(rows),
            matching: number(matching),
            seconds: number(seconds),
        }
    };
    said.lines().filter(|line| line.contains('\t')).map(measured).collect()
}

/// Asks every question, and prints what `in_a_process` reads.
pub fn one_size(claims: usize) {
    let mut dataset = Dataset::new().expect("a store");
    dataset.add_graph(&crate::graph(claims), Profile::Graphs, DEFAULT_BASE).expect("a store takes all");
    let degrees = degrees(&dataset);
    let total: usize = degrees.iter().map(|(_, degree)| degree).sum();
    let mean = total / degrees.len();
    let average = degrees.iter().position(|(_, degree)| *degree <= mean).expect("one below the mean");
    eprintln!(
        "{claims} claims, {} entities; average: {} claims ({}), greatest: {} claims ({})",
        degrees.len(),
        degrees[average].1,
        degrees[average].0,
        degrees[0].1,
        degrees[0].0
    );
    for question in questions() {
        let entities = question.parameters().any(|(_, meaning)| !meaning.contains("article"));
        let cases: &[(&str, usize)] = if entities { &[("average", average), ("greatest", 0)] } else { &[("", 0)] };
        for (about, place) in cases {
            let values = values(*question, &degrees[*place..]);
            let (mut rows, mut seconds) = (0, f64::MAX);
            for _ in 0..3 {
                let start = ProcessTime::now();
                let answer = dataset.answer(*question, &values, None).expect("an answer");
                let Answer::Solutions(solutions) = answer else { panic!("{} gives no rows", question.name) };
                rows = solutions.inspect(|row| assert!(row.is_ok(), "a row")).count();
                seconds = seconds.min(start.elapsed().as_secs_f64());
            }
            let text = dataset.question_text(*question, &values).expect("its text");
            let plan = dataset.explain(&text, question.name, true, None).expect("its plan");
            println!("{}\t{about}\t{rows}\t{}\t{seconds}", question.name, matching(&plan).unwrap_or_default());
        }
    }
}

/// Values of a question: the entities as they come, and two articles of one story.
fn values(question: Question, entities: &[(String, usize)]) -> BTreeMap<String, String> {
    let mut names = entities.iter().map(|(name, _)| name.clone());
    let mut article = 0;
    let value = |(name, meaning): (&str, &str)| {
        let value = if meaning.contains("article") {
            article += 1;
            headline(article)
        } else {
            names.next().expect("an entity")
        };
        (name.to_owned(), value)
    };
    question.parameters().map(value).collect()
}

fn degrees(dataset: &Dataset) -> Vec<(String, usize)> {
    let Answer::Solutions(rows) = dataset.ask(DEGREES, "degrees", None).expect("an answer") else { panic!("no rows") };
    let text = |term: &oxigraph::model::Term| match term {
        oxigraph::model::Term::Literal(literal) => literal.value().to_owned(),
        other => panic!("{other}"),
    };
    let row = |row: oxigraph::sparql::QuerySolution| {
        let (name, degree) = (row.get("name").map(text), row.get("degree").map(text));
        (name.expect("a name"), degree.expect("a number").parse().expect("a number"))
    };
    rows.map(|solution| row(solution.expect("a row"))).collect()
}

/// The rows that are grouped.
fn matching(plan: &Plan) -> Option<u64> {
    if plan.step.starts_with("Aggregate(") {
        return plan.children.first()?.rows;
    }
    plan.children.iter().find_map(matching)
}
