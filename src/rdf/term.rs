//! What are the nodes of the RDF graph, before a format spells them?

use crate::id::{ArticleId, ClaimId};
use crate::span::Span;
use crate::vocab::{Prefix, Term};
use std::borrow::Cow;
use std::io::{self, Write};

/// An IRI by what it stands for; the base is known to the writer only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Iri<'g> {
    /// A term of a vocabulary.
    Term(Term),
    /// A relation, by its name in the `ng:` namespace.
    Relation(&'g str),
    /// `{base}article/{hash}`.
    Article(ArticleId),
    /// `{base}claim/{hash}`.
    Claim(ClaimId),
    /// `{base}entity/{slug}`.
    Entity(&'g str),
    /// `{base}article/{hash}#char={begin},{end}` (RFC 5147).
    Passage(ArticleId, Span),
    /// A Wikidata entity, by its id.
    Wikidata(&'g str),
    /// Any other, whole.
    Other(&'g str),
}

impl Iri<'_> {
    /// Writes it whole, without brackets.
    pub fn write_whole(&self, base: &str, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Term(term) => write_all(out, &[term.prefix.iri(), term.local]),
            Self::Relation(name) => write_all(out, &[Prefix::Ng.iri(), name]),
            Self::Article(id) => write_all(out, &[base, "article/", hex(&id.hex())]),
            Self::Claim(id) => write_all(out, &[base, "claim/", hex(&id.hex())]),
            Self::Entity(slug) => write_all(out, &[base, "entity/", slug]),
            Self::Passage(article, span) => {
                write_all(out, &[base, "article/", hex(&article.hex()), "#char="])?;
                write_number(out, span.begin)?;
                out.write_all(b",")?;
                write_number(out, span.end)
            }
            Self::Wikidata(id) => write_all(out, &[Prefix::Wd.iri(), id]),
            Self::Other(iri) => out.write_all(iri.as_bytes()),
        }
    }

    /// The whole IRI as a string.
    pub fn whole(&self, base: &str) -> String {
        let mut out = Vec::new();
        // Writing into memory does not fail, and what is written is text.
        let _ = self.write_whole(base, &mut out);
        String::from_utf8(out).unwrap_or_default()
    }
}

/// The digits of an id as text.
pub fn hex(digits: &[u8; 16]) -> &str {
    std::str::from_utf8(digits).unwrap_or_default()
}

pub fn write_all(out: &mut impl Write, parts: &[&str]) -> io::Result<()> {
    parts.iter().try_for_each(|part| out.write_all(part.as_bytes()))
}

/// A number in decimal digits, without the detour of `format!`.
pub fn write_number(out: &mut impl Write, number: u32) -> io::Result<()> {
    let mut digits = [0_u8; 10];
    let mut left = number;
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + u8::try_from(left % 10).unwrap_or(0);
        left /= 10;
        if left == 0 {
            return out.write_all(&digits[at..]);
        }
    }
}

/// A literal: its text and of what kind it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lit<'g> {
    pub text: Cow<'g, str>,
    pub kind: LitKind<'g>,
}

/// Of what kind a literal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LitKind<'g> {
    /// `xsd:string`.
    Plain,
    /// Words of a language, by its tag.
    Words(&'g str),
    /// A value of a datatype.
    Typed(Iri<'g>),
}

/// What stands as an object.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Object<'g> {
    Iri(Iri<'g>),
    Lit(Lit<'g>),
    /// A triple term of RDF 1.2.
    Triple(Box<(Iri<'g>, Iri<'g>, Object<'g>)>),
}

impl<'g> Object<'g> {
    pub const fn term(term: Term) -> Self {
        Self::Iri(Iri::Term(term))
    }

    pub fn plain(text: impl Into<Cow<'g, str>>) -> Self {
        Self::Lit(Lit { text: text.into(), kind: LitKind::Plain })
    }

    pub fn words(text: &'g str, language: &'g str) -> Self {
        Self::Lit(Lit { text: Cow::Borrowed(text), kind: LitKind::Words(language) })
    }

    pub fn typed(text: impl Into<Cow<'g, str>>, datatype: Term) -> Self {
        Self::Lit(Lit { text: text.into(), kind: LitKind::Typed(Iri::Term(datatype)) })
    }
}

/// One statement of a block.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Statement<'g> {
    pub predicate: Iri<'g>,
    pub object: Object<'g>,
    /// The named graph; `None` is the default graph.
    pub graph: Option<Iri<'g>>,
}

/// All statements of one subject that belong together.
#[derive(Debug, Clone)]
pub struct Block<'g> {
    pub section: Section,
    pub subject: Iri<'g>,
    pub statements: Vec<Statement<'g>>,
}

impl<'g> Block<'g> {
    pub const fn new(section: Section, subject: Iri<'g>) -> Self {
        Self { section, subject, statements: Vec::new() }
    }

    pub fn push(&mut self, predicate: Term, object: Object<'g>) {
        self.statements.push(Statement { predicate: Iri::Term(predicate), object, graph: None });
    }

    pub fn extend(&mut self, predicate: Term, objects: impl IntoIterator<Item = Object<'g>>) {
        objects.into_iter().for_each(|object| self.push(predicate, object));
    }
}

/// The parts of a graph that a person reads one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Relations that the ontology does not know.
    Relations,
    Articles,
    Entities,
    /// Claims, each behind the passage that it rests on.
    Claims,
    Mentions,
    /// Named graphs: what each source says.
    Sources,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_everybody_writes_them() {
        for number in [0, 7, 10, 4_294_967_295] {
            let mut out = Vec::new();
            write_number(&mut out, number).unwrap();
            assert_eq!(String::from_utf8(out).unwrap(), number.to_string());
        }
    }
}
