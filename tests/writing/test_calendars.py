"""The calendar, read back by the library that calendars are read with."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from nhsjobtui.library import Library
from nhsjobtui.writing.calendars import calendar
from tests.library.adverts import NOW, NURSE, put


def events(library: Library, *ids: int) -> list[Any]:
    data = calendar([library.application(one) for one in ids], NOW)
    read = Calendar.from_ical(data)
    assert not read.errors
    assert all(not event.errors for event in read.walk())
    return list(read.walk("VEVENT"))


@pytest.mark.parametrize(
    ("day", "at", "moment"),
    [
        (date(2026, 12, 4), None, datetime(2026, 12, 4, 23, 59, tzinfo=UTC)),
        (date(2027, 7, 4), None, datetime(2027, 7, 4, 22, 59, tzinfo=UTC)),
        (date(2027, 7, 4), "12:00", datetime(2027, 7, 4, 11, 0, tzinfo=UTC)),
        (date(2027, 3, 28), "12:00", datetime(2027, 3, 28, 11, 0, tzinfo=UTC)),
    ],
    ids=["winter", "summer", "summer, a time given", "the day the clocks change"],
)
def test_it_closes_at_londons_time_in_summer_and_winter(
    library: Library, day: date, at: str | None, moment: datetime
) -> None:
    advert_id = put(library, NURSE._replace(closing=day, closing_time=at)).advert_id
    (event,) = events(library, advert_id)
    assert event["dtstart"].dt == moment
    assert event["dtstart"].params["TZID"] == "Europe/London"
    assert str(event["summary"]) == "Closes: Staff Nurse, Teasel Ward"
    assert str(NURSE.url) in event["description"]


def test_the_file_carries_the_time_zone_with_both_of_its_times(library: Library) -> None:
    ids = [
        put(library, NURSE._replace(closing=date(2026, 12, 4))).advert_id,
        put(
            library,
            NURSE._replace(
                slug="C9999-26-0102", reference_number="X", url=None, closing=date(2027, 7, 4)
            ),
        ).advert_id,
    ]
    read = Calendar.from_ical(calendar([library.application(one) for one in ids], NOW))
    (zone,) = read.walk("VTIMEZONE")
    assert str(zone["tzid"]) == "Europe/London"
    parts: list[Any] = [part for part in zone.walk() if part.name != "VTIMEZONE"]
    offsets = {part["tzoffsetto"].td for part in parts}
    assert offsets == {timedelta(0), timedelta(hours=1)}
    assert (str(read["version"]), len({str(e["uid"]) for e in read.walk("VEVENT")})) == ("2.0", 2)


def test_interviews_have_their_time_or_their_day(library: Library, nurse: int) -> None:
    library.set_stage(nurse, "offer", day=date(2026, 12, 10))
    by_name = {str(event["summary"]).partition(":")[0]: event for event in events(library, nurse)}
    assert sorted(by_name) == ["Closes", "Interview", "Offer"]
    assert by_name["Interview"]["dtstart"].dt == datetime(2026, 12, 3, 10, tzinfo=UTC)
    assert "Room 4" in by_name["Interview"]["description"]
    assert by_name["Offer"]["dtstart"].dt == date(2026, 12, 10)


def test_open_until_filled_is_no_day(library: Library) -> None:
    advert_id = put(library, NURSE._replace(closing=date(9999, 12, 31))).advert_id
    assert events(library, advert_id) == []


def test_the_file_is_small(library: Library, nurse: int) -> None:
    assert len(calendar([library.application(nurse)], NOW)) < 2_500


def test_foreign_text_cannot_add_a_line_of_its_own(library: Library) -> None:
    evil = NURSE._replace(title="Nurse\r\nATTENDEE:mailto:x@example.com; a, b")
    data = calendar([library.application(put(library, evil).advert_id)], NOW)
    assert b"\nATTENDEE" not in data


def test_the_same_application_keeps_its_events(library: Library, nurse: int) -> None:
    first, second = events(library, nurse), events(library, nurse)
    assert [e["uid"] for e in first] == [e["uid"] for e in second]
