"""How one advert looks in the list, at any width."""

from datetime import datetime
from typing import NamedTuple

from nhsjobtui.clean import clean_line
from nhsjobtui.library import Head
from nhsjobtui.model.words import leading_class, short_salary
from nhsjobtui.tui.wrap import cells, fit

STAR, NO_STAR, NOTE = "★", " ", "✎"
_TABLE_WIDTH, _TWO_LINES_WIDTH = 104, 54
_URGENT_DAYS = 3
_LEAST_ROOM = 8
"""Cells below which a cut text would say nothing."""

Part = tuple[str, str]
"""Some text and the name of its style, without "list--"."""


class RowWords(NamedTuple):
    """The words of one row, before they are laid out."""

    star: str
    title: str
    employer: str
    days: str
    salary: str
    coverage: str
    stage: str
    note: str
    faded: bool
    urgent: bool


def row_height(width: int) -> int:
    """Return how many lines an advert takes in a list of this width."""
    if width >= _TABLE_WIDTH:
        return 1
    return 2 if width >= _TWO_LINES_WIDTH else 3


def row_words(head: Head, now: datetime) -> RowWords:
    """Return what a row says."""
    days = head.time_left(now)
    leading = leading_class(head.coverage)
    number = days.split(" ")[0]
    return RowWords(
        star=STAR if head.shortlisted else NO_STAR,
        title=clean_line(head.title) or "(no title)",
        employer=clean_line(head.employer) or "(employer not named)",
        days=days or "no closing date",
        salary=short_salary(head.salary) or "no salary given",
        coverage="✓ {1}/{2}".format(*leading) if leading else "",
        stage=(head.stage or "").replace("_", " "),
        note=NOTE if head.has_note else "",
        faded=head.state(now) in {"closed", "gone"},
        urgent=days.startswith(("today", "tomorrow"))
        or (number.isdigit() and int(number) <= _URGENT_DAYS),
    )


def row_lines(words: RowWords, width: int, height: int) -> list[list[Part]]:
    """Return the `height` lines of one row, each exactly `width` cells."""
    title, days = "title", "urgent" if words.urgent else "days"
    if words.faded:
        title = days = "faded"
    if height == 1:
        return [_table_line(words, width, title, days)]
    lead = [(f"{words.star} ", "star")]
    room = width - 2
    if height == 2:
        tail = _tail(words.stage, words.coverage, words.note)
        salary = fit(words.salary, min(cells(words.salary), room // 3))
        return [
            [*lead, *_both(words.title, title, words.days, days, room)],
            [("  ", "dim"), *_both(words.employer, "dim", f"{salary}  {tail}", "dim", room)],
        ]
    last = words.days
    return [
        [*lead, (fit(words.title, room), title)],
        [
            ("  ", "dim"),
            *_both(words.employer, "dim", _tail(words.stage, words.note), "stage", room),
        ],
        [
            ("  ", "dim"),
            (last, days),
            *_both(f" · {words.salary}", "dim", words.coverage, "dim", room - cells(last)),
        ],
    ]


def _tail(*parts: str) -> str:
    return "  ".join(part for part in parts if part)


def _both(left: str, left_style: str, right: str, right_style: str, width: int) -> list[Part]:
    """Return text at both ends of a line; the left one gives way."""
    right = fit(right, min(cells(right), max(8, width - 10))) if right else ""
    gap = 2 if right else 0
    room = max(0, width - cells(right) - gap)
    left = left if room > _LEAST_ROOM else ""
    return [(fit(left, room), left_style), (" " * gap, "dim"), (right, right_style)]


def _table_line(words: RowWords, width: int, title: str, days: str) -> list[Part]:
    columns = (
        (words.days, 16, days),
        (words.salary, 20, "dim"),
        (words.stage, 16, "stage"),
        (words.coverage, 8, "dim"),
        (words.note, 2, "dim"),
    )
    room = width - 2 - sum(size for _, size, _ in columns) - 4
    employer = room * 2 // 5
    return [
        (f"{words.star} ", "star"),
        (fit(words.title, room - employer), title),
        ("  ", "dim"),
        (fit(words.employer, employer), "dim"),
        ("  ", "dim"),
        *((fit(text, size - 1) + " ", style) for text, size, style in columns),
    ]
