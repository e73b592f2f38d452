"""Do pySHACL and Apache Jena agree with tests/shapes: which graph holds the contract, and which breaks which shape? And does newsgraph's own Turtle hold it?"""
import logging
from concurrent.futures import ProcessPoolExecutor

import pyshacl
import pytest
import rdflib
from inputs import names
from rdflib.plugins.sparql import processor
from tools import ONTOLOGY, ROOT, batch, java

SHAPES = ROOT / "tests/shapes"
BROKEN = sorted(SHAPES.glob("broken/*.ttl"))
OURS = list(names())
# pySHACL needs minutes for the merged graph, which Jena judges alone.
SMALL = [name for name, what in names().items() if not what.big]
PREFIX = "https://w3id.org/newsgraph/shapes#"


def expected(path):
    """The shapes that line 2 of a broken graph names."""
    line = path.read_text(encoding="utf-8").splitlines()[1]
    assert line.startswith("# shape:"), path
    return set(line.removeprefix("# shape:").split())


def start_pyshacl():
    """Each worker reads the shapes once, and each SPARQL constraint once: parsed anew for every node, as pySHACL does, they take 80 % of the time."""
    global shapes
    logging.disable(logging.CRITICAL)
    shapes = rdflib.Graph().parse(ONTOLOGY / "shapes.ttl")
    parse, translate, prepared = processor.parseQuery, processor.translateQuery, {}

    def once(text, *names):
        if text not in prepared:
            prepared[text] = translate(parse(text), *names)
        return prepared[text]

    processor.parseQuery, processor.translateQuery = str, once


def pyshacl_shapes(path):
    """The names of the shapes that a graph violates, by pySHACL."""
    conforms, report, _ = pyshacl.validate(rdflib.Graph().parse(path, format="turtle"), shacl_graph=shapes)
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    found = {str(shape).removeprefix(PREFIX) for result in report.objects(None, sh.result) for shape in report.objects(result, sh.sourceShape)}
    assert conforms == (not found)
    return found


@pytest.fixture(scope="session")
def by_pyshacl(exports):
    paths = [SHAPES / "valid.ttl", *BROKEN, *(exports.path(name, "reified", "ttl") for name in SMALL if (name, "reified") not in exports.failed)]
    with ProcessPoolExecutor(2, initializer=start_pyshacl) as pool:
        return dict(zip(paths, pool.map(pyshacl_shapes, paths, chunksize=8)))


@pytest.fixture(scope="session")
def by_jena(exports, tmp_path_factory):
    folder = tmp_path_factory.mktemp("shacl")
    paths = [SHAPES / "valid.ttl", *BROKEN, *(exports.path(name, "reified", "ttl") for name in OURS if (name, "reified") not in exports.failed)]
    said = batch(lambda stdin: java("shacl", ONTOLOGY / "shapes.ttl", stdin=stdin), [("ttl", path, folder / path.name) for path in paths])
    assert not said
    return {path: set((folder / path.name).read_text().split()) for path in paths}


@pytest.mark.parametrize("judge", ["by_pyshacl", "by_jena"])
def test_the_valid_graph_conforms(judge, request):
    assert request.getfixturevalue(judge)[SHAPES / "valid.ttl"] == set()


@pytest.mark.parametrize("judge", ["by_pyshacl", "by_jena"])
@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_graph_breaks_the_shapes_that_it_names_and_no_others(path, judge, request):
    assert request.getfixturevalue(judge)[path] == expected(path) != set()


@pytest.mark.parametrize(("judge", "name"), [("by_pyshacl", name) for name in SMALL] + [("by_jena", name) for name in OURS])
def test_what_newsgraph_writes_conforms(name, judge, exports, request):
    path = exports.path(name, "reified", "ttl")
    assert request.getfixturevalue(judge)[path] == set()
