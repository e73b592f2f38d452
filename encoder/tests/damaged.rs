//! Are damaged weights refused, with a plain error and never a panic?

#![expect(clippy::unwrap_used, reason = "tests fail so")]

mod common;

use common::{Small, claimed, read, text};
use newsgraph_encoder::{ModelError, Reader, Scratch, seal};
use proptest::prelude::*;
use std::sync::LazyLock;

static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| Small::new().file());

fn refused(change: impl FnOnce(&mut Small)) -> String {
    let mut small = Small::new();
    change(&mut small);
    Reader::new(&small.file()).map(|_| ()).unwrap_err().to_string()
}

#[test]
fn what_is_no_model_is_refused() {
    assert!(Reader::new(&FILE).is_ok());
    assert!(matches!(Reader::new(b""), Err(ModelError::NotTensors(_))));
    assert!(matches!(Reader::new(b"not a model, but long enough for a header"), Err(ModelError::NotTensors(_))));
    let other = safetensors::serialize(Vec::<(String, &common::Tensor)>::new(), None).unwrap();
    assert!(matches!(Reader::new(&other), Err(ModelError::Format { .. })));
}

#[test]
fn a_changed_byte_is_refused() {
    let mut file = FILE.clone();
    let last = file.len() - 1;
    file[last] ^= 1;
    let error = Reader::new(&file).unwrap_err();
    assert!(matches!(error, ModelError::Damaged { .. }), "{error}");
    assert!(error.to_string().contains("get them again"));
    // A label of another name, in the header.
    let mut file = FILE.clone();
    let place = file.windows(4).position(|bytes| bytes == b"NOUN").unwrap();
    file[place] = b'M';
    assert!(matches!(Reader::new(&file), Err(ModelError::Damaged { .. })));
    seal(&mut file).unwrap();
    assert!(Reader::new(&file).is_ok());
}

#[test]
fn a_model_that_does_not_fit_itself_is_refused_by_name() {
    let says = |error: String, what: &str| assert!(error.contains(what), "{error}");
    says(refused(|small| small.tensors.retain(|(name, _)| name != "layer1.out.scale")), "layer1.out.scale does not fit: it is missing");
    says(refused(|small| small.config.hidden = 32), "does not fit");
    says(refused(|small| small.config.hidden = 0), "hidden is 0");
    says(refused(|small| small.config.heads = 64), "the width of a head");
    says(refused(|small| small.config.upos.push("X".to_owned())), "stacked heads");
    says(refused(|small| small.config.claims = None), "stacked heads");
    says(refused(|small| small.tensors.retain(|(name, _)| name != "claims.pair.keys")), "claims.pair.keys does not fit: it is missing");
    says(refused(|small| small.config.claims.as_mut().unwrap().role = 17), "heads for claims");
    says(refused(|small| small.config.unk = 17), "first four rows");
    says(refused(|small| small.config.max_pieces = 4096), "max_pieces");
    says(
        refused(|small| small.tensor("mix").data[..4].copy_from_slice(&f32::NAN.to_le_bytes())),
        "mix does not fit: not all of its numbers",
    );
    says(refused(|small| small.tensor("layer0.qkv.scale").data[..4].copy_from_slice(&f32::INFINITY.to_le_bytes())), "layer0.qkv.scale");
    says(refused(|small| small.tensor("vocab.bytes").data.reverse()), "not sorted");
    says(refused(|small| small.tensor("vocab.offsets").data[20..24].copy_from_slice(&u32::MAX.to_le_bytes())), "do not follow");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_file_cut_anywhere_is_refused(length in 0..FILE.len()) {
        prop_assert!(Reader::new(&FILE[..length]).is_err());
    }

    #[test]
    fn flipped_bits_are_refused(flips in prop::collection::vec((0..FILE.len(), 0..8), 1..20)) {
        let mut file = FILE.clone();
        for (place, bit) in flips {
            file[place] ^= 1_u8 << bit;
        }
        if file != *FILE {
            prop_assert!(Reader::new(&file).is_err());
        }
    }

    /// Bytes that somebody spoiled and sealed again may read nonsense, but never panic.
    #[test]
    fn sealed_nonsense_does_not_panic(header in any::<bool>(), flips in prop::collection::vec((any::<prop::sample::Index>(), 0..8), 1..60)) {
        let mut file = FILE.clone();
        let length = if header { usize::from(u16::from_le_bytes([file[0], file[1]])) } else { file.len() };
        for (place, bit) in flips {
            let place = place.index(length);
            file[place] ^= 1_u8 << bit;
        }
        if seal(&mut file).is_ok() && let Ok(reader) = Reader::new(&file) {
            let text = text(5, 6);
            let found = read(&reader, &text, &mut Scratch::default());
            claimed(&reader, &text, &found, &mut Scratch::default());
        }
    }
}
