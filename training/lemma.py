"""What is the lemma of a word?

That of the dictionary's analysis that was chosen. A word that the dictionary lacks is inflected by analogy: the longest of its endings that
the dictionary knows with the same part of speech, case, number and gender says what falls off and what comes on. A number, a mark or a Latin
word is its own lemma, an ordinal in digits ends in -й.
"""

import re
from collections import Counter, defaultdict

from . import dictionary, tagset
from .lexicon import key

LONGEST = 6
EVERY = 7  # the analogy is learnt from every seventh entry


def traits(upos, values):
    values = dict(values)
    return (upos if upos != "PROPN" else "NOUN", values.get("Case"), values.get("Number"), values.get("Gender"))


def change(form, lemma):
    """(how many letters fall off, what comes on)"""
    lemma = lemma.lower()
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return len(form) - same, lemma[same:]


class Analogy:
    def __init__(self, entries=None, every=EVERY):
        counts = defaultdict(Counter)
        for k, (form, lemma, tags) in enumerate(entries or dictionary.entries()):
            if k % every:
                continue
            how = change(form, lemma)
            if how[0] > LONGEST:
                continue
            seen = {traits(upos, values) for tag in tags.split("|") for upos, values in tagset.analyses(tag, lemma)}
            for trait in seen:
                for length in range(how[0], min(LONGEST, len(form) - 1) + 1):
                    counts[trait, form[len(form) - length :]][how] += 1
        self.best = {k: c.most_common(1)[0][0] for k, c in counts.items()}

    def lemma(self, form, upos, values):
        low = form.lower()
        trait = traits(upos, values)
        options = [trait, (*trait[:3], None)]
        for length in range(min(LONGEST, len(low) - 1), -1, -1):
            ending = low[len(low) - length :]
            for option in options:
                how = self.best.get((option, ending))
                if how:
                    return low[: len(low) - how[0]] + how[1]
        return low


def of(form, upos, values, chosen, candidates, analogy):
    """`chosen`: index into `candidates`, or None"""
    if not any(c.isalpha() for c in form) or upos in ("PUNCT", "SYM"):
        return form
    ordinal = re.fullmatch(r"(\d[\d.,–-]*)-[^\W\d]+", form)
    if ordinal and upos == "ADJ":
        return ordinal[1] + "-й"
    if chosen is not None:
        lemma = candidates[chosen][2]
    else:
        same = [c for c in candidates if c[0] == upos] or candidates
        if same and upos in {c[0] for c in candidates}:
            lemma = same[0][2]
        elif all(ord(c) < 0x250 for c in form):
            return form
        else:
            lemma = analogy.lemma(key(form), upos, values)
    if upos == "PROPN":
        upper = len(form) > 1 and form.isupper()
        return lemma.upper() if upper and len(lemma) <= len(form) + 1 else lemma[:1].upper() + lemma[1:]
    return lemma if lemma[:1].isupper() and upos == "X" else lemma.lower() if upos not in ("NOUN",) or not lemma.isupper() else lemma
