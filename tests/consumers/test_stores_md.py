"""Does every command of docs/stores.md work as it is printed, but for the ports?"""
import os
import re
import shutil

import pytest
import stores
import tools

PAGE = (tools.ROOT / "docs/stores.md").read_text(encoding="utf-8")
SECTIONS = {title: body for title, body in re.findall(r"^## (.*)\n(.*?)(?=^## |\Z)", PAGE, re.S | re.M)}
DENIER = "представник НАТО"


def blocks(text):
    return re.findall(r"^```sh\n(.*?)^```", text, re.S | re.M)


@pytest.fixture
def clone(tmp_path):
    """A folder with what a clone has, and the program on the path."""
    shutil.copytree(tools.ROOT / "examples", tmp_path / "examples")
    (tmp_path / "target").mkdir()
    (tmp_path / "target/tools").symlink_to((tools.ROOT / "target/tools").resolve())
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/newsgraph").symlink_to(tools.BINARY.resolve())
    return tmp_path


def bash(script, clone):
    path = os.pathsep.join([str(clone / "bin"), str(tools.ROOT / ".venv/bin"), os.environ["PATH"]])
    for port, free in zip(("8890", "1111", "7878"), map(str, stores.free_ports(3))):
        script = script.replace(f"127.0.0.1:{port}", f"127.0.0.1:{free}")
    return tools.run(["bash", "-euo", "pipefail", "-c", script], cwd=clone, env={**os.environ, "PATH": path})


@pytest.mark.parametrize("title", [title for title, body in SECTIONS.items() if blocks(body)])
def test_a_section_ends_at_an_answer(title, clone):
    script = "\n".join(blocks(SECTIONS[title]))
    if "virtuoso-t" in script:
        # The password that the reader is told to change is not changed; and whatever fails, the server is stopped.
        stop = blocks(SECTIONS[title])[-1].replace("NEW", "dba")
        script = script.replace(blocks(SECTIONS[title])[-1], "")
        script = f"trap '{stop.strip()}' EXIT\n{script}"
    if "server=$!" in script:
        script = "trap 'kill $server' ERR\n" + script
    done = bash(script, clone)
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-3000:]
    assert DENIER in done.stdout.decode(), done.stdout.decode() + done.stderr.decode()


def test_the_commands_that_print_run(clone):
    done = bash("\n".join(blocks(PAGE[: PAGE.index("\n## ")])), clone)
    assert done.returncode == 0 and not done.stderr, done.stderr.decode()
    text = done.stdout.decode()
    assert "# VALUES ?who { <…> }" in text and 'LCASE(STR(?whoName)) = "нато"' in text and "<https://w3id.org/newsgraph/id/entity/nato>" in text
