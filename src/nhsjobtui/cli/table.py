"""Adverts as aligned lines of text."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from nhsjobtui.model.advert import Salary
from nhsjobtui.model.application import Coverage
from nhsjobtui.model.deadline import days_left

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


def time_left(head: "Head", now: datetime) -> str:
    """Return when an advert closes, in words, or why it is over."""
    state = head.state(now)
    if state == "gone":
        return "gone"
    words = days_left(head.closing, head.closing_time, now)
    return words if state != "closed" or words.startswith("closed") else "closed"


def coverage_words(coverage: Coverage) -> str:
    """Return how much of what is essential is met."""
    if coverage.essential_of:
        return f"essential {coverage.essential_met}/{coverage.essential_of}"
    if coverage.desirable_of:
        return f"desirable {coverage.desirable_met}/{coverage.desirable_of}"
    return ""


def salary_words(salary: Salary) -> str:
    """Return the figures where they are certain, else the advert's own words."""
    ends = [f"£{_pounds(end)}" for end in (salary.min, salary.max) if end is not None]
    if not ends:
        return salary.text
    per = f" {'an' if salary.per == 'hour' else 'a'} {salary.per}" if salary.per else ""
    start = "up to " if salary.min is None else ""
    return start + " to ".join(dict.fromkeys(ends)) + per


def _pounds(amount: float) -> str:
    return f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.2f}"


def _cells(head: "Head", now: datetime) -> tuple[str, ...]:
    return (
        "*" if head.shortlisted else "",
        head.ref,
        time_left(head, now),
        head.band or "",
        salary_words(head.salary),
        head.title or "(no title)",
        head.employer,
        coverage_words(head.coverage),
        (head.stage or "").replace("_", " "),
        "note" if head.has_note else "",
    )
