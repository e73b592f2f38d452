//! Do the kernels compute what they should, with the same bits on every level?

#![expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "numbers of tests are small")]

use super::*;
use crate::machine::Machine;

/// Numbers that look drawn and are the same on every run.
struct Draw(u64);

impl Draw {
    fn number(&mut self) -> f32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f32::from(i16::from_le_bytes([self.0.to_le_bytes()[6], self.0.to_le_bytes()[7]])) / 8192.0
    }

    fn many(&mut self, count: usize) -> Vec<f32> {
        (0..count).map(|_| self.number()).collect()
    }
}

fn bits(x: &[f32]) -> Vec<u32> {
    x.iter().map(|x| x.to_bits()).collect()
}

/// What `run` gives on each level of this machine, which must be one.
fn same_on_all(run: impl Fn(Machine) -> Vec<f32>) -> Vec<f32> {
    let all = Machine::all();
    let first = run(all[0]);
    for machine in &all[1..] {
        assert!(bits(&run(*machine)) == bits(&first), "{} and {} differ", machine.name(), all[0].name());
    }
    first
}

fn near(found: f64, expected: f64, off: f64) {
    assert!((found - expected).abs() <= off, "{found} is not {expected}");
}

#[test]
fn products_are_exact() {
    let (mut draw, outputs, inputs) = (Draw(1), 96, 64);
    // The extremes too: all inputs and weights as large as they get.
    let weight = |draw: &mut Draw, o: usize| if o < 16 { 63 } else { i8::try_from((draw.number() * 15.0) as i32).unwrap() };
    let table: Vec<Vec<i8>> = (0..outputs).map(|o| (0..inputs).map(|_| weight(&mut draw, o)).collect()).collect();
    let mut blocks = vec![[0_u8; 64]; outputs / 16 * inputs / 4];
    for (o, row) in table.iter().enumerate() {
        for (i, weight) in row.iter().enumerate() {
            blocks[o / 16 * inputs / 4 + i / 4][o % 16 * 4 + i % 4] = weight.to_le_bytes()[0];
        }
    }
    let matrix = Matrix::of(inputs, &blocks, draw.many(outputs), draw.many(outputs));
    for count in [1, 2, 5, 6, 13] {
        let mut x = draw.many(count * inputs);
        x[..inputs].fill(2.0);
        let run = |machine| {
            let (mut rows, mut out) = (Rows::default(), Vec::new());
            quantise(machine, &x, inputs, &mut rows);
            multiply(machine, &rows, &matrix, &mut out).to_vec()
        };
        let found = same_on_all(run);
        let mut rows = Rows::default();
        quantise(Machine::best(), &x, inputs, &mut rows);
        for row in 0..count {
            let input = &rows.bytes[row * inputs..][..inputs];
            for o in 0..outputs {
                let sum: i32 = input.iter().zip(&table[o]).map(|(a, w)| (i32::from(*a) - 128) * i32::from(*w)).sum();
                let expected = sum as f32 * (rows.scales[row] * matrix.scale(o)) + matrix.bias(o);
                assert_eq!(found[row * outputs + o].to_bits(), expected.to_bits());
            }
        }
    }
}

#[test]
fn quantised_rows_are_near_and_the_largest_is_whole() {
    let x = Draw(2).many(3 * 48);
    let mut rows = Rows::default();
    quantise(Machine::best(), &x, 48, &mut rows);
    for (i, x) in x.iter().enumerate() {
        let scale = rows.scales[i / 48];
        near(f64::from((f32::from(rows.bytes[i]) - 128.0) * scale), f64::from(*x), f64::from(scale) * 0.501);
    }
    quantise(Machine::best(), &[0.0; 16], 16, &mut rows);
    assert_eq!((rows.bytes[0], rows.scales[0], rows.count()), (128, 0.0, 1));
}

#[test]
fn gelu_is_near_the_true_one() {
    let x: Vec<f32> = (-400_i16..400).map(|i| f32::from(i) / 50.0).collect();
    let found = same_on_all(|machine| {
        let mut x = x.clone();
        gelu(machine, &mut x);
        x
    });
    for (x, found) in x.iter().zip(found) {
        // Φ by its series.
        let x = f64::from(*x);
        let (mut term, mut sum) = (x, x);
        for k in 1..200 {
            term *= x * x / f64::from(2 * k + 1);
            sum += term;
        }
        let phi = 0.5 + sum * (-x * x / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
        near(f64::from(found), x * phi, 2e-5);
    }
}

#[test]
fn rows_are_normalised() {
    let (mut draw, width) = (Draw(3), 32);
    let norm = Norm::of(draw.many(width), draw.many(width), 1e-12);
    let (x, step) = (draw.many(4 * width), draw.many(4 * width));
    let found = same_on_all(|machine| {
        let (mut x, mut mixed) = (x.clone(), vec![1.0; 4 * width]);
        normalise(machine, &norm, &mut x, Some(&step), 0.5, Some(&mut mixed));
        x.append(&mut mixed);
        x
    });
    for row in 0..4 {
        let sum: Vec<f64> = (0..width).map(|i| f64::from(x[row * width + i]) + f64::from(step[row * width + i])).collect();
        let mean = sum.iter().sum::<f64>() / 32.0;
        let variance = sum.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / 32.0;
        for i in 0..width {
            let expected = (sum[i] - mean) / variance.sqrt() * f64::from(norm.weight(i)) + f64::from(norm.bias(i));
            near(f64::from(found[row * width + i]), expected, 1e-4);
            near(f64::from(found[(4 + row) * width + i]), 1.0 + expected / 2.0, 1e-4);
        }
    }
}

#[test]
fn attention_is_near_the_true_one() {
    for (width, pieces) in [(16, 1), (16, 37), (32, 5), (32, 130)] {
        let (mut draw, heads) = (Draw(u64::try_from(pieces).unwrap()), 2);
        let hidden = heads * width;
        let mut qkv = draw.many(pieces * 3 * hidden);
        for row in qkv.chunks_exact_mut(3 * hidden) {
            row[..hidden].iter_mut().for_each(|query| *query /= (width as f32).sqrt());
        }
        let found = same_on_all(|machine| {
            let (mut out, mut room) = (vec![0.0; pieces * hidden], Attention::default());
            // What is left in the room from a longer window must not matter.
            attend(
                machine,
                Shape { heads, width },
                &vec![1.0; 3 * hidden * (pieces + 70)],
                &mut vec![0.0; hidden * (pieces + 70)],
                &mut room,
            );
            attend(machine, Shape { heads, width }, &qkv, &mut out, &mut room);
            out
        });
        let at = |piece: usize, part: usize, head: usize, i: usize| f64::from(qkv[piece * 3 * hidden + part * hidden + head * width + i]);
        for piece in 0..pieces {
            for head in 0..heads {
                let score = |other: usize| (0..width).map(|i| at(piece, 0, head, i) * at(other, 1, head, i)).sum::<f64>();
                let most = (0..pieces).map(score).fold(f64::MIN, f64::max);
                let weights: Vec<f64> = (0..pieces).map(|other| (score(other) - most).exp()).collect();
                let total: f64 = weights.iter().sum();
                for i in 0..width {
                    let expected = weights.iter().enumerate().map(|(other, weight)| weight * at(other, 2, head, i)).sum::<f64>() / total;
                    near(f64::from(found[piece * hidden + head * width + i]), expected, 0.01);
                }
            }
        }
    }
}

#[test]
fn rows_are_multiplied_with_a_row() {
    let mut draw = Draw(4);
    let (a, b) = (draw.many(48), draw.many(5 * 49));
    let found = same_on_all(|machine| {
        let mut out = vec![0.0; 5];
        dots(machine, &a, &b, 49, &mut out);
        out
    });
    for (i, found) in found.iter().enumerate() {
        let expected: f64 = (0..48).map(|k| f64::from(a[k]) * f64::from(b[i * 49 + k])).sum();
        near(f64::from(*found), expected, 1e-3);
    }
}
