"""What do these tests run on? Data of our own in the formats of the real ones, in a folder that training takes for the real one."""

import os
import sys
import tempfile
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FOLDER = Path(tempfile.mkdtemp(prefix="newsgraph-training-"))
sys.path[:0] = [str(ROOT), str(HERE)]
os.environ |= {"NEWSGRAPH_DATA": str(FOLDER / "data"), "NEWSGRAPH_ENCODER": str(FOLDER / "encoder.bin"), "NEWSGRAPH_CACHE": str(FOLDER / "cache")}


def table():
    lines = (HERE / "slice" / "dictionary.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines]


@pytest.fixture(scope="session")
def rows():
    return table()


@pytest.fixture(scope="session", autouse=True)
def data():
    import shutil

    import made

    shutil.copytree(HERE / "slice", FOLDER / "data")
    (FOLDER / "data" / "uk-dictionary").mkdir()
    (FOLDER / "data" / "uk-dictionary" / "ukrainian.dict").write_bytes(made.dictionary(table()))
    letters = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
    found = ["▁", *letters, *letters.upper(), *"0123456789.,:;!?-–—\"'()«»%", "ння", "▁у", "▁при", "ити"]
    (FOLDER / "encoder.bin").write_bytes(made.encoder(found))
    yield FOLDER
    shutil.rmtree(FOLDER)
