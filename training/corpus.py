"""What does the corpus of our own teach: where in a text are things named, and of what type are they?"""

import hashlib
import json
import re
from functools import cache

from . import paths, tokens
from .conllu import Sentence

TYPES = "Person Organization Country Place Event Mission Agreement Product Medium AnonymousSource Group Concept".split()
LITERALS = ["Quantity", "Position"]  # numbers with units, offices: the literals of claims
TAGS = ["O"] + [f"{p}-{t}" for t in TYPES + LITERALS for p in "BI"]
HELD_OUT, MENTION_BAR = 40, 15


FIRST = "b11"  # articles were held out when the batches up to this one were there


def order(last="~"):
    """ids of the articles (of the batches up to one) in the order of a hash of their id: the first are held out, on every machine the same"""
    ids = [p.stem for p in paths.CORPUS.glob("*.json") if p.stem[: len(FIRST)] <= last]
    return sorted(ids, key=lambda i: hashlib.sha256(i.encode()).hexdigest())


def held_out():
    """ids that training never sees; the first 15 are those of the mention bar"""
    return list(marks())


def judged():
    """those of them that may be looked at while the model is made: the others are for the last score"""
    return [name for name, mark in marks().items() if mark != "final"]


@cache
def marks():
    lines = (paths.CORPUS / "held-out.txt").read_text(encoding="utf-8").splitlines()
    return {line.split()[0]: line.partition(" ")[2].strip() for line in lines if line and not line.startswith("#")}


def article(name):
    return json.loads((paths.CORPUS / f"{name}.json").read_text(encoding="utf-8"))


def whole(text):
    return re.compile(r"(?<!\w)" + re.escape(text) + r"(?!\w)")


def spans(document):
    """[(begin, end, type)] that do not overlap: forms of entities, longest first, then literals of claims where nothing else is named"""
    text = document["text"]
    taken, out = [False] * len(text), []

    def mark(begin, end, kind):
        if not any(taken[begin:end]):
            taken[begin:end] = [True] * (end - begin)
            out.append((begin, end, kind))

    forms = {(form, e["type"]) for e in document["entities"] for form in e.get("forms", [])}
    for form, kind in sorted(forms, key=lambda f: (-len(f[0]), f)):
        for match in whole(form).finditer(text):
            mark(*match.span(), kind)
    for claim in document["claims"]:
        words = (claim.get("words") or {}).get("object")
        kind = {"hasQuantity": "Quantity", "holdsPosition": "Position"}.get(claim["relation"][0])
        begin = text.find(claim["quote"])
        if isinstance(claim["object"], dict) and words and begin >= 0:
            if kind is None and any(c.isdigit() for c in words):
                kind = "Quantity"
            match = kind and whole(words).search(text, begin, begin + len(claim["quote"]))
            if match:
                mark(*match.span(), kind)
    return sorted(out)


def read(name):
    """the sentences of an article with mention tags"""
    document = article(name)
    marks = spans(document)
    out = []
    for words in tokens.sentences(document["text"]):
        tags = ["O"] * len(words)
        for begin, end, kind in marks:
            inside = [i for i, (_, b, e) in enumerate(words) if b < end and e > begin]
            for k, i in enumerate(inside):
                tags[i] = ("B-" if k == 0 else "I-") + kind
        out.append(Sentence([w[0] for w in words], tags=tags, begins=[w[1] for w in words], document=name))
    return out
