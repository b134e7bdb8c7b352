"""Offline means that no socket is opened, which Python itself is asked to watch."""

import subprocess
import sys

import pytest

from nhsjobtui.boards.failures import Offline
from nhsjobtui.boards.online import connect
from nhsjobtui.errors import InputError
from nhsjobtui.paths import Paths
from tests.board import Board
from tests.board.server import ADVERT

# Runs a command and prints which sockets it made; those that only ask the terminal are none.
WATCHED = """\
import sys
made = []
sys.addaudithook(lambda event, args: made.append(event) if event.startswith("socket.") else None)
from nhsjobtui.cli import run
code = run(sys.argv[1:])
print("SOCKETS", code, len(made), "httpx" in sys.modules)
"""


def watched(*words: str) -> tuple[str, str]:
    """Run a command; return its last line and what it said on stderr."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *words], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()[-1], done.stderr


def test_offline_refuses_before_anything_is_loaded(paths: Paths, board: Board) -> None:
    with pytest.raises(Offline, match="--offline"):
        connect(paths, offline=True)
    paths.config_file.parent.mkdir(parents=True)
    paths.config_file.write_text("[network]\noffline = true\n")
    with pytest.raises(Offline, match=r"config\.toml"):
        connect(paths)
    assert board.requests == []


def test_the_interval_set_is_kept(paths: Paths, board: Board) -> None:
    paths.config_file.parent.mkdir(parents=True)
    paths.config_file.write_text("[network]\ninterval = 0.15\n")
    with connect(paths) as client:
        client.get(ADVERT + "C9999-26-0101")
        client.get(ADVERT + "C9999-26-0101")
    assert 0.15 <= board.gaps[0] < 0.9
    assert (paths.data / "pace").is_dir()


def test_settings_that_cannot_be_meant_keep_it_offline(paths: Paths, board: Board) -> None:
    paths.config_file.parent.mkdir(parents=True)
    paths.config_file.write_text("[network]\nofline = true\n")
    with pytest.raises(InputError):
        connect(paths)
    assert board.requests == []
