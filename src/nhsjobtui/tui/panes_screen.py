"""The three panes: which are seen, which has the keys, and what each shows."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Click, DescendantFocus
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from nhsjobtui.errors import InputError
from nhsjobtui.keys import Where
from nhsjobtui.library import Library
from nhsjobtui.paths import Paths
from nhsjobtui.tui.adverts_pane import AdvertsPane
from nhsjobtui.tui.bars import KeyBar, StatusLine
from nhsjobtui.tui.messages import Changed, Said
from nhsjobtui.tui.state import State

if TYPE_CHECKING:
    from nhsjobtui.tui.advert_pane import AdvertPane
    from nhsjobtui.tui.checklist_pane import ChecklistPane
    from nhsjobtui.tui.command import Command
    from nhsjobtui.tui.editor import Editor
    from nhsjobtui.tui.page_pane import PagePane

_LOOK_EVERY = 1.0
"""Seconds between looks at whether the library was changed elsewhere."""
PANES: tuple[Where, ...] = get_args(Where)


class PanesScreen(Screen[None]):
    """List, advert and checklist; the advert under the list's cursor is shown by the others."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (130, "-wide")]  # noqa: RUF012
    AUTO_FOCUS = None
    advert: "AdvertPane"
    checklist: "ChecklistPane"

    class Opened(Message):
        """Every pane is painted."""

    class Read(Message):
        """The person has gone to a pane that shows the advert."""

    def __init__(
        self,
        library: Library,
        open_reader: Callable[[], Library],
        command: "Callable[..., Command]",
        *,
        paths: Paths,
        clock: Callable[[], datetime],
        state: State,
    ) -> None:
        super().__init__(classes="-on-list -zoom" if state.zoom else "-on-list")
        self.library = library
        self.open_reader = open_reader
        self.command = command
        """Makes a command that runs beside the app, of the words it is given."""
        self.paths = paths
        self.clock = clock
        self.start = state
        self.pane: Where = "list"
        self.stale = False
        self.drafts: dict[str, str] = {}
        self.wrote_from: Where = "advert"
        self.adverts = AdvertsPane(library, open_reader, clock)
        self.panes: dict[Where, AdvertsPane | PagePane] = {"list": self.adverts}
        self.opened = asyncio.Event()
        """Set once all panes are there; keys wait for it."""
        self.status = StatusLine()
        self.key_bar = KeyBar()

    def compose(self) -> ComposeResult:
        """Lay out the list above the status line and the keys; the other panes follow it."""
        # Textual would lay everything out for no width at all before it looks at this one.
        width = self.app.size.width
        fitting = [name for least, name in self.HORIZONTAL_BREAKPOINTS if width >= least]
        self.add_class(fitting[-1], update=False)
        yield Horizontal(self.adverts, id="panes")
        yield self.status
        yield self.key_bar

    async def on_mount(self) -> None:
        """Paint the list first: it can be used while the other panes come."""
        start = self.start
        if start.filter:
            self.adverts.asked = start.filter
            await self.adverts.open_filter(start.filter)
        self.adverts.load(self._known(start.advert), sort=start.sort)
        self.set_focus(self.adverts.list)
        self.call_after_refresh(self._open_panes)

    async def _open_panes(self) -> None:
        """Bring the other panes, and open where the person left off."""
        from nhsjobtui.tui.advert_pane import AdvertPane
        from nhsjobtui.tui.checklist_pane import ChecklistPane

        self.app.stylesheet.read(Path(__file__).with_name("panes.tcss"))
        self.advert = AdvertPane(self.library, self.clock)
        self.checklist = ChecklistPane(self.library)
        self.panes |= {"advert": self.advert, "checklist": self.checklist}
        self.watch(self.adverts.list, "cursor", self._follow_cursor, init=False)
        self._follow_cursor()
        await self.query_one("#panes").mount(self.advert, self.checklist)
        self.go(self.start.pane)
        self.call_after_refresh(self._scroll_back)
        self.call_after_refresh(self.post_message, self.Opened())
        self.library.changed_elsewhere()  # the first answer is what later ones count from
        self.set_interval(_LOOK_EVERY, self.look)
        self.opened.set()

    def look(self) -> None:
        """Show what another window or a command has changed.

        The list waits while somebody writes, and everything behind a dialog until that is closed.
        """
        self.stale = self.library.changed_elsewhere() or self.stale
        if not self.stale or not self.is_active:
            return
        if self.writing:
            for page in self.pages:
                page.look()
        else:
            self.stale = False
            self.adverts.refresh_list()
            self.reread()

    @property
    def writing(self) -> bool:
        """Whether a note or evidence is being written."""
        return any(page.writing for page in self.pages)

    def _known(self, ref: str) -> int | None:
        with suppress(InputError):
            return self.library.find(ref) if ref else None
        return None

    def _scroll_back(self) -> None:
        entry = self.advert.entry
        if entry is not None and entry.head.ref == self.start.advert:
            self.advert.view.come_back(self.start.scroll)
            self.checklist.go_to(self.start.criterion)

    # ---- what is shown

    def _follow_cursor(self) -> None:
        """Show the advert under the cursor in the other panes."""
        current = self.adverts.list.current
        shown = self.advert.entry
        if shown is not None and current != shown.head.id and not self.flush():
            self.tell("What you typed cannot be saved yet; it stays here.", problem=True)
            self.adverts.go_to(shown.head.id)
            return
        if current is None:
            self.advert.show_words(self.adverts.list.empty_words)
            self.checklist.show(None)
        elif shown is None or shown.head.id != current:
            try:
                entry = self.library.entry(current)
            except InputError:
                return  # joined with another; the list is about to know
            self.advert.show(entry)
            self.checklist.show(entry)

    def on_adverts_pane_filtered(self) -> None:
        """Show the advert that is under the cursor now."""
        if self.pages:
            self._follow_cursor()

    def on_changed(self, message: Changed) -> None:
        """Show what was changed wherever it is seen."""
        self.reread(message.advert_id)
        self.tell(message.sentence)

    def reread(self, advert_id: int | None = None) -> None:
        """Read an advert again, or all of them, and show it where it stands."""
        self.adverts.reread(advert_id)
        shown = self.advert.entry
        if shown is not None and advert_id in (None, shown.head.id):
            if not self.library.heads([shown.head.id]):
                return  # joined with another; the list is about to know
            entry = self.library.entry(shown.head.id)
            self.advert.show(entry)
            if not self.checklist.writing:
                self.checklist.show(entry)

    def on_said(self, message: Said) -> None:
        """Show a sentence."""
        self.tell(message.sentence, problem=message.problem)

    def tell(self, sentence: str, *, problem: bool = False) -> None:
        """Show a sentence in the status line."""
        self.status.tell(sentence, problem=problem)

    # ---- which pane

    def view_of(self, pane: Where) -> Widget:
        """Return what takes the keys in a pane."""
        return self.panes[pane].view

    @property
    def pages(self) -> "list[AdvertPane | ChecklistPane]":
        """The panes beside the list, once they are there."""
        return [self.advert, self.checklist] if len(self.panes) > 1 else []

    def go(self, pane: Where) -> None:
        """Give a pane the keys, and show it."""
        if self.pages:
            self._follow_cursor()
        self._show_pane(pane)
        self.set_focus(self.view_of(pane), scroll_visible=False)

    def _show_pane(self, pane: Where) -> None:
        self.pane = pane
        for name in PANES:
            self.set_class(name == pane, f"-on-{name}")
        if pane != "list":
            self.set_class(pane == "checklist", "-beside-checklist")
        self.key_bar.where = pane
        for name, shown in self.panes.items():
            shown.header.active = name == pane

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Follow the focus into another pane; say the keys of the field typed in."""
        for page in self.pages:
            if page.writing and event.widget is not page.editor:
                page.leave_editor()
        self.key_bar.typing = getattr(event.widget, "KEYS", "")
        pane = self._pane_of(event.widget)
        if pane is not None and pane != self.pane:
            self._show_pane(pane)

    def on_click(self, event: Click) -> None:
        """Give the keys back to a pane: the one clicked on, or the one that had them."""
        if self.focused is None:
            self.go((event.widget and self._pane_of(event.widget)) or self.pane)

    def _pane_of(self, widget: Widget) -> Where | None:
        found = (pane for pane, owner in self.panes.items() if owner in widget.ancestors)
        return next(found, None)

    def action_pane_list(self) -> None:
        """Go to the adverts."""
        self.go("list")

    def action_pane_advert(self) -> None:
        """Go to the advert."""
        self._go_and_read("advert")

    def action_pane_checklist(self) -> None:
        """Go to the checklist."""
        self._go_and_read("checklist")

    def action_checklist(self) -> None:
        """Go on from the advert to its checklist."""
        self.go("checklist")

    def on_adverts_pane_opened(self) -> None:
        """Go on from the list to the advert."""
        self._go_and_read("advert")

    def _go_and_read(self, pane: Where) -> None:
        self.go(pane)
        if pane != "list":
            self.post_message(self.Read())

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self._go_and_read(PANES[(PANES.index(self.pane) + 1) % len(PANES)])

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        self._go_and_read(PANES[PANES.index(self.pane) - 1])

    def action_zoom(self) -> None:
        """Show this pane alone, or all again."""
        self.toggle_class("-zoom")

    def action_back(self) -> None:
        """Go back one level: find, zoom, pane, filter."""
        page = {"advert": self.advert, "checklist": self.checklist}.get(self.pane)
        if page is not None and page.finding:
            page.close_find()
        elif self.has_class("-zoom"):
            self.remove_class("-zoom")
        elif self.pane != "list":
            self.go(PANES[PANES.index(self.pane) - 1])
        elif self.adverts.clear_filter():
            self.tell("All adverts again.")
        else:
            self.nothing_to_leave()

    def nothing_to_leave(self) -> None:
        """Say how to quit, to a person who goes back from where there is no further back."""
        self.tell("q quits; everything is kept.")

    def on_editor_left(self, message: "Editor.Left") -> None:
        """Give the keys back to the pane that had them before the writing."""
        if not message.moved:
            self.go("checklist" if message.editor is self.checklist.editor else self.wrote_from)

    # ---- leaving

    def flush(self) -> bool:
        """Save what is being written; return whether everything is."""
        saved = [page.flush() for page in self.pages]
        return all(saved)

    def left_off(self, theme: str) -> State:
        """Return where the person is."""
        entry = self.advert.entry
        return State(
            advert=entry.head.ref if entry else "",
            pane=self.pane,
            scroll=self.advert.view.scroll_offset.y,
            criterion=self.checklist.criteria.cursor,
            sort=self.adverts.query_now.sort,
            filter=self.adverts.asked,
            zoom=self.has_class("-zoom"),
            theme=theme,
        )
