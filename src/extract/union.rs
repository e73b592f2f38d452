//! Which of many things are one? Sets that are joined two at a time (union by size, path halving: Tarjan & van Leeuwen 1984).

/// Sets of the numbers below a limit, each number alone at first.
#[derive(Debug)]
pub struct Union {
    parent: Vec<usize>,
    size: Vec<usize>,
}

impl Union {
    pub fn new(count: usize) -> Self {
        Self { parent: (0..count).collect(), size: vec![1; count] }
    }

    /// The number that stands for the set of another one.
    pub fn find(&mut self, mut one: usize) -> usize {
        while self.parent[one] != one {
            self.parent[one] = self.parent[self.parent[one]];
            one = self.parent[one];
        }
        one
    }

    /// Makes the sets of two numbers one; returns the number that stands for it.
    pub fn join(&mut self, one: usize, other: usize) -> usize {
        let (one, other) = (self.find(one), self.find(other));
        let (small, large) = if self.size[one] < self.size[other] { (one, other) } else { (other, one) };
        if small != large {
            self.parent[small] = large;
            self.size[large] += self.size[small];
        }
        large
    }
}
