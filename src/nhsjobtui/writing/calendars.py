"""A calendar of closing dates, interviews and other days that were noted."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from nhsjobtui import __version__
from nhsjobtui.model.application import StageDetail
from nhsjobtui.model.deadline import london
from nhsjobtui.model.whole import Application
from nhsjobtui.writing.outline import subtitle_of, title_of

if TYPE_CHECKING:
    from icalendar import Event

_END_OF_DAY = time(23, 59)
_NEVER = 2100  # from this year on a date means "open until filled"


def calendar(applications: Iterable[Application], now: datetime) -> bytes:
    """Return an iCalendar file; times are Europe/London's, in summer and in winter."""
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", f"-//nhsjobtui//nhsjobtui {__version__}//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    days = []
    for whole in applications:
        for day, event in _events(whole, now):
            days.append(day)
            made.add_component(event)
    if days:  # the clock changes of these years are enough, and keep the file small
        first, last = date(min(days).year - 1, 1, 1), date(max(days).year + 2, 1, 1)
        made.add_missing_timezones(first_date=first, last_date=last)
    return bytes(made.to_ical())


def _events(whole: Application, now: datetime) -> Iterator[tuple[date, "Event"]]:
    advert = whole.advert
    if advert.closing is not None and advert.closing.year < _NEVER:
        at = time.fromisoformat(advert.closing_time) if advert.closing_time else _END_OF_DAY
        summary = f"Closes: {title_of(whole)}"
        yield advert.closing, _event(whole, "closing", summary, _on(advert.closing, at), now=now)
    for detail in whole.stages:
        if detail.day is not None and detail.day.year < _NEVER:
            yield detail.day, _stage_event(whole, detail, detail.day, now)


def _stage_event(whole: Application, detail: StageDetail, day: date, now: datetime) -> "Event":
    name = detail.stage.replace("_", " ").capitalize()
    when = _on(day, time.fromisoformat(detail.time)) if detail.time else day
    summary = f"{name}: {title_of(whole)}"
    return _event(whole, detail.stage, summary, when, now=now, note=detail.note)


def _on(day: date, at: time) -> datetime:
    return datetime.combine(day, at, london())


def _event(
    whole: Application, kind: str, summary: str, when: date, *, now: datetime, note: str = ""
) -> "Event":
    from icalendar import Event

    event = Event()
    name = whole.ref or "-".join(name.key for name in whole.names[:1]) or title_of(whole)
    event.add("uid", f"{kind}-{name}@nhsjobtui")
    event.add("dtstamp", now)
    event.add("summary", summary)
    event.add("dtstart", when)
    event.add("transp", "TRANSPARENT" if kind == "closing" else "OPAQUE")
    event.add("description", "\n".join(filter(None, (note, subtitle_of(whole), whole.advert.url))))
    return event
