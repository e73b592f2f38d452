"""How far is what the model says from what the treebanks and the corpus say?"""

import torch
import torch.nn.functional as F

from . import labels
from .labels import IGNORE

WEIGHTS = {"Case": 0.4, "Number": 0.2, "Gender": 0.2}
OTHER = 0.1


def entropy(scores, gold):
    gold = gold.reshape(-1)
    if not (gold >= 0).any():
        return scores.sum() * 0
    return F.cross_entropy(scores.float().reshape(-1, scores.shape[-1]), gold.clamp(min=IGNORE), ignore_index=IGNORE)


def legal():
    """scores of transitions that cannot be: −1e4"""
    tags = labels.MENTION
    table = torch.tensor([[0.0 if labels.allowed(a, b) else -1e4 for b in tags] for a in tags])
    start = torch.tensor([0.0 if labels.allowed(None, b) else -1e4 for b in tags])
    return table, start


TABLE, START = legal()


def mentions(model, scores, gold, bounds):
    """negative log likelihood of the tags under a linear-chain CRF, a sentence each; mean over words"""
    rows = [(k, a, b) for k, a, b in bounds if int(gold[k, a]) >= 0]
    if not rows:
        return None
    length = torch.tensor([b - a for _, a, b in rows])
    longest = int(length.max())
    x = torch.stack([F.pad(scores[k, a:b].float(), (0, 0, 0, longest - (b - a))) for k, a, b in rows])
    y = torch.stack([F.pad(gold[k, a:b], (0, longest - (b - a))) for k, a, b in rows])
    move, start = model.transitions + TABLE, model.start + START
    n = torch.arange(len(rows))
    alpha = start + x[:, 0]
    path = start[y[:, 0]] + x[n, 0, y[:, 0]]
    for t in range(1, longest):
        live = t < length
        step = torch.logsumexp(alpha[:, :, None] + move, 1) + x[:, t]
        alpha = torch.where(live[:, None], step, alpha)
        path = path + torch.where(live, move[y[:, t - 1], y[:, t]] + x[n, t, y[:, t]], torch.zeros(()))
    total = torch.logsumexp(alpha + model.end, 1)
    path = path + model.end[y[n, length - 1]]
    return (total - path).sum() / length.sum()


def loss(model, batch, out):
    heads = batch.heads
    total = 0.5 * entropy(out["upos"], batch.upos)
    for i, f in enumerate(labels.VALUES):
        total = total + WEIGHTS.get(f, OTHER) * entropy(out["features"][f], batch.features[i])
    total = total + entropy(out["arcs"], heads) + entropy(model.relations(out, heads.clamp(min=0)), batch.deprels)
    named = mentions(model, out["mention"], batch.mentions, batch.bounds)
    return total if named is None else total + 2 * named
