"""A place to write in that saves while the person types."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Blur, Paste
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea

from nhsjobtui.clean import clean
from nhsjobtui.errors import NhsJobTuiError

_SAVE_AFTER = 0.5
"""Seconds from the first unsaved letter to the save."""
_TRY_AGAIN_AFTER = 3.0
"""Seconds from a save that failed to the next try."""

Save = Callable[[str, bool], None]
"""Called with the text, and whether this sitting has saved before."""


class Editor(TextArea):
    """A text area without a Save: what is typed is kept at most a second later."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    KEYS = "escape done · saved while you type"

    class Left(Message):
        """The person is done writing; everything is saved."""

        def __init__(self, editor: "Editor") -> None:
            super().__init__()
            self.editor = editor

        @property
        def control(self) -> "Editor":
            """The editor that was left."""
            return self.editor

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, soft_wrap=True, tab_behavior="focus", show_line_numbers=False)
        self._save: Save | None = None
        self._saved = ""
        self._continuing = False
        self._timer: Timer | None = None

    def start(self, title: str, text: str, save: Save) -> None:
        """Begin writing something; what was being written before is saved first."""
        self.flush()
        self._save, self._saved, self._continuing = save, text, False
        self.border_title = Content(clean(title))
        self.load_text(text)
        self.move_cursor(self.document.end)
        self._tell()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Save soon."""
        event.stop()
        if self._save is None or self.text == self._saved:
            return
        self._tell()
        if self._timer is None:
            self._timer = self.set_timer(_SAVE_AFTER, self.flush)

    def flush(self) -> bool:
        """Save now what is not saved yet; return whether everything is."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        text = clean(self.text)
        if self._save is None or text == self._saved:
            return True
        try:
            self._save(text, self._continuing)
        except NhsJobTuiError as error:
            self.border_subtitle = Content(f"NOT SAVED: {error}")
            self._timer = self.set_timer(_TRY_AGAIN_AFTER, self.flush)
            return False
        self._saved, self._continuing = text, True
        self._tell()
        return True

    def _tell(self) -> None:
        count, letters = len(self.text.split()), len(self.text)
        words = f"{count} word{'' if count == 1 else 's'}"
        state = "saved" if clean(self.text) == self._saved else "…"
        self.border_subtitle = Content(f"{words}, {letters} characters · {state}")

    def action_leave(self) -> None:
        """Save and go back; what cannot be saved stays on the screen."""
        if self.flush():
            self._save = None
            self.post_message(self.Left(self))

    def on_blur(self, event: Blur) -> None:
        """Save when the person goes elsewhere."""
        self.flush()

    def on_paste(self, event: Paste) -> None:
        """Take no invisible or active characters in."""
        event.text = clean(event.text)
