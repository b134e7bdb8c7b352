"""What is loaded and asked before the first paint, and what a key costs; all of it counted."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.screen import Screen

from nhsjobtui.library import Library
from nhsjobtui.library.store import Store
from nhsjobtui.model.advert import Advert, Group, Section
from nhsjobtui.paths import Paths
from nhsjobtui.tui.panes_screen import PanesScreen
from tests.tui.conftest import clock, running, type_ahead, until

COUNT = 300
FIRST_PAINT = """
import asyncio, sys
from nhsjobtui.cli import Launch, run
launch = run([])
from nhsjobtui.tui.app import NhsJobTuiApp
from nhsjobtui.tui.panes_screen import PanesScreen

opened = PanesScreen._open_panes
async def painted(screen):
    print(*sys.modules)
    await opened(screen)
PanesScreen._open_panes = painted

async def main():
    async with NhsJobTuiApp(launch.paths).run_test() as pilot:
        await pilot.pause()
asyncio.run(main())
"""
NEEDED = """
nhsjobtui bugs clean cli cli.dispatch cli.launch errors keys paths
library library.answering library.answers library.changing library.failures library.index
library.journal library.kept library.library library.listing library.opening library.pages
library.rows library.schema library.store library.views
model model.advert model.application model.cut model.deadline model.query model.record model.words
tui tui.adverts_pane tui.app tui.bars tui.bindings tui.driver tui.drawn tui.empty_words
tui.list_view tui.main_screen tui.messages tui.online_screen tui.panes_screen tui.rest tui.rows
tui.state tui.themes tui.wrap
"""


@pytest.fixture
def some(tmp_path: Path) -> Paths:
    """A library of a few hundred adverts, closing one after the other."""
    folder = tmp_path
    paths = Paths(folder, folder, folder)
    with Library.open(paths.library_file, clock) as library, library.batch():
        for number in range(COUNT):
            library.add(_advert(number), b"", str(number))
    return paths


def _advert(number: int) -> Advert:
    return Advert(
        board="nhsjobs",
        slug=f"C9001-26-{number:04}",
        title=f"Staff Nurse {number}",
        employer="Harrowmere and Vale NHS Foundation Trust",
        closing=date(2026, 3, 5) + timedelta(days=number),
        sections=(Section("Job summary", "A post on a ward. " * 40),),
        person_spec=(Group("Experience", ("Has worked on a ward", "Keeps calm"), ()),),
    )


def test_the_first_paint_loads_what_it_needs_and_nothing_else(
    some: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NHSJOBTUI_HOME", str(some.data))
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    own = {name for name in loaded if name.partition(".")[0] == "nhsjobtui"}
    assert own == {f"nhsjobtui.{name}".removesuffix(".nhsjobtui") for name in NEEDED.split()}
    assert not {"httpx", "selectolax", "tomli_w"} & loaded


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Every statement that any connection carries out, in order."""
    statements: list[str] = []
    made = Store.__init__

    def traced(store: Store, connection: object, *rest: object) -> None:
        connection.set_trace_callback(statements.append)  # type: ignore[attr-defined]
        made(store, connection, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Store, "__init__", traced)
    yield statements


async def test_the_first_paint_asks_for_the_first_rows_only(
    some: Paths, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before: list[str] = []
    opened = PanesScreen._open_panes

    async def painted(screen: PanesScreen) -> None:
        before.extend(asked)
        await opened(screen)

    monkeypatch.setattr(PanesScreen, "_open_panes", painted)
    async with running(some, (120, 40)):
        pass
    first, count, heads = before
    assert "ORDER BY closes_at, id LIMIT 64" in first
    assert count == "SELECT count(*) FROM advert"
    assert heads.count(",") < 100  # the heads of one page of rows


async def test_a_move_reads_one_advert_and_lays_nothing_out(
    some: Paths, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    layouts: list[object] = []
    monkeypatch.setattr(Screen, "_refresh_layout", _counted(Screen._refresh_layout, layouts))
    async with running(some, (160, 45)) as (app, pilot):
        await until(pilot, lambda: app.main.adverts.list.is_whole)
        await pilot.pause(0.2)
        asked.clear()
        layouts.clear()
        await pilot.press("j")
        await pilot.pause()
        assert app.main.advert.entry is not None
        assert app.main.advert.entry.advert.title == "Staff Nurse 1"
        assert len([sql for sql in asked if "FROM body" in sql]) == 1
        assert layouts == []


async def test_a_tick_draws_its_own_lines_and_lays_nothing_out(
    some: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    layouts: list[object] = []
    async with running(some, (160, 45)) as (app, pilot):
        await pilot.press("3")
        await pilot.pause(0.1)
        drawn: list[object] = []
        monkeypatch.setattr(Screen, "_refresh_layout", _counted(Screen._refresh_layout, layouts))
        view = app.main.checklist.view
        monkeypatch.setattr(view, "_draw", _counted(view._draw, drawn))
        await pilot.press("space")
        await pilot.pause(0.1)
        assert app.main.checklist.current is not None
        assert app.main.checklist.current.status == "met"
        assert len(drawn) == 1
        assert layouts == []


async def test_held_keys_are_all_heard_and_painted_together(
    some: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[object] = []
    async with running(some, (160, 45)) as (app, pilot):
        await until(pilot, lambda: app.main.adverts.list.is_whole)
        await pilot.pause(0.2)
        refresh = Screen._compositor_refresh
        monkeypatch.setattr(Screen, "_compositor_refresh", _counted(refresh, painted))
        type_ahead(app, *"j" * 100)
        await until(pilot, lambda: app.main.adverts.list.cursor == 100)
        assert app.main.advert.entry is not None
        assert app.main.advert.entry.advert.title == "Staff Nurse 100"
        assert len(painted) <= 5


async def test_a_letter_in_the_filter_lays_nothing_out(
    some: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    layouts: list[object] = []
    async with running(some, (120, 40)) as (app, pilot):
        await pilot.press("slash", "n")
        await pilot.pause(0.3)
        monkeypatch.setattr(Screen, "_refresh_layout", _counted(Screen._refresh_layout, layouts))
        await pilot.press("u")
        await pilot.pause()
        assert app.main.adverts.list.total == COUNT
        assert layouts == []


def _counted(real: Callable[..., object], calls: list[object]) -> Callable[..., object]:
    """Return the same function, noting each call."""

    def counted(*given: object, **named: object) -> object:
        calls.append(given)
        return real(*given, **named)

    return counted
