//! How is the best tree found where the best head of each word alone makes none?
//!
//! Chu & Liu (1965), Edmonds (1967), in time n² on a full matrix: a path of best heads is grown, and a cycle on it becomes one node at once
//! (Gabow et al., 1986). One root: arcs from the root cost more than any tree can win (Stanojević & Cohen, EMNLP 2021).

/// An arc between words of the sentence, the root being node 0.
#[derive(Debug, Clone, Copy, Default)]
struct Arc {
    head: usize,
    dependent: usize,
}

/// The graph: words, and the cycles that became one node. A node of the graph stands in a slot of the matrix, the cycle in that of one of its
/// nodes.
struct Graph {
    slots: usize,
    /// `[head][dependent]` by slots.
    weights: Vec<f64>,
    arcs: Vec<Arc>,
    alive: Vec<bool>,
    /// The node in each slot.
    node: Vec<usize>,
    /// By node: the arc into it, and its weight when it was chosen.
    into: Vec<(Arc, f64)>,
    /// By node: the cycle that it is in.
    parent: Vec<Option<usize>>,
    /// By node: the nodes of the cycle that it is.
    members: Vec<Vec<usize>>,
}

/// Heads of the best tree with one root, as [`super::tree`] gives them.
pub fn best(scores: &[f32], words: usize) -> Vec<Option<usize>> {
    if words == 0 {
        return Vec::new();
    }
    let mut graph = Graph::new(scores, words);
    let mut done = vec![false; graph.slots];
    done[0] = true;
    for start in 1..graph.slots {
        if graph.alive[start] && !done[start] {
            graph.grow(start, &mut done);
        }
    }
    graph.heads(words)
}

impl Graph {
    fn new(scores: &[f32], words: usize) -> Self {
        let slots = words + 1;
        let finite = |score: f32| if score.is_finite() { f64::from(score.clamp(-1e9, 1e9)) } else { -1e9 };
        let (least, most) = scores.iter().map(|score| finite(*score)).fold((0.0, 0.0), |(a, b): (f64, f64), x| (a.min(x), b.max(x)));
        #[expect(clippy::cast_precision_loss, reason = "a window holds few words")]
        let fine = (most - least + 1.0) * (slots as f64);
        let mut weights = vec![f64::NEG_INFINITY; slots * slots];
        let mut arcs = vec![Arc::default(); slots * slots];
        for dependent in 1..slots {
            for head in 0..slots {
                let score = finite(scores[(dependent - 1) * slots + head]);
                let place = head * slots + dependent;
                arcs[place] = Arc { head, dependent };
                if head != dependent {
                    weights[place] = if head == 0 { score - fine } else { score };
                }
            }
        }
        Self {
            slots,
            weights,
            arcs,
            alive: vec![true; slots],
            node: (0..slots).collect(),
            into: vec![(Arc::default(), 0.0); slots],
            parent: vec![None; slots],
            members: vec![Vec::new(); slots],
        }
    }

    /// Follows best heads from a slot until they end at what is done; cycles on the way become one.
    fn grow(&mut self, start: usize, done: &mut [bool]) {
        let mut path = vec![start];
        while let Some(last) = path.last().copied() {
            let head = self.best_head(last);
            let place = head * self.slots + last;
            self.into[self.node[last]] = (self.arcs[place], self.weights[place]);
            if done[head] {
                break;
            }
            match path.iter().position(|slot| *slot == head) {
                Some(begin) => {
                    let cycle = path.split_off(begin);
                    self.contract(&cycle);
                    path.push(cycle[0]);
                }
                None => path.push(head),
            }
        }
        for slot in path {
            done[slot] = true;
        }
    }

    fn best_head(&self, dependent: usize) -> usize {
        let mut best = 0;
        for head in 1..self.slots {
            let better = self.weights[head * self.slots + dependent] > self.weights[best * self.slots + dependent];
            if self.alive[head] && head != dependent && better {
                best = head;
            }
        }
        best
    }

    /// Makes a cycle of slots one node in the slot of its first.
    fn contract(&mut self, cycle: &[usize]) {
        let (new, slots, slot) = (self.into.len(), self.slots, cycle[0]);
        self.into.push((Arc::default(), 0.0));
        self.parent.push(None);
        self.members.push(cycle.iter().map(|slot| self.node[*slot]).collect());
        for member in cycle {
            self.parent[self.node[*member]] = Some(new);
            self.alive[*member] = false;
        }
        for other in (0..slots).filter(|other| self.alive[*other]).collect::<Vec<_>>() {
            let mut out = (f64::NEG_INFINITY, Arc::default());
            let mut into = (f64::NEG_INFINITY, Arc::default());
            for member in cycle {
                let place = member * slots + other;
                if self.weights[place] > out.0 {
                    out = (self.weights[place], self.arcs[place]);
                }
                let place = other * slots + member;
                let gain = self.weights[place] - self.into[self.node[*member]].1;
                if gain > into.0 {
                    into = (gain, self.arcs[place]);
                }
            }
            (self.weights[slot * slots + other], self.arcs[slot * slots + other]) = out;
            (self.weights[other * slots + slot], self.arcs[other * slots + slot]) = into;
        }
        self.alive[slot] = true;
        self.node[slot] = new;
    }

    /// Opens the cycles again: each is broken where its arc comes in.
    fn heads(&self, words: usize) -> Vec<Option<usize>> {
        let mut heads = vec![None; words];
        let mut open: Vec<usize> = (1..self.slots).filter(|slot| self.alive[*slot]).map(|slot| self.node[slot]).collect();
        while let Some(top) = open.pop() {
            let arc = self.into[top].0;
            heads[arc.dependent - 1] = arc.head.checked_sub(1);
            let mut at = arc.dependent;
            while at != top {
                let Some(cycle) = self.parent[at] else { break };
                open.extend(self.members[cycle].iter().filter(|member| **member != at));
                at = cycle;
            }
        }
        heads
    }
}
