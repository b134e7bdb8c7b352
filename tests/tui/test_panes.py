"""Sizes, panes and keys."""

import pytest
from textual.widget import Widget

from nhsjobtui.keys import ACTIONS, EVERYWHERE, Where
from nhsjobtui.paths import Paths
from nhsjobtui.tui.bindings import PAGE_ACTIONS
from tests.tui.conftest import running, screen_text, until


def seen(*panes: Widget) -> list[bool]:
    return [pane.display and pane.size.width > 0 for pane in panes]


@pytest.mark.parametrize(
    ("width", "pane", "expected"),
    [
        (200, "1", [True, True, True]),
        (130, "1", [True, True, True]),
        (129, "1", [True, True, False]),
        (80, "2", [True, True, False]),
        (80, "3", [True, False, True]),
        (79, "1", [True, False, False]),
        (60, "2", [False, True, False]),
        (40, "3", [False, False, True]),
    ],
)
async def test_as_many_panes_are_seen_as_there_is_room_for(
    paths: Paths, width: int, pane: str, expected: list[bool]
) -> None:
    async with running(paths, (width, 24)) as (app, pilot):
        await pilot.press(pane)
        await pilot.pause()
        assert seen(app.main.adverts, app.main.advert, app.main.checklist) == expected


async def test_z_shows_one_pane_and_escape_shows_all_again(paths: Paths) -> None:
    async with running(paths, (140, 40)) as (app, pilot):
        await pilot.press("2", "z")
        await pilot.pause()
        panes = (app.main.adverts, app.main.advert, app.main.checklist)
        assert seen(*panes) == [False, True, False]
        await pilot.press("escape")
        await pilot.pause()
        assert seen(*panes) == [True, True, True]


async def test_escape_backs_out_one_level_at_a_time(paths: Paths) -> None:
    async with running(paths, (80, 24)) as (app, pilot):
        await pilot.press("slash", *"nurse", "enter", "enter", "enter")
        where: list[Where] = [app.main.pane]
        for _ in range(2):
            await pilot.press("escape")
            where.append(app.main.pane)
        assert where == ["checklist", "advert", "list"]
        assert app.main.adverts.asked == "nurse"
        await pilot.press("escape")
        assert app.main.adverts.asked == ""


async def test_every_declared_action_is_carried_out_by_somebody(paths: Paths) -> None:
    async with running(paths) as (app, _):
        owners = {
            "list": app.main.adverts,
            "advert": app.main.advert,
            "checklist": app.main.checklist,
        }
        for action in ACTIONS:
            for where in sorted(action.where):
                bound = owners[where]._bindings.key_to_bindings.get(action.keys[0])
                if action.where == EVERYWHERE and action.id not in PAGE_ACTIONS:
                    bound = app.main._bindings.key_to_bindings[action.keys[0]]
                assert bound, f"{action.id} is not bound in the {where}"
                name = bound[0].action.removeprefix("screen.")
                owner = app.main if bound[0].action != name else owners[where]
                assert name == action.id
                assert hasattr(owner, f"action_{name}") or hasattr(app.main, f"action_{name}")


async def test_help_shows_the_keys_of_the_pane_and_does_what_is_chosen(paths: Paths) -> None:
    async with running(paths, (80, 40)) as (app, pilot):
        await pilot.press("3", "question_mark")
        await pilot.pause()
        text = screen_text(app)
        assert "Keys in the checklist" in text
        assert "Mark the criterion as a gap" in text
        await pilot.press("escape", "1", "question_mark", "enter")
        await until(pilot, lambda: app.main.pane == "advert")


async def test_the_palette_names_what_can_be_done(paths: Paths) -> None:
    async with running(paths, (100, 30)) as (app, pilot):
        await pilot.press("ctrl+p")
        await pilot.press(*"stage")
        await until(pilot, lambda: "Set the stage" in screen_text(app))
        await pilot.press("escape")


async def test_a_click_on_a_key_word_presses_the_key(paths: Paths) -> None:
    async with running(paths, (80, 24)) as (app, pilot):
        await pilot.click("#keys", offset=(3, 0))
        await until(pilot, lambda: app.main.pane == "advert")


async def test_the_mouse_selects_shortlists_and_ticks(paths: Paths) -> None:
    async with running(paths, (140, 40)) as (app, pilot):
        height = app.main.adverts.list._row_height
        await pilot.click("#adverts", offset=(10, height * 2 + 1))
        assert app.main.adverts.list.cursor == 2
        head = app.main.adverts.list.head(2)
        assert head is not None
        await pilot.click("#adverts", offset=(1, height * 2))

        def turned() -> bool:
            now = app.main.adverts.list.head(2)
            return now is not None and now.shortlisted is not head.shortlisted

        await until(pilot, turned)
        first, _ = app.main.checklist.criteria.item_lines(1)
        entry = app.main.checklist.entry
        assert entry is not None
        before = entry.criteria[0].status
        await pilot.click("#checklist", offset=(2, first))

        def ticked() -> bool:
            now = app.main.checklist.entry
            return now is not None and now.criteria[0].status != before

        await until(pilot, ticked)


@pytest.mark.parametrize("width", [60, 80, 120, 140])
async def test_a_pane_shows_the_advert_its_header_names_however_one_gets_there(
    paths: Paths, width: int
) -> None:
    ways = (
        ("enter", "enter", "escape", "escape", "j", "enter", "enter"),
        ("3", "1", "j", "2"),
        ("2", "z", "1", "j", "2", "3", "j"),
        ("1", "j", "j", "3", "x", "z", "z"),
    )
    async with running(paths, (width, 24)) as (app, pilot):
        for way in ways:
            await pilot.press("1", *way)
            await pilot.pause()
            current = app.main.adverts.list.current
            for pane in (app.main.advert, app.main.checklist):
                assert pane.entry is not None
                assert pane.entry.head.id == current
                drawn = "".join(line.text for line in pane.view.lines).replace(" ", "")
                said = "".join(paragraph.text for paragraph in pane.view.paragraphs)
                if pane.view.size.width:
                    assert drawn == said.replace(" ", "")


async def test_a_match_in_the_checklist_is_the_criterion_the_next_key_changes(
    paths: Paths,
) -> None:
    async with running(paths, (80, 24)) as (app, pilot):
        entry = app.main.checklist.entry
        assert entry is not None
        last = entry.criteria[-1]
        word = max(last.text.split(), key=len)
        await pilot.press("3", "slash", *word.lower(), "enter")
        while app.main.checklist.current != last:
            before = app.main.checklist.current
            await pilot.press("n")
            assert app.main.checklist.current != before
        await pilot.press("x")
        now = app.main.checklist.current
        assert now is not None
        assert (now.n, now.status) == (last.n, "gap")
