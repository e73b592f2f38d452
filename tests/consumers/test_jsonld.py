"""Is the JSON-LD as compact as its context allows: does jsonld.js, which expands and compacts it, write the same document?

That nothing is loaded from elsewhere is part of reading it: the loaders of both readers refuse.
"""
import json

import pytest
from inputs import names
from tools import ONTOLOGY


def unordered(value):
    """A value in which the order of lists and keys does not count."""
    if isinstance(value, dict):
        return {key: unordered(part) for key, part in value.items()}
    if isinstance(value, list):
        return sorted((unordered(part) for part in value), key=lambda part: json.dumps(part, sort_keys=True))
    return value


CASES = [(name, profile) for name, what in names().items() for profile in ("reified", "graphs") if "jsonld" in what.read(profile)]


@pytest.mark.parametrize("tool", ["jsonld.js"])
@pytest.mark.parametrize(("name", "profile"), CASES)
def test_compacting_what_was_expanded_changes_nothing(name, profile, tool, exports, readings):
    path = exports.path(name, profile, "jsonld")
    reading = readings(tool)
    said, _ = reading.of(path)
    assert not said, "\n".join(said[:5])
    ours = json.loads(path.read_text(encoding="utf-8"))
    theirs = json.loads(reading.raw(path).with_name(reading.raw(path).name + ".compact").read_text(encoding="utf-8"))
    assert theirs.keys() == ours.keys() and theirs["@context"] == ours["@context"]
    ours, theirs = ({json.dumps(unordered(node), sort_keys=True) for node in document["@graph"]} for document in (ours, theirs))
    assert theirs == ours, f"only newsgraph's: {sorted(ours - theirs)[:2]}\nonly jsonld.js's: {sorted(theirs - ours)[:2]}"


def test_the_context_that_is_published_is_the_one_inside(exports):
    published = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))
    assert json.loads(exports.path("sample", "reified", "jsonld").read_text(encoding="utf-8"))["@context"] == published["@context"]
