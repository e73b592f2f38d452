"""What do the tests share? The inputs, what newsgraph makes of them, and what each tool reads of that."""
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import inputs  # noqa: E402
import tools  # noqa: E402


def pytest_sessionstart():
    if absent := tools.missing():
        pytest.exit(f"run tests/install-tools.sh and cargo build --release first; missing: {', '.join(absent)}", returncode=3)


@dataclass
class Exports:
    folder: Path
    inputs: dict
    # What newsgraph said where it failed, by input and profile.
    failed: dict = field(default_factory=dict)

    def path(self, name, profile, form):
        """A file that newsgraph wrote."""
        if said := self.failed.get((name, profile)):
            pytest.fail(f"newsgraph failed: {said}")
        return self.folder / f"{name}.{profile}.{form}"


@pytest.fixture(scope="session")
def exports(tmp_path_factory):
    """Every input in every format and profile."""
    folder = tmp_path_factory.mktemp("exports")
    found = Exports(folder, inputs.inputs(folder / "documents"))

    def build(job):
        name, profile = job
        what = found.inputs[name]
        forms = [*what.formats(profile), *(("json", "dot") if profile == "reified" else ())]
        files = [word for form in forms for word in ("-o", folder / f"{name}.{profile}.{form}")]
        done = tools.newsgraph("build", "-q", *what.paths, *what.options, "--profile", profile, *files)
        if done.returncode or done.stderr:
            found.failed[job] = done.stderr.decode(errors="replace")[-2000:] or f"exit code {done.returncode}"

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(build, [(name, profile) for name in found.inputs for profile in tools.FORMATS]))
    return found


@dataclass
class Readings:
    """What one tool reads."""

    folder: Path
    futures: list = field(default_factory=list)
    said: dict = field(default_factory=dict)

    def result(self):
        """Waits for the tool."""
        while self.futures:
            self.said |= self.futures.pop().result()
        return self

    def raw(self, path):
        """The N-Quads as the tool wrote them."""
        return self.folder / f"{path.name}.nq"

    def of(self, path):
        """What the tool said of a file, and the canonical form of what it read."""
        return self.said.get(str(path), []), self.folder / f"{path.name}.canonical"

    def read(self, tool, exports, keys):
        """Lets the tool read some files."""
        paths = [exports.path(*key) for key in keys]
        said = tools.read_all(tool, [(form, path, self.raw(path)) for (_, _, form), path in zip(keys, paths)])
        jobs = []
        for (name, profile, _), path in zip(keys, paths):
            if str(path) in said:
                continue
            if self.raw(path).read_bytes() == exports.path(name, profile, "nq").read_bytes():
                # The very bytes of newsgraph's N-Quads. That rdf-canonize changes nothing in these is tested once, in test_canonical.py.
                self.of(path)[1].hardlink_to(self.raw(path))
            else:
                jobs.append(("lines" if profile == "rdf12" else "rdfc", self.raw(path), self.of(path)[1]))
        unread = tools.canonize(jobs)
        return said | {str(path): unread[str(self.raw(path))] for path in paths if str(self.raw(path)) in unread}


@pytest.fixture(scope="session")
def readings(request, exports, tmp_path_factory):
    """What each tool reads. All tools that this session needs start at once, two at a time, each with all its files."""
    wanted = {item.callspec.params["tool"] for item in request.session.items if "tool" in getattr(getattr(item, "callspec", None), "params", {})}
    found = {tool: Readings(tmp_path_factory.mktemp(tool.replace(".", ""))) for tool in wanted if tool in tools.TOOLS}
    parts = []
    for tool in found:
        forms, profiles = tools.TOOLS[tool]
        keys = [(name, profile, form) for name, what in exports.inputs.items() for profile in profiles if (name, profile) not in exports.failed
                for form in what.read(profile) if form in forms]
        big = [key for key in keys if exports.inputs[key[0]].big]
        # rdflib takes long, so its big files are read one by one.
        groups = [[key] for key in big] if tool == "rdflib" else [big]
        parts += [(len(group) if tool == "rdflib" else 2, tool, group) for group in [*groups, [key for key in keys if key not in big]]]
    pool = ThreadPoolExecutor(2)
    for _, tool, group in sorted(parts):
        found[tool].futures.append(pool.submit(found[tool].read, tool, exports, group))
    yield lambda tool: found[tool].result()
    pool.shutdown()
