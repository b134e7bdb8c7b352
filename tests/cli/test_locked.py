"""A library that cannot be written to."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from . import adverts
from .conftest import Shell

pytestmark = pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")


@pytest.fixture
def locked(filled: Shell, home: Path) -> Iterator[Shell]:
    """Return commands on a library in a folder that is closed to writing."""
    filled.ok("note", adverts.NURSE, "Ring the ward.")
    filled.ok("evidence", adverts.NURSE, "1", "Since 2019.")
    home.chmod(0o500)
    yield filled
    home.chmod(0o700)


def test_it_can_be_listed_and_read(locked: Shell) -> None:
    assert len(locked.ok("list").lines) == 3
    assert json.loads(locked.ok("show", "--json", adverts.NURSE).out)["notes"] == "Ring the ward."
    assert locked.ok("note", adverts.NURSE).out == "Ring the ward.\n"
    assert locked.ok("evidence", adverts.NURSE, "1").out == "Since 2019.\n"


@pytest.mark.parametrize(
    "words",
    [
        ["note", adverts.NURSE, "More."],
        ["note", adverts.NURSE, "--replace", ""],
        ["evidence", adverts.NURSE, "1", "More."],
        ["tick", adverts.NURSE, "1"],
        ["undo"],
    ],
    ids=" ".join,
)
def test_a_change_says_that_it_cannot_be_written(locked: Shell, words: list[str]) -> None:
    result = locked(*words)
    assert (result.code, result.out) == (1, "")
    assert "cannot be written to; nothing was changed." in result.err
