//! How sure is a claim? The chance that it says what the article says, from what the model and the rules were sure of, weighed as articles
//! taught that no training of the model saw (logistic regression, `corpus/confidence.py`).

use super::argument::{Argument, Arguments, Meant};
use super::players::Player;
use crate::language::{SpottedClaim, Upos};
use crate::vocab::KnownRelation;
use newsgraph_encoder::chance;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What tells how sure a claim is.
pub struct Clue<'c> {
    pub spotted: &'c SpottedClaim,
    pub relation: KnownRelation,
    /// How likely the relation is.
    pub likely: f32,
    /// The trigger's part of speech.
    pub part: Upos,
    pub subject: (&'c Argument, Player),
    pub object: Option<(&'c Argument, Player)>,
    pub arguments: &'c Arguments<'c, 'c>,
}

/// A probability below this counts as this.
const LEAST: f32 = 0.01;

/// The features of a claim, each with its value.
pub fn features(clue: &Clue<'_>) -> Vec<(String, f32)> {
    let mut all = vec![
        ("trigger".to_owned(), log(clue.spotted.probability)),
        ("relation".to_owned(), log(clue.likely)),
        (format!("relation={}", clue.relation.name()), 1.0),
        (format!("part={}", clue.part.name()), 1.0),
    ];
    role("subject", Some(clue.subject), clue, &mut all);
    role("object", clue.object, clue, &mut all);
    all
}

fn role(name: &str, played: Option<(&Argument, Player)>, clue: &Clue<'_>, all: &mut Vec<(String, f32)>) {
    let Some((argument, player)) = played else {
        all.push((format!("{name}=claim"), 1.0));
        return;
    };
    all.push((name.to_owned(), log(player.probability)));
    all.push((format!("{name}:{}", player.chosen.name()), 1.0));
    all.push((format!("{name}:{}", argument.way.name()), 1.0));
    all.push((format!("{name}:sure"), log(argument.sure)));
    if player.at.sentence != clue.spotted.trigger.sentence {
        all.push((format!("{name}:elsewhere"), 1.0));
    }
    if let Meant::Entity(entity) = argument.meant {
        let entity = &clue.arguments.found.entities[entity];
        all.push((format!("{name}={}", entity.kind.name()), 1.0));
        if entity.wikidata.is_some() {
            all.push((format!("{name}:linked"), 1.0));
        }
        if entity.mentions.len() > 1 {
            all.push((format!("{name}:again"), 1.0));
        }
    }
}

fn log(probability: f32) -> f32 {
    // Not that of the system's library, which differs between machines.
    libm::logf(probability.clamp(LEAST, 1.0))
}

const TABLE: &str = include_str!("../../../ontology/lexicon/uk/confidence.tsv");

static WEIGHTS: LazyLock<HashMap<&str, f32>> = LazyLock::new(|| {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    rows.filter_map(|(name, weight)| Some((name, weight.parse().ok()?))).collect()
});

/// The confidence that features give: 0 to 1. A feature without a weight says nothing.
pub fn confidence(features: &[(String, f32)]) -> f32 {
    let weight = |name: &str| WEIGHTS.get(name).copied().unwrap_or_default();
    chance(features.iter().fold(weight("bias"), |sum, (name, value)| sum + weight(name) * value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_weight_is_a_number() {
        let rows = TABLE.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(WEIGHTS.len(), rows);
        assert!(WEIGHTS.contains_key("bias"));
    }

    #[test]
    fn what_the_model_is_surer_of_is_surer() {
        let of = |p: f32| ["trigger", "relation", "subject", "object"].map(|name| (name.to_owned(), log(p)));
        assert!(confidence(&of(0.9)) > confidence(&of(0.3)));
    }
}
