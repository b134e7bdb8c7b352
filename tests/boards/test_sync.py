"""Listings from the board into the library, over real sockets, whatever the board does."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

import pytest

from nhsjobtui.boards.client import Client
from nhsjobtui.boards.criteria import EVERYTHING, Criteria
from nhsjobtui.boards.stop import Stop
from nhsjobtui.boards.sync import Progress, Synced, sync
from nhsjobtui.errors import NhsJobTuiError
from nhsjobtui.library import Library
from nhsjobtui.model.query import Query
from tests.board import Board, Seen, Vacancy, faults, vacancies
from tests.board.server import FEED, Fault
from tests.library.adverts import NURSE, Clock, put

from .conftest import QUICK, Connect

COUNT = 1270  # twelve pages and a bit
_COLUMNS = "slug, title, employer, place, band, salary, closing, posted, listing, gone, closes_at"


@pytest.fixture
def board(board: Board) -> Board:
    """Return a board with enough vacancies for thirteen pages."""
    board.vacancies = vacancies(COUNT)
    board.feed.renew()
    return board


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 11, 15, 9, 0, tzinfo=UTC))


@pytest.fixture
def library(tmp_path: Path, clock: Clock) -> Iterator[Library]:
    with Library.open(tmp_path / "library.sqlite3", clock) as opened:
        yield opened


_T = TypeVar("_T")
Run = Callable[..., Synced]


@pytest.fixture
def run(library: Library, client: Client, clock: Clock) -> Run:
    """Return how to sync this test's library with its board."""

    def run(criteria: Criteria = EVERYTHING, **options: Any) -> Synced:  # noqa: ANN401
        return sync(library, options.pop("client", client), criteria, now=clock, **options)

    return run


def everything(path: Path) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            f"SELECT {_COLUMNS}, record FROM advert JOIN body ON advert_id = id ORDER BY slug"
        ).fetchall()


def gone(library: Library, clock: Clock) -> list[str]:
    heads = library.heads(library.ids()).values()
    return sorted(head.slug or "" for head in heads if head.state(clock.now) == "gone")


def asked(board: Board) -> list[dict[str, str]]:
    return [seen.query for seen in board.requests if seen.path == FEED]


def pages(board: Board) -> list[int]:
    return [int(query["page"]) for query in asked(board)]


def test_everything_the_board_lists_is_stored_once(
    run: Run, library: Library, board: Board
) -> None:
    done = run()
    assert (len(done.ids), done.new, done.total, done.whole) == (COUNT, COUNT, COUNT, True)
    assert library.count() == COUNT
    heads = library.heads(library.ids())
    assert {head.slug for head in heads.values()} == {v.slug for v in board.vacancies}
    assert pages(board) == list(range(1, 14))
    assert asked(board)[0] == {"sort": "publicationDateDesc", "limit": "100", "page": "1"}
    assert list(library.ids(Query(words=board.vacancies[700].title))) != []


def test_one_connection_and_one_request_at_a_time_a_while_apart(
    run: Run, connect: Connect, board: Board
) -> None:
    board.vacancies = vacancies(350)
    run(client=connect(replace(QUICK, interval=0.1)))
    assert board.connections == 1
    assert board.most_at_once == 1
    assert len(board.gaps) == 3
    assert min(board.gaps) > 0.095


def test_progress_counts_and_hands_over_what_came(run: Run, library: Library) -> None:
    told: list[Progress] = []
    done = run(progress=told.append)
    assert [n for progress in told for n in progress.ids] == done.ids
    assert told[-1].found == COUNT == told[-1].total == told[-1].new
    assert all(a.found < b.found for a, b in pairwise(told))
    assert told[-1].rate > 0
    assert told[-1].seconds_left == 0


def test_the_second_sync_asks_only_for_what_is_new(run: Run, board: Board, clock: Clock) -> None:
    run()
    clock.pass_by(days=2)
    board.put(Vacancy("C9999-26-0900", posted="2026-11-16T10:00:00.123456789"))
    board.requests.clear()
    done = run()
    assert asked(board) == [
        {
            "sort": "publicationDateDesc",
            "limit": "100",
            "publishedFrom": "2026-11-14",
            "page": page,
        }
        for page in ("1", "2", "3", "4", "5")
    ]
    assert (done.new, done.changed, done.whole) == (1, 0, True)
    assert done.since == datetime(2026, 11, 15, 9, 0, tzinfo=UTC)
    board.requests.clear()
    clock.pass_by(days=5)
    run()
    assert asked(board)[0]["publishedFrom"] == "2026-11-16"


def test_a_full_sync_asks_for_everything_again(run: Run, board: Board) -> None:
    run()
    board.requests.clear()
    done = run(full=True)
    assert pages(board) == list(range(1, 14))
    assert (done.new, done.changed, done.same) == (0, 0, COUNT)


def test_a_full_sync_marks_what_is_no_longer_listed_and_sees_it_come_back(
    run: Run, library: Library, board: Board, clock: Clock
) -> None:
    page = put(library, NURSE._replace(closing=date(2026, 12, 20))).advert_id
    run()
    lost = board.vacancies[400]
    board.remove(lost.slug)
    done = run(full=True)
    assert (done.unlisted, gone(library, clock)) == (1, [lost.slug])
    assert library.entry(page).head.state(clock.now) == "open"
    board.put(lost)
    done = run(full=True)
    assert (done.changed, done.unlisted, gone(library, clock)) == (1, 0, [])


def test_whatever_is_less_than_everything_marks_nothing(
    run: Run, library: Library, board: Board, clock: Clock
) -> None:
    run()
    for vacancy in board.vacancies[:300]:
        board.remove(vacancy.slug)
    run()
    run(Criteria.read(bands=["6"]), full=True)
    run(full=True, most=500)
    board.fault(faults.status(500), on="page=6")
    with pytest.raises(NhsJobTuiError):
        run(full=True)
    board.mend()
    stop = Stop()
    run(full=True, progress=lambda _: stop.set(), stop=stop)
    assert gone(library, clock) == []


def test_an_empty_board_is_not_believed(
    run: Run, library: Library, board: Board, clock: Clock
) -> None:
    run()
    board.vacancies = []
    board.feed.renew()
    done = run(full=True)
    assert (done.whole, done.unlisted) == (False, 0)
    assert gone(library, clock) == []


def test_after_an_empty_board_everything_is_asked_for_again(
    run: Run, library: Library, board: Board
) -> None:
    there, board.vacancies = board.vacancies, []
    board.feed.renew()
    assert not run().whole
    board.vacancies = there
    board.feed.renew()
    done = run()
    assert (done.whole, done.since, library.count()) == (True, None, COUNT)


def test_a_moved_closing_date_is_taken_and_logged(run: Run, library: Library, board: Board) -> None:
    run()
    board.put(replace(board.vacancies[900], closing=date(2027, 1, 31)))
    done = run(full=True)
    assert (done.changed, done.same) == (1, COUNT - 1)
    advert_id = library.find(board.vacancies[-1].slug)
    assert library.log(advert_id)[-1].detail.endswith("to 31 January 2027")


@pytest.mark.parametrize("page", [1, 2, 7, 13])
@pytest.mark.parametrize("full", [False, True], ids=["first", "full"])
def test_a_sync_cut_anywhere_and_run_again_ends_like_one_never_cut(
    page: int, full: bool, run: Run, connect: Connect, board: Board, clock: Clock, tmp_path: Path
) -> None:
    whole, cut = tmp_path / "whole.sqlite3", tmp_path / "cut.sqlite3"
    client = connect()
    paths = (whole, cut)
    if full:
        for path in paths:
            with Library.open(path, clock) as library:
                sync(library, client, now=clock)
        for vacancy in board.vacancies[200:210]:
            board.remove(vacancy.slug)
        board.put(Vacancy("C9999-26-0900", posted="2026-11-16T10:00:00.1"))
    with Library.open(whole, clock) as library:
        sync(library, client, full=full, now=clock)
    board.fault(faults.hang_up(), on=f"page={page}")
    with Library.open(cut, clock) as library:
        with pytest.raises(NhsJobTuiError):
            sync(library, client, full=full, now=clock)
        before = library.count()
        assert before >= (page - 1) * 100 - (10 if full else 0)
        board.mend()
        sync(library, client, full=full, now=clock)
    assert everything(cut) == everything(whole)


def test_the_stop_switch_ends_it_at_once_and_keeps_what_came(
    run: Run, library: Library, connect: Connect, board: Board
) -> None:
    stop = Stop()
    slow = connect(replace(QUICK, interval=30))
    board.before = lambda seen: None
    done = run(client=slow, progress=lambda _: stop.set(), stop=stop)
    assert (done.stopped, done.whole, len(done.ids)) == (True, False, 100)
    assert library.count() == 100
    assert pages(board) == [1]
    assert library.synced("") is None


def test_stopped_before_it_began_asks_for_nothing(run: Run, board: Board) -> None:
    stop = Stop()
    stop.set()
    assert run(stop=stop).stopped
    assert board.requests == []


def test_ctrl_c_while_storing_ends_the_asking_as_well(
    run: Run, library: Library, connect: Connect, board: Board
) -> None:
    def press(_: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(client=connect(replace(QUICK, interval=30)), progress=press)
    assert library.count() == 100
    assert pages(board) == [1]


def test_a_page_that_comes_damaged_is_asked_for_once_more(
    run: Run, library: Library, board: Board
) -> None:
    board.fault(faults.cut_without_length(), on="page=3", times=1)
    assert run().whole
    assert library.count() == COUNT
    assert sorted(pages(board)) == sorted([*range(1, 14), 3])


_HTML = "<!DOCTYPE html><html><body>Sorry</body></html>"
_FAULTS: dict[str, tuple[Fault, str]] = {
    "too often": (faults.status(429, retry_after="7200"), "asks to be left alone until"),
    "refused": (faults.status(403), "refuses to be asked"),
    "fault": (faults.status(500), "a fault of its own (500)"),
    "bad request": (faults.status(400), "with status 400"),
    "slow head": (faults.slow_headers(0.1), "to answer"),
    "slow body": (faults.slow_body(0.1), "to answer"),
    "hung up": (faults.hang_up(), "broke off in the middle"),
    "cut": (faults.cut_body(), "broke off in the middle"),
    "cut, no length": (faults.cut_without_length(), "broken off or damaged"),
    "wrong length": (faults.wrong_length(50), "broke off in the middle"),
    "bomb": (faults.gzip_bomb(11), "larger than 10 MB"),
    "elsewhere": (faults.redirect("https://example.org/"), "which is not its own"),
    "loop": (faults.loop(), "for ever"),
    "placeholder": (faults.placeholder(), "a web page where its feed"),
    "login": (faults.login(), "a web page where its feed"),
    "empty": (faults.empty(), "an empty page"),
    "page": (faults.instead(_HTML), "a web page where its feed"),
    "other XML": (faults.instead("<rss/>", "application/xml"), "XML that is not its feed"),
    "error": (faults.instead('{"error":"x"}', "application/json"), "an error (“x”)"),
    "doctype": (
        faults.instead('<!DOCTYPE a [<!ENTITY b "c">]><nhsJobs>&b;</nhsJobs>', "application/xml"),
        "document type",
    ),
    "no advert": (
        faults.instead("<nhsJobs><totalPages>13</totalPages></nhsJobs>", "application/xml"),
        "with no advert",
    ),
}


@pytest.mark.parametrize("name", _FAULTS)
def test_a_fault_in_the_middle_is_one_sentence_and_what_came_is_kept(
    name: str, run: Run, library: Library, connect: Connect, board: Board, clock: Clock
) -> None:
    fault, said = _FAULTS[name]
    board.fault(fault, on="page=4")
    with pytest.raises(NhsJobTuiError) as failure:
        run(client=connect())
    assert said in failure.value.message
    assert (
        failure.value.hint == "The 300 listings that had come are kept; run it again for the rest."
    )
    assert library.count() == 300
    assert library.synced("") is None
    assert {seen.path for seen in board.requests} == {FEED}
    board.mend()
    assert run(client=connect()).whole
    assert (library.count(), gone(library, clock)) == (COUNT, [])


def test_a_fault_at_the_first_page_changes_nothing(
    run: Run, library: Library, board: Board
) -> None:
    board.fault(faults.placeholder())
    with pytest.raises(NhsJobTuiError, match="Nothing of this page was kept"):
        run()
    assert library.count() == 0


def test_a_fault_that_passes_is_not_noticed(run: Run, board: Board) -> None:
    board.fault(faults.status(503), on="page=2", times=1)
    board.fault(faults.cut_body(), on="page=5", times=1)
    assert run().whole


def _each(do: Callable[[_T], None], items: Sequence[_T]) -> None:
    for item in items:
        do(item)


def _moving(board: Board, when: int, change: Callable[[], None]) -> None:
    """Change the board just before it is asked for a page for the first time."""
    waiting = [True]

    def before(seen: Seen) -> None:
        if waiting and seen.query.get("page") == str(when):
            waiting.clear()
            change()

    board.before = before


def test_what_appears_while_the_board_is_read_makes_nothing_be_missed(
    run: Run, library: Library, board: Board, clock: Clock
) -> None:
    run()
    lost = board.vacancies[50]
    board.remove(lost.slug)
    fresh = [Vacancy(f"C9999-26-09{n:02}", posted="2026-11-15T10:00:00.1") for n in range(3)]
    _moving(board, 5, lambda: _each(board.put, fresh))
    done = run(full=True)
    assert done.whole
    assert gone(library, clock) == [lost.slug]


def test_what_is_taken_down_while_the_board_is_read_makes_nothing_be_missed(
    run: Run, library: Library, board: Board, clock: Clock
) -> None:
    run()
    early = [vacancy.slug for vacancy in board.vacancies[:150]]
    _moving(board, 5, lambda: _each(board.remove, early))
    done = run(full=True)
    assert done.whole
    seen = {library.entry(n).head.slug for n in done.ids}
    assert {vacancy.slug for vacancy in board.vacancies} <= seen
    assert gone(library, clock) == []


def test_the_last_page_may_vanish_while_the_board_is_read(
    run: Run, library: Library, board: Board
) -> None:
    late = [vacancy.slug for vacancy in board.vacancies[:80]]
    _moving(board, 13, lambda: _each(board.remove, late))
    done = run()
    assert done.whole
    assert {v.slug for v in board.vacancies} <= {library.entry(n).head.slug for n in done.ids}


_Arrange = Callable[[int, Sequence[Vacancy]], Sequence[Vacancy]]


@pytest.mark.parametrize(
    "arrange",
    [
        lambda page, rows: rows[:90] if page == 5 else rows,
        lambda page, rows: vacancies(100) if page in (4, 8) else rows,
    ],
    ids=["some left out", "pages twice"],
)
def test_a_board_that_does_not_give_what_it_counts_marks_nothing(
    arrange: _Arrange, run: Run, library: Library, board: Board, clock: Clock
) -> None:
    run()
    board.feed.arrange = arrange
    board.feed.renew()
    done = run(full=True)
    assert (done.whole, done.unlisted, gone(library, clock)) == (False, 0, [])
    assert library.count() == COUNT


def test_pages_in_any_order_are_stored_all_the_same(
    run: Run, library: Library, board: Board
) -> None:
    board.feed.arrange = lambda page, rows: vacancies(100, (13 - page) * 100)[:100]
    board.vacancies = vacancies(1300)
    board.feed.renew()
    done = run()
    assert (done.whole, library.count()) == (True, 1300)


@pytest.mark.parametrize(
    "total",
    [
        lambda page, total: total + page,
        lambda page, total: total - page,
        lambda page, total: total - page % 2,
    ],
    ids=["grows", "shrinks", "swings"],
)
def test_a_total_that_changes_from_page_to_page_marks_nothing_wrongly(
    total: Callable[[int, int], int], run: Run, library: Library, board: Board, clock: Clock
) -> None:
    run()
    lost = board.vacancies[400].slug
    board.remove(lost)
    board.feed.total = total
    board.feed.renew()
    board.requests.clear()
    run(full=True)
    assert set(gone(library, clock)) <= {lost}
    assert library.count() == COUNT
    assert len(board.requests) < 100


def test_a_page_that_repeats_for_ever_comes_to_an_end(
    run: Run, library: Library, board: Board
) -> None:
    board.feed.arrange = lambda page, rows: vacancies(100)
    board.feed.total = lambda page, total: 150_000
    board.feed.renew()
    board.feed.past_end = 200
    with pytest.raises(NhsJobTuiError, match="the same adverts"):
        run()
    assert library.count() == 100
    assert len(board.requests) < 10


def test_an_absurd_number_of_pages_is_not_read(run: Run, board: Board) -> None:
    board.feed.total = lambda page, total: 10**8
    with pytest.raises(NhsJobTuiError, match="more than there can be"):
        run()
    assert pages(board) == [1]


def test_totals_may_come_first(run: Run, board: Board) -> None:
    board.feed.totals = "first"
    assert run().whole


@pytest.mark.parametrize("past_end", [404, 400, 200])
@pytest.mark.parametrize("most", [100, 50])
def test_a_board_that_does_not_count_is_read_to_its_end(
    most: int, past_end: int, run: Run, library: Library, board: Board, clock: Clock
) -> None:
    run()
    board.remove(board.vacancies[400].slug)
    board.feed.totals, board.feed.most, board.feed.past_end = "none", most, past_end
    board.requests.clear()
    done = run(full=True)
    assert (done.whole, done.total, len(done.ids), library.count()) == (True, None, 1269, COUNT)
    assert gone(library, clock) == []  # nothing says that this was all
    last = -(-1269 // most)
    assert pages(board) == [*range(1, last + 2), last, last + 1]


def test_a_count_of_fewer_than_there_are_is_no_count(
    run: Run, library: Library, board: Board
) -> None:
    board.feed.total = lambda page, total: 0
    assert run().whole
    assert library.count() == COUNT


def test_a_feed_of_neither_adverts_nor_a_count_is_not_an_empty_board(
    run: Run, board: Board
) -> None:
    board.vacancies = []
    board.feed.totals = "none"
    board.feed.renew()
    with pytest.raises(NhsJobTuiError, match="neither an advert nor a count"):
        run()


def test_a_search_is_asked_in_the_boards_words_and_records_its_facts(
    run: Run, library: Library, board: Board
) -> None:
    done = run(Criteria.read(keyword="ward", bands=["6"], patterns=["part"]))
    assert asked(board)[0] == {
        "keyword": "ward",
        "payBand": "BAND_6",
        "workingPattern": "part-time",
        "sort": "publicationDateDesc",
        "limit": "100",
        "page": "1",
    }
    assert 0 < len(done.ids) < COUNT
    for n in done.ids:
        advert = library.entry(n).advert
        assert (advert.band, advert.working_pattern) == ("Band 6", ("Part-time",))
        vacancy = board.vacancy(advert.slug or "")
        assert vacancy
        assert vacancy.band == "BAND_6"


def test_several_bands_are_one_parameter_and_no_fact(
    run: Run, library: Library, board: Board
) -> None:
    done = run(Criteria.read(bands=["6", "8"]))
    assert asked(board)[0]["payBand"] == "BAND_6,BAND_8A,BAND_8B,BAND_8C,BAND_8D"
    assert {library.entry(n).advert.band for n in done.ids} == {None}


def test_each_search_knows_when_it_last_ran(run: Run, board: Board, clock: Clock) -> None:
    run(Criteria.read(bands=["6"]))
    board.requests.clear()
    run(Criteria.read(bands=["7"]))
    assert "publishedFrom" not in asked(board)[0]
    board.requests.clear()
    clock.pass_by(days=1)
    run(Criteria.read(bands=["6"]))
    assert asked(board)[0]["publishedFrom"] == "2026-11-14"


def test_nothing_found_is_nothing_new(run: Run, board: Board) -> None:
    done = run(Criteria.read(keyword="zither"))
    assert (done.ids, done.total, done.whole) == ([], 0, True)


def test_no_more_than_was_wanted_is_asked_for(run: Run, library: Library, board: Board) -> None:
    done = run(most=30)
    assert (len(done.ids), done.whole, library.count()) == (30, False, 30)
    assert [query["limit"] for query in asked(board)] == ["30"]
    assert library.synced("") is None
    board.requests.clear()
    assert len(run(most=250).ids) == 250
    assert pages(board) == [1, 2, 3]


def test_a_library_that_cannot_be_written_says_so_and_asks_no_more(
    run: Run, library: Library, connect: Connect, board: Board, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "library.sqlite3")) as connection:
        connection.execute(
            "CREATE TRIGGER no BEFORE INSERT ON body BEGIN SELECT RAISE(FAIL, 'no'); END"
        )
    with pytest.raises(NhsJobTuiError):
        run(client=connect(replace(QUICK, interval=30)))
    assert pages(board) == [1]
    assert library.count() == 0


def test_summer_time_does_not_move_what_is_asked_for(run: Run, board: Board, clock: Clock) -> None:
    clock.now = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)  # already the second in London
    run(Criteria.read(keyword="zither"))
    clock.now += timedelta(days=3)
    board.requests.clear()
    run(Criteria.read(keyword="zither"))
    assert asked(board)[0]["publishedFrom"] == "2026-07-01"
