"""Is what `read` prints CoNLL-U to a parser that is not ours, and does it say what stands in the text?"""
import json
import re

import conllu
import pytest
from tools import ROOT, newsgraph

FEATURE = re.compile(r"^[A-Z][A-Za-z0-9]*=[A-Z0-9][A-Za-z0-9]*$")
UPOS = set("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
CORPUS = sorted((ROOT / "corpus/uk").glob("*.json"))[::40]


def texts():
    yield "sample", (ROOT / "examples/nato-missions.txt").read_text(encoding="utf-8")
    for path in CORPUS:
        yield path.stem, json.loads(path.read_text(encoding="utf-8"))["text"]


def test_there_are_texts():
    assert len(CORPUS) == 8


@pytest.mark.parametrize("name, text", list(texts()), ids=[name for name, _ in texts()])
def test_conllu(name, text, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(text, encoding="utf-8", newline="")
    done = newsgraph("read", path)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    table = done.stdout.decode()
    assert newsgraph("read", path).stdout == done.stdout
    sentences = conllu.parse(table)
    assert sentences and table.endswith("\n\n") and "newdoc id" in sentences[0].metadata
    ids = [sentence.metadata["sent_id"] for sentence in sentences]
    assert len(set(ids)) == len(ids) and not any("/" in i or " " in i for i in ids)
    before = 0
    for sentence in sentences:
        line = ""
        open_kind = None
        for number, word in enumerate(sentence, 1):
            assert word["id"] == number and word["upos"] in UPOS and word["xpos"] is None
            assert 0 <= word["head"] <= len(sentence) and word["head"] != number
            assert (word["head"] == 0) == (word["deprel"] == "root")
            features = list((word["feats"] or {}).items())
            assert features == sorted(features) and all(FEATURE.match("=".join(pair)) for pair in features)
            begin, end = map(int, word["misc"]["TokenRange"].split(":"))
            assert before <= begin < end and text[begin:end] == word["form"]
            before = end
            line += word["form"] + ("" if word["misc"].get("SpaceAfter") == "No" else " ")
            tag = word["misc"].get("Mention", "O")
            if tag.startswith("I-"):
                assert tag[2:] == open_kind
            open_kind = None if tag == "O" else tag[2:]
        assert line.strip() == sentence.metadata["text"]
        tree = sentence.to_tree()  # fails where there is not one root
        assert count(tree) == len(sentence)


def count(tree):
    return 1 + sum(count(child) for child in tree.children)
