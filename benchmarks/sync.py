"""`nhsjobtui sync` of 13,000 adverts, against downloading and parsing the same pages.

The board is the tests' own, in a process of its own, with each page made beforehand; both sides
are whole processes.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from benchmarks import CannotMeasure, libraries
from benchmarks.letters import type_letters
from benchmarks.measure import Row, at_most, at_percentile, in_turn, timed
from benchmarks.terminal import Lines, Terminal
from nhsjobtui.boards.address import URL_VARIABLE

_COUNT, _PAGES = 13_000, 130
_MOST = 1.5
_ANSWERED = 2.0
_LIBRARY = 20_000
_ESCAPE, _BACK_TAB = "\x1b", "\x1b[Z"
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


def _letters(url: str) -> Row:
    """Type into the filter at rest, and while the app takes in all that the board lists."""
    with libraries.copy(_LIBRARY) as home:
        # Pages come at ten a second, so that there is time to type; NHS Jobs gives one.
        (home / "config.toml").write_text("[network]\ninterval = 0.1\n")
        with Terminal("nhsjobtui", home=home, variables={URL_VARIABLE: url}) as app:
            app.settle(1.0)
            app.press("/")
            app.settle(0.4)
            idle = type_letters(app)
            for key in (_ESCAPE, "f", _BACK_TAB):  # to the last button
                app.press(key)
                app.settle(0.4)
            app.press("\r")
            app.painted(_is_syncing, since=time.perf_counter(), what="how many have come")
            app.press("/")
            app.rest(time.perf_counter() + 0.4)
            busy = type_letters(app)
            if not _is_syncing(app.lines):
                raise CannotMeasure("The sync ended before the letters did.")
    what = "a letter while all of a board is taken in"
    return at_percentile(what, (busy, idle), 0.95, _ANSWERED, "at rest")


def _is_syncing(lines: Lines) -> bool:
    return any(" listings, " in line for line in lines)


def rows(pairs: int) -> Iterator[Row]:
    """Yield the rows of this part."""
    with tempfile.TemporaryDirectory() as folder, board() as url:
        yield _letters(url)
        home, peer = Path(folder), partial(timed, partial(bare, url))
        (home / "config.toml").write_text("[network]\ninterval = 0\n")
        for what, work in (
            (f"first sync of {_COUNT:,} adverts", partial(first_sync, url, home)),
            (f"sync --full of {_COUNT:,} known ones", partial(sync, url, home, "--full")),
        ):
            yield at_most(what, in_turn(partial(timed, work), peer, pairs), _MOST, _PEER)
