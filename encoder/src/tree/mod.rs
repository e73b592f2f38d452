//! Which tree over the words of a sentence has the highest score?

mod arborescence;

/// Heads of the best tree with one root: `heads[i]` is the head of word `i`, itself a word, or nothing for the root.
///
/// `scores` has a row for each word: its score with the root as its head, then with each word as its head. Of equal trees it is always the same
/// one. Takes time in the square of the number of words.
pub fn tree(scores: &[f32], words: usize) -> Vec<Option<usize>> {
    let greedy = greedy(scores, words);
    if is_tree(&greedy) { greedy } else { arborescence::best(scores, words) }
}

/// The best head of each word on its own.
fn greedy(scores: &[f32], words: usize) -> Vec<Option<usize>> {
    let row = |word: usize| &scores[word * (words + 1)..][..=words];
    (0..words)
        .map(|word| {
            let mut best = 0;
            for (head, score) in row(word).iter().enumerate() {
                if head != word + 1 && *score > row(word)[best] {
                    best = head;
                }
            }
            best.checked_sub(1)
        })
        .collect()
}

/// Whether there is one root and every word hangs on it.
fn is_tree(heads: &[Option<usize>]) -> bool {
    if heads.iter().filter(|head| head.is_none()).count() != 1 {
        return false;
    }
    // Words known to hang on the root.
    let mut safe = vec![false; heads.len()];
    for word in 0..heads.len() {
        let mut at = word;
        let mut steps = 0;
        while let (false, Some(head)) = (safe[at], heads[at]) {
            at = head;
            steps += 1;
            if steps > heads.len() {
                return false;
            }
        }
        let mut at = word;
        while let (false, Some(head)) = (safe[at], heads[at]) {
            safe[at] = true;
            at = head;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The score of the best tree, found by trying all.
    fn by_trying(scores: &[f32], words: usize) -> f64 {
        let mut best = f64::NEG_INFINITY;
        for code in 0..(words + 1).pow(u32::try_from(words).unwrap()) {
            let heads: Vec<_> =
                (0..words).map(|word| (code / (words + 1).pow(u32::try_from(word).unwrap()) % (words + 1)).checked_sub(1)).collect();
            if is_tree(&heads) {
                best = best.max(total(scores, &heads));
            }
        }
        best
    }

    fn total(scores: &[f32], heads: &[Option<usize>]) -> f64 {
        heads.iter().enumerate().map(|(word, head)| f64::from(scores[word * (heads.len() + 1) + head.map_or(0, |head| head + 1)])).sum()
    }

    #[test]
    fn a_cycle_is_broken_where_it_costs_least() {
        // Each word wants the other one; the first is the better root.
        let scores = [1.0, 0.0, 9.0, 0.5, 9.0, 0.0];
        assert_eq!(tree(&scores, 2), [None, Some(0)]);
        assert_eq!(tree(&[5.0, 0.0], 1), [None]);
        assert!(tree(&[], 0).is_empty());
    }

    proptest! {
        #[test]
        fn no_tree_is_better(words in 1_usize..6, numbers in proptest::collection::vec(-4_i16..4, 30)) {
            let scores: Vec<f32> = numbers.iter().take(words * (words + 1)).map(|number| f32::from(*number)).collect();
            let heads = tree(&scores, words);
            prop_assert!(is_tree(&heads), "{heads:?}");
            prop_assert!((total(&scores, &heads) - by_trying(&scores, words)).abs() < 1e-6);
            prop_assert_eq!(&arborescence::best(&scores, words).len(), &words);
            prop_assert!((total(&scores, &arborescence::best(&scores, words)) - total(&scores, &heads)).abs() < 1e-6);
        }

        #[test]
        fn any_numbers_give_a_tree(words in 1_usize..40, seed in any::<u64>(), odd in prop::sample::select(vec![f32::NAN, f32::INFINITY, f32::NEG_INFINITY, f32::MAX, 0.0])) {
            let mut state = seed;
            let scores: Vec<f32> = (0..words * (words + 1)).map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                if state >> 60 == 0 { odd } else { f32::from(u16::try_from(state >> 48).unwrap()) / 1000.0 }
            }).collect();
            prop_assert!(is_tree(&arborescence::best(&scores, words)));
            prop_assert!(is_tree(&tree(&scores, words)));
        }
    }
}
