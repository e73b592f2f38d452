"""Which tags, trees and mentions do the scores mean?

The same rules stand in Rust. All sums are of f32 scores in f64.
"""

import numpy as np

from . import labels
from .tagset import FEATURES

ROOT_COST = 1e6  # taken off every root arc, so that the best tree has one


def log_softmax(x):
    x = x.astype(np.float64)
    x = x - x.max(-1, keepdims=True)
    return x - np.log(np.exp(x).sum(-1, keepdims=True))


class Option:
    """one way to tag a word: its part of speech, what its analysis says of the features, its score without that of the case"""

    __slots__ = ("score", "upos", "values", "index", "cases")

    def __init__(self, score, upos, values, index, cases):
        self.score, self.upos, self.values, self.index, self.cases = score, upos, values, index, cases


def allowed(feature, value):
    """which labels a value of an analysis allows: `*` any, `+` any but none"""
    if value in "*+":
        return range(1 if value == "+" else 0, len(labels.VALUES[feature]))
    return (labels.VALUE_INDEX[feature][value],)


def options(upos, features, candidates, margin):
    """the dictionary's analyses, then what the model says freely, which costs `margin` where the dictionary has the word. `upos`, `features[f]`:
    log probabilities"""
    out = []
    for k, (pos, values, *_) in enumerate(candidates):
        values = {f: dict(values).get(f, "_") for f in FEATURES}
        score = upos[labels.UPOS_INDEX[pos]]
        for f in FEATURES[1:]:
            score += max(features[f][i] for i in allowed(f, values[f]))
        out.append(Option(score, pos, values, k, allowed("Case", values["Case"])))
    free = upos.max() + sum(features[f].max() for f in FEATURES[1:]) - (margin if candidates else 0)
    out.append(Option(free, labels.UPOS[int(upos.argmax())], dict.fromkeys(FEATURES, "*"), None, range(len(labels.VALUES["Case"]))))
    return out


def best(found, case, wanted=None):
    """(score, option, label of the case): the best option, or the best one with this case; the first of equals"""
    top = (float("-inf"), None, 0)
    for option in found:
        for c in option.cases if wanted is None else (wanted,) if wanted in option.cases else ():
            if option.score + case[c] > top[0]:
                top = (option.score + case[c], option, c)
    return top


def written(option, case, features):
    """(upos, {feature: value}, index of the analysis or None) of an option with this case"""
    out = {}
    for f in FEATURES:
        if f == "Case":
            value = labels.VALUES[f][case]
        else:
            value = labels.VALUES[f][max(allowed(f, option.values[f]), key=lambda i: (features[f][i], -i))]
        if value != "_":
            out[f] = value
    return option.upos, out, option.index


AGREE = {"case": 3.0, "amod": 3.0, "det": 3.0, "flat": 2.0, "conj": 1.0}
NOMINAL = {"NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM"}


def tags(upos, features, candidates, margin, heads, deprels, agree=AGREE):
    """the tags of a sentence: the best option of each word, where words that agree in case (a preposition and its noun, adjective and noun, names,
    what is joined by a conjunction) cost a little if they do not"""
    n = len(heads)
    found = [options(upos[i], {f: t[i] for f, t in features.items()}, candidates[i], margin) for i in range(n)]
    case = features["Case"]
    own = [best(found[i], case[i]) for i in range(n)]
    cost = [agree.get(deprels[i]) if heads[i] and joined(own, i, heads[i] - 1, deprels[i]) else None for i in range(n)]
    children = [[] for _ in range(n)]
    for i in range(n):
        if cost[i] is not None:
            children[heads[i] - 1].append(i)
    cases = range(len(labels.VALUES["Case"]))
    total = [[best(found[i], case[i], c)[0] for c in cases] for i in range(n)]
    for i in upwards(heads):
        for d in children[i]:
            apart = max(total[d]) - cost[d]
            for c in cases:
                total[i][c] += max(total[d][c], apart) if c else apart
    chosen = [0] * n
    for i in reversed(upwards(heads)):
        top = max(cases, key=lambda c: (total[i][c], -c))
        chosen[i] = top
        if cost[i] is not None:
            above = chosen[heads[i] - 1]
            if above and total[i][above] >= total[i][top] - cost[i]:
                chosen[i] = above
    out = []
    for i in range(n):
        _, option, c = best(found[i], case[i], chosen[i])
        out.append(written(option, c, {f: t[i] for f, t in features.items()}))
    return out


def joined(own, dependent, head, deprel):
    a, b = own[dependent][1].upos, own[head][1].upos
    if deprel == "case":
        return a == "ADP" and b in NOMINAL
    if deprel == "amod":
        return a == "ADJ" and b in ("NOUN", "PROPN")
    if deprel == "det":
        return a == "DET" and b in ("NOUN", "PROPN")
    if deprel == "flat":
        return a == b == "PROPN"
    return deprel == "conj" and a in ("NOUN", "PROPN") and b in ("NOUN", "PROPN")


def upwards(heads):
    """the words, each after all its dependents"""
    order, at = [], [i for i, h in enumerate(heads) if h == 0]
    while at:
        order += at
        at = [i for i, h in enumerate(heads) if h - 1 in set(at) and h]
    return order[::-1]


def tree(scores):
    """heads (0 the root) of the best tree with one root child; `scores` [n, n + 1]: column 0 the root"""
    n = len(scores)
    s = np.full((n + 1, n + 1), -np.inf)
    s[1:] = scores
    s[1:, 0] -= ROOT_COST
    np.fill_diagonal(s, -np.inf)
    return edmonds(s)[1:]


def edmonds(s):
    """`s[d, h]`: score of head h for d; 0 is the root. The best arborescence (Chu and Liu, Edmonds), cycles contracted one at a time."""
    n = len(s)
    heads = s.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if cycle is None:
        return list(map(int, heads))
    inside = set(cycle)
    rest = [i for i in range(n) if i not in inside]
    place = {v: k for k, v in enumerate(rest)}
    c = len(rest)
    small = np.full((c + 1, c + 1), -np.inf)
    small[:c, :c] = s[np.ix_(rest, rest)]
    total = sum(s[v, heads[v]] for v in cycle)
    enter, leave = {}, {}
    for v in rest:
        best = max(cycle, key=lambda u: (total - s[u, heads[u]] + s[u, v], -u))
        small[c, place[v]] = total - s[best, heads[best]] + s[best, v]
        enter[v] = best
        if v:
            best = max(cycle, key=lambda u: (s[v, u], -u))
            small[place[v], c] = s[v, best]
            leave[v] = best
    found = edmonds(small)
    out = [0] * n
    for v in cycle:
        out[v] = int(heads[v])
    for k, v in enumerate(rest):
        if v:
            out[v] = leave[v] if found[k] == c else rest[found[k]]
    head = rest[found[c]]
    out[enter[head]] = head
    return out


def find_cycle(heads):
    state = [0] * len(heads)
    for start in range(1, len(heads)):
        path, v = [], start
        while v and state[v] == 0:
            state[v] = start
            path.append(v)
            v = int(heads[v])
        if v and state[v] == start and v in path:
            return path[path.index(v) :]
        for u in path:
            state[u] = -1
    return None


def label(scores, head):
    """the label of a word: `root` for the root's child, never for another"""
    root = labels.DEPREL_INDEX["root"]
    if head == 0:
        return "root"
    scores = scores.copy()
    scores[root] = -np.inf
    return labels.DEPREL[int(scores.argmax())]


def viterbi(scores, transitions, start, end):
    """the best legal sequence of mention tags; the first of equals"""
    back = []
    best = start + scores[0]
    for x in scores[1:]:
        table = best[:, None] + transitions
        back.append(table.argmax(0))
        best = table.max(0) + x
    at = int((best + end).argmax())
    out = [at]
    for pointers in reversed(back):
        at = int(pointers[at])
        out.append(at)
    return [labels.MENTION[i] for i in reversed(out)]


def spans(tags):
    """{(first, last + 1, type)}"""
    out, begin = set(), None
    for i, t in enumerate([*tags, "O"]):
        if begin is not None and not t.startswith("I-"):
            out.add((begin, i, tags[begin][2:]))
            begin = None
        if t.startswith("B-"):
            begin = i
    return out
