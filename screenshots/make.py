"""Make the pictures of the README from the demo library: `python screenshots/make.py`.

The clock stands still, so the same program gives the same pictures; a test compares what they say.
"""

import asyncio
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from nhsjobtui.cli.samples import fill
from nhsjobtui.library import Library
from nhsjobtui.model.deadline import today
from nhsjobtui.paths import Paths
from nhsjobtui.tui.app import NhsJobTuiApp

FOLDER = Path(__file__).parent
NOW = datetime(2026, 3, 4, 11, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Picture:
    """One picture: its name, the terminal's size, the keys pressed first, the theme.

    `shows` are words that come from a thread; they are waited for.
    """

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    theme: str = "nhs-dark"
    shows: str = ""


PICTURES = (
    Picture("three-panes", (160, 45), ("3", "j", "j")),
    Picture("small", (80, 24)),
    Picture("small-checklist", (80, 24), ("3", "j")),
    Picture("evidence", (120, 40), ("3", "enter")),
    Picture("filter", (120, 40), ("slash", *"stroke")),
    Picture("light", (120, 40), ("2",), "nhs-light"),
    Picture("wide", (200, 50), ("3",)),
    Picture("preparing", (120, 40), ("j", "w", *["tab"] * 5), shows="ctrl+g: written"),
    Picture("small-preparing", (80, 24), ("j", "w", *["tab"] * 5), shows="ctrl+g: written"),
    Picture("statement", (120, 40), ("w", "ctrl+l", "tab")),
    Picture("applications", (80, 24), ("t",)),
    Picture("keys", (80, 24), ("question_mark",)),
    Picture(
        "find-online", (80, 24), ("f", *"stroke", "tab", *"Leeds", "tab", *"20", "tab", "6", "tab")
    ),
)


def clock() -> datetime:
    """Return the moment of every picture."""
    return NOW


async def draw(picture: Picture, folder: Path) -> str:
    """Return one picture as SVG, made in an empty folder."""
    paths = Paths(folder, folder, folder)
    with Library.open(paths.library_file, clock) as library:
        fill(library, today(NOW))
    app = NhsJobTuiApp(paths, clock=clock)
    async with app.run_test(size=picture.size) as pilot:
        app.theme = picture.theme
        await pilot.pause()
        await pilot.press(*picture.keys)
        for worker in [worker for worker in app.workers if worker.group == "full-text"]:
            await worker.wait()
        await pilot.pause()
        while picture.shows not in app.export_screenshot().replace("&#160;", " "):
            await pilot.pause(0.02)
        return app.export_screenshot(title="nhsjobtui")


def pictures() -> Iterator[tuple[Path, str]]:
    """Yield each picture's file and its SVG."""
    for picture in PICTURES:
        with tempfile.TemporaryDirectory() as folder:
            yield FOLDER / f"{picture.name}.svg", asyncio.run(draw(picture, Path(folder)))


if __name__ == "__main__":
    for path, svg in pictures():
        path.write_text(svg, encoding="utf-8")
