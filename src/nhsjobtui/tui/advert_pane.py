"""The advert pane: the whole advert, and the person's note below it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from nhsjobtui.library import Entry, Library
from nhsjobtui.tui.advert_text import advert_page
from nhsjobtui.tui.bindings import PAGE_ACTIONS, pane_bindings
from nhsjobtui.tui.lines import LinesView, Paragraph
from nhsjobtui.tui.messages import Changed
from nhsjobtui.tui.page_pane import PagePane
from nhsjobtui.tui.scrolling import Scrolling

if TYPE_CHECKING:
    from nhsjobtui.tui.editor import Editor, Kept


class AdvertPane(Scrolling, PagePane):
    """The advert under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = pane_bindings("advert", PAGE_ACTIONS)

    def __init__(self, library: Library, clock: Callable[[], datetime]) -> None:
        super().__init__("Advert", LinesView(id="advert"), library, id="advert-pane")
        self._clock = clock

    def show(self, entry: Entry | None) -> None:
        """Show an advert; the same one stays where it was scrolled to."""
        same = entry is not None and self.entry is not None and entry.head.id == self.entry.head.id
        self.entry = entry
        self.header.words = entry.head.ref if entry else ""
        if entry:
            self.view.show(advert_page(entry, self._clock()), keep_scroll=same)

    def show_words(self, words: Sequence[str]) -> None:
        """Show sentences in place of an advert."""
        self.show(None)
        self.view.show([Paragraph(text, gap=1) for text in words])

    @property
    def page(self) -> LinesView:
        """The advert."""
        return self.view

    # ---- the note

    async def write_note(self) -> None:
        """Open the note for writing, below the advert."""
        if self.entry is None:
            return
        if self.editor is None:
            from nhsjobtui.tui.editor import Editor

            self.editor = Editor(id="note")
            await self.mount(self.editor)
        self.editor.display = True
        self.editor.start(f"Note on {self.entry.head.title}", self.kept(self.entry.head.id))
        self.screen.set_focus(self.editor)

    def kept(self, advert_id: int) -> "Kept":
        """Return where the note on an advert is kept."""
        from nhsjobtui.tui.editor import Kept

        def save(text: str, continuing: bool) -> None:
            self.library.set_note(advert_id, text, continuing=continuing)
            self.post_message(Changed(advert_id, "Note saved."))

        return Kept(self.library, lambda: self.library.entry(advert_id).note, save)

    def on_editor_left(self, message: "Editor.Left") -> None:
        """Close the note; the screen decides who has the keys next."""
        message.editor.display = False
