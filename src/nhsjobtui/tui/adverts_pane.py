"""The adverts pane: the list and its filter."""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer

from nhsjobtui.library import First, Library, Scope
from nhsjobtui.model.query import Query, Sort
from nhsjobtui.tui.bars import PaneHeader
from nhsjobtui.tui.bindings import pane_bindings
from nhsjobtui.tui.empty_words import first_steps, nothing_found, nothing_online
from nhsjobtui.tui.list_view import AdvertList
from nhsjobtui.tui.messages import Changed
from nhsjobtui.tui.rest import FIRST, PAUSE, Rest, everything

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


class FoundOnline(NamedTuple):
    """What a search found: its words, and the adverts by their ids."""

    words: str
    ids: frozenset[int]


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
        self.header = PaneHeader("Adverts", active=True)
        self.list = self.view = AdvertList(library.heads, clock)
        self.query_now = Query()
        self.asked = ""
        self.found: FoundOnline | None = None
        self._filter: SearchInput | None = None
        self._rest = Rest(self, open_reader)
        self._waiting: Timer | None = None
        self._whole: tuple[Query, First] | None = None

    def compose(self) -> ComposeResult:
        """Lay out the header above the list."""
        yield self.header
        yield self.list

    def on_unmount(self) -> None:
        """Let go of the library file."""
        self._rest.close()

    # ---- what is listed

    def load(self, keep: int | None = None, *, sort: Sort | None = None) -> None:
        """List what the filter lets through, with the cursor on `keep` if it is there.

        The first rows are shown at once; the rest follows from a thread.
        """
        self._rest.forget()
        query = Query.parse(self.asked, sort or self.query_now.sort)
        self.query_now = query._replace(among=self.found.ids if self.found else None)
        scope: Scope = "short" if self.query_now.words else "all"
        first = self.library.first(self.query_now, scope, max(FIRST, self.list.page_rows))
        if keep is not None and keep not in first.ids:
            self._load_whole(keep)
            return
        self._list(first, keep)
        # Not before the rows are painted: a thread beside it makes that take twice as long.
        self.call_after_refresh(self._ask_rest, self.query_now, first)

    def _ask_rest(self, query: Query, first: First | None) -> None:
        if query == self.query_now:
            self._rest.ask(query, first, self._add)

    def _load_whole(self, keep: int | None) -> None:
        """List everything now, because a row further down is wanted."""
        self._rest.forget()
        self._list(everything(self.library, self.query_now), keep)

    def show_found(self, words: str, ids: Collection[int], sort: Sort) -> None:
        """List what a search found online; the same search may go on finding.

        The cursor stays at the top while nobody has gone anywhere.
        """
        first = self.found is None or self.found.words != words
        self.found = FoundOnline(words, frozenset(ids))
        at_top = self.list.has_focus and self.list.cursor == 0
        self.load(None if at_top else self.list.current, sort=sort if first else None)

    def refresh_list(self) -> None:
        """List anew what the library holds now, once that is known; until then nothing moves."""
        self._ask_rest(self.query_now, None)

    def _add(self, query: Query, found: First) -> None:
        """Show what came from the thread; what is listed already stays where it is."""
        if query == self.query_now:
            self._list(found, self.list.current)
            if not self.asked:
                self.library.count()  # slow the first time: not at the first letter of a filter

    def _list(self, found: First, keep: int | None) -> None:
        if not self.asked and len(found.ids) == found.total:
            self._whole = (self.query_now, found)
        before = self.list.current
        self.list.show(found.ids, found.total, keep)
        self._count()
        if self.list.current != before or before is None:
            # While somebody types, the list alone follows each letter.
            self._filtered(PAUSE if self._filter is not None and self._filter.has_focus else 0)

    def _filtered(self, pause: float) -> None:
        """Say that another advert is under the cursor, once the list is painted."""
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(pause, self._say_filtered) if pause else None
        if not pause:
            self.call_after_refresh(self._say_filtered)

    def _say_filtered(self) -> None:
        self._waiting = None
        self.post_message(self.Filtered())

    def _count(self) -> None:
        shown, typed = self.list.total, self.asked.strip()
        total = self.library.count() if typed or self.found else shown
        asked = self.query_now._replace(sort="closing").describe()
        if self.found:
            asked = " · ".join(filter(None, (self.found.words, asked)))
        if typed:
            self.list.empty_words = nothing_found(typed)
        else:
            self.list.empty_words = nothing_online(asked) if self.found else first_steps()
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
        if value and value != self.asked:
            self.asked = value
            if self._waiting is not None:
                self._filtered(PAUSE)  # the advert is shown once nobody types
            self.load()
        elif self.asked and not value:
            self._leave_words()

    def on_search_input_left(self, message: "SearchInput.Left") -> None:
        """Go to the list, filtered or whole."""
        message.stop()
        if not message.keep or not self.asked.strip():
            self.clear_filter()
        self._filtered(0)
        self.list.focus()

    def clear_filter(self) -> bool:
        """Take the filter away, or else what was found online; return whether there was any."""
        if self._filter is None:
            was, self.found = self.found, None
            if was:
                self.load(self.list.current)
            return was is not None
        self._filter.remove()
        self._filter = None
        if self.asked:
            self._leave_words()
        return True

    def _leave_words(self) -> None:
        """Filter no more; what was listed before is there at once, then read anew."""
        self.asked = ""
        before = Query(sort=self.query_now.sort, among=self.query_now.among)
        if self._whole is None or self._whole[0] != before:
            self.load(self.list.current)
            return
        self.query_now = before
        self._list(self._whole[1], self.list.current)
        self.refresh_list()

    def show_all(self) -> None:
        """Take away whatever narrows the list."""
        while self.clear_filter():
            pass

    # ---- moving

    def go(self, row: int) -> None:
        """Put the cursor on a row, or on the last one."""
        if row >= len(self.list.ids) and not self.list.is_whole:
            self._load_whole(self.list.current)
        self.list.cursor = row

    def go_to(self, advert_id: int) -> None:
        """Put the cursor on an advert, if it is listed."""
        if self.list.place_of(advert_id) is None and not self.list.is_whole:
            self._load_whole(self.list.current)
        place = self.list.place_of(advert_id)
        if place is not None:
            self.list.cursor = place

    def action_down(self) -> None:
        """Go to the next advert."""
        self.go(self.list.cursor + 1)

    def action_up(self) -> None:
        """Go to the advert before."""
        self.go(self.list.cursor - 1)

    def action_half_down(self) -> None:
        """Go half a screen on."""
        self.go(self.list.cursor + max(1, self.list.page_rows // 2))

    def action_half_up(self) -> None:
        """Go half a screen back."""
        self.go(self.list.cursor - max(1, self.list.page_rows // 2))

    def action_first(self) -> None:
        """Go to the first advert."""
        self.go(0)

    def action_last(self) -> None:
        """Go to the last advert."""
        self.go(self.list.total - 1)

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
