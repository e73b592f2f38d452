"""How do sentences become the model's input: windows of neighbouring sentences, padded batches, labels?"""

import random
from dataclasses import dataclass

import torch

from . import labels, lexical
from .labels import IGNORE

LIMIT = 512


class Coded:
    """a sentence in numbers"""

    __slots__ = ("sentence", "pieces", "lexical", "upos", "features", "heads", "deprels", "mentions", "size")

    def __init__(self, sentence, pieces, lexicon):
        s = self.sentence = sentence
        self.pieces = [pieces(w) for w in s.forms]
        self.size = sum(map(len, self.pieces))
        self.lexical = [lexical.features(w, i == 0, lexicon(w)) for i, w in enumerate(s.forms)]
        n = len(s)
        self.upos = [labels.UPOS_INDEX.get(u, IGNORE) for u in s.upos] or [IGNORE] * n
        self.features = [[index.get(f.get(name, "_"), IGNORE) for f in s.features] or [IGNORE] * n for name, index in labels.VALUE_INDEX.items()]
        self.heads = [h if h != i + 1 else IGNORE for i, h in enumerate(s.heads)] or [IGNORE] * n
        self.deprels = [labels.DEPREL_INDEX.get(d, IGNORE) if h >= 0 else IGNORE for d, h in zip(s.deprels, self.heads)] or [IGNORE] * n
        self.mentions = [labels.MENTION_INDEX[t] for t in s.tags] or [IGNORE] * n


@dataclass
class Batch:
    shape: tuple
    words: int
    ids: object
    mask: object
    word_of: object
    pool: object
    lexical: object
    offsets: object
    reach: object
    upos: object
    features: object
    heads: object
    deprels: object
    mentions: object
    bounds: list  # (window, first word, last word + 1) of every sentence


def cut(coded, rng=None, most=LIMIT - 2):
    """windows of neighbouring sentences of one document: as long as they fit, or (with `rng`) of random length"""
    out, now, size = [], [], 0
    target = most
    for c in coded:
        new = now and (size + c.size > target or c.sentence.document != now[-1].sentence.document)
        if new:
            out.append(now)
            now, size = [], 0
        if not now and rng:
            target = rng.choice([1, 1, 1, 40, 80, 120, 180, 300])
        now.append(c)
        size += c.size
    return out + [now] if now else out


def batches(windows, budget, rng=None):
    """lists of windows of like length, at most `budget` pieces with padding"""
    size = lambda w: sum(c.size for c in w) + 2  # noqa: E731
    keyed = sorted(windows, key=lambda w: size(w) * (1 + (rng.random() * 0.1 if rng else 0)))
    out, now, longest = [], [], 0
    for w in keyed:
        longest = max(longest, size(w))
        if now and longest * (len(now) + 1) > budget:
            out.append(now)
            now, longest = [], size(w)
        now.append(w)
    if now:
        out.append(now)
    if rng:
        rng.shuffle(out)
    return out


def collate(windows, special, forget=0.0, rng=random):
    """`special`: ids of bos, eos; `forget`: share of words whose dictionary entry is withheld (of foreign sentences: half of the sentences)"""
    bos, eos = special
    b = len(windows)
    n = max(sum(c.size for c in w) for w in windows) + 2
    words = max(sum(len(c.sentence) for c in w) for w in windows)
    ids, mask, word_of = torch.zeros(b, n, dtype=torch.long), torch.zeros(b, n, dtype=torch.bool), torch.zeros(b, n, dtype=torch.long)
    pool = torch.zeros(b, words, n)
    gold = {k: torch.full((b, words), IGNORE) for k in ("upos", "heads", "deprels", "mentions")}
    features = torch.full((len(labels.VALUES), b, words), IGNORE)
    reach = torch.zeros(b, words, words + 1, dtype=torch.bool)
    reach[..., 0] = True
    flat, offsets, bounds = [], [], []
    pad = len(lexical.NAMES)
    unknown = lexical.INDEX["known=no"]
    for k, window in enumerate(windows):
        row, spans, at, first = [bos], [], 1, 0
        for c in window:
            length = len(c.sentence)
            share = forget if c.sentence.language == "uk" else float(rng.random() < 0.5) if forget else 0
            for i, pieces in enumerate(c.pieces):
                word_of[k, at : at + len(pieces)] = first + i + 1
                pool[k, first + i, at : at + len(pieces)] = 1 / len(pieces)
                row += pieces
                at += len(pieces)
                offsets.append(len(flat))
                lex = c.lexical[i]
                if share and rng.random() < share:
                    lex = [unknown] + [f for f in lex if f > unknown]
                flat += lex or [pad]
            here = slice(first, first + length)
            reach[k, here, first + 1 : first + length + 1] = True
            gold["upos"][k, here] = torch.tensor(c.upos)
            gold["deprels"][k, here] = torch.tensor(c.deprels)
            gold["mentions"][k, here] = torch.tensor(c.mentions)
            gold["heads"][k, here] = torch.tensor([h + first if h > 0 else h for h in c.heads])
            for f in range(len(labels.VALUES)):
                features[f, k, here] = torch.tensor(c.features[f])
            bounds.append((k, first, first + length))
            first += length
        row.append(eos)
        ids[k, : len(row)] = torch.tensor(row)
        mask[k, : len(row)] = True
        for _ in range(words - first):
            offsets.append(len(flat))
            flat.append(pad)
    index = torch.arange(words)
    reach[:, index, index + 1] = False
    return Batch(
        (b, words), words, ids, mask, word_of, pool, torch.tensor(flat), torch.tensor(offsets), reach,
        gold["upos"], features, gold["heads"], gold["deprels"], gold["mentions"], bounds,
    )  # fmt: skip
