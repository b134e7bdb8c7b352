"""The keys that scroll a page which has no cursor of its own."""

from nhsjobtui.tui.lines import LinesView


class Scrolling:
    """What a pane or a screen does with the page that is read in it."""

    @property
    def page(self) -> LinesView:
        """The page that the keys scroll."""
        raise NotImplementedError

    def action_down(self) -> None:
        """Scroll a line."""
        self.page.scroll_by(1)

    def action_up(self) -> None:
        """Scroll a line back."""
        self.page.scroll_by(-1)

    def action_half_down(self) -> None:
        """Scroll half a screen."""
        self.page.scroll_by(max(1, self.page.size.height // 2))

    def action_half_up(self) -> None:
        """Scroll half a screen back."""
        self.page.scroll_by(-max(1, self.page.size.height // 2))

    def action_first(self) -> None:
        """Go to the top."""
        self.page.scroll_to(y=0, animate=False)

    def action_last(self) -> None:
        """Go to the bottom."""
        self.page.scroll_to(y=self.page.max_scroll_y, animate=False)
