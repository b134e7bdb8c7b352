from datetime import date

import pytest

from nhsjobtui.model.dates import read_date, read_time


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("02 February 2026", date(2026, 2, 2)),
        ("The closing date is 8 August 2026", date(2026, 8, 8)),
        ("14 Sept 2026", date(2026, 9, 14)),
        ("11/03/2026 23:59", date(2026, 3, 11)),
        ("2026-07-05T23:59:00.000Z", date(2026, 7, 5)),
        ("2026-09-16T15:15:34.938827718", date(2026, 9, 16)),
        ("Sunday 5th July 2026", date(2026, 7, 5)),
        ("July 5, 2026", date(2026, 7, 5)),
        ("5.7.26", date(2026, 7, 5)),
        ("02 Chwefror 2026", date(2026, 2, 2)),
        ("31/02/2026", None),
        ("£27,500", None),
        ("Ongoing", None),
        ("", None),
    ],
)
def test_dates_are_read_as_adverts_print_them(text: str, day: date | None) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("11/03/2026 23:59", "23:59"),
        ("2026-07-05T23:59:00.000Z", "23:59"),
        ("at 11.59pm on 5 July 2026", "23:59"),
        ("5 July 2026 at 9am", "09:00"),
        ("Midnight on 5 July 2026", "23:59"),
        ("12 noon", "12:00"),
        ("02 February 2026", None),
        ("5.7.26", None),
        ("99:99", None),
    ],
)
def test_times_are_read_only_where_given(text: str, time: str | None) -> None:
    assert read_time(text) == time
