"""How do the dictionary's tags read in Universal Dependencies?

The table `ontology/lexicon/uk/tagset.tsv` says it; its own comments say how to read it.
"""

from functools import cache

from . import paths

FEATURES = ["Case", "Number", "Gender", "Animacy", "Person", "Tense", "Aspect", "Mood", "VerbForm", "Voice"]


@cache
def table():
    classes, features = [], []
    for line in paths.TAGSET.read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "kind\t")) or not line:
            continue
        kind, tags, upos, values = (line.split("\t") + [""])[:4]
        row = (tags.split(), upos.split(), [v.split("=") for v in values.split()])
        (classes if kind == "class" else features).append(row)
    return classes, features


def holds(conditions, tags, lemma):
    for c in conditions:
        if c == "Capital":
            if not lemma[:1].isupper():
                return False
        elif c.startswith("lemma="):
            if lemma != c[6:]:
                return False
        elif c.startswith("!"):
            if c[1:] in tags:
                return False
        elif c not in tags:
            return False
    return True


@cache
def _analyses(tags, special):
    lemma = special
    tags = set(tags.split(":"))
    classes, features = table()
    found = next(((upos, values) for conditions, upos, values in classes if holds(conditions, tags, lemma)), ([], []))
    out = []
    for upos in found[0]:
        values = dict(found[1])
        for conditions, where, more in features:
            if (where == ["*"] or upos in where) and holds(conditions, tags, lemma):
                values.update(more)
        out.append((upos, tuple(sorted(values.items()))))
    return tuple(out)


@cache
def lemmas_with_rows():
    return {c[6:] for rows in table() for conditions, _, _ in rows for c in conditions if c.startswith("lemma=")}


def analyses(tags, lemma):
    """(upos, sorted (feature, value) pairs) of one tag string (one between bars)"""
    special = lemma if lemma in lemmas_with_rows() else ("Х" if lemma[:1].isupper() else "х")
    return _analyses(tags, special)


def name(analysis):
    upos, values = analysis
    return "|".join([upos] + [f"{f}={v}" for f, v in values])
