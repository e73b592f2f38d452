"""Do the questions of docs/ask.md have the answers that are printed there?"""
import re

import pytest

from test_readme import ROOT, clone, run  # noqa: F401 (a fixture)

PAGE = (ROOT / "docs/ask.md").read_text(encoding="utf-8")
ASKED = re.findall(r"^```sh\n(.*?)^```\n\n```csv\n(.*?)^```", PAGE, re.S | re.M)


def test_there_are_five_questions():
    assert len(ASKED) == 5 == PAGE.count("```sh")


@pytest.mark.parametrize("command, answer", ASKED, ids=[command.split()[3] for command, _ in ASKED])
def test_an_answer_is_the_one_printed(command, answer, clone):  # noqa: F811
    done = run(command, clone)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert done.stdout.replace("\r\n", "\n") == answer
