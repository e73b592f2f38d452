//! Which classes and properties does an exported graph use? One constant a term.

/// The namespaces of the terms, with the prefixes that the contract fixes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each variant is the prefix itself; `iri` gives the namespace")]
pub enum Prefix {
    Itsrdf,
    Ng,
    Nif,
    Owl,
    Prov,
    Rdf,
    Rdfs,
    Schema,
    Skos,
    Wd,
    Xsd,
}

impl Prefix {
    /// All of them, sorted by name.
    pub const ALL: [Self; 11] =
        [Self::Itsrdf, Self::Ng, Self::Nif, Self::Owl, Self::Prov, Self::Rdf, Self::Rdfs, Self::Schema, Self::Skos, Self::Wd, Self::Xsd];

    /// The prefix as written, without the colon.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Itsrdf => "itsrdf",
            Self::Ng => "ng",
            Self::Nif => "nif",
            Self::Owl => "owl",
            Self::Prov => "prov",
            Self::Rdf => "rdf",
            Self::Rdfs => "rdfs",
            Self::Schema => "schema",
            Self::Skos => "skos",
            Self::Wd => "wd",
            Self::Xsd => "xsd",
        }
    }

    /// The namespace.
    #[must_use]
    pub const fn iri(self) -> &'static str {
        match self {
            Self::Itsrdf => "http://www.w3.org/2005/11/its/rdf#",
            Self::Ng => "https://w3id.org/newsgraph/ontology#",
            Self::Nif => "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
            Self::Owl => "http://www.w3.org/2002/07/owl#",
            Self::Prov => "http://www.w3.org/ns/prov#",
            Self::Rdf => "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            Self::Rdfs => "http://www.w3.org/2000/01/rdf-schema#",
            Self::Schema => "https://schema.org/",
            Self::Skos => "http://www.w3.org/2004/02/skos/core#",
            Self::Wd => "http://www.wikidata.org/entity/",
            Self::Xsd => "http://www.w3.org/2001/XMLSchema#",
        }
    }
}

/// A class, property, individual or datatype of one of the vocabularies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term {
    /// Its namespace.
    pub prefix: Prefix,
    /// Its name within the namespace.
    pub local: &'static str,
}

impl Term {
    /// Its whole IRI.
    #[must_use]
    pub fn iri(self) -> String {
        format!("{}{}", self.prefix.iri(), self.local)
    }

    /// Whether `iri` is this term's.
    #[must_use]
    pub fn is(self, iri: &str) -> bool {
        iri.strip_prefix(self.prefix.iri()) == Some(self.local)
    }
}

macro_rules! terms {
    ($($prefix:ident { $($name:ident $local:literal)* })*) => {
        $($(
            #[doc = concat!("`", stringify!($prefix), "` ", $local, ".")]
            pub const $name: Term = Term { prefix: Prefix::$prefix, local: $local };
        )*)*

        /// Every term above.
        pub const ALL: &[Term] = &[$($($name),*),*];
    };
}

terms! {
    Itsrdf { IDENT_REF "taIdentRef" }
    Ng {
        CLAIM "Claim" MISSION "Mission" AGREEMENT "Agreement" PRODUCT "Product" GROUP_CLASS "Group" CONCEPT "Concept"
        ANONYMOUS_SOURCE "AnonymousSource"
        POLARITY_CLASS "Polarity" MODALITY_CLASS "Modality" RELATION_GROUP "RelationGroup" PLOVER_CODE "PloverCode"
        AFFIRMED "affirmed" NEGATED "negated"
        ACTUAL "actual" INTENDED "intended" DEMANDED "demanded" HYPOTHETICAL "hypothetical"
        POLARITY "polarity" MODALITY "modality" HEDGED "hedged" SOURCE "source" REPORTED_BY "reportedBy" CONTENT "content"
        EMBEDDED_IN "embeddedIn" REFUTES "refutes" TIME "time" PLACE "place" EVIDENCE "evidence" ALTERNATIVE "alternative" CONFIDENCE "confidence"
        SUBJECT_WORDS "subjectWords" PREDICATE_WORDS "predicateWords" OBJECT_WORDS "objectWords" SOURCE_WORDS "sourceWords"
        AFFILIATION "affiliation" HEADCOUNT "headcount" SHA256 "sha256"
        RELATION "relation" GROUP "group"
        STANCE_GROUP "stanceGroup" DIPLOMACY_GROUP "diplomacyGroup" SUPPORT_GROUP "supportGroup" CONFLICT_GROUP "conflictGroup"
        LIFECYCLE_GROUP "lifecycleGroup" PEOPLE_GROUP "peopleGroup" FACT_GROUP "factGroup"
    }
    Nif {
        CONTEXT "Context" OFFSET_STRING "OffsetBasedString" BEGIN "beginIndex" END "endIndex" ANCHOR "anchorOf"
        REFERENCE_CONTEXT "referenceContext" IS_STRING "isString"
    }
    Owl { SAME_AS "sameAs" OBJECT_PROPERTY "ObjectProperty" }
    Prov { DERIVED_FROM "wasDerivedFrom" }
    Rdf { TYPE "type" SUBJECT "subject" PREDICATE "predicate" OBJECT "object" REIFIES "reifies" LANG_STRING "langString" }
    Rdfs { LABEL "label" SUB_PROPERTY_OF "subPropertyOf" }
    Schema {
        NEWS_ARTICLE "NewsArticle" PERSON "Person" ORGANIZATION "Organization" COUNTRY "Country" PLACE_CLASS "Place" EVENT "Event"
        MEDIUM "NewsMediaOrganization"
        HEADLINE "headline" DATE_PUBLISHED "datePublished" IN_LANGUAGE "inLanguage" PUBLISHER "publisher" URL "url"
        BASED_ON "isBasedOn" ABOUT "about" MENTIONS "mentions" IDENTIFIER "identifier" GENRE "genre" KEYWORDS "keywords"
    }
    Skos { ALT_LABEL "altLabel" }
    Xsd {
        BOOLEAN "boolean" DATE "date" DECIMAL "decimal" G_YEAR "gYear" G_YEAR_MONTH "gYearMonth" NON_NEGATIVE_INTEGER "nonNegativeInteger"
        STRING "string"
    }
}
