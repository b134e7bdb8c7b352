"""The adverts pane: the list and its filter."""

from array import array
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message

from nhsjobtui.library import Library
from nhsjobtui.model.query import Query, Sort
from nhsjobtui.tui.advert_text import first_steps, nothing_found
from nhsjobtui.tui.bars import PaneHeader
from nhsjobtui.tui.bindings import pane_bindings
from nhsjobtui.tui.list_view import AdvertList
from nhsjobtui.tui.page_pane import Changed
from nhsjobtui.tui.search import FullTextSearch

if TYPE_CHECKING:
    from nhsjobtui.tui.search_input import SearchInput

_OWN_ACTIONS = frozenset(
    {"down", "up", "half_down", "half_up", "first", "last", "shortlist", "filter", "open"}
)
SORT_WORDS: dict[Sort, str] = {
    "closing": "closing soonest",
    "posted": "newest",
    "title": "title",
    "salary": "salary, highest first",
}


class AdvertsPane(Vertical):
    """Every advert in the library that the filter lets through."""

    BINDINGS: ClassVar[list[BindingType]] = pane_bindings("list", _OWN_ACTIONS)

    class Opened(Message):
        """The person wants to read the advert under the cursor."""

    class Filtered(Message):
        """Other adverts are listed."""

    def __init__(
        self,
        library: Library,
        open_reader: Callable[[], Library],
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(id="adverts-pane")
        self.library = library
        self.header = PaneHeader("Adverts")
        self.list = AdvertList(library.heads, clock)
        self.query_now = Query()
        self.asked = ""
        self._filter: SearchInput | None = None
        self._search = FullTextSearch(self, open_reader)

    def compose(self) -> ComposeResult:
        """Lay out the header above the list."""
        yield self.header
        yield self.list

    # ---- what is listed

    def load(self, keep: int | None = None, *, sort: Sort | None = None) -> None:
        """List what the filter lets through, with the cursor on `keep` if it is there."""
        self.query_now = Query.parse(self.asked, sort or self.query_now.sort)
        words = bool(self.query_now.words)
        ids = self.library.ids(self.query_now, scope="short" if words else "all")
        if words and keep is not None and keep not in ids:
            # It may match in its text only: its place is not lost while that is looked for.
            ids = _joined(ids, self.library.ids(self.query_now))
        self._list(ids, keep)
        if words:
            self._search.ask(self.query_now, self._add_matches)
        else:
            self._search.forget()

    def _add_matches(self, query: Query, ids: "array[int]") -> None:
        """Add what the full text gave below what is listed, which stays where it is."""
        if query != self.query_now:
            return
        joined = _joined(self.list.ids, ids)
        if len(joined) > len(self.list.ids):
            self._list(joined, self.list.current)

    def _list(self, ids: "array[int]", keep: int | None) -> None:
        self.list.show(ids, keep)
        self._count()
        self.post_message(self.Filtered())

    def _count(self) -> None:
        shown, total = len(self.list.ids), self.library.count()
        typed = self.asked.strip()
        self.list.empty_words = nothing_found(typed) if typed else first_steps()
        asked = replace(self.query_now, sort="closing").describe()
        said = f"{shown:,} of {total:,} · {asked}" if asked else f"{total:,}"
        order = SORT_WORDS[self.query_now.sort]
        self.header.words = f"{said} · {'titles first, ' if self.query_now.words else ''}{order}"

    def reread(self, advert_id: int | None = None) -> None:
        """Read an advert's row again, or every row."""
        self.list.forget(advert_id)

    # ---- the filter

    async def action_filter(self) -> None:
        """Open the filter."""
        self.screen.set_focus(await self.open_filter(self.asked))

    async def open_filter(self, value: str) -> "SearchInput":
        """Show the filter bar with these words and return it."""
        if self._filter is None:
            from nhsjobtui.tui.search_input import SearchInput

            self._filter = SearchInput("words, band:6, stage:drafting, is:shortlisted", id="filter")
            self._filter.value = value
            await self.mount(self._filter, before=self.list)
            self.watch(self._filter, "value", self._filter_words, init=False)
        return self._filter

    def _filter_words(self, value: str) -> None:
        if value != self.asked:
            self.asked = value
            self.load(self.list.current if not value else None)

    def on_search_input_left(self, message: "SearchInput.Left") -> None:
        """Go to the list, filtered or whole."""
        message.stop()
        if not message.keep or not self.asked.strip():
            self.clear_filter()
        self.list.focus()

    def clear_filter(self) -> bool:
        """Show every advert again; return whether there was anything to clear."""
        if self._filter is None:
            return False
        self._filter.remove()
        self._filter = None
        if self.asked:
            self.asked = ""
            self.load(self.list.current)
        return True

    # ---- moving

    def action_down(self) -> None:
        """Go to the next advert."""
        self.list.cursor += 1

    def action_up(self) -> None:
        """Go to the advert before."""
        self.list.cursor -= 1

    def action_half_down(self) -> None:
        """Go half a screen on."""
        self.list.cursor += max(1, self.list.page_rows // 2)

    def action_half_up(self) -> None:
        """Go half a screen back."""
        self.list.cursor -= max(1, self.list.page_rows // 2)

    def action_first(self) -> None:
        """Go to the first advert."""
        self.list.cursor = 0

    def action_last(self) -> None:
        """Go to the last advert."""
        self.list.cursor = len(self.list.ids) - 1

    def action_open(self) -> None:
        """Read the advert."""
        if self.list.current is not None:
            self.post_message(self.Opened())

    # ---- the shortlist

    def action_shortlist(self) -> None:
        """Shortlist the advert, or take it off."""
        advert_id, head = self.list.current, self.list.head(self.list.cursor)
        if advert_id is None or head is None:
            return
        self.library.set_shortlisted(advert_id, not head.shortlisted)
        self.list.forget(advert_id)
        done = "Taken off the shortlist" if head.shortlisted else "Shortlisted"
        self.post_message(Changed(advert_id, f"{done}: {head.title}."))

    async def on_advert_list_star_clicked(self, message: AdvertList.StarClicked) -> None:
        """Shortlist with the mouse."""
        message.stop()
        await self.run_action("shortlist")

    def on_advert_list_opened(self, message: AdvertList.Opened) -> None:
        """Open with the mouse."""
        message.stop()
        self.action_open()


def _joined(first: "array[int]", then: "array[int]") -> "array[int]":
    """Return the ids of both, the first ones first, each once."""
    listed = set(first)
    return first + array("q", [advert_id for advert_id in then if advert_id not in listed])
