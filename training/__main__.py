"""Which step of training is wanted?

    python -m training all          fetch the encoder, train, measure, export weights, fixtures
    python -m training evaluate     the table of figures, of the float and of the quantised model
    python -m training export       weights and fixtures from what was trained last
    python -m training dictionary OUT.tsv
"""

import argparse
import time
from pathlib import Path

import torch

from . import data as datasets
from . import dictionary, export, fetch, fixtures, lemma, lexicon, measure, paths, predict, quantise, train

SOUTH = {"hr", "sr", "sl"}
STATE = paths.CACHE / "reader.pt"


def plans(progress):
    """how much of each source a round of training takes: the Slavic languages nearest to Ukrainian first, then Ukrainian alone but for a rest"""
    if progress < 0.3:
        return {"north": 0.25, "south": 0.05, "train": 1, "corpus": 0.6}
    if progress < 0.5:
        return {"north": 0.12, "south": 0.05, "train": 1, "dev": 1, "corpus": 1}
    return {"north": 0.05, "south": 0.02, "train": 1, "dev": 1, "corpus": 1.1}


def load(small):
    data = datasets.Data(small)
    slavic = data.coded.pop("slavic")
    data.coded["south"] = [c for c in slavic if c.sentence.language in SOUTH]
    data.coded["north"] = [c for c in slavic if c.sentence.language not in SOUTH]
    return data


def log(*words):
    print(time.strftime("%H:%M:%S"), *words, flush=True)


def trained(data):
    model = train.make(data)
    state = torch.load(STATE)
    if state["encoder.pieces.weight"].shape != model.encoder.pieces.weight.shape:
        raise SystemExit(f"{STATE} was trained with another vocabulary or other data: run `python -m training all`")
    model.load_state_dict(state)
    return model.eval()


def evaluate(data, model):
    """prints the table of the model card"""
    analogy = lexicon.cached("analogy", lemma.Analogy)
    rows = []
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
        if name == "quantised":
            kinds = measure.mentions_by_type([c.sentence for c in named], said)
    columns = list(rows[0][1])
    print("| | " + " | ".join(columns) + " |\n|---|" + "---|" * len(columns))
    for name, row in rows:
        print(f"| {name} | " + " | ".join(str(row[c]) for c in columns) + " |")
    print("mentions by type (F1, number): " + ", ".join(f"{k} {f} ({n})" for k, (f, n) in kinds.items()))


def main():
    parser = argparse.ArgumentParser(prog="python -m training", description="Makes the reader's model.")
    parser.add_argument("step", choices=["all", "evaluate", "export", "dictionary"])
    parser.add_argument("target", nargs="?", help="dictionary: where the table goes")
    parser.add_argument("--steps", type=int, default=3000, help="of optimisation, 1,600 pieces each (3000: see training/README.md)")
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
        model = train.make(data)

        def job(rank):
            trainer = train.Trainer(data, model, log if rank == 0 else lambda *words: None, keep=STATE)
            trainer.run(plans, steps=options.steps, judged=4)
            trainer.snapshot(list(model.parameters()), list(model.parameters()))

        train.together(options.processes, paths.CACHE / "meeting", job)
    torch.set_num_threads(options.processes)
    model = trained(data)
    if options.step in ("all", "export"):
        options.models.mkdir(parents=True, exist_ok=True)
        size, digest = export.write(model, data, options.models / "reader.safetensors")
        log(f"{options.models / 'reader.safetensors'}: {size} bytes, sha256 {digest}")
        options.fixtures.parent.mkdir(parents=True, exist_ok=True)
        fixtures.write(model, data, options.fixtures)
    if options.step in ("all", "evaluate"):
        evaluate(data, model)


if __name__ == "__main__":
    main()
