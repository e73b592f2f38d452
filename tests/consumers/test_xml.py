"""Is RDF/XML well-formed XML, and is a graph refused that XML cannot say?"""
import pytest
from hostile import HOSTILE
from inputs import names
from tools import newsgraph, run

WRITTEN = [name for name, what in names().items() if what.xml]
REFUSED = [name for name, hostile in HOSTILE.items() if not hostile.xml]


@pytest.mark.parametrize("name", WRITTEN)
def test_libxml_finds_it_well_formed(name, exports):
    done = run(["xmllint", "--noout", "--nonet", "--huge", exports.path(name, "reified", "rdf")])
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("name", REFUSED)
def test_what_xml_cannot_say_is_refused(name, exports, tmp_path):
    target = tmp_path / "graph.rdf"
    done = newsgraph("build", *exports.inputs[f"hostile-{name}"].paths, "-o", target)
    assert done.returncode == 1
    assert b"RDF/XML cannot carry the control characters" in done.stderr
    assert not target.exists()
