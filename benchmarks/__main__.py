"""Print the table: `python -m benchmarks [reading] [list] [launch]`."""

import platform
import sqlite3
import sys
from importlib.metadata import version

from benchmarks import launch, listing, reading

PARTS = {"reading": reading.rows, "list": listing.rows, "launch": launch.rows}


def main() -> None:
    """Measure the parts named, or all of them."""
    wanted = sys.argv[1:] or list(PARTS)
    if unknown := set(wanted) - set(PARTS):
        sys.exit(f"No such part: {', '.join(sorted(unknown))}. The parts: {', '.join(PARTS)}.")
    print(
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        f"Textual {version('textual')}, selectolax {version('selectolax')}"
    )
    print(f"{'what':<44}{'ours':>11}{'peer':>11}{'ratio':>8}  peer")
    for part in wanted:
        for row in PARTS[part]():
            print(row)


if __name__ == "__main__":
    main()
