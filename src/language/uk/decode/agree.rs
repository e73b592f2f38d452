//! Which way to tag each word, where words that belong together agree in case? The best one over the tree, from its leaves up and back down.

use super::Scored;
use super::way::{Way, ways};
use crate::language::deprel::Deprel;
use crate::language::grammar::{Feature, Features, Upos};

/// Values of case, and none.
const CASES: usize = 8;

/// What it costs to be at odds.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::language::uk) struct Costs {
    /// With the dictionary.
    margin: f64,
    /// With the case of the head.
    agree: [Option<f64>; Deprel::COUNT],
}

impl Costs {
    /// Takes what the model's file says. A relation that is not known here costs nothing.
    pub(in crate::language::uk) fn new<'n>(margin: f64, agree: impl IntoIterator<Item = (&'n str, f64)>) -> Self {
        let mut costs = Self { margin, agree: [None; Deprel::COUNT] };
        for (relation, cost) in agree.into_iter().filter_map(|(name, cost)| Some((Deprel::of(name)?, cost))) {
            costs.agree[relation as usize] = Some(cost);
        }
        costs
    }
}

/// A word on the way to its tags.
struct Node {
    ways: Vec<Way>,
    /// What it costs to have another case than its head has, where the two are joined.
    cost: Option<f64>,
    /// The best score with each case, of the word and what is joined to it.
    total: [f64; CASES],
    case: usize,
}

impl Node {
    /// The case with the greatest score, the first of equals.
    fn best(&self) -> (usize, f64) {
        let mut best = (0, f64::NEG_INFINITY);
        for (case, score) in self.total.iter().enumerate() {
            if *score > best.1 {
                best = (case, *score);
            }
        }
        best
    }
}

/// The tags of the words of a sentence.
pub(in crate::language::uk) fn tags(words: &[Scored<'_>], costs: &Costs) -> Vec<(Upos, Features)> {
    let mut nodes: Vec<Node> = words.iter().map(|word| node(word, costs.margin)).collect();
    let own: Vec<Upos> =
        words.iter().zip(&nodes).map(|(word, node)| best(word, &node.ways, None).map_or(Upos::X, |way| way.part)).collect();
    for (place, word) in words.iter().enumerate() {
        let head = word.head.and_then(|head| own.get(head));
        nodes[place].cost = head.filter(|head| joined(word.relation, own[place], **head)).and(costs.agree[word.relation as usize]);
    }
    let (order, children) = downwards(words);
    for place in order.iter().rev() {
        for child in &children[*place] {
            let Some(cost) = nodes[*child].cost else { continue };
            let below = nodes[*child].total;
            let apart = nodes[*child].best().1 - cost;
            let total = &mut nodes[*place].total;
            total[0] += apart;
            for (total, below) in total[1..].iter_mut().zip(&below[1..]) {
                *total += if *below > apart { *below } else { apart };
            }
        }
    }
    for place in order {
        let (mut case, top) = nodes[place].best();
        if let (Some(cost), Some(head)) = (nodes[place].cost, words[place].head) {
            let above = nodes[head].case;
            if above > 0 && nodes[place].total[above] >= top - cost {
                case = above;
            }
        }
        nodes[place].case = case;
    }
    let written = |(word, node): (&Scored<'_>, &Node)| {
        best(word, &node.ways, Some(node.case)).map_or((Upos::X, Features::NONE), |way| (way.part, way.written(word, node.case)))
    };
    words.iter().zip(&nodes).map(written).collect()
}

fn node(word: &Scored<'_>, margin: f64) -> Node {
    let ways = ways(word, margin);
    let mut total = [f64::NEG_INFINITY; CASES];
    for (case, score) in ways.iter().flat_map(|way| way.cases(word)) {
        if score > total[case] {
            total[case] = score;
        }
    }
    Node { ways, cost: None, total, case: 0 }
}

/// The best way, with this case if one is given; the first of equals.
fn best(word: &Scored<'_>, ways: &[Way], case: Option<usize>) -> Option<Way> {
    let mut best = (None, f64::NEG_INFINITY);
    for way in ways {
        for (_, score) in way.cases(word).filter(|(found, _)| case.is_none_or(|case| case == *found)) {
            if score > best.1 {
                best = (Some(*way), score);
            }
        }
    }
    best.0
}

/// Whether two words of these parts of speech have one case, where one hangs on the other by this relation.
const fn joined(relation: Deprel, dependent: Upos, head: Upos) -> bool {
    let noun = matches!(head, Upos::Noun | Upos::Propn);
    match relation {
        Deprel::Case => matches!(dependent, Upos::Adp) && (noun || matches!(head, Upos::Pron | Upos::Adj | Upos::Det | Upos::Num)),
        Deprel::Amod => matches!(dependent, Upos::Adj) && noun,
        Deprel::Det => matches!(dependent, Upos::Det) && noun,
        Deprel::Flat => matches!(dependent, Upos::Propn) && matches!(head, Upos::Propn),
        Deprel::Conj => matches!(dependent, Upos::Noun | Upos::Propn) && noun,
        _ => false,
    }
}

/// All words, each behind its head, and the dependents of each.
fn downwards(words: &[Scored<'_>]) -> (Vec<usize>, Vec<Vec<usize>>) {
    let mut children = vec![Vec::new(); words.len()];
    let mut order = Vec::with_capacity(words.len());
    for (place, word) in words.iter().enumerate() {
        match word.head.and_then(|head| children.get_mut(head)) {
            Some(siblings) => siblings.push(place),
            None => order.push(place),
        }
    }
    let mut next = 0;
    while let Some(place) = order.get(next).copied() {
        order.extend(&children[place]);
        next += 1;
    }
    (order, children)
}

const _: () = assert!(CASES == Feature::Case.values().len() + 1);
