"""Does a graph that newsgraph writes from a gold document still say all that the gold says, by the score of the acceptance tests?"""
import json
import sys

import pytest
from tools import FORMATS, ONTOLOGY, SHARED, newsgraph, run

SCORE = SHARED / "acceptance/score.py"
GOLD = sorted(SHARED.glob("acceptance/*/gold*.json"))
FIGURES = ("entities", "pairs", "triples", "full", "matched", "evidence")

if not SCORE.exists():
    pytest.skip(f"{SCORE} is not there", allow_module_level=True)


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: f"{path.parent.name}-{path.stem}")
@pytest.mark.parametrize("profile", FORMATS)
def test_nothing_is_lost(gold, profile, tmp_path):
    graph = tmp_path / "graph.nq"
    done = newsgraph("build", "-q", gold, "--profile", profile, "-o", graph)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    done = run([sys.executable, SCORE, gold, gold.with_name("article.txt"), graph, "--ontology", ONTOLOGY / "newsgraph.ttl", "--json"])
    assert done.returncode == 0, done.stderr.decode()
    score = json.loads(done.stdout)
    assert {figure: score[figure] for figure in FIGURES} == dict.fromkeys(FIGURES, 1.0)
