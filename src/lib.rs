//! What may other programs use? Flat names of what the modules offer; the README says what it is for.
//!
#![doc = include_str!("../README.md")]

mod article;
mod diagnostic;
mod document;
mod extract;
mod gazetteer;
mod graph;
mod id;
mod iri;
mod language;
mod picture;
mod pipeline;
mod query;
mod rdf;
mod span;
mod store;
mod time;
mod vocab;

pub use article::{Article, Language, Meta, NoArticle, Record, RecordFields, language};
pub use diagnostic::{Diagnostic, Severity};
pub use document::{
    ArticleInfo, Claim, Document, Entity, Grounded, Literal, Mention, ReadOptions, Target, Words, ground, json_schema, read_documents,
    write_documents,
};
pub use extract::{Chosen, Played, Reason, Way};
pub use graph::{
    Appearance, ArticleRecord, ClaimView, Draft, End, EndView, Entity as EntityNode, EntityRef, Few, KnowledgeGraph, Named, Parts,
};
pub use id::{ArticleId, ClaimId};
pub use iri::base as check_base;
pub use language::{
    AnalysedSentence, AnalysedText, AnalysedWord, BadDictionary, BadReader, ClaimRole, Deprel, Dictionary, Feature, Features, Lexical,
    MentionKind, NamedText, Naming, Reader, Reading, RolePlayers, Sentence, Spotted, SpottedClaim, TextWords, Token, Upos, Word, WordAt,
    dictionary, reader, romanise, sentences, slugify, write_conllu,
};
pub use newsgraph_encoder::Scratch;
pub use picture::{Page, Picture, PictureOptions, Theme, View};
pub use pipeline::{ExtractOptions, describe, explain, extract, extract_with, named, prepare};
pub use query::{Answer, Dataset, Plan, QueryError, Question, for_profile, question, questions};
pub use rdf::{Profile, RdfFormat, RdfGraph, check_rdf, context_file, for_each_quad, read_quads, read_rdf, write_rdf};
pub use span::{Span, TextIndex};
pub use store::{
    Arrival, Connection, Credentials, Fault, LoadOptions, LoadReport, Place, Planned, Protocol, State, Store, StoreAddress, StoreError,
    Watch,
};
pub use time::{NoTime, Precision, Time};
pub use vocab::{
    DEFAULT_BASE, EntityType, KnownRelation, Lang, MintedRelation, Modality, NoRelation, ONTOLOGY_TTL, Polarity, Prefix, Relation, Term,
    Wording, terms, wording,
};
