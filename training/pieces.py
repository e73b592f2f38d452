"""Into which pieces does a word fall?

Unigram over the normalised word with "▁" in front: the best sum of scores. A character that no piece covers costs the lowest score less 10;
neighbouring unknowns are one. The vocabulary of the model is a cut of the encoder's: what Ukrainian text needs.
"""

import re
import unicodedata

UNKNOWN_COST = 10.0
LONGEST = 12  # pieces of one word
DROP = re.compile("[\u0001-\u0008\u000b\u000e-\u001f\u007f\u008f\u009f]")
SPACE = re.compile("[\t\n\u000c\r\u1680\u200b-\u200f\u2028\u2029\u2581\ufeff\ufffd]")
UKRAINIAN = re.compile(r"^[▁а-щьюяєіїґА-ЩЬЮЯЄІЇҐʼ’'0-9.,:;!?\-–—«»„“”\"()%/№$€£+&*=\[\]#@_…]+$")
LATIN = re.compile(r"^[▁A-Za-z]+$")
SINGLE = re.compile(r"^▁?[\u0400-\u04ff\u0100-\u017f\u00a0-\u00ff!-~]$")


def normalise(word):
    return unicodedata.normalize("NFKC", SPACE.sub(" ", DROP.sub("", word))).replace(" ", "▁")


class Unigram:
    def __init__(self, pieces, scores, unk):
        self.ids = {p: i for i, p in enumerate(pieces) if p}
        self.scores = [float(s) for s in scores]
        self.unk = unk
        self.unk_score = min(self.scores) - UNKNOWN_COST
        self.longest = max(map(len, self.ids))
        self.cache = {}

    def encode(self, word):
        got = self.cache.get(word)
        if got is None:
            got = self.cache[word] = self._encode(word)[:LONGEST] or [self.unk]
        return got

    def _encode(self, word):
        text = "▁" + normalise(word)
        n = len(text)
        best = [(0.0, 0, -1)] + [(float("-inf"), 0, -1)] * n
        for i in range(n):
            score = best[i][0]
            for j in range(i + 1, min(n, i + self.longest) + 1):
                piece = self.ids.get(text[i:j])
                if piece is not None and piece != self.unk:
                    value = score + self.scores[piece]
                    if value > best[j][0]:
                        best[j] = (value, i, piece)
            if text[i] not in self.ids:
                value = score + self.unk_score
                if value > best[i + 1][0]:
                    best[i + 1] = (value, i, self.unk)
        out, at = [], n
        while at > 0:
            _, at, piece = best[at]
            if not (piece == self.unk and out and out[-1] == self.unk):
                out.append(piece)
        return out[::-1]


def cut(file, words):
    """ids of the encoder's pieces that the model keeps: pieces of Ukrainian letters, digits and marks, single letters, and what `words` use"""
    whole = Unigram(file.pieces, file.scores, file.unk)
    used = {i for w in words for i in whole.encode(w)}
    keep = set(range(4)) | used
    for i, piece in enumerate(file.pieces):
        short = LATIN.match(piece) and len(piece.strip("▁")) <= 2
        if UKRAINIAN.match(piece) or SINGLE.match(piece) or short:
            keep.add(i)
    special = [i for i in range(4)]
    rest = sorted((i for i in keep if i >= 4), key=lambda i: file.pieces[i].encode())
    return special + rest
