"""Do the three profiles say the same? Told by the text of their lines alone, without any RDF tool."""
import re

import pytest
from inputs import names

RDF = b"http://www.w3.org/1999/02/22-rdf-syntax-ns#"
REIFIES = re.compile(rb"(<[^>]*>) <" + re.escape(RDF) + rb"reifies> <<\( (<[^>]*>) (<[^>]*>) (.*) \)>> \.")


def lines(exports, name, profile):
    return exports.path(name, profile, "nq").read_bytes().splitlines()


@pytest.mark.parametrize("name", names())
def test_a_triple_term_is_subject_predicate_and_object(name, exports):
    spelled = set()
    for line in lines(exports, name, "rdf12"):
        if match := REIFIES.fullmatch(line):
            claim, *terms = match.groups()
            spelled |= {b"%s <%s%s> %s ." % (claim, RDF, role, term) for role, term in zip((b"subject", b"predicate", b"object"), terms)}
        else:
            spelled.add(line)
    assert spelled == set(lines(exports, name, "reified"))


@pytest.mark.parametrize("name", names())
def test_named_graphs_only_add(name, exports):
    reified, graphs = set(lines(exports, name, "reified")), set(lines(exports, name, "graphs"))
    assert reified <= graphs
    quad = re.compile(rb'<[^>]*> <[^>]*> (<[^>]*>|"(?:[^"\\]|\\.)*"(?:@[A-Za-z0-9-]+|\^\^<[^>]*>)?) <[^>]*/(entity|article)/[a-z0-9-]+> \.')
    assert [line for line in graphs - reified if not quad.fullmatch(line)] == []
