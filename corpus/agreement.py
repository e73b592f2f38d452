#!/usr/bin/env python3
"""How far do two annotators agree?  usage: agreement.py [FIRST_FOLDER SECOND_FOLDER]

Claims of the second annotator are looked for among those of the first, and the other way round; a claim is found where its quote overlaps and subject and
object are the same entity (entities are the same where they share a form or a citation form) or the same words. Printed: the share found both ways (F1),
with the relation among those that both accept; of the found ones how many agree in speaker, polarity, modality, hedge.
"""
import json, sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent


def load(path):
    d = json.loads(path.read_text(encoding="utf-8"))
    return d, {e["key"]: {*map(str.lower, e["names"]), *map(str.lower, e.get("forms", []))} for e in d["entities"]}


def span(d, c):
    at = d["text"].find(c["quote"])
    return at, at + len(c["quote"])


def same(a, names_a, b, names_b):
    if isinstance(a, dict) or isinstance(b, dict):
        words = lambda x: {w[:5] for w in x["literal"].lower().split()} if isinstance(x, dict) else set()  # noqa: E731
        return bool(words(a) & words(b))
    if a.startswith("claim:") or b.startswith("claim:"):
        return a.startswith("claim:") and b.startswith("claim:")
    return bool(names_a[a] & names_b[b])


def main():
    first, second = (Path(p) for p in sys.argv[1:3]) if len(sys.argv) > 2 else (HERE / "uk", HERE / "uk-second")
    t = Counter()
    for path in sorted(second.glob("*.json")):
        (da, na), (db, nb) = load(first / path.name), load(path)
        for d1, n1, d2, n2, way in ((da, na, db, nb, "1"), (db, nb, da, na, "2")):
            for c in d1["claims"]:
                b, e = span(d1, c)
                found = []
                for o in d2["claims"]:
                    x, y = span(d2, o)
                    if x < e and b < y and same(c["subject"], n1, o["subject"], n2) and same(c["object"], n1, o["object"], n2):
                        found.append(o)
                t["claims" + way] += 1
                if found:
                    best = max(found, key=lambda o: (bool(set(o["relation"]) & set(c["relation"])), o["polarity"] == c["polarity"], o["modality"] == c["modality"]))
                    t["pairs" + way] += 1
                    t["triples" + way] += bool(set(best["relation"]) & set(c["relation"]))
                    if way == "1":
                        s1, s2 = c.get("source"), best.get("source")
                        t["speaker"] += (s1 is None and s2 is None) or (s1 is not None and s2 is not None and bool(n1[s1] & n2[s2]))
                        for k in ("polarity", "modality"):
                            t[k] += c[k] == best[k]
                        t["hedged"] += bool(c.get("hedged")) == bool(best.get("hedged"))
    f1 = lambda k: (t[k + "1"] + t[k + "2"]) / (t["claims1"] + t["claims2"])  # noqa: E731
    print(f"articles {len(list(second.glob('*.json')))}, claims {t['claims1']} and {t['claims2']}: pairs {f1('pairs'):.2f}, with the relation {f1('triples'):.2f}; "
          + "of the pairs " + ", ".join(f"{k} {t[k] / max(1, t['pairs1']):.2f}" for k in ("speaker", "polarity", "modality", "hedged")))


if __name__ == "__main__":
    main()
