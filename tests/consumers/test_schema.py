"""Does the JSON Schema take every document that newsgraph takes or writes, and refuse wrong ones?"""
import copy
import json

import jsonschema
import pytest
from inputs import CORPUS, SAMPLE, names
from tools import ONTOLOGY, SHARED, newsgraph

GOLD = sorted(SHARED.glob("acceptance/*/gold*.json"))
FILE = ONTOLOGY / "graph.schema.json"


@pytest.fixture(scope="session")
def schema():
    done = newsgraph("schema")
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


@pytest.fixture(scope="session")
def validator(schema):
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def problems(validator, document):
    return [f"{error.json_path}: {error.message[:200]}" for error in jsonschema.validators.validator_for(validator.schema)(validator.schema).iter_errors(document)]


def test_the_file_is_what_the_program_prints():
    if not FILE.exists():
        pytest.skip(f"{FILE} is not there")
    assert newsgraph("schema").stdout == FILE.read_bytes()


def test_every_document_of_the_corpus_fits(validator):
    assert CORPUS
    assert {path.name: found for path in CORPUS if (found := problems(validator, load(path)))} == {}


@pytest.mark.skipif(not SHARED.exists(), reason=f"{SHARED} is not there")
def test_every_gold_document_fits(validator):
    assert GOLD
    assert {str(path): found for path in GOLD if (found := problems(validator, load(path)))} == {}


@pytest.mark.parametrize("name", names())
def test_what_newsgraph_writes_fits(name, exports, validator):
    assert problems(validator, load(exports.path(name, "reified", "json"))) == []


def wrong(change):
    """The sample with something changed."""
    document = copy.deepcopy(load(SAMPLE))
    return change(document) or document


WRONG = {
    "a number": lambda d: 7,
    "no entities": lambda d: d.pop("entities") and None,
    "no claims": lambda d: d.pop("claims") and None,
    "an unknown field": lambda d: d.update(clams=[]),
    "an unknown field of a claim": lambda d: d["claims"][0].update(relatoin="supports"),
    "an unknown field of the article": lambda d: d["article"].update(publishd="2026"),
    "no quote": lambda d: d["claims"][0].pop("quote") and None,
    "no subject": lambda d: d["claims"][0].pop("subject") and None,
    "no object": lambda d: d["claims"][0].pop("object") and None,
    "a literal as subject": lambda d: d["claims"][0].update(subject={"literal": "x"}),
    "an unknown polarity": lambda d: d["claims"][0].update(polarity="denied"),
    "an unknown modality": lambda d: d["claims"][0].update(modality="possible"),
    "an unknown type": lambda d: d["entities"][0].update(type="Planet"),
    "no names": lambda d: d["entities"][0].update(names=[]),
    "a Wikidata id with a letter": lambda d: d["entities"][0].update(wikidata="Q3x"),
    "a Wikidata id of an empty number": lambda d: d["entities"][0].update(wikidata="Q0"),
    "a negative offset": lambda d: d["claims"][0].update(begin=-1, end=5),
    "half an offset": lambda d: d["claims"][0].update(begin=1.5, end=5),
    "a mention of three numbers": lambda d: d["entities"][0].update(mentions=[[1, 2, 3]]),
    "a confidence above one": lambda d: d["claims"][0].update(confidence=1.1),
    "hedged in words": lambda d: d["claims"][0].update(hedged="yes"),
    "a headcount in words": lambda d: d["entities"][0].update(type="AnonymousSource", headcount="three"),
    "no relation": lambda d: d["claims"][0].update(relation=[]),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_document_is_refused_by_the_schema_and_by_the_program(name, validator, tmp_path):
    document = wrong(WRONG[name])
    assert problems(validator, document) != []
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    done = newsgraph("build", path, "--to", "nq", "-o", tmp_path / "out.nq")
    assert (done.returncode, done.stderr != b"", (tmp_path / "out.nq").exists()) == (1, True, False)
