"""A scrolling page of wrapped paragraphs that draws only the lines in view."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.events import Resize, Show
from textual.selection import Selection
from textual.strip import Strip

from nhsjobtui.clean import clean
from nhsjobtui.tui.drawn import Drawn
from nhsjobtui.tui.wrap import cells, wrap


class Paragraph(NamedTuple):
    """One paragraph; `prefix` stands before its first line, and further lines are indented alike.

    `style` and `prefix_style` name component classes without their "lines--". `item` ties the
    paragraphs of one selectable thing together; `gap` is how many empty lines come before.
    """

    text: str
    style: str = "body"
    prefix: str = ""
    prefix_style: str = "body"
    indent: int = 0
    gap: int = 0
    item: int | None = None


class Line(NamedTuple):
    """One drawn line: a stretch of a paragraph, or nothing where `paragraph` is -1."""

    paragraph: int
    start: int = 0
    text: str = ""

    @property
    def at(self) -> tuple[int, int]:
        """Return its place in the whole."""
        return self.paragraph, self.start


_EMPTY = Line(-1)
_CURSOR = "▌"


class LinesView(Drawn, can_focus=True):
    """Paragraphs, wrapped to the width, with find and text selection."""

    FAMILY = "lines"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"lines--{name}"
        for name in (
            "body", "title", "heading", "label", "dim", "good", "some", "bad", "accent",
            "match", "match-now", "cursor",
        )
    }  # fmt: skip
    ALLOW_SELECT = True

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.paragraphs: Sequence[Paragraph] = ()
        self.lines: list[Line] = []
        self._strips: dict[int, Strip] = {}
        self._wrapped_at = -1
        self._needle = ""
        self._matches: list[tuple[int, int]] = []
        self._match = -1
        self._spans: dict[int, list[tuple[int, int]]] = {}
        self._reserved: tuple[int, int] | None = None
        self._come_back = 0

    # ---- what is shown

    def show(self, paragraphs: Sequence[Paragraph], *, keep_scroll: bool = False) -> None:
        """Show other paragraphs, from the top unless told to stay."""
        shown = [
            Paragraph(clean(p.text), p.style, p.prefix, p.prefix_style, p.indent, p.gap, p.item)
            for p in paragraphs
        ]
        if keep_scroll and shown == self.paragraphs:
            return
        before, self.paragraphs = self.paragraphs, shown
        match = self._match
        self._look_for(self._needle)
        self._match = min(match, len(self._matches) - 1)
        if keep_scroll and not self._needle and self._draw_changes(before):
            return
        self._wrap(force=True)
        if not keep_scroll:
            self.scroll_to(y=0, animate=False)

    def _draw_changes(self, before: Sequence[Paragraph]) -> bool:
        """Draw only the paragraphs that changed; return False where any line moved."""
        lines = self._wrapped(self._wrapped_at) if self._wrapped_at > 0 else []
        if not lines or [line.at for line in lines] != [line.at for line in self.lines]:
            return False
        self.lines = lines
        changed = [old != new for old, new in zip(before, self.paragraphs, strict=True)]
        for y, line in enumerate(lines):
            if line is not _EMPTY and changed[line.paragraph]:
                self._strips.pop(y, None)
                self.refresh_line(y)
        return True

    def reserve(self, item: int | None, height: int = 0) -> None:
        """Keep `height` empty lines below an item for a widget that lies over them."""
        self._reserved = None if item is None else (item, height)
        self._wrap(force=True)

    def item_lines(self, item: int) -> tuple[int, int]:
        """Return the first line of an item and the line after its last."""
        numbers = [
            index
            for index, line in enumerate(self.lines)
            if line.paragraph >= 0 and self.paragraphs[line.paragraph].item == item
        ]
        return (numbers[0], numbers[-1] + 1) if numbers else (0, 0)

    def line_item(self, y: int) -> int | None:
        """Return the item drawn on a line."""
        if 0 <= y < len(self.lines) and (number := self.lines[y].paragraph) >= 0:
            return self.paragraphs[number].item
        return None

    def _wrap(self, *, force: bool = False) -> None:
        width = self.scrollable_content_region.width
        if width == self._wrapped_at and not force:
            return
        if width <= 0:  # hidden: wrapped when it is shown
            self.lines, self._wrapped_at = [], -1
            self._strips.clear()
            return
        self._wrapped_at = width
        self.lines = self._wrapped(width)
        self._strips.clear()
        self.set_lines(len(self.lines))
        self.refresh()
        if self._come_back:
            self.call_after_refresh(self.scroll_to, y=self._come_back, animate=False)
            self._come_back = 0

    def _wrapped(self, width: int) -> list[Line]:
        """Return the lines of all paragraphs in a width."""
        lines: list[Line] = []
        for number, paragraph in enumerate(self.paragraphs):
            lines += [_EMPTY] * paragraph.gap
            room = width - 1 - paragraph.indent - 1
            lines += [Line(number, start, text) for start, text in wrap(paragraph.text, room)]
            if self._reserved and self._closes_item(number, self._reserved[0]):
                lines += [_EMPTY] * self._reserved[1]
        return lines

    def _closes_item(self, number: int, item: int) -> bool:
        after = self.paragraphs[number + 1].item if number + 1 < len(self.paragraphs) else None
        return self.paragraphs[number].item == item and after != item

    def on_resize(self, event: Resize) -> None:
        """Wrap again, keeping the same words at the top."""
        top = next(
            (line for line in self.lines[self.scroll_offset.y :] if line is not _EMPTY), None
        )
        self._wrap()
        if top is not None and self.scroll_offset.y > 0:
            place = (top.paragraph, top.start)
            before = [
                y for y, line in enumerate(self.lines) if line.paragraph > -1 and line.at <= place
            ]
            self.scroll_to(y=before[-1] if before else 0, animate=False)

    def on_show(self, event: Show) -> None:
        """Wrap what was given while hidden."""
        self._wrap()

    # ---- drawing

    def forget_drawn(self) -> None:
        """Draw every line again."""
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        y += self.scroll_offset.y
        if self.text_selection is not None:
            return self._draw(y)
        strip = self._strips.get(y)
        if strip is None:
            strip = self._strips[y] = self._draw(y)
        return strip

    def is_selected(self, y: int) -> bool:
        """Say whether a line belongs to the selected item; a subclass may have one."""
        return False

    def _draw(self, y: int) -> Strip:
        selected = self.is_selected(y)
        base = self.style_of("body", selected=selected)
        width = self._wrapped_at
        if y >= len(self.lines) or self.lines[y] is _EMPTY:
            return Strip.blank(width, base).apply_offsets(0, y)
        line = self.lines[y]
        paragraph = self.paragraphs[line.paragraph]
        lead = self._lead(line)
        edge = Segment(_CURSOR if selected else " ", self.style_of("accent", selected=selected))
        prefix = Segment(lead[1:], self.style_of(paragraph.prefix_style, selected=selected))
        segments = [edge, prefix]
        style = self.style_of(paragraph.style, selected=selected)
        position = 0
        for start, end, mark in self._edges(y, line, len(lead)):
            segments.append(Segment(line.text[position:start], style))
            segments.append(Segment(line.text[start:end], style + mark))
            position = end
        segments.append(Segment(line.text[position:], style))
        return Strip(segments).extend_cell_length(width, base).apply_offsets(0, y)

    def _lead(self, line: Line) -> str:
        """Return what stands before a line's text: one empty cell, the prefix, the indent."""
        paragraph = self.paragraphs[line.paragraph]
        prefix = paragraph.prefix if line.start == 0 else ""
        return " " + prefix + " " * (paragraph.indent - cells(prefix))

    def _edges(self, y: int, line: Line, lead: int) -> list[tuple[int, int, Style]]:
        """Return the marked stretches of a line, in order and apart, and how they are marked."""
        if (selection := self.text_selection) is not None:
            if (span := selection.get_span(y)) is None:
                return []
            end = len(line.text) if span[1] == -1 else span[1] - lead
            style = self.screen.get_component_rich_style("screen--selection")
            return [(max(0, span[0] - lead), max(0, min(end, len(line.text))), style)]
        edges = []
        for start, end in self._spans.get(line.paragraph, ()):
            first, last = max(start - line.start, 0), min(end - line.start, len(line.text))
            if first < last:
                now = self._match >= 0 and self._matches[self._match] == (line.paragraph, start)
                edges.append((first, last, self.style_of("match-now" if now else "match")))
        return edges

    def redraw(self) -> None:
        """Draw every line again."""
        self._strips.clear()
        self.refresh()

    # ---- selecting text with the mouse

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text."""
        return selection.extract("\n".join(self._plain(line) for line in self.lines)), "\n"

    def _plain(self, line: Line) -> str:
        return "" if line is _EMPTY else self._lead(line) + line.text

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected now."""
        self.refresh()

    # ---- find

    def find(self, needle: str) -> int:
        """Mark every occurrence, go to the first from here on, and return how many there are."""
        self._look_for(needle)
        top = self.scroll_offset.y
        places = [self._line_of(*match) for match in self._matches]
        self._match = next((i for i, y in enumerate(places) if y >= top), 0 if places else -1)
        self._show_match()
        return len(self._matches)

    def find_step(self, step: int) -> tuple[int, int]:
        """Go to the next or previous match; return its number from 1 and how many there are."""
        if self._matches:
            self._match = (self._match + step) % len(self._matches)
            self._show_match()
        return self._match + 1, len(self._matches)

    def _look_for(self, needle: str) -> None:
        self._needle = needle.lower()
        self._matches, self._spans, self._match = [], {}, -1
        if not self._needle:
            return
        for number, paragraph in enumerate(self.paragraphs):
            text = paragraph.text.lower()
            if len(text) != len(paragraph.text):  # a letter that is longer in lower case
                text = paragraph.text
            start = text.find(self._needle)
            while start >= 0:
                self._matches.append((number, start))
                self._spans.setdefault(number, []).append((start, start + len(self._needle)))
                start = text.find(self._needle, start + len(self._needle))

    def _line_of(self, paragraph: int, start: int) -> int:
        found = 0
        for y, line in enumerate(self.lines):
            if line.paragraph == paragraph and line.start <= start:
                found = y
        return found

    def _show_match(self) -> None:
        if self._match >= 0:
            y = self._line_of(*self._matches[self._match])
            top, height = self.scroll_offset.y, self.size.height
            if not top <= y < top + height:
                self.scroll_to(y=max(0, y - height // 3), animate=False)
            self.found(self.paragraphs[self._matches[self._match][0]])
        self.redraw()

    def found(self, paragraph: Paragraph) -> None:
        """Be told where the match is; a subclass may select it."""

    # ---- moving

    def come_back(self, y: int) -> None:
        """Scroll to a line once the page is laid out."""
        self._come_back = y
        self._wrap(force=True)

    def scroll_page(self, way: int) -> None:
        """Scroll a screen on, or back where `way` is -1; one line stays in view."""
        self.scroll_by(way * max(1, self.size.height - 1))

    def scroll_by(self, lines: int) -> None:
        """Scroll at once by a number of lines."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False)
