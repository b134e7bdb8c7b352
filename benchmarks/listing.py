"""`nhsjobtui list --json --limit 50`, against Python loading the modules any such program needs."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks import libraries
from benchmarks.measure import Row, compare


def _run(*command: str, home: str) -> None:
    subprocess.run(
        [sys.executable, *command],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "NHSJOBTUI_HOME": home},
    )


def rows() -> Iterator[Row]:
    """Yield the rows of this part."""
    with tempfile.TemporaryDirectory() as home:
        libraries.make(Path(home), 10_000)
        yield compare(
            "list --json --limit 50, 10,000 adverts",
            partial(_run, "-m", "nhsjobtui", "list", "--json", "--limit", "50", home=home),
            partial(_run, "-c", "import argparse, sqlite3, json", home=home),
            "python -c 'import argparse, sqlite3, json'",
        )
