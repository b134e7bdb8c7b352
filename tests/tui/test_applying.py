"""Stages with a day and a note, the board, the bank, the interview view, the person's editor."""

import sys
from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from nhsjobtui.library import Library
from nhsjobtui.model.advert import Advert, Group
from nhsjobtui.paths import Paths
from nhsjobtui.tui.app import NhsJobTuiApp
from nhsjobtui.tui.dialogs.applications import ApplicationsDialog
from nhsjobtui.tui.dialogs.bank import BankDialog
from nhsjobtui.tui.dialogs.stage import StageDialog
from nhsjobtui.tui.interview_screen import InterviewScreen
from nhsjobtui.tui.preparing.screen import PreparingScreen
from tests.tui.conftest import clock, running, screen_text, type_ahead, until

NURSE, SISTER = "C9001-26-0001", "C9001-26-0002"


@pytest.fixture
def two(empty_paths: Paths) -> Paths:
    """Two adverts: one with evidence that closes in two days, one that was applied for."""
    with Library.open(empty_paths.library_file, clock) as library:
        for slug, title, closing in (
            (NURSE, "Staff Nurse", date(2026, 3, 6)),
            (SISTER, "Sister", date(2026, 3, 20)),
        ):
            group = Group("Experience", ("Works in a team", "Knows the ward"), ())
            advert = Advert(
                board="nhsjobs", slug=slug, title=title, closing=closing, person_spec=(group,)
            )
            one = library.add(advert, b"", slug).advert_id
            key = library.entry(one).criteria[0].key
            library.set_evidence(one, key, f"As a {title} I led the board round.")
        library.set_stage(one, "applied")
        library.set_evidence(one, key, "Changed after sending.")
    return empty_paths


def status_line(app: NhsJobTuiApp) -> str:
    return str(app.main.status.render())


def dialog(app: NhsJobTuiApp, kind: type[object]) -> Callable[[], bool]:
    return lambda: isinstance(app.screen, kind) and app.focused is not None


async def go_to(app: NhsJobTuiApp, pilot: Pilot[int], title: str) -> int:
    await pilot.press("g")
    await until(pilot, lambda: app.main.advert.entry is not None)
    for _ in range(2):
        entry = app.main.advert.entry
        if entry is not None and entry.head.title == title:
            return entry.head.id
        await pilot.press("j")
        await pilot.pause()
    raise AssertionError(f"{title} is not in the list.")


# ---- stages


async def test_a_stage_is_kept_with_its_day_time_and_note(two: Paths) -> None:
    async with running(two, (80, 24)) as (app, pilot):
        nurse = await go_to(app, pilot, "Staff Nurse")
        await pilot.press("S")
        await until(pilot, dialog(app, StageDialog))
        await pilot.press("i", "tab", *"3 June 2026 10:00", "tab", *"Room 4", "enter")
        await until(pilot, lambda: status_line(app) == "Stage: interview, 3 June 2026 10:00.")
        detail = app.library.stages(nurse)[-1]
        assert (detail.stage, detail.day, detail.time) == ("interview", date(2026, 6, 3), "10:00")
        assert detail.note == "Room 4"
        await pilot.press("S")
        await until(pilot, lambda: "Noted before: 3 June 2026 10:00, Room 4" in screen_text(app))


async def test_a_day_that_is_none_is_said_and_the_note_stays_for_the_next_time(two: Paths) -> None:
    async with running(two, (80, 24)) as (app, pilot):
        await go_to(app, pilot, "Staff Nurse")
        await pilot.press("S")
        await until(pilot, dialog(app, StageDialog))
        await pilot.press("tab", *"soon", "tab", *"with Priya", "enter")
        problem = app.screen.query_one(".problem", Static)
        await until(pilot, lambda: "“soon” is not a day and time" in str(problem.render()))
        await pilot.press("escape", "S")
        await until(pilot, lambda: "with Priya" in screen_text(app))
        assert app.main.advert.entry
        assert app.main.advert.entry.head.stage is None


# ---- the board


async def test_the_board_says_what_needs_doing_and_goes_to_an_advert(two: Paths) -> None:
    async with running(two, (80, 24)) as (app, pilot):
        await pilot.press("t")
        await until(pilot, dialog(app, ApplicationsDialog))
        await until(pilot, lambda: "closes in 2 days, not applied yet" in screen_text(app))
        assert "What needs doing (1)" in screen_text(app)
        assert "Applied (1)" in screen_text(app)
        await pilot.press("G", "enter")
        await until(pilot, lambda: app.main.pane == "advert" and app.screen is app.main)
        entry = app.main.advert.entry
        assert entry
        assert entry.head.title == "Sister"


async def test_an_empty_board_says_how_to_begin_and_escape_closes_it(empty_paths: Paths) -> None:
    async with running(empty_paths, (80, 24)) as (app, pilot):
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, ApplicationsDialog))
        await until(pilot, lambda: "S gives an advert a stage" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.main)


# ---- the bank


async def test_the_bank_is_searched_and_a_text_copied_plain(two: Paths) -> None:
    async with running(two, (80, 24)) as (app, pilot):
        await pilot.press("b")
        await until(pilot, dialog(app, BankDialog))
        await pilot.press("slash", *"board round", "enter")
        await until(pilot, lambda: "1 found" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.main)
        assert app.clipboard == "As a Staff Nurse I led the board round."


async def write_a_piece(app: NhsJobTuiApp, pilot: Pilot[int]) -> Screen[object]:
    """Open the bank, and in it the field for a general piece; return the bank."""
    await pilot.press("b")
    await until(pilot, dialog(app, BankDialog))
    bank = app.screen
    await pilot.press("a")
    await until(pilot, lambda: app.screen is not bank and app.focused is not None)
    return bank


async def test_a_general_piece_is_added_and_what_was_not_added_is_still_there(two: Paths) -> None:
    async with running(two, (80, 24)) as (app, pilot):
        bank = await write_a_piece(app, pilot)
        await pilot.press(*"I drive", "escape")
        await until(pilot, lambda: app.screen is bank)
        await pilot.press("escape", "b")
        await until(pilot, lambda: app.screen is not bank and dialog(app, BankDialog)())
        bank = app.screen
        await pilot.press("a")
        await until(pilot, lambda: app.screen is not bank and "I drive" in screen_text(app))
        await pilot.press("ctrl+d")
        await until(pilot, lambda: app.screen is bank and "Added to the bank" in screen_text(app))
        assert [kept.text for kept in app.library.bank.search("drive", 9)] == ["I drive"]


async def test_what_is_typed_right_before_ctrl_d_is_added_as_well(two: Paths) -> None:
    async with running(two, (80, 24)) as (app, pilot):
        bank = await write_a_piece(app, pilot)
        type_ahead(app, *"drive", "ctrl+d")
        await until(pilot, lambda: app.screen is bank and "Added to the bank" in screen_text(app))
        assert [kept.text for kept in app.library.bank.search("drive", 9)] == ["drive"]


# ---- the interview


async def test_the_interview_view_shows_what_was_sent_and_keeps_questions(two: Paths) -> None:
    async with running(two, (80, 24)) as (app, pilot):
        sister = await go_to(app, pilot, "Sister")
        app.library.set_stage(
            sister, "interview", day=date(2026, 6, 3), time="10:00", note="Room 4"
        )
        await pilot.press("v")
        await until(pilot, lambda: isinstance(app.screen, InterviewScreen))
        await until(pilot, lambda: "As a Sister I led the board round." in screen_text(app))
        assert "Interview on 3 June 2026 10:00: Room 4" in screen_text(app)
        assert "Changed after sending" not in screen_text(app)
        await pilot.press("a", *"How many beds?", "escape", "escape")
        await until(pilot, lambda: app.screen is app.main)
        assert app.library.application(sister).questions == "How many beds?"


@pytest.mark.parametrize("key", ["w", "v"])
async def test_every_declared_key_of_a_screen_does_something(two: Paths, key: str) -> None:
    from nhsjobtui.keys import actions_in

    async with running(two, (120, 40)) as (app, pilot):
        await go_to(app, pilot, "Sister")
        await pilot.press(key)
        await until(pilot, lambda: app.screen is not app.main)
        screen = app.screen
        assert isinstance(screen, PreparingScreen | InterviewScreen)
        for action in actions_in(screen.WHERE):
            assert hasattr(screen, f"action_{action.id}"), action.id
            for one in action.keys:
                assert one in screen._bindings.key_to_bindings, one


# ---- all of it in the person's own editor


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Make $VISUAL a program that does something with the text `t`; the terminal is given away."""
    monkeypatch.setattr(NhsJobTuiApp, "suspend", lambda self: nullcontext())

    def use(script: str) -> None:
        path = tmp_path / "editor.py"
        lines = ("import sys, pathlib", "p = pathlib.Path(sys.argv[1])", "t = p.read_text()")
        path.write_text("\n".join((*lines, script, "p.write_text(t)")), encoding="utf-8")
        monkeypatch.setenv("VISUAL", f"'{sys.executable}' '{path}'")

    return use


async def test_what_was_changed_in_the_editor_is_taken_in_as_one_step(
    two: Paths, editor: Callable[[str], None]
) -> None:
    editor("t = t.replace('As a Staff', 'As the Staff').replace('todo', 'met')")
    async with running(two, (120, 40)) as (app, pilot):
        nurse = await go_to(app, pilot, "Staff Nurse")
        await pilot.press("E")
        await until(pilot, lambda: status_line(app) == "3 changes taken in; u takes all back.")
        rows = app.library.entry(nurse).criteria
        assert rows[0].evidence == "As the Staff Nurse I led the board round."
        assert [row.status for row in rows] == ["met", "met"]
        await pilot.press("u")
        assert [row.status for row in app.library.entry(nurse).criteria] == ["todo", "todo"]


async def test_a_text_with_a_mistake_is_kept_over_a_restart_and_opens_again(
    two: Paths, editor: Callable[[str], None]
) -> None:
    editor("t = t.replace('As a Staff', 'As the Staff').replace('status =', 'status', 1)")
    async with running(two, (120, 40)) as (app, pilot):
        await go_to(app, pilot, "Staff Nurse")
        await pilot.press("E")
        await until(pilot, lambda: "cannot be read as TOML" in status_line(app))
        assert "line " in status_line(app)
        assert "Your text is kept" in status_line(app)
    editor("t = t.replace('status \"', 'status = \"')")
    async with running(two, (120, 40)) as (app, pilot):
        nurse = await go_to(app, pilot, "Staff Nurse")
        await pilot.press("E")
        await until(pilot, lambda: status_line(app) == "1 change taken in; u takes all back.")
        text = app.library.entry(nurse).criteria[0].evidence
        assert text == "As the Staff Nurse I led the board round."
        assert not list(two.unfinished.iterdir())


async def test_a_wrong_value_is_said_with_its_line(
    two: Paths, editor: Callable[[str], None]
) -> None:
    editor("t = t.replace('= \"todo', '= \"done', 1)")
    async with running(two, (120, 40)) as (app, pilot):
        await go_to(app, pilot, "Staff Nurse")
        await pilot.press("E")
        await until(pilot, lambda: "status must be one of" in status_line(app))
        assert status_line(app).startswith("! Line ")


async def test_the_preparing_view_shows_what_the_editor_changed(
    two: Paths, editor: Callable[[str], None]
) -> None:
    editor("t = t.replace('As a Staff', 'As the Staff')")
    async with running(two, (120, 40)) as (app, pilot):
        await go_to(app, pilot, "Staff Nurse")
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, PreparingScreen))
        screen = app.screen
        assert isinstance(screen, PreparingScreen)
        await until(pilot, lambda: screen.editor.has_focus)
        await pilot.press(*" More.", "escape", "E")
        await until(pilot, lambda: "1 change taken in" in screen_text(app))
        assert screen.editor.text == "As the Staff Nurse I led the board round. More."
