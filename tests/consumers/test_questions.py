"""Has each named question the same answer in every engine and store as in newsgraph?

Each question is asked as the text that `query --print` prints: with the IRI in place, with the name to be looked up in the store, and with the
line of VALUES that a person fills in.
"""
import json
import re
from collections import Counter

import newsroom
import pytest
import stores
import tools
from inputs import SAMPLE

CORPUS = [tools.ROOT / f"corpus/uk/b01-{number}.json" for number in ("07", "11")]
NAMES = {
    "about": ["KFOR", "Арданія", "harbour council", 'Верф "Норд\\Ост"', "Оскар О'Вельд"],
    "neighbours": ["Косово", "Арданія", "lintara"],
    "stance": ["союзники", "республіка арданія", "harbour council", "Японія"],
}
# Which values each question gets, by the names of its parameters; a question without parameters is asked once.
VALUES = {
    **{question: [{parameter: name} for name in NAMES[question]] for question, parameter in {"about": "about", "neighbours": "of", "stance": "who"}.items()},
    "path": [{"from": "Арданія", "to": "Лінтара"}, {"from": "Лінтара", "to": "harbour council"}, {"from": "KFOR", "to": "Ірак"}],
    "changes": [{"new": newsroom.SECOND["headline"], "old": newsroom.FIRST["headline"]},
                {"new": newsroom.THIRD["headline"], "old": newsroom.SECOND["headline"]}],
}
QUESTIONS = sorted(path.stem for path in (tools.ONTOLOGY / "queries").glob("*.rq"))
CASES = [(question, values) for question in QUESTIONS for values in VALUES.get(question, [{}])]
# Which engine takes which profiles: rdf12 needs SPARQL 1.2.
ENGINES = {"oxigraph": tuple(tools.FORMATS), "virtuoso": ("reified", "graphs"), "rdflib": ("reified", "graphs"), "jena": ("reified", "graphs"),
           "comunica": ("reified", "graphs")}
# rdflib and Comunica join a name that is looked up only after they have asked everything else: right, but slow.
SLOW = {"rdflib": ("by name",), "comunica": ("by name", "by VALUES")}


IRI = re.compile(r"<http[^>]*>")


def ways(engine, profile, case):
    """How an engine is asked: in all ways over one profile, by IRI over the others."""
    if not case[1]:
        return ["as it is"]
    return ["by IRI"] + [way for way in ("by name", "by VALUES") if profile == "reified" and way not in SLOW.get(engine, ())]


def case_id(case):
    question, values = case
    return "-".join([question, *values.values()])


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    """The sample, three articles on one affair, and some of the corpus."""
    return [SAMPLE, *newsroom.write(tmp_path_factory.mktemp("newsroom")), *CORPUS]


def newsgraph(*words):
    done = tools.newsgraph(*words)
    assert done.returncode == 0 and not done.stderr, done.stderr.decode(errors="replace")
    return done.stdout


def sets(values):
    return [word for name, value in values.items() for word in ("--set", f"{name}={value}")]


def texts(case, documents, profile):
    """The ways to ask a question, as texts."""
    question, values = case
    options = ["--print", "--profile", profile]
    placed = newsgraph("query", *documents, question, *options, *sets(values)).decode()
    if not values:
        return {"as it is": placed}
    named = newsgraph("query", question, *options, *sets(values)).decode()
    blank = newsgraph("query", question, *options).decode()
    filled = blank.replace("# VALUES", "VALUES")
    for name, value in values.items():
        one = newsgraph("query", *documents, question, *options, *sets({name: value})).decode()
        (iri,) = set(IRI.findall(one)) - set(IRI.findall(blank))
        filled = filled.replace(f"?{name} {{ <…> }}", f"?{name} {{ {iri} }}")
    return {"by IRI": placed, "by name": named, "by VALUES": filled}


@pytest.fixture(scope="module")
def expected(documents):
    """What newsgraph itself answers, by question and values."""
    answer = lambda question, values: stores.table(newsgraph("query", *documents, question, *sets(values), "--format", "json"))
    return {case_id(case): answer(*case) for case in CASES}


@pytest.fixture(scope="module")
def answers(documents, tmp_path_factory):
    """What an engine answers to everything over a profile, by question and way."""
    asked, found = {}, {}

    def answer(engine, profile):
        if profile not in asked:
            asked[profile] = {case_id(case): texts(case, documents, profile) for case in CASES}
        if (engine, profile) not in found:
            folder = tmp_path_factory.mktemp(f"{engine}-{profile}")
            keys = [(case_id(case), way) for case in CASES for way in ways(engine, profile, case)]
            found[engine, profile] = dict(zip(keys, ENGINE[engine](folder, documents, profile, [asked[profile][case][way] for case, way in keys])))
        return found[engine, profile]

    return answer


def built(folder, documents, profile, form):
    """Each document as a file of its own."""
    paths = [folder / f"{document.stem}.{form}" for document in documents]
    for document, path in zip(documents, paths):
        newsgraph("build", "-q", document, "--profile", profile, "-o", path)
    return paths


def in_oxigraph(folder, documents, profile, queries):
    with stores.oxigraph(folder) as url:
        stores.load(documents, url, profile)
        return [stores.ask(f"{url}/query", query) for query in queries]


def in_virtuoso(folder, documents, profile, queries):
    with stores.virtuoso(folder) as url:
        stores.load(documents, f"{url}/sparql-auth", profile, user="news", password="secret")
        return [stores.ask(f"{url}/sparql", query) for query in queries]


def in_rdflib(folder, documents, profile, queries):
    if profile == "reified":
        files = built(folder, documents, profile, "ttl")
    else:
        # Of several files of quads rdflib 7.6 keeps the default graph of the last one only.
        files = [folder / "all.nq"]
        newsgraph("build", "-q", *documents, "--profile", profile, "-o", *files)
    with stores.rdflib_endpoint(folder, files) as url:
        return [stores.ask(url, query) for query in queries]


def in_jena(folder, documents, profile, queries):
    if profile == "graphs":
        return stores.jena(folder, built(folder, documents, profile, "nq"), queries)
    # A graph for each article, and the union of all asked, which in Jena has nothing of the default graph.
    quads = folder / "all.nq"
    with open(quads, "wb") as out:
        for path in built(folder, documents, profile, "nt"):
            lines = path.read_bytes().splitlines()
            article = next(line.split()[0] for line in lines if b"/NewsArticle>" in line)
            out.writelines(line[:-1] + article + b" .\n" for line in lines)
    return stores.jena(folder, [quads], queries, union=True)


def in_comunica(folder, documents, profile, queries):
    return stores.comunica(folder, built(folder, documents, profile, "nq"), queries)


ENGINE = {"oxigraph": in_oxigraph, "virtuoso": in_virtuoso, "rdflib": in_rdflib, "jena": in_jena, "comunica": in_comunica}


@pytest.mark.parametrize("case", CASES, ids=case_id)
def test_a_question_finds_something(case, expected):
    columns, rows = expected[case_id(case)]
    assert rows and len(columns) == len(rows[0])


@pytest.mark.parametrize("case", CASES, ids=case_id)
@pytest.mark.parametrize("engine, profile", [(engine, profile) for engine, profiles in ENGINES.items() for profile in profiles])
def test_an_engine_answers_alike(engine, profile, case, expected, answers):
    columns, rows = expected[case_id(case)]
    for way in ways(engine, profile, case):
        answer = answers(engine, profile)[case_id(case), way]
        assert not isinstance(answer, str), f"{way}: {answer}"
        assert answer[0] == columns, way
        missing, extra = Counter(rows) - Counter(answer[1]), Counter(answer[1]) - Counter(rows)
        assert not missing and not extra, f"{way}: lacks {list(missing)[:3]}, has {list(extra)[:3]} instead"
        # ORDER BY names every column, so the order is determined, too.
        assert answer[1] == rows, way
