"""How are claims read off the vectors of an article's words?

Each word: is it a trigger, and of which relation; of triggers: polarity, modality, hedge. Each trigger and each word near it: does the word play
one of the roles? A product of both vectors (biaffine), plus weights of what the tree tells of the two (`roles.py`), against the score of nobody.
"""

import torch
import torch.nn as nn
import torch.nn.functional as F

from . import claims, predicates, roles

HIDDEN = 384
TRIGGER, ROLE = 192, 128
SLOPE = 0.1
SAID = 1 + len(predicates.RELATIONS)  # nothing, the relations
POLARITY, MODALITY, HEDGE = SAID, SAID + 1, SAID + 1 + len(claims.MODALITIES)  # where their scores stand
OUTPUTS = HEDGE + 1
NAMES = len(predicates.NAMES)


def table(rows, width):
    layer = nn.EmbeddingBag(rows, width, mode="sum", padding_idx=0)
    nn.init.zeros_(layer.weight)
    return layer


class Claims(nn.Module):
    def __init__(self, keys):
        super().__init__()
        self.register_buffer("keys", torch.as_tensor(sorted(keys), dtype=torch.long))
        self.trigger = nn.Linear(HIDDEN, TRIGGER)
        self.acts, self.plays = nn.Linear(HIDDEN, ROLE), nn.Linear(HIDDEN, ROLE)
        self.said = nn.Linear(TRIGGER, OUTPUTS)
        self.role = nn.Linear(ROLE, len(claims.ROLES) * (ROLE + 1))
        self.said.bias.data[0] = 8.0  # most words trigger nothing
        nn.init.normal_(self.role.weight, std=0.02)
        nn.init.zeros_(self.role.bias)
        self.known_trigger, self.known_acts = table(NAMES + 1, TRIGGER), table(NAMES + 1, ROLE)
        self.known_said = table(NAMES + 1, OUTPUTS)
        self.known_said.weight.data[1 : SAID, 1:SAID] = torch.eye(SAID - 1)
        self.pair = table(len(self.keys) + 1, len(claims.ROLES))
        self.drop = nn.Dropout(0.3)

    @property
    def table(self):
        return roles.Table(self.keys.numpy())

    def forward(self, x, known):
        """scores of what each word triggers, and the vectors of roles; `known`: numbers of the lexicon's names + 1, [n, most], 0 for none"""
        act = lambda t: self.drop(F.leaky_relu(t, SLOPE))  # noqa: E731
        said = self.said(act(self.trigger(x) + self.known_trigger(known))) + self.known_said(known)
        acts = act(self.acts(x) + self.known_acts(known))
        return said, acts, act(self.plays(x))

    def scores(self, acts, plays, trigger, words, rows):
        """[roles, words + 1]: of each word, then of nobody"""
        asked = self.role(acts[trigger]).view(len(claims.ROLES), ROLE + 1).float()
        found = asked[:, :ROLE] @ plays[words].float().t() + self.pair(rows).float().t()
        return torch.cat([found, asked[:, ROLE:]], 1)


def padded(known):
    """the numbers of names of each word as a table"""
    most = max([1, *map(len, known)])
    return torch.tensor([[i + 1 for i in k] + [0] * (most - len(k)) for k in known])


BALANCE = 0.5  # weight of a word that is no trigger


def loss(head, prepared, x, forget=0.0):
    """of one article: `prepared` (see `Prepared`), `x` the vectors of its words"""
    known = prepared.known
    if forget:
        known = known * (torch.rand(len(known), 1) >= forget)
    said, acts, plays = head(x, known)
    said = said.float()
    log = said[:, :SAID].log_softmax(-1)
    none = -(log[:, 0] * prepared.none).sum() * BALANCE
    right = -torch.logsumexp(log[prepared.words] + prepared.weights, 1).sum()
    total = (none + right) / max(1.0, float(prepared.none.sum()) * BALANCE + len(prepared.words)) * 4
    if not len(prepared.words):
        return total
    own = said[prepared.words]
    total = total + 0.5 * F.binary_cross_entropy_with_logits(own[:, POLARITY], prepared.polarity)
    total = total + 0.5 * F.cross_entropy(own[:, MODALITY:HEDGE], prepared.modality)
    total = total + 0.3 * F.binary_cross_entropy_with_logits(own[:, HEDGE], prepared.hedge)
    found = 0
    for trigger, words, rows, gold in prepared.roles:
        scores = head.scores(acts, plays, trigger, words, rows)
        for r, sets in enumerate(gold):
            found = found + WEIGHTS[r] * role_loss(scores[r], sets)
    return total + found / len(prepared.roles)


WEIGHTS = [1.0, 1.0, 0.8, 0.6, 0.4, 0.4]


def role_loss(scores, sets):
    """nobody against all words, or each set of words (any of them is right) against all that are wrong"""
    last = len(scores) - 1
    if not sets:
        return torch.logsumexp(scores, 0) - scores[last]
    wrong = torch.ones(len(scores), dtype=torch.bool)
    wrong[[w for s in sets for w in s]] = False
    value = 0
    for s in sets:
        good = torch.logsumexp(scores[list(s)], 0)
        value = value + torch.logaddexp(good, torch.logsumexp(scores[wrong], 0)) - good
    return value / len(sets)


class Prepared:
    """the gold of an article in numbers"""

    def __init__(self, text, words, known, table, reach=claims.REACH):
        self.text, self.roles_of = text, words
        self.triggers = claims.triggers(text)
        self.known = padded(known)
        self.words = torch.tensor(sorted(self.triggers), dtype=torch.long)
        gold = [self.triggers[w] for w in sorted(self.triggers)]
        self.none = torch.ones(len(text.forms))
        self.none[self.words] = 0
        self.weights = torch.full((len(gold), SAID), -1e4)
        for row, t in zip(self.weights, gold):
            for relation, weight in t.relations.items():
                row[1 + predicates.RELATIONS.index(relation)] = torch.log(torch.tensor(weight))
        self.polarity = torch.tensor([float(t.polarity == "negated") for t in gold])
        self.modality = torch.tensor([claims.MODALITIES.index(t.modality) for t in gold], dtype=torch.long)
        self.hedge = torch.tensor([float(t.hedged) for t in gold])
        self.pairs = [(w, words.candidates(w, reach)) for w in sorted(self.triggers)]
        self.keys = [words.keys(w, c) for w, c in self.pairs]
        self.gold = [self.triggers[w].roles for w in sorted(self.triggers)]
        self.roles = []
        if table is not None:
            self.look(table)

    def look(self, table):
        """gives each pair its rows of weights"""
        self.roles = []
        for (w, found), keys, gold in zip(self.pairs, self.keys, self.gold):
            place = {j: i for i, j in enumerate(found)}
            sets = []
            for role in claims.ROLES:
                own = [{place[j] for j in s if j in place} for s in gold[role]]
                sets.append([s for s in own if s])
            self.roles.append((w, torch.tensor(found), torch.tensor(table.rows(keys)), sets))
