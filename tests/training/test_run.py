"""Does the whole way work on a tiny slice: data, training in two processes, figures, weights, fixtures?"""

import json
import os
import subprocess
import sys

import numpy as np
import pytest
from conftest import ROOT

from training import export, labels, lexical, losses, quantise


@pytest.fixture(scope="module")
def run(data):
    models, fixtures = data / "models", data / "fixtures.json"
    command = [sys.executable, "-m", "training", "all", "--small", "12", "--steps", "6", "--more", "4", "--models", models, "--fixtures", fixtures]
    done = subprocess.run(list(map(str, command)), cwd=ROOT, env=os.environ, capture_output=True, text=True, timeout=1800)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout, models, fixtures


def opened(path):
    raw = path.read_bytes()
    size = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8 : 8 + size])
    types = {v: k for k, v in export.TYPES.items()}
    meta = header.pop("__metadata__")
    arrays, end = {}, 0
    for name, entry in header.items():
        begin, stop = entry["data_offsets"]
        assert begin == end
        end = stop
        arrays[name] = np.frombuffer(raw[8 + size + begin : 8 + size + stop], types[entry["dtype"]]).reshape(entry["shape"])
    assert len(raw) == 8 + size + end
    return meta, arrays


def test_the_figures_are_printed(run):
    assert "| float |" in run[0] and "| quantised |" in run[0] and "LAS" in run[0] and "mention F1" in run[0] and "claims, quantised" in run[0]


def test_weights_are_whole(run):
    path = run[1] / "reader.safetensors"
    meta, arrays = opened(path)
    config = json.loads(meta["config"])
    assert meta["format"] == "newsgraph-reader/1" and path.stat().st_size < 20_000_000
    assert {name: f"{export.checksum(a):016x}" for name, a in arrays.items()} == config["checksums"]
    for name in [n[:-2] for n in arrays if n.endswith(".w") and "ln" not in n]:
        packed = arrays[name + ".w"]
        n, k = packed.shape[0] * 16, packed.shape[1] * 4
        q = packed.transpose(0, 2, 1, 3).reshape(n, k)
        assert np.abs(q).max() <= quantise.MOST
        assert (arrays[name + ".corr"] == 128 * q.astype(np.int32).sum(1)).all() and len(arrays[name + ".scale"]) == n
    pieces = len(arrays["embedding.pieces"])
    assert len(arrays["vocab.offsets"]) == pieces + 1 == len(arrays["vocab.scores"]) + 1
    text = arrays["vocab.bytes"].tobytes()
    offsets = arrays["vocab.offsets"]
    names = [text[a:b] for a, b in zip(offsets, offsets[1:])]
    assert names == sorted(names) and len(set(names[3:])) == len(names[3:])
    assert sum(n for _, n in config["stacked"]) == len(labels.UPOS) + sum(map(len, labels.VALUES.values())) + len(labels.MENTION) + 704 + 448
    assert arrays["lexical.input"].shape == (len(lexical.NAMES), 384) == (len(config["lexical"]), 384)
    assert arrays["mix"].sum() == pytest.approx(1, abs=1e-5)


def test_heads_for_claims_are_whole(run):
    meta, arrays = opened(run[1] / "reader.safetensors")
    claims = json.loads(meta["config"])["claims"]
    keys = arrays["claims.pair.keys"]
    assert len(keys) == claims["pairs"] == len(arrays["claims.pair"]) > 100 and (np.diff(keys) > 0).all() and keys.min() >= 0
    assert arrays["claims.pair"].shape[1] == len(claims["roles"]) == 6
    assert {arrays["claims.known." + n].shape for n in ("trigger", "acts", "said")} == {(119, 192), (119, 128), (119, 44)}
    texts = json.loads(run[2].with_name("claim-fixtures.json").read_text(encoding="utf-8"))
    assert len(texts) == 18 and all(len(w) == len(k) for t in texts for w, k in zip(t["words"], t["known"]))


def test_the_checksum_file_names_it(run):
    import hashlib

    path = run[1] / "reader.safetensors"
    assert path.with_suffix(".sha256").read_text() == f"{hashlib.sha256(path.read_bytes()).hexdigest()}  reader.safetensors\n"


def test_fixtures_are_trees_and_legal_tags(run):
    windows = json.loads(run[2].read_text(encoding="utf-8"))
    assert sum(map(len, windows)) >= 18
    for sentence in (s for w in windows for s in w):
        n = len(sentence["words"])
        assert all(len(sentence[k]) == n for k in ("pieces", "lexical", "analyses", "upos", "features", "heads", "deprel", "mentions", "mixed"))
        assert sentence["heads"].count(0) == 1 and sentence["deprel"].count("root") == 1
        for before, after in zip([None, *sentence["mentions"]], sentence["mentions"]):
            assert labels.allowed(before, after)


def test_quantised_sums_are_those_of_whole_numbers():
    import torch

    torch.manual_seed(3)
    layer = torch.nn.Linear(384, 48)
    x = torch.randn(5, 384)
    whole = quantise.Quantised(layer)
    a, scale = quantise.activations(x)
    exact = a.to(torch.int64) @ whole.whole.to(torch.int64).T
    assert torch.equal((a @ whole.whole.T).to(torch.int64), exact)
    assert torch.allclose(whole(x), layer(x), atol=0.05)


def test_loss_of_mentions_is_a_likelihood():
    """over all legal sequences of two words the probabilities sum to one"""
    import itertools

    import torch

    class Model:
        transitions = torch.randn(len(labels.MENTION), len(labels.MENTION))
        start, end = torch.randn(len(labels.MENTION)), torch.randn(len(labels.MENTION))

    scores = torch.randn(1, 2, len(labels.MENTION))
    total = 0.0
    for pair in itertools.product(range(len(labels.MENTION)), repeat=2):
        gold = torch.tensor([pair])
        total += float(torch.exp(-2 * losses.mentions(Model, scores, gold, [(0, 0, 2)])))
    assert total == pytest.approx(1, abs=1e-3)
