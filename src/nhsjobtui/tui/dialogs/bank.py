"""The evidence bank: everything the person ever wrote, to be searched and copied."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from nhsjobtui.clean import clean_line
from nhsjobtui.errors import NhsJobTuiError
from nhsjobtui.library import Library
from nhsjobtui.library.bank import Kept
from nhsjobtui.tui.dialogs.fields import CleanInput
from nhsjobtui.tui.dialogs.list_dialog import ListDialog
from nhsjobtui.tui.lines import LinesView, Paragraph

if TYPE_CHECKING:
    from nhsjobtui.writing.suggestions import Suggestion

_MOST = 200
_KEYS = "/ search · enter copies · a adds a piece · delete removes one · escape"


class BankDialog(ListDialog[Kept]):
    """Texts with the advert and the day they come from; gives the one to copy.

    `first` are those for a similar criterion, shown before anything is searched for; None where it
    is not for a criterion.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", show=False),
        Binding("down", "move('cursor_down')", show=False),
        Binding("up", "move('cursor_up')", show=False),
        Binding("pagedown", "scroll(1)", show=False),
        Binding("pageup", "scroll(-1)", show=False),
        Binding("a", "add", show=False),
        Binding("delete", "remove", show=False),
    ]

    def __init__(
        self,
        library: Library,
        title: str,
        first: "Sequence[Suggestion] | None" = None,
        draft: str = "",
    ) -> None:
        super().__init__()
        self._library = library
        self._title = title
        self._first = first
        self._rows: list[Kept] = []
        self.draft = draft
        """A piece that was typed and not added."""
        self._words = CleanInput(placeholder="/ searches all you wrote", id="words", compact=True)
        self._heading = Static("", classes="hint", markup=False)
        self._list = OptionList(id="kept", compact=True)
        self._text = LinesView(id="kept-text")

    def compose(self) -> ComposeResult:
        """Lay out the search above the texts, and the whole of one below."""
        with Vertical(classes="box"):
            yield Static(Content(clean_line(self._title)), markup=False, id="bank-title")
            yield self._words
            yield self._heading
            yield self._list
            yield self._text
            yield Static(_KEYS, classes="hint", markup=False)

    def on_mount(self) -> None:
        """Start with what fits, or with everything."""
        self._fill()
        self._list.focus()

    def _fill(self) -> None:
        words = clean_line(self._words.value).strip()
        if self._first and not words:
            self._rows = [one.kept for one in self._first]
            hows = ["the same criterion" if one.same else "similar" for one in self._first]
            said = "Written before for the same or a similar criterion:"
        else:
            self._rows = self._library.bank.search(words, _MOST)
            hows = [""] * len(self._rows)
            said = f"{len(self._rows)} found" if words else "All you wrote, newest first:"
            if self._first is not None and not words:
                said = f"Nothing for a criterion like this yet. {said}"
            if not self._rows:
                said = "Nothing you wrote has these words." if words else "Nothing is written yet."
        self._heading.update(Content(said))
        self._list.clear_options()
        self._list.add_options(
            [_option(kept, how) for kept, how in zip(self._rows, hows, strict=True)]
        )
        self._list.highlighted = 0 if self._rows else None
        self._show()

    def _show(self) -> None:
        kept = self._current
        page = []
        if kept is not None:
            if kept.criterion:
                page.append(Paragraph(kept.criterion, "label"))
            page += [Paragraph(line) for line in kept.text.split("\n")]
        self._text.show(page)

    @property
    def _current(self) -> Kept | None:
        at = self._list.highlighted
        return self._rows[at] if at is not None and at < len(self._rows) else None

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search while the person types."""
        event.stop()
        self._fill()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to what was found."""
        event.stop()
        self._list.focus()

    def on_option_list_option_highlighted(self) -> None:
        """Show the whole text."""
        self._show()

    def on_option_list_option_selected(self) -> None:
        """Give the text to copy."""
        if (kept := self._current) is not None:
            self.dismiss(kept)

    def action_search(self) -> None:
        """Search in everything."""
        self._words.focus()

    def action_scroll(self, way: int) -> None:
        """Scroll the text."""
        self._text.scroll_page(way)

    def action_close(self) -> None:
        """Leave the search first, then the dialog."""
        if self._words.has_focus:
            self._words.value = ""
            self._list.focus()
        else:
            super().action_close()

    @work
    async def action_add(self) -> None:
        """Add a general piece."""
        from nhsjobtui.tui.dialogs.piece import PieceDialog

        dialog = PieceDialog(self._library, self.draft)
        added = await self.app.push_screen_wait(dialog)
        self.draft = "" if added else dialog.typed
        if added:
            self._first = None
            self._words.value = ""
            self._fill()
            self._heading.update(Content("Added to the bank."))

    def action_remove(self) -> None:
        """Remove a general piece."""
        if (kept := self._current) is None:
            return
        try:
            self._library.bank.remove(kept.id)
        except NhsJobTuiError:
            said = "Only general pieces can be removed here; evidence goes with its advert."
            self._heading.update(Content(said))
        else:
            self._fill()
            self._heading.update(Content("Removed; undo (u) in the panes brings it back."))


def _option(kept: Kept, how: str) -> Content:
    parts = (how, kept.day, kept.where)
    return Content.assemble(
        (clean_line(" · ".join(filter(None, parts))), "bold"),
        "\n  ",
        (clean_line(" ".join(kept.text.split()))[:200], ""),
    )
