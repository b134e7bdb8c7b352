"""Commands, against Python loading the modules any such program needs."""

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks import CannotMeasure, libraries
from benchmarks.measure import Row, at_most, in_turn, timed

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
    """Run Python and return how many seconds it took."""
    run = partial(
        subprocess.run,
        [sys.executable, *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "NHSJOBTUI_HOME": str(home)},
        timeout=_LONGEST,
    )
    try:
        return timed(run)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise CannotMeasure(f"{' '.join(arguments[:3])}: {error}") from error
