//! What do several tests need? A small model with weights that look drawn, in the format of the real one.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, reason = "no test uses all of it, and helpers fail as tests do")]

use newsgraph_encoder::{
    Analysis, ClaimConfig, ClaimWord, Config, Features, LexicalAt, Reader, Scratch, Sentence, SpottedClaim, Word, seal,
};
use safetensors::tensor::{Dtype, View, serialize};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

/// Numbers that look drawn and are the same on every run.
pub struct Draw(pub u64);

impl Draw {
    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn float(&mut self, most: f32) -> f32 {
        (f32::from(i16::try_from(self.below(20_001)).unwrap()) / 10_000.0 - 1.0) * most
    }
}

/// A tensor of the file.
pub struct Tensor {
    pub dtype: Dtype,
    pub shape: Vec<usize>,
    pub data: Vec<u8>,
}

impl View for &Tensor {
    fn dtype(&self) -> Dtype {
        self.dtype
    }
    fn shape(&self) -> &[usize] {
        &self.shape
    }
    fn data(&self) -> Cow<'_, [u8]> {
        Cow::Borrowed(&self.data)
    }
    fn data_len(&self) -> usize {
        self.data.len()
    }
}

/// A model that can be changed before it is written.
pub struct Small {
    pub config: Config,
    pub tensors: Vec<(String, Tensor)>,
}

fn strings(list: &[&str]) -> Vec<String> {
    list.iter().map(|name| (*name).to_owned()).collect()
}

/// Letters, a few syllables, marks.
fn vocabulary() -> Vec<String> {
    let mut pieces: Vec<String> =
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВКНСТ.,".chars().flat_map(|c| [c.to_string(), format!("▁{c}")]).collect();
    pieces.extend(strings(&["▁", "ти", "ва", "на", "▁на", "▁при", "▁сло", "во", "слово", "ння"]));
    pieces.sort();
    pieces.dedup();
    pieces
}

fn claims() -> ClaimConfig {
    ClaimConfig {
        relations: strings(&["aids", "attacks", "ends"]),
        modalities: strings(&["actual", "intended"]),
        roles: strings(&["subject", "object"]),
        known: strings(&["aids", "speech"]),
        speech: "speech".to_owned(),
        prepositions: strings(&["на", "в"]),
        candidates: strings(&["NOUN", "VERB"]),
        reach: 1,
        far: 40,
        trigger: 32,
        role: 16,
        pairs: 300,
    }
}

impl Small {
    pub fn new() -> Self {
        let (upos, mention) = (strings(&["NOUN", "VERB", "ADJ", "PUNCT"]), strings(&["O", "B-Person", "I-Person", "B-Place", "I-Place"]));
        let features = vec![("Case".to_owned(), strings(&["_", "Nom", "Gen"])), ("Number".to_owned(), strings(&["_", "Sing", "Plur"]))];
        let stacked =
            [("upos", 4), ("Number", 3), ("Case", 3), ("mention", 5), ("arc_head", 32), ("arc_dep", 32), ("rel_head", 16), ("rel_dep", 16)];
        let of_claims = [("claim_trigger", 32), ("claim_acts", 16), ("claim_plays", 16)];
        let config = Config {
            hidden: 64,
            heads: 2,
            layers: 2,
            ffn: 96,
            max_pieces: 64,
            window: None,
            eps: 1e-12,
            bos: 0,
            eos: 2,
            unk: 3,
            arc: 32,
            rel: 16,
            upos,
            features: Features(features),
            deprel: strings(&["nsubj", "root", "obj", "parataxis", "punct"]),
            mention,
            lexical: strings(&["UPOS=NOUN", "UPOS=VERB", "first"]),
            lexical_at: LexicalAt::Both,
            unk_score: -20.0,
            longest_word: 12,
            stacked: stacked.iter().chain(&of_claims).map(|(name, width)| ((*name).to_owned(), *width)).collect(),
            margin: 0.0,
            agree: BTreeMap::new(),
            claims: Some(claims()),
        };
        let mut small = Self { config, tensors: Vec::new() };
        small.fill(&mut Draw(7));
        small
    }

    fn fill(&mut self, draw: &mut Draw) {
        let Config { hidden, layers, ffn, max_pieces, arc, rel, .. } = self.config;
        let (tags, lexical, relations) = (self.config.mention.len(), self.config.lexical.len(), self.config.deprel.len());
        for i in 0..layers {
            self.matrix(draw, &format!("layer{i}.qkv"), 3 * hidden, hidden);
            self.matrix(draw, &format!("layer{i}.out"), hidden, hidden);
            self.matrix(draw, &format!("layer{i}.ffn_in"), ffn, hidden);
            self.matrix(draw, &format!("layer{i}.ffn_out"), hidden, ffn);
            self.norm(draw, &format!("layer{i}.ln1"));
            self.norm(draw, &format!("layer{i}.ln2"));
        }
        self.norm(draw, "embedding.ln");
        self.matrix(draw, "heads", self.config.stacked.iter().map(|(_, width)| width).sum(), hidden);
        self.matrix(draw, "arc", arc, arc);
        self.matrix(draw, "rel", relations * (rel + 1), rel);
        self.claims(draw);
        self.floats(draw, "root.arc", &[arc], 1.0);
        self.floats(draw, "root.rel", &[rel], 1.0);
        self.floats(draw, "mix", &[layers + 1], 0.5);
        self.floats(draw, "embedding.type", &[hidden], 0.1);
        self.floats(draw, "mention.start", &[tags], 1.0);
        self.floats(draw, "mention.end", &[tags], 1.0);
        self.floats(draw, "mention.transitions", &[tags, tags], 1.0);
        self.halves(draw, "embedding.position", &[max_pieces, hidden]);
        self.halves(draw, "lexical.input", &[lexical, hidden]);
        self.halves(draw, "lexical.word", &[lexical, hidden]);
        let pieces = vocabulary();
        let rows = pieces.len() + 4;
        let scores = (0..rows).flat_map(|row| (if row < 4 { 0.0 } else { -2.0 - draw.float(1.0) }).to_le_bytes()).collect();
        self.add("vocab.scores", Dtype::F32, &[rows], scores);
        let (mut offsets, mut bytes) = (vec![0_u32; 4], Vec::new());
        for piece in &pieces {
            offsets.push(u32::try_from(bytes.len()).unwrap());
            bytes.extend_from_slice(piece.as_bytes());
        }
        offsets.push(u32::try_from(bytes.len()).unwrap());
        self.add("vocab.offsets", Dtype::U32, &[rows + 1], offsets.into_iter().flat_map(u32::to_le_bytes).collect());
        self.add("vocab.bytes", Dtype::U8, &[bytes.len()], bytes);
        // A block of 32 numbers: a scale of 16 bits (about 0.06), then 16 bytes.
        let block =
            |draw: &mut Draw| [0, 0x2C].into_iter().chain((0..16).map(|_| u8::try_from(draw.below(256)).unwrap())).collect::<Vec<_>>();
        let table = (0..rows * hidden / 32).flat_map(|_| block(draw)).collect();
        self.add("embedding.pieces", Dtype::U8, &[rows, hidden / 32 * 18], table);
    }

    fn claims(&mut self, draw: &mut Draw) {
        let Some(claims) = self.config.claims.clone() else { return };
        self.matrix(draw, "claims.said", claims.scores(), claims.trigger);
        self.matrix(draw, "claims.role", claims.roles.len() * (claims.role + 1), claims.role);
        self.halves(draw, "claims.known.trigger", &[claims.known.len(), claims.trigger]);
        self.halves(draw, "claims.known.acts", &[claims.known.len(), claims.role]);
        self.halves(draw, "claims.known.said", &[claims.known.len(), claims.scores()]);
        self.halves(draw, "claims.pair", &[claims.pairs, claims.roles.len()]);
        // Numbers of the sixth template, which tells little.
        let keys = (0..u64::try_from(claims.pairs).unwrap()).flat_map(|seen| (6 << 59 | seen).to_le_bytes()).collect();
        self.add("claims.pair.keys", Dtype::I64, &[claims.pairs], keys);
    }

    fn add(&mut self, name: &str, dtype: Dtype, shape: &[usize], data: Vec<u8>) {
        self.tensors.push((name.to_owned(), Tensor { dtype, shape: shape.to_vec(), data }));
    }

    fn floats(&mut self, draw: &mut Draw, name: &str, shape: &[usize], most: f32) {
        let data = (0..shape.iter().product()).flat_map(|_| draw.float(most).to_le_bytes()).collect();
        self.add(name, Dtype::F32, shape, data);
    }

    fn halves(&mut self, draw: &mut Draw, name: &str, shape: &[usize]) {
        // Bits of numbers below 0.1 in size, of either sign.
        let data = (0..shape.iter().product())
            .flat_map(|_| (u16::try_from(draw.below(0x2E00) | draw.below(2) << 15).unwrap()).to_le_bytes())
            .collect();
        self.add(name, Dtype::F16, shape, data);
    }

    fn norm(&mut self, draw: &mut Draw, name: &str) {
        self.floats(draw, &format!("{name}.w"), &[self.config.hidden], 1.5);
        self.floats(draw, &format!("{name}.b"), &[self.config.hidden], 0.2);
    }

    fn matrix(&mut self, draw: &mut Draw, name: &str, outputs: usize, inputs: usize) {
        let padded = outputs.next_multiple_of(16);
        let weights: Vec<i8> = (0..padded * inputs).map(|_| i8::try_from(draw.below(127)).unwrap() - 63).collect();
        let mut sums = vec![0_i32; padded];
        for (place, weight) in weights.iter().enumerate() {
            sums[place / (inputs * 16) * 16 + place % 64 / 4] += 128 * i32::from(*weight);
        }
        self.add(&format!("{name}.w"), Dtype::I8, &[padded / 16, inputs / 4, 16, 4], weights.iter().map(|w| w.cast_unsigned()).collect());
        self.add(&format!("{name}.scale"), Dtype::F32, &[padded], (0..padded).flat_map(|_| 0.004_f32.to_le_bytes()).collect());
        self.floats(draw, &format!("{name}.bias"), &[padded], 0.3);
        self.add(&format!("{name}.corr"), Dtype::I32, &[padded], sums.into_iter().flat_map(i32::to_le_bytes).collect());
    }

    /// The tensor of this name, to be spoiled.
    pub fn tensor(&mut self, name: &str) -> &mut Tensor {
        &mut self.tensors.iter_mut().find(|(known, _)| known == name).unwrap().1
    }

    /// The file, with its checksum.
    pub fn file(&self) -> Vec<u8> {
        self.part(true, |_| true)
    }

    /// A file of some of the tensors.
    pub fn part(&self, with_config: bool, tensors: impl Fn(&str) -> bool) -> Vec<u8> {
        let config = serde_json::to_string(&self.config).unwrap();
        let metadata = [("format", "newsgraph-reader/1"), ("checksum", "0000000000000000"), ("config", &config)];
        let metadata = metadata.into_iter().take(if with_config { 3 } else { 2 });
        let metadata: HashMap<_, _> = metadata.map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
        let tensors = self.tensors.iter().filter(|(name, _)| tensors(name));
        let mut file = serialize(tensors.map(|(name, tensor)| (name, tensor)), Some(metadata)).unwrap();
        seal(&mut file).unwrap();
        file
    }
}

/// Words with what is known of them.
pub type Text = Vec<Vec<(String, Vec<u16>)>>;

/// A text of so many sentences that looks drawn.
pub fn text(seed: u64, sentences: usize) -> Text {
    let (mut draw, letters) = (Draw(seed), "абвгдежзийклмнопрсту".chars().collect::<Vec<_>>());
    let mut word = || {
        let length = 1 + draw.below(7);
        let form = (0..length).map(|_| letters[draw.below(letters.len())]).collect();
        (form, (0..u16::try_from(draw.below(3)).unwrap()).collect())
    };
    (0..sentences).map(|i| (0..=(i * 7 + usize::try_from(seed).unwrap()) % 9).map(|_| word()).collect()).collect()
}

/// A text of one sentence with these words.
pub fn sentence(forms: &[&str]) -> Text {
    vec![forms.iter().map(|form| ((*form).to_owned(), Vec::new())).collect()]
}

/// Reads a text.
pub fn read(reader: &Reader<'_>, text: &Text, scratch: &mut Scratch) -> Vec<Analysis> {
    let words: Vec<Vec<Word<'_>>> =
        text.iter().map(|words| words.iter().map(|(form, lexical)| Word { form, lexical, known: lexical }).collect()).collect();
    reader.analyse(&words.iter().map(|words| Sentence { words }).collect::<Vec<_>>(), scratch)
}

/// What a text claims that was read, with the likeliest tags.
pub fn claimed(reader: &Reader<'_>, text: &Text, found: &[Analysis], scratch: &mut Scratch) -> Vec<SpottedClaim> {
    let tagged = |(words, found): (&'_ Vec<(String, Vec<u16>)>, &Analysis)| -> Vec<(usize, usize)> {
        (0..words.len()).map(|word| (found.upos(word), found.feature(word, 1))).collect()
    };
    let tags: Vec<_> = text.iter().zip(found).map(tagged).collect();
    let word = |((form, known), (upos, case)): (&'_ (String, Vec<u16>), &(usize, usize))| (form.clone(), known.clone(), *upos, *case);
    let words: Vec<Vec<_>> = text.iter().zip(&tags).map(|(words, tags)| words.iter().zip(tags).map(word).collect()).collect();
    let words: Vec<Vec<_>> = words
        .iter()
        .map(|words| {
            words.iter().map(|(form, known, upos, case)| ClaimWord { form, upos: *upos, case: *case, verb_form: 0, voice: 0, known })
        })
        .map(Iterator::collect)
        .collect();
    reader.claims(found, &words, scratch)
}

/// Asserts that a sentence has one root, no cycle, and numbers of labels that there are.
pub fn is_whole(found: &Analysis) {
    let heads = found.heads();
    assert_eq!(heads.iter().filter(|head| head.is_none()).count(), usize::from(!found.is_empty()));
    for word in 0..found.len() {
        let (mut at, mut steps) = (word, 0);
        while let Some(head) = heads[at] {
            (at, steps) = (head, steps + 1);
            assert!(steps <= found.len(), "a cycle at word {word}");
        }
        let labels = found.labels();
        assert!(found.upos(word) < labels.upos.len() && found.relations()[word] < labels.deprel.len());
        assert_eq!(heads[word].is_none(), labels.deprel[found.relations()[word]] == "root");
        let tag = &labels.mention[found.mentions()[word]];
        if let Some(kind) = tag.strip_prefix("I-") {
            assert!(word > 0 && labels.mention[found.mentions()[word - 1]].ends_with(kind), "{tag} after nothing of its kind");
        }
    }
}
