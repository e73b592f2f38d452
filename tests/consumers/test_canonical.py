"""Are N-Triples and N-Quads byte for byte the canonical form of RDFC-1.0, in the order of their bytes?"""
import os

import pytest
from inputs import names
from tools import FORMATS, canonize, run

NAMES = list(names())


@pytest.fixture(scope="session")
def canonical(exports, tmp_path_factory):
    folder = tmp_path_factory.mktemp("canonical")
    paths = [exports.path(name, profile, "nq") for name in NAMES for profile in ("reified", "graphs") if (name, profile) not in exports.failed]
    said = canonize([("rdfc", path, folder / path.name) for path in paths])
    assert not said
    return folder


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("profile", ["reified", "graphs"])
def test_rdf_canonize_changes_nothing(name, profile, exports, canonical):
    ours = exports.path(name, profile, "nq")
    assert (canonical / ours.name).read_bytes() == ours.read_bytes()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("profile", FORMATS)
def test_lines_are_sorted_and_each_is_there_once(name, profile, exports):
    done = run(["sort", "-c", "-u", exports.path(name, profile, "nq")], env={**os.environ, "LC_ALL": "C"})
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("profile", ["reified", "rdf12"])
def test_n_triples_are_the_n_quads(name, profile, exports):
    assert exports.path(name, profile, "nt").read_bytes() == exports.path(name, profile, "nq").read_bytes()
