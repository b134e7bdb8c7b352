"""The table, on the terminal and in RESULTS.md."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks import machine
from benchmarks.measure import Row

_FILE = Path(__file__).with_name("RESULTS.md")
_HEADS = ("what", "ours", "peer", "ratio", "target", "")
_INTRODUCTION = """\
# Results

Made by `python -m benchmarks`. Each part carries the day, the machine and the versions it was
measured with; measuring some parts again leaves the others as they were. A ratio is ours ÷ the
peer's, the median of pairs measured in turn.
"""


def printed(rows: Iterable[Row]) -> str:
    """Return rows as a table for the terminal."""
    cells = [_HEADS, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEADS))]
    return "\n".join(
        "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    )


def write(measured: Mapping[str, list[Row]], order: Iterable[str]) -> None:
    """Renew the parts measured in RESULTS.md; the others stay as they are, with their date."""
    before = _FILE.read_text("utf-8") if _FILE.exists() else ""
    parts = dict(re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", before, re.MULTILINE | re.DOTALL))
    parts |= {name: _section(rows) for name, rows in measured.items()}
    known = [f"## {name}\n{parts[name].rstrip()}\n" for name in order if name in parts]
    _FILE.write_text("\n".join([_INTRODUCTION, *known]), "utf-8")


def _section(rows: Iterable[Row]) -> str:
    lines = [
        f"{machine.today()} · {machine.machine()}",
        machine.versions(),
        "",
        f"| {' | '.join(_HEADS)} |",
        f"|{' --- |' * len(_HEADS)}",
        *(f"| {' | '.join(_cells(row))} |" for row in rows),
    ]
    return "\n" + "\n".join(lines) + "\n"


def _cells(row: Row) -> tuple[str, ...]:
    return row.what, row.ours, row.peer, row.ratio, row.target, row.verdict
