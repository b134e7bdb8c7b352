"""The page of criteria, with a cursor on one of them."""

from textual.events import Click, Resize
from textual.message import Message
from textual.reactive import var

from nhsjobtui.tui.lines import LinesView, Paragraph

STATUS_WIDTH = 10
"""Cells from the left edge in which a click ticks."""


class CriteriaView(LinesView):
    """Criteria by number; the one under the cursor is marked and kept in view."""

    cursor: var[int] = var(1, init=False)

    class GlyphClicked(Message):
        """The status of the criterion under the cursor was clicked."""

    class Resized(Message):
        """The page has another size."""

    class Moved(Message):
        """The page was scrolled or wrapped anew."""

    def is_selected(self, y: int) -> bool:
        """Mark the criterion under the cursor."""
        return self.line_item(y) == self.cursor

    def found(self, paragraph: Paragraph) -> None:
        """Put the cursor on the criterion that matches."""
        if paragraph.item is not None:
            self.cursor = paragraph.item

    def watch_cursor(self) -> None:
        """Show the criterion under the cursor."""
        self.redraw()
        self.follow()

    def follow(self) -> None:
        """Scroll as little as needed to show the criterion, with the headings above if they fit."""
        first, last = self.item_lines(self.cursor)
        if self._reserved and self._reserved[0] == self.cursor:
            last += self._reserved[1]
        top, height = self.scroll_offset.y, self.size.height
        while (
            first > max(0, last - height)
            and self.line_item(first - 1) is None
            and self.lines[first - 1].text
        ):
            first -= 1
        if last > top + height:
            self.scroll_to(y=last - height, animate=False)
            top = last - height
        if first < top:
            self.scroll_to(y=first, animate=False)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Take what lies over the page along."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Moved())

    def on_resize(self, event: Resize) -> None:
        """Say that it was wrapped anew, once it is."""
        self.call_after_refresh(self.post_message, self.Resized())

    def on_click(self, event: Click) -> None:
        """Select the criterion clicked on; its status ticks it."""
        item = self.line_item(event.y + self.scroll_offset.y)
        if item is not None:
            self.cursor = item
            if event.x < STATUS_WIDTH:
                self.post_message(self.GlyphClicked())
