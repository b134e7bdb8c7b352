"""A tick as plainly as can be: one transaction of the same size, and the checklist painted.

Usage: python -m benchmarks.peers.ticking NEW-FILE
"""

import sqlite3
import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Static

_TABLES = """
CREATE TABLE advert (id INTEGER PRIMARY KEY, met INTEGER NOT NULL);
CREATE TABLE mark (id INTEGER PRIMARY KEY, text TEXT NOT NULL, status TEXT NOT NULL);
CREATE TABLE journal (id INTEGER PRIMARY KEY, old TEXT, new TEXT);
CREATE TABLE event (id INTEGER PRIMARY KEY, at TEXT NOT NULL, detail TEXT NOT NULL);
INSERT INTO advert VALUES (1, 0);
INSERT INTO mark VALUES (1, 'Has worked on a ward', 'todo');
"""


_LINES = [f"todo {number:2} Has worked on a ward of this kind before" for number in range(2, 30)]


class Ticking(App[None]):
    """A list beside a checklist; space ticks the first criterion."""

    CSS = "#list { width: 44%; } #checklist { width: 1fr; }"

    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "quit"), ("space", "tick", "tick")]

    def __init__(self, file: str) -> None:
        super().__init__()
        self._file = sqlite3.connect(file, isolation_level=None)
        self._file.execute("PRAGMA journal_mode = WAL")
        self._file.execute("PRAGMA synchronous = FULL")
        self._file.executescript(_TABLES)
        self._met = False

    def compose(self) -> ComposeResult:
        """Lay out the two."""
        with Horizontal():
            yield Static("\n".join(["Staff Nurse, Invented Trust"] * 36), id="list")
            yield Static(self._checklist("todo"), id="checklist")

    def action_tick(self) -> None:
        """Tick it, or take the tick back."""
        self._met = not self._met
        new, old = ("met", "todo") if self._met else ("todo", "met")
        run = self._file.execute
        run("BEGIN IMMEDIATE")
        run("UPDATE mark SET status = ? WHERE id = 1", (new,))
        run("UPDATE advert SET met = ? WHERE id = 1", (self._met,))
        run("INSERT INTO journal (old, new) VALUES (?, ?)", (old, new))
        run("INSERT INTO event (at, detail) VALUES (?, ?)", ("2026-11-25T12:00:00", new))
        run("COMMIT")
        self.query_one("#checklist", Static).update(self._checklist(new))

    def _checklist(self, status: str) -> str:
        return "\n".join([f"usable {status}", *_LINES])


if __name__ == "__main__":
    Ticking(sys.argv[1]).run()
