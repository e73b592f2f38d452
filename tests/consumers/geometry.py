"""Where does everything of a picture lie? Read back from the SVG that newsgraph wrote, and from what dot makes of the same scene."""
import json
import math
import sys
from dataclasses import dataclass, field
from functools import cache
from xml.etree import ElementTree

from fontTools.ttLib import TTFont
# svgelements looks for these at every point of a path, and does without them.
for absent in ("numpy", "scipy", "scipy.integrate"):
    sys.modules.setdefault(absent, None)

from svgelements import Path
from tools import ONTOLOGY

SVG = "{http://www.w3.org/2000/svg}"


@dataclass
class Drawing:
    width: float
    height: float
    boxes: list = field(default_factory=list)  # (id, rectangle)
    labels: list = field(default_factory=list)  # (id of the arrow, rectangle)
    wires: list = field(default_factory=list)  # (ids of its ends and its own, points)
    texts: list = field(default_factory=list)  # (size, rectangle, words)

    def area(self):
        """Of what lies between head and key."""
        corners = [rect for _, rect in self.boxes + self.labels] + [box(points) for _, points in self.wires]
        return (max(c[2] for c in corners) - min(c[0] for c in corners)) * (max(c[3] for c in corners) - min(c[1] for c in corners))


@cache
def widths(bold):
    font = TTFont(ONTOLOGY / "font" / f"newsgraph-sans{'-Bold' if bold else ''}.ttf")
    return font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm


def width(text, size, bold):
    letters, metrics, unit = widths(bold)
    return sum(metrics[letters.get(ord(c), ".notdef")][0] for c in text) * size / unit


def box(points):
    return (min(p[0] for p in points), min(p[1] for p in points), max(p[0] for p in points), max(p[1] for p in points))


def flatten(path, step=4.0):
    """Points along a path."""
    points = []
    for segment in Path(path):
        if type(segment).__name__ == "Move":
            points.append((segment.end.x, segment.end.y))
            continue
        count = max(1, math.ceil(segment.length(error=0.1) / step))
        points += [(p.x, p.y) for p in (segment.point(i / count) for i in range(1, count + 1))]
    return points


def read(svg):
    """A drawing from newsgraph's SVG."""
    root = ElementTree.fromstring(svg)
    drawing = Drawing(float(root.get("width")), float(root.get("height")))
    for group in root.iter(f"{SVG}g"):
        classes = (group.get("class") or "").split()
        if "box" in classes and group.get("id"):
            x0, y0, x1, y1 = Path(next(p for p in group.iter(f"{SVG}path") if p.get("class") == "outline").get("d")).bbox()
            drawing.boxes.append((group.get("id"), (x0, y0, x1, y1)))
        elif "arrow" in classes and group.get("id"):
            hit = next((r for r in group.iter(f"{SVG}rect")), None)
            if hit is not None:
                x, y, w, h = (float(hit.get(key)) for key in ("x", "y", "width", "height"))
                drawing.labels.append((group.get("id"), (x, y, x + w, y + h)))
            drawing.wires.append((group.get("id"), flatten(next(p for p in group.iter(f"{SVG}path") if p.get("class") == "wire").get("d"))))
        elif "link" in classes and group.get("data-from"):
            name = f"{group.get('data-from')} {group.get('data-to')}".replace("/", "-")
            drawing.wires.append((name, flatten(next(p for p in group.iter(f"{SVG}path") if p.get("class") == "wire").get("d"))))
    for text in root.iter(f"{SVG}text"):
        size, x, y = float(text.get("font-size")), float(text.get("x")), float(text.get("y"))
        runs = [(text.text or "", text.get("class") or "")] if len(text) == 0 else [(run.text or "", run.get("class") or "") for run in text]
        wide = sum(width(words, size, "bold" in classes) for words, classes in runs)
        left = x - wide / 2 if text.get("text-anchor") == "middle" else x
        drawing.texts.append((size, (left, y - size * 0.76, left + wide, y + size * 0.2), "".join(words for words, _ in runs)))
    return drawing


def of_dot(text):
    """A drawing from dot's JSON (`-Tjson`), in points of 1/72 inch."""
    graph = json.loads(text)
    drawing = Drawing(0, 0)
    names = {}
    for node in graph.get("objects", []):
        if "pos" not in node:
            continue
        x, y = map(float, node["pos"].split(","))
        w, h = float(node["width"]) * 36, float(node["height"]) * 36
        names[node["_gvid"]] = node["name"]
        drawing.boxes.append((node["name"], (x - w, y - h, x + w, y + h)))
    for edge in graph.get("edges", []):
        if edge.get("style") == "invis":
            continue
        points = []
        for command in edge.get("_draw_", []):
            if command["op"] in "bB":
                p = command["points"]
                d = f"M{p[0][0]},{p[0][1]} " + " ".join(
                    "C" + " ".join(f"{a},{b}" for a, b in p[i : i + 3]) for i in range(1, len(p) - 2, 3))
                points += flatten(d)
        if points:
            drawing.wires.append((f"{edge['_gvid']} {names.get(edge['tail'])} {names.get(edge['head'])}", points))
        for command in edge.get("_ldraw_", []):
            if command["op"] == "T":
                x, y = command["pt"]
                w = command["width"]
                drawing.labels.append((str(edge["_gvid"]), (x - w / 2, y - 3, x + w / 2, y + 8)))
    return drawing


def crossings(wires, near=14.0):
    """How often wires cross, but for where two of them come from or lead to the same place."""
    segments = []
    for number, (_, points) in enumerate(wires):
        segments += [(number, a, b) for a, b in zip(points, points[1:])]
    cells = {}
    for index, (_, a, b) in enumerate(segments):
        x0, x1 = sorted((int(a[0] // 12), int(b[0] // 12)))
        y0, y1 = sorted((int(a[1] // 12), int(b[1] // 12)))
        for cell in ((x, y) for x in range(x0, x1 + 1) for y in range(y0, y1 + 1)):
            cells.setdefault(cell, []).append(index)
    ends = [(points[0], points[-1]) for _, points in wires]
    found = {}
    for inside in cells.values():
        for i, first in enumerate(inside):
            for second in inside[i + 1:]:
                (n, a, b), (m, c, d) = segments[first], segments[second]
                if n == m or (at := meet(a, b, c, d)) is None:
                    continue
                shared = any(math.dist(p, q) < 2 * near and math.dist(p, at) < near for p in ends[n] for q in ends[m])
                # One that ends at the other touches it there.
                touching = any(math.dist(p, at) < 2 * near and distance(p, wires[other][1]) < 7 for one, other in ((n, m), (m, n)) for p in ends[one])
                if not shared and not touching:
                    found.setdefault((min(n, m), max(n, m)), []).append(at)
    # One crossing is met in several cells, and at the ends of two segments.
    return sum(len(apart(points)) for points in found.values())


def distance(point, points):
    return min(math.dist(point, other) for other in points)


def apart(points):
    kept = []
    for point in points:
        if all(math.dist(point, other) > 6 for other in kept):
            kept.append(point)
    return kept


def meet(a, b, c, d):
    """Where two segments cross."""
    r, s = (b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1])
    cross = r[0] * s[1] - r[1] * s[0]
    if abs(cross) < 1e-9:
        return None
    t = ((c[0] - a[0]) * s[1] - (c[1] - a[1]) * s[0]) / cross
    u = ((c[0] - a[0]) * r[1] - (c[1] - a[1]) * r[0]) / cross
    return (a[0] + t * r[0], a[1] + t * r[1]) if 0 <= t <= 1 and 0 <= u <= 1 else None


def overlap(a, b, slack=0.5):
    return a[0] + slack < b[2] and b[0] + slack < a[2] and a[1] + slack < b[3] and b[1] + slack < a[3]
