"""Choose one of a few words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList, Static

from nhsjobtui.clean import clean_line
from nhsjobtui.tui.dialogs.list_dialog import ListDialog

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Choice(Generic[Value]):
    """What was chosen, and its words."""

    value: Value
    words: str


class Chooser(ListDialog[Choice[Value]], Generic[Value]):
    """A short list; j and k or a first letter move, enter chooses, escape goes back."""

    def __init__(
        self, title: str, choices: Sequence[tuple[Value, str]], current: Value | None
    ) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._current = current
        marks = ("● " if value == current else "  " for value, _ in choices)
        self._list = OptionList(
            *(Content(mark + words) for mark, (_, words) in zip(marks, choices, strict=True)),
            compact=True,
        )

    def compose(self) -> ComposeResult:
        """Lay out the question, the choices and what the keys do."""
        with Vertical(classes="box"):
            yield Static(Content(clean_line(self._title)), markup=False)
            yield self._list
            yield Static("enter chooses · escape goes back", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Start at what is chosen now."""
        values = [value for value, _ in self._choices]
        self._list.highlighted = values.index(self._current) if self._current in values else 0

    def on_key(self, event: Key) -> None:
        """Go to the next choice that begins with the letter typed."""
        self.go_to_letter(event.character, [words for _, words in self._choices])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give what was chosen."""
        value, words = self._choices[event.option_index]
        self.dismiss(Choice(value, words))
