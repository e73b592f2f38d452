#!/usr/bin/env python3
"""What do the steps of a claim tell of its being right?  usage: confidence.py NEWSGRAPH [--write] [--least X]   (needs numpy)

Logistic regression over the features that `newsgraph show --why` prints, on the claims of the held-out articles (not those marked `final`), which no
training of the model saw: is the claim one of the gold's triples (corpus/claims.py)? Prints how well claims are told apart (area under the ROC curve,
ten parts of the articles in turn left out) before and after; --write puts the weights into ontology/lexicon/uk/confidence.tsv.
"""
import argparse, json, subprocess, tempfile
from collections import Counter
from pathlib import Path

import numpy as np

from claims import UK, Sides, relation

TABLE = UK.parent.parent / "ontology" / "lexicon" / "uk" / "confidence.tsv"
MET = 8  # a feature that fewer claims have has no weight
PENALTY = 2.0  # of the squares of the weights


def examples(newsgraph, name, least):
    """[(features, right?, confidence)] of an article"""
    gold = json.loads((UK / f"{name}.json").read_text(encoding="utf-8"))
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as f:
        f.write(gold["text"]), f.flush()
        run = lambda *words: subprocess.run([newsgraph, *words], capture_output=True, text=True, check=True).stdout  # noqa: E731
        ours = json.loads(run("build", f.name, "-q", "-o", "-", "--to", "json", "--min-confidence", least))
        reasons = {row["reason"]["claim"]: row["reason"] for row in json.loads(run("show", f.name, "--why", "--json", "--min-confidence", least))}
    sides = Sides(gold, ours)
    spans = [(g, b := gold["text"].find(g["quote"]), b + len(g["quote"])) for g in gold["claims"]]
    out = []
    for c in ours["claims"]:
        right = any(
            c["begin"] < e and b < c["end"] and relation(c)[0] in relation(g) and sides.entity(c["subject"], g["subject"]) and sides.target(c["object"], g["object"])
            for g, b, e in spans
        )
        out.append((dict(reasons[c["id"]]["features"]), right, c["confidence"]))
    return out


def matrix(rows, names):
    place = {n: i for i, n in enumerate(names)}
    x = np.zeros((len(rows), len(names) + 1))
    x[:, -1] = 1
    for i, (features, _, _) in enumerate(rows):
        for n, v in features.items():
            if n in place:
                x[i, place[n]] = v
    return x, np.array([float(right) for _, right, _ in rows])


def fitted(x, y):
    """weights by Newton's method; the last one, of the constant, has no penalty"""
    w = np.zeros(x.shape[1])
    penalty = np.full(len(w), PENALTY)
    penalty[-1] = 0
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + penalty * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty + 1e-6)
        step = np.linalg.solve(hessian, gradient)
        w -= step
        if np.abs(step).max() < 1e-6:
            break
    return w


def area(scores, right):
    """under the ROC curve"""
    order = np.argsort(scores)
    ranks = np.empty(len(order))
    ranks[order] = np.arange(1, len(order) + 1)
    ones = right.sum()
    return (ranks[right > 0].sum() - ones * (ones + 1) / 2) / max(1, ones * (len(right) - ones))


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("newsgraph"), ap.add_argument("--write", action="store_true"), ap.add_argument("--least", default="0.02")
    a = ap.parse_args()
    lines = (UK / "held-out.txt").read_text(encoding="utf-8").splitlines()
    held = [line.split()[0] for line in lines if line and line[0] != "#" and "final" not in line]
    by_article = [examples(a.newsgraph, name, a.least) for name in held]
    rows = [row for one in by_article for row in one]
    met = Counter(n for features, _, _ in rows for n in features)
    names = sorted(n for n, k in met.items() if k >= MET)
    scores, right = [], []
    for part in range(10):
        left = [row for i, one in enumerate(by_article) if i % 10 == part for row in one]
        w = fitted(*matrix([row for i, one in enumerate(by_article) if i % 10 != part for row in one], names))
        x, y = matrix(left, names)
        scores.append(1 / (1 + np.exp(-x @ w))), right.append(y)
    scores, right = np.concatenate(scores), np.concatenate(right)
    before = np.array([c for i in range(10) for j, one in enumerate(by_article) if j % 10 == i for _, _, c in one])
    print(f"{len(held)} articles, {len(rows)} claims, {int(right.sum())} right, {len(names)} features: area before {area(before, right):.3f}, after {area(scores, right):.3f}")
    for most in (300, 600, 900, 1200):
        top = lambda s: right[np.argsort(-s)[:most]].mean()  # noqa: E731
        print(f"  of the {most} surest right: before {top(before):.3f}, after {top(scores):.3f}")
    print("  says   claims  right")
    for k in range(10):
        here = (scores >= k / 10) & (scores < (k + 1) / 10)
        if here.any():
            print(f"  {scores[here].mean():.2f} {here.sum():8} {right[here].mean():6.2f}")
    if a.write:
        w = fitted(*matrix(rows, names))
        note = f"# How much does each step of a claim tell of its being right? Name, weight (of the logarithm of a probability, or of what is so); made by corpus/confidence.py from {len(rows)} claims of {len(held)} articles.\n"
        TABLE.write_text(note + "".join(f"{n}\t{v:.4f}\n" for n, v in sorted(zip(names + ["bias"], w))), encoding="utf-8")


if __name__ == "__main__":
    main()
