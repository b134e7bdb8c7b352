"""`paths`, `keys` and `completion`."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from nhsjobtui.keys import all_actions, key_names

from . import adverts
from .conftest import Shell


def test_paths_are_printed_one_a_line_and_nothing_is_made(shell: Shell, home: Path) -> None:
    lines = shell.ok("paths").lines
    assert lines[0].split() == ["library", str(home / "library.sqlite3")]
    assert [line.split()[0] for line in lines] == [
        "library",
        "backups",
        "documents",
        "config",
        "searches",
        "state",
        "log",
    ]
    assert json.loads(shell.ok("paths", "--json").out)["log"] == str(home / "log.txt")
    assert not home.exists()


def test_every_key_is_printed(shell: Shell) -> None:
    lines = shell.ok("keys").lines
    assert len(lines) == len(all_actions())
    for line, action in zip(lines, all_actions(), strict=True):
        assert line.startswith(key_names(action))
        assert action.help in line
    records = [json.loads(line) for line in shell.ok("keys", "--json").lines]
    assert [record["id"] for record in records] == [action.id for action in all_actions()]


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_a_completion_script_names_the_program(shell: Shell, name: str) -> None:
    assert "nhsjobtui" in shell.ok("completion", name).out


def test_an_unknown_shell_lists_the_known_ones(shell: Shell) -> None:
    result = shell("completion", "tcsh")
    assert result.code == 2
    assert "Choose bash, zsh or fish." in result.err


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("nhsjobtui sho", {"shortlist", "show"}),
        ("nhsjobtui show C999", {adverts.NURSE, adverts.MIDWIFE, adverts.CLERK}),
        (f"nhsjobtui stage {adverts.NURSE} dr", {"drafting"}),
        ("nhsjobtui list --stage int", {"interested", "interview"}),
        (f"nhsjobtui tick {adverts.NURSE} --status pa", {"partly"}),
        (f"nhsjobtui evidence {adverts.NURSE} 4", {"4"}),
        ("nhsjobtui list --clos", {"--closing-within"}),
        ("nhsjobtui completion z", {"zsh"}),
        (f"nhsjobtui export {adverts.NURSE} --format t", {"txt", "toml"}),
        (f"nhsjobtui statement {adverts.NURSE} --order g", {"group"}),
        ("nhsjobtui show Z", set()),
    ],
)
@pytest.mark.usefixtures("filled")
def test_tab_offers_what_fits(
    tmp_path: Path,
    line: str,
    offered: set[str],
) -> None:
    answer = complete(line, tmp_path / "answer")
    assert {word.strip() for word in answer if word.strip()} == offered


def test_tab_makes_no_library(home: Path, tmp_path: Path) -> None:
    assert complete("nhsjobtui show C", tmp_path / "answer") == [""]
    assert not home.exists()


def complete(line: str, answer: Path) -> list[str]:
    """Return what is offered where a command line ends."""
    asked = {
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_STDOUT_FILENAME": str(answer),
        "_ARGCOMPLETE_IFS": "\n",
        "COMP_LINE": line,
        "COMP_POINT": str(len(line)),
    }
    words = [sys.executable, "-m", "nhsjobtui"]
    done = subprocess.run(words, env=os.environ | asked, capture_output=True, check=True)
    assert done.stdout == b""
    return answer.read_text("utf-8").split("\n")
