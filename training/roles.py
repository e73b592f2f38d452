"""What tells, besides their vectors, that a word plays a role for a trigger: the way between them in the tree, case, preposition, order, quotation marks.

Each template makes a number of 63 bits for a pair of words: the template in the highest four bits, then what it sees. Numbers met often in training
have a row of weights, a weight for each role; others say nothing. The Rust reader makes the same numbers (`encoder/src/claims/pair.rs`).
"""

import numpy as np

from . import labels
from .predicates import INDEX as PREDICATE
from .lexicon import key

CANDIDATES = {"NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM", "VERB", "X", "SYM", "ADV"}
FAR = 150  # words before and behind the trigger in which its roles are looked for, whatever the sentences
STEPS = 3  # of a way up, and down, that are told one by one
PREPOSITIONS = (
    "в у на з із зі зо до від од для за під над між при про проти через після перед без серед крім біля щодо поза попри заради внаслідок "
    "протягом упродовж відповідно згідно стосовно навколо уздовж замість по к поблизу завдяки всупереч як ніж"
).split()
PREPOSITION = {p: i + 1 for i, p in enumerate(PREPOSITIONS)}
OPEN, CLOSE, BOTH = "«“„", "»”", "\""
SPEECH = PREDICATE["speech"]


class Words:
    """what the templates see of the words of a text"""

    def __init__(self, forms, first, upos, features, heads, deprels, predicates):
        """`first`: the first word of each sentence, and the end; `heads`: words of the text, or -1; `predicates`: of each word, by `predicates.of_sentence`"""
        n = len(forms)
        self.first, self.heads = first, heads
        self.sentence = [k for k in range(len(first) - 1) for _ in range(first[k], first[k + 1])]
        self.upos = [labels.UPOS_INDEX[u] for u in upos]
        value = lambda f, x: labels.VALUE_INDEX[f][x.get(f, "_")]  # noqa: E731
        self.case = [value("Case", f) for f in features]
        self.form = [value("VerbForm", f) * 3 + value("Voice", f) for f in features]
        self.deprel = [labels.DEPREL_INDEX[d] for d in deprels]
        self.preposition = [0] * n
        case = labels.DEPREL_INDEX["case"]
        for i in range(n):
            if self.deprel[i] == case and heads[i] >= 0 and self.preposition[heads[i]] == 0:
                self.preposition[heads[i]] = PREPOSITION.get(key(forms[i]), len(PREPOSITIONS) + 1)
        self.quoted = quoted(forms, first)
        self.speech = [SPEECH in p for p in predicates]
        self.candidate = [u in CANDIDATES for u in upos]
        self.capital = [f[:1].isupper() for f in forms]

    def chain(self, word):
        """the word and those above it, up to the root"""
        out = [word]
        while self.heads[out[-1]] >= 0 and len(out) < 64:
            out.append(self.heads[out[-1]])
        return out

    def candidates(self, trigger, reach):
        k = self.sentence[trigger]
        words = range(self.first[max(0, k - reach)], self.first[min(len(self.first) - 1, k + reach + 1)])
        return [j for j in words if abs(j - trigger) <= FAR and (self.candidate[j] or j == trigger)]

    def keys(self, trigger, words):
        """[words, templates] of numbers"""
        own = self.chain(trigger)
        place = {w: i for i, w in enumerate(own)}
        out = np.zeros((len(words), TEMPLATES), np.int64)
        for row, j in enumerate(words):
            out[row] = self.pair(trigger, own, place, j)
        return out

    def way(self, own, place, j):
        """(steps up, steps down, number of the way) from the trigger; 42 bits"""
        down = []
        while j not in place:
            down.append(self.deprel[j])
            j = self.heads[j]
            if j < 0 or len(down) > 60:
                return 7, 7, 63 << 36
        up = place[j]
        number = min(up, 7) << 3 | min(len(down), 7)
        for k in range(STEPS):
            number = number << 6 | (self.deprel[own[k]] + 1 if k < up else 0)
        for k in range(STEPS):
            number = number << 6 | (down[-1 - k] + 1 if k < len(down) else 0)
        return up, len(down), number

    def pair(self, p, own, place, j):
        apart = self.sentence[j] - self.sentence[p]
        shift = apart + 4
        head = self.heads[j]
        # the word's own place: part of speech, case, relation, preposition
        looks = (self.upos[j] << 3 | self.case[j]) << 6 | self.deprel[j]
        at = looks << 6 | self.preposition[j]
        quotes = self.quoted[p] << 1 | self.quoted[j]
        said = int(head >= 0 and self.speech[head]) << 1 | int(self.speech[j])
        kind = self.upos[p] << 4 | self.form[p]
        if apart == 0:
            up, down, way = self.way(own, place, j)
            shape = min(up, 7) << 3 | min(down, 7)
            distance = max(-16, min(15, j - p)) + 16
        else:
            way, shape = (62 << 36) | shift, 62
            distance = 0
        order = int(j > p)
        near = way if shape not in (62,) else (62 << 36) | shift
        found = (
            near,
            near << 8 | self.upos[j] << 3 | self.case[j],
            near << 9 | kind,
            (shape << 1 | order) << 20 | at,
            (distance << 5 | self.upos[j]) << 5 | self.upos[p],
            ((shift << 2 | quotes) << 2 | said) << 14 | looks,
            (quotes << 2 | said) << 7 | shape << 1 | order,
            ((shift << 6 | self.deprel[j]) << 5 | self.upos[j]) << 2 | int(self.capital[j]) << 1 | int(head < 0),
            (kind << 7 | shape << 1 | order) << 9 | self.case[j] << 6 | self.preposition[j],
        )
        return [t << 59 | f for t, f in enumerate(found)]


TEMPLATES = 9


def quoted(forms, first):
    """does each word stand within quotation marks? A quotation may go on over sentences of one text, up to 200 words"""
    out, since = [], None
    for i, form in enumerate(forms):
        if form in OPEN or form == BOTH and since is None:
            since = i
        elif form in CLOSE or form == BOTH:
            since = None
        if since is not None and i - since > 200:
            since = None
        out.append(int(since is not None))
    return out


class Table:
    """which numbers have a row"""

    def __init__(self, keys):
        self.keys = np.sort(np.asarray(keys, np.int64))

    def __len__(self):
        return len(self.keys)

    def rows(self, keys):
        """row + 1 of each number, 0 for one that has none"""
        if not len(self.keys):
            return np.zeros(keys.shape, np.int64)
        at = np.searchsorted(self.keys, keys)
        at = np.minimum(at, len(self.keys) - 1)
        return np.where(self.keys[at] == keys, at + 1, 0).astype(np.int64)
