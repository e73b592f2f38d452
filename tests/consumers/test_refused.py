"""Is refused what no reader could take, before anything is written?"""
import json

import pytest
from hostile import RDF, with_objects
from inputs import SAMPLE
from tools import newsgraph

# By the standard a literal without a language tag has neither of these; N3.js and Oxigraph call such a file ill-formed.
DATATYPES = {"language": RDF + "langString", "direction": RDF + "dirLangString", "blank": "https://example.org/a b", "bracket": "https://example.org/<a>",
             "relative": "integer", "brace": "https://example.org/{a}", "quote": 'https://example.org/"a"', "escape": "https://example.org/%zz",
             # In JSON-LD a scheme that is a prefix of our context would be expanded.
             "our-prefix": "entity:x", "no-prefix": "ex:integer"}


@pytest.mark.parametrize("name", DATATYPES)
def test_a_datatype_that_cannot_be_written(name, tmp_path):
    path, target = tmp_path / "document.json", tmp_path / "graph.ttl"
    path.write_text(json.dumps(with_objects([{"literal": "слово", "datatype": DATATYPES[name]}])), encoding="utf-8")
    done = newsgraph("build", path, "-o", target)
    assert (done.returncode, done.stderr != b"", target.exists()) == (1, True, False)


BASES = ["https://example.org/a b/", "https://example.org/a\nb/", "https://example.org/{a}/", "https://example.org/a\\b/", "https://example.org/`/",
         "https://example.org/новини", "https://example.org/?a=/", "https://example.org/#/", "//example.org/", "urn:x/", "javascript:alert(1)/", "https://user@example.org/", ""]


@pytest.mark.parametrize("base", BASES)
def test_a_base_that_cannot_be_written(base, tmp_path):
    target = tmp_path / "graph.ttl"
    done = newsgraph("build", SAMPLE, "--base", base, "-o", target)
    assert (done.returncode in (1, 2), done.stderr != b"", target.exists()) == (True, True, False)


URLS = ["https://example.org/a b", "https://example.org/<a>", 'https://example.org/"', "https://example.org/^", "ftp://example.org/", "/relative", "javascript:alert(1)",
        # Some readers resolve these, some do not.
        "https://example.org/a/../b/./c"]


@pytest.mark.parametrize("url", URLS)
def test_an_address_that_cannot_be_written(url, tmp_path):
    target = tmp_path / "graph.ttl"
    done = newsgraph("build", SAMPLE, "--url", url, "-o", target)
    assert (done.returncode in (1, 2), done.stderr != b"", target.exists()) == (True, True, False)
