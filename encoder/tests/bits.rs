//! Does a text read alike whatever the machine, the threads, and what was read before?

#![expect(clippy::unwrap_used, reason = "tests fail so")]

mod common;

use common::{Small, Text, claimed, is_whole, read, text};
use newsgraph_encoder::{Analysis, Machine, Reader, Scratch};

/// All numbers of an analysis, by their bits.
fn bits(found: &[Analysis]) -> Vec<u32> {
    let mut bits = Vec::new();
    for sentence in found {
        for word in 0..sentence.len() {
            let scores = [sentence.upos_scores(word), sentence.feature_scores(word, 0), sentence.feature_scores(word, 1)];
            let scores = scores.into_iter().chain([sentence.mention_scores(word), sentence.relation_scores(word)]);
            bits.extend(scores.flatten().map(|score| score.to_bits()));
            bits.push(u32::try_from(sentence.heads()[word].map_or(0, |head| head + 1)).unwrap());
            bits.extend([sentence.relations()[word], sentence.mentions()[word]].map(|label| u32::try_from(label).unwrap()));
            bits.push(sentence.head_probabilities()[word].to_bits());
        }
    }
    bits
}

/// All numbers that are read in a text, its claims included.
fn all_bits(reader: &Reader<'_>, text: &Text, scratch: &mut Scratch) -> Vec<u32> {
    let found = read(reader, text, scratch);
    let mut bits = bits(&found);
    for claim in claimed(reader, text, &found, scratch) {
        bits.extend([claim.sentence, claim.word].map(|place| u32::try_from(place).unwrap()));
        let scores = claim.relations.iter().chain(&claim.modalities).chain([&claim.probability, &claim.negated, &claim.hedged]);
        bits.extend(scores.map(|score| score.to_bits()));
        for role in &claim.roles {
            bits.push(role.nobody.to_bits());
            let words = role.words.iter();
            bits.extend(words.flat_map(|(s, w, share)| [u32::try_from(*s).unwrap(), u32::try_from(*w).unwrap(), share.to_bits()]));
        }
    }
    bits
}

#[test]
fn every_level_of_this_machine_gives_the_same_bits() {
    let file = Small::new().file();
    let texts: Vec<_> = (0..6).map(|seed| text(seed, 1 + usize::try_from(seed).unwrap() * 5)).collect();
    let all = |machine| {
        let reader = Reader::new(&file).unwrap().on(machine);
        texts.iter().map(|text| all_bits(&reader, text, &mut Scratch::default())).collect::<Vec<_>>()
    };
    let machines = Machine::all();
    let first = all(machines[0]);
    assert!(first.iter().map(Vec::len).sum::<usize>() > 1000);
    for machine in &machines[1..] {
        assert!(all(*machine) == first, "{} and {} differ", machine.name(), machines[0].name());
    }
}

/// Other processors too: whoever runs this, the bits are these.
#[test]
fn the_bits_are_those_of_every_machine() {
    let file = Small::new().file();
    let reader = Reader::new(&file).unwrap();
    let found = (0..6).flat_map(|seed| all_bits(&reader, &text(seed, 9), &mut Scratch::default()));
    // FNV-1a by words.
    let hash = found.fold(0xcbf2_9ce4_8422_2325_u64, |hash, bits| (hash ^ u64::from(bits)).wrapping_mul(0x0100_0000_01b3));
    assert_eq!(format!("{hash:016x}"), "c3527e047529c670", "on {}", Machine::best().name());
}

#[test]
fn one_text_says_nothing_of_another() {
    let file = Small::new().file();
    let reader = Reader::new(&file).unwrap();
    let texts: Vec<_> = (0..8).map(|seed| text(seed, 12)).collect();
    let alone: Vec<_> = texts.iter().map(|text| all_bits(&reader, text, &mut Scratch::default())).collect();
    // One after another with the same memory, in both orders.
    let mut scratch = Scratch::default();
    for place in (0..texts.len()).chain((0..texts.len()).rev()) {
        assert!(all_bits(&reader, &texts[place], &mut scratch) == alone[place], "text {place} read differently");
    }
    // Two threads, each with its memory.
    let halves = std::thread::scope(|scope| {
        let threads: Vec<_> = texts
            .chunks(4)
            .map(|half| {
                scope.spawn(|| {
                    let mut scratch = Scratch::default();
                    half.iter().map(|text| all_bits(&reader, text, &mut scratch)).collect::<Vec<_>>()
                })
            })
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
    });
    assert!(halves == alone, "two threads read differently");
}

#[test]
fn neighbours_in_a_window_are_seen() {
    let file = Small::new().file();
    let reader = Reader::new(&file).unwrap();
    let whole = text(3, 4);
    let found = read(&reader, &whole, &mut Scratch::default());
    found.iter().for_each(is_whole);
    let alone = read(&reader, &vec![whole[1].clone()], &mut Scratch::default());
    assert!(bits(&alone) != bits(&found[1..2]), "a sentence reads alike with and without neighbours");
}

#[test]
fn what_is_known_of_a_word_counts() {
    let file = Small::new().file();
    let reader = Reader::new(&file).unwrap();
    let mut known = text(3, 1);
    let before = bits(&read(&reader, &known, &mut Scratch::default()));
    known[0][0].1 = vec![1, 2];
    let after = bits(&read(&reader, &known, &mut Scratch::default()));
    assert!(before != after);
    // Numbers that no feature has say nothing.
    known[0][0].1 = vec![1, 2, 3, u16::MAX];
    assert!(bits(&read(&reader, &known, &mut Scratch::default())) == after);
}

#[test]
fn weights_in_two_files_read_as_in_one() {
    let small = Small::new();
    let (file, text) = (small.file(), text(2, 5));
    let whole = bits(&read(&Reader::new(&file).unwrap(), &text, &mut Scratch::default()));
    let layers = small.part(true, |name| name.starts_with("layer"));
    let mut rest = small.part(false, |name| !name.starts_with("layer"));
    for parts in [[&layers[..], &rest[..]], [&rest[..], &layers[..]]] {
        assert!(bits(&read(&Reader::of_parts(&parts).unwrap(), &text, &mut Scratch::default())) == whole);
    }
    assert!(Reader::new(&layers).is_err() && Reader::new(&rest).is_err() && Reader::of_parts(&[]).is_err());
    let last = rest.len() - 1;
    rest[last] ^= 4;
    assert!(Reader::of_parts(&[&layers, &rest]).is_err());
}

#[test]
fn claims_are_looked_for_near_their_triggers_only() {
    let file = Small::new().file();
    let reader = Reader::new(&file).unwrap();
    let whole = text(4, 9);
    let found = read(&reader, &whole, &mut Scratch::default());
    let claims = claimed(&reader, &whole, &found, &mut Scratch::default());
    assert!(!claims.is_empty());
    for claim in &claims {
        assert!(claim.word < found[claim.sentence].len() && claim.relations.len() == 3 && claim.roles.len() == 2);
        let total: f32 = claim.relations.iter().sum();
        assert!((total - 1.0).abs() < 1e-4 && (0.0..=1.0).contains(&claim.negated));
        for (sentence, word, share) in claim.roles.iter().flat_map(|role| &role.words) {
            assert!(sentence.abs_diff(claim.sentence) <= 1 && *word < found[*sentence].len() && (0.0..=1.0).contains(share));
        }
    }
    // Other words than those that were read say nothing.
    assert!(reader.claims(&found[1..], &[], &mut Scratch::default()).is_empty());
}
