//! What stands above what in a column? So that few arrows cross: sweeps by medians and exchanges of neighbours, from several starts.

use super::layers::Layers;

/// Sweeps from one start.
const SWEEPS: usize = 24;

/// Orders every column; says how often arrows cross then.
pub fn order(layers: &mut Layers) -> usize {
    let mut best = (usize::MAX, layers.columns.clone());
    for start in 0..4 {
        layers.columns = start_of(layers, start);
        let mut state = Order::new(layers);
        let (_, columns) = state.improve(start % 2 == 0, best.0);
        let (crossings, columns) = state.gather(columns);
        if crossings < best.0 {
            best = (crossings, columns);
        }
        if best.0 == 0 {
            break;
        }
    }
    layers.columns = best.1;
    best.0
}

/// An order to begin with: as the slots are met on walks in depth (0, 1) or in breadth (2, 3), from the first slot on or from the last.
fn start_of(layers: &Layers, start: usize) -> Vec<Vec<usize>> {
    let mut columns = vec![Vec::new(); layers.columns.len()];
    let mut seen = vec![false; layers.slots.len()];
    let mut roots: Vec<usize> = layers.columns.concat();
    if start % 2 == 1 {
        roots.reverse();
    }
    for root in roots {
        let mut waiting = std::collections::VecDeque::from([root]);
        while let Some(slot) = if start < 2 { waiting.pop_back() } else { waiting.pop_front() } {
            if seen[slot] {
                continue;
            }
            seen[slot] = true;
            columns[layers.slots[slot].layer].push(slot);
            let mut next: Vec<usize> = layers.beside(slot, false).chain(layers.beside(slot, true)).filter(|other| !seen[*other]).collect();
            if start < 2 {
                // What is met last is walked first: so that the first stands first.
                next.reverse();
            }
            waiting.extend(next);
        }
    }
    columns
}

struct Order<'l> {
    layers: &'l Layers,
    columns: Vec<Vec<usize>>,
    places: Vec<usize>,
    /// The neighbours of each slot on the left and on the right.
    beside: [Vec<Vec<usize>>; 2],
}

impl<'l> Order<'l> {
    fn new(layers: &'l Layers) -> Self {
        let all = |right| (0..layers.slots.len()).map(|slot| layers.beside(slot, right).collect()).collect();
        Self { layers, columns: layers.columns.clone(), places: layers.places(), beside: [all(false), all(true)] }
    }

    fn improve(&mut self, rightwards: bool, known: usize) -> (usize, Vec<Vec<usize>>) {
        let mut best = (self.crossings(), self.columns.clone());
        let mut idle = 0;
        for sweep in 0..SWEEPS {
            self.sweep((sweep % 2 == 0) == rightwards, sweep % 4 < 2);
            self.transpose();
            let crossings = self.crossings();
            if crossings < best.0 {
                idle = if best.0 == usize::MAX || crossings * 100 < best.0 * 99 { 0 } else { idle };
                best = (crossings, self.columns.clone());
            } else {
                idle += 1;
            }
            if best.0 == 0 || idle > 7 || (idle > 3 && best.0 > known.saturating_mul(2)) {
                break;
            }
        }
        best
    }

    /// Brings slots that are joined within their column together, where that makes fewer crossings.
    fn gather(&mut self, columns: Vec<Vec<usize>>) -> (usize, Vec<Vec<usize>>) {
        for (layer, column) in columns.into_iter().enumerate() {
            self.set(layer, column);
        }
        let mut best = self.crossings();
        for slot in 0..self.layers.slots.len() {
            for other in &self.layers.aside[slot] {
                let layer = self.layers.slots[slot].layer;
                for below in [false, true] {
                    let before = self.columns[layer].clone();
                    let mut column: Vec<usize> = before.iter().copied().filter(|at| *at != slot).collect();
                    let place = column.iter().position(|at| at == other).unwrap_or(0) + usize::from(below);
                    column.insert(place, slot);
                    self.set(layer, column);
                    let crossings = self.crossings();
                    if crossings < best {
                        best = crossings;
                    } else {
                        self.set(layer, before);
                    }
                }
            }
        }
        for _ in 0..6 {
            if !self.sift() {
                break;
            }
        }
        (self.crossings(), self.columns.clone())
    }

    /// Lets every slot walk through its whole column and stay where arrows cross least (sifting); whether any found a better place.
    fn sift(&mut self) -> bool {
        let mut better = false;
        for slot in 0..self.layers.slots.len() {
            let layer = self.layers.slots[slot].layer;
            let start = self.places[slot];
            let (mut change, mut best) = (0_i64, (0_i64, start));
            for place in (0..start).rev() {
                change += self.exchange(layer, place);
                if change < best.0 {
                    best = (change, place);
                }
            }
            for place in 0..self.columns[layer].len() - 1 {
                change += self.exchange(layer, place);
                if change < best.0 {
                    best = (change, place + 1);
                }
            }
            for place in (best.1..self.columns[layer].len() - 1).rev() {
                self.exchange(layer, place);
            }
            better |= best.0 < 0;
        }
        better
    }

    /// Exchanges the slots at a place and the next; how many crossings that adds.
    fn exchange(&mut self, layer: usize, place: usize) -> i64 {
        let (above, below) = (self.columns[layer][place], self.columns[layer][place + 1]);
        let before = self.between(above, below) + self.far(above) + self.far(below);
        let then = self.between(below, above);
        self.columns[layer].swap(place, place + 1);
        self.places[above] = place + 1;
        self.places[below] = place;
        let after = then + self.far(above) + self.far(below);
        i64::try_from(after).unwrap_or(i64::MAX) - i64::try_from(before).unwrap_or(i64::MAX)
    }

    /// Orders column after column by the middle of what each slot is joined to in the column before.
    fn sweep(&mut self, rightwards: bool, first_wins: bool) {
        let count = self.columns.len();
        let order: Vec<usize> = if rightwards { (1..count).collect() } else { (0..count.saturating_sub(1)).rev().collect() };
        for layer in order {
            let mut keys: Vec<(f64, usize, usize)> = Vec::with_capacity(self.columns[layer].len());
            for (place, slot) in self.columns[layer].iter().enumerate() {
                let beside = &self.beside[usize::from(!rightwards)][*slot];
                keys.push((self.middle(beside), if first_wins { place } else { usize::MAX - place }, *slot));
            }
            // Slots that are joined to nothing there keep their places.
            let fixed: Vec<Option<usize>> = keys.iter().map(|key| (key.0 < 0.0).then_some(key.2)).collect();
            let mut moving: Vec<_> = keys.into_iter().filter(|key| key.0 >= 0.0).collect();
            moving.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            let mut moving = moving.into_iter().map(|key| key.2);
            let column: Vec<usize> = fixed.into_iter().filter_map(|fixed| fixed.or_else(|| moving.next())).collect();
            self.set(layer, column);
        }
    }

    fn set(&mut self, layer: usize, column: Vec<usize>) {
        for (place, slot) in column.iter().enumerate() {
            self.places[*slot] = place;
        }
        self.columns[layer] = column;
    }

    /// The weighted median of places; -1 for none.
    #[expect(clippy::cast_precision_loss, reason = "places are few")]
    fn middle(&self, slots: &[usize]) -> f64 {
        let mut places: Vec<usize> = slots.iter().map(|slot| self.places[*slot]).collect();
        places.sort_unstable();
        let half = places.len() / 2;
        match places.as_slice() {
            [] => -1.0,
            [one] => *one as f64,
            [a, b] => (a + b) as f64 / 2.0,
            all if all.len() % 2 == 1 => all[half] as f64,
            all => {
                let left = (all[half - 1] - all[0]) as f64;
                let right = (all[all.len() - 1] - all[half]) as f64;
                if left + right == 0.0 {
                    (all[half - 1] + all[half]) as f64 / 2.0
                } else {
                    (all[half - 1] as f64 * right + all[half] as f64 * left) / (left + right)
                }
            }
        }
    }

    /// Exchanges neighbours as long as arrows cross less for it.
    fn transpose(&mut self) {
        for _ in 0..20 {
            let mut better = false;
            for layer in 0..self.columns.len() {
                for place in 1..self.columns[layer].len() {
                    if self.exchange(layer, place - 1) < 0 {
                        better = true;
                    } else {
                        self.exchange(layer, place - 1);
                    }
                }
            }
            if !better {
                break;
            }
        }
    }

    /// How often the arrows of two neighbours cross.
    fn between(&self, above: usize, below: usize) -> usize {
        let mut count = 0;
        for beside in &self.beside {
            for a in &beside[above] {
                count += beside[below].iter().filter(|b| self.places[**b] < self.places[*a]).count();
            }
        }
        count
    }

    /// How many slots lie between a slot and those that it is joined to within its column.
    fn far(&self, slot: usize) -> usize {
        self.layers.aside[slot].iter().map(|other| self.places[slot].abs_diff(self.places[*other]).saturating_sub(1)).sum()
    }

    /// How often all arrows cross.
    fn crossings(&self) -> usize {
        let aside: usize = (0..self.layers.slots.len()).map(|slot| self.far(slot)).sum();
        (1..self.columns.len()).map(|layer| self.crossings_before(layer)).sum::<usize>() + aside / 2
    }

    fn crossings_before(&self, layer: usize) -> usize {
        let mut ends: Vec<(usize, usize)> = Vec::new();
        for slot in &self.columns[layer - 1] {
            ends.extend(self.layers.beside(*slot, true).map(|other| (self.places[*slot], self.places[other])));
        }
        ends.sort_unstable();
        // Inversions, counted with sums over powers of two (Fenwick).
        let mut sums = vec![0_usize; self.columns[layer].len() + 1];
        let mut count = 0;
        for (seen, (_, place)) in ends.iter().enumerate() {
            let mut not_below = 0;
            let mut at = place + 1;
            while at > 0 {
                not_below += sums[at];
                at &= at - 1;
            }
            count += seen - not_below;
            at = place + 1;
            while at < sums.len() {
                sums[at] += 1;
                at += at & at.wrapping_neg();
            }
        }
        count
    }
}
