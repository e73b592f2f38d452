//! How many words a second does each stage take, from text to N-Quads, and does the time grow with the text only?
//!
//! `cargo bench --bench stages [-- ARTICLES, or length]` prints words a second of CPU time, one thread, the best of five runs that take turns, on articles of
//! the corpus, with each set of vector instructions that the machine has; then the time of a word in a text of 2,000, 10,000 and 50,000 words
//! without an end of a sentence, of several kinds. `-- text FILE…` and `-- tokens FILE…` are for
//! `benches/compare.py`.

#![expect(clippy::expect_used, clippy::cast_precision_loss, reason = "a bench that cannot run has nothing to say; counts are small")]

use cpu_time::ProcessTime;
use newsgraph::{
    Article, DEFAULT_BASE, ExtractOptions, KnowledgeGraph, Profile, RdfFormat, ReadOptions, Reader, Scratch, dictionary, extract_with,
    named, prepare, read_documents, sentences, write_conllu, write_rdf,
};
use newsgraph_encoder::{Machine, Reader as Model, Sentence, Word};
use std::hint::black_box;

/// What the study of the encoder reached for encoder and tree, in words a CPU-second.
const STUDY: [(&str, f64); 3] = [("AVX-512 VNNI", 12_700.0), ("AVX2", 4_600.0), ("SSE4.2", 2_600.0)];

/// Names of the stages; each includes those before it, but the second, which is one by itself.
const STAGES: [&str; 6] = ["split", "encoder+tree", "to trees", "to entities", "to claims", "to N-Quads"];

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["text", files @ ..] => text(files),
        ["tokens", files @ ..] => tokens(files),
        ["length"] => length(),
        [count] => speed(count.parse().expect("a number of articles")),
        _ => {
            speed(20);
            length();
        }
    }
}

fn model(machine: Machine) -> Model<'static> {
    Model::of_parts(&newsgraph_uk::READER).expect("a model").on(machine)
}

fn reader(machine: Machine) -> Reader<'static> {
    Reader::new(dictionary().expect("a dictionary"), model(machine)).expect("a reader")
}

/// The way from an article to N-Quads.
fn quads(reader: &Reader<'_>, article: &Article, scratch: &mut Scratch) -> usize {
    let document = extract_with(reader, article, ExtractOptions::default(), scratch);
    let graph = KnowledgeGraph::from_document(prepare(document, Some(article.text())).expect("a document"));
    let mut out = Vec::new();
    write_rdf(&graph, RdfFormat::NQuads, Profile::Graphs, DEFAULT_BASE, &mut out).expect("a vector takes all");
    out.len()
}

/// Does all of a stage.
fn stage(number: usize, reader: &Reader<'_>, model: &Model<'_>, articles: &[Article], scratch: &mut Scratch) {
    for article in articles {
        match number {
            0 => drop(black_box(sentences(article.body().1))),
            1 => {
                let split = sentences(article.body().1);
                // What the dictionary knows of a word costs the encoder the same, whatever it is.
                let word = |form| Word { form, lexical: &[1, 17, 30, 41], known: &[] };
                let words: Vec<Vec<Word<'_>>> =
                    split.iter().map(|sentence| sentence.tokens.iter().map(|token| word(token.text)).collect()).collect();
                let given: Vec<Sentence<'_>> = words.iter().map(|words| Sentence { words }).collect();
                drop(black_box(model.analyse(&given, scratch)));
            }
            2 => drop(black_box(reader.read_article(article, scratch))),
            3 => drop(black_box(named(reader, article, scratch))),
            4 => drop(black_box(extract_with(reader, article, ExtractOptions::default(), scratch))),
            _ => _ = black_box(quads(reader, article, scratch)),
        }
    }
}

fn seconds(work: impl FnOnce()) -> f64 {
    let start = ProcessTime::now();
    work();
    start.elapsed().as_secs_f64()
}

fn speed(count: usize) {
    let articles = corpus(count);
    let words = words(&articles);
    println!("{} articles, {words} words; words a CPU-second, one thread, the best of 5", articles.len());
    print!("{:>14}", "");
    for name in STAGES {
        print!("  {name:>12}");
    }
    println!("  {:>16}  {:>16}  {:>18}", "entities / study", "entities / enc.", "N-Quads / entities");
    for machine in Machine::all() {
        let (reader, model, mut scratch) = (reader(machine), model(machine), Scratch::default());
        // The best time of each article by itself: a busy machine seldom leaves all of them alone.
        let mut best = vec![[f64::MAX; STAGES.len()]; articles.len()];
        for _ in 0..5 {
            for (article, best) in articles.iter().zip(&mut best) {
                for (number, best) in best.iter_mut().enumerate() {
                    *best = best.min(seconds(|| stage(number, &reader, &model, std::slice::from_ref(article), &mut scratch)));
                }
            }
        }
        let rate: [f64; STAGES.len()] = std::array::from_fn(|stage| words as f64 / best.iter().map(|best| best[stage]).sum::<f64>());
        print!("{:>14}", machine.name());
        for rate in rate {
            print!("  {rate:>12.0}");
        }
        let study = STUDY.iter().find(|(name, _)| *name == machine.name());
        let share = study.map_or("–".to_owned(), |(_, study)| format!("{:.2}", rate[3] / study));
        println!("  {share:>16}  {:>16.2}  {:>18.2}", rate[3] / rate[1], rate[5] / rate[3]);
    }
}

/// The word of a number.
type WordOf = fn(usize) -> String;

/// Texts without an end of a sentence, by kind.
const ENDLESS: [(&str, WordOf); 5] = [
    ("words", |number| ["слово", "і", "діло", "не", "вимагає"][number % 5].to_owned()),
    ("one name", |number| ["Анджей", "Новак", "заявив", ","][number % 4].to_owned()),
    ("many names", |number| format!("{}{}ко", ["Бро", "Гна", "Кли", "Мар", "Сав"][number % 5], syllables(number / 5))),
    ("claims", |number| ["НАТО", "вимагає", "від", "США", "танків", ","][number % 6].to_owned()),
    ("quotation marks", |number| ["«", "Так", "»", "—", "заявила", "вона"][number % 6].to_owned()),
];

fn syllables(number: usize) -> String {
    let letters = |digit: usize| ["ба", "ве", "ги", "до", "жу", "ла", "ме", "ни", "ро", "су"][digit % 10];
    format!("{}{}{}{}", letters(number), letters(number / 10), letters(number / 100), letters(number / 1000))
}

fn length() {
    const LENGTHS: [usize; 3] = [2_000, 10_000, 50_000];
    println!("\nmicroseconds of CPU time a word, text to N-Quads, in one sentence");
    print!("{:>16}", "");
    for length in LENGTHS {
        print!("  {length:>8}");
    }
    println!("  longest / shortest");
    let reader = reader(Machine::best());
    for (name, word) in ENDLESS {
        let time = |length: usize| {
            let text = (0..length).map(word).collect::<Vec<_>>().join(" ");
            let article = Article::from_text(text).expect("an article");
            let times = (0..(20_000 / length).max(1)).map(|_| seconds(|| _ = quads(&reader, &article, &mut Scratch::default())));
            times.fold(f64::MAX, f64::min) * 1e6 / length as f64
        };
        let times = LENGTHS.map(time);
        print!("{name:>16}");
        for time in times {
            print!("  {time:>8.1}");
        }
        println!("  {:>18.2}", times[2] / times[0]);
    }
}

/// For a comparison with other programs: words, then the seconds to trees, entities and N-Quads.
fn text(files: &[&str]) {
    let articles = given(files);
    let (reader, model, mut scratch) = (reader(Machine::best()), model(Machine::best()), Scratch::default());
    // What is made once is made.
    stage(5, &reader, &model, &articles[..1], &mut scratch);
    let times = [2, 3, 5].map(|number| seconds(|| stage(number, &reader, &model, &articles, &mut scratch)));
    println!("{} {}", words(&articles), times.map(|time| time.to_string()).join(" "));
}

/// The tokens of texts, for programs that do not split them.
fn tokens(files: &[&str]) {
    let (reader, mut scratch) = (reader(Machine::best()), Scratch::default());
    for (number, article) in given(files).iter().enumerate() {
        write_conllu(&named(&reader, article, &mut scratch), &number.to_string(), &mut std::io::stdout()).expect("somebody who reads");
    }
}

fn given(files: &[&str]) -> Vec<Article> {
    files.iter().map(|file| Article::from_text(std::fs::read_to_string(file).expect("a text")).expect("an article")).collect()
}

fn words(articles: &[Article]) -> usize {
    articles.iter().flat_map(|article| sentences(article.body().1)).map(|sentence| sentence.tokens.len()).sum()
}

/// The first articles of the corpus.
fn corpus(count: usize) -> Vec<Article> {
    let files = std::fs::read_dir("corpus/uk").expect("the corpus").map(|entry| entry.expect("a file").path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|extension| extension == "json")).collect();
    files.sort();
    let articles = files.iter().take(count).map(|path| {
        let json = std::fs::read_to_string(path).expect("a document");
        let document = read_documents(&json, "corpus", ReadOptions::default()).expect("a document").remove(0);
        Article::from_text(document.article.text.expect("its text").to_string()).expect("an article")
    });
    articles.collect()
}
