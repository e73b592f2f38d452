"""Where do the tiny dictionary and the tiny encoder of these tests come from? Both are written here, in the formats that training reads."""

import struct

import numpy as np

HIDDEN, FFN, LAYERS = 384, 1536, 6


def varint(value):
    """four bytes, whatever the value"""
    return bytes(((value >> shift) & 0x7F) | (0x80 if shift < 21 else 0) for shift in (0, 7, 14, 21))


def automaton(strings):
    """a CFSA2 automaton of these byte strings, as a tree without sharing; no frequent labels"""
    tree = {}
    for text in strings:
        node = tree
        for byte in text[:-1]:
            node = node.setdefault(byte, [False, {}])[1]
        node.setdefault(text[-1], [False, {}])[0] = True
    arcs = bytearray(bytes((0x40, 0)) + varint(0))

    def state(node):
        targets = {label: state(children) if children else 0 for label, (_, children) in node.items()}
        at = len(arcs)
        for k, label in enumerate(sorted(node)):
            flags = (0x40 if k + 1 == len(node) else 0) | (0x20 if node[label][0] else 0)
            arcs.extend(bytes((flags, label)) + varint(targets[label]))
        return at

    arcs[2:6] = varint(state(tree))
    return b"\\fsa\xc6\x00\x07\x01\x00" + bytes(arcs)


def coded(form, lemma):
    form, lemma = form.encode(), lemma.encode()
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return bytes((65 + len(form) - same,)) + lemma[same:]


def dictionary(rows):
    return automaton([form.encode() + b"+" + coded(form, lemma) + b"+" + tags.encode() for form, lemma, tags in rows])


def encoder(pieces, seed=5):
    """an encoder file with random weights and these pieces"""
    rng = np.random.default_rng(seed)
    pieces = ["<s>", "<pad>", "</s>", "<unk>", *pieces]
    normal = lambda *shape: (rng.standard_normal(shape) * 0.05).astype("<f4")  # noqa: E731
    tensors = {"emb.pos": normal(512, HIDDEN), "emb.type": normal(1, HIDDEN), "emb.ln.w": np.ones(HIDDEN, "<f4"), "emb.ln.b": np.zeros(HIDDEN, "<f4")}
    for i in range(LAYERS):
        for name, n, k in (("q", HIDDEN, HIDDEN), ("k", HIDDEN, HIDDEN), ("v", HIDDEN, HIDDEN), ("ao", HIDDEN, HIDDEN), ("fi", FFN, HIDDEN), ("fo", HIDDEN, FFN)):
            tensors[f"l{i}.{name}.w"], tensors[f"l{i}.{name}.b"] = normal(n, k), np.zeros(n, "<f4")
        for name in ("aln", "oln"):
            tensors[f"l{i}.{name}.w"], tensors[f"l{i}.{name}.b"] = np.ones(HIDDEN, "<f4"), np.zeros(HIDDEN, "<f4")
    blocks = np.zeros(len(pieces) * HIDDEN // 32, np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)]))
    blocks["scale"] = 0.01
    blocks["nibbles"] = rng.integers(0, 256, blocks["nibbles"].shape)
    parts = {"emb.word": (1, len(pieces) * HIDDEN, blocks.tobytes())} | {k: (0, v.size, v.tobytes()) for k, v in tensors.items()}
    texts = [p.encode() for p in pieces]
    head = b"E5TINY\0\0" + struct.pack("<7i", HIDDEN, LAYERS, 12, FFN, len(pieces), 512, 1) + struct.pack("<fi", 1e-12, 32)
    head += struct.pack("<5i", len(pieces), 0, 2, 1, 3) + struct.pack("<Q", sum(map(len, texts)))
    head += np.cumsum([0] + [len(t) for t in texts]).astype("<u4").tobytes()
    head += np.array([0.0] * 4 + [-float(i % 7 + 5) for i in range(len(pieces) - 4)], "<f4").tobytes() + b"".join(texts)
    head += struct.pack("<iI", 0, 0) + struct.pack("<i", len(parts))
    index = sum(2 + len(name.encode()) + 21 for name in parts)
    at = len(head) + index
    out, body = head, b""
    for name, (kind, count, raw) in parts.items():
        out += struct.pack("<H", len(name.encode())) + name.encode() + struct.pack("<B", kind) + struct.pack("<IQQ", count, at + len(body), len(raw))
        body += raw
    return out + body
