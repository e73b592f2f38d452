"""What does the lexicon of predicates say of a word?

`ontology/lexicon/uk/predicates.tsv`. A row holds of a word that may be its lemma (by any of the dictionary's analyses, with a fitting part of
speech), a phrase of its first word if the others stand near it. What comes out are names: `requests` (the row's first relation), `+requests`
(a further one), `~requests` (any of a phrase), `speech`, `complement=demanded` (effects).
"""

from collections import defaultdict
from functools import cache

from . import paths
from .lexicon import key

PATH = paths.TAGSET.parent / "predicates.tsv"
PARTS = {"verb": {"VERB", "AUX"}, "noun": {"NOUN", "PROPN"}, "adj": {"ADJ", "DET"}, "adv": {"ADV"}, "prep": {"ADP"}}
BEFORE, BEHIND = 4, 6  # words before and behind the first word of a phrase, where its others may stand


RELATIONS = (
    "requests proposes commitsTo accuses rejects threatens supports comments consults agreesWith cooperatesWith authorizes trades aids pressures "
    "sanctions deploys attacks protests withdraws investigates begins expands reduces ends conducts holdsPosition memberOf appoints dismisses "
    "represents locatedIn partOf participatesIn laysClaimTo affects hasQuantity"
).split()
EFFECTS = "speech denial hedge neg complement=demanded complement=intended complement=hypothetical complement=negated".split()
NAMES = [p + r for p in ("", "+", "~") for r in RELATIONS] + EFFECTS
INDEX = {n: i for i, n in enumerate(NAMES)}


@cache
def table():
    """({(lemma, part): names}, {first word: [(other words, names)]})"""
    single, phrases = defaultdict(set), defaultdict(list)
    for line in PATH.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith(("#", "lemma\t")):
            continue
        lemma, part, found, _, _, effects = (line.split("\t") + [""] * 5)[:6]
        found = [r for r in found.split(",") if r in RELATIONS]
        effects = {e for e in effects.split() if e in INDEX}
        if part in PARTS:
            single[key(lemma), part] |= {("+" if k else "") + r for k, r in enumerate(found)} | effects
        elif part == "phrase":
            first, *others = key(lemma).split()
            phrases[first].append((others, {"~" + r for r in found} | effects))
    return dict(single), dict(phrases)


def of_sentence(forms, analyses):
    """the names that hold of each word, as numbers in order; `analyses`: (part of speech, features, lemma) of each word by the dictionary"""
    single, phrases = table()
    written = [{key(f)} | {key(a[2]) for a in found} for f, found in zip(forms, analyses)]
    out = []
    for i, (form, found) in enumerate(zip(forms, analyses)):
        names = set()
        for upos, _, lemma in found:
            for part, allowed in PARTS.items():
                if upos in allowed:
                    names |= single.get((key(lemma), part), set())
        for word in written[i]:
            for others, said in phrases.get(word, ()):
                near = written[max(0, i - BEFORE) : i] + written[i + 1 : i + 1 + BEHIND]
                if all(any(o in w for w in near) for o in others):
                    names |= said
        out.append(sorted(INDEX[n] for n in names))
    return out
