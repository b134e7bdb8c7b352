"""`nhsjobtui sync` of 13,000 adverts, against downloading and parsing the same pages.

The board is the tests' own, in a process of
its own, with each page made beforehand; both sides are whole processes.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from benchmarks.measure import Row, at_most, in_turn, timed

_COUNT, _PAGES = 13_000, 130
_MOST = 1.5
_PEER = "bare httpx and ElementTree"
_BOARD = f"""
import sys
from tests.board import Board, vacancies
with Board(vacancies({_COUNT})) as board:
    print(board.url, flush=True)
    sys.stdin.read()
"""


@contextmanager
def board() -> Iterator[str]:
    """Run the board, every page of it made, and yield its address."""
    child = subprocess.Popen(
        [sys.executable, "-c", _BOARD],
        cwd=Path(__file__).parents[1],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert child.stdout is not None
        url = child.stdout.readline().strip()
        bare(url)
        yield url
    finally:
        child.terminate()
        child.wait()


def bare(url: str) -> None:
    """Download and parse, no more."""
    peer = [sys.executable, "-m", "benchmarks.peers.feed", url, str(_PAGES)]
    subprocess.run(peer, check=True, stdout=subprocess.DEVNULL)


def sync(url: str, home: Path, *options: str) -> None:
    """Sync a library with the board."""
    subprocess.run(
        [sys.executable, "-m", "nhsjobtui", "sync", *options],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "NHSJOBTUI_HOME": str(home), "NHSJOBTUI_NHSJOBS_URL": url},
    )


def first_sync(url: str, home: Path) -> None:
    """Sync a library that is empty."""
    for file in home.glob("library.sqlite3*"):
        file.unlink()
    sync(url, home)


def rows(pairs: int) -> Iterator[Row]:
    """Yield the rows of this part."""
    with tempfile.TemporaryDirectory() as folder, board() as url:
        home, peer = Path(folder), partial(timed, partial(bare, url))
        (home / "config.toml").write_text("[network]\ninterval = 0\n")
        for what, work in (
            (f"first sync of {_COUNT:,} adverts", partial(first_sync, url, home)),
            (f"sync --full of {_COUNT:,} known ones", partial(sync, url, home, "--full")),
        ):
            yield at_most(what, in_turn(partial(timed, work), peer, pairs), _MOST, _PEER)
