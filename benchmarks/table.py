"""The table, on the terminal and in RESULTS.md."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import machine
from benchmarks.measure import Row

_FILE = Path(__file__).with_name("RESULTS.md")
_HEADS = ("what", "ours", "peer", "ratio", "target", "")
_INTRODUCTION = """\
# Results

Made by `python -m benchmarks`. Each part carries the day, the machine and the versions it was
measured with; measuring some parts again leaves the others as they were. A ratio is ours ÷ the
peer's, the median of pairs measured in turn. The load is the machine's in the minute before and the
last minute of each part: above the number of cores, others were at work and the times are not to be
trusted.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one part, and the machine's load before and after."""

    rows: list[Row]
    load: tuple[float, float]


def printed(rows: Iterable[Row]) -> str:
    """Return rows as a table for the terminal."""
    cells = [_HEADS, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEADS))]
    return "\n".join(
        "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    )


def write(measured: Mapping[str, Part], order: Iterable[str]) -> None:
    """Renew the parts measured in RESULTS.md; the others stay as they are, with their date."""
    before = _FILE.read_text("utf-8") if _FILE.exists() else ""
    parts = dict(re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", before, re.MULTILINE | re.DOTALL))
    parts |= {name: _section(part) for name, part in measured.items()}
    known = [f"## {name}\n{parts[name].rstrip()}\n" for name in order if name in parts]
    _FILE.write_text("\n".join([_INTRODUCTION, *known]), "utf-8")


def _section(part: Part) -> str:
    before, after = part.load
    lines = [
        f"{machine.today()} · {machine.machine()} · load {before:.1f} before, {after:.1f} after",
        machine.versions(),
        "",
        f"| {' | '.join(_HEADS)} |",
        f"|{' --- |' * len(_HEADS)}",
        *(f"| {' | '.join(_cells(row))} |" for row in part.rows),
    ]
    return "\n" + "\n".join(lines) + "\n"


def _cells(row: Row) -> tuple[str, ...]:
    return row.what, row.ours, row.peer, row.ratio, row.target, row.verdict
