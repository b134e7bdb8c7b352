"""Commands, against Python loading the modules any such program needs."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Timer

from benchmarks import CannotMeasure, libraries
from benchmarks.measure import Row, at_most, in_turn
from nhsjobtui.paths import HOME_VARIABLE

_COUNT = 200_000
_MOST = 2.5
_BARE = ("-c", "import argparse, sqlite3, json")
_LONGEST = 60


def rows(pairs: int) -> Iterator[Row]:
    """Yield the rows of this part."""
    home = libraries.home(_COUNT)
    with libraries.open_library(home) as library:
        ref = library.heads(ids := library.ids(limit=1))[ids[0]].ref
    for name, verb in (
        ("list --json --limit 50", ("list", "--json", "--limit", "50")),
        ("show REF", ("show", ref)),
    ):
        measured = in_turn(
            partial(_run, "-m", "nhsjobtui", *verb, home=home),
            partial(_run, *_BARE, home=home),
            pairs,
        )
        what = f"{name}, {_COUNT:,} adverts"
        yield at_most(what, measured, _MOST, "importing argparse, sqlite3, json")


def _run(*arguments: str, home: Path) -> float:
    """Run Python and return how many seconds it took.

    `subprocess` itself waits with a time-out by looking in after 32, 64 and 114 ms, and would
    measure that; a watchdog lets the wait be a real one.
    """
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.DEVNULL,
        env={**os.environ, HOME_VARIABLE: str(home)},
    )
    watchdog = Timer(_LONGEST, process.kill)
    watchdog.start()
    try:
        code = process.wait()
        seconds = time.perf_counter() - start
    finally:
        watchdog.cancel()
        process.kill()
    if code != 0:
        raise CannotMeasure(f"“{' '.join(arguments)}” failed or took over {_LONGEST} s.")
    return seconds
