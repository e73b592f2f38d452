"""Does every reader of DOT draw newsgraph's graphs, and do hostile names come out of it as they went in?"""
import json
import re
import xml.etree.ElementTree as ElementTree

import networkx
import pydot
import pyoxigraph
import pytest
from inputs import names
from tools import newsgraph, node, run

NAMES = [name for name, what in names().items() if not what.big]
SVG = "{http://www.w3.org/2000/svg}"
NG = "https://w3id.org/newsgraph/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
# What dot has to say of fonts is not about the file.
FONTS = re.compile(r"fontconfig|no suitable font|couldn't load font", re.IGNORECASE)


def drawn(program, form, path):
    done = run([program, f"-T{form}", path])
    complaints = [line for line in done.stderr.decode(errors="replace").splitlines() if line.strip() and not FONTS.search(line)]
    assert (done.returncode, complaints) == (0, [])
    return done.stdout


@pytest.fixture(scope="session")
def counted(exports):
    """Nodes and edges of each file by Graphviz itself."""
    known = {}

    def count(name):
        if name not in known:
            graph = json.loads(drawn("dot", "json", exports.path(name, "reified", "dot")))
            # Clusters and ranks are objects too, with nodes of their own.
            known[name] = (len([thing for thing in graph["objects"] if "nodes" not in thing]), len(graph["edges"]))
        return known[name]

    return count


@pytest.mark.parametrize("program", ["dot", "neato", "sfdp"])
@pytest.mark.parametrize("name", NAMES)
def test_graphviz_draws_it_without_a_word(name, program, exports):
    ElementTree.fromstring(drawn(program, "svg", exports.path(name, "reified", "dot")))


@pytest.mark.parametrize("name", NAMES)
def test_pydot_and_networkx_read_as_many_nodes_and_edges_as_graphviz(name, exports, counted):
    graphs = pydot.graph_from_dot_file(str(exports.path(name, "reified", "dot")), encoding="utf-8")
    assert len(graphs) == 1
    defaults = {"node", "edge", "graph"}
    assert (len([n for n in graphs[0].get_nodes() if n.get_name() not in defaults]), len(graphs[0].get_edges())) == counted(name)
    read = networkx.nx_pydot.from_pydot(graphs[0])
    assert (read.number_of_nodes(), read.number_of_edges()) == counted(name)


@pytest.fixture(scope="session")
def by_wasm(exports, tmp_path_factory):
    folder = tmp_path_factory.mktemp("wasm")
    paths = [exports.path(name, "reified", "dot") for name in NAMES if (name, "reified") not in exports.failed]
    done = node("graphviz.mjs", "".join(f"{path}\t{folder / path.name}.svg\n" for path in paths).encode())
    assert (done.returncode, done.stderr, done.stdout) == (0, b"", b"")
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_graphviz_as_web_assembly_draws_as_many_nodes_and_edges(name, exports, counted, by_wasm):
    svg = ElementTree.parse(by_wasm / f"{exports.path(name, 'reified', 'dot').name}.svg")
    groups = [group.get("class") for group in svg.iter(f"{SVG}g")]
    assert (groups.count("node"), groups.count("edge")) == counted(name)


def plain(text):
    """A text but for white space; newsgraph wraps labels at blanks and has a blank for what SVG cannot show."""
    return " ".join(re.sub("[\x00-\x1f\x7f-\x9f\ufffe\uffff]", " ", text).split())


def labels(path):
    """The possible labels of every node of a picture, by its id, and the values that may stand beneath it, from the N-Quads."""
    found, objects, subjects, values = {}, {}, {}, {}
    for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.N_QUADS):
        subject, predicate = quad.subject.value, quad.predicate.value
        place = "/".join(subject.split("/")[-2:])
        if predicate == LABEL:
            found.setdefault(place, set()).add(plain(quad.object.value))
        if predicate == RDF + "object" and isinstance(quad.object, pyoxigraph.Literal):
            objects[place.replace("claim/", "value/")] = {plain(quad.object.value)}
        if predicate == RDF + "subject":
            subjects[place] = "/".join(quad.object.value.split("/")[-2:])
    for claim, subject in subjects.items():
        values.setdefault(subject, []).extend(objects.get(claim.replace("claim/", "value/"), ()))
    return found | objects, values


def is_told(shown, label, values):
    """Whether what is shown is the label, with at most two of the values beneath it."""
    if not shown.startswith(label):
        return False
    rest = shown[len(label):].strip()
    return rest in ("", *values) or any(rest == f"{one} {other}" for one in values for other in values)


@pytest.mark.parametrize("name", NAMES)
def test_labels_come_out_as_they_went_in(name, exports):
    svg = ElementTree.fromstring(drawn("dot", "svg", exports.path(name, "reified", "dot")))
    known, values = labels(exports.path(name, "reified", "nq"))
    seen = 0
    for group in svg.iter(f"{SVG}g"):
        title = group.findtext(f"{SVG}title") or ""
        if group.get("class") == "node" and title.startswith(("entity/", "value/")):
            seen += 1
            shown = plain(" ".join("".join(text.itertext()) for text in group.iter(f"{SVG}text")))
            assert any(is_told(shown, label, values.get(title, ())) for label in known[title]), title
    assert seen >= 2


def test_english_labels_are_drawn_too(tmp_path):
    """The sample with --lang en."""
    from inputs import SAMPLE
    path = tmp_path / "en.dot"
    done = newsgraph("build", "-q", SAMPLE, "--lang", "en", "-o", path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"United States" in drawn("dot", "svg", path)
