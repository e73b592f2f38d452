//! How does a word hang on its head? The relations of Universal Dependencies, without subtypes.

/// A relation of a word to its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names of Universal Dependencies")]
pub enum Deprel {
    Acl,
    Advcl,
    Advmod,
    Amod,
    Appos,
    Aux,
    Case,
    Cc,
    Ccomp,
    Clf,
    Compound,
    Conj,
    Cop,
    Csubj,
    Dep,
    Det,
    Discourse,
    Dislocated,
    Expl,
    Fixed,
    Flat,
    Goeswith,
    Iobj,
    List,
    Mark,
    Nmod,
    Nsubj,
    Nummod,
    Obj,
    Obl,
    Orphan,
    Parataxis,
    Punct,
    Reparandum,
    Root,
    Vocative,
    Xcomp,
}

/// All relations with their names, in the order of the names.
const RELATIONS: [(Deprel, &str); Deprel::COUNT] = [
    (Deprel::Acl, "acl"),
    (Deprel::Advcl, "advcl"),
    (Deprel::Advmod, "advmod"),
    (Deprel::Amod, "amod"),
    (Deprel::Appos, "appos"),
    (Deprel::Aux, "aux"),
    (Deprel::Case, "case"),
    (Deprel::Cc, "cc"),
    (Deprel::Ccomp, "ccomp"),
    (Deprel::Clf, "clf"),
    (Deprel::Compound, "compound"),
    (Deprel::Conj, "conj"),
    (Deprel::Cop, "cop"),
    (Deprel::Csubj, "csubj"),
    (Deprel::Dep, "dep"),
    (Deprel::Det, "det"),
    (Deprel::Discourse, "discourse"),
    (Deprel::Dislocated, "dislocated"),
    (Deprel::Expl, "expl"),
    (Deprel::Fixed, "fixed"),
    (Deprel::Flat, "flat"),
    (Deprel::Goeswith, "goeswith"),
    (Deprel::Iobj, "iobj"),
    (Deprel::List, "list"),
    (Deprel::Mark, "mark"),
    (Deprel::Nmod, "nmod"),
    (Deprel::Nsubj, "nsubj"),
    (Deprel::Nummod, "nummod"),
    (Deprel::Obj, "obj"),
    (Deprel::Obl, "obl"),
    (Deprel::Orphan, "orphan"),
    (Deprel::Parataxis, "parataxis"),
    (Deprel::Punct, "punct"),
    (Deprel::Reparandum, "reparandum"),
    (Deprel::Root, "root"),
    (Deprel::Vocative, "vocative"),
    (Deprel::Xcomp, "xcomp"),
];

impl Deprel {
    /// How many there are.
    pub const COUNT: usize = 37;

    /// Its name: `nsubj`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        RELATIONS[self as usize].1
    }

    /// The relation of a name; of one with a subtype (`flat:name`) its main part; `None` for any other text.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let main = name.split(':').next().unwrap_or_default();
        RELATIONS.iter().find(|(_, known)| *known == main).map(|(relation, _)| *relation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_relations_are_each_others_inverse() {
        assert!(RELATIONS.iter().all(|(relation, name)| relation.name() == *name && Deprel::of(name) == Some(*relation)));
        assert_eq!((Deprel::of("flat:name"), Deprel::of("nsubject")), (Some(Deprel::Flat), None));
    }
}
