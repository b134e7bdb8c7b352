"""Adverts as aligned lines of text."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from nhsjobtui.model.application import Coverage
from nhsjobtui.model.cut import cut
from nhsjobtui.model.words import leading_class, salary_words, short_salary

if TYPE_CHECKING:
    from nhsjobtui.library import Head

# A cell that is longer pushes the rest of its own line along; nothing is cut off.
_WIDEST = 48
# On a terminal, what gives way and down to how many characters, in turn; 0 leaves it out.
_BAND, _SALARY, _TITLE, _EMPLOYER = 3, 4, 5, 6
_GIVING = (
    (_EMPLOYER, 16),
    (_TITLE, 32),
    (_EMPLOYER, 8),
    (_SALARY, 14),
    (_BAND, 7),
    (_TITLE, 20),
    (_SALARY, 0),
)
_GAP = "  "


def rows(heads: Sequence["Head"], now: datetime, width: int | None = None) -> list[str]:
    """Return one line an advert, none wider than `width`; an empty column is left out."""
    salary = short_salary if width else salary_words
    lines = [_cells(head, now, salary(head.salary)) for head in heads]
    widths = [min(_WIDEST, max(map(len, column))) for column in zip(*lines, strict=True)]
    if width is None:
        return [_line(line, widths) for line in lines]
    _narrow(widths, width)
    return [cut(_line(map(cut, line, widths), widths), width) for line in lines]


def _line(cells: Iterable[str], widths: Sequence[int]) -> str:
    padded = (f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True) if width)
    return _GAP.join(padded).rstrip()


def _narrow(widths: list[int], width: int) -> None:
    """Take what is too wide from the columns that give way; the title gets what is to spare."""
    whole_title = widths[_TITLE]
    for column, least in _GIVING:
        over = _total(widths) - width
        if over > 0 and widths[column] > least:
            widths[column] = max(least, widths[column] - over) if least else 0
    spare = max(0, width - _total(widths))
    widths[_TITLE] = min(whole_title, widths[_TITLE] + spare)


def _total(widths: Sequence[int]) -> int:
    return sum(width + len(_GAP) for width in widths if width) - len(_GAP)


def coverage_words(coverage: Coverage) -> str:
    """Return how much of what is essential is met."""
    leading = leading_class(coverage)
    return "{} {}/{}".format(*leading) if leading else ""


def _cells(head: "Head", now: datetime, salary: str) -> tuple[str, ...]:
    return (
        "*" if head.shortlisted else "",
        head.ref,
        head.time_left(now),
        head.band or "",
        salary,
        head.title or "(no title)",
        head.employer,
        coverage_words(head.coverage),
        (head.stage or "").replace("_", " "),
        "note" if head.has_note else "",
    )
