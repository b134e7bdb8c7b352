"""What the list and the pages share: lines drawn here, in the colours of the style sheet."""

from typing import ClassVar

from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView


class Drawn(ScrollView):
    """A scrolling widget that draws its own lines and keeps what it drew."""

    FAMILY: ClassVar[str]
    """What the names of its component classes begin with."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._styles: dict[tuple[str, bool], Style] = {}

    def style_of(self, name: str, *, selected: bool = False) -> Style:
        """Return the colours of one kind of text, on the cursor or not."""
        style = self._styles.get((name, selected))
        if style is None:
            names = [f"{self.FAMILY}--cursor"] if selected else []
            names.append(f"{self.FAMILY}--{name}")
            style = self._styles[name, selected] = self.get_visual_style(*names).rich_style
        return style

    def set_lines(self, count: int) -> None:
        """Have so many lines; the screen is laid out again only where the height follows them."""
        size = Size(self.scrollable_content_region.width, count)
        if self.styles.is_auto_height:
            self.virtual_size = size
        else:
            self.set_reactive(Drawn.virtual_size, size)
            self.call_after_refresh(self._tell_scrollbar)  # drawing it takes as long as the lines
            self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def _tell_scrollbar(self) -> None:
        self.vertical_scrollbar.window_virtual_size = self.virtual_size.height

    def forget_drawn(self) -> None:
        """Forget every line that was drawn."""
        raise NotImplementedError

    def notify_style_update(self) -> None:
        """Draw everything again in the new colours."""
        self._styles.clear()
        self.forget_drawn()
        super().notify_style_update()

    def on_focus(self) -> None:
        """Draw the cursor as one that has the keys."""
        self._styles.clear()
        self.forget_drawn()

    def on_blur(self) -> None:
        """Draw the cursor as one that has not."""
        self._styles.clear()
        self.forget_drawn()
