from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from nhsjobtui.boards.client import Client
from nhsjobtui.boards.fetch import fetch_advert
from nhsjobtui.boards.refresh import refresh, summary
from nhsjobtui.library import Library
from nhsjobtui.model.advert import Advert, Section
from nhsjobtui.paths import Paths
from tests.board import Board, faults


@pytest.fixture
def library(paths: Paths) -> Iterator[Library]:
    with Library.open(paths.library_file) as library:
        yield library


@pytest.fixture
def ids(client: Client, library: Library, board: Board) -> list[int]:
    """Return six adverts that were fetched."""
    found = [fetch_advert(client, library, v.slug).advert_id for v in board.vacancies[:6]]
    board.requests.clear()
    return [advert_id for advert_id in found if advert_id is not None]


def test_each_becomes_changed_gone_or_the_same(
    client: Client, library: Library, board: Board, ids: list[int]
) -> None:
    first, second, third = board.vacancies[:3]
    board.put(replace(first, closing=date(2026, 12, 24)))
    board.remove(second.slug)
    board.put(replace(third, title="Another title"))
    done = list(refresh(client, library, ids))
    assert [one.head.id for one in done] == ids
    assert [one.became for one in done] == ["changed", "gone", "changed", "same", "same", "same"]
    assert [one.what for one in done[:3]] == ["closing date", "NHS Jobs answered 404.", "title"]
    assert summary(done) == "2 changed, 1 gone, 3 the same."


def test_what_the_person_added_is_untouched(
    client: Client, library: Library, board: Board, ids: list[int]
) -> None:
    advert_id = ids[0]
    library.set_stage(advert_id, "drafting")
    library.set_note(advert_id, "Ring.")
    key = library.entry(advert_id).criteria[0].key
    library.set_status(advert_id, key, "met")
    library.set_evidence(advert_id, key, "Since 2019.")
    before = library.entry(advert_id)
    board.put(replace(board.vacancies[0], closing=date(2026, 12, 24)))
    list(refresh(client, library, [advert_id]))
    after = library.entry(advert_id)
    assert after.advert != before.advert
    assert (after.note, after.criteria, after.head.stage) == (
        before.note,
        before.criteria,
        before.head.stage,
    )


def test_a_refusal_stops_the_rest(
    client: Client, library: Library, board: Board, ids: list[int]
) -> None:
    board.fault(faults.status(403))
    done = list(refresh(client, library, ids))
    assert [one.became for one in done] == ["failed"] + ["not asked"] * 5
    assert len(board.requests) == 1
    assert summary(done) == "1 did not come, 5 not asked for."


def test_a_board_that_cannot_be_reached_is_not_asked_for_everything(
    client: Client, library: Library, board: Board, ids: list[int]
) -> None:
    board.fault(faults.hang_up())
    done = list(refresh(client, library, ids))
    assert [one.became for one in done] == ["failed"] * 3 + ["not asked"] * 3


def test_adverts_of_other_boards_are_left_out(
    client: Client, library: Library, board: Board
) -> None:
    trac = Advert("trac", reference_number="418-DTO0716-KA", title="Porter")
    added = library.add(trac._replace(sections=(Section("About", "Us."),)), b"", "porter.html")
    done = list(refresh(client, library, [added.advert_id, 999_999]))
    assert [one.became for one in done] == ["elsewhere"]
    assert (board.requests, summary(done)) == ([], "1 not on NHS Jobs.")


def test_nothing_is_a_sentence_too() -> None:
    assert summary([]) == "There was nothing to ask for."
