"""How right is what the model says?"""

from . import decode, lemma as lemmas_of
from .lexicon import candidates
from .corpus import LITERALS
from .tagset import FEATURES


def treebank(sentences, readings):
    """UPOS, UPOS+Case, UPOS+features, UAS, LAS of all tokens, in percent; F1 of nsubj"""
    n = upos = case = full = uas = las = 0
    hit = said = gold = 0
    for s, r in zip(sentences, readings):
        for i in range(len(s)):
            n += 1
            own = {f: v for f, v in s.features[i].items() if f in FEATURES}
            pos = s.upos[i] == r.upos[i]
            upos += pos
            case += pos and own.get("Case") == r.features[i].get("Case")
            full += pos and own == r.features[i]
            head = s.heads[i] == r.heads[i]
            uas += head
            las += head and s.deprels[i] == r.deprels[i]
            gold += s.deprels[i] == "nsubj"
            said += r.deprels[i] == "nsubj"
            hit += head and s.deprels[i] == r.deprels[i] == "nsubj"
    share = lambda x: round(100 * x / max(1, n), 2)  # noqa: E731
    return {"UPOS": share(upos), "+Case": share(case), "+features": share(full), "UAS": share(uas), "LAS": share(las), "nsubj": f1(hit, said, gold)}


def f1(hit, said, gold):
    return round(200 * hit / max(1, said + gold), 2)


def mentions(sentences, readings, literals=False):
    """F1 of typed spans, and of spans whatever their type; literals only where asked for"""
    hit = said = gold = bare = 0
    for s, r in zip(sentences, readings):
        keep = lambda x: {m for m in x if literals or m[2] not in LITERALS}  # noqa: E731
        a, b = keep(decode.spans(s.tags)), keep(decode.spans(r.tags))
        hit, gold, said = hit + len(a & b), gold + len(a), said + len(b)
        bare += len({m[:2] for m in a} & {m[:2] for m in b})
    return {"mention F1": f1(hit, said, gold), "P": round(100 * hit / max(1, said), 1), "R": round(100 * hit / max(1, gold), 1), "untyped": f1(bare, said, gold)}


def mentions_by_type(sentences, readings):
    out = {}
    for s, r in zip(sentences, readings):
        a, b = decode.spans(s.tags), decode.spans(r.tags)
        for group, place in ((a & b, 0), (b, 1), (a, 2)):
            for m in group:
                out.setdefault(m[2], [0, 0, 0])[place] += 1
    return {k: (f1(*v), v[2]) for k, v in sorted(out.items())}


def lemmas(sentences, readings, lexicon, analogy):
    """right lemmas of all tokens, in percent"""
    n = right = 0
    for s, r in zip(sentences, readings):
        for i, form in enumerate(s.forms):
            found = candidates(lexicon, form)
            said = lemmas_of.of(form, r.upos[i], r.features[i], r.candidates[i], found, analogy)
            n += 1
            right += said == s.lemmas[i]
    return round(100 * right / max(1, n), 2)
