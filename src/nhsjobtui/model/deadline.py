"""When an advert closes, counted in London whatever the machine's own time zone."""

from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING

from nhsjobtui.model.advert import Advert

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_END_OF_DAY = time(23, 59)


@cache
def london() -> "ZoneInfo":
    """Return the time zone of every deadline; only what speaks of days needs to load it."""
    from zoneinfo import ZoneInfo

    return ZoneInfo("Europe/London")


def today(now: datetime) -> date:
    """Return London's date at an aware moment."""
    return now.astimezone(london()).date()


def closes_at(closing: date | None, closing_time: str | None = None) -> datetime | None:
    """Return the moment an advert closes: 23:59 in London unless it gives a time."""
    if closing is None:
        return None
    at = time.fromisoformat(closing_time) if closing_time else _END_OF_DAY
    # The minute named belongs to the applicant: 23:59 is over at 00:00.
    try:
        return datetime.combine(closing, at, london()) + timedelta(minutes=1)
    except OverflowError:  # 31 December 9999: some boards mean "open until filled"
        return datetime.max.replace(tzinfo=london())


def is_closed(advert: Advert, now: datetime) -> bool:
    """Say whether the page said so, or the time has passed."""
    end = closes_at(advert.closing, advert.closing_time)
    return advert.closed or (end is not None and now >= end)


def days_left(closing: date | None, closing_time: str | None, now: datetime) -> str:
    """Return the time left in words that fit a narrow column, "" where no date is known."""
    end = closes_at(closing, closing_time)
    if closing is None or end is None:
        return ""
    days = (closing - today(now)).days
    if now >= end:
        return "closed today" if days == 0 else f"closed {_date(closing, now)}"
    if days == 0:
        return f"today {closing_time}" if closing_time else "today"
    if days == 1:
        return "tomorrow"
    return f"{days} days" if days < 100 else _date(closing, now)


def _date(day: date, now: datetime) -> str:
    """Return "3 Nov", with the year where it is not this one."""
    short = f"{day.day} {day:%b}"
    return short if day.year == today(now).year else f"{short} {day.year}"
