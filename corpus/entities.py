#!/usr/bin/env python3
"""How right are the entities that newsgraph finds in articles of the corpus?  usage: entities.py NEWSGRAPH [--all | --mention-bar | ID...] [-v]

An entity is right where it has the gold's type, one of the gold's citation forms as its first name (of a linked one, whose first name is the usual
one and not the article's, as any of its names), and where at least half of its mentions are
words of that gold entity. Each gold entity counts once. Without ids: the 15 held-out articles of the mention bar; --all: those that training sees.
"""
import argparse, json, re, subprocess, sys, tempfile
from collections import Counter
from pathlib import Path

UK = Path(__file__).parent / "uk"
MARKS = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "–": "-", "—": "-", "«": "", "»": "", '"': "", "“": "", "”": "", "„": ""})


def key(name):
    return " ".join(name.translate(MARKS).lower().split())


def gold_spans(document):
    """the places of each entity by its forms, longest forms first where forms hold others"""
    text, taken, out = document["text"], set(), {}
    forms = sorted(((f, e["key"]) for e in document["entities"] for f in e.get("forms", [])), key=lambda x: (-len(x[0]), x))
    for form, k in forms:
        for m in re.finditer(r"(?<!\w)" + re.escape(form) + r"(?!\w)", text):
            out.setdefault(k, set()).add(m.span())
    return out


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("newsgraph"), ap.add_argument("ids", nargs="*"), ap.add_argument("--all", action="store_true"), ap.add_argument("-v", action="store_true")
    a = ap.parse_args()
    held = [line.split()[0] for line in (UK / "held-out.txt").read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    ids = a.ids or (sorted(p.stem for p in UK.glob("*.json") if p.stem not in held) if a.all else held[:15])
    t, by_type, wrong = Counter(), Counter(), Counter()
    for i in ids:
        document = json.loads((UK / f"{i}.json").read_text(encoding="utf-8"))
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as f:
            f.write(document["text"]), f.flush()
            run = subprocess.run([a.newsgraph, "build", f.name, "-q", "-o", "-", "--to", "json"], capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"{i}: {run.stderr}")
        said = json.loads(run.stdout)
        spans, gold = gold_spans(document), {e["key"]: e for e in document["entities"] if e.get("forms")}
        used = {c: set() for c in ("right", "name", "type", "group")}
        for e in said["entities"]:
            mine = [tuple(m) for m in e["mentions"]]
            def share(k):
                return sum(any(b < y and x < f for x, y in spans.get(k, ())) for b, f in mine) / len(mine)
            best = max(gold, key=lambda k: (share(k), key(e["names"][0]) in map(key, gold[k]["names"])), default=None)
            ok_group = best is not None and share(best) >= 0.5
            good = set(map(key, gold[best]["names"])) if ok_group else set()
            ok_name = key(e["names"][0]) in good or ("wikidata" in e and any(key(n) in good for n in e["names"]))
            ok_type = ok_group and e["type"] == gold[best]["type"]
            t["said"] += 1
            for name, ok in (("group", ok_group), ("name", ok_name), ("type", ok_type), ("right", ok_name and ok_type)):
                if ok and best not in used[name]:
                    used[name].add(best)
                    t[name] += 1
                    by_type[name, e["type"]] += 1
            by_type["said", e["type"]] += 1
            if a.v and not (ok_name and ok_type):
                print(f"{i}: {e['type']} {e['names']} | {gold[best]['type'] + ' ' + str(gold[best]['names']) if ok_group else 'no such entity'}")
        for k, e in gold.items():
            t["gold"] += 1
            by_type["gold", e["type"]] += 1
            if a.v and k not in used["group"]:
                print(f"{i}: MISSED {e['type']} {e['names']} {e['forms']}")
    f = lambda n: 2 * t[n] / max(1, t["said"] + t["gold"])  # noqa: E731
    print(f"articles {len(ids)}  entities said {t['said']}, gold {t['gold']}  F1: right {f('right'):.3f}  (name {f('name'):.3f}, type {f('type'):.3f}, grouped {f('group'):.3f})")
    for kind in sorted({k for n, k in by_type if n == "gold"}):
        g, s, r = (by_type[n, kind] for n in ("gold", "said", "right"))
        print(f"  {kind:16} gold {g:4} said {s:4} right {r:4}  F1 {2 * r / max(1, g + s):.2f}")


if __name__ == "__main__":
    main()
