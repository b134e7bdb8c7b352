"""Adverts as aligned lines of text."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from nhsjobtui.model.application import Coverage
from nhsjobtui.model.words import leading_class, salary_words

if TYPE_CHECKING:
    from nhsjobtui.library import Head

# A cell that is longer pushes the rest of its own line along; nothing is cut off.
_WIDEST = 48


def rows(heads: Sequence["Head"], now: datetime) -> list[str]:
    """Return one line an advert; a column that is empty throughout is left out."""
    cells = [_cells(head, now) for head in heads]
    columns = [column for column in zip(*cells, strict=True) if any(column)]
    widths = [min(_WIDEST, max(map(len, column))) for column in columns]
    return [
        "  ".join(f"{cell:<{width}}" for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in zip(*columns, strict=True)
    ]


def coverage_words(coverage: Coverage) -> str:
    """Return how much of what is essential is met."""
    leading = leading_class(coverage)
    return "{} {}/{}".format(*leading) if leading else ""


def _cells(head: "Head", now: datetime) -> tuple[str, ...]:
    return (
        "*" if head.shortlisted else "",
        head.ref,
        head.time_left(now),
        head.band or "",
        salary_words(head.salary),
        head.title or "(no title)",
        head.employer,
        coverage_words(head.coverage),
        (head.stage or "").replace("_", " "),
        "note" if head.has_note else "",
    )
