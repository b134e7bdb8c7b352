"""A place to write in that saves while the person types."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Blur
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea

from nhsjobtui.clean import clean
from nhsjobtui.errors import InputError, NhsJobTuiError
from nhsjobtui.model.joining import new_words
from nhsjobtui.tui.messages import Said
from nhsjobtui.tui.text_area import CleanTextArea

if TYPE_CHECKING:
    from nhsjobtui.library import Library

_SAVE_AFTER = 0.5
"""Seconds from the first unsaved letter to the save."""
_TRY_AGAIN_AFTER = 3.0
"""Seconds from a save that failed to the next try."""
BANKED = "What you wrote this for is gone: your text is kept in the bank."
_JOINED = "It was also changed elsewhere meanwhile: both texts are kept."
_REPLACED = "It was changed elsewhere: escape, then u, brings back what stood here."


class Kept(NamedTuple):
    """Where a text is kept: in which library, how to read it, and how to save it.

    `save` is given the text, and whether this sitting has saved before.
    """

    library: "Library"
    read: Callable[[], str]
    save: Callable[[str, bool], None]


def in_bank(library: "Library") -> Kept:
    """Return a new general piece as the place where a text is kept."""
    piece = ""

    def save(text: str, continuing: bool) -> None:
        nonlocal piece
        if piece:
            library.bank.replace(piece, text, continuing=continuing)
        elif text.strip():
            piece = library.bank.add(text).id

    return Kept(library, lambda: library.bank.get(piece).text if piece else "", save)


class Editor(CleanTextArea):
    """A text area without a Save: what is typed is kept at most a second later."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    KEYS = "escape done · saved while you type"

    class Left(Message):
        """The person is done writing and everything is saved; `moved` if they went elsewhere."""

        def __init__(self, editor: "Editor", moved: bool) -> None:
            super().__init__()
            self.editor = editor
            self.moved = moved

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, soft_wrap=True, tab_behavior="focus", show_line_numbers=False)
        self._kept: Kept | None = None
        self._saved = ""
        self._continuing = False
        self._timer: Timer | None = None

    def start(self, title: str, kept: Kept) -> None:
        """Begin writing something; what was being written before is saved first."""
        self.flush()
        self._kept, self._saved, self._continuing = kept, kept.read(), False
        self.border_title = Content(clean(title))
        self.load_text(self._saved)
        self.move_cursor(self.document.end)
        self._tell()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Save soon."""
        event.stop()
        if self._kept is None or self.text == self._saved:
            return
        self._tell()
        if self._timer is None:
            self._timer = self.set_timer(_SAVE_AFTER, self.flush)

    def flush(self) -> bool:
        """Save now what is not saved yet; return whether everything is."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._kept is None or clean(self.text) == self._saved:
            return True
        try:
            with self._kept.library.one_step():  # nobody writes between reading and saving
                self._join(self._kept.read())
                text = clean(self.text)
                self._kept.save(text, self._continuing)
        except InputError:
            return self._save_in_bank(self._kept.library)
        except NhsJobTuiError as error:
            self.border_subtitle = Content(f"NOT SAVED: {error}")
            self._timer = self.set_timer(_TRY_AGAIN_AFTER, self.flush)
            return False
        self._saved, self._continuing = text, True
        self._tell()
        return True

    def _join(self, theirs: str) -> None:
        """Take in what another window or a command wrote meanwhile, so that neither is lost."""
        if added := new_words(self._saved, theirs, self.text):
            self.insert(f"\n\n{added}", self.document.end, maintain_selection_offset=True)
            self.post_message(Said(_JOINED))

    def _save_in_bank(self, library: "Library") -> bool:
        """Go on in the bank where the criterion or the advert was taken away meanwhile."""
        self._kept, self._saved, self._continuing = in_bank(library), "", False
        self.border_title = Content("No longer on the checklist: kept in the bank")
        self.post_message(Said(BANKED, problem=True))
        return self.flush()

    def put(self, text: str) -> None:
        """Replace everything as one step, which ctrl+z takes back here and undo outside."""
        if text == self.text or not self.flush():
            return
        self._continuing = False
        self.history.checkpoint()
        self.replace(text, self.document.start, self.document.end)
        self.history.checkpoint()
        self.move_cursor(self.document.end)
        self.flush()
        self._continuing = False

    def look(self) -> None:
        """Show what was written elsewhere, and say so where that took words away."""
        if self.catch_up():
            self.post_message(Said(_REPLACED))

    def catch_up(self) -> bool:
        """Show what was written elsewhere, where nothing unsaved is in the way.

        Return whether words that stood here are gone.
        """
        if self._kept is None or clean(self.text) != self._saved:
            return False
        try:
            theirs = self._kept.read()
        except InputError:
            return False  # the advert is gone: what is written from here on goes to the bank
        if theirs == self._saved:
            return False
        before, self._saved, self._continuing = self._saved, theirs, False
        self.load_text(theirs)
        self.move_cursor(self.document.end)
        self._tell()
        return bool(new_words(theirs, before, theirs))

    def _tell(self) -> None:
        count, letters = len(self.text.split()), len(self.text)
        words = f"{count} word{'' if count == 1 else 's'}"
        state = "saved" if clean(self.text) == self._saved else "…"
        self.border_subtitle = Content(f"{words}, {letters} characters · {state}")

    def action_leave(self) -> None:
        """Save and go back; what cannot be saved stays on the screen."""
        self.leave()

    def leave(self, *, moved: bool = False) -> None:
        """Save and be done; `moved` when the keys are elsewhere already."""
        if self.flush():
            self._kept = None
            self.post_message(self.Left(self, moved))

    def on_blur(self, event: Blur) -> None:
        """Save when the person goes elsewhere."""
        self.flush()
