"""The same list with the advert and its checklist beside it in Textual's Markdown widget.

Usage: python -m benchmarks.peers.markdown LIBRARY-FOLDER
"""

import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Markdown

from benchmarks.libraries import open_library
from benchmarks.peers.line_list import LineList
from nhsjobtui.library import Entry, Head


class Reader(App[None]):
    """A list, an advert and a checklist; j goes on."""

    CSS = "LineList { width: 30%; } VerticalScroll { width: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "quit"), ("j", "down", "down")]

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._library = open_library(folder)
        self._heads: dict[int, Head] = {}
        self._list = LineList(self._words)
        self._advert, self._checklist = Markdown(), Markdown()

    def compose(self) -> ComposeResult:
        """Lay out the three panes."""
        with Horizontal():
            yield self._list
            with VerticalScroll(can_focus=False):
                yield self._advert
            with VerticalScroll(can_focus=False):
                yield self._checklist

    async def on_mount(self) -> None:
        """List everything."""
        self._list.show(self._library.ids())
        self._list.focus()
        await self._show(self._list.ids[0])

    async def action_down(self) -> None:
        """Go on to the next advert."""
        await self._show(self._list.down())

    async def _show(self, advert_id: int) -> None:
        entry = self._library.entry(advert_id)
        await self._advert.update(_advert(entry))
        await self._checklist.update(_checklist(entry))

    def _words(self, advert_id: int) -> tuple[str, ...]:
        if advert_id not in self._heads:
            place = self._list.ids.index(advert_id)
            self._heads |= self._library.heads(self._list.ids[place : place + 64])
        head = self._heads[advert_id]
        return head.title, head.employer, f"{head.closing} {head.salary.text}"


def _advert(entry: Entry) -> str:
    advert = entry.advert
    facts = (advert.closing, advert.salary.text, advert.band, advert.contract, advert.place)
    parts = [f"# {advert.title}", advert.employer or ""]
    parts += [f"- {fact}" for fact in facts if fact]
    for section in advert.sections:
        parts += [f"## {section.heading}", section.text.replace("• ", "- ")]
    return "\n\n".join(parts)


def _checklist(entry: Entry) -> str:
    parts = []
    for criterion in entry.criteria:
        heading = f"## {criterion.group}"
        if heading not in parts:
            parts.append(heading)
        parts.append(f"- {criterion.status} {criterion.n} {criterion.text}")
    return "\n".join(parts)


if __name__ == "__main__":
    Reader(Path(sys.argv[1])).run()
