//! Are weights of pairs found by their numbers?

use super::table::Table;

#[test]
fn numbers_have_their_own_weights_and_others_none() {
    let keys: Vec<u64> = (0..500).map(|k| (k * 7) << 40 | (k % 3)).collect();
    let weights = (0..1000_u16).map(f32::from).collect();
    let table = Table::new(keys.iter().copied(), weights, 2);
    for (row, key) in (0_u16..).zip(&keys) {
        let mut out = [0.5, 0.25];
        table.add(*key, &mut out);
        let expected = [f32::from(row * 2) + 0.5, f32::from(row * 2) + 1.25];
        assert!(out.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-6), "{key}");
        table.add(*key + 5, &mut out);
        assert!((out[0] - expected[0]).abs() < 1e-6);
    }
    let mut out = [1.0];
    Table::new([].into_iter(), Vec::new(), 1).add(0, &mut out);
    assert!((out[0] - 1.0).abs() < 1e-6);
}
