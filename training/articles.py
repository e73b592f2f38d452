"""How do the articles of the corpus become steps of training: claims and mentions of whole articles, whose sentences are read in several windows?"""

from collections import Counter

import torch

from . import claim_heads, claims, corpus, labels, lexicon, losses, predicates, predict, roles, windows

MET = 10  # how often a number of `roles.py` must be met to have a row
LENGTHS = [80, 100, 120, 120, 120, 150, 200]  # pieces of a window in training


class Article:
    """an article in numbers: its sentences, and its claims on the trees that a model found"""

    def __init__(self, name, coded, readings, analyses):
        self.coded = coded
        text = claims.Text(name, readings, [c.sentence for c in coded])
        known = [k for c, found in zip(coded, analyses) for k in predicates.of_sentence(c.sentence.forms, found)]
        features = [f for r in readings for f in r.features]
        words = roles.Words(text.forms, text.first, text.upos, features, text.heads, text.deprels, known)
        self.prepared = claim_heads.Prepared(text, words, known, None)
        self.size = sum(c.size for c in coded)

    def batch(self, rng, forget):
        made = windows.cut(self.coded, most=rng.choice(LENGTHS) if rng else predict.WINDOW)
        return windows.collate(made, (0, 2), forget, rng)


def analyses(data, sentence):
    return [data.lexicon.lookup(w) for w in sentence.forms]


def read(model, data, names, log=print):
    """the articles of these names, with trees by the model"""
    out = []
    for name in names:
        coded = [windows.Coded(s, data.pieces.encode, data.lexicon.lookup) for s in data.articles[name]]
        readings = predict.read(model, coded, data.lexicon)
        out.append(Article(name, coded, readings, [analyses(data, c.sentence) for c in coded]))
    log(f"{len(out)} articles, {sum(len(a.prepared.words) for a in out)} triggers")
    return out


def keys(articles):
    """the numbers of pairs that are met often enough"""
    count = Counter()
    for article in articles:
        for found in article.prepared.keys:
            count.update(found.ravel().tolist())
    return [k for k, n in count.items() if n >= MET]


def vectors(x, batch):
    """vectors of the words of an article from those of its windows"""
    return torch.cat([x[k, a:b] for k, a, b in batch.bounds])


def loss(model, article, rng, forget):
    """mentions and claims of one article; the encoder is run once for both"""
    batch = article.batch(rng, forget)
    x = model.words(batch)
    named = losses.mentions(model, model.mention(model.drop(x)), batch.mentions, batch.bounds)
    found = claim_heads.loss(model.claims, article.prepared, model.drop(vectors(x, batch)), forget)
    return 2 * named + CLAIMS * found


CLAIMS = 0.3  # weight of the claims


def read_vectors(model, article):
    """vectors of the words as the program reads them"""
    model.eval()
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=not getattr(model, "exact", False)):
        batch = article.batch(None, 0.0)
        return vectors(model.words(batch), batch).float()


__all__ = ["Article", "keys", "loss", "read", "read_vectors", "corpus", "labels", "lexicon"]
