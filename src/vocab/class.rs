//! Of what kind is an entity?

use super::terms::{self, Term};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The classes of entities, in the names of the graph document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum EntityType {
    /// A person known by name.
    Person,
    /// A company, party, ministry, army, alliance …
    Organization,
    /// A state, also where the text says its capital or government.
    Country,
    /// A city, region, river, building …
    Place,
    /// A meeting, election, war, accident …
    Event,
    /// A military, peacekeeping or civil mission or operation.
    Mission,
    /// A treaty, law, resolution, contract.
    Agreement,
    /// A weapon, a good, a brand.
    Product,
    /// A news medium (`schema:NewsMediaOrganization`).
    Medium,
    /// A speaker whom the article does not name.
    AnonymousSource,
    /// Many people or bodies without a common organisation.
    Group,
    /// A thing that claims are about and that is none of the others.
    Concept,
}

impl EntityType {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Person,
        Self::Organization,
        Self::Country,
        Self::Place,
        Self::Event,
        Self::Mission,
        Self::Agreement,
        Self::Product,
        Self::Medium,
        Self::AnonymousSource,
        Self::Group,
        Self::Concept,
    ];

    /// The type of a name in the graph document; `None` for any other text.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Its name in the graph document.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "Person",
            Self::Organization => "Organization",
            Self::Country => "Country",
            Self::Place => "Place",
            Self::Event => "Event",
            Self::Mission => "Mission",
            Self::Agreement => "Agreement",
            Self::Product => "Product",
            Self::Medium => "Medium",
            Self::AnonymousSource => "AnonymousSource",
            Self::Group => "Group",
            Self::Concept => "Concept",
        }
    }

    /// Its class in RDF.
    #[must_use]
    pub const fn class(self) -> Term {
        match self {
            Self::Person => terms::PERSON,
            Self::Organization => terms::ORGANIZATION,
            Self::Country => terms::COUNTRY,
            Self::Place => terms::PLACE_CLASS,
            Self::Event => terms::EVENT,
            Self::Mission => terms::MISSION,
            Self::Agreement => terms::AGREEMENT,
            Self::Product => terms::PRODUCT,
            Self::Medium => terms::MEDIUM,
            Self::AnonymousSource => terms::ANONYMOUS_SOURCE,
            Self::Group => terms::GROUP_CLASS,
            Self::Concept => terms::CONCEPT,
        }
    }

    /// How the slug of an entity without a Wikidata id begins.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Country => "country",
            Self::Place => "place",
            Self::Event => "event",
            Self::Mission => "mission",
            Self::Agreement => "agreement",
            Self::Product => "product",
            Self::Medium => "medium",
            Self::AnonymousSource => "anonymous-source",
            Self::Group => "group",
            Self::Concept => "concept",
        }
    }
}
