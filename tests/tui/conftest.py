"""The real app on the demo library, with home, clock and time zone of its own."""

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot

from nhsjobtui.boards.address import URL_VARIABLE
from nhsjobtui.cli.samples import fill
from nhsjobtui.library import Library
from nhsjobtui.paths import Paths
from nhsjobtui.tui.app import NhsJobTuiApp

NOW = datetime(2026, 3, 4, 11, 30, tzinfo=UTC)
TODAY = date(2026, 3, 4)


def clock() -> datetime:
    """Return the moment at which every test of the app happens."""
    return NOW


@pytest.fixture(autouse=True)
def _nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing reach the internet: no board answers but those of the tests."""
    monkeypatch.setenv(URL_VARIABLE, "http://127.0.0.1:9")


@pytest.fixture(scope="session")
def demo_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo library, built once."""
    folder = tmp_path_factory.mktemp("demo")
    with Library.open(folder / "library.sqlite3", clock) as library:
        fill(library, TODAY)
    return folder


@pytest.fixture
def paths(tmp_path: Path, demo_library: Path) -> Paths:
    """A home of its own with the demo library in it."""
    folder = tmp_path / "home"
    shutil.copytree(demo_library, folder)
    return Paths(folder, folder, folder)


@pytest.fixture
def empty_paths(tmp_path: Path) -> Paths:
    """A home with nothing in it."""
    return Paths(tmp_path / "home", tmp_path / "home", tmp_path / "home")


@asynccontextmanager
async def running(
    paths: Paths, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[NhsJobTuiApp, Pilot[int]]]:
    """Run the app without a terminal."""
    app = NhsJobTuiApp(paths, clock=clock)
    async with app.run_test(size=size, tooltips=False) as pilot:
        await pilot.pause()
        yield app, pilot


def type_ahead(app: NhsJobTuiApp, *keys: str) -> None:
    """Send keys at once, as they come from a fast typist or over a slow line."""
    for key in keys:
        app.post_message(Key(key, None))


async def until(pilot: Pilot[int], condition: Callable[[], bool]) -> None:
    """Let the app go on until something is true."""
    for _ in range(400):
        if condition():
            return
        await pilot.pause(0.01)
    raise AssertionError("It did not come true.")


def screen_text(app: NhsJobTuiApp) -> str:
    """Return what is on the screen, as text."""
    width, height = app.size
    lines = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in lines)[: (width + 1) * height]
