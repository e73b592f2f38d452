"""Which labels does the model know, in which order?"""

from . import corpus, lexical
from .tagset import FEATURES

UPOS = lexical.UPOS
VALUES = {f: ["_"] + lexical.VALUES[f] for f in FEATURES}
DEPREL = (
    "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed flat goeswith iobj list "
    "mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp"
).split()
MENTION = corpus.TAGS
IGNORE = -100
ARC, REL = 256, 96


def index(values):
    return {v: i for i, v in enumerate(values)}


UPOS_INDEX, DEPREL_INDEX, MENTION_INDEX = index(UPOS), index(DEPREL), index(MENTION)
VALUE_INDEX = {f: index(v) for f, v in VALUES.items()}


def allowed(before, after):
    """may one mention tag follow another (None: the edge of the sentence)?"""
    if after is None or not after.startswith("I-"):
        return True
    return before is not None and before != "O" and before[2:] == after[2:]
