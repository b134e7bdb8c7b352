"""Fields that take no invisible or active characters in from a paste."""

from textual.events import Paste
from textual.widgets import Input, TextArea

from nhsjobtui.clean import clean, clean_line


class CleanInput(Input):
    """A one-line field."""

    def on_paste(self, event: Paste) -> None:
        """Clean what is pasted."""
        event.text = clean_line(event.text)


class CleanTextArea(TextArea):
    """A field of several lines."""

    def on_paste(self, event: Paste) -> None:
        """Clean what is pasted."""
        event.text = clean(event.text)
