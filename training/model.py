"""How does the model read a window of words: encoder, heads, and the scores they give?

Six layers of multilingual-e5-small; what the dictionary says of a word is added to its pieces before the first layer and to the word after the
last one. A word is the mean of its pieces in a learned mixture of all layers. The heads of claims (`claim_heads.py`) take the same word vectors.
"""

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from . import claim_heads, labels, lexical
from .encoder_file import BLOCK, dequantise

HIDDEN, LAYERS, HEADS, FFN = 384, 6, 12, 1536
SLOPE = 0.1


def linear(weight, bias):
    layer = nn.Linear(weight.shape[1], weight.shape[0])
    layer.weight.data, layer.bias.data = torch.tensor(weight), torch.tensor(bias)
    return layer


def norm(file, name):
    layer = nn.LayerNorm(HIDDEN, file.eps)
    layer.weight.data, layer.bias.data = torch.tensor(file.tensor(name + ".w")), torch.tensor(file.tensor(name + ".b"))
    return layer


def attention(q, k, v, mask):
    if hasattr(F, "scaled_dot_product_attention"):
        return F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
    scores = (q @ k.transpose(-1, -2)) / q.shape[-1] ** 0.5
    return scores.float().masked_fill(~mask, -1e9).softmax(-1).to(v.dtype) @ v


class Layer(nn.Module):
    def __init__(self, file, i):
        super().__init__()
        get = lambda n, k: file.tensor(f"l{i}.{n}.w").reshape(-1, k)  # noqa: E731
        bias = lambda n: file.tensor(f"l{i}.{n}.b")  # noqa: E731
        self.qkv = linear(np.concatenate([get(n, HIDDEN) for n in "qkv"]), np.concatenate([bias(n) for n in "qkv"]))
        self.out = linear(get("ao", HIDDEN), bias("ao"))
        self.ffn_in = linear(get("fi", HIDDEN), bias("fi"))
        self.ffn_out = linear(get("fo", FFN), bias("fo"))
        self.ln1, self.ln2 = norm(file, f"l{i}.aln"), norm(file, f"l{i}.oln")

    def forward(self, x, mask, drop):
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        a = attention(q, k, v, mask).transpose(1, 2).reshape(b, n, HIDDEN)
        x = self.ln1(x + drop(self.out(a)))
        return self.ln2(x + drop(self.ffn_out(F.gelu(self.ffn_in(x)))))


class Encoder(nn.Module):
    def __init__(self, file, ids):
        super().__init__()
        rows = file.rows(ids)
        table = dequantise(rows.reshape(len(ids), -1, 18).copy().view(BLOCK)[..., 0]).reshape(len(ids), HIDDEN)
        self.pieces = nn.Embedding.from_pretrained(torch.tensor(table), freeze=True)
        half = torch.tensor(file.tensor("emb.pos").reshape(-1, HIDDEN)[:512]).half().float()
        self.register_buffer("position", half)
        self.register_buffer("kind", torch.tensor(file.tensor("emb.type").reshape(-1, HIDDEN)[0]))
        self.ln = norm(file, "emb.ln")
        self.layers = nn.ModuleList(Layer(file, i) for i in range(LAYERS))
        self.mix = nn.Parameter(torch.zeros(LAYERS + 1))
        self.drop = nn.Dropout(0.1)

    def forward(self, ids, mask, extra):
        x = self.pieces(ids) + self.position[: ids.shape[1]] + self.kind + extra
        x = self.drop(self.ln(x))
        mask = mask[:, None, None, :]
        weights = torch.softmax(self.mix, 0)
        total = weights[0] * x
        for i, layer in enumerate(self.layers):
            x = layer(x, mask, self.drop)
            total = total + weights[i + 1] * x
        return total


class Reader(nn.Module):
    def __init__(self, file, ids):
        super().__init__()
        self.encoder = Encoder(file, ids)
        self.lexical_input = nn.Parameter(torch.zeros(len(lexical.NAMES) + 1, HIDDEN))
        self.lexical_word = nn.Parameter(torch.zeros(len(lexical.NAMES) + 1, HIDDEN))
        self.upos = nn.Linear(HIDDEN, len(labels.UPOS))
        self.features = nn.ModuleDict({f: nn.Linear(HIDDEN, len(v)) for f, v in labels.VALUES.items()})
        self.mention = nn.Linear(HIDDEN, len(labels.MENTION))
        self.arc_head, self.arc_dep = nn.Linear(HIDDEN, labels.ARC), nn.Linear(HIDDEN, labels.ARC)
        self.rel_head, self.rel_dep = nn.Linear(HIDDEN, labels.REL), nn.Linear(HIDDEN, labels.REL)
        self.root = nn.Parameter(torch.randn(HIDDEN) * 0.1)
        self.arc = nn.Linear(labels.ARC, labels.ARC)
        nn.init.zeros_(self.arc.weight)
        nn.init.zeros_(self.arc.bias)
        self.rel = nn.Linear(labels.REL, len(labels.DEPREL) * (labels.REL + 1))
        nn.init.normal_(self.rel.weight, std=0.02)
        nn.init.normal_(self.rel.bias, std=0.02)
        tags = len(labels.MENTION)
        self.transitions = nn.Parameter(torch.zeros(tags, tags))
        self.start, self.end = nn.Parameter(torch.zeros(tags)), nn.Parameter(torch.zeros(tags))
        self.drop = nn.Dropout(0.2)
        self.claims = None

    def add_claims(self, keys):
        """heads for claims, where these numbers of pairs have weights of their own (`roles.py`)"""
        self.claims = claim_heads.Claims(keys)

    def words(self, batch):
        """the vector of each word, [B, W, 384]"""
        table = torch.cat([self.lexical_input, self.lexical_word], 1)
        lex = F.embedding_bag(batch.lexical, table, batch.offsets, mode="sum", padding_idx=len(lexical.NAMES))
        b, w = batch.shape
        lex = lex.reshape(b, w, 2 * HIDDEN)
        into = torch.cat([torch.zeros(b, 1, HIDDEN), lex[..., :HIDDEN]], 1)
        extra = torch.gather(into, 1, batch.word_of[..., None].expand(-1, -1, HIDDEN))
        x = self.encoder(batch.ids, batch.mask, extra)
        return torch.bmm(batch.pool.to(x.dtype), x) + lex[..., HIDDEN:]

    def forward(self, batch):
        x = self.drop(self.words(batch))
        act = lambda t: self.drop(F.leaky_relu(t, SLOPE))  # noqa: E731
        arcs = torch.bmm(self.arc(act(self.arc_dep(x))), act(self.rooted(self.arc_head, x)).transpose(1, 2))
        return {
            "upos": self.upos(x),
            "features": {f: head(x) for f, head in self.features.items()},
            "mention": self.mention(x),
            "arcs": arcs.float().masked_fill(~batch.reach, -1e9),
            "rel_dep": self.rel(act(self.rel_dep(x))),
            "rel_head": act(self.rooted(self.rel_head, x)),
        }

    def rooted(self, layer, x):
        """what a layer makes of the words, with the root in front"""
        y = layer(x)
        root = F.linear(self.drop(self.root), layer.weight, layer.bias).to(y.dtype)
        return torch.cat([root.expand(x.shape[0], 1, -1), y], 1)

    def relations(self, out, heads):
        """scores of the labels, given the head (a column of `arcs`) of each word"""
        table = out["rel_dep"].view(*out["rel_dep"].shape[:2], len(labels.DEPREL), labels.REL + 1)
        head = torch.gather(out["rel_head"], 1, heads[..., None].expand(-1, -1, labels.REL))
        return torch.einsum("bwrj,bwj->bwr", table[..., :-1], head.to(table.dtype)) + table[..., -1]
