//! What do the labels of a model mean here?

use super::decode::{Costs, FEATURES};
use super::lexical::Lexical;
use super::predicates::Predicates;
use crate::language::analysed::{ClaimRole, MentionKind};
use crate::language::deprel::Deprel;
use crate::language::grammar::{Feature, Upos};
use crate::vocab::{KnownRelation, Modality};
use newsgraph_encoder::Labels as Names;
use newsgraph_encoder::{ClaimConfig, Config};

/// A mention tag of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// It is in no mention.
    Outside,
    /// One begins with it.
    Begin(MentionKind),
    /// One goes on with it.
    Inside(MentionKind),
}

/// The labels of a model, as this program knows them.
#[derive(Debug)]
pub(super) struct Labels {
    /// The place of each feature among those of the model.
    pub features: [usize; FEATURES],
    pub relations: Vec<Deprel>,
    pub mentions: Vec<Tag>,
    pub lexical: Lexical,
    pub costs: Costs,
    pub claims: ClaimLabels,
}

/// What it says of claims.
#[derive(Debug)]
pub(super) struct ClaimLabels {
    /// The relations in the model's order.
    pub relations: Vec<KnownRelation>,
    /// The place of each modality and of each role among those of the model.
    pub modalities: [usize; Modality::ALL.len()],
    pub roles: [usize; ClaimRole::ALL.len()],
    pub predicates: Predicates,
}

impl ClaimLabels {
    fn new(config: Option<&ClaimConfig>) -> Result<Self, String> {
        let Some(config) = config else {
            return Ok(Self { relations: Vec::new(), modalities: [0; 4], roles: [0; 6], predicates: Predicates::default() });
        };
        let place =
            |names: &[String], name: &str| names.iter().position(|known| known == name).ok_or_else(|| format!("no {name} of claims"));
        let (mut modalities, mut roles) = ([0; Modality::ALL.len()], [0; ClaimRole::ALL.len()]);
        for (out, modality) in modalities.iter_mut().zip(Modality::ALL) {
            *out = place(&config.modalities, &modality.term().local.to_lowercase())?;
        }
        for (out, role) in roles.iter_mut().zip(ClaimRole::ALL) {
            *out = place(&config.roles, role.name())?;
        }
        let relation = |name: &String| name.parse().map_err(|_| format!("the relation {name}"));
        Ok(Self {
            relations: config.relations.iter().map(relation).collect::<Result<_, _>>()?,
            modalities,
            roles,
            predicates: Predicates::new(&config.known),
        })
    }
}

impl Labels {
    /// Takes the labels of a model; one that is not known is what is wrong with it.
    pub(super) fn new(names: &Names, config: &Config) -> Result<Self, String> {
        if !names.upos.iter().map(String::as_str).eq(Upos::all().map(Upos::name)) {
            return Err("the parts of speech".to_owned());
        }
        let mut features = [0; FEATURES];
        for feature in Feature::all() {
            let place = names.features.iter().position(|(name, _)| name == feature.name());
            let place = place.ok_or_else(|| format!("no feature {}", feature.name()))?;
            let values = ["_"].into_iter().chain(feature.values().iter().copied());
            if !names.features[place].1.iter().map(String::as_str).eq(values) {
                return Err(format!("the values of {}", feature.name()));
            }
            features[feature as usize] = place;
        }
        let lexical = Lexical::new(config.lexical.iter().map(String::as_str));
        if let Some(name) = lexical.foreign().first() {
            return Err(format!("the lexical feature {name}"));
        }
        let relation = |name: &String| Deprel::of(name).ok_or_else(|| format!("the relation {name}"));
        let mention = |name: &String| tag(name).ok_or_else(|| format!("the mention tag {name}"));
        Ok(Self {
            features,
            relations: names.deprel.iter().map(relation).collect::<Result<_, _>>()?,
            mentions: names.mention.iter().map(mention).collect::<Result<_, _>>()?,
            lexical,
            claims: ClaimLabels::new(config.claims.as_ref())?,
            costs: Costs::new(config.margin, config.agree.iter().map(|(name, cost)| (name.as_str(), *cost))),
        })
    }
}

fn tag(name: &str) -> Option<Tag> {
    match name.split_once('-') {
        None if name == "O" => Some(Tag::Outside),
        Some(("B", kind)) => MentionKind::of(kind).map(Tag::Begin),
        Some(("I", kind)) => MentionKind::of(kind).map(Tag::Inside),
        _ => None,
    }
}
