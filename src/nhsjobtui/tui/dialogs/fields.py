"""Fields of dialogs; they take no invisible or active characters in from a paste."""

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Paste
from textual.message import Message
from textual.widgets import Input, Static

from nhsjobtui.clean import clean_line
from nhsjobtui.model.query import Sort
from nhsjobtui.tui.text_area import CleanTextArea
from nhsjobtui.tui.typed_ahead import TypedAhead


class CleanInput(TypedAhead, Input):
    """A one-line field."""

    def on_paste(self, event: Paste) -> None:
        """Clean what is pasted."""
        event.text = clean_line(event.text)


class TextField(TypedAhead, CleanTextArea):
    """A field of several lines."""

    def __init__(self, text: str, *, id: str) -> None:  # noqa: A002
        super().__init__(text, id=id, soft_wrap=True, tab_behavior="focus")


class Turn(TypedAhead, Static, can_focus=True):
    """One of a few words; the arrows and space go on to the next, enter chooses."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space,l", "turn(1)", show=False),
        Binding("left,h", "turn(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Chosen(Message):
        """The person is done choosing."""

    def __init__(self, words: Mapping[Sort, str], value: Sort, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self._words = words
        self.value = value

    def render(self) -> Content:
        """Draw the word."""
        return Content(f"‹ {self._words[self.value]} ›")

    def action_turn(self, step: int) -> None:
        """Go on to another word."""
        values = list(self._words)
        self.value = values[(values.index(self.value) + step) % len(values)]
        self.refresh()

    def action_choose(self) -> None:
        """Say that this is it."""
        self.post_message(self.Chosen())

    def on_click(self) -> None:
        """Go on with the mouse."""
        self.action_turn(1)
