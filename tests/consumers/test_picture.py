"""Can a person read newsgraph's pictures? Their geometry, read back from the SVG by code that shares nothing with what drew it, and beside dot's."""
import json
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import geometry
import pytest
from inputs import SAMPLE, corpus
from tools import SHARED, newsgraph, run

ACCEPTANCE = sorted(SHARED.glob("acceptance/*/gold.json"))
VIEWS = ("overview", "claims", "speakers", "timeline")


def drawn(path, form, *options):
    done = newsgraph("draw", "-q", "--new-relations", path, "--to", form, "-o", "-", *options)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def by_lot(claims, path):
    """A document of so many claims between actors that draw lots, the same on every run."""
    seed = claims

    def draw(below):
        nonlocal seed
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
        return (seed >> 33) % below

    actors = claims // 3 + 3
    relations = ("supports", "accuses", "pressures", "rejects")
    path.write_text(json.dumps({
        "text": "".join(f"Речення {n}. " for n in range(claims)),
        "entities": [{"key": f"e{n}", "type": ("Country", "Person", "Event", "Place")[n % 4], "names": [f"Дійова особа {n}"]} for n in range(actors)],
        "claims": [{"id": f"c{n}", "quote": f"Речення {n}.", "subject": f"e{draw(actors)}", "relation": relations[n % 4],
                    "object": f"claim:c{draw(n)}" if n % 11 == 10 else f"e{draw(actors)}", "source": f"e{draw(actors)}" if n % 2 else None}
                   for n in range(claims)]}))
    return path


def wrong(svg):
    """What is not as it should be."""
    drawing = geometry.read(svg)
    said = []
    canvas = (0, 0, drawing.width, drawing.height)
    for size, rect, words in drawing.texts:
        if size < 11:
            said.append(f"{words!r} has {size} px")
        if rect[0] < 0 or rect[1] < 0 or rect[2] > drawing.width + 0.5 or rect[3] > drawing.height:
            said.append(f"{words!r} leaves the canvas")
    for name, points in drawing.wires:
        x0, y0, x1, y1 = geometry.box(points)
        if x0 < 0 or y0 < 0 or x1 > canvas[2] or y1 > canvas[3]:
            said.append(f"{name} leaves the canvas")
    rooms = drawing.boxes + drawing.labels
    for at, (name, rect) in enumerate(rooms):
        said += [f"{name} overlaps {other}" for other, second in rooms[:at] if geometry.overlap(rect, second)]
    texts = drawing.texts
    for at, (_, rect, words) in enumerate(texts):
        said += [f"{words!r} overlaps {other!r}" for _, second, other in texts[:at] if words and other and geometry.overlap(rect, second)]
    for name, points in drawing.wires:
        around = geometry.box(points)
        for room, rect in rooms:
            if not geometry.overlap(around, rect):
                continue
            inner = (rect[0] + 1.5, rect[1] + 1.5, rect[2] - 1.5, rect[3] - 1.5)
            through = any(inner[0] < x < inner[2] and inner[1] < y < inner[3] for x, y in points)
            if through and room not in name.split():
                said.append(f"{name} runs through {room}")
    return said


def wrong_in(job):
    path, options = job
    return [f"{path.stem} {' '.join(options)}: {said}" for said in wrong(drawn(path, "svg", *options))]


def all_wrong(jobs):
    if len(jobs) < 4:
        return [said for job in jobs for said in wrong_in(job)]
    with ProcessPoolExecutor(2) as pool:
        return [said for found in pool.map(wrong_in, jobs, chunksize=4) for said in found]


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_overlaps_in_the_sample(view):
    assert all_wrong([(SAMPLE, ("--view", view, "--lang", lang)) for lang in ("uk", "en")]) == []


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_overlaps_in_the_corpus(view):
    assert all_wrong([(path, ("--view", view)) for path in corpus()]) == []


@pytest.mark.skipif(not ACCEPTANCE, reason="the acceptance articles are not part of the repository and lie beside it")
@pytest.mark.parametrize("view", VIEWS)
def test_nothing_overlaps_in_the_acceptance_articles(view):
    assert all_wrong([(path, ("--view", view)) for path in ACCEPTANCE]) == []


@pytest.mark.parametrize("claims", [10, 30, 100, 300])
def test_nothing_overlaps_in_drawn_lots(claims, tmp_path):
    path = by_lot(claims, tmp_path / f"lot{claims}.json")
    assert all_wrong([(path, ("--view", "claims", "--limit", "400")), (path, ("--view", "overview")), (path, ("--focus", "Дійова особа 1", "--hops", "2"))]) == []


def test_beside_dot(capsys):
    """Crossings and area on the sample, the real articles and some of the corpus, against dot on the DOT of the same scene."""
    rows = []
    for path in [SAMPLE, *corpus()[::22], *ACCEPTANCE]:
        for view in ("overview", "claims"):
            ours = geometry.read(drawn(path, "svg", "--view", view))
            theirs = geometry.of_dot(run(["dot", "-Tjson"], drawn(path, "dot", "--view", view)).stdout)
            rows.append((path.parent.name if path.stem == "gold" else path.stem, view, geometry.crossings(ours.wires),
                         geometry.crossings(theirs.wires), ours.area() / theirs.area()))
    with capsys.disabled():
        print("\n                 picture      view  crossings  dot's  area/dot's")
        for name, view, ours, theirs, area in rows:
            print(f"{name:>24}  {view:>8}  {ours:>9}  {theirs:>5}  {area:>10.2f}")
        total = [sum(row[at] for row in rows) for at in (2, 3)]
        print(f"all: {total[0]} crossings, dot's {total[1]}; area {sum(row[4] for row in rows) / len(rows):.2f} of dot's on average")
    # The sample and the real articles are held one by one; of the corpus, some pictures have a crossing or two more than dot's.
    real = {SAMPLE.stem, *(path.parent.name for path in ACCEPTANCE)}
    assert [row for row in rows if row[2] > 1.2 * row[3] + (0 if row[0] in real else 2) or row[4] > 1.5] == []
    assert total[0] <= 1.2 * total[1]


def test_hostile_names_are_text(tmp_path):
    """Markup in names stays text; resvg and an XML parser read the picture."""
    names = ["</text><script>alert(1)</script>", "a&b\"c'd<e>{f|g}\\n", "\u202eעברית 🇺🇦", "ж" * 1000]
    document = {"text": "<b>&</b>", "headline": names[0],
                "entities": [{"key": f"e{n}", "type": "Person", "names": [name]} for n, name in enumerate(names)],
                "claims": [{"quote": "<b>&</b>", "subject": f"e{n}", "relation": "accuses", "object": f"e{(n + 1) % 4}", "source": "e0"} for n in range(4)]}
    path = tmp_path / "hostile.json"
    path.write_text(json.dumps(document))
    for view in VIEWS:
        svg = drawn(path, "svg", "--view", view)
        drawing = geometry.read(svg)
        assert b"<script" not in svg and any("script" in words for _, _, words in drawing.texts)
        assert drawn(path, "png", "--view", view).startswith(b"\x89PNG")


def test_dot_draws_it_where_the_user_asks(tmp_path):
    for form, start in (("svg", b"<?xml"), ("png", b"\x89PNG")):
        path = tmp_path / f"a.{form}"
        assert newsgraph("draw", "-q", SAMPLE, "--engine", "dot", "-o", path).returncode == 0
        assert Path(path).read_bytes().startswith(start)
