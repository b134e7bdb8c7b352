"""A board on this machine, and a client that is quick about it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nhsjobtui.boards.address import URL_VARIABLE, nhs_jobs
from nhsjobtui.boards.client import Client, Manners
from nhsjobtui.boards.stop import Stop
from nhsjobtui.paths import HOME_VARIABLE, Paths, current_paths
from tests.board import Board, Vacancy, vacancies

QUICK = Manners(interval=0, connect=2, read=0.3, total=0.6, tries=3, backoff=0.01)
Connect = Callable[..., Client]


@pytest.fixture
def board(monkeypatch: pytest.MonkeyPatch) -> Iterator[Board]:
    """Return a board of a few vacancies that stands for NHS Jobs."""
    with Board([Vacancy(), *vacancies(20)]) as board:
        monkeypatch.setenv(URL_VARIABLE, board.url)
        yield board


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """Return the folders of this test."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    return current_paths()


@pytest.fixture
def connect(board: Board) -> Iterator[Connect]:
    """Return how to make a client of the board; all are closed in the end."""
    made: list[Client] = []

    def connect(
        manners: Manners = QUICK, *, folder: Path | None = None, stop: Stop | None = None
    ) -> Client:
        client = Client(nhs_jobs(), manners, folder=folder, stop=stop)
        made.append(client)
        return client

    yield connect
    for client in made:
        client.close()


@pytest.fixture
def client(connect: Connect) -> Client:
    """Return a client that waits for nothing."""
    return connect()
