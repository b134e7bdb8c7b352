"""How long a server asks to be left alone."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from nhsjobtui.model.deadline import london

_LONGEST = timedelta(days=3650)


def retry_after(header: str, now: datetime) -> timedelta | None:
    """Return what `Retry-After` says, seconds or a date, from an aware moment; None if nothing."""
    text = header.strip()
    if text.isdecimal() and text.isascii():
        return min(timedelta(seconds=int(text[:9])), _LONGEST)
    try:
        when = parsedate_to_datetime(text)
    except ValueError:
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return min(max(when - now, timedelta()), _LONGEST)


def until(wait: timedelta, now: datetime) -> str:
    """Say in London's time when a wait ends; the day only where it is another one."""
    here = now.astimezone(london())
    end = (now + wait).astimezone(london())
    time = f"{end:%H:%M}"
    return time if end.date() == here.date() else f"{time} on {end.day} {end:%B %Y}"
