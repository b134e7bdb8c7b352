"""Add criteria by hand, for a specification that is only in a document."""

import re
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widgets import Button, Checkbox, Input, Static

from nhsjobtui.clean import clean, clean_line
from nhsjobtui.tui.dialogs.dialog import Dialog
from nhsjobtui.tui.dialogs.fields import CleanInput, CleanTextArea

_BULLET = re.compile(r"^\s*(?:[•·*▪◦●‣–—-]|o(?= )|\d{1,2}[.)](?= ))\s*")


@dataclass(frozen=True, slots=True)
class NewCriteria:
    """What the person typed: one group and class for all of them."""

    texts: tuple[str, ...]
    group: str
    essential: bool


def split_list(text: str) -> tuple[str, ...]:
    """Return one criterion a line, without the bullets of a pasted list."""
    lines = (clean_line(_BULLET.sub("", line)) for line in clean(text).splitlines())
    return tuple(line for line in lines if line)


class AddCriteria(Dialog[NewCriteria]):
    """One criterion a line; a pasted list will do."""

    BINDINGS = [Binding("ctrl+d", "add", show=False, priority=True)]  # noqa: RUF012

    def __init__(self, groups: tuple[str, ...]) -> None:
        super().__init__()
        self._texts = CleanTextArea(id="texts", soft_wrap=True, tab_behavior="focus")
        named = [group for group in groups if group]
        self._group = CleanInput(
            placeholder="Group, if it has one",
            suggester=SuggestFromList(named, case_sensitive=False),
            compact=True,
        )
        self._desirable = Checkbox("Desirable, not essential", compact=True)
        self._problem = Static("", classes="problem", markup=False)

    def compose(self) -> ComposeResult:
        """Lay out the list, the group and the class."""
        with Vertical(classes="box"):
            yield Static(Content("Criteria, one a line: type them, or paste the list"))
            yield self._texts
            yield self._group
            yield self._desirable
            yield self._problem
            yield Button("Add", compact=True)
            yield Static(
                "tab next field · ctrl+d adds them · escape goes back", classes="hint", markup=False
            )

    def action_add(self) -> None:
        """Give what was typed."""
        texts = split_list(self._texts.text)
        if not texts:
            self._problem.update(Content("There is nothing to add yet."))
            return
        self.dismiss(NewCriteria(texts, clean_line(self._group.value), not self._desirable.value))

    def on_button_pressed(self) -> None:
        """Add with the mouse."""
        self.action_add()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Add with enter in the group field."""
        self.action_add()
