"""Which step of training is wanted?

    python -m training all          fetch the encoder, train (both stages), measure, export weights, fixtures
    python -m training claims       the second stage alone, from the weights of the first (kept as reader-1.pt)
    python -m training evaluate     the table of figures, of the float and of the quantised model
    python -m training export       weights and fixtures from what was trained last
    python -m training dictionary OUT.tsv
"""

import argparse
import time
from pathlib import Path

import torch

from . import articles, claim_measure
from . import data as datasets
from . import dictionary, export, fetch, fixtures, lemma, lexicon, measure, paths, predict, quantise, train, windows

SOUTH = {"hr", "sr", "sl"}
STATE = paths.CACHE / "reader.pt"
FIRST = paths.CACHE / "reader-1.pt"  # after the first stage
RATES = (6e-5, 5e-4, 2e-3)  # of the second stage: encoder, heads, heads of claims


def plans(progress):
    """how much of each source a round of training takes: the Slavic languages nearest to Ukrainian first, then Ukrainian alone but for a rest"""
    if progress < 0.3:
        return {"north": 0.25, "south": 0.05, "train": 1, "corpus": 0.6}
    if progress < 0.5:
        return {"north": 0.12, "south": 0.05, "train": 1, "dev": 1, "corpus": 1}
    return {"north": 0.05, "south": 0.02, "train": 1, "dev": 1, "corpus": 1.1}


def beside_articles(progress):
    """the same for the second stage, where each step reads two articles besides"""
    return {"north": 0.04, "south": 0.01, "train": 1, "dev": 1}


def load(small):
    data = datasets.Data(small)
    slavic = data.coded.pop("slavic")
    data.coded["south"] = [c for c in slavic if c.sentence.language in SOUTH]
    data.coded["north"] = [c for c in slavic if c.sentence.language not in SOUTH]
    return data


def log(*words):
    print(time.strftime("%H:%M:%S"), *words, flush=True)


def trained(data):
    return train.load(train.make(data), torch.load(STATE))


def first(data, options):
    """stage 1: trees, tags, mentions"""
    model = train.make(data)

    def job(rank):
        trainer = train.Trainer(data, model, log if rank == 0 else silent, keep=FIRST)
        trainer.run(plans, steps=options.steps, judged=4)
        trainer.snapshot(list(model.parameters()), list(model.parameters()))

    train.together(options.processes, paths.CACHE / "meeting", job)


def second(data, options):
    """stage 2: claims as well"""
    model = train.load(train.make(data), torch.load(FIRST))
    learnt, judged = articles.read(model, data, data.learnt, log), articles.read(model, data, data.judged, log)
    model.add_claims(articles.keys(learnt))
    for article in learnt + judged:
        article.prepared.look(model.claims.table)

    def job(rank):
        trainer = train.Trainer(data, model, log if rank == 0 else silent, keep=STATE, articles=learnt, judged=judged)
        trainer.run(beside_articles, steps=None if options.until else options.more, until=options.until and time.time() + options.until, budget=450, rates=RATES, judged=2)
        trainer.snapshot(list(model.parameters()), list(model.parameters()))

    train.together(options.processes, paths.CACHE / "meeting", job)


def silent(*words):
    pass


def evaluate(data, model):
    """prints the table of the model card"""
    analogy = lexicon.cached("analogy", lemma.Analogy)
    rows, claims = [], []
    whole = quantise.quantised(model)
    for name, m, options in [
        ("float", model, {}), ("quantised", whole, {}), ("quantised, sentence by sentence", whole, {"most": 1}), ("quantised, windows of 510", whole, {"most": 510}),
        ("quantised, without the dictionary", whole, {"forget": True}),
    ]:  # fmt: skip
        test, named = data.coded["test"], data.coded["mentions"]
        readings = predict.read(m, test, data.lexicon, **options)
        row = measure.treebank([c.sentence for c in test], readings)
        row["lemma"] = measure.lemmas([c.sentence for c in test], readings, data.lexicon, analogy)
        said = predict.read(m, named, data.lexicon, **options)
        row.update(measure.mentions([c.sentence for c in named], said))
        rows.append((name, row))
        if not options:
            made = [articles.Article(a, *whole_article(m, data, a)) for a in data.judged]
            for article in made:
                article.prepared.look(m.claims.table)
            claims.append((name, [(a.prepared, articles.read_vectors(m, a)) for a in made], m.claims))
        if name == "quantised":
            kinds = measure.mentions_by_type([c.sentence for c in named], said)
    columns = list(rows[0][1])
    print("| | " + " | ".join(columns) + " |\n|---|" + "---|" * len(columns))
    for name, row in rows:
        print(f"| {name} | " + " | ".join(str(row[c]) for c in columns) + " |")
    print("mentions by type (F1, number): " + ", ".join(f"{k} {f} ({n})" for k, (f, n) in kinds.items()))
    for name, found, head in claims:
        print(f"claims, {name}:\n{claim_measure.table(found, head)}")


def whole_article(model, data, name):
    coded = [windows.Coded(s, data.pieces.encode, data.lexicon.lookup) for s in data.articles[name]]
    return coded, predict.read(model, coded, data.lexicon), [articles.analyses(data, c.sentence) for c in coded]


def main():
    parser = argparse.ArgumentParser(prog="python -m training", description="Makes the reader's model.")
    parser.add_argument("step", choices=["all", "claims", "evaluate", "export", "dictionary"])
    parser.add_argument("target", nargs="?", help="dictionary: where the table goes")
    parser.add_argument("--steps", type=int, default=3000, help="of optimisation, 1,600 pieces each (3000: see training/README.md)")
    parser.add_argument("--more", type=int, default=1500, help="steps of the second stage, 450 pieces and two articles each")
    parser.add_argument("--until", type=float, help="seconds that the second stage may take, whatever its steps")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--small", type=int, help="only so many sentences of each source: to try the whole way")
    parser.add_argument("--models", type=Path, default=paths.CACHE, help="where the weights go, in one file")
    parser.add_argument("--fixtures", type=Path, default=paths.ROOT / "tests" / "data" / "reader-fixtures.json")
    options = parser.parse_args()
    if options.step == "dictionary":
        if not options.target:
            parser.error("dictionary: say where the table goes, as in `python -m training dictionary /tmp/dictionary.tsv`")
        return dictionary.write_table(options.target)
    if options.step == "all":
        fetch.encoder()
    paths.CACHE.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    train.seed(1)
    data = load(options.small)
    if options.step == "all":
        first(data, options)
    if options.step in ("all", "claims"):
        second(data, options)
    torch.set_num_threads(options.processes)
    model = trained(data)
    if options.step in ("all", "claims", "export"):
        options.models.mkdir(parents=True, exist_ok=True)
        size, digest = export.write(model, data, options.models / "reader.safetensors")
        log(f"{options.models / 'reader.safetensors'}: {size} bytes, sha256 {digest}")
        options.fixtures.parent.mkdir(parents=True, exist_ok=True)
        fixtures.write(model, data, options.fixtures)
    if options.step in ("all", "claims", "evaluate"):
        evaluate(data, model)


if __name__ == "__main__":
    main()
