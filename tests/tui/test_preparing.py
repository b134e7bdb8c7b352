"""Writing evidence, the statement and what was written before, by keyboard alone."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Static

from nhsjobtui.library import Library
from nhsjobtui.model.advert import Advert, Group, Section
from nhsjobtui.paths import Paths
from nhsjobtui.tui.app import NhsJobTuiApp
from nhsjobtui.tui.dialogs.bank import BankDialog
from nhsjobtui.tui.preparing.screen import PreparingScreen
from tests.tui.conftest import NOW, TODAY, clock, running, screen_text, type_ahead, until

TEAM = "Experience of working in a multidisciplinary team"


def advert(number: int, *criteria: str, title: str = "Staff Nurse") -> Advert:
    return Advert(
        board="nhsjobs",
        slug=f"C9001-26-{number:04}",
        title=title,
        employer="Harrowmere and Vale NHS Foundation Trust",
        closing=TODAY + timedelta(days=number),
        sections=(Section("Job summary", "A post on a ward with a view. " * 40),),
        person_spec=(Group("Experience", criteria, ()),),
    )


@pytest.fixture
def twenty(empty_paths: Paths) -> Paths:
    """An advert with twenty criteria, and one with evidence that was written before."""
    with Library.open(empty_paths.library_file, clock) as library:
        many = (TEAM, *(f"Knows procedure {number}" for number in range(2, 21)))
        library.add(advert(1, *many), b"", "new")
        old = library.add(advert(9, f"{TEAM} (A/I)", title="Sister"), b"", "old").advert_id
        key = library.entry(old).criteria[0].key
        library.set_evidence(old, key, "I chaired the board round on Elm Ward.")
    return empty_paths


async def prepare(app: NhsJobTuiApp, pilot: Pilot[int]) -> PreparingScreen:
    """Open the preparing view on the advert under the cursor."""
    await pilot.press("w")
    await until(pilot, lambda: isinstance(app.screen, PreparingScreen))
    screen = app.screen
    assert isinstance(screen, PreparingScreen)
    await until(pilot, lambda: screen.editor.has_focus)
    return screen


def evidence(app: NhsJobTuiApp, screen: PreparingScreen) -> list[str]:
    return [row.evidence for row in app.library.entry(screen.advert_id).criteria]


def said(screen: PreparingScreen) -> str:
    return str(screen.status.render())


async def test_twenty_criteria_are_answered_with_nothing_but_typing_and_tab(twenty: Paths) -> None:
    async with running(twenty, (80, 24)) as (app, pilot):
        screen = await prepare(app, pilot)
        for number in range(1, 21):
            await pilot.press(*f"did {number}", "tab")
        assert evidence(app, screen) == [f"did {number}" for number in range(1, 21)]
        await pilot.press(*"Yours", "escape", "escape")
        await until(pilot, lambda: app.screen is app.main)
        assert app.library.plan(screen.advert_id).ending == "Yours"


async def test_what_is_typed_ahead_after_tab_is_for_the_next_criterion(twenty: Paths) -> None:
    async with running(twenty, (80, 24)) as (app, pilot):
        screen = await prepare(app, pilot)
        type_ahead(app, *"one", "tab", *"two", "tab", "x", "shift+tab", "!")
        await until(pilot, lambda: screen.editor.text == "two!")
        await pilot.press("escape")
        assert evidence(app, screen)[:4] == ["one", "two!", "x", ""]


async def test_what_is_typed_ahead_after_escape_is_for_the_list(twenty: Paths) -> None:
    async with running(twenty, (80, 24)) as (app, pilot):
        screen = await prepare(app, pilot)
        type_ahead(app, *"on", "escape", "p", "j", "x")
        await until(pilot, lambda: said(screen) == "Criterion 2: gap.")
        rows = app.library.entry(screen.advert_id).criteria
        assert [(row.evidence, row.status) for row in rows[:2]] == [("on", "partly"), ("", "gap")]


async def test_what_a_command_replaces_while_it_is_open_is_said_and_can_be_brought_back(
    twenty: Paths,
) -> None:
    async with running(twenty, (80, 24)) as (app, pilot):
        screen = await prepare(app, pilot)
        await pilot.press(*"one two")
        await until(pilot, lambda: evidence(app, screen)[0] == "one two")
        with Library.open(twenty.library_file, clock) as other:
            key = other.entry(screen.advert_id).criteria[0].key
            other.set_evidence(screen.advert_id, key, "one three")
        await until(pilot, lambda: screen.editor.text == "one three")
        await until(pilot, lambda: "It was changed elsewhere: escape, then u" in said(screen))
        await pilot.press("escape", "u")
        await until(pilot, lambda: evidence(app, screen)[0] == "one two")


async def test_the_current_criterion_is_whole_in_view_with_advert_and_text_at_80_by_24(
    paths: Paths,
) -> None:
    async with running(paths, (80, 24)) as (app, pilot):
        screen = await prepare(app, pilot)
        for _ in range(12):
            await pilot.press("tab")
        first, last = screen.items.item_lines(screen.items.cursor)
        top = screen.items.scroll_offset.y
        assert top <= first < last <= top + screen.items.size.height
        assert screen.editor.size.height >= 3
        assert screen.advert.size.height >= 4


async def test_a_listing_says_that_its_criteria_come_with_the_advert(empty_paths: Paths) -> None:
    with Library.open(empty_paths.library_file, clock) as library:
        library.put_listings([Advert(board="nhsjobs", slug="C9001-26-0001", title="Sister")])
    async with running(empty_paths, (80, 24)) as (app, pilot):
        await prepare(app, pilot)
        await until(pilot, lambda: "r in the panes fetches it whole" in screen_text(app))


@pytest.mark.parametrize("size", [(40, 15), (80, 15), (80, 19), (120, 15)])
async def test_there_is_room_to_write_where_there_are_few_rows(
    paths: Paths, size: tuple[int, int]
) -> None:
    async with running(paths, size) as (app, pilot):
        screen = await prepare(app, pilot)
        await pilot.press(*"On nights")
        assert "On nights" in screen_text(app)
        assert "words" in screen_text(app)
        assert screen.editor.size.height >= 2
        assert screen.items.size.height >= 3
        assert screen.editor.region.bottom <= screen.own.region.bottom
        assert screen.advert.size.height >= 2


async def test_the_whole_criterion_goes_before_the_headings_above_it(empty_paths: Paths) -> None:
    with Library.open(empty_paths.library_file, clock) as library:
        library.add(advert(1, "Knows how to escalate a worry about a patient by night"), b"", "x")
    async with running(empty_paths, (40, 15)) as (app, pilot):
        screen = await prepare(app, pilot)
        assert screen.items.size.height == 3
        first, last = screen.items.item_lines(1)
        assert last - first == 3
        await until(pilot, lambda: screen.items.scroll_offset.y == first)


async def test_a_key_of_the_panes_says_that_it_works_there(twenty: Paths) -> None:
    async with running(twenty, (80, 24)) as (app, pilot):
        screen = await prepare(app, pilot)
        await pilot.press("S")
        assert (screen.editor.text, said(screen)) == ("S", "")
        await pilot.press("escape", "S")
        await until(pilot, lambda: said(screen).startswith("S works in the panes: escape goes"))
        await pilot.press("slash")
        await until(pilot, lambda: said(screen).startswith("/ works in the panes"))
        await pilot.press("space")
        await until(pilot, lambda: said(screen) == "Criterion 1: met.")


async def test_words_and_characters_are_counted_while_typing_and_coverage_after(
    twenty: Paths,
) -> None:
    async with running(twenty, (120, 40)) as (app, pilot):
        screen = await prepare(app, pilot)
        await pilot.press(*"one two")
        assert "2 words, 7 characters" in str(screen.editor.border_subtitle)
        await pilot.press("escape", "space")
        await until(pilot, lambda: "essential 1 of 20 ticked, 1 with" in screen_text(app))


async def test_the_own_mark_is_shown_with_its_words_and_the_same_key_clears_it(
    twenty: Paths,
) -> None:
    async with running(twenty, (120, 40)) as (app, pilot):
        screen = await prepare(app, pilot)
        await pilot.press("ctrl+r", "ctrl+r", "ctrl+r")
        await until(pilot, lambda: "own mark 2, brief example" in screen_text(app))
        await pilot.press("escape", "3")
        assert screen.criterion
        assert screen.criterion.self_mark == 3
        await pilot.press("3")
        assert screen.criterion.self_mark is None


async def test_star_puts_in_headings_alone_and_ctrl_z_takes_them_out(twenty: Paths) -> None:
    async with running(twenty, (120, 40)) as (app, pilot):
        screen = await prepare(app, pilot)
        await pilot.press(*"On nights", "ctrl+t")
        assert evidence(app, screen)[0] == "On nights\n\nSituation:\n\nTask:\n\nAction:\n\nResult:"
        await pilot.press("ctrl+z")
        assert screen.editor.text == "On nights"
        await pilot.press("escape")
        assert evidence(app, screen)[0] == "On nights"


async def test_what_is_written_and_written_for_stays_in_view_when_the_window_changes(
    twenty: Paths,
) -> None:
    async with running(twenty, (80, 24)) as (app, pilot):
        screen = await prepare(app, pilot)
        await pilot.press("escape", "G", "enter")
        app.post_message(Paste("A sentence that takes more than one line. " * 200))
        await until(pilot, lambda: screen.editor.cursor_location[1] > 8000)

        def in_view() -> bool:
            first, last = screen.items.item_lines(screen.items.cursor)
            top = screen.items.scroll_offset.y
            row = screen.editor.wrapped_document.location_to_offset(screen.editor.cursor_location).y
            text_top = screen.editor.scroll_offset.y
            return (
                top <= first < last <= top + screen.items.size.height
                and text_top <= row < text_top + screen.editor.size.height
            )

        for size in ((200, 50), (40, 15), (120, 40), (80, 24)):
            await pilot.resize_terminal(*size)
            assert app.size == size
            await until(pilot, in_view)


async def test_star_says_when_all_headings_are_there(twenty: Paths) -> None:
    async with running(twenty, (120, 40)) as (app, pilot):
        screen = await prepare(app, pilot)
        await pilot.press("ctrl+t", "ctrl+t")
        await until(pilot, lambda: said(screen) == "All four headings are here already.")


async def test_a_copied_text_says_how_to_take_it_back_at_80_columns(twenty: Paths) -> None:
    async with running(twenty, (80, 24)) as (app, pilot):
        screen = await prepare(app, pilot)
        await pilot.press("ctrl+g")
        await until(pilot, lambda: isinstance(app.screen, BankDialog))
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is screen and "ctrl+z takes" in said(screen))
        assert "Copied; ctrl+z takes it back." in screen_text(app)


async def test_the_bank_says_when_nothing_in_it_is_for_such_a_criterion(twenty: Paths) -> None:
    async with running(twenty, (80, 24)) as (app, pilot):
        await prepare(app, pilot)
        await pilot.press("tab", "ctrl+g")
        await until(pilot, lambda: isinstance(app.screen, BankDialog))
        await until(pilot, lambda: "Nothing for a criterion like this yet." in screen_text(app))
        assert "I chaired the board round on Elm Ward." in screen_text(app)


@pytest.mark.parametrize("what", ["star", "paste"])
async def test_ctrl_z_takes_out_more_lines_than_there_is_room_for(twenty: Paths, what: str) -> None:
    async with running(twenty, (80, 24)) as (app, pilot):
        screen = await prepare(app, pilot)
        await pilot.press(*"On nights")
        if what == "star":
            await pilot.press("ctrl+t")
        else:
            app.post_message(Paste("\n".join(f"line {n}" for n in range(40))))
        await until(pilot, lambda: screen.editor.show_vertical_scrollbar)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: screen.editor.text == "On nights")
        assert screen.editor.cursor_location == (0, len("On nights"))
        await pilot.press(*"!", "escape")
        assert evidence(app, screen)[0] == "On nights!"


async def test_what_was_written_before_is_offered_with_its_advert_and_date_and_copied(
    twenty: Paths,
) -> None:
    async with running(twenty, (120, 40)) as (app, pilot):
        screen = await prepare(app, pilot)
        offered = "written 4 March 2026 for the same: C9001-26-0009"
        await until(pilot, lambda: offered in screen_text(app))
        await pilot.press(*"Mine.", "ctrl+g")
        await until(pilot, lambda: "4 March 2026" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is screen and "ctrl+z takes" in said(screen))
        both = "Mine.\n\nI chaired the board round on Elm Ward."
        assert evidence(app, screen)[0] == both
        await pilot.press("escape", "u")
        assert evidence(app, screen)[0] == "Mine."
        assert screen.editor.text == "Mine."


async def test_the_statement_is_previewed_in_its_order_and_counted_against_the_limit(
    twenty: Paths,
) -> None:
    async with running(twenty, (120, 40)) as (app, pilot):
        screen = await prepare(app, pilot)
        await pilot.press(*"Ward rounds daily", "ctrl+l")
        await until(pilot, lambda: "of 1,500 words" in screen_text(app))
        await until(pilot, lambda: "Without evidence, so not in it" in screen_text(app))
        await pilot.press("escape", "l")
        await until(pilot, lambda: app.screen is not screen and app.focused is not None)
        await pilot.press("end", *["backspace"] * 4, "2", "enter")
        await until(pilot, lambda: "of 2 words (8 over)" in screen_text(app))
        assert screen.beside.has_class("over")
        await pilot.press("h")
        assert screen.plan.headings is False
        await until(pilot, lambda: "3 of 2 words (1 over)" in screen_text(app))


async def test_one_text_or_all_is_copied_plain(twenty: Paths) -> None:
    async with running(twenty, (120, 40)) as (app, pilot):
        screen = await prepare(app, pilot)
        app.post_message(Paste("• “so”"))
        await until(pilot, lambda: "so" in screen.editor.text)
        await pilot.press("escape", "y")
        assert app.clipboard == '"so"'
        await pilot.press("Y")
        assert app.clipboard == f'{TEAM}\n"so"'


async def test_a_file_is_written_and_replaced_only_when_told_twice(
    twenty: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "mine.md"
    file.write_text("kept", encoding="utf-8")
    async with running(twenty, (120, 40)) as (app, pilot):
        screen = await prepare(app, pilot)
        await pilot.press(*"Ward rounds", "escape", "w")
        await until(pilot, lambda: app.screen is not screen and app.focused is not None)
        await pilot.press("end", *["backspace"] * 40, *"mine.md", "enter")
        problem = app.screen.query_one(".problem", Static)
        await until(pilot, lambda: "enter again replaces it" in str(problem.render()))
        assert file.read_text(encoding="utf-8") == "kept"
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is screen and "mine.md" in said(screen))
        assert "### Experience of working" in file.read_text(encoding="utf-8")


async def test_what_another_window_writes_appears_and_neither_text_is_lost(twenty: Paths) -> None:
    async with running(twenty, (120, 40)) as (app, pilot):
        screen = await prepare(app, pilot)
        await pilot.press(*"here")
        key = app.library.entry(screen.advert_id).criteria[0].key
        with Library.open(twenty.library_file, clock) as other:
            other.set_evidence(screen.advert_id, key, "there")
        await pilot.press("tab")
        assert evidence(app, screen)[0] == "here\n\nthere"


async def test_what_cannot_be_saved_stays_on_the_screen_and_holds_the_person_there(
    twenty: Paths,
) -> None:
    async with running(twenty, (120, 40)) as (app, pilot):
        screen = await prepare(app, pilot)
        await pilot.press(*"here")
        with Library.open(twenty.library_file, clock) as other, other.batch():
            await pilot.press("tab")
            assert screen.items.cursor == 1
            assert screen.editor.text == "here"
            assert "cannot be saved yet" in said(screen)
        await pilot.press("tab")
        assert screen.items.cursor == 2
        assert evidence(app, screen)[0] == "here"


async def test_what_is_written_for_a_criterion_that_goes_meanwhile_is_in_the_bank(
    twenty: Paths,
) -> None:
    async with running(twenty, (120, 40)) as (app, pilot):
        screen = await prepare(app, pilot)
        await pilot.press(*"here")
        with Library.open(twenty.library_file, clock) as other:
            other.add(advert(1, "Another one", title="Staff Nurse"), b"changed", "changed")
            assert [row.text for row in other.entry(screen.advert_id).criteria] == ["Another one"]
        await until(pilot, lambda: "is kept in the bank" in said(screen))
        await until(pilot, lambda: screen.editor.text == "")
        assert [piece.text for piece in app.library.bank.pieces()] == ["here"]
        assert evidence(app, screen) == [""]


async def test_evidence_under_the_checklist_outlives_its_criterion(twenty: Paths) -> None:
    async with running(twenty, (120, 40)) as (app, pilot):
        await pilot.press("3", "enter")
        editor = app.main.checklist.editor
        assert editor is not None
        await pilot.press(*"here")
        with Library.open(twenty.library_file, clock) as other:
            other.add(advert(1, "Another one", title="Staff Nurse"), b"changed", "changed")
        await until(pilot, lambda: bool(app.library.bank.pieces()))
        await pilot.press(*" too", "escape")
        await until(pilot, lambda: not editor.display)
        assert [piece.text for piece in app.library.bank.pieces()] == ["here too"]


async def test_quitting_from_the_view_keeps_what_was_typed(twenty: Paths) -> None:
    async with running(twenty, (120, 40)) as (app, pilot):
        screen = await prepare(app, pilot)
        await pilot.press(*"kept")
        await app.action_quit()
    with Library.open(twenty.library_file, lambda: NOW) as library:
        assert library.entry(screen.advert_id).criteria[0].evidence == "kept"
