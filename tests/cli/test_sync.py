"""`sync` and `searches`, against a board on this machine."""

import json
from collections.abc import Iterator
from datetime import timedelta
from itertools import count as count_from
from pathlib import Path

import pytest

from nhsjobtui.boards.address import URL_VARIABLE
from nhsjobtui.cli import context
from nhsjobtui.library import Library
from tests.board import Board, Vacancy, faults, vacancies

from .conftest import NOW, Shell

NEW = Vacancy("C9999-26-0900", "Night Nurse", posted="2026-11-16T10:00:00.123", band="BAND_6")


@pytest.fixture
def board(monkeypatch: pytest.MonkeyPatch, home: Path) -> Iterator[Board]:
    home.mkdir()
    (home / "config.toml").write_text("[network]\ninterval = 0\n")
    with Board(vacancies(230)) as board:
        monkeypatch.setenv(URL_VARIABLE, board.url)
        yield board


def count(home: Path) -> int:
    with Library.open(home / "library.sqlite3") as library:
        return library.count()


def later(monkeypatch: pytest.MonkeyPatch, **time: int) -> None:
    monkeypatch.setattr(context, "now", lambda: NOW + timedelta(**time))


def test_everything_then_what_is_new_then_everything_again(
    shell: Shell, board: Board, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shell.ok("sync").out == "230 listings: 230 new, 0 changed, 0 the same.\n"
    assert count(home) == 230
    later(monkeypatch, days=2)
    board.put(NEW)
    assert shell.ok("sync").out == (
        "231 listings posted since Sunday or just before: 1 new, 0 changed, 230 the same.\n"
    )
    board.remove(NEW.slug)
    assert shell.ok("sync", "--full").out == (
        "230 listings: 0 new, 0 changed, 230 the same; 1 no longer listed.\n"
    )
    assert json.loads(shell.ok("show", "--json", NEW.slug).out)["state"] == "gone"


def test_where_all_was_asked_for_long_ago_the_way_to_it_is_said(
    shell: Shell, board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.ok("sync")
    later(monkeypatch, days=8)
    assert shell("sync").err.endswith("no longer listed: nhsjobtui sync --full\n")
    assert shell.ok("sync", "--full").err == ""


def test_a_search_is_saved_and_says_what_is_new_since_it_last_ran(
    shell: Shell, board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = shell.ok("sync", "--band", "6", "--save", "sixes").out
    assert out.endswith(" new, 0 changed, 0 the same.\n")
    assert shell.ok("searches").out == "sixes: Band 6 (last run: 09:00 today)\n"
    later(monkeypatch, days=3)
    board.put(NEW)
    lines = shell.ok("sync", "--saved", "Sixes").lines
    assert lines[1] == "sixes: 1 new since Sunday:"
    assert NEW.slug in lines[2]
    assert "Band 6" in lines[2]
    assert shell.ok("sync", "--saved", "sixes").lines[1] == "sixes: 0 new since 09:00 today."
    assert shell.ok("searches", "--remove", "sixes").out.startswith("Removed the saved search")
    assert shell("searches").err.startswith("No search is saved.")


def test_what_was_said_to_be_new_is_not_new_the_next_time(
    shell: Shell, board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticks = count_from(1)
    monkeypatch.setattr(context, "now", lambda: NOW + timedelta(milliseconds=next(ticks)))
    shell.ok("sync", "--band", "6", "--save", "sixes")
    board.put(NEW)
    assert shell.ok("sync", "--saved", "sixes").lines[1] == "sixes: 1 new since 09:00 today:"
    assert shell.ok("sync", "--saved", "sixes").lines[1] == "sixes: 0 new since 09:00 today."


def test_each_piece_is_told_as_it_comes_where_that_is_asked_for(
    shell: Shell, board: Board, home: Path
) -> None:
    records = [json.loads(line) for line in shell.ok("--json", "sync", "--stream").lines]
    assert [record["found"] for record in records][-1] == 230
    listed = [ref for record in records[:-1] for ref in record["listed"]]
    assert listed == [vacancy.slug for vacancy in board.vacancies]
    assert records[-1]["new"] == 230
    assert "listed" not in records[-1]
    assert shell.ok("sync", "--stream").out.startswith("230 listings posted since")


def test_what_a_sync_of_all_brought_is_still_new_to_a_saved_search(
    shell: Shell, board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.ok("sync", "--band", "6", "--save", "sixes")
    board.put(NEW)
    later(monkeypatch, hours=30)
    shell.ok("sync")
    assert shell.ok("sync", "--saved", "sixes").lines[1] == "sixes: 1 new since yesterday:"


def test_json_says_it_in_one_object(shell: Shell, board: Board) -> None:
    shell.ok("sync", "--band", "6", "--save", "sixes")
    board.put(NEW)
    record = json.loads(shell.ok("--json", "sync", "--saved", "sixes", "--full").out)
    assert record["new_since_last_run"] == []  # the clock stands still here
    assert record | {"found": 0, "of": 0, "same": 0, "new_since_last_run": []} == {
        "search": "sixes",
        "found": 0,
        "of": 0,
        "new": 1,
        "changed": 0,
        "same": 0,
        "no_longer_listed": 0,
        "complete": True,
        "asked_since": None,
        "last_run": "2026-11-15T09:00:00+00:00",
        "new_since_last_run": [],
    }
    assert json.loads(shell.ok("searches", "--json").out) == {
        "name": "sixes",
        "criteria": {"payBand": "BAND_6"},
        "last_run": "2026-11-15T09:00:00+00:00",
    }


def test_no_more_than_was_wanted(shell: Shell, board: Board, home: Path) -> None:
    assert shell.ok("sync", "--max", "20").out.startswith("20 listings: 20 new")
    assert count(home) == 20


def test_a_failure_is_one_sentence_and_what_came_is_kept(
    shell: Shell, board: Board, home: Path
) -> None:
    board.fault(faults.placeholder(), on="page=3")
    result = shell("sync")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        "nhsjobtui: NHS Jobs answered with a web page where its feed should be; it may be under "
        "repair. The 200 listings that had come are kept; run it again for the rest.\n"
    )
    assert count(home) == 200


def test_a_board_that_gives_less_than_it_counts_is_a_failure(shell: Shell, board: Board) -> None:
    board.feed.arrange = lambda page, rows: rows[1:]
    result = shell("sync")
    assert result.code == 1
    assert result.out.startswith("227 listings: 227 new")
    assert "counts 230 adverts and gave 227 of them; these are kept" in result.err


def test_a_board_of_nothing_at_all_is_not_believed(shell: Shell, board: Board) -> None:
    board.vacancies = []
    board.feed.renew()
    result = shell("sync")
    assert (result.code, result.out) == (0, "0 listings: 0 new, 0 changed, 0 the same.\n")
    assert "says that it has no adverts at all; the next sync asks for all again" in result.err
    assert shell.ok("sync", "--keyword", "zither").out.startswith("0 listings")


def test_a_list_that_changes_under_the_sync_is_a_failure_that_says_so(
    shell: Shell, board: Board
) -> None:
    board.feed.total = lambda page, total: total - page % 2
    result = shell("sync")
    assert result.code == 1
    assert result.out.startswith("230 listings: 230 new")
    assert "changed its list while it was read, so some may be missing" in result.err


def test_ctrl_c_says_how_much_is_kept(
    shell: Shell, board: Board, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from nhsjobtui.cli.synced import Telling

    tell = Telling.__call__

    def press(self: Telling, progress: object) -> None:
        tell(self, progress)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(Telling, "__call__", press)
    result = shell("sync")
    assert (result.code, result.out) == (130, "")
    assert result.err == f"nhsjobtui: Stopped. The {count(home)} listings that had come are kept.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--band", "12"], "“12” is not a band of NHS Jobs. Choose of: Band 2"),
        (["--staff-group", "x"], "is not a staff group"),
        (["--distance", "5"], "needs a place"),
        (["--distance", "far"], "--distance takes a whole number"),
        (["--max", "0"], "--max takes a whole number from 1 up"),
        (["--saved", "none"], "There is no saved search “none”"),
        (["--saved", "x", "--band", "6"], "leave out --band"),
        (["--saved", "x", "--distance", "0"], "leave out --distance"),
        (["--save", " "], "needs a name"),
    ],
)
def test_what_cannot_be_asked_is_wrong_use(
    shell: Shell, board: Board, words: list[str], said: str
) -> None:
    result = shell("sync", *words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert board.requests == []


def test_offline_asks_for_nothing(shell: Shell, board: Board, home: Path) -> None:
    result = shell("sync", "--offline")
    assert result.code == 1
    assert "Working offline" in result.err
    assert board.requests == []
    assert not (home / "library.sqlite3").exists()
