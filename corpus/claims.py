#!/usr/bin/env python3
"""How right are the claims that newsgraph finds in articles of the corpus?  usage: claims.py NEWSGRAPH [--first N | --last N | --final | ID...] [--least X] [-v]

Without ids: held-out articles (--first N, --last N of them; --final: those that are only looked at for the last score). A gold claim is found where a claim of ours
overlaps its quote and has its subject and object (an entity is the gold's if they share a citation form, or all words of one name stand in the other).
Then: recall of pairs and of triples (with an accepted relation), all of relation, polarity, modality and speaker ("full"), each of these among the
found pairs; the share of our claims that are a gold triple, by confidence (the reliability table).
"""
import argparse, json, re, subprocess, sys, tempfile
from collections import Counter
from pathlib import Path

UK = Path(__file__).parent / "uk"


def key(name):
    return " ".join(re.findall(r"[\w'-]+", name.casefold().translate(str.maketrans("’ʼ`", "'''"))))


def same(one, other):
    short, long = sorted((one.split(), other.split()), key=len)
    return one == other or (len("".join(short)) >= 4 and all(w in long for w in short))


class Sides:
    """what is an entity of ours, what one of the gold"""

    def __init__(self, gold, ours):
        names = lambda e: [key(n) for n in e["names"] + [e.get("en") or ""] if n]  # noqa: E731
        self.gold, self.ours = ({e["key"]: names(e) for e in d["entities"]} for d in (gold, ours))

    def entity(self, mine, theirs):
        return mine in self.ours and theirs in self.gold and any(same(a, b) for a in self.ours[mine] for b in self.gold[theirs])

    def target(self, mine, theirs):
        if isinstance(theirs, dict):
            have = key(mine["literal"]) if isinstance(mine, dict) else " ".join(self.ours.get(mine, ()))
            wanted = key(theirs["literal"]).split()
            digits = "".join(w for w in wanted if w.isdigit())
            if digits:
                return digits in re.sub(r"\D", "", have)
            return 2 * sum(any(w[:5] == h[:5] for h in have.split()) for w in wanted) >= len(wanted) > 0
        if isinstance(mine, dict):
            return False
        if mine.startswith("claim:") or theirs.startswith("claim:"):
            return mine.startswith("claim:") and theirs.startswith("claim:")
        return self.entity(mine, theirs)


def relation(claim):
    return claim["relation"] if isinstance(claim["relation"], list) else [claim["relation"]]


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("newsgraph"), ap.add_argument("ids", nargs="*")
    ap.add_argument("--first", type=int), ap.add_argument("--last", type=int), ap.add_argument("--least"), ap.add_argument("--final", action="store_true")
    ap.add_argument("-v", action="store_true")
    a = ap.parse_args()
    lines = [line.split() for line in (UK / "held-out.txt").read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    held = [name for name, *mark in lines if (mark == ["final"]) == a.final]
    ids = a.ids or (held[-a.last :] if a.last else held[: a.first])
    t, bins = Counter(), {}
    for i in ids:
        gold = json.loads((UK / f"{i}.json").read_text(encoding="utf-8"))
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as f:
            f.write(gold["text"]), f.flush()
            command = [a.newsgraph, "build", f.name, "-q", "--published", gold["published"], "-o", "-", "--to", "json"]
            run = subprocess.run(command + (["--min-confidence", a.least] if a.least else []), capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"{i}: {run.stderr}")
        ours = json.loads(run.stdout)
        sides = Sides(gold, ours)
        spans = {c["id"]: (b := gold["text"].find(c["quote"]), b + len(c["quote"])) for c in gold["claims"]}
        right = set()
        for g in gold["claims"]:
            b, e = spans[g["id"]]
            pairs = [c for c in ours["claims"] if c["begin"] < e and b < c["end"] and sides.entity(c["subject"], g["subject"]) and sides.target(c["object"], g["object"])]
            t["gold"] += 1

            def judged(c):
                said, want = c.get("source"), g.get("source")
                return {
                    "triples": relation(c)[0] in relation(g), "polarity": c.get("polarity", "affirmed") == g["polarity"],
                    "modality": c.get("modality", "actual") == g["modality"], "speaker": sides.entity(said, want) if want else said is None,
                }  # fmt: skip

            if pairs:
                best = max(map(judged, pairs), key=lambda j: tuple(j.values()))
                t["pairs"] += 1
                for k, v in best.items():
                    t[k] += v
                t["full"] += all(best.values())
            right |= {c["id"] for c in pairs if judged(c)["triples"]}
            if a.v and not pairs:
                print(f"{i}: missed {g['subject']} {relation(g)[0]} {g['object']} | {g['quote']}")
        for c in ours["claims"]:
            t["ours"] += 1
            t["right"] += c["id"] in right
            bins.setdefault(min(9, int(10 * c["confidence"])), []).append((c["id"] in right, c["confidence"]))
    n, m = t["gold"], max(1, t["pairs"])
    print(f"articles {len(ids)}, gold claims {n}, ours {t['ours']}: pairs {t['pairs'] / n:.3f}, triples {t['triples'] / n:.3f}, full {t['full'] / n:.3f}; of the pairs "
          + ", ".join(f"{k} {t[k] / m:.3f}" for k in ("speaker", "polarity", "modality")) + f"; of ours a gold triple {t['right'] / max(1, t['ours']):.3f}")
    print("confidence  claims  mean  a gold triple")
    for k in sorted(bins):
        ok = [r for r, _ in bins[k]]
        print(f"  {k / 10:.1f}–{k / 10 + 0.1:.1f} {len(ok):8} {sum(c for _, c in bins[k]) / len(ok):7.2f} {sum(ok) / len(ok):8.2f}")


if __name__ == "__main__":
    main()
