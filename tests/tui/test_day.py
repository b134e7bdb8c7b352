"""A person's whole way: find, read, shortlist, tick, write, quit, come back."""

import pytest

from nhsjobtui.library import Library
from nhsjobtui.paths import Paths
from tests.tui.conftest import clock, running, screen_text, type_ahead, until


async def test_everything_done_at_80_by_24_is_there_after_a_restart(paths: Paths) -> None:
    async with running(paths, (80, 24)) as (app, pilot):
        await pilot.press("slash", *"midwife")
        await until(pilot, lambda: "midwife" in app.main.adverts.header.words)
        await pilot.press("enter")
        entry = app.main.advert.entry
        assert entry is not None
        assert "Midwife" in entry.head.title
        assert not any(c.status == "met" for c in entry.criteria)
        assert not entry.head.shortlisted
        await pilot.press("space", "enter")
        assert app.main.advert.header.active
        assert "Midwife" in screen_text(app)
        await pilot.press("enter")
        assert app.main.checklist.header.active
        await pilot.press("space", "j", "space", "j", "space")
        await pilot.press("enter", *"I kept the birth plan at hand", "escape")
        await pilot.press("q")
    async with running(paths, (80, 24)) as (app, pilot):
        entry = app.main.advert.entry
        assert entry is not None
        assert "Midwife" in entry.head.title
        assert entry.head.shortlisted
        assert app.main.pane == "checklist"
        assert [c.n for c in entry.criteria if c.status == "met"] == [1, 2, 3]
        assert entry.criteria[2].evidence == "I kept the birth plan at hand"
        assert "I kept the" in screen_text(app)


async def test_what_is_being_typed_is_on_the_disk_within_a_second_without_a_save(
    paths: Paths,
) -> None:
    async with running(paths) as (app, pilot):
        await pilot.press("3", "G", "enter", *"half a sentence")
        entry = app.main.advert.entry
        assert entry is not None
        with Library.open(paths.library_file, clock, readonly=True) as other:
            key = entry.criteria[-1].key

            def saved() -> bool:
                found = {c.key: c.evidence for c in other.entry(entry.head.id).criteria}
                return found[key] == "half a sentence"

            await until(pilot, saved)
        assert app.main.checklist.writing


async def test_one_sitting_of_typing_is_one_step_to_undo_also_after_a_restart(
    paths: Paths,
) -> None:
    async with running(paths) as (app, pilot):
        await pilot.press("3", "G", "enter", *"first")
        app.main.flush()
        await pilot.press(*" second")
        await pilot.press("escape", "q")
    async with running(paths) as (app, pilot):
        entry = app.main.advert.entry
        assert entry is not None
        assert entry.criteria[-1].evidence == "first second"
        await pilot.press("u")
        assert app.main.library.entry(entry.head.id).criteria[-1].evidence == ""
        await pilot.press("U")
        assert app.main.library.entry(entry.head.id).criteria[-1].evidence == "first second"


async def test_it_opens_where_the_person_left_off(paths: Paths) -> None:
    async with running(paths, (120, 40)) as (app, pilot):
        await pilot.press("j", "j", "j", "2", "ctrl+d")
        await until(pilot, lambda: app.main.advert.view.scroll_offset.y > 0)
        shown, scroll = app.main.advert.entry, app.main.advert.view.scroll_offset.y
        await pilot.press("q")
    async with running(paths, (120, 40)) as (app, pilot):
        assert shown is not None
        assert app.main.advert.entry is not None
        assert app.main.advert.entry.head.id == shown.head.id
        assert app.main.pane == "advert"
        await until(pilot, lambda: app.main.advert.view.scroll_offset.y == scroll)


async def test_a_damaged_state_file_is_a_fresh_start(paths: Paths) -> None:
    paths.state_file.write_text('advert = 7\npane = "kitchen"\nsort = [', encoding="utf-8")
    async with running(paths) as (app, _):
        assert app.main.pane == "list"
        assert app.main.advert.entry is not None


async def test_the_first_run_says_what_to_do_next(empty_paths: Paths) -> None:
    async with running(empty_paths, (80, 24)) as (app, pilot):
        text = screen_text(app)
        assert "Your library is empty." in text
        assert "Press i to add an advert" in text
        await pilot.press("3", "space", "enter", "x", "S", "a", "e", "o", "y", "u", "1", "space")
        assert app.is_running


@pytest.mark.parametrize("width", [50, 80])
async def test_an_empty_library_and_a_filter_without_a_match_say_so_at_every_width(
    empty_paths: Paths, width: int
) -> None:
    async with running(empty_paths, (width, 20)) as (app, pilot):
        assert "Your library is empty." in screen_text(app)
        await pilot.press("slash", *"zz")
        await until(pilot, lambda: "No advert in the library" in screen_text(app))


async def test_what_another_window_changes_is_shown_here(paths: Paths) -> None:
    async with running(paths, (140, 40)) as (app, pilot):
        entry = app.main.advert.entry
        assert entry is not None
        with Library.open(paths.library_file, clock) as other:
            other.set_note(entry.head.id, "written in the other window")
        await until(pilot, lambda: "written in the other window" in screen_text(app))


async def test_evidence_written_in_two_windows_at_once_is_kept_from_both(paths: Paths) -> None:
    async with running(paths, (140, 40)) as (app, pilot):
        await pilot.press("3", "G", "enter", *"mine")
        app.main.flush()
        entry = app.main.advert.entry
        assert entry is not None
        key = entry.criteria[-1].key
        with Library.open(paths.library_file, clock) as other:
            other.set_evidence(entry.head.id, key, "theirs")
        await pilot.press(*" too", "escape")
        found = app.main.library.entry(entry.head.id).criteria[-1].evidence
        assert found == "mine too\n\ntheirs"


async def test_a_change_elsewhere_never_takes_the_pen_away(paths: Paths) -> None:
    async with running(paths, (140, 40)) as (app, pilot):
        await pilot.press("slash", *"thrombolysis", "enter", "3", "enter", *"I gave")
        entry, editor = app.main.advert.entry, app.main.checklist.editor
        assert entry is not None
        assert editor is not None
        with Library.open(paths.library_file, clock) as other:
            other.set_stage(entry.head.id, "withdrawn")
        await until(pilot, lambda: app.main.stale)
        await pilot.press(*" xpu")
        assert app.focused is editor
        assert editor.text == "I gave xpu"
        await pilot.press("escape")
        await until(pilot, lambda: not app.main.stale)
        now = app.main.advert.entry
        assert now is not None
        assert (now.head.id, now.head.stage) == (entry.head.id, "withdrawn")


async def test_an_idle_editor_shows_what_was_written_elsewhere(paths: Paths) -> None:
    async with running(paths, (140, 40)) as (app, pilot):
        await pilot.press("3", "G", "enter", *"mine")
        app.main.flush()
        entry, editor = app.main.advert.entry, app.main.checklist.editor
        assert entry is not None
        assert editor is not None
        with Library.open(paths.library_file, clock) as other:
            other.set_evidence(entry.head.id, entry.criteria[-1].key, "mine and theirs")
        await until(pilot, lambda: editor.text == "mine and theirs")
        await pilot.press(*"!", "escape")
        now = app.main.library.entry(entry.head.id)
        assert now.criteria[-1].evidence == "mine and theirs!"


async def test_letters_typed_before_the_editor_is_open_are_written_and_do_nothing_else(
    paths: Paths,
) -> None:
    async with running(paths, (140, 40)) as (app, pilot):
        await pilot.press("3", "G")
        entry = app.main.advert.entry
        assert entry is not None
        type_ahead(app, "enter", *"xpquu")
        await until(pilot, lambda: app.main.checklist.writing)
        await pilot.pause()
        assert app.is_running
        editor = app.main.checklist.editor
        assert editor is not None
        await until(pilot, lambda: editor.text == "xpquu")
        await pilot.press("escape")
        now = app.main.library.entry(entry.head.id)
        assert [c.status for c in now.criteria] == [c.status for c in entry.criteria]


async def test_the_editor_stays_in_view_when_the_window_shrinks(paths: Paths) -> None:
    async with running(paths, (200, 50)) as (app, pilot):
        await pilot.press("3", "G", "enter", *"some")
        editor = app.main.checklist.editor
        assert editor is not None
        for size in ((100, 30), (60, 20), (40, 15), (140, 40)):
            await pilot.resize_terminal(*size)

            def inside() -> bool:
                pane = app.main.checklist.region
                return editor.region.height >= 4 and pane.contains_region(editor.region)

            await until(pilot, inside)
        assert editor.text == "some"


async def test_nothing_behind_a_dialog_is_read_anew_before_it_is_closed(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(paths, (120, 40)) as (app, pilot):
        advert = app.main.adverts.list.current
        assert advert is not None
        await pilot.press("S")
        await until(pilot, lambda: app.screen is not app.main)
        read: list[None] = []
        monkeypatch.setattr(app.main.adverts, "refresh_list", lambda: read.append(None))
        with Library.open(paths.library_file, clock) as other:
            other.set_note(advert, "from elsewhere")
        await until(pilot, lambda: app.main.stale)
        app.main.look()
        assert read == []
        await pilot.press("escape")
        await until(pilot, lambda: bool(read))
        await until(pilot, lambda: "from elsewhere" in screen_text(app))
