"""A list that draws only the rows in view, as the peers' lists do."""

from collections.abc import Callable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

_HEIGHT = 3
_CURSOR = Style(reverse=True)
_PLAIN = Style()


class LineList(ScrollView, can_focus=True, inherit_bindings=False):
    """Three lines a row, of ids whose words are read when they come in view."""

    DEFAULT_CSS = "LineList { height: 1fr; overflow-y: scroll; overflow-x: hidden; }"

    def __init__(self, words: Callable[[int], Sequence[str]]) -> None:
        super().__init__()
        self._words = words
        self.ids: Sequence[int] = ()
        self.cursor = 0

    def show(self, ids: Sequence[int]) -> None:
        """Show other rows."""
        self.ids, self.cursor = ids, 0
        self.virtual_size = Size(self.size.width, len(ids) * _HEIGHT)
        self.scroll_to(y=0, animate=False)
        self.refresh()

    def down(self) -> int:
        """Go one row on and return its id."""
        before, self.cursor = self.cursor, min(self.cursor + 1, len(self.ids) - 1)
        for row in (before, self.cursor):
            top = row * _HEIGHT - self.scroll_offset.y
            self.refresh(Region(0, top, self.size.width, _HEIGHT))
        bottom = (self.cursor + 1) * _HEIGHT
        if bottom > self.scroll_offset.y + self.size.height:
            self.scroll_to(y=bottom - self.size.height, animate=False)
        return self.ids[self.cursor]

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        row, part = divmod(y + self.scroll_offset.y, _HEIGHT)
        width = self.size.width
        if row >= len(self.ids):
            return Strip.blank(width)
        style = _CURSOR if row == self.cursor else _PLAIN
        text = self._words(self.ids[row])[part]
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)
