"""What the advert pane and the checklist pane share: a header, a page of lines, and find."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from nhsjobtui.library import Entry, Library
from nhsjobtui.tui.bars import PaneHeader
from nhsjobtui.tui.lines import LinesView
from nhsjobtui.tui.messages import Said

if TYPE_CHECKING:
    from nhsjobtui.tui.editor import Editor
    from nhsjobtui.tui.search_input import SearchInput


class PagePane(Vertical):
    """A pane that shows one advert's page."""

    def __init__(self, name: str, view: LinesView, library: Library, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.header = PaneHeader(name)
        self.view = view
        self.body: Widget = view
        self.library = library
        self.entry: Entry | None = None
        self.editor: Editor | None = None
        self._find: SearchInput | None = None

    def compose(self) -> ComposeResult:
        """Lay out the header above the page."""
        yield self.header
        yield self.body

    def show(self, entry: Entry | None) -> None:
        """Show an advert; the same one stays where it was scrolled to."""
        raise NotImplementedError

    # ---- writing

    @property
    def writing(self) -> bool:
        """Whether the editor is open."""
        return self.editor is not None and self.editor.display

    def flush(self) -> bool:
        """Save what is being written; return whether everything is."""
        return self.editor is None or self.editor.flush()

    def look(self) -> None:
        """Show in the editor what was written elsewhere."""
        if self.editor is not None:
            self.editor.look()

    def leave_editor(self) -> None:
        """Close the editor, unless what is in it cannot be saved."""
        if self.editor is not None and self.writing:
            self.editor.leave(moved=True)

    # ---- find

    @property
    def finding(self) -> bool:
        """Whether the find bar is open."""
        return self._find is not None

    async def action_find(self) -> None:
        """Open the find bar."""
        if self._find is None:
            from nhsjobtui.tui.search_input import SearchInput

            self._find = SearchInput("find in this pane", id=f"{self.id}-find")
            await self.mount(self._find, before=self.body)
            self.watch(self._find, "value", self._find_words, init=False)
        self.screen.set_focus(self._find)

    def _find_words(self, value: str) -> None:
        count = self.view.find(value.strip())
        if value.strip():
            found = f"{count} match{'' if count == 1 else 'es'}; n and N go on." if count else ""
            self.post_message(Said(found or f"Nothing here has “{value.strip()}”."))

    def on_search_input_left(self, message: "SearchInput.Left") -> None:
        """Go back to the page, with the matches or without."""
        message.stop()
        if not message.keep:
            self.close_find()
        self.view.focus()

    def close_find(self) -> None:
        """Close the find bar and forget the matches."""
        if self._find is not None:
            self._find.remove()
            self._find = None
            self.view.find("")

    def action_find_next(self) -> None:
        """Go to the next match."""
        self._step(1)

    def action_find_previous(self) -> None:
        """Go to the match before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        number, count = self.view.find_step(step)
        said = f"Match {number} of {count}." if count else "Press / to find words here."
        self.post_message(Said(said))
