"""What does the model say of sentences?"""

from dataclasses import dataclass

import numpy as np
import torch

from . import decode, losses, windows
from .lexicon import candidates

MARGIN = 4.0
WINDOW = 120  # pieces of a window, where its first sentence is not longer


@dataclass
class Reading:
    upos: list
    features: list
    candidates: list  # index of the dictionary's analysis, or None
    heads: list
    deprels: list
    tags: list


def read(model, coded, lexicon, margin=MARGIN, budget=3000, most=WINDOW, forget=False, **extra):
    """a Reading of each sentence, in order; windows of at most `most` pieces (or one sentence)"""
    model.eval()
    made = windows.cut(coded, most=most)
    out = {}
    with torch.no_grad():
        for group in windows.batches(made, budget):
            batch = windows.collate(group, (0, 2), forget=1.0 if forget else 0.0)
            with torch.autocast("cpu", torch.bfloat16, enabled=not getattr(model, "exact", False)):
                scores = model(batch)
            flat = [c for w in group for c in w]
            for c, (k, a, b) in zip(flat, batch.bounds):
                out[id(c)] = reading(model, scores, c, k, a, b, [] if forget else lexicon, margin, **extra)
    return [out[id(c)] for c in coded]


def reading(model, scores, coded, k, a, b, lexicon, margin, **extra):
    get = lambda t: t[k, a:b].float().numpy()  # noqa: E731
    upos = decode.log_softmax(get(scores["upos"]))
    features = {f: decode.log_softmax(get(t)) for f, t in scores["features"].items()}
    found = [candidates(lexicon, w) if lexicon else [] for w in coded.sentence.forms]
    arcs = get(scores["arcs"])
    heads = decode.tree(np.concatenate([arcs[:, :1], arcs[:, a + 1 : b + 1]], 1))
    columns = torch.tensor([[h + a if h else 0 for h in heads]])
    part = {"rel_dep": scores["rel_dep"][k : k + 1, a:b], "rel_head": scores["rel_head"][k : k + 1]}
    rel = model.relations(part, columns)[0].float().numpy()
    deprels = [decode.label(r, h) for r, h in zip(rel, heads)]
    tags = decode.tags(upos, features, found, margin, heads, deprels, **extra)
    move = (model.transitions.detach() + losses.TABLE).numpy()
    start = (model.start.detach() + losses.START).numpy()
    mention = decode.viterbi(get(scores["mention"]), move, start, model.end.detach().numpy())
    return Reading(
        [t[0] for t in tags], [t[1] for t in tags], [t[2] for t in tags], heads, deprels, mention
    )  # fmt: skip
