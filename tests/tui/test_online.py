"""What the app does online, with a board on this machine and the real commands beside it."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Input, OptionList, Static

from nhsjobtui.boards.address import URL_VARIABLE
from nhsjobtui.boards.criteria import Criteria
from nhsjobtui.boards.searches import Searches
from nhsjobtui.library import Library
from nhsjobtui.model.query import Query
from nhsjobtui.paths import Paths
from nhsjobtui.tui.app import NhsJobTuiApp
from nhsjobtui.tui.dialogs.finding import FindDialog
from tests.board import Board, Document, Reply, Vacancy, faults, vacancies
from tests.board.server import Fault, Handler
from tests.tui.conftest import clock, running, screen_text, type_ahead, until

VACANCY = Vacancy(documents=(Document(), Document("Map.pdf", "PDF, 20 KB", b"%PDF-1.7 a map")))
SLUG = VACANCY.slug
ADDRESS = f"https://www.jobs.nhs.uk/candidate/jobadvert/{SLUG}?keyword=nurse"
NIGHTS = Vacancy("C9999-26-0900", "Night Porter", posted=f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S}.1")
"""Published just now: the commands beside the app have the real time."""


@pytest.fixture
def home(empty_paths: Paths) -> Paths:
    """An empty library whose commands wait for nothing between requests."""
    empty_paths.config.mkdir()
    empty_paths.config_file.write_text("[network]\ninterval = 0\n", encoding="utf-8")
    return empty_paths


@pytest.fixture
def board(monkeypatch: pytest.MonkeyPatch, _nobody: None) -> Iterator[Board]:
    """A board that stands for NHS Jobs."""
    with Board([VACANCY, *vacancies(230)]) as board:
        monkeypatch.setenv(URL_VARIABLE, board.url)
        yield board


@pytest.fixture
def listed(home: Paths) -> Paths:
    """A library with one listing in it."""
    from nhsjobtui.model.advert import Advert, Section
    from nhsjobtui.model.merge import SEARCH_HEADING

    listing = Advert(
        board="nhsjobs",
        slug=SLUG,
        title=VACANCY.title,
        employer=VACANCY.employer,
        closing=VACANCY.closing,
        sections=(Section(SEARCH_HEADING, "Teasel Ward looks after people who are getting …"),),
    )
    with Library.open(home.library_file, clock) as library:
        library.put_listings([listing])
    return home


def status_line(app: NhsJobTuiApp) -> str:
    return str(app.main.status.render())


def problem(app: NhsJobTuiApp) -> str:
    return str(app.screen.query_one(".problem", Static).render())


async def says(app: NhsJobTuiApp, pilot: Pilot[int], words: str) -> None:
    try:
        await until(pilot, lambda: words in status_line(app))
    except AssertionError:
        raise AssertionError(f"It says: {status_line(app)}") from None


async def idle(app: NhsJobTuiApp, pilot: Pilot[int]) -> None:
    await until(pilot, lambda: not app.main.online.busy)


async def dialog(app: NhsJobTuiApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    await until(pilot, lambda: app.screen is not app.main and app.focused is not None)


def titles(app: NhsJobTuiApp) -> list[str]:
    rows = app.main.adverts.list
    return [head.title for n in range(rows.total) if (head := rows.head(n))]


class Held:
    """A request that the board does not answer before it is told to."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.free = threading.Event()

    def __call__(self, handler: Handler, reply: Reply) -> None:
        self.reached.set()
        while not self.free.is_set() and not handler.nap(0.02):
            pass
        handler.reply(reply)


# ---- opening a listing


async def test_a_listing_is_readable_at_once_and_its_page_follows_in_place(
    listed: Paths, board: Board
) -> None:
    held = Held()
    board.fault(held, on=SLUG)
    async with running(listed, (80, 24)) as (app, pilot):
        await pilot.press("enter")
        await until(pilot, held.reached.is_set)
        assert "Only the search result is here" in screen_text(app)
        assert f"Asking NHS Jobs for {SLUG}" in status_line(app)
        held.free.set()
        await says(app, pilot, "The whole advert is here.")
        entry = app.main.advert.entry
        assert entry is not None
        assert entry.criteria[0].text == "Registered nurse"
        assert "Only the search result" not in screen_text(app)
        await pilot.press("escape", "enter")
        await idle(app, pilot)
    assert len(board.requests) == 1


async def test_moving_in_the_list_asks_nobody(listed: Paths, board: Board) -> None:
    async with running(listed, (120, 40)) as (app, pilot):
        await pilot.press("G", "g", "j", "slash", *"teasel", "enter")
        assert not app.main.online.busy
    assert board.requests == []


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (faults.status(404), "No longer on NHS Jobs (NHS Jobs answered 404)."),
        (faults.status(403), "It did not come: NHS Jobs refuses to be asked"),
        (faults.status(500), "It did not come: NHS Jobs answered with a fault of its own"),
    ],
)
async def test_a_page_that_does_not_come_is_said_and_the_listing_stays(
    listed: Paths, board: Board, fault: Fault, said: str
) -> None:
    board.fault(fault, on=SLUG)
    async with running(listed, (120, 40)) as (app, pilot):
        await pilot.press("enter")
        await says(app, pilot, said)
        assert app.main.advert.entry is not None
        assert "Teasel Ward looks after people" in screen_text(app)
        await until(pilot, lambda: "asked again on" in screen_text(app))
        asked = len(board.requests)
        await pilot.press("escape", "enter")
        assert not app.main.online.busy  # once is enough; r asks again
        assert len(board.requests) == asked


# ---- refresh


async def test_r_says_what_changed_and_touches_nothing_of_the_persons(
    listed: Paths, board: Board
) -> None:
    async with running(listed, (120, 24)) as (app, pilot):
        await pilot.press("enter")
        await says(app, pilot, "The whole advert is here.")
        await pilot.press("3", "space", "enter", *"On Elm Ward", "escape", "2", "ctrl+d")
        await until(pilot, lambda: app.main.advert.view.scroll_offset.y > 0)
        place = app.main.advert.view.scroll_offset.y
        await pilot.press("r")
        await says(app, pilot, "It is the same as before.")
        board.put(replace(VACANCY, closing=date(2026, 12, 24)))
        await pilot.press("r")
        await says(app, pilot, "Changed: closing date.")
        entry = app.main.advert.entry
        assert entry is not None
        assert entry.advert.closing == date(2026, 12, 24)
        assert (entry.criteria[0].status, entry.criteria[0].evidence) == ("met", "On Elm Ward")
        assert app.main.advert.view.scroll_offset.y == place
        board.remove(SLUG)
        await pilot.press("r")
        await says(app, pilot, "No longer on NHS Jobs")
        assert app.main.library.entry(entry.head.id).criteria[0].evidence == "On Elm Ward"


async def test_r_without_a_network_keeps_the_copy(listed: Paths) -> None:
    async with running(listed, (120, 24)) as (app, pilot):
        await pilot.press("r")
        await says(app, pilot, "could not be reached")
        assert app.main.status.has_class("problem")
        assert app.main.library.count() == 1


async def test_the_shortlist_is_asked_for_and_ends_with_a_count(home: Paths, board: Board) -> None:
    async with running(home, (120, 40)) as (app, pilot):
        await pilot.press("R")
        await says(app, pilot, "The shortlist is empty")
        await find(app, pilot, keyword="Ward Clerk")
        for advert_id in list(app.main.library.ids())[:3]:
            app.main.library.set_shortlisted(advert_id, True)
        ids = app.main.library.ids(Query(shortlisted=True))
        slugs = [head.ref for head in app.main.library.heads(ids).values()]
        await pilot.press("R")
        await says(app, pilot, "Shortlist: 3 changed.")  # all were listings
        board.remove(slugs[0])
        changed = next(v for v in board.vacancies if v.slug == slugs[1])
        board.put(replace(changed, closing=date(2026, 12, 31)))
        await pilot.press("R")
        await says(app, pilot, "Shortlist: 1 changed, 1 gone, 1 the same.")


async def test_a_refresh_of_the_shortlist_is_stopped_and_keeps_what_came(
    home: Paths, board: Board
) -> None:
    async with running(home, (120, 40)) as (app, pilot):
        await find(app, pilot, keyword="Ward Clerk")
        for advert_id in list(app.main.library.ids())[:3]:
            app.main.library.set_shortlisted(advert_id, True)
        shortlist = app.main.library.ids(Query(shortlisted=True))
        second = app.main.library.heads(shortlist)[shortlist[1]].ref
        held = Held()
        board.fault(held, on=second)
        await pilot.press("R")
        await until(pilot, held.reached.is_set)
        await says(app, pilot, "1 of 3 · ctrl+c stops")
        await pilot.press("ctrl+c")
        await says(app, pilot, "Stopped after 1 of 3. What had come is kept.")


# ---- find online


async def find(app: NhsJobTuiApp, pilot: Pilot[int], **typed: str) -> None:
    """Search by the form and wait for the end."""
    await dialog(app, pilot, "f")
    for field in app.screen.query(Input):
        field.value = typed.get(field.id or "", field.value if not typed else "")
    await pilot.press("enter")
    await until(pilot, lambda: app.screen is app.main)
    await idle(app, pilot)


async def test_what_is_typed_ahead_in_the_form_is_for_the_fields_it_was_meant_for(
    home: Paths, board: Board
) -> None:
    async with running(home, (80, 24)) as (app, pilot):
        await dialog(app, pilot, "f")
        type_ahead(app, *"ward", "tab", *"Wyreham", "tab", "7", "tab", "5")
        fields = ("keyword", "place", "distance", "bands")
        await until(
            pilot,
            lambda: (
                [app.screen.query_one(f"#{name}", Input).value for name in fields]
                == ["ward", "Wyreham", "7", "5"]
            ),
        )


async def test_the_form_is_filled_by_keyboard_at_80_by_24_and_what_comes_is_listed(
    home: Paths, board: Board
) -> None:
    async with running(home, (80, 24)) as (app, pilot):
        await dialog(app, pilot, "f")
        await pilot.press(*"ward", "tab", *"Wyreham", "tab", "tab", *"5, 6", "tab", *"nurs")
        await until(pilot, lambda: "Staff groups  ▌nursing and midwifery" in screen_text(app))
        await pilot.press("right", "tab", "tab", "tab", "space", "tab", "enter")
        await says(app, pilot, "escape lists all adverts again.")
        (seen,) = board.requests
        assert seen.query["keyword"] == "ward"
        assert seen.query["location"] == "Wyreham"
        assert seen.query["payBand"] == "BAND_5,BAND_6"
        assert seen.query["staffGroup"] == "NURSING_AND_MIDWIFERY_REGD"
        assert app.main.adverts.query_now.sort == "closing"
        await dialog(app, pilot, "f")
        assert isinstance(app.screen, FindDialog)
        assert app.screen.form.bands == "5, 6"  # remembered
        assert app.screen.form.staff_groups == "nursing and midwifery"


async def test_results_come_into_the_list_while_the_search_goes_on_and_it_can_be_stopped(
    home: Paths, board: Board
) -> None:
    held = Held()
    board.fault(held, on="page=2")
    async with running(home, (120, 40)) as (app, pilot):
        await dialog(app, pilot, "f")
        await pilot.press(*"Ward", "enter")
        await until(pilot, held.reached.is_set)
        await until(pilot, lambda: app.main.adverts.list.total == 100)
        await pilot.press("j", "j")
        assert app.main.adverts.list.cursor == 2
        assert "ctrl+c stops" in status_line(app)
        await pilot.press("ctrl+c")
        await says(app, pilot, "Stopped. The 100 listings that had come are kept.")
        assert app.main.library.count() == 100


async def test_escape_leaves_what_was_found_for_good_and_then_stops_the_search(
    listed: Paths, board: Board
) -> None:
    second, third = Held(), Held()
    board.fault(second, on="page=2")
    board.fault(third, on="page=3")
    async with running(listed, (120, 40)) as (app, pilot):
        await dialog(app, pilot, "f")
        await pilot.press(*"Ward", "enter")
        await until(pilot, second.reached.is_set)
        await until(pilot, lambda: app.main.adverts.found is not None)
        await pilot.press("escape")
        second.free.set()
        await until(pilot, third.reached.is_set)
        await until(pilot, lambda: app.main.adverts.list.total > 190)
        assert app.main.adverts.found is None
        await pilot.press("escape")
        await says(app, pilot, "Stopped. The 200 listings that had come are kept.")
        assert app.main.adverts.found is None


async def test_only_what_was_found_is_listed_until_escape(listed: Paths, board: Board) -> None:
    async with running(listed, (120, 40)) as (app, pilot):
        await find(app, pilot, keyword="Midwife")
        found = titles(app)
        assert found
        assert all(title.startswith("Midwife") for title in found)
        assert "“Midwife”" in app.main.adverts.header.words
        await pilot.press("slash", *"alder")
        assert 0 < app.main.adverts.list.total < len(found)
        await pilot.press("escape")
        assert len(titles(app)) == len(found)
        await pilot.press("escape")
        assert len(titles(app)) == len(found) + 1
        await find(app, pilot, keyword="zzxqv")
        await says(app, pilot, "NHS Jobs has no advert like that")
        await until(pilot, lambda: "Nothing was found on NHS Jobs" in screen_text(app))


async def test_what_cannot_be_asked_is_said_in_the_dialog(home: Paths, board: Board) -> None:
    async with running(home, (80, 24)) as (app, pilot):
        await dialog(app, pilot, "f")
        await pilot.press("enter")
        await until(pilot, lambda: "Say what to find" in problem(app))
        for field, value, said in (
            ("bands", "12", "is not a band"),
            ("distance", "far", "Miles are a whole number"),
            ("distance", "5", "needs a place"),
        ):
            for each in app.screen.query(Input):
                each.value = value if each.id == field else ""
            await pilot.press("enter")
            await until(pilot, lambda words=said: words in problem(app))  # type: ignore[misc]
    assert board.requests == []


async def test_damaged_saved_searches_are_said_and_one_can_search_all_the_same(
    home: Paths, board: Board
) -> None:
    home.searches_file.write_text("[search\n", encoding="utf-8")
    async with running(home, (80, 24)) as (app, pilot):
        await dialog(app, pilot, "f")
        assert "are damaged in line 1" in problem(app)
        await pilot.press(*"Midwife", "enter")
        await until(pilot, lambda: app.screen is app.main)
        await idle(app, pilot)
        assert titles(app)
    assert home.searches_file.read_text(encoding="utf-8") == "[search\n"


async def test_a_failure_in_the_middle_is_a_sentence_and_keeps_what_came(
    home: Paths, board: Board
) -> None:
    board.fault(faults.placeholder(), on="page=2")
    async with running(home, (120, 40)) as (app, pilot):
        await find(app, pilot, keyword="Ward")
        await says(app, pilot, "a web page where its feed should be")
        assert app.main.status.has_class("problem")
        assert app.main.adverts.list.total == 100


async def test_all_of_nhs_jobs_is_taken_in_with_its_time_said_beforehand(
    home: Paths, board: Board
) -> None:
    async with running(home, (80, 24)) as (app, pilot):
        for label, said in (
            ("All of NHS Jobs: about 130 requests, two to three minutes", "NHS Jobs: 231 new"),
            ("What is new on all of NHS Jobs since", "NHS Jobs: 1 new, 0 changed"),
        ):
            await dialog(app, pilot, "f")
            button = app.screen.query_one("#everything", Button)
            assert str(button.label).startswith(label)
            button.focus()
            await pilot.press("enter")
            await says(app, pilot, said)
            board.put(NIGHTS)
        await until(pilot, lambda: app.main.adverts.list.total == 232)


async def test_a_saved_search_is_run_again_and_lists_what_is_new(home: Paths, board: Board) -> None:
    board.vacancies = [v for v in board.vacancies if "Health" in v.title]
    async with running(home, (120, 40)) as (app, pilot):
        await find(app, pilot, keyword="Health", name="visits")
        await says(app, pilot, "saved as “visits”")
        await dialog(app, pilot, "f")
        app.screen.query_one("#keyword", Input).value = "Midwife"
        app.screen.query_one("#name", Input).value = "Visits"
        await pilot.press("enter")
        await until(pilot, lambda: "“Visits” is another search already" in problem(app))
        await pilot.press("escape")
        board.put(replace(NIGHTS, title="Health Porter"))
        await dialog(app, pilot, "f")
        saved = app.screen.query_one("#saved", OptionList)
        assert "visits: “Health” (last run:" in str(saved.get_option_at_index(0).prompt)
        saved.focus()
        await pilot.press("down", "enter")
        await says(app, pilot, "visits: 1 new since")
        assert titles(app) == ["Health Porter"]
        commands = {command.title: command for command in app.get_system_commands(app.screen)}
        commands["Run the saved search “visits”"].callback()
        await says(app, pilot, "visits: nothing new since")


async def test_an_advert_that_is_read_stays_while_a_search_finds_others(
    listed: Paths, board: Board
) -> None:
    held = Held()
    board.fault(held, on="page=1", times=1)
    async with running(listed, (80, 24)) as (app, pilot):
        await dialog(app, pilot, "f")
        await pilot.press(*"Alder", "enter")
        await until(pilot, held.reached.is_set)
        await pilot.press("2")
        held.free.set()
        await says(app, pilot, "found, ")
        await idle(app, pilot)
        assert SLUG in app.main.advert.header.words
        assert app.main.adverts.found is None
        await pilot.press("1")
        await until(pilot, lambda: app.main.adverts.found is not None)
        assert all("Alder" in title for title in titles(app))


async def test_what_was_found_is_listed_once_the_writing_ends(listed: Paths, board: Board) -> None:
    held = Held()
    board.fault(held, on="page=1", times=1)
    async with running(listed, (120, 40)) as (app, pilot):
        await dialog(app, pilot, "f")
        await pilot.press(*"Alder", "enter")
        await until(pilot, held.reached.is_set)
        await pilot.press("a", *"rang them")
        held.free.set()
        await says(app, pilot, "They are listed when you go back to the list.")
        assert app.main.adverts.found is None
        await pilot.press("escape", "1")
        await until(pilot, lambda: app.main.adverts.found is not None)
        assert all("Alder" in title for title in titles(app))


async def test_a_search_that_was_left_is_not_brought_back_by_its_next_page(
    listed: Paths, board: Board
) -> None:
    held = Held()
    board.fault(held, on="page=2")
    async with running(listed, (120, 40)) as (app, pilot):
        await dialog(app, pilot, "f")
        await pilot.press(*"Ward", "enter")
        await until(pilot, held.reached.is_set)
        await until(pilot, lambda: app.main.adverts.list.total == 100)
        await pilot.press("escape")
        held.free.set()
        await says(app, pilot, "found, ")
        assert "escape" not in status_line(app)
        assert app.main.adverts.found is None


async def test_what_came_is_said_of_its_own_advert(home: Paths, board: Board) -> None:
    other = board.vacancies[-1]
    held = Held()
    board.fault(held, on=SLUG)
    async with running(home, (120, 40)) as (app, pilot):
        await find(app, pilot, keyword="Ward")
        app.main.adverts.show_all()
        app.main.adverts.go_to(app.main.library.find(SLUG))
        await pilot.press("r")
        await until(pilot, held.reached.is_set)
        app.main.adverts.go_to(app.main.library.find(other.slug))
        held.free.set()
        await says(app, pilot, f"{VACANCY.title}: The whole advert is here.")


async def test_a_listing_whose_fetch_was_stopped_is_fetched_when_it_is_opened_again(
    listed: Paths, board: Board
) -> None:
    held = Held()
    board.fault(held, on=SLUG, times=1)
    async with running(listed, (80, 24)) as (app, pilot):
        await pilot.press("enter")
        await until(pilot, held.reached.is_set)
        await pilot.press("ctrl+c")
        await says(app, pilot, "Stopped.")
        held.free.set()
        await idle(app, pilot)
        await pilot.press("escape", "enter")
        await says(app, pilot, "The whole advert is here.")


async def test_a_problem_is_said_whole_and_does_not_hide_what_runs_next(
    listed: Paths, board: Board
) -> None:
    held = Held()
    board.fault(faults.status(403), on=SLUG, times=1)
    board.fault(held, on=SLUG)
    async with running(listed, (60, 24)) as (app, pilot):
        await pilot.press("r")
        await says(app, pilot, "It did not come")
        await pilot.pause()
        shown = " ".join(screen_text(app).split())
        assert "What is here of it stays." in shown
        await pilot.press("r")
        await until(pilot, held.reached.is_set)
        assert status_line(app).startswith("Asking NHS Jobs")
        held.free.set()
        await idle(app, pilot)


# ---- adding


async def test_an_address_is_fetched_and_gone_to(home: Paths, board: Board) -> None:
    async with running(home, (80, 24)) as (app, pilot):
        await dialog(app, pilot, "i")
        app.screen.query_one(Input).value = ADDRESS
        await pilot.press("enter")
        await says(app, pilot, f"Added: {VACANCY.title}.")
        assert app.screen is app.main
        await until(pilot, lambda: SLUG in app.main.advert.header.words)
        await dialog(app, pilot, "i")
        app.screen.query_one(Input).value = "C1111-26-0001"
        await pilot.press("enter")
        await until(pilot, lambda: "is not on NHS Jobs" in problem(app))
        await pilot.press("escape")
        assert app.screen is app.main


async def test_an_address_that_is_only_listed_is_fetched_whole(listed: Paths, board: Board) -> None:
    async with running(listed, (80, 24)) as (app, pilot):
        for said in (f"Updated: {VACANCY.title}", "This advert is in the library already."):
            await dialog(app, pilot, "i")
            app.screen.query_one(Input).value = ADDRESS
            await pilot.press("enter")
            await says(app, pilot, said)
    assert len(board.requests) == 1


async def test_the_dialog_can_be_left_while_an_advert_is_fetched(home: Paths, board: Board) -> None:
    held = Held()
    board.fault(held, on=SLUG)
    async with running(home, (80, 24)) as (app, pilot):
        await dialog(app, pilot, "i")
        app.screen.query_one(Input).value = SLUG
        await pilot.press("enter")
        await until(pilot, held.reached.is_set)
        assert f"Asking NHS Jobs for {SLUG}" in problem(app)
        await pilot.press("escape")
        assert app.screen is app.main
        held.free.set()
        await says(app, pilot, f"Added: {VACANCY.title}.")
        await until(pilot, lambda: app.main.adverts.list.total == 1)


async def test_an_advert_asked_for_again_meanwhile_answers_the_dialog_that_is_open(
    home: Paths, board: Board
) -> None:
    held = Held()
    board.fault(held, on=SLUG)
    async with running(home, (80, 24)) as (app, pilot):
        for again in (False, True):
            await dialog(app, pilot, "i")
            app.screen.query_one(Input).value = SLUG
            await pilot.press("enter")
            await until(pilot, held.reached.is_set)
            if not again:
                await pilot.press("escape")
        held.free.set()
        await says(app, pilot, f"Added: {VACANCY.title}.")
        assert app.screen is app.main


# ---- documents


@pytest.fixture
def opener(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the system's program for documents writes down what it was given."""
    import os
    import sys

    if sys.platform in {"win32", "darwin"}:
        pytest.skip("other programs open files there")
    told = tmp_path / "told"
    program = tmp_path / "bin" / "xdg-open"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nprintf %s "$1" > {told}.new && mv {told}.new {told}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    return told


async def test_a_document_is_chosen_downloaded_and_opened(
    listed: Paths, board: Board, opener: Path
) -> None:
    async with running(listed, (100, 24)) as (app, pilot):
        await pilot.press("D")
        await says(app, pilot, "Only the search result is here")
        await pilot.press("enter")
        await says(app, pilot, "The whole advert is here.")
        await dialog(app, pilot, "D")
        assert "1. JD and PS.doc (DOC, 668 KB)" in screen_text(app)
        await pilot.press("j", "enter")
        await says(app, pilot, "Opened with the system's program:")
        await until(pilot, opener.exists)
        assert Path(opener.read_text()).read_bytes() == b"%PDF-1.7 a map"
        asked = len(board.requests)
        await dialog(app, pilot, "D")
        assert "2. Map.pdf (PDF, 20 KB) · here, 14 bytes" in screen_text(app)
        opener.unlink()
        await pilot.press("j", "enter")
        await until(pilot, opener.exists)
        assert len(board.requests) == asked  # it was here already
        await dialog(app, pilot, "D")
        await pilot.press("G", "enter")
        await says(app, pilot, "2 documents are in ")
        assert len(list((listed.documents / SLUG).iterdir())) == 2


async def test_of_several_documents_those_that_came_are_said_beside_the_one_that_did_not(
    listed: Paths, board: Board
) -> None:
    def too_large(handler: Handler, reply: Reply) -> None:
        first = board.requests[-1].form.get("document") == "1"
        faults.too_large(26)(handler, reply) if first else handler.reply(reply)

    async with running(listed, (100, 24)) as (app, pilot):
        await pilot.press("enter")
        await says(app, pilot, "The whole advert is here.")
        board.fault(too_large)
        await dialog(app, pilot, "D")
        await pilot.press("G", "enter")
        await says(app, pilot, "“JD and PS.doc” is larger than 25 MB")
        assert "1 document is in" in screen_text(app)


# ---- offline


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every program that the app starts."""
    import asyncio

    programs: list[object] = []
    real = asyncio.create_subprocess_exec

    async def noted(*words: str, **given: object) -> object:
        programs.append(words)
        return await real(*words, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", noted)
    return programs


async def test_one_search_at_a_time_and_a_single_advert_waits_for_none(
    listed: Paths, board: Board
) -> None:
    held = Held()
    board.fault(held, on="page=2")
    async with running(listed, (120, 40)) as (app, pilot):
        advert = app.main.adverts.list.current
        assert advert is not None
        await dialog(app, pilot, "f")
        await pilot.press(*"Ward", "enter")
        await until(pilot, held.reached.is_set)
        await dialog(app, pilot, "f")
        app.screen.query_one("#keyword", Input).value = "Midwife"
        await pilot.press("enter")
        await says(app, pilot, "Next: Searching NHS Jobs.")
        app.main.asking.refresh(app.main.library.entry(advert).head)
        await says(app, pilot, f"Asking NHS Jobs for {SLUG}")
        held.free.set()
        await idle(app, pilot)
        assert not app.main.library.entry(advert).head.listing
    searches = [seen.query.get("keyword", "one advert") for seen in board.requests]
    assert sorted(set(searches)) == ["Midwife", "Ward", "one advert"]
    assert board.most_at_once == 1


async def test_an_advert_comes_while_all_of_nhs_jobs_is_taken_in_and_stopping_it_stops_it_alone(
    listed: Paths, board: Board
) -> None:
    listed.config_file.write_text("[network]\ninterval = 0.3\n", encoding="utf-8")
    board.vacancies = [VACANCY, *vacancies(3000)]
    board.feed.renew()
    async with running(listed, (120, 40)) as (app, pilot):
        app.main.finding.everything()
        await says(app, pilot, "listings")
        app.main.action_refresh()
        await says(app, pilot, "Asking NHS Jobs for")
        await until(pilot, lambda: any(SLUG in seen.path for seen in board.requests))
        await says(app, pilot, "The whole advert is here.")
        assert app.main.online.busy
        app.main.action_refresh()
        await says(app, pilot, "Asking NHS Jobs for")
        await pilot.press("ctrl+c")
        await says(app, pilot, "Stopped.")
        assert app.main.online.busy
        assert board.most_at_once == 1
        app.main.online.stop_all()
        await idle(app, pilot)


@pytest.mark.parametrize("how", ["key", "option", "config"])
async def test_offline_every_action_says_so_and_no_program_is_started(
    listed: Paths, board: Board, started: list[object], how: str
) -> None:
    if how == "config":
        listed.config_file.write_text("[network]\noffline = true\n", encoding="utf-8")
    app = NhsJobTuiApp(listed, clock=clock, offline=True if how == "option" else None)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, app.main.opened.is_set)
        await pilot.pause()
        if how == "key":
            await pilot.press("O")
        await until(pilot, lambda: "offline" in screen_text(app).splitlines()[-1])
        await pilot.press("enter")
        await says(app, pilot, "Working offline: only the search result is here.")
        await pilot.press("1", "space")
        for key in ("r", "R"):
            app.main.tell("")
            await pilot.press(key)
            await says(app, pilot, "Working offline, so NHS Jobs was not asked.")
        await dialog(app, pilot, "f")
        assert "Working offline" in problem(app)
        app.screen.query_one("#keyword", Input).value = "nurse"
        app.main.tell("")
        await pilot.press("enter")
        await says(app, pilot, "Working offline")
        await dialog(app, pilot, "i")
        app.screen.query_one(Input).value = "C1111-26-0001"
        await pilot.press("enter")
        await until(pilot, lambda: "Working offline" in problem(app))
        await pilot.press("escape")
        assert started == []
        assert board.requests == []
        await pilot.press("O")
        await says(app, pilot, "Online again")
        await pilot.press("r")
        await says(app, pilot, "The whole advert is here.")
    assert len(board.requests) == 1


async def test_at_the_start_nobody_is_asked(
    listed: Paths, board: Board, started: list[object]
) -> None:
    async with running(listed, (120, 40)) as (app, pilot):
        await pilot.press("j", "2", "1")
        await idle(app, pilot)
        started.clear()  # the page of the listing that 2 went to
        await pilot.press("2", "q")
    board.requests.clear()
    async with running(listed, (120, 40)) as (app, pilot):  # it opens in the advert
        assert app.main.pane == "advert"
        await pilot.pause(0.2)
    assert started == []
    assert board.requests == []


async def test_the_search_named_in_the_settings_is_run_when_the_app_opens(
    home: Paths, board: Board
) -> None:
    Searches(home.searches_file).save("clerks", Criteria(keyword="Ward Clerk"))
    home.config_file.write_text('[network]\ninterval = 0\nat_start = "clerks"\n', encoding="utf-8")
    async with running(home, (120, 40)) as (app, pilot):
        await says(app, pilot, "clerks: ")
        await idle(app, pilot)
        assert app.main.library.count() > 0
    home.config_file.write_text('[network]\nat_start = "none"\n', encoding="utf-8")
    async with running(home, (120, 40)) as (app, pilot):
        await says(app, pilot, "There is no saved search “none”")
    home.config_file.write_text("[network]\nat_start = 3\n", encoding="utf-8")
    async with running(home, (120, 40)) as (app, pilot):
        await says(app, pilot, "at_start in [network] of")


async def test_leaving_stops_what_runs_and_loses_nothing(home: Paths, board: Board) -> None:
    held = Held()
    board.fault(held, on="page=2")
    async with running(home, (120, 40)) as (app, pilot):
        await dialog(app, pilot, "f")
        await pilot.press(*"Ward", "enter")
        await until(pilot, held.reached.is_set)
        await until(pilot, lambda: app.main.adverts.list.total == 100)
        await pilot.press("q")
        await until(pilot, lambda: app.return_code == 0)
        assert not app.main.online.busy
    with Library.open(home.library_file, clock) as library:
        assert library.count() == 100


async def test_the_demo_asks_nobody(paths: Paths, board: Board, started: list[object]) -> None:
    app = NhsJobTuiApp(paths, clock=clock, demo=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, app.main.opened.is_set)
        await pilot.pause()
        for key in ("r", "R", "O"):
            app.main.tell("")
            await pilot.press(key)
            await says(app, pilot, "The demo asks nobody")
    assert started == []
