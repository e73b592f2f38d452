"""Does every command of the README work as it is printed?"""
import os
import pathlib
import re
import shutil
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BINARY = pathlib.Path(os.environ.get("NEWSGRAPH_BIN", ROOT / "target/release/newsgraph")).resolve()


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.S | re.M)


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A folder with what a clone has and the program on the path."""
    folder = tmp_path_factory.mktemp("clone")
    for name in ("examples", "ontology", "out"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "corpus").mkdir()
    shutil.copytree(ROOT / "corpus/uk", folder / "corpus/uk")
    (folder / "bin").mkdir()
    (folder / "bin/newsgraph").symlink_to(BINARY)
    return folder


def run(command, clone):
    path = os.pathsep.join([str(clone / "bin"), str(ROOT / ".venv/bin"), os.environ["PATH"]])
    return subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=clone, env={**os.environ, "PATH": path}, capture_output=True, text=True)


def test_there_are_commands():
    assert len(blocks("sh")) >= 5


@pytest.mark.parametrize("block", blocks("sh"), ids=lambda block: block.split("\n", 1)[0][:60])
def test_a_block_runs_as_printed(block, clone):
    done = run(block, clone)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


def test_the_query_answers(clone):
    done = run(next(block for block in blocks("sh") if "rdflib" in block), clone)
    assert "представник НАТО |" in done.stdout


def test_the_first_command_names_files_that_are_there():
    first, second = re.findall(r"^\$ (.*)$", README, re.M)
    assert first == "cargo run --release -- build examples/nato-missions.json -o out"
    assert second == "bash tests/all.sh" and (ROOT / "tests/all.sh").exists()


def test_the_turtle_is_what_the_program_writes():
    (snippet,) = blocks("turtle")
    assert snippet.rstrip("\n") in (ROOT / "out/nato-missions.ttl").read_text(encoding="utf-8")


def test_the_document_is_one(clone):
    (document,) = blocks("json")
    folder = clone / "written"
    folder.mkdir()
    (folder / "article.txt").write_text("США тиснуть на НАТО, розповіли двоє дипломатів.\n", encoding="utf-8")
    (folder / "graph.json").write_text(document, encoding="utf-8")
    done = run("newsgraph check written/graph.json", clone)
    assert done.returncode == 0, done.stdout + done.stderr
