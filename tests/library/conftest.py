from collections.abc import Iterator
from pathlib import Path

import pytest

from nhsjobtui.library import Library
from tests.library.adverts import NURSE, Clock, put


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite3"


@pytest.fixture
def library(path: Path, clock: Clock) -> Iterator[Library]:
    with Library.open(path, clock) as opened:
        yield opened


@pytest.fixture
def nurse(library: Library) -> int:
    """One advert in the library."""
    return put(library, NURSE).advert_id
