"""Search results kept by the hundred, and what a complete list no longer has."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhsjobtui.clean import clean
from nhsjobtui.library import Library
from nhsjobtui.library.index import every_word
from nhsjobtui.library.opening import open_store
from nhsjobtui.library.rows import COLUMNS, pack, row_of, unpack
from nhsjobtui.library.schema import MIGRATIONS
from nhsjobtui.model.advert import Advert, Location, Salary, Section
from nhsjobtui.model.listing import listing_text, read_listing_text
from nhsjobtui.model.merge import SEARCH_HEADING
from nhsjobtui.model.query import Query
from nhsjobtui.model.references import NHS_JOBS
from tests.library.adverts import NURSE, SLUG, Clock, put

LATER = date(2026, 12, 24)


def listing(number: int = 1, **fields: Any) -> Advert:  # noqa: ANN401 - any field
    slug = f"C{9000 + number % 900}-26-{number:05}"
    plain = Advert(
        board="nhsjobs",
        slug=slug,
        url=NHS_JOBS + slug,
        title=f"Porter {number}",
        employer="Teme Trust",
        posted=date(2026, 11, 5),
        closing=date(2026, 11, 25),
        salary=Salary("£23615.00 to £24169.00", 23615, 24169),
        contract="Permanent",
        locations=(Location(("Wyreham",), "XQ1 2AB"),),
        sections=(Section(SEARCH_HEADING, "You take people where they need to go…"),),
    )
    return plain._replace(**fields)


OF_NURSE = listing(slug=SLUG, url=NHS_JOBS + SLUG, title="Nurse", closing=date(2026, 11, 20))


def table(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def test_listings_are_kept_whole_and_in_order(library: Library) -> None:
    adverts = [listing(n) for n in range(1, 251)]
    listed = library.put_listings(adverts)
    assert (listed.new, listed.changed, listed.same) == (250, 0, 0)
    assert [library.entry(n).advert for n in listed.ids] == adverts
    head = library.entry(listed.ids[7]).head
    assert head.listing
    assert head.state(datetime(2026, 11, 10, tzinfo=UTC)) == "listing"
    assert library.find(adverts[7].slug or "") == head.id


def test_a_row_says_what_it_would_say_of_an_advert_kept_alone(library: Library, path: Path) -> None:
    advert = listing(band="Band 2", title="“Élan” Porter")
    (advert_id,) = library.put_listings([advert]).ids
    row = table(path, f"SELECT {', '.join(COLUMNS)} FROM advert WHERE id = {advert_id}")[0]
    assert row == row_of(advert)


def test_what_is_seen_again_unchanged_writes_nothing(library: Library, path: Path) -> None:
    adverts = [listing(n) for n in range(1, 120)]
    ids = library.put_listings(adverts).ids
    before = table(path, "SELECT * FROM advert") + table(path, "SELECT * FROM event")
    again = library.put_listings(adverts)
    assert (again.ids, again.new, again.changed, again.same) == (ids, 0, 0, 119)
    assert table(path, "SELECT * FROM advert") + table(path, "SELECT * FROM event") == before


def test_one_that_comes_twice_is_one(library: Library) -> None:
    lower = listing(slug="c9001-26-00001", url=NHS_JOBS + "c9001-26-00001")
    listed = library.put_listings([listing(), listing(2), lower])
    assert (len(listed.ids), listed.new, library.count()) == (2, 2, 2)


def test_a_closing_date_that_moved_is_logged(library: Library, clock: Clock) -> None:
    (advert_id,) = library.put_listings([listing()]).ids
    clock.pass_by(days=1)
    listed = library.put_listings([listing(closing=LATER)])
    assert (listed.new, listed.changed) == (0, 1)
    assert library.entry(advert_id).advert.closing == LATER
    assert [e.detail for e in library.log(advert_id)] == [
        "closing date from 25 November 2026 to 24 December 2026"
    ]


def test_a_listing_takes_nothing_from_a_full_advert_but_its_closing_date(library: Library) -> None:
    advert_id = put(library, NURSE).advert_id
    library.set_note(advert_id, "Ask about nights")
    assert library.put_listings([OF_NURSE]).changed == 0
    assert library.entry(advert_id).advert == NURSE
    assert library.put_listings([OF_NURSE._replace(closing=LATER)]).changed == 1
    entry = library.entry(advert_id)
    assert entry.advert == NURSE._replace(closing=LATER)
    assert not entry.head.listing
    assert entry.note == "Ask about nights"


def test_a_page_makes_a_full_advert_of_a_listing(library: Library) -> None:
    (advert_id,) = library.put_listings([OF_NURSE]).ids
    added = put(library, NURSE)
    assert (added.advert_id, added.outcome) == (advert_id, "updated")
    assert library.entry(advert_id).advert == NURSE
    assert SEARCH_HEADING not in added.changed
    assert list(library.ids(Query(words="hospice"))) == [advert_id]
    assert library.put_listings([OF_NURSE]).same == 1


def test_a_search_fills_in_what_it_was_narrowed_to(library: Library) -> None:
    (advert_id,) = library.put_listings([listing()], band="Band 2").ids
    library.put_listings([listing()], pattern="Part-time")
    library.put_listings([listing()], band="Band 3", pattern="Job share")
    advert = library.entry(advert_id).advert
    assert (advert.band, advert.working_pattern) == ("Band 2", ("Part-time", "Job share"))
    assert list(library.ids(Query(band="2"))) == [advert_id]
    assert library.put_listings([listing()]).same == 1
    assert library.entry(advert_id).advert == advert
    assert library.log(advert_id) == []


def test_a_search_changes_no_band_that_a_page_gives(library: Library) -> None:
    advert_id = put(library, NURSE).advert_id
    library.put_listings([OF_NURSE], band="Band 9", pattern="Job share")
    assert library.entry(advert_id).advert == NURSE


@pytest.mark.parametrize("words", ["porter", "teme", "wyreham", "xq1 2ab", "C9001-26-00001"])
@pytest.mark.parametrize("scope", ["all", "short"])
def test_a_listing_is_found_by_what_it_says(library: Library, words: str, scope: str) -> None:
    ids = library.put_listings([listing(), listing(2, title="Clerk", slug="C1", employer="Severn")])
    found = library.ids(Query(words=words), "short" if scope == "short" else "all")
    assert ids.ids[0] in found


def test_every_place_of_a_listing_is_found(library: Library) -> None:
    two = listing(locations=(Location(("Wyreham",)), Location(("Clunby",), "XQ9 9ZZ")))
    (advert_id,) = library.put_listings([two]).ids
    assert list(library.ids(Query(words="clunby"))) == [advert_id]
    library.put_listings([two._replace(locations=(Location(("Wyreham",)),))])
    assert list(library.ids(Query(words="clunby"))) == []


def test_words_of_a_listing_that_changed_find_it_no_more(library: Library) -> None:
    (advert_id,) = library.put_listings([listing()]).ids
    library.put_listings([listing(title="Driver")])
    assert list(library.ids(Query(words="porter"))) == []
    assert list(library.ids(Query(words="driver"))) == [advert_id]


def test_a_listing_belongs_to_the_advert_whose_slug_was_cut_off(library: Library) -> None:
    slug = "C9343-7704185-RB-AT-2026"
    cut = put(library, Advert(board="findajob", slug=slug[:21], title="Porter")).advert_id
    listed = library.put_listings([listing(slug=slug, url=NHS_JOBS + slug)])
    assert (listed.ids, listed.new) == ([cut], 0)


def test_listings_are_compared_by_salaries_that_can_only_be_a_years(library: Library) -> None:
    salaries = [Salary("£12.62", 12.62, 12.62), Salary("£40000.00", 40000, 40000)]
    ids = library.put_listings(
        [listing(n, salary=salary) for n, salary in enumerate(salaries, 1)]
    ).ids
    assert list(library.ids(Query(sort="salary"))) == [ids[1], ids[0]]


def test_what_a_complete_list_no_longer_has_is_gone_and_comes_back(
    library: Library, clock: Clock
) -> None:
    first, second = library.put_listings([listing(1), listing(2)]).ids
    library.set_shortlisted(second, True)
    clock.pass_by(days=1)
    assert library.set_synced("", clock.now, full=True, seen=[first]) == 1
    assert library.entry(second).head.state(clock.now) == "gone"
    assert library.entry(second).head.shortlisted
    assert library.log(second)[-1].detail == "no longer listed on NHS Jobs"
    assert library.entry(first).head.state(clock.now) == "listing"
    assert library.set_synced("", clock.now, full=True, seen=[first]) == 0
    assert library.put_listings([listing(2)]).changed == 1
    assert library.entry(second).head.state(clock.now) == "listing"
    assert library.log(second)[-1].kind == "back"


def test_only_what_was_listed_and_is_still_open_is_marked(library: Library, clock: Clock) -> None:
    page = put(library, NURSE).advert_id
    other = put(library, NURSE._replace(board="findajob", slug="77", url=None, employer="X",
                                 reference_number="77")).advert_id  # fmt: skip
    over, seen = library.put_listings([listing(1, closing=date(2026, 11, 9)), listing(2)]).ids
    assert library.set_synced("", clock.now, full=True, seen=[seen]) == 0
    states = [library.entry(n).head.state(clock.now) for n in (page, other, over, seen)]
    assert states == ["open", "open", "closed", "listing"]


def test_a_search_that_is_not_for_everything_marks_nothing(library: Library, clock: Clock) -> None:
    (advert_id,) = library.put_listings([listing()]).ids
    assert library.set_synced("keyword=x", clock.now, full=True) == 0
    assert library.entry(advert_id).head.state(clock.now) == "listing"


def test_when_a_search_ran_is_kept_for_each(library: Library, clock: Clock) -> None:
    assert library.synced("") is None
    first, later = clock.now, clock.now + timedelta(days=2)
    library.set_synced("", first, full=True, seen=[])
    library.set_synced("payBand=band_6", first, full=True)
    library.set_synced("", later, full=False)
    assert library.synced("") == (later, first)
    assert library.synced("payBand=band_6") == (first, first)


def test_what_came_in_since_a_moment(library: Library, clock: Clock) -> None:
    old = library.put_listings([listing(1)]).ids
    moment = clock.now
    clock.pass_by(hours=1)
    new = library.put_listings([listing(2), listing(3)]).ids
    assert library.added_since(old + new, moment) == [new[1], new[0]]
    assert library.added_since(old, moment) == []


def test_a_failure_in_the_middle_keeps_nothing_of_the_page(library: Library, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "CREATE TRIGGER fail BEFORE INSERT ON reference WHEN NEW.value = 'C9002-26-00002' "
            "BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    with pytest.raises(Exception, match="no"):
        library.put_listings([listing(1), listing(2)])
    assert library.count() == 0
    assert list(library.ids(Query(words="porter"))) == []


def test_an_older_library_lets_go_of_the_whole_text_of_its_listings(
    path: Path, clock: Clock
) -> None:
    advert = listing()
    store = open_store(path, clock, migrations=MIGRATIONS[:2])
    with store.writing():
        from nhsjobtui.library import kept

        kept.insert(store, advert, pack(advert)[1], clock.now)
        store.run("INSERT INTO find_full (rowid, text) VALUES (1, ?)", (every_word(advert),))
    store.close()
    with Library.open(path, clock) as library:
        assert list(library.ids(Query(words="permanent"))) == []
        assert list(library.ids(Query(words="porter"))) == [1]


_text = st.text(max_size=30).map(clean).map(str.strip)
_some = _text.map(lambda text: text or None)
_line = _text.filter(bool)
_pounds = st.none() | st.floats(0, 1e6).map(lambda value: round(value, 2))


@given(
    st.builds(
        listing,
        title=_some,
        employer=_some,
        posted=st.none() | st.dates(),
        closing=st.none() | st.dates(),
        band=_some,
        contract=_some,
        salary=st.builds(Salary, _text, _pounds, _pounds, st.sampled_from([None, "year", "hour"])),
        working_pattern=st.lists(_line, max_size=3).map(tuple),
        locations=st.lists(
            st.builds(Location, st.lists(_line, max_size=3).map(tuple), _line), max_size=3
        ).map(tuple),
        sections=st.just(()) | _line.map(lambda text: (Section(SEARCH_HEADING, text),)),
    )
)
def test_any_listing_is_stored_and_read_back_as_it_was(advert: Advert) -> None:
    text = listing_text(advert)
    assert text is not None
    assert read_listing_text(text) == advert
    assert unpack(pack(advert)[1]) == advert


@pytest.mark.parametrize(
    "fields",
    [
        {"closed": True},
        {"reference_number": "1"},
        {"sections": (Section("About us", "We…"),)},
        {"url": None},
        {"board": "trac"},
        {"warnings": ("odd",)},
    ],
    ids=str,
)
def test_what_is_more_than_a_listing_is_stored_as_an_advert(fields: dict[str, Any]) -> None:
    advert = listing(**fields)
    assert listing_text(advert) is None
    assert unpack(pack(advert)[1]) == advert
