"""The list of adverts: as long as the library, drawn only where it is seen."""

from array import array
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import ClassVar

from rich.segment import Segment
from textual.events import Click, Resize
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from nhsjobtui.clean import clean_line
from nhsjobtui.library import Head
from nhsjobtui.tui.drawn import Drawn
from nhsjobtui.tui.rows import row_height, row_lines, row_words
from nhsjobtui.tui.wrap import wrap

_CURSOR = "▌"
_PAGE = 32
_MOST_HEADS = 4096


class AdvertList(Drawn, can_focus=True, inherit_bindings=False):
    """A cursor over the ids of adverts; heads are read a page at a time as they come in view."""

    FAMILY = "list"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"list--{name}"
        for name in ("title", "dim", "faded", "days", "urgent", "star", "stage", "cursor")
    }
    cursor: var[int] = var(0, init=False)

    class Opened(Message):
        """The advert under the cursor was opened with the mouse."""

    class StarClicked(Message):
        """The star of the advert under the cursor was clicked."""

    def __init__(
        self, heads: Callable[[Sequence[int]], dict[int, Head]], clock: Callable[[], datetime]
    ) -> None:
        super().__init__(id="adverts")
        self._read_heads = heads
        self._clock = clock
        self.ids: array[int] = array("i")
        self.total = 0
        self._heads: dict[int, Head] = {}
        self._rows: dict[int, list[Strip]] = {}
        self._row_height = 3
        self._drawn_for = 0
        self.empty_words: Sequence[str] = ()

    # ---- what is shown

    @property
    def current(self) -> int | None:
        """The id under the cursor."""
        return self.ids[self.cursor] if self.cursor < len(self.ids) else None

    def show(self, ids: "array[int]", total: int, keep: int | None = None) -> None:
        """Show other adverts, with the cursor on `keep` where it is among them.

        Where `total` says that there are more, they follow with the next `show`.
        """
        known, before = self.ids, self.cursor
        self.ids, self.total = ids, total
        self.set_lines(total * self._row_height)
        # Nobody moved: who shows the advert under the cursor is told in good time.
        cursor = self.place_of(keep) or 0
        self.set_reactive(AdvertList.cursor, cursor)
        moved = {before, cursor} if before != cursor else set()
        rows = range(self.scroll_offset.y // self._row_height, self._seen_rows)
        other = {row for row in rows if known[row : row + 1] != ids[row : row + 1]} | moved
        self._rows = {n: drawn for n, drawn in self._rows.items() if n in rows and n not in other}
        if known and ids:
            for row in other:
                self._refresh_row(row)
        else:
            self.refresh()
        self._follow()

    @property
    def is_whole(self) -> bool:
        """Whether every advert is here, or some are still on their way."""
        return len(self.ids) >= self.total

    def place_of(self, advert_id: int | None) -> int | None:
        """Return the row of an advert, None where it is not in the list."""
        try:
            return None if advert_id is None else self.ids.index(advert_id)
        except ValueError:
            return None

    def forget(self, advert_id: int | None = None) -> None:
        """Read an advert's head again, or all of them."""
        if advert_id is not None and advert_id == self.current:
            self._heads.pop(advert_id, None)
            self._refresh_row(self.cursor)
            return
        if advert_id is None:
            self._heads.clear()
        else:
            self._heads.pop(advert_id, None)
        self._rows.clear()
        self.refresh()

    def head(self, row: int) -> Head | None:
        """Return what the list knows of a row's advert."""
        if not 0 <= row < len(self.ids):
            return None
        advert_id = self.ids[row]
        if advert_id not in self._heads:
            if len(self._heads) > _MOST_HEADS:
                self._heads.clear()
            first = row - row % _PAGE
            self._heads.update(self._read_heads(self.ids[first : first + _PAGE]))
        return self._heads.get(advert_id)

    # ---- moving

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on an advert."""
        return max(0, min(cursor, len(self.ids) - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw the two rows that changed and keep the cursor in view."""
        self._refresh_row(old)
        self._refresh_row(new)
        self._follow()

    @property
    def page_rows(self) -> int:
        """How many adverts are in view."""
        return max(1, self.size.height // self._row_height)

    @property
    def _seen_rows(self) -> int:
        """How many adverts there are down to the last line in view."""
        return -(-(self.scroll_offset.y + self.size.height) // self._row_height)

    def _follow(self) -> None:
        top, height = self.cursor * self._row_height, self._row_height
        view = self.scroll_offset.y
        if top < view:
            self.scroll_to(y=top, animate=False)
        elif top + height > view + self.size.height > 0:
            self.scroll_to(y=top + height - self.size.height, animate=False)

    # ---- drawing

    def on_resize(self, event: Resize) -> None:
        """Lay the rows out for the new width."""
        if self._room != self._drawn_for:
            self._drawn_for = self._room
            self._row_height = row_height(self._room)
            self._rows.clear()
        self.set_lines(self.total * self._row_height)
        self._follow()

    def forget_drawn(self) -> None:
        """Draw every row again."""
        self._rows.clear()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        row, part = divmod(y + self.scroll_offset.y, self._row_height)
        width = self.scrollable_content_region.width
        if not self.ids:
            return self._draw_empty(y, width)
        if row >= len(self.ids):
            return Strip.blank(width, self.rich_style)
        strips = self._rows.get(row)
        if strips is None:
            strips = self._rows[row] = self._draw(row, width)
        return strips[part]

    @property
    def _room(self) -> int:
        return max(8, self.scrollable_content_region.width - 2)

    def _draw(self, row: int, width: int) -> list[Strip]:
        head, selected = self.head(row), row == self.cursor
        base = self.style_of("title", selected=selected)
        if head is None:
            return [Strip.blank(width, base)] * self._row_height
        edge = Segment(_CURSOR if selected else " ", self.style_of("star", selected=selected))
        end = Segment(" " * (width - 1 - self._room), base)
        lines = row_lines(row_words(head, self._clock()), self._room, self._row_height)
        return [
            Strip([edge, *(self._segment(*part, selected) for part in parts), end], width)
            for parts in lines
        ]

    def _segment(self, text: str, name: str, selected: bool) -> Segment:
        return Segment(text, self.style_of(name, selected=selected))

    def _draw_empty(self, y: int, width: int) -> Strip:
        """Draw a line of what there is to say when nothing is listed and no other pane says it."""
        lines: list[str] = []
        alone = self.screen.classes & {"-narrow", "-zoom", "-beside-checklist"}
        for words in self.empty_words if alone else ():
            lines += ["", *(line for _, line in wrap(clean_line(words), width - 2))]
        text = f" {lines[y]}" if y < len(lines) else ""
        return Strip([Segment(text, self.style_of("dim"))]).adjust_cell_length(
            width, self.style_of("dim")
        )

    def _refresh_row(self, row: int) -> None:
        self._rows.pop(row, None)
        top = row * self._row_height - self.scroll_offset.y
        self.refresh(Region(0, top, self.size.width, self._row_height))

    # ---- mouse

    def on_click(self, event: Click) -> None:
        """Select the advert clicked on; its star shortlists it, a second click opens it."""
        row = (event.y + self.scroll_offset.y) // self._row_height
        if row >= len(self.ids):
            return
        self.cursor = row
        if event.x <= 2 and (event.y + self.scroll_offset.y) % self._row_height == 0:
            self.post_message(self.StarClicked())
        elif event.chain > 1:
            self.post_message(self.Opened())
