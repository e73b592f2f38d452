"""What does a model say that a text claims?

The Rust reader says the same (`encoder/src/claims/spot.rs`), held to it by `tests/data/claim-fixtures.json`.
"""

import torch

from . import claim_heads as heads, claims
from .predicates import RELATIONS

SHARE = 0.35  # of the likeliest word's probability that another word of the role must have
BIAS = [0.5, 0.5, 1.0, 1.0, 1.0, 1.0]  # how much less likely than nobody a word may be, by role


def spotted(head, words, known, x, cut):
    """[{trigger, p, relations, negated, modalities, hedged, roles: [(probabilities of `words` and of nobody, words)]}] of a text: `words` as `roles.Words`"""
    found, table = [], head.table
    with torch.no_grad():
        said, acts, plays = head(x, known)
        said = said.float()
        share = said[:, : heads.SAID].softmax(-1)
        for trigger in (1 - share[:, 0] > cut).nonzero()[:, 0].tolist():
            own = said[trigger]
            near = words.candidates(trigger, claims.REACH)
            rows = torch.tensor(table.rows(words.keys(trigger, near)))
            scores = head.scores(acts, plays, trigger, torch.tensor(near), rows).softmax(-1)
            found.append({
                "trigger": trigger, "p": float(1 - share[trigger, 0]), "relations": own[1 : heads.SAID].softmax(-1).tolist(),
                "negated": float(torch.sigmoid(own[heads.POLARITY])), "modalities": own[heads.MODALITY : heads.HEDGE].softmax(-1).tolist(),
                "hedged": float(torch.sigmoid(own[heads.HEDGE])), "words": near, "roles": scores.tolist(),
            })  # fmt: skip
    return found


def read(head, prepared, x, cut):
    """the same with one relation, and the words that play each role, likeliest first"""
    out = []
    for c in spotted(head, prepared.roles_of, prepared.known, x, cut):
        players = {}
        for name, shares, bias in zip(claims.ROLES, c["roles"], BIAS):
            *each, nobody = shares
            least = max(nobody * bias, SHARE * max(each))
            players[name] = sorted(((w, p) for w, p in zip(c["words"], each) if p >= least), key=lambda w: -w[1])
        best = lambda values: max(range(len(values)), key=values.__getitem__)  # noqa: E731
        out.append({
            "trigger": c["trigger"], "p": c["p"], "relation": RELATIONS[best(c["relations"])], "negated": c["negated"] > 0.5,
            "modality": claims.MODALITIES[best(c["modalities"])], "hedged": c["hedged"] > 0.5, "roles": players,
        })  # fmt: skip
    return out
