from datetime import UTC, date, datetime, timedelta

import pytest

from nhsjobtui.model.advert import Advert
from nhsjobtui.model.deadline import closes_at, days_left, is_closed, today

WINTER = date(2026, 11, 20)
SUMMER = date(2026, 7, 1)
MINUTE = timedelta(minutes=1)


def test_without_a_time_an_advert_closes_after_2359_in_london() -> None:
    assert closes_at(WINTER) == datetime(2026, 11, 21, 0, 0, tzinfo=UTC)
    assert closes_at(SUMMER) == datetime(2026, 7, 1, 23, 0, tzinfo=UTC)


def test_a_time_belongs_to_london_and_its_minute_to_the_applicant() -> None:
    assert closes_at(SUMMER, "12:00") == datetime(2026, 7, 1, 11, 1, tzinfo=UTC)
    assert closes_at(WINTER, "23:59") == closes_at(WINTER)


def test_no_date_is_no_deadline() -> None:
    assert closes_at(None, "12:00") is None
    assert not is_closed(Advert(), datetime(2026, 11, 10, tzinfo=UTC))


@pytest.mark.parametrize("day", [date.min, date.max])
def test_dates_that_no_advert_means_do_no_harm(day: date) -> None:
    end = closes_at(day)
    assert end is not None
    end.timestamp()
    assert days_left(day, None, datetime(2026, 11, 10, tzinfo=UTC))


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
@pytest.mark.parametrize("time", ["00:30", "01:30", "02:30", None])
def test_the_clocks_may_change_on_the_closing_day(day: date, time: str | None) -> None:
    end = closes_at(day, time)
    assert end is not None
    assert day <= today(end - MINUTE) <= day
    assert not is_closed(Advert(closing=day, closing_time=time), end - MINUTE)
    assert is_closed(Advert(closing=day, closing_time=time), end)


def test_an_advert_is_closed_when_the_page_said_so_or_the_time_has_passed() -> None:
    before = datetime(2026, 11, 20, 23, 59, 59, tzinfo=UTC)
    assert not is_closed(Advert(closing=WINTER), before)
    assert is_closed(Advert(closing=WINTER), before + timedelta(seconds=1))
    assert is_closed(Advert(closing=WINTER, closed=True), before)
    assert is_closed(Advert(closed=True), before)


def test_today_is_londons() -> None:
    assert today(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)) == SUMMER


@pytest.mark.parametrize(
    ("day", "time", "words"),
    [
        (None, None, ""),
        (date(2026, 11, 10), None, "today"),
        (date(2026, 11, 10), "12:00", "today 12:00"),
        (date(2026, 11, 10), "08:00", "closed today"),
        (date(2026, 11, 11), None, "tomorrow"),
        (date(2026, 11, 20), None, "10 days"),
        (date(2027, 2, 17), None, "99 days"),
        (date(2027, 2, 18), None, "18 Feb 2027"),
        (date(2026, 11, 9), None, "closed 9 Nov"),
        (date(2025, 11, 9), None, "closed 9 Nov 2025"),
    ],
)
def test_the_time_left_fits_a_narrow_column(day: date | None, time: str | None, words: str) -> None:
    assert days_left(day, time, datetime(2026, 11, 10, 9, 0, tzinfo=UTC)) == words
