"""Does the page do in real Chromium what a person wants of it: pointing, filters, search, keys, dark, phone, print, and nothing of an article runs?"""
import json
from pathlib import Path

import html5rdf
import pytest
from hostile import HOSTILE, write
from inputs import SAMPLE
from tools import ROOT, newsgraph, node

THREE = [ROOT / f"corpus/uk/{name}.json" for name in ("b01-05", "b01-14", "b01-15")]
MANNERS = [
    "opens from disk without a word, a request, an inline handler or a style attribute",
    "lets nothing in that has not its hash",
    "pointing at an arrow marks its words, scrolls to them and says who says it",
    "pointing at words marks their arrows, and claims about claims together",
    "each filter leaves as many claims as it says",
    "search finds names and words, says when there are none, and Escape ends it",
    "the table is sorted by each column, both ways",
    "everything is reached and moved by keys",
    "zoom by buttons, wheel and keys, pan by mouse",
    "every view opens",
    "light and dark, by the system and by the button",
    "a phone shows it in one column, and fingers work",
    "prints the article, the picture and the table on white",
    "reads without its script",
    "axe finds nothing, light",
    "axe finds nothing, dark",
    "axe finds nothing, phone",
]
OPENS, POINTS, WORDS, FILTERS = MANNERS[0], MANNERS[2], MANNERS[3], MANNERS[4]
AXES = MANNERS[-3:]
TEXTS = ("markup", "quotes", "lines", "controls", "bidi", "emoji", "combining", "long")
CHECKS = [
    *(("sample", check) for check in MANNERS),
    ("sample", "the comparison leads to the words"),
    *(("english", check) for check in (OPENS, POINTS, AXES[0])),
    *(("three", check) for check in (OPENS, POINTS, WORDS, FILTERS, *AXES, "one of several articles is picked", "the comparison leads to the words")),
    *((name, check) for name in TEXTS for check in (OPENS, "texts stay texts")),
    *(("markup", check) for check in (FILTERS, "reads without its script", *AXES)),
    *(("empty", check) for check in (OPENS, *AXES)),
]


@pytest.fixture(scope="session")
def documents(tmp_path_factory):
    """The hostile documents by name."""
    return {name: path for name, path in write(tmp_path_factory.mktemp("documents")).items() if name in TEXTS}


@pytest.fixture(scope="session")
def pages(documents, tmp_path_factory):
    """All pages by name."""
    folder = tmp_path_factory.mktemp("pages")
    empty = folder / "empty.json"
    empty.write_text(json.dumps({"text": "Нічого не сталося.", "entities": [], "claims": []}), encoding="utf-8")
    found = {}
    jobs = {"sample": [SAMPLE], "english": [SAMPLE, "--lang", "en"], "three": THREE, "empty": [empty]}
    jobs |= {name: [path, *HOSTILE[name].options] for name, path in documents.items()}
    for name, arguments in jobs.items():
        found[name] = str(folder / f"{name}.html")
        built = newsgraph("build", "-q", *arguments, "-o", found[name])
        assert (built.returncode, built.stderr) == (0, b""), built.stderr.decode()
    return found


@pytest.fixture(scope="session")
def done(pages, documents):
    """What Chromium makes of all pages, by page and check."""
    wanted = {"pages": pages, "documents": {name: str(path) for name, path in documents.items()}, "checks": CHECKS}
    ran = node("page.mjs", json.dumps(wanted).encode())
    assert (ran.returncode, ran.stderr) == (0, b""), ran.stderr.decode()[-2000:]
    return {(page, check): said for page, check, said in map(json.loads, ran.stdout.decode().splitlines())}


@pytest.mark.parametrize("page", ["sample", "three", "empty", *TEXTS])
def test_a_strict_reader_of_html_finds_no_mistake(page, pages):
    html5rdf.HTMLParser(strict=True).parse(Path(pages[page]).read_bytes().decode())


@pytest.mark.parametrize("page, check", CHECKS)
def test_in_chromium(page, check, done):
    assert done[page, check] == ""
