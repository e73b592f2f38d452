//! Which format, which profile, and which can carry which?

use crate::diagnostic::{Diagnostic, nearest};
use std::fmt;
use std::str::FromStr;

/// The RDF formats that are written and read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RdfFormat {
    /// Turtle, `ttl`.
    Turtle,
    /// `TriG`, `trig`.
    TriG,
    /// N-Triples, `nt`.
    NTriples,
    /// N-Quads, `nq`.
    NQuads,
    /// RDF/XML, `rdf`.
    RdfXml,
    /// JSON-LD, `jsonld`.
    JsonLd,
}

/// How claims stand in RDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Profile {
    /// A claim is a node with `rdf:subject`, `rdf:predicate`, `rdf:object`; what the article itself says is also a plain triple.
    Reified,
    /// The same, and the plain triple of every other affirmed claim stands in a named graph that stands for its source.
    Graphs,
    /// `rdf:reifies <<( s p o )>>` in place of the three properties (RDF 1.2).
    Rdf12,
}

impl RdfFormat {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Turtle, Self::TriG, Self::NTriples, Self::NQuads, Self::RdfXml, Self::JsonLd];

    /// Its file extension, which is also its name on the command line.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Turtle => "ttl",
            Self::TriG => "trig",
            Self::NTriples => "nt",
            Self::NQuads => "nq",
            Self::RdfXml => "rdf",
            Self::JsonLd => "jsonld",
        }
    }

    /// What people call it.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Turtle => "Turtle",
            Self::TriG => "TriG",
            Self::NTriples => "N-Triples",
            Self::NQuads => "N-Quads",
            Self::RdfXml => "RDF/XML",
            Self::JsonLd => "JSON-LD",
        }
    }

    /// The profile that is written where none is asked for.
    #[must_use]
    pub const fn default_profile(self) -> Profile {
        match self {
            Self::TriG | Self::NQuads => Profile::Graphs,
            _ => Profile::Reified,
        }
    }

    /// Whether it can carry a profile.
    #[must_use]
    pub const fn carries(self, profile: Profile) -> bool {
        match profile {
            Profile::Reified => true,
            Profile::Graphs => matches!(self, Self::TriG | Self::NQuads | Self::JsonLd),
            Profile::Rdf12 => matches!(self, Self::Turtle | Self::TriG | Self::NTriples | Self::NQuads),
        }
    }

    /// Checks that it can carry a profile.
    ///
    /// # Errors
    /// A message that names the formats that can.
    pub fn check(self, profile: Profile) -> Result<(), Diagnostic> {
        if self.carries(profile) {
            return Ok(());
        }
        let able: Vec<&str> = Self::ALL.into_iter().filter(|f| f.carries(profile)).map(Self::extension).collect();
        let said = Diagnostic::error(format!("{self} cannot carry the profile {profile}"));
        Err(said.help(format!("these can: {}", able.join(", "))))
    }

    pub(super) const fn oxrdfio(self) -> oxrdfio::RdfFormat {
        match self {
            Self::Turtle => oxrdfio::RdfFormat::Turtle,
            Self::TriG => oxrdfio::RdfFormat::TriG,
            Self::NTriples => oxrdfio::RdfFormat::NTriples,
            Self::NQuads => oxrdfio::RdfFormat::NQuads,
            Self::RdfXml => oxrdfio::RdfFormat::RdfXml,
            Self::JsonLd => oxrdfio::RdfFormat::JsonLd { profile: oxrdfio::JsonLdProfileSet::empty() },
        }
    }
}

impl Profile {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Reified, Self::Graphs, Self::Rdf12];

    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reified => "reified",
            Self::Graphs => "graphs",
            Self::Rdf12 => "rdf12",
        }
    }
}

impl fmt::Display for RdfFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.extension())
    }
}

impl fmt::Display for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Profile {
    type Err = Diagnostic;

    fn from_str(name: &str) -> Result<Self, Diagnostic> {
        let names = Self::ALL.map(Self::name);
        Self::ALL.into_iter().find(|p| p.name() == name).ok_or_else(|| {
            let said = Diagnostic::error(format!("unknown profile {name:?}"));
            match nearest(name, &names) {
                Some(near) => said.help(format!("did you mean {near:?}?")),
                None => said.help(format!("known are: {}", names.join(", "))),
            }
        })
    }
}
