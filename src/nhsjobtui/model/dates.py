"""Dates as adverts print them."""

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan ionawr ion",
            "february feb chwefror chwef",
            "march mar mawrth",
            "april apr ebrill ebr",
            "may mai",
            "june jun mehefin meh",
            "july jul gorffennaf gorff",
            "august aug awst",
            "september sept sep medi",
            "october oct hydref hyd",
            "november nov tachwedd tach",
            "december dec rhagfyr rhag",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = "(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DAY_FIRST = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH},?[\s-]*(\d{{4}})", re.I)
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.I)
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_CLOCK = re.compile(
    r"(?<![\d:.])(\d{1,2})(?:[:.](\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*([ap])\.?m\b"
    r"|(?:T|(?<![\d:.,£]))(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?![\d:])",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\b(?:12\s+)?(midnight|noon|midday)\b", re.IGNORECASE)


def read_date(text: str) -> date | None:
    """Return the first date in `text`, day before month as in Britain; None without one."""
    for pattern, order in (
        (_ISO, (1, 2, 3)),
        (_DAY_FIRST, (3, 2, 1)),
        (_MONTH_FIRST, (3, 1, 2)),
        (_NUMBERS, (4, 3, 1)),
    ):
        if match := pattern.search(text):
            year, month, day = (match[place] for place in order)
            return _date(int(year), _MONTHS.get(month.lower()) or int(month), int(day))
    return None


def read_time(text: str) -> str | None:
    """Return the first time of day in `text` as "HH:MM", None where there is none.

    A zone is not applied: boards print the deadline's own clock and append "Z" regardless.
    """
    if match := _CLOCK.search(text):
        if match[3]:
            hour = int(match[1]) % 12 + (12 if match[3] in "pP" else 0)
            return _time(hour, int(match[2] or 0)) if int(match[1]) <= 12 else None
        return _time(int(match[4]), int(match[5]))
    if match := _WORDS.search(text):
        # Midnight "on" a closing day is the end of that day.
        return "23:59" if match[1].lower() == "midnight" else "12:00"
    return None


def day_words(day: date, time: str | None = None) -> str:
    """Return "3 June 2026 10:00", without the time where there is none."""
    return f"{day.day} {day:%B %Y}" + (f" {time}" if time else "")


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _time(hour: int, minute: int) -> str | None:
    if (hour, minute) == (24, 0):
        return "23:59"
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
