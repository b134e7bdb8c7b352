"""Print the table and renew benchmarks/RESULTS.md: `python -m benchmarks [--quick] [PART …]`."""

import argparse
import compileall
import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import nhsjobtui
from benchmarks import CannotMeasure, machine, table
from benchmarks.measure import Row

PARTS = (
    "launch", "memory", "move", "filter", "reading", "commands", "tick", "adding", "index",
    "sync",
)  # fmt: skip
_PAIRS, _QUICK = 15, 5


def main() -> int:
    """Measure the parts named, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", metavar="PART", nargs="*", help=", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help=f"{_QUICK} pairs, not {_PAIRS}")
    given = parser.parse_args()
    if unknown := [part for part in given.parts if part not in PARTS]:
        parser.error(f"no such part: {', '.join(unknown)}. The parts: {', '.join(PARTS)}.")
    print(machine.machine(), machine.versions(), sep="\n", flush=True)
    # As pip leaves an installed package: whoever works on the program may have Python write none.
    compileall.compile_dir(Path(nhsjobtui.__file__).parent, quiet=2)
    measured: dict[str, table.Part] = {}
    failed = False
    for part in dict.fromkeys(given.parts or PARTS):
        rows: list[Row] = []
        before = machine.load()
        try:
            for row in _rows_of(part)(_QUICK if given.quick else _PAIRS):
                rows.append(row)
        except CannotMeasure as error:
            print(f"{part}: {error}", file=sys.stderr)
            rows.append(Row(f"the rest: {str(error).splitlines()[0]}", "", "", "", "", None))
            failed = True
        measured[part] = table.Part(rows, (before, machine.load()))
        table.write(measured, PARTS)
        print(f"\n{part}\n{table.printed(rows)}", flush=True)
    return 1 if failed else 0


def _rows_of(part: str) -> Callable[[int], Iterator[Row]]:
    name = {"filter": "filtering"}.get(part, part)
    found: Callable[[int], Iterator[Row]] = importlib.import_module(f"benchmarks.{name}").rows
    return found


if __name__ == "__main__":
    sys.exit(main())
