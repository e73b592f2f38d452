//! In which relations can two things stand? The 37 known ones, and those minted from a verb.

use super::terms::Prefix;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

macro_rules! relations {
    ($($variant:ident $name:literal $doc:literal)*) => {
        /// The relations that the ontology knows (after PLOVER's event types, extended to what news states).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum KnownRelation { $(#[doc = $doc] $variant),* }

        impl KnownRelation {
            /// All of them, in the order of the ontology.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// Its name: in the graph document as it is, in RDF within the `ng:` namespace.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }
        }
    };
}

relations! {
    Requests "requests" "Asks, urges, calls on, demands, insists that somebody do something."
    Proposes "proposes" "Offers, suggests, tables, initiates an idea, a deal, a law."
    CommitsTo "commitsTo" "Promises, pledges, undertakes, is ready to."
    Accuses "accuses" "Accuses, blames, criticises, condemns, complains about."
    Rejects "rejects" "Rejects, refuses, denies, opposes, resists, votes down."
    Threatens "threatens" "Threatens, warns somebody with consequences."
    Supports "supports" "Backs, endorses, praises, stands with, is in favour of."
    Comments "comments" "Says something about a thing or a person where no closer relation fits."
    Consults "consults" "Meets, talks to, phones, visits, hosts, summons, discusses with."
    AgreesWith "agreesWith" "Agrees, approves, signs, decides together, ratifies."
    CooperatesWith "cooperatesWith" "Coordinates, works with, joins, partners with."
    Authorizes "authorizes" "Gives a mandate, a permit, permission; allows."
    Trades "trades" "Buys, sells, imports, exports, supplies commercially; has a supply contract with (object: the partner or the goods)."
    Aids "aids" "Supplies, funds, trains, transfers, sells or gives arms, aid or money."
    Pressures "pressures" "Puts pressure on, forces, blocks, hinders, detains."
    Sanctions "sanctions" "Imposes sanctions or restrictions, expels, cuts off."
    Deploys "deploys" "Sends or stations troops, ships, weapons."
    Attacks "attacks" "Attacks, shells, invades, occupies, destroys, wounds, kills."
    Protests "protests" "Protests, demonstrates, strikes, lodges a protest."
    Withdraws "withdraws" "Withdraws, pulls out, leaves, retreats from."
    Investigates "investigates" "Investigates, inspects, charges, tries."
    Begins "begins" "Launches, founds, creates, builds, opens, introduces."
    Expands "expands" "Expands, extends, increases, strengthens."
    Reduces "reduces" "Scales down, cuts, weakens, suspends."
    Ends "ends" "Stops, closes, cancels, dissolves, completes."
    Conducts "conducts" "Runs, leads, carries out, supports as its own an operation, a mission, a project."
    HoldsPosition "holdsPosition" "Holds an office or a post (the object is the office, its body, or both)."
    MemberOf "memberOf" "Is a member of, belongs to, comes from a party, a body, an alliance."
    Appoints "appoints" "Appoints, nominates, elects, names."
    Dismisses "dismisses" "Dismisses, suspends from office, recalls."
    Represents "represents" "Speaks or acts for."
    LocatedIn "locatedIn" "Is in, takes place in."
    PartOf "partOf" "Is a part or an instrument of."
    ParticipatesIn "participatesIn" "Takes part in, is party to, attends."
    LaysClaimTo "laysClaimTo" "Claims territory, rights, ownership; owns, controls."
    Affects "affects" "Causes, influences, makes possible or impossible, depends on."
    HasQuantity "hasQuantity" "Has a strength, size, price, length, count (the object is a number with its unit)."
}

impl KnownRelation {
    /// Whether it is an attitude to what its object or content says, so that stating it does not state that.
    #[must_use]
    pub const fn is_stance(self) -> bool {
        matches!(
            self,
            Self::Requests
                | Self::Proposes
                | Self::CommitsTo
                | Self::Accuses
                | Self::Rejects
                | Self::Threatens
                | Self::Supports
                | Self::Comments
                | Self::Investigates
        )
    }
}

/// A relation of the user's own or minted from a verb's lemma, below a known one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MintedRelation {
    /// Its name within the `ng:` namespace.
    name: String,
    /// The relation of which it is a sub-property.
    parent: KnownRelation,
}

/// What a claim says of its subject and object.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// One of the ontology's.
    Known(KnownRelation),
    /// A sub-property of one of these.
    Minted(Arc<MintedRelation>),
}

/// The name is none of a relation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no name of a relation: a name is a lower-case Latin letter, then at most 63 Latin letters or digits")]
pub struct NoRelation(String);

impl Relation {
    /// A relation of one's own, `ng:name`, as a sub-property of `parent`.
    ///
    /// # Errors
    /// [`NoRelation`] where the name could not be written in every RDF format (it is also an XML element's name).
    pub fn minted(name: &str, parent: KnownRelation) -> Result<Self, NoRelation> {
        if let Ok(known) = name.parse() {
            return Ok(Self::Known(known));
        }
        let fits = name.len() <= 64
            && name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.bytes().all(|b| b.is_ascii_alphanumeric())
            && !super::terms::ALL.iter().any(|t| t.prefix == Prefix::Ng && t.local == name);
        if fits {
            Ok(Self::Minted(Arc::new(MintedRelation { name: name.to_owned(), parent })))
        } else {
            Err(NoRelation(name.chars().take(80).collect()))
        }
    }

    /// Its name within the `ng:` namespace.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Known(known) => known.name(),
            Self::Minted(minted) => &minted.name,
        }
    }

    /// The known relation that it is, or of which it is a sub-property.
    #[must_use]
    pub fn known(&self) -> KnownRelation {
        match self {
            Self::Known(known) => *known,
            Self::Minted(minted) => minted.parent,
        }
    }

    /// The name without the namespace, where the IRI is within it.
    #[must_use]
    pub fn local_of(iri: &str) -> Option<&str> {
        iri.strip_prefix(Prefix::Ng.iri())
    }
}

impl From<KnownRelation> for Relation {
    fn from(known: KnownRelation) -> Self {
        Self::Known(known)
    }
}

impl FromStr for KnownRelation {
    type Err = NoRelation;

    fn from_str(name: &str) -> Result<Self, NoRelation> {
        Self::ALL.iter().copied().find(|r| r.name() == name).ok_or_else(|| NoRelation(name.chars().take(80).collect()))
    }
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_every_format_can_write_are_minted() {
        let parent = KnownRelation::Rejects;
        assert_eq!(Relation::minted("vetoes", parent).map(|r| r.known()), Ok(parent));
        assert_eq!(Relation::minted("supports", parent), Ok(KnownRelation::Supports.into()));
        for name in ["", "Vetoes", "ветує", "ve toes", "9lives", "hedged", "refutes", &"a".repeat(65)] {
            assert!(Relation::minted(name, parent).is_err(), "{name}");
        }
    }
}
