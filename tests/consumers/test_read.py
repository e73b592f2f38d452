"""Is what `read` prints CoNLL-U and CorefUD to tools that are not ours, and does it say what stands in the text?"""
import json
import re
import sys

import conllu
import pytest
from tools import ROOT, newsgraph, run
from udapi.core.document import Document

FEATURE = re.compile(r"^[A-Z][A-Za-z0-9]*=[A-Z0-9][A-Za-z0-9]*$")
UPOS = set("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
CORPUS = sorted((ROOT / "corpus/uk").glob("*.json"))[::40]


def texts():
    yield "sample", (ROOT / "examples/nato-missions.txt").read_text(encoding="utf-8")
    for path in CORPUS:
        yield path.stem, json.loads(path.read_text(encoding="utf-8"))["text"]


def test_there_are_texts():
    assert len(CORPUS) == 10


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


@pytest.mark.parametrize("name, text", list(texts()), ids=[name for name, _ in texts()])
def test_entities(name, text, tmp_path):
    """The validator of Universal Dependencies finds nothing to say of format, tree and entities, and udapi reads the entities of the JSON."""
    path, table = tmp_path / "article.txt", tmp_path / "article.conllu"
    path.write_text(text, encoding="utf-8", newline="")
    table.write_bytes(newsgraph("read", path).stdout)
    assert_valid(table)
    rows = [row for row in json.loads(newsgraph("read", path, "--format", "json").stdout) if row["entity"]]
    expected = {(row["begin"], row["end"]): row["entity"] for row in reversed(rows)}
    document = Document()
    document.from_conllu_string(table.read_text(encoding="utf-8"))
    found = {}
    for entity in document.coref_entities:
        for mention in entity.mentions:
            places = [word.misc["TokenRange"].split(":") for word in mention.words]
            found[int(places[0][0]), int(places[-1][1])] = (entity, mention)
            assert mention.head in mention.words
    assert found and set(found) == set(expected)
    for place, (entity, mention) in found.items():
        said = expected[place]
        assert entity.eid.split(".")[1] == said["key"].replace("-", "_")
        assert (mention.other["class"], mention.other["identity"] or None) == (said["type"], said["wikidata"])
        assert f"# entity {entity.eid} = {'; '.join(said['names'])}\n" in table.read_text(encoding="utf-8")


def test_several_articles_share_no_entity(tmp_path):
    texts = [ROOT / "examples/nato-missions.txt", tmp_path / "other.txt"]
    texts[1].write_text("НАТО завершує місію в Іраку, розповіли виданню Reuters дипломати НАТО.", encoding="utf-8")
    (tmp_path / "two.conllu").write_bytes(newsgraph("read", *texts).stdout)
    assert_valid(tmp_path / "two.conllu")


def assert_valid(table):
    done = run([sys.executable, "-m", "udtools.cli", "--lang", "uk", "--level", "2", "--coref", table])
    said = (done.stdout + done.stderr).decode()
    assert done.returncode == 0 and said.split() == ["***", "PASSED", "***"], said


def count(tree):
    return 1 + sum(count(child) for child in tree.children)
