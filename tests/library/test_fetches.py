"""What came of asking a board for an advert, and what changed there."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from nhsjobtui.errors import InputError
from nhsjobtui.library import Library
from nhsjobtui.library.opening import open_store
from nhsjobtui.library.schema import CHANGES, MIGRATIONS

from .adverts import NURSE, Clock, put

ADDRESS = "https://www.jobs.nhs.uk/candidate/jobadvert/C9999-26-0001"


def test_an_advert_that_was_never_asked_for_has_no_fetch(library: Library) -> None:
    entry = library.entry(put(library, NURSE).advert_id)
    assert (entry.fetch, entry.not_newer()) == (None, "")


def test_a_failed_fetch_changes_nothing_but_says_why(library: Library, clock: Clock) -> None:
    nurse = library.add(NURSE, b"page", ADDRESS).advert_id
    before = library.entry(nurse)
    clock.now += timedelta(days=2)
    library.note_fetch(nurse, "unreachable", reason="NHS Jobs could not be reached.")
    entry = library.entry(nurse)
    assert entry._replace(fetch=None) == before
    assert entry.not_newer() == "asked again on 12 November 2026: NHS Jobs could not be reached."
    clock.now += timedelta(days=1)
    library.note_fetch(nurse, "here")
    entry = library.entry(nurse)
    assert (entry.not_newer(), entry.fetched_at) == ("", clock.now)


def test_gone_and_here_say_whether_the_board_has_it(library: Library, clock: Clock) -> None:
    nurse = library.add(NURSE, b"page", ADDRESS).advert_id
    library.note_fetch(nurse, "gone", reason="NHS Jobs answered 404.")
    assert library.entry(nurse).head.gone
    library.note_fetch(nurse, "refused", reason="NHS Jobs refused.")
    assert library.entry(nurse).head.gone
    library.note_fetch(nurse, "here")
    assert not library.entry(nurse).head.gone
    assert [event.kind for event in library.log(nurse)] == ["added", "gone", "back"]


def test_the_servers_words_for_a_copy_last_until_another_is_newer(
    library: Library, clock: Clock
) -> None:
    nurse = library.add(NURSE, b"page", ADDRESS).advert_id
    library.note_fetch(nurse, "here", etag='"1"', last_modified="Tue")
    library.note_fetch(nurse, "unreachable", reason="No.")
    fetch = library.fetch(nurse)
    assert fetch is not None
    assert (fetch.etag, fetch.last_modified) == ('"1"', "Tue")
    library.add(NURSE._replace(contract="Bank"), b"saved", "nurse.html")
    fetch = library.fetch(nurse)
    assert fetch is not None
    assert (fetch.etag, fetch.last_modified) == ("", "")


def test_what_changed_is_found_by_date(library: Library, clock: Clock) -> None:
    nurse = library.add(NURSE, b"page", ADDRESS).advert_id
    clock.now += timedelta(days=1)
    library.add(NURSE._replace(closing=date(2026, 12, 24)), b"later", ADDRESS)
    library.set_shortlisted(nurse, True)
    clock.now += timedelta(days=1)
    library.note_fetch(nurse, "gone", reason="NHS Jobs answered 404.")
    assert [change.event.kind for change in library.changes()] == ["updated", "gone"]
    assert [change.event.kind for change in library.changes(clock.now)] == ["gone"]
    assert library.changes(clock.now + timedelta(seconds=1)) == []
    assert {change.advert_id for change in library.changes()} == {nurse}


def test_what_changed_is_found_without_reading_the_whole_log(path: Path, clock: Clock) -> None:
    Library.open(path, clock).close()
    with closing(sqlite3.connect(path)) as connection:
        sql = f"EXPLAIN QUERY PLAN SELECT * FROM event WHERE {CHANGES} AND at >= ? ORDER BY at, id"
        plan = " ".join(str(row) for row in connection.execute(sql, ("2026",)))
    assert "event_of_change" in plan


def test_an_advert_that_is_not_there_is_a_sentence(library: Library) -> None:
    with pytest.raises(InputError):
        library.note_fetch(12345, "gone")


def test_a_library_of_the_first_version_is_brought_up_to_date(path: Path, clock: Clock) -> None:
    open_store(path, clock, migrations=MIGRATIONS[:1]).close()
    with Library.open(path, clock) as library:
        nurse = library.add(NURSE, b"page", ADDRESS).advert_id
        library.note_fetch(nurse, "gone", reason="NHS Jobs answered 404.")
        assert library.entry(nurse).head.gone


def test_two_adverts_that_are_joined_keep_what_the_first_was_asked(library: Library) -> None:
    first = library.add(NURSE._replace(slug=None, url=None), b"a", "a.html").advert_id
    second = library.add(NURSE._replace(reference_number=None), b"b", ADDRESS).advert_id
    assert first != second
    library.note_fetch(second, "here", etag='"1"')
    joined = library.add(NURSE, b"c", ADDRESS).advert_id
    assert library.count() == 1
    fetch = library.fetch(joined)
    assert fetch is not None
    assert fetch.etag == '"1"'
