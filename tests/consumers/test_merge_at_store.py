"""Do articles that were exported apart, each by a process of its own, give by plain union the graph that they give merged?"""
import random
from concurrent.futures import ThreadPoolExecutor

import pytest
from inputs import CORPUS
from tools import SHARED, newsgraph

# One document an article: two documents of one article may differ in what is known of it.
GOLD = sorted(SHARED.glob("acceptance/*/gold.json"))
SETS = {"corpus": CORPUS, "acceptance": GOLD, "all": [*CORPUS, *GOLD]}
FORMS = [("reified", "nt"), ("graphs", "nq"), ("rdf12", "nt"), ("rdf12", "nq")]


@pytest.fixture(scope="module")
def export(tmp_path_factory):
    """The lines that one process writes of some documents."""

    def run(documents, profile, form):
        done = newsgraph("build", "-q", *documents, "--profile", profile, "--to", form, "-o", "-")
        assert done.returncode == 0 and not done.stderr, done.stderr.decode(errors="replace")[-2000:]
        lines = done.stdout.splitlines()
        assert lines == sorted(set(lines)), "a line stands twice, or not in its order"
        return lines

    return run


@pytest.mark.parametrize("profile, form", FORMS)
@pytest.mark.parametrize("name", SETS)
def test_union_is_merging(name, profile, form, export):
    documents = SETS[name]
    if not documents:
        pytest.skip(f"{SHARED}/acceptance is not there")
    merged = set(export(documents, profile, form))
    # One by one, and dealt out to some processes in some order, each document to one or to two of them.
    chance = random.Random(f"{name} {profile} {form}")
    splits = [[[document] for document in documents]]
    for count in (2, 7):
        dealt = chance.sample(documents, len(documents)) + chance.sample(documents, len(documents) // 3)
        splits.append([dealt[number::count] for number in range(count)])
    with ThreadPoolExecutor(2) as pool:
        for parts in splits:
            union = set()
            for lines in pool.map(lambda part: export(part, profile, form), [part for part in parts if part]):
                union.update(lines)
            assert union == merged, f"{len(parts)} files: {sorted(union ^ merged)[:5]}"


def test_the_set_holds_articles_that_share_entities(export):
    lines = export(SETS["corpus"], "reified", "nt")
    about = [line.split()[0::2] for line in lines if b"schema.org/about>" in line or b"schema.org/mentions>" in line]
    entities = [entity for _, entity, *_ in about]
    assert len(set(entities)) < len(entities)
