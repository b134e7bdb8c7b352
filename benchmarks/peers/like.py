"""A filter that scans the short fields of every advert with LIKE for each letter.

Usage: python -m benchmarks.peers.like TABLE-FILE
"""

import sqlite3
import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from benchmarks.peers.line_list import LineList

_SCAN = (
    "SELECT id FROM advert WHERE title LIKE ?1 OR employer LIKE ?1 OR place LIKE ?1 "
    "OR slug LIKE ?1 OR number LIKE ?1 ORDER BY closing, id"
)


class Filter(App[None]):
    """A field, a count and a list."""

    CSS = "Input { height: 1; border: none; }"
    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+q", "quit", "quit")]

    def __init__(self, file: str) -> None:
        super().__init__()
        self._table = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
        self._total = self._table.execute("SELECT count(*) FROM advert").fetchone()[0]
        self._count = Static(markup=False)
        self._list = LineList(self._words)

    def compose(self) -> ComposeResult:
        """Lay out the three."""
        yield self._count
        yield Input(compact=True)
        yield self._list

    def on_mount(self) -> None:
        """List everything; then each letter asks anew, without the frame a message costs."""
        field = self.query_one(Input)
        self.watch(field, "value", self._ask)
        field.focus()

    def _ask(self, value: str) -> None:
        ids = [row[0] for row in self._table.execute(_SCAN, (f"%{value}%",))]
        self._count.update(f"{len(ids):,} of {self._total:,}")
        self._list.show(ids)

    def _words(self, advert_id: int) -> tuple[str, ...]:
        title, employer, closing = self._table.execute(
            "SELECT title, employer, closing FROM advert WHERE id = ?", (advert_id,)
        ).fetchone()
        return title, employer, closing or ""


if __name__ == "__main__":
    Filter(sys.argv[1]).run()
