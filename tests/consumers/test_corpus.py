"""Does every document of the corpus build in every format and profile? (All of them merged are one of the inputs of the other tests.)"""
from concurrent.futures import ThreadPoolExecutor

import pytest
from inputs import CORPUS
from tools import FORMATS, newsgraph

if not CORPUS:
    pytest.skip("neither corpus/uk nor ../shared/corpus-uk is there", allow_module_level=True)


@pytest.mark.parametrize("profile", FORMATS)
def test_every_document_builds(profile, tmp_path):
    forms = [*FORMATS[profile], "json", "dot"]

    def build(path):
        files = [tmp_path / f"{path.stem}.{form}" for form in forms]
        done = newsgraph("build", "-q", path, "--profile", profile, *(word for file in files for word in ("-o", file)))
        return done.returncode or done.stderr.decode() or [file.name for file in files if not file.stat().st_size]

    with ThreadPoolExecutor(2) as pool:
        failed = {path.name: said for path, said in zip(CORPUS, pool.map(build, CORPUS)) if said}
    assert failed == {}
