import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from nhsjobtui.library import Library
from nhsjobtui.library.rows import title_key, yearly
from nhsjobtui.model.advert import Advert, Group, Salary, Section
from nhsjobtui.model.application import Coverage
from nhsjobtui.model.query import Query
from tests.library.adverts import NURSE, SLUG, Clock, advert, put

_TEXT = (Section("Job summary", "You plan."),)


def titles(library: Library, query: Query = Query(), limit: int | None = None) -> list[str]:  # noqa: B008
    ids = library.ids(query, limit=limit)
    heads = library.heads(ids)
    return [heads[advert_id].title for advert_id in ids]


def closing_dates(library: Library) -> None:
    """Fill the library; today is 10 November 2026."""
    days = {
        "long closed": date(2026, 10, 1),
        "in a month": date(2026, 12, 10),
        "no date": None,
        "yesterday": date(2026, 11, 9),
        "today": date(2026, 11, 10),
        "tomorrow": date(2026, 11, 11),
        "no date either": None,
    }
    for number, (title, day) in enumerate(days.items()):
        put(library, advert(number, title=title, closing=day))
    put(library, advert(20, title="said closed", closing=date(2026, 12, 24), closed=True))
    put(library, advert(21, title="said closed, no date", closed=True))
    put(
        library,
        advert(22, title="today at eight", closing=date(2026, 11, 10), closing_time="08:00"),
    )


IN_ORDER = [
    "today",
    "tomorrow",
    "in a month",
    "no date",
    "no date either",
    "said closed",
    "today at eight",
    "yesterday",
    "long closed",
    "said closed, no date",
]


def test_the_soonest_to_close_comes_first_and_the_closed_ones_last(library: Library) -> None:
    closing_dates(library)
    assert titles(library) == IN_ORDER


def test_the_first_rows_are_the_same_however_few_are_asked_for(library: Library) -> None:
    closing_dates(library)
    for limit in range(len(IN_ORDER) + 2):
        assert titles(library, limit=limit) == IN_ORDER[:limit]


def test_a_chosen_few_stand_in_the_same_order(library: Library) -> None:
    closing_dates(library)
    for advert_id in library.ids():
        library.set_shortlisted(advert_id, True)
    assert titles(library, Query(shortlisted=True)) == IN_ORDER
    assert titles(library, Query(shortlisted=True), limit=3) == IN_ORDER[:3]


def test_only_what_is_still_open(library: Library) -> None:
    closing_dates(library)
    still = IN_ORDER[: IN_ORDER.index("said closed")]
    assert titles(library, Query(still_open=True)) == still
    assert titles(library, Query(still_open=True), limit=4) == still[:4]
    assert titles(library, Query("tomorrow", still_open=True)) == ["tomorrow"]
    assert sorted(titles(library, Query(sort="title", still_open=True))) == sorted(still)
    library.set_gone(next(iter(library.ids())), True)
    assert titles(library, Query(still_open=True)) == still[1:]


def test_what_is_gone_stands_with_the_closed_ones(library: Library) -> None:
    closing_dates(library)
    library.set_gone(library.ids()[0], True)
    assert titles(library)[:2] == ["tomorrow", "in a month"]
    put(library, advert(4, title="today", closing=date(2026, 12, 31)))
    assert titles(library)[4] == "today"


def test_time_moves_an_advert_to_the_closed_ones(library: Library, clock: Clock) -> None:
    closing_dates(library)
    clock.now = datetime(2026, 11, 10, 23, 59, 59, tzinfo=UTC)
    assert titles(library)[0] == "today"
    clock.now = datetime(2026, 11, 11, 0, 0, 0, tzinfo=UTC)
    assert titles(library)[0] == "tomorrow"


def test_newest_posted_first_and_unknown_last(library: Library) -> None:
    for number, day in enumerate([date(2026, 11, 1), None, date(2026, 11, 9)]):
        put(library, advert(number, posted=day))
    assert titles(library, Query(sort="posted")) == ["Post 2", "Post 0", "Post 1"]


def test_titles_from_a_to_z_whatever_their_signs_case_and_accents(library: Library) -> None:
    wanted = ["**Admin** lead", "ÉTUDES nurse", "[Hub] leader", "midwife", "Œsophageal nurse", None]
    for number, title in enumerate(reversed(wanted)):
        put(library, advert(number, title=title))
    assert titles(library, Query(sort="title")) == [
        "**Admin** lead",
        "ÉTUDES nurse",
        "[Hub] leader",
        "midwife",
        "Œsophageal nurse",
        "",
    ]
    assert title_key("**Tŷ**") < title_key("…")


def test_highest_salary_first_compared_by_the_year_and_unknown_last(library: Library) -> None:
    salaries = {
        "negotiable": Salary("Negotiable"),
        "year": Salary("£31,049 to £37,796 a year", 31049, 37796, "year"),
        "hour": Salary("£20 an hour", 20, 20, "hour"),
        "month": Salary("£3,500 a month", 3500, None, "month"),
        "session": Salary("£11,000 a session", 11000, 11000, "session"),
    }
    for number, (title, salary) in enumerate(salaries.items()):
        put(library, advert(number, title=title, salary=salary))
    assert titles(library, Query(sort="salary")) == [
        "month",
        "hour",
        "year",
        "session",
        "negotiable",
    ]


@pytest.mark.parametrize(
    ("salary", "pounds"),
    [
        (Salary("", 30000, 40000, "year"), 40000),
        (Salary("", 30000, None, "year"), 30000),
        (Salary("", None, 2000, "month"), 24000),
        (Salary("", 1000, 1000, "week"), 52140),
        (Salary("", 100, 100, "day"), 26070),
        (Salary("", 10, 10, "hour"), 19552.5),
        (Salary("", 11000, 11000, "session"), None),
        (Salary("£31,000", 31000, 31000, None), None),
        (Salary("Negotiable"), None),
    ],
)
def test_a_salary_is_compared_by_its_top_in_pounds_a_year(
    salary: Salary, pounds: float | None
) -> None:
    assert yearly(salary) == pounds


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("6", ["six"]),
        ("band 6", ["six"]),
        ("Band 6", ["six"]),
        ("8a", ["eight a"]),
        ("BAND 8A", ["eight a"]),
        ("8", ["eight a", "eight d"]),
        ("consultant", ["consultant"]),
        ("2", []),
    ],
)
def test_a_band_is_asked_for_however_it_is_written(
    library: Library, asked: str, found: list[str]
) -> None:
    bands = {"six": "Band 6", "eight a": "8A", "eight d": "Band 8d", "consultant": "Consultant"}
    for number, (title, band) in enumerate({**bands, "none": None}.items()):
        put(library, advert(number, title=title, band=band))
    assert titles(library, Query(band=asked)) == found


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (-5, []),
        (0, ["today"]),
        (1, ["today", "tomorrow"]),
        (30, ["today", "tomorrow", "in a month"]),
        (10**12, ["today", "tomorrow", "in a month"]),
    ],
)
def test_closing_within_counts_londons_days_and_leaves_out_the_closed(
    library: Library, days: int, found: list[str]
) -> None:
    closing_dates(library)
    assert titles(library, Query(closing_within=days)) == found


def test_days_are_londons_even_just_after_its_midnight(library: Library, clock: Clock) -> None:
    put(library, advert(1, title="first of July", closing=date(2026, 7, 1)))
    clock.now = datetime(2026, 6, 30, 22, 59, tzinfo=UTC)  # 23:59 in London
    assert titles(library, Query(closing_within=0)) == []
    clock.now = datetime(2026, 6, 30, 23, 0, tzinfo=UTC)  # 00:00 on the first of July
    assert titles(library, Query(closing_within=0)) == ["first of July"]


def test_stage_and_shortlist_are_asked_for_together(library: Library) -> None:
    for number in range(4):
        put(library, advert(number))
    library.set_stage(1, "drafting")
    library.set_stage(2, "drafting")
    library.set_shortlisted(2, True)
    library.set_shortlisted(3, True)
    assert list(library.ids(Query(stage="drafting"))) == [1, 2]
    assert list(library.ids(Query(shortlisted=True))) == [2, 3]
    assert list(library.ids(Query(stage="drafting", shortlisted=True))) == [2]


def test_a_head_says_what_the_list_draws(library: Library, nurse: int) -> None:
    library.set_note(nurse, "Ask about nights.")
    head = library.heads([nurse])[nurse]
    assert (head.id, head.ref, head.slug) == (nurse, SLUG, SLUG)
    assert (head.title, head.employer, head.place) == (
        NURSE.title,
        NURSE.employer,
        "Wyreham XQ1 2AB",
    )
    assert (head.salary, head.band, head.posted) == (NURSE.salary, NURSE.band, NURSE.posted)
    assert (head.closing, head.closing_time) == (NURSE.closing, None)
    assert (head.has_note, head.shortlisted, head.stage) == (True, False, None)
    assert head.coverage == Coverage(0, 3, 0, 1)


def test_heads_of_very_many_are_given_at_once(library: Library) -> None:
    with library.batch():
        for number in range(1100):
            put(library, advert(number % 1000, slug=f"C7777-26-{number}"))
    assert len(library.heads(library.ids())) == 1100


@pytest.mark.parametrize(
    ("found", "state"),
    [
        (NURSE, "open"),
        (NURSE._replace(sections=(), person_spec=()), "listing"),
        (NURSE._replace(sections=()), "open"),
        (NURSE._replace(sections=(), person_spec=(), closing=date(2026, 11, 9)), "closed"),
        (NURSE._replace(closing=date(2026, 11, 9)), "closed"),
        (NURSE._replace(closed=True), "closed"),
        (NURSE._replace(closing=None), "open"),
        (Advert(person_spec=(Group("", ("Degree",)),)), "open"),
    ],
)
def test_the_state_says_what_can_still_be_done(
    library: Library, clock: Clock, found: Advert, state: str
) -> None:
    advert_id = put(library, found).advert_id
    assert library.entry(advert_id).head.state(clock.now) == state


def plans(path: Path, library: Library, query: Query) -> list[str]:
    """Return how SQLite goes about the statements of a query."""
    asked: list[str] = []
    library._store._connection.set_trace_callback(asked.append)
    library.ids(query, limit=128)
    library._store._connection.set_trace_callback(None)
    with closing(sqlite3.connect(path)) as connection:
        return [
            row[3]
            for statement in asked
            for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")
            if "advert" in row[3] or "B-TREE" in row[3]
        ]


@pytest.mark.parametrize("sort", ["closing", "posted", "title", "salary"])
def test_the_list_is_read_from_an_index_alone_and_never_sorted(
    path: Path, library: Library, nurse: int, sort: str
) -> None:
    steps = plans(path, library, Query(sort=sort))  # type: ignore[arg-type]
    assert steps
    assert all("COVERING INDEX advert_by_" in step for step in steps), steps


def test_a_band_is_read_from_its_index(path: Path, library: Library, nurse: int) -> None:
    steps = plans(path, library, Query(band="6"))
    assert all("COVERING INDEX advert_by_band" in step for step in steps), steps


def test_the_shortlist_does_not_go_through_the_whole_library(
    path: Path, library: Library, nurse: int
) -> None:
    steps = plans(path, library, Query(shortlisted=True))
    assert "SEARCH advert USING INTEGER PRIMARY KEY (rowid=?)" in steps
    assert not any("SCAN advert" in step for step in steps), steps


def test_sections_make_a_full_advert_of_a_listing(library: Library) -> None:
    first = put(library, NURSE._replace(sections=(), person_spec=()))
    assert library.entry(first.advert_id).head.listing
    put(library, NURSE._replace(sections=_TEXT))
    assert not library.entry(first.advert_id).head.listing


def test_what_a_search_found_is_filtered_and_sorted_like_all(library: Library) -> None:
    closing_dates(library)
    ids = library.ids()
    some = frozenset((ids[8], ids[1], ids[3]))
    assert titles(library, Query(among=some)) == ["tomorrow", "no date", "long closed"]
    assert titles(library, Query(among=some, sort="title")) == [
        "long closed",
        "no date",
        "tomorrow",
    ]
    assert titles(library, Query(among=some, words="date")) == ["no date"]
    assert titles(library, Query(among=some, still_open=True)) == ["tomorrow", "no date"]
    assert library.first(Query(among=some), "all", 2).total == 3
    assert titles(library, Query(among=frozenset())) == []
