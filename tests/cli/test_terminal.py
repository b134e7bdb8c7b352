"""`list` on a terminal: each line fits it."""

import os
import subprocess
import sys

import pytest

from nhsjobtui.cli import list as listing

from . import adverts
from .conftest import Shell

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no such terminals there")
LONG = "Advanced Clinical Practitioner in Urgent and Emergency Care, Teasel Hospital and Community"


def printed(columns: int, *words: str) -> list[str]:
    """Return the lines that a command prints on a terminal so wide."""
    import fcntl
    import struct
    import termios

    reading, terminal = os.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    told = os.environ | {"PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "nhsjobtui", *words]
    with subprocess.Popen(command, stdout=terminal, env=told) as process:
        os.close(terminal)
        data = b""
        try:
            while part := os.read(reading, 4096):
                data += part
        except OSError:  # how Linux says that nobody is at the other end any more
            pass
        os.close(reading)
        assert process.wait() == 0
    return data.decode().splitlines()


@pytest.fixture
def long(filled: Shell) -> Shell:
    """Return commands on a library with one advert of a very long title."""
    filled.ok("add", "-", stdin=adverts.page("C9996-26-0404", LONG, closing="1 December 2026"))
    filled.ok("stage", adverts.NURSE, "drafting")
    return filled


def lines(shell: Shell, monkeypatch: pytest.MonkeyPatch, columns: int) -> list[str]:
    """Return the lines for a terminal so wide, at the tests' own moment."""
    monkeypatch.setattr(listing, "terminal_width", lambda: columns)
    return shell.ok("list").lines


@pytest.mark.usefixtures("long")
def test_the_list_fits_the_terminal() -> None:
    shown = printed(100, "list", "--sort", "title")
    assert len(shown) == 4
    assert max(map(len, shown)) <= 100
    assert LONG[:15] in shown[0]


@pytest.mark.usefixtures("long")
def test_a_terminal_that_does_not_know_its_width_cuts_nothing() -> None:
    assert LONG in printed(0, "list", "--sort", "title")[0]


def test_no_line_is_wider_than_the_terminal(long: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    for columns in range(1, 180):
        shown = lines(long, monkeypatch, columns)
        assert len(shown) == 4
        assert max(map(len, shown)) <= columns


def test_title_and_employer_give_way_first(long: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    assert lines(long, monkeypatch, 110)[1] == (
        "C9999-26-0101  5 days    Band 5  £31,049–37,796  Staff Nurse, Teasel Ward    "
        "Wyre an…  essential 0/3  drafting"
    )


def test_the_salary_gives_way_before_the_title_is_lost(
    long: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert lines(long, monkeypatch, 80)[1] == (
        "C9999-26-0101  5 days    Band 5  Staff Nurse, Teasel…  Wyre an…  essential 0/3…"
    )


def test_a_wide_terminal_shows_everything_but_the_longest_titles(
    long: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = lines(long, monkeypatch, 250)
    assert "Wyre and Teme NHS Foundation Trust" in shown[0]
    assert "Advanced Clinical Practitioner in Urgent and Em…" in shown[3]


def test_in_a_pipe_nothing_is_cut(long: Shell) -> None:
    assert LONG in long.ok("list").lines[3]
