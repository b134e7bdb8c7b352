"""An empty Textual app: it says one word, answers j with another, and q quits."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Static


class Empty(App[None]):
    """Nothing but what every Textual app has."""

    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "quit"), ("j", "answer", "answer")]

    def compose(self) -> ComposeResult:
        """Show a word."""
        yield Static("usable")

    def action_answer(self) -> None:
        """Show another."""
        self.query_one(Static).update("answered")


if __name__ == "__main__":
    Empty().run()
