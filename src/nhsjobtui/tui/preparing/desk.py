"""The preparing view: each criterion and its evidence, with the advert or the statement beside."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from nhsjobtui.clean import clean_line
from nhsjobtui.library import Library
from nhsjobtui.model.application import Criterion
from nhsjobtui.model.statement import Plan, Statement, put_together
from nhsjobtui.tui.advert_text import advert_page
from nhsjobtui.tui.bars import PaneHeader
from nhsjobtui.tui.criteria_view import CriteriaView
from nhsjobtui.tui.editor import Kept
from nhsjobtui.tui.lines import LinesView
from nhsjobtui.tui.over_screen import OverScreen
from nhsjobtui.tui.preparing.evidence import EvidenceEditor
from nhsjobtui.tui.preparing.pages import coverage_header, items_page, mark_words, statement_page

if TYPE_CHECKING:
    from nhsjobtui.writing.suggestions import Suggestion

_PAUSE = 0.15
"""Seconds on a criterion until what was written before is looked for."""


class DeskScreen(OverScreen):
    """A list of all that can be written, a text for one of it, and something beside both."""

    CSS_PATH = "preparing.tcss"
    WHERE = "preparing"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012

    def __init__(
        self,
        library: Library,
        open_reader: Callable[[], Library],
        clock: Callable[[], datetime],
        advert_id: int,
        *,
        number: int,
        edit_whole: Callable[[int], None],
    ) -> None:
        super().__init__(library, open_reader, clock, advert_id)
        self.edit_whole = edit_whole
        self.plan: Plan = library.plan(advert_id)
        self.items = CriteriaView(id="items")
        self.items.set_reactive(CriteriaView.cursor, number if self.entry.criteria else 0)
        self._shown = self.items.cursor
        self.about = Static(id="about", markup=False)
        self.editor = EvidenceEditor(lambda step: self._go(self._shown + step), self._to_list)
        self.header = PaneHeader("", active=True)
        self.own = Vertical(self.header, self.items, self.about, self.editor, id="own")
        self.beside = PaneHeader("Advert")
        self.advert = LinesView(id="whole-advert")
        self.preview = LinesView(id="statement")
        self.suggestions: list[Suggestion] = []

    def compose(self) -> ComposeResult:
        """Lay out the list above the text, and the advert beside or below both."""
        yield Container(
            self.own,
            Vertical(self.beside, self.advert, self.preview, id="beside"),
            id="desk",
        )
        yield self.status
        yield self.key_bar

    def on_mount(self) -> None:
        """Begin to write where the checklist's cursor was."""
        self.key_bar.where = "preparing"
        self.preview.display = False
        self.reread()
        self.watch(self.items, "cursor", self._moved, init=False)
        self._begin()
        self.set_focus(self.editor)
        self.call_after_refresh(self.items.follow)
        self.watch_library()

    # ---- what is shown

    def reread(self) -> None:
        """Read the advert again and show it."""
        key = self.criterion.key if self.criterion else None
        at_end = self._shown == self._last
        self.entry = self.library.entry(self.advert_id)
        self.plan = self.library.plan(self.advert_id)
        self.items.show(items_page(self.entry, self.plan), keep_scroll=True)
        self._show_coverage()
        self.advert.show(advert_page(self.entry, self.clock()), keep_scroll=True)
        self._show_beside()
        self._stay(key, at_end=at_end)
        self._show_about()

    def on_resize(self) -> None:
        """Say as much in the header as there is room for now."""
        self.call_after_refresh(self._show_coverage)

    def on_criteria_view_resized(self) -> None:
        """Keep what is written for in view."""
        self.items.follow()

    def _show_coverage(self) -> None:
        self.header.words = coverage_header(self.entry, self.own.size.width)

    def _stay(self, key: str | None, *, at_end: bool) -> None:
        """Keep the cursor on what it was on, whatever number that has now."""
        numbers = [row.n for row in self.entry.criteria if row.key == key]
        place = numbers[0] if numbers else self._last if at_end else min(self._shown, self._last)
        if place != self._shown:
            self._shown = place
            self.items.cursor = place
        elif key is not None and not numbers:
            self._begin()  # the criterion is gone: the text beside its number is another's

    def _show_beside(self) -> None:
        previewing = self.preview.display
        self.beside.update_name("Statement" if previewing else "Advert")
        if previewing:
            self.beside.words = self.statement.counts()
            self.beside.set_class(self.statement.over, "over")
            self.preview.show(statement_page(self.statement, self._last), keep_scroll=True)
        else:
            self.beside.remove_class("over")
            self.beside.words = self.entry.head.title

    def _show_about(self) -> None:
        lines = []
        if self.criterion is not None:
            lines.append(mark_words(self.criterion))
            if found := self.suggestions:
                how = "for the same" if found[0].same else "for a similar one"
                kept = found[0].kept
                lines.append(f"ctrl+g: written {kept.day} {how}: {kept.where}")
        self.about.update(Content("\n".join(map(clean_line, lines))))

    @property
    def statement(self) -> Statement:
        """The statement as it is now."""
        return put_together(self.entry.criteria, self.plan)

    @property
    def _last(self) -> int:
        """The number of the closing paragraph."""
        return len(self.entry.criteria) + 1

    @property
    def criterion(self) -> Criterion | None:
        """The criterion that is written for, None for the two paragraphs."""
        if 0 < self._shown < self._last:
            return self.entry.criteria[self._shown - 1]
        return None

    # ---- moving

    def _moved(self) -> None:
        """Write for what is under the cursor; what cannot be saved yet stays."""
        if self.items.cursor == self._shown:
            return
        if not self.saved():
            self.items.cursor = self._shown
            return
        self._shown = self.items.cursor
        self._begin()

    def _begin(self) -> None:
        self.suggestions = []
        criterion = self.criterion
        if criterion is not None:
            title = f"Evidence for criterion {criterion.n} of {len(self.entry.criteria)}"
            self.set_timer(_PAUSE, lambda: self._look_in_bank(criterion.key))
        else:
            title = "Closing paragraph" if self._shown else "Opening paragraph"
        self.editor.start(title, self._kept())
        self._show_about()
        if self.preview.display:
            self._follow_preview()

    def _follow_preview(self) -> None:
        first, last = self.preview.item_lines(self._shown)
        if last:
            self.preview.scroll_to(y=first, animate=False)

    def _kept(self) -> Kept:
        """Return where the text under the cursor is kept."""
        criterion, library, advert_id = self.criterion, self.library, self.advert_id
        opening = self._shown == 0

        def read() -> str:
            if criterion is None:
                plan = library.plan(advert_id)
                return plan.opening if opening else plan.ending
            rows = library.entry(advert_id).criteria
            return next((row.evidence for row in rows if row.key == criterion.key), "")

        def save(text: str, continuing: bool) -> None:
            if criterion is not None:
                library.set_evidence(advert_id, criterion.key, text, continuing=continuing)
            elif opening:
                library.set_opening(advert_id, text, continuing=continuing)
            else:
                library.set_ending(advert_id, text, continuing=continuing)
            self.call_later(self.reread)

        return Kept(library, read, save)

    def _go(self, number: int) -> None:
        self.items.cursor = max(0, min(number, self._last))

    def action_next(self) -> None:
        """Go on to the next criterion."""
        self._go(self._shown + 1)

    def action_previous(self) -> None:
        """Go back to the criterion before."""
        self._go(self._shown - 1)

    def action_first(self) -> None:
        """Go to the opening paragraph."""
        self._go(0)

    def action_last(self) -> None:
        """Go to the closing paragraph."""
        self._go(self._last)

    def action_write(self) -> None:
        """Give the keys to the text."""
        self.set_focus(self.editor)

    def on_editor_left(self) -> None:
        """Give the keys to the list; a click into the text goes on with it."""
        self._begin()
        self.set_focus(self.items)

    def _to_list(self) -> None:
        if self.editor.flush():
            self.on_editor_left()

    def action_leave(self) -> None:
        """Go back to the panes."""
        self.leave()

    def action_page_down(self) -> None:
        """Scroll the advert or the statement."""
        self._scrolled.scroll_page(1)

    def action_page_up(self) -> None:
        """Scroll the advert or the statement back."""
        self._scrolled.scroll_page(-1)

    @property
    def _scrolled(self) -> LinesView:
        return self.preview if self.preview.display else self.advert

    # ---- what was written before

    @work(thread=True, exclusive=True, group="bank")
    def _look_in_bank(self, key: str) -> None:
        """Look for evidence to offer, in a thread: no key waits for it."""
        from nhsjobtui.writing.suggestions import suggestions

        if self.criterion is None or self.criterion.key != key:
            return
        with self.open_reader() as reader:
            found = suggestions(reader, self.advert_id, key)
        self.app.call_from_thread(self._offer, key, found)

    def _offer(self, key: str, found: "list[Suggestion]") -> None:
        if self.criterion is not None and self.criterion.key == key:
            self.suggestions = found
            self._show_about()

    # ---- the statement beside it

    def action_preview(self) -> None:
        """Show the statement beside the text, or the advert again."""
        if self.saved():
            self.preview.display = not self.preview.display
            self.advert.display = not self.preview.display
            self.reread()
            self.call_after_refresh(self._follow_preview)
