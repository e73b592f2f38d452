"""Does every tool that reads a format find in newsgraph's file the very graph that its N-Quads have, without a word of complaint?"""
import itertools

import pytest
from inputs import names
from limits import limit
from tools import TOOLS


def cases():
    for tool, (forms, profiles) in TOOLS.items():
        for name, what in names().items():
            for profile in profiles:
                for form in what.read(profile):
                    if form in forms:
                        marks = [pytest.mark.xfail(reason=why, strict=True)] if (why := limit(tool, form, name)) else []
                        yield pytest.param(tool, form, profile, name, marks=marks, id=f"{tool}-{form}-{profile}-{name}")


@pytest.mark.parametrize(("tool", "form", "profile", "name"), list(cases()))
def test_the_graph_that_is_read_is_the_graph_that_was_written(tool, form, profile, name, exports, readings):
    said, canonical = readings(tool).of(exports.path(name, profile, form))
    assert not said, "\n".join(said[:5])
    ours = exports.path(name, profile, "nq").read_bytes()
    theirs = canonical.read_bytes()
    assert theirs.count(b"\n") == ours.count(b"\n"), difference(ours, theirs)
    assert theirs == ours, difference(ours, theirs)


def difference(ours, theirs):
    """The first lines that only one side has."""
    ours, theirs = set(ours.splitlines()), set(theirs.splitlines())
    show = lambda lines: "\n".join(line.decode(errors="replace")[:400] for line in itertools.islice(sorted(lines), 3))  # noqa: E731
    return f"only newsgraph's N-Quads ({len(ours - theirs)}):\n{show(ours - theirs)}\nonly the tool's ({len(theirs - ours)}):\n{show(theirs - ours)}"
