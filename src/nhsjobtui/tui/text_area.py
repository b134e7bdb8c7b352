"""A text of several lines that takes in no invisible or active characters from a paste."""

from textual.events import Paste
from textual.geometry import Offset
from textual.widgets import TextArea

from nhsjobtui.clean import clean


class CleanTextArea(TextArea):
    """A place for several lines."""

    def on_paste(self, event: Paste) -> None:
        """Clean what is pasted."""
        event.text = clean(event.text)

    def on_resize(self) -> None:
        """Keep the cursor in view, once the text is wrapped anew."""
        self.call_after_refresh(self.scroll_cursor_visible)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Scroll to the cursor, once it is in the text.

        Textual takes lines out, and with them its scroll bar, before it puts the cursor back.
        """
        if self.cursor_location[0] >= self.document.line_count:
            return Offset(0, 0)
        return super().scroll_cursor_visible(center=center, animate=animate)
